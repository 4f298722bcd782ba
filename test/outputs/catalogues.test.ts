/** The catalogues of charts and tables: no file is forgotten, no column renamed, and the manual tells of each. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { OUT_CHARTS } from '../../src/outputs/charts/index';
import { OUT_TABLES } from '../../src/outputs/tables/index';

describe('the catalogues', () => {
  const files = (folder: string): readonly string[] =>
    readdirSync(join(__dirname, '../../src/outputs', folder)).filter((file) => file !== 'index.ts');
  test.each([
    ['charts', OUT_CHARTS.length, OUT_CHARTS.map((chart) => chart.name)],
    ['tables', OUT_TABLES.length, OUT_TABLES.map((table) => table.name)],
  ] as const)('every file of %s is in its list', async (folder, count, names) => {
    expect(files(folder)).toHaveLength(count);
    expect(new Set(names).size).toBe(count);
    for (const file of files(folder)) {
      const module = (await import(`../../src/outputs/${folder}/${file.replace('.ts', '')}`)) as Record<
        string,
        unknown
      >;
      const listed: readonly unknown[] = folder === 'charts' ? OUT_CHARTS : OUT_TABLES;
      expect([file, Object.values(module).some((each) => listed.includes(each))]).toEqual([file, true]);
    }
  });

  test('the manual says of every column what its table says', () => {
    const manual = readFileSync(join(__dirname, '../../docs/workbook.md'), 'utf8');
    for (const { name, columns } of OUT_TABLES) {
      const part = manual.slice(manual.indexOf(`### ${name}`)).split('\n### ')[0] ?? '';
      const rows = [...part.matchAll(/^\| (.+?) \| (.+) \|$/gm)].map((row) => [row[1], row[2]]).slice(1);
      expect([name, rows]).toEqual([name, columns.map((column) => [column.header, column.meaning])]);
    }
  });

  test('columns of the tables are never renamed', () => {
    expect(OUT_TABLES.map((table) => [table.name, table.columns.map((column) => column.header).join(' | ')])).toEqual([
      [
        'BIM_Out_Impact',
        'Year | Cost without | Cost with | Budget impact | Cumulative | Change | Per member per month | Per treated patient | Test limit',
      ],
      ['BIM_Out_Annual', 'World | Subgroup | Technology | Category | Payer | Year | Cost'],
      ['BIM_Out_Patients', 'Count | World | Subgroup | Of | Measure | Year | People'],
      ['BIM_Out_Scenarios', 'Scenario | Year | Budget impact | Difference | Cumulative'],
      ['BIM_Out_Tornado', 'Parameter | Op | Low | High | Figure | Base | At low | At high'],
      ['BIM_Out_Draws', 'Draw | What | Value'],
      [
        'BIM_Out_Agreements',
        'Agreement | Year | Units | Gross | Rebate | Net | Net price | Budget impact | Break-even volume',
      ],
      [
        'BIM_Out_Starts',
        'Technology | Subgroup | Month | Planned starts | Realised starts | Waiting | Left | On treatment | Mean wait',
      ],
      ['BIM_Out_Value', 'Figure | Measure | Of | Dimension | Year | Amount'],
      ['BIM_Out_Gates', 'Gate | Dimension | Technology | Month | Capacity | Held | Binding'],
      ['BIM_Out_Bridge', 'Technology | Step | Year | Amount'],
      ['BIM_Out_Actuals', 'Technology | Measure | Month | Planned | Actual | Reforecast'],
      ['BIM_Out_Parts', 'Figure | Part | Value'],
      [
        'BIM_Out_Horizon',
        'Year | Expected | If all launch | Standard deviation | Low | Median | High | Room | Not provided for | Chance exceeded | Largest',
      ],
      ['BIM_Out_Register', 'Technology | Group | Chance | Year | Expected | If it launches'],
      ['BIM_Out_Checks', 'Check | Compares | Is | Should be | Tolerance | Lamp | Fails | To read'],
      [
        'BIM_Out_Tried',
        'Number | Family | Property | Lamp | Changed | Expected | Got | Smallest | Cell | Says | Fails',
      ],
      ['BIM_Out_Seal', 'What | Value'],
    ]);
  });
});
