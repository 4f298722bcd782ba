/** Ways to change a model's inputs: numbers times so much, the worlds alike or swapped, shares as they came out. */
import type { Decimal } from 'decimal.js';
import type { Assumptions, CostRow, Given, Series, World } from '../engine/assumptions';
import type { Run } from '../engine/figures';
import { WORLDS } from '../engine/model/structure';
import { uptakeRow } from '../engine/model/uptake-row';
import { Exact } from '../engine/readings/decimals';

type By = Decimal | number | string;

export const scaled = (given: Given, by: By): Given => ({ ...given, value: given.value.times(by) });
export const scaledOr = (given: Given | null, by: By): Given | null => given && scaled(given, by);
export const valued = (like: Given, value: By): Given => ({ ...like, value: new Exact(value) });

/** Base and typed years of a series, changed; its growth stays. */
export const series = (of: Series, change: (given: Given) => Given): Series => ({
  ...of,
  base: of.base && change(of.base),
  years: new Map([...of.years].map(([year, given]) => [year, change(given)])),
});

/** Money of an agreement's columns, where they hold money. */
const MONEY_IN_AGREEMENTS: Readonly<Record<string, readonly ('threshold' | 'p1' | 'rate')[]>> = {
  'price-volume': ['threshold'],
  'spend cap': ['threshold'],
  subscription: ['p1', 'rate'],
  blend: ['p1'],
};

/** Every price and unit cost times so much. */
export const moneyTimes = (of: Assumptions, by: By): Assumptions => ({
  ...of,
  prices: of.prices.map((row) => ({
    ...row,
    listPrice: series(row.listPrice, (given) => scaled(given, by)),
    fee: scaledOr(row.fee, by),
  })),
  costs: of.costs.map((row) => ({
    ...row,
    unitCost: row.unitCost && series(row.unitCost, (given) => scaled(given, by)),
  })),
  tests: of.tests.map((row) => ({ ...row, unitCost: scaledOr(row.unitCost, by) })),
  agreements: of.agreements.map((row) => ({
    ...row,
    ...Object.fromEntries((MONEY_IN_AGREEMENTS[row.type] ?? []).map((column) => [column, scaledOr(row[column], by)])),
  })),
});

/** So many times the people. */
export const peopleTimes = (of: Assumptions, by: By): Assumptions => ({
  ...of,
  population: of.population.map((row) =>
    row.op === 'count' || row.op === '+' || row.op === '-'
      ? { ...row, value: series(row.value, (given) => scaled(given, by)) }
      : row,
  ),
  uptake: of.uptake.map((row) =>
    row.unit === 'patients'
      ? { ...row, years: new Map([...row.years].map(([year, given]) => [year, scaled(given, by)])) }
      : row,
  ),
});

export const costsOf = (of: Assumptions, keep: (row: CostRow) => boolean): Assumptions => ({
  ...of,
  costs: of.costs.filter(keep),
});
export const withoutFixed = (of: Assumptions): Assumptions => costsOf(of, (row) => row.per !== 'year');
/** Without rows and doses that are charged for starters, which the years before decide. */
export const withoutStarters = (of: Assumptions): Assumptions => ({
  ...costsOf(of, (row) => row.per !== 'start' && row.treatmentYear === ''),
  regimens: of.regimens.map((row) => ({ ...row, loadingDoses: null })),
});

/** Both worlds as world without. */
export const sameWorlds = (of: Assumptions): Assumptions => {
  const rows = of.uptake.filter((row) => row.world === 'without');
  return {
    ...of,
    uptake: WORLDS.flatMap((world) => rows.map((row) => ({ ...row, world }))),
    costs: of.costs.filter((row) => row.world !== 'with').map((row) => ({ ...row, world: null })),
    tests: of.tests.filter((row) => row.world !== 'with').map((row) => ({ ...row, world: null })),
  };
};

const other = (world: World | null): World | null => (world === null ? null : world === 'with' ? 'without' : 'with');

/** Each world in place of the other. Shares must be typed in both. */
export const swappedWorlds = (of: Assumptions): Assumptions => ({
  ...of,
  uptake: of.uptake.map((row) => ({ ...row, world: row.world === 'with' ? 'without' : 'with' })),
  costs: of.costs.map((row) => ({ ...row, world: other(row.world) })),
  tests: of.tests.map((row) => ({ ...row, world: other(row.world) })),
});

/** The share of an arm in a world and period. */
export type ShareAt = (world: number, arm: number, period: number) => Decimal;

/** The shares that a run came to, whatever rule they came from. */
export const sharesIn =
  (run: Run): ShareAt =>
  (world, arm, period) =>
    run.exact.at(run.of.patients.shares.share, [world, arm, period]);

/** The model with a share typed for every world, subgroup, technology and year, so that they can be changed at will. */
export function typedShares(run: Run, shareAt: ShareAt = sharesIn(run)): Assumptions {
  const { assumptions, arms, year } = run.of.structure;
  const uptake = WORLDS.flatMap((world, w) =>
    arms.map((arm, index) =>
      uptakeRow(
        run.of.structure,
        arm,
        world,
        new Map(year.members.map((_, period) => [period, shareAt(w, index, period)])),
      ),
    ),
  );
  return { ...assumptions, uptake, displacement: [] };
}
