/** The worked models of value realisation are read without a fault, into the engine's words. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Assumptions } from '../../../src/engine/assumptions';
import type { RealisationAssumptions } from '../../../src/engine/realisation-assumptions';
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import { openXlsx } from '../../../src/workbook/xlsx';
import { publishedCases } from '../../published/cases';

const folder = join(__dirname, '../../published/realisation');
const names = [
  'hepatitis_c_england',
  'inclisiran_england',
  'insulin_pumps_leicester',
  'micro_example',
  'oncotype_netherlands',
];
const readingOf = async (workbook: string) => readAssumptions(await (await openXlsx(readFileSync(workbook))).read());

async function worked(name: string): Promise<Assumptions & { readonly realisation: RealisationAssumptions }> {
  const { assumptions } = await readingOf(join(folder, name, 'model.xlsx'));
  const realisation = assumptions?.realisation ?? null;
  if (!assumptions || !realisation) throw new Error(`${name} is not read`);
  return { ...assumptions, realisation };
}

test.each(names)('%s is read without a fault', async (name) => {
  const { findings, assumptions, scenarios } = await readingOf(join(folder, name, 'model.xlsx'));
  expect(findings.filter(({ severity }) => severity !== 'notice')).toEqual([]);
  expect(assumptions?.realisation).not.toBeNull();
  expect(assumptions?.realisation?.adoption.map((row) => row.technology)).toEqual(
    assumptions?.technologies.map((row) => row.technology),
  );
  expect(scenarios.length >= 0).toBe(true);
});

test('a budget impact alone has none of it', async () => {
  for (const { workbook } of publishedCases) {
    const { assumptions } = await readingOf(workbook);
    expect(assumptions?.realisation).toBeNull();
  }
});

test('the schedule of inclisiran', async () => {
  const { tasks, waves, resources } = (await worked('inclisiran_england')).realisation;
  const lag = (row: { readonly amount: { readonly value: { toString(): string } }; readonly unit: string } | null) =>
    row && `${row.amount.value.toString()} ${row.unit}`;
  expect(tasks.map(({ id, after }) => [id, after.map((link) => [link.task, link.kind, lag(link.lag)])])).toEqual([
    ['A', []],
    ['B', [[0, 'SS', '2 week']]],
    ['C', [[0, 'FS', null]]],
    [
      'D',
      [
        [1, 'FS', null],
        [2, 'FS', '1 week'],
      ],
    ],
    ['E', [[3, 'FS', null]]],
    [
      'F',
      [
        [3, 'FF', '3 month'],
        [4, 'SS', null],
      ],
    ],
    ['G', [[3, 'SF', '5 month']]],
  ]);
  expect(tasks[2]?.opens).toEqual(['Practice nurses']);
  expect(tasks[3]?.wave).toBe('first');
  expect(tasks[6]?.notBefore?.value.toString()).toBe('3');
  expect(waves.map((row) => [row.wave, row.technology, row.share?.value.toString(), row.liveAfter])).toEqual([
    ['first', '', '0.3', []],
    ['second', '', '0.4', []],
    ['last', '', '0.3', []],
  ]);
  expect(resources.map((row) => [row.resource, row.kind, row.carry, row.dimension, row.technology])).toEqual([
    ['Practice nurses', 'staff', 'no', 'process', 'Inclisiran'],
    ['GP hours', 'attention', 'no', 'attention', 'Inclisiran'],
    ['GP hours', 'attention', 'no', 'attention', ''],
  ]);
  expect(resources[2]?.from).toMatchObject({ kind: 'time' });
});

test('pools of hepatitis C: what one row says holds for all of them', async () => {
  const { resources, adoption } = (await worked('hepatitis_c_england')).realisation;
  expect(resources.map((row) => [row.kind, row.carry])).toEqual([
    ['supply', 'forward'],
    ['supply', 'forward'],
    ['attention', 'no'],
  ]);
  expect(resources[1]?.from).toMatchObject({ kind: 'task', task: 3, lag: null });
  expect(adoption.map((row) => [row.leaveQueue?.value.toString() ?? null, row.whileWaiting])).toEqual([
    ['0.002', 'Untreated'],
    [null, ''],
    [null, ''],
  ]);
});

test('settings of insulin pumps', async () => {
  const { targetWait, reliefMonths } = (await worked('insulin_pumps_leicester')).realisation;
  expect([targetWait?.value.toString(), reliefMonths.value.toString()]).toEqual(['4', '12']);
  expect((await worked('micro_example')).realisation.reliefMonths).toMatchObject({ standing: true });
});
