/**
 * A try on the figures at rest gives what a run from the funnel up gives, digit for digit, and leaves the rest untouched:
 * held on random workbooks, with inputs of every kind moved one after another.
 */
import fc from 'fast-check';
import { faults } from '../../src/engine/faults';
import { impactFigures, type Run } from '../../src/engine/figures';
import { headlineQuantities } from '../../src/engine/headline';
import { runChanged } from '../../src/run/run-model';
import { benchOf, movesTo, tried, type Bench } from '../../src/stress/bench';
import { changedAssumptions } from '../../src/inputs/read-assumptions';
import { budgetImpact } from '../../src/engine/model/budget-impact';
import { snapshotOf, workbooks } from '../random/workbooks';
import { valueWorkbooks } from '../random/value';
import { PLAIN, snapshotOf as plain } from '../build/snapshot';
import { set } from '../engine/small';

/** Every headline figure, and what is realised. */
const figuresOf = (run: Run): readonly string[] => {
  const worth = run.of.value?.worth;
  return [...headlineQuantities(run), ...(worth ? Object.values(worth.value) : [])].flatMap((quantity) =>
    run.exact.block(quantity).map((value) => value.toFixed()),
  );
};

/** Addresses of some numbers that were typed, spread over the tables. */
const addressesOf = ({ base }: Bench, count: number): readonly string[] => {
  const given = base.of.model.quantities.flatMap(({ block }) =>
    (block.input?.given ?? []).flatMap((cell) => (cell && cell.standing !== true ? [cell.parameter] : [])),
  );
  const all = [...new Set(given)];
  return Array.from({ length: Math.min(count, all.length) }, (_, n) => all[Math.floor((n * all.length) / count)] ?? '');
};

let [quick, moved] = [0, 0];
function holds(bench: Bench, parameter: string): void {
  const changes = [set(parameter, '1.25', 'x')];
  const rest = figuresOf(bench.base);
  const { value } = tried(bench, changes, figuresOf);
  const { run } = runChanged(bench.reading, bench.base, changes);
  expect([parameter, value]).toEqual([parameter, run && figuresOf(run)]);
  expect(figuresOf(bench.base)).toEqual(rest);
  expect(faults(bench.base)).toEqual([]);
  const { assumptions } = changedAssumptions(bench.reading, changes);
  if (assumptions && movesTo(bench, budgetImpact(assumptions))) quick += 1;
  moved += 1;
}

test.each([
  ['the core tables', workbooks()],
  ['every family', workbooks({ streams: true, regimens: true, agreements: true, tests: true })],
  ['cohorts', workbooks({ cohorts: true, agreements: true })],
  ['value realisation', valueWorkbooks({ accounting: 'cohort', wide: true })],
])('tries on %s', (_, of) => {
  fc.assert(
    fc.property(of, (tables) => {
      const { bench } = benchOf(snapshotOf(tables));
      if (bench) for (const parameter of addressesOf(bench, 6)) holds(bench, parameter);
    }),
    { numRuns: 4, seed: 7 },
  );
  expect(moved).toBeGreaterThan(12);
  expect(quick / moved).toBeGreaterThan(0.6);
});

test('a change that the model refuses is said, and one of another shape is run from the funnel up', () => {
  const { bench } = benchOf(plain(PLAIN));
  if (!bench) throw new Error('no bench');
  const refused = tried(bench, [set('Uptake/with/All/Drug A/2026', '2')], impactFigures);
  expect([refused.value, refused.findings.map(({ severity }) => severity)]).toEqual([null, ['error']]);
  const shorter = tried(bench, [set('Model/Years', '2')], impactFigures);
  expect(shorter.value?.total.length).toBe(2);
});
