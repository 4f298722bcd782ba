/** Scenarios as actions, each combination run from the funnel up. */
import { readFileSync } from 'node:fs';
import { cheapestActions } from '../../src/stress/cheapest-actions';
import { actionsText } from '../../src/cli/say-actions';
import { openXlsx } from '../../src/workbook/xlsx';
import type { Cell, Snapshot } from '../../src/workbook/workbook';
import { realisationCases } from '../published/realisation/cases';

jest.setTimeout(120_000);

/** The example of the contract (8 places a month, 88 starts) with actions: more places, each at a price. */
async function withActions(
  actions: readonly (readonly [name: string, places: number, cost: number])[],
): Promise<Snapshot> {
  const workbook = realisationCases.find(({ name }) => name === 'micro_example')?.workbook ?? '';
  const snapshot = await (await openXlsx(readFileSync(workbook))).read();
  const cell = (value: string | number): Cell => ({ value });
  const rows = actions.flatMap(([name, places, cost]) => [
    [cell(name), cell('Resources/Places/N/Available'), cell('+'), cell(places)],
    [cell(name), cell('Tasks/B/Cost'), cell('+'), cell(cost)],
  ]);
  const table = {
    name: 'BIM_Scenarios',
    sheet: 'Scenarios',
    row: 3,
    column: 1,
    headers: ['Scenario', 'Parameter', 'Op', 'Value'],
    rows,
  };
  return { ...snapshot, sheets: [...snapshot.sheets, 'Scenarios'], tables: [...snapshot.tables, table] };
}

const THREE = [
  ['Big clinic', 1.5, 500],
  ['Evening clinic', 1, 450],
  ['Saturday clinic', 1, 400],
] as const;

test('the cheapest set is not what the best gain per cost would buy', async () => {
  const { search } = cheapestActions(await withActions(THREE), '110', 'starts');
  expect(search?.none).toEqual({ actions: [], reached: '88', cost: '0' });
  // Best per cost first: Big clinic (16.5 for 500), then Saturday clinic: 900.
  expect(search?.cheapest).toEqual({ actions: ['Evening clinic', 'Saturday clinic'], reached: '110', cost: '850' });
  expect(search?.exact).toBe(true);
  expect(search?.tried).toHaveLength(8);
});

test('starts of a set are not the sum of single starts: demand ends at 120 and sites open in February', async () => {
  const { search } = cheapestActions(await withActions(THREE), '120', 'starts');
  const all = search?.tried.find(({ actions }) => actions.length === 3);
  // 11.5 places: 10 in February (half the sites), 10.0 … nobody waits longer than the places last.
  expect(Number(all?.reached)).toBeGreaterThan(110);
  expect(Number(all?.reached)).toBeLessThan(88 + 3.5 * 11);
});

test('a target of value, and what is said', async () => {
  const snapshot = await withActions([['Costly', 1, 100000]]);
  const { search } = cheapestActions(snapshot, '-19600', 'value');
  expect(search?.cheapest?.actions).toEqual([]);
  if (!search) throw new Error('no search');
  expect(actionsText(search)).toContain('It is reached without any action.');
  const { search: starts } = cheapestActions(snapshot, '1000', 'starts');
  if (!starts) throw new Error('no search');
  expect(starts.cheapest).toBeNull();
  expect(actionsText(starts)).toContain('No combination reaches it. Furthest: Costly, 99 starts for £100.0 thousand.');
  expect(actionsText(starts)).toContain('Exact: all 2 combinations of 1 action were run');
});

test('without scenarios there is nothing to act with', async () => {
  const snapshot = await withActions([]);
  const none = { ...snapshot, tables: snapshot.tables.filter(({ name }) => name !== 'BIM_Scenarios') };
  expect(() => cheapestActions(none, '1', 'starts')).toThrow('BIM_Scenarios');
});
