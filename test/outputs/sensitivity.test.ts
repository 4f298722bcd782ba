/** Sensitivity and Compare in a written workbook: tables widest first, native charts over cells, steps that add up. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '../../src/assess';
import { buildReport } from '../../src/outputs/report';
import { benchOf } from '../../src/stress/bench';
import { stressed } from '../../src/stress/stressed';
import { withStress } from '../../src/stress/with-stress';
import { openXlsx } from '../../src/workbook/xlsx';
import type { CellSpec, Report, SheetSpec } from '../../src/workbook/workbook';
import { D } from '../engine/small';

const read = async (name: string) =>
  (await openXlsx(readFileSync(path.join(__dirname, '../published', name, 'model.xlsx')))).read();
const sheetOf = (report: Report, name: string): SheetSpec => {
  const sheet = report.sheets.find((each) => each.name === name);
  if (!sheet) throw new Error(`no ${name}`);
  return sheet;
};
/** What a cell shows, its formula's value included. */
function shown(sheet: SheetSpec, row: number, column: number): string {
  const value = sheet.cells.find((cell) => cell.row === row && cell.column === column)?.value;
  return value === undefined ? '' : said(value);
}
function said(value: CellSpec['value']): string {
  if (typeof value === 'string') return value;
  if ('number' in value) return value.number;
  return 'cached' in value ? said(value.cached) : value.text;
}
const rowOf = (sheet: SheetSpec, label: string): number =>
  sheet.cells.find((cell) => cell.column === 2 && cell.value === label)?.row ?? -1;

let report: Report;
beforeAll(async () => {
  const snapshot = await read('antipsychotics');
  const { results } = assess(snapshot);
  const { bench } = benchOf(snapshot);
  if (!results || !bench) throw new Error('no results');
  const { figures } = stressed(bench, {
    oneWay: {},
    draws: { draws: 300 },
    table: true,
    grid: {
      across: { parameter: 'Costs/Typical/All/Acquisition/*/2016', steps: 3 },
      down: { parameter: 'Uptake/with/All/Atypical/2016', steps: 3 },
      target: '16000000',
    },
    breakEvens: [{ parameter: 'Costs/Typical/All/Acquisition/*/2016' }],
  });
  report = buildReport({ ...results, stress: figures }, '23 Nov 2026 04:00');
});

test('one-way: bars widest first, both ends as typed, and charts that name cells', () => {
  const sheet = sheetOf(report, 'Sensitivity');
  const first = rowOf(sheet, 'As typed') + 2;
  expect(shown(sheet, first, 2)).toBe('Uptake · with · Atypical · 2020');
  expect([shown(sheet, first, 5), shown(sheet, first, 6)]).toEqual(['0.08347965', '0.7158727']);
  const swings = Array.from({ length: 20 }, (_, n) => Number(shown(sheet, first + n, 11)));
  expect(swings).toEqual([...swings].sort((a, b) => b - a));
  expect(sheet.charts.map(({ name, kind }) => [name, kind])).toEqual([
    ['Fan', 'area'],
    ['Chance by threshold', 'line'],
    ['Tornado', 'clustered bars'],
  ]);
  expect(sheet.tables.map(({ name, rows }) => [name, rows])).toEqual([
    ['BIM_Out_Tornado', 20],
    ['BIM_Out_Draws', 300 * 25],
  ]);
});

test('the fan is stacked from the printed percentiles', () => {
  const sheet = sheetOf(report, 'Sensitivity');
  const [fan] = sheet.charts;
  const tops = fan?.series.slice(0, 4).map(({ values }) => Number(shown(sheet, values.to[0], values.to[1]))) ?? [];
  expect(tops.reduce((sum, value) => sum + value, 0)).toBeCloseTo(Number(shown(sheet, rowOf(sheet, '97.5 %'), 11)), 4);
  expect(fan?.description).toMatch(/^Fan chart\. The middle estimate goes from/);
});

test('what makes a scenario differ adds up exactly, on Compare', async () => {
  const snapshot = await read('semaglutide_uk');
  const { results } = assess(snapshot);
  if (!results) throw new Error('no results');
  const made = withStress(snapshot, results);
  const differences = made.stress?.differences ?? [];
  expect(differences.length).toBe(results.scenarios.length);
  for (const { start, end, steps, interaction } of differences)
    expect(
      steps
        .reduce((sum, { alone }) => sum.plus(alone ?? 0), new D(start))
        .plus(interaction)
        .toFixed(),
    ).toBe(new D(end).toFixed());
  const sheet = sheetOf(buildReport(made, 'now'), 'Compare');
  expect(sheet.charts.some(({ name }) => name.startsWith('What makes the difference'))).toBe(true);
});
