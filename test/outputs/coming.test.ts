/** Register, Bridge and Parts: what they say and show, that every figure agrees, and that their words follow the figures. */
import { readFileSync } from 'node:fs';
import { assess } from '../../src/assess';
import type { Results } from '../../src/engine/results';
import { figuresOf } from '../../src/outputs/figures';
import { bridgesOf } from '../../src/outputs/plan-and-actual';
import { bridgeLead } from '../../src/outputs/plan-words';
import { registerAnswers, registerLead } from '../../src/outputs/register-words';
import { buildReport } from '../../src/outputs/report';
import type { RangeSpec, Report } from '../../src/workbook/workbook';
import { openXlsx } from '../../src/workbook/xlsx';
import { modelWith, type Block } from '../build/snapshot';
import { realisationCases } from '../published/realisation/cases';
import { at, rowOf, sheetOf } from './read';

jest.setTimeout(240_000);

interface Told {
  readonly results: Results;
  readonly report: Report;
}
const tell = (results: Results | null): Told => {
  if (!results) throw new Error('no results');
  return { results, report: buildReport(results, '23 Nov 2026 04:00') };
};
async function caseOf(name: string): Promise<Told> {
  const found = realisationCases.find((each) => each.name === name);
  if (!found) throw new Error(name);
  return tell(assess(await (await openXlsx(readFileSync(found.workbook))).read()).results);
}

const Parts: Block = [
  ['Part', 'Parameter', 'Op', 'Value'],
  ['New', 'Prices/Drug A/List price', 'x', 0.5],
  ['Old', 'Costs/Drug B/All/Acquisition/drug/Unit cost', 'x', 0.5],
];
let [register, bridge, parts]: (Told | undefined)[] = [];
beforeAll(async () => {
  register = await caseOf('horizon_register');
  bridge = await caseOf('inclisiran_england');
  parts = tell(assess(modelWith({ Parts })).results);
});
function told(of: Told | undefined): Told {
  if (!of) throw new Error('not told');
  return of;
}
const cells = ({ from, to }: RangeSpec): readonly string[] =>
  Array.from({ length: to[0] - from[0] + 1 }, (_, row) =>
    Array.from({ length: to[1] - from[1] + 1 }, (__, column) => `${String(from[0] + row)}:${String(from[1] + column)}`),
  ).flat();

describe.each([
  ['register', () => told(register), 2],
  ['bridge', () => told(bridge), 3],
  ['parts', () => told(parts), 1],
] as const)('the sheet %s', (key, of, charts) => {
  test('puts one thing in one place, plots cells that hold something, and passes its checks', () => {
    const { report } = of();
    const sheet = sheetOf(report, key);
    const places = sheet.cells.flatMap(({ row, column, span }) =>
      cells({ from: [row, column], to: [row, column + (span ?? 1) - 1] }),
    );
    expect(new Set(places).size).toBe(places.length);
    expect(sheet.charts).toHaveLength(charts);
    const filled = new Set(sheet.cells.map(({ row, column }) => `${String(row)}:${String(column)}`));
    for (const chart of sheet.charts) {
      expect(cells(chart.at).filter((place) => places.includes(place))).toEqual([]);
      for (const { categories, name } of chart.series)
        expect([...cells(categories), ...cells(name)].filter((place) => !filled.has(place))).toEqual([]);
    }
    expect(at(sheetOf(report, 'checks'), 4, 3)).toMatch(/^(● All \d+ OK|▲)/);
  });
});

test('checks compare the register, the bridge and the parts with their wholes', () => {
  const lampOf = (of: Told | undefined, title: string): string | undefined => {
    const checks = sheetOf(told(of).report, 'checks');
    return at(checks, rowOf(checks, title), 7);
  };
  expect(lampOf(register, 'Items of the register add up to what is expected')).toBe('● OK');
  expect(lampOf(bridge, 'Plan and steps are the actual: Inclisiran')).toBe('● OK');
  expect(lampOf(parts, 'None, each alone and the interaction are the whole')).toBe('● OK');
});

test('flat tables hold every item, step, month and part', () => {
  const rows = (of: Told | undefined, key: string, name: string): number | undefined =>
    sheetOf(told(of).report, key).tables.find((table) => table.name === name)?.rows;
  const items = told(register).results.register?.chances.length ?? 0;
  expect([rows(register, 'register', 'BIM_Out_Register'), rows(register, 'register', 'BIM_Out_Horizon')]).toEqual([
    items * 5,
    5,
  ]);
  const months = told(bridge).results.realisation?.months.length ?? 0;
  expect(rows(bridge, 'bridge', 'BIM_Out_Bridge')).toBe(10 * (months / 12) + 1);
  expect((rows(bridge, 'bridge', 'BIM_Out_Actuals') ?? 0) % months).toBe(0);
  expect(rows(parts, 'parts', 'BIM_Out_Parts')).toBe(7);
});

test('words follow the figures', () => {
  const { results } = told(register);
  if (!results.register) throw new Error('no register');
  const lead = registerLead(figuresOf(results), results.register);
  expect(lead).toContain('£30.8 million in 2030');
  expect(registerAnswers(figuresOf(results), results.register)[0]?.text).toMatch(/^\w+ .* in the register\./);
  const realised = told(bridge).results;
  if (!realised.realisation) throw new Error('no realisation');
  expect(bridgeLead(figuresOf(realised), bridgesOf(realised.realisation))).toMatch(
    /was spent on Inclisiran so far, £.* less than planned/,
  );
});
