/** Figures of tests: whom each test finds, and what the tests of a world and subgroup do together. */
import type { TestRow } from './assumptions';
import { listed, text, valuesOf, type Periods, type Run } from './figures';
import { measuresKnown, type ChainMeasure } from './model/test-chains';
import { WORLDS } from './model/structure';
import { isAccurate } from './model/test-uses';
import { MEASURES, type Measure } from './model/testing';
import type { TestChainFigures, TestFigures } from './results';
import { rowOf, traced } from './traces';

/** Every test of every world and subgroup, measure by measure. */
export function testFigures(run: Run, periods: Periods): readonly TestFigures[] {
  const { tests, structure } = run.of;
  if (!tests) return [];
  return tests.uses.flatMap(({ row: at, world, subgroup }, index) => {
    const row = tests.rows[at];
    if (!row || world >= WORLDS.length) return [];
    return measuresOf(row).map((measure) => ({
      world: WORLDS[world] ?? '',
      subgroup: structure.subgroup.members[subgroup] ?? '',
      test: row.test,
      measure,
      values: listed(run, tests.measures[measure], [index], periods),
    }));
  });
}

/** What a test can tell: without accuracy nobody knows who is ill, and without Positive it only costs. */
function measuresOf(row: TestRow): readonly Measure[] {
  if (isAccurate(row)) return MEASURES;
  return row.positive !== null ? ['tested', 'positive'] : ['tested'];
}

const PER_CONFIRMED: readonly ChainMeasure[] = ['testsPerConfirmed', 'costPerConfirmed'];

/** Tests done, readers' minutes, who is confirmed, missed and treated in vain, and what each confirmed patient takes. */
export function testChainFigures(run: Run, periods: Periods): readonly TestChainFigures[] {
  const { testChains, structure } = run.of;
  if (!testChains) return [];
  const { chains, measures } = testChains;
  return chains.flatMap((chain, index) => {
    if (chain.world >= WORLDS.length) return [];
    const confirmed = valuesOf(run, measures.confirmed, [index], periods);
    const perConfirmed = (measure: ChainMeasure) => {
      const values = valuesOf(run, measures[measure], [index], periods);
      const list = values.map((value, n) => (confirmed[n]?.isZero() === false ? text(value) : null));
      return traced(run.traces, list, rowOf(measures[measure], [index]));
    };
    return measuresKnown(chain).map((measure) => ({
      world: WORLDS[chain.world] ?? '',
      subgroup: structure.subgroup.members[chain.subgroup] ?? '',
      measure,
      values: PER_CONFIRMED.includes(measure)
        ? perConfirmed(measure)
        : listed(run, measures[measure], [index], periods),
    }));
  });
}
