/** The template of each example: written, read back, and found to be the example without a fault. */
import type { Example } from '../../src/inputs/examples/example';
import { hepatitisCEngland } from '../../src/inputs/examples/hepatitis-c-england';
import { inclisiranEngland } from '../../src/inputs/examples/inclisiran-england';
import { OPTIONAL_TABLES, withTables } from '../../src/inputs/examples/options';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { templateReport } from '../../src/inputs/template';
import { newXlsx, openXlsx } from '../../src/workbook/xlsx';

const EXAMPLES: readonly (readonly [string, Example])[] = [
  ['hepatitis C', hepatitisCEngland],
  ['hepatitis C with its delivery', withTables(['tasks'])],
  ['hepatitis C with everything', withTables(['all'])],
  ['inclisiran', inclisiranEngland],
];

async function written(example: Example) {
  const workbook = newXlsx();
  await workbook.write(templateReport(example));
  return await (await openXlsx(await workbook.bytes())).read();
}

describe.each(EXAMPLES)('%s', (_, example) => {
  test('is read back row by row, with nothing to mend', async () => {
    const { findings, assumptions, read, scenarios } = readAssumptions(await written(example));
    expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
    expect(findings.filter(({ code }) => code.startsWith('unused') || code.startsWith('idle'))).toEqual([]);
    expect(assumptions).not.toBeNull();
    expect(Object.fromEntries(read.map(({ table, rows }) => [table.slice(4), rows]))).toEqual(
      Object.fromEntries(Object.entries(example.tables).map(([word, rows]) => [word, rows.length])),
    );
    expect(scenarios.length).toBeGreaterThan(2);
  });

  test('every row says where it comes from, and every source it names is there', () => {
    for (const [word, rows] of Object.entries(example.tables)) {
      if (['Model', 'Scenarios', 'Parts'].includes(word)) continue;
      for (const row of rows) {
        expect([word, row['Source'] ?? '']).toEqual([word, expect.stringMatching(/\S/)]);
        const number = /Sources (\d+)/.exec(row['Source'] ?? '')?.[1];
        if (number !== undefined) expect(Number(number)).toBeLessThanOrEqual(example.sources?.length ?? 0);
      }
    }
  });

  test('its drop-downs offer names that are defined', () => {
    const report = templateReport(example);
    const defined = new Set(report.names.map(({ name }) => `=${name}`));
    const used = report.sheets
      .flatMap(({ validations }) => validations)
      .flatMap(({ rule }) => (rule.kind === 'range' ? [rule.refersTo] : []));
    expect(used.length).toBeGreaterThan(2);
    expect(used.filter((name) => !defined.has(name))).toEqual([]);
  });
});

test('inclisiran shows its plan, its capacity and its benefits, and where figures come from', () => {
  const { sheets, names } = templateReport(inclisiranEngland);
  expect(sheets.map(({ name }) => name)).toEqual([
    'Start',
    'Model',
    'Population',
    'Technologies',
    'Uptake',
    'Prices',
    'Costs',
    'Plan',
    'Waves',
    'Capacity',
    'Benefits',
    'Scenarios',
    'Sources',
  ]);
  expect(names.map(({ name, sheet }) => [name, sheet])).toEqual([
    ['BIM_List_Technology', 'Technologies'],
    ['BIM_List_Wave', 'Waves'],
  ]);
  const sources = sheets.at(-1)?.cells.map(({ value }) => value) ?? [];
  for (const { figure, kind } of inclisiranEngland.sources ?? [])
    expect(sources).toEqual(expect.arrayContaining([figure, kind]));
});

test('a wave is chosen from those of BIM_Waves, a kind from its words', () => {
  const rules = templateReport(inclisiranEngland).sheets.flatMap(({ validations }) => validations);
  const ruleOf = (title: string) => rules.filter((rule) => rule.title === title);
  expect(ruleOf('Wave').map(({ rule }) => rule)).toEqual([{ kind: 'range', refersTo: '=BIM_List_Wave' }]);
  expect(ruleOf('Kind')[0]?.rule).toEqual({
    kind: 'list',
    items: ['service', 'staff', 'attention', 'budget', 'supply'],
  });
  expect(ruleOf('Available')[0]).toMatchObject({ severity: 'stop', rule: { kind: 'decimal', minimum: '0' } });
});

test('tables are asked for by name, and bring those they need', () => {
  expect(Object.keys(withTables(['BIM_Waves']).tables)).toEqual(
    expect.arrayContaining(['Tasks', 'Waves', 'Resources', 'Outcomes']),
  );
  expect(Object.keys(withTables(['all']).tables)).toEqual(expect.arrayContaining([...OPTIONAL_TABLES]));
  expect(() => withTables(['Wafes'])).toThrow(/There is no table wafes.*Waves/);
});
