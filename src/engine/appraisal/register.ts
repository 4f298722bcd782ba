/**
 * The register of what is coming as figures: expected and unweighted cost, spread, and what the budget does not provide
 * for. What can be written down is read from the model (`coming/`); percentiles are counted, and so are markets with too
 * many combinations of launches to write down. Workbook contract, BIM_Horizon.
 */
import type { Decimal } from 'decimal.js';
import type { Coming } from '../coming/coming';
import { listed, text, valuesOf, years, type Run } from '../figures';
import { Exact } from '../readings/decimals';
import type { HorizonFigures } from '../realisation-results';
import type { Amounts } from '../results';
import { generator } from '../uncertainty/generator';
import { counted, type Counted, type Launch, type Turn } from './register-groups';
import { spread } from './spread';

/** More combinations of launches than these are drawn. */
const MOST = 1_000_000;
const ZERO = new Exact(0);

/** Null without BIM_Horizon. */
export function registerFigures(run: Run): HorizonFigures | null {
  const { coming, structure } = run.of;
  if (!coming) return null;
  const { launches, together, room } = coming;
  const periods = years(run);
  const chances = launches.rows.map((_, n) => run.exact.at(launches.chance, [n]));
  const combinations = launches.rows.reduce(
    (product, _, n) => product.times(launchesOf(run, coming, n).length),
    new Exact(1),
  );
  const random = combinations.lte(MOST) ? null : generator(structure.assumptions.model.seed);
  const turns = coming.markets.groups.map((_, group) => turnOf(run, coming, group, random));
  const weighted = weightedOf(run, coming, turns);
  const unweighted = launches.rows.map((_, n) => listed(run, coming.ifAll, [n], periods));
  const mean = together ? listed(run, together.expected, [], periods) : addedUp(weighted, periods.length);
  const headroom = room && listed(run, room, [], periods);
  const limits = headroom && headroom.map((value) => new Exact(value));
  return {
    chances: launches.rows.map((row, n) => ({
      technology: row.technology,
      group: row.group,
      probability: text(chances[n] ?? ZERO),
    })),
    items: launches.rows.flatMap(({ technology }, n) => [
      { technology, measure: 'weighted', values: weighted[n] ?? [] },
      { technology, measure: 'unweighted', values: unweighted[n] ?? [] },
    ]),
    weighted: mean,
    unweighted: listed(run, coming.unweighted, [], periods),
    sd: together ? listed(run, together.deviation, [], periods) : deviations(run, coming, turns),
    ...spread(turns, periods.length, limits, random),
    method: random ? 'drawn' : 'exact',
    combinations: combinations.toFixed(),
    largest: periods.map((_, year) => largestIn(coming, unweighted, year)),
    headroom,
    unprovided: together?.unprovided
      ? listed(run, together.unprovided, [], periods)
      : limits && mean.map((cost, year) => text(Exact.max(0, new Exact(cost).minus(limits[year] ?? ZERO)))),
  };
}

/** What may become of a technology, with its chances: those without a chance are left out. */
function launchesOf(run: Run, { launches }: Coming, item: number): readonly Launch[] {
  const { dates, dateChance, never, patients } = launches;
  const periods = years(run);
  return [
    { chance: run.exact.at(never, [item]), patients: null },
    ...dates.flatMap((date, n) =>
      date.item === item
        ? [{ chance: run.exact.at(dateChance, [n]), patients: valuesOf(run, patients, [n], periods) }]
        : [],
    ),
  ].filter((launch) => !launch.chance.isZero());
}

/** How a market may turn out. */
function turnOf(run: Run, coming: Coming, group: number, random: (() => number) | null): Turn | Counted {
  const { launches, markets } = coming;
  const { members, written } = markets.groups[group] ?? { members: [], written: true };
  const periods = years(run);
  const [alone = -1] = members;
  if (!written)
    return counted(
      members.map((n) => ({ each: eachOf(coming, n), launches: launchesOf(run, coming, n) })),
      periods.length,
      random,
    );
  const ways =
    members.length === 1
      ? [
          { chance: run.exact.at(launches.never, [alone]), costs: periods.map(() => ZERO) },
          ...launches.dates.flatMap((date, n) =>
            date.item === alone
              ? [{ chance: run.exact.at(launches.dateChance, [n]), costs: valuesOf(run, launches.cost, [n], periods) }]
              : [],
          ),
        ]
      : markets.outcomes.flatMap((outcome, n) =>
          outcome.group === group
            ? [{ chance: run.exact.at(markets.chance, [n]), costs: valuesOf(run, markets.cost, [n], periods) }]
            : [],
        );
  const possible = ways.filter(({ chance }) => !chance.isZero());
  return {
    chances: Float64Array.from(possible, ({ chance }) => chance.toNumber()),
    costs: periods.map((_, year) => Float64Array.from(possible, ({ costs }) => costs[year]?.toNumber() ?? 0)),
  };
}

/** What a patient-year adds to the cost. */
function eachOf({ launches }: Coming, item: number): Decimal {
  const row = launches.rows[item];
  return row ? row.netCost.value.minus(row.displacedCost?.value ?? 0) : ZERO;
}

/** Expected cost of each technology: a quantity where its market is written out. */
function weightedOf(run: Run, coming: Coming, turns: readonly (Turn | Counted)[]): readonly Amounts[] {
  const { launches, markets, expected } = coming;
  const periods = years(run);
  const member = new Map<number, number>();
  markets.groups.forEach((group) => {
    if (group.written) for (const n of group.members) member.set(n, 0);
  });
  [...member.keys()].sort((a, b) => a - b).forEach((n, place) => member.set(n, place));
  return launches.rows.map((_, n) => {
    const place = member.get(n);
    if (place !== undefined) return listed(run, expected, [place], periods);
    const group = markets.groups.findIndex(({ members }) => members.includes(n));
    const turn = turns[group];
    const seat = markets.groups[group]?.members.indexOf(n) ?? -1;
    return turn && 'weighted' in turn ? (turn.weighted[seat] ?? []).map(text) : [];
  });
}

const addedUp = (lists: readonly Amounts[], size: number): Amounts =>
  Array.from({ length: size }, (_, year) => text(lists.reduce((sum, list) => sum.plus(list[year] ?? 0), ZERO)));

/** Where some markets are counted outside the model: their variances and those of the others. */
function deviations(run: Run, { market, variance }: Coming, turns: readonly (Turn | Counted)[]): Amounts {
  return years(run).map((period, year) => {
    const known = market.members.reduce((sum, _, n) => sum.plus(run.exact.at(variance, [n, period])), ZERO);
    const all = turns.reduce((sum, turn) => ('variance' in turn ? sum.plus(turn.variance[year] ?? 0) : sum), known);
    return text(all.sqrt());
  });
}

/** The largest single item of the unweighted sum. */
function largestIn({ launches }: Coming, whole: readonly Amounts[], year: number): string {
  let [name, most] = ['', null as Decimal | null];
  launches.rows.forEach((row, n) => {
    const cost = new Exact(whole[n]?.[year] ?? 0);
    if (most === null || cost.gt(most)) [name, most] = [row.technology, cost];
  });
  return name;
}
