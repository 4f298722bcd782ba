/**
 * What a chain of tests does for patients: tests done and readers' time, who is confirmed, missed, and treated in vain,
 * and tests and money for each confirmed patient. Method page, value realisation, Tests; workbook contract, BIM_Tests.
 */
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, constant, equal, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import { treating, type Structure } from './structure';
import { isAccurate, isGate, isLast, truthKnown } from './test-uses';
import type { Testing } from './testing';

export const CHAIN_MEASURES = [
  'tests',
  'minutes',
  'confirmed',
  'missed',
  'inVain',
  'testsPerConfirmed',
  'costPerConfirmed',
] as const;
export type ChainMeasure = (typeof CHAIN_MEASURES)[number];

/** The tests of one world and subgroup. `end`: the one that says who is confirmed; -1 where none does. */
interface Chain {
  readonly world: number;
  readonly subgroup: number;
  readonly end: number;
  readonly gated: boolean;
  /** True where the tests up to the end tell the ill from the well. */
  readonly accurate: boolean;
  readonly timed: boolean;
  readonly priced: boolean;
}

export interface TestChains {
  readonly chain: Axis;
  readonly chains: readonly Chain[];
  /** Each [chain, year]. */
  readonly measures: Readonly<Record<ChainMeasure, Quantity>>;
}

/** What a chain can tell: who is missed or treated in vain only where the tests tell the ill from the well. */
export function measuresKnown(chain: Chain): readonly ChainMeasure[] {
  const known: Readonly<Record<ChainMeasure, boolean>> = {
    tests: true,
    minutes: chain.timed,
    confirmed: chain.end >= 0,
    missed: chain.accurate,
    inVain: chain.accurate && chain.gated,
    testsPerConfirmed: chain.end >= 0,
    costPerConfirmed: chain.end >= 0 && chain.priced,
  };
  return CHAIN_MEASURES.filter((measure) => known[measure]);
}

function chainsOf({ uses, rows }: Testing): readonly Chain[] {
  const known = truthKnown(uses, rows);
  const firsts = uses.filter(
    (use, index) => uses.findIndex((other) => other.world === use.world && other.subgroup === use.subgroup) === index,
  );
  return firsts.map(({ world, subgroup }) => {
    const here = uses.flatMap((use, index) => (use.world === world && use.subgroup === subgroup ? [index] : []));
    const row = (index: number) => rows[uses[index]?.row ?? -1];
    const gates = here.filter((index) => isLast(uses, index) && isGate(uses, rows, index));
    const telling = here.filter(
      (index) => isLast(uses, index) && (isAccurate(row(index)) || row(index)?.positive !== null),
    );
    const end = gates.at(-1) ?? telling.at(-1) ?? -1;
    return {
      world,
      subgroup,
      end,
      gated: gates.length > 0,
      accurate: known[end] === true,
      timed: here.some((index) => row(index)?.minutes !== null),
      priced: here.some((index) => row(index)?.unitCost !== null),
    };
  });
}

/** The chains as an axis, and what ties tests to them. */
interface Ties {
  readonly chain: Axis;
  /** Every test to its chain. */
  readonly all: Link;
  /** Tests whose false negatives are missed for good: the gates on the way, and the end. */
  readonly missing: Link;
  readonly end: Link;
}

function tiesOf({ world, subgroup }: Structure, { uses, rows, test }: Testing, chains: readonly Chain[]): Ties {
  const known = truthKnown(uses, rows);
  const name = (at: Chain): string => `${world.members[at.world] ?? ''} · ${subgroup.members[at.subgroup] ?? ''}`;
  const chain = axis('test chain', chains.map(name));
  chain.belongsTo(
    world,
    chains.map((at) => at.world),
  );
  chain.belongsTo(
    subgroup,
    chains.map((at) => at.subgroup),
  );
  const places = uses.map((use) => chains.findIndex((at) => at.world === use.world && at.subgroup === use.subgroup));
  const missing = places.map((at, index) => {
    const counts = index === chains[at]?.end || isGate(uses, rows, index);
    return counts && known[index] === true && isLast(uses, index) ? at : -1;
  });
  const ends = chains.map((at) => at.end);
  return {
    chain,
    all: link('chain of the test', test, chain, places),
    missing: link('chain whose ill are missed', test, chain, missing),
    end: link('test that confirms', chain, test, ends),
  };
}

const SOURCE = 'method page, Tests; workbook contract, BIM_Tests';

/** `treated` are those on each technology, before discontinuation. [world, arm, year] */
export function testChains(model: Model, structure: Structure, tests: Testing, treated: Quantity): TestChains {
  const { year, assumptions } = structure;
  const { rows, rowAxis, test, found, measures: of } = tests;
  const money = assumptions.model.currency;
  const chains = chainsOf(tests);
  const { chain, all, missing, end } = tiesOf(structure, tests, chains);
  const block = (name: string, unit: string, formula: () => Expression): Quantity =>
    model.quantity(name, unit, [chain, year], formula, { source: SOURCE });
  const times = rows.map((row) => row.minutes);
  const minutes = model.input('Minutes of a reader', 'minute', [rowAxis], times, new Exact(0));
  const each = (rate: Quantity): Expression => sum(of.tested.times(rate).over(constant(1, 'person')), test, all);
  const has = (member: number): string => ((chains[member]?.end ?? -1) < 0 ? 'open' : 'ended');
  const ended = (some: Quantity): Expression => cases(chain, has, { open: zero(), ended: some.via(end) });
  const done = block('Tests done', 'person', () => sum(of.tested, test, all));
  const confirmed = block('Confirmed by tests', 'person', () => ended(found.ill));
  const wrong = block('Positive and well', 'person', () => ended(found.well));
  const cost = block('Cost of the tests', money, () => each(tests.unitCost));
  const perConfirmed = (name: string, unit: string, some: Quantity): Quantity =>
    block(name, unit, () =>
      select(
        equal(confirmed, zero()),
        zero(),
        some.over(confirmed).times(constant(1, unit === money ? 'person' : '1')),
      ),
    );
  return {
    chain,
    chains,
    measures: {
      tests: done,
      minutes: block('Time of readers', 'minute', () => each(minutes)),
      confirmed,
      missed: block('Missed by tests', 'person', () => sum(tests.missed, test, missing)),
      inVain: inVain(model, structure, block, { treated, confirmed, wrong }),
      testsPerConfirmed: perConfirmed('Tests per confirmed patient', '1', done),
      costPerConfirmed: perConfirmed('Cost of tests per confirmed patient', money, cost),
    },
  };
}

/** Of those who are treated, on a technology of a Role other than none, the part that is well. */
function inVain(
  model: Model,
  structure: Structure,
  block: (name: string, unit: string, formula: () => Expression) => Quantity,
  { treated, confirmed, wrong }: Readonly<Record<'treated' | 'confirmed' | 'wrong', Quantity>>,
): Quantity {
  const { world, subgroup, year, arm } = structure;
  const treatedIn = model.quantity(
    'People treated',
    'person',
    [world, subgroup, year],
    () => sum(treated, arm, treating(structure)),
    { source: SOURCE },
  );
  return block('Treated in vain', 'person', () =>
    select(equal(wrong, zero()), zero(), treatedIn.times(wrong).over(confirmed.plus(wrong))),
  );
}
