/** Conventions tried: what a setting of BIM_Model does to the result, and which published cases pin each way. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { assess } from '../../src/assess';
import { compareConventions } from '../../src/compare/conventions';
import { CONVENTIONS, conventionOf, wayOf } from '../../src/inputs/conventions';
import { effectWords } from '../../src/outputs/convention-words';
import { openXlsx } from '../../src/workbook/xlsx';
import { snapshotOf } from '../build/snapshot';
import { costOfNew, model, small, switching, type Tables } from '../engine/small';
import { compare, type ExpectedCase } from '../published/compare';

const typed = (tables: Tables) => {
  const snapshot = snapshotOf(tables);
  const { results } = assess(snapshot);
  if (!results) throw new Error('the model has an error');
  return { snapshot, results };
};
const LEAVING: Tables = small({
  Model: model(1),
  Technologies: [
    ['Technology', 'Role', 'Discontinuation'],
    ['New', 'new', 0.2],
    ['Old', 'current', 0],
  ],
  Uptake: switching(1),
  Costs: costOfNew(10),
});

test('the model as typed is compared with the one tried, each setting alone', () => {
  const { snapshot, results } = typed(LEAVING);
  const [leavers, patients] = compareConventions(snapshot, results, [
    { setting: 'leavers_cost', value: '0.5' },
    { setting: 'Patients', value: 'round' },
  ]);
  expect([leavers?.now, leavers?.after?.impact.total, leavers?.way?.pinnedBy]).toEqual(['0', ['900'], ['ncpe']]);
  expect([patients?.now, patients?.after?.impact.total]).toEqual(['fractional', ['800']]);
  expect(leavers?.after && effectWords(results, leavers.after)[0]).toBe(
    'Budget impact 2026: £800.00 → £900.00, +£100.00 (+12.5 %).',
  );
  expect(patients?.after && effectWords(results, patients.after)).toEqual([
    'Budget impact 2026: £800.00, not changed.',
  ]);
});

test('a value that the model refuses is said with its error, and what is no convention is refused', () => {
  const { snapshot, results } = typed(LEAVING);
  const [wrong] = compareConventions(snapshot, results, [{ setting: 'Leavers cost', value: '2' }]);
  expect([wrong?.after, wrong?.findings.map(({ code }) => code)]).toEqual([null, ['out-of-bounds']]);
  expect(() => compareConventions(snapshot, results, [{ setting: 'Title', value: 'x' }])).toThrow('no convention');
});

test('values are known by their kind, whatever their places', () => {
  const patients = conventionOf('Patients');
  expect(patients && wayOf(patients, 'Round half even to 2 places')?.value).toBe('round half even');
  expect(patients && wayOf(patients, 'round to 2 places')?.value).toBe('round');
});

const CASES = path.join(__dirname, '..', 'published');
const mismatches = async (name: string, change: string | null): Promise<number> => {
  const workbook = await openXlsx(readFileSync(path.join(CASES, name, 'model.xlsx')));
  const expected = JSON.parse(readFileSync(path.join(CASES, name, 'expected.json'), 'utf8')) as ExpectedCase;
  const changes =
    change === null
      ? []
      : [{ parameter: change.split('=')[0] ?? '', op: 'set' as const, value: change.split('=')[1] ?? '', at: null }];
  const { results } = assess(await workbook.read(), { changes });
  return results ? compare(results, expected, ['uncertainty.']).mismatches.length : Infinity;
};

// A case pins a way when its printed figures no longer come out with another.
const PINNED = CONVENTIONS.flatMap(({ setting, ways }) =>
  ways.flatMap((way) =>
    way.pinnedBy.map((name) => {
      const other = ways.find((each) => each !== way)?.value.replace(' N ', ' 0 ') ?? '';
      return [name, setting, way.value, other] as const;
    }),
  ),
);
test.each(PINNED)('%s pins %s: %s, against %s', async (name, setting, _, other) => {
  expect(await mismatches(name, `Model/${setting}/Value=${other}`)).toBeGreaterThan(0);
});
