/**
 * The register of what is coming: chances, expected and unweighted cost, spread, and what the budget does not provide for.
 * Likelihood of approval: the product of the remaining phase rates (BIO, Biomedtracker & Amplion 2016). Launches are
 * independent; members of a group share the market of the largest. Workbook contract, BIM_Horizon.
 */
import type { Decimal } from 'decimal.js';
import type { ModelSettings } from '../assumptions';
import type { HorizonRow, Phase, Register } from '../horizon-assumptions';
import { Exact } from '../readings/decimals';
import { text } from '../figures';
import type { HorizonFigures } from '../realisation-results';
import { generator } from '../uncertainty/generator';
import { combinationsOf, inMarket, turnsOf, type Launch } from './register-groups';
import { spread } from './spread';

/** More combinations of launches than these are drawn. */
const MOST = 1_000_000;
const ZERO = new Exact(0);
const ONE = new Exact(1);
const PHASES: readonly Phase[] = ['I', 'II', 'III', 'filed', 'approved'];
const RATES: Readonly<Record<Phase, string>> = { I: '0.632', II: '0.307', III: '0.581', filed: '0.853', approved: '1' };

interface Coming {
  readonly row: HorizonRow;
  readonly chance: Decimal;
  readonly each: Decimal;
  readonly launches: readonly Launch[];
  /** Patients if it launches when it is most likely to. */
  readonly expected: readonly Decimal[];
}

export function registerFigures({ items, phases, room }: Register, settings: ModelSettings): HorizonFigures {
  const years = Array.from({ length: settings.years }, (_, n) => settings.firstYear + n);
  const coming = items.map((row) => comingOf(row, phases, years));
  const groups = groupsOf(coming);
  const combinations = combinationsOf(coming);
  const random = combinations.lte(MOST) ? null : generator(settings.seed);
  const turns = groups.map((members) =>
    turnsOf(
      members.flatMap((n) => coming[n] ?? []),
      years.length,
      random,
    ),
  );
  const weighted = inOrder(
    groups,
    turns.map((turn) => turn.weighted),
  );
  const whole = unweightedOf(coming, groups, years.length);
  const total = (lists: readonly (readonly Decimal[])[]): readonly Decimal[] =>
    years.map((_, year) => lists.reduce((sum, list) => sum.plus(list[year] ?? ZERO), ZERO));
  const mean = total(weighted);
  const headroom = room.length > 0 ? years.map((_, year) => roomIn(room, year, settings.baselineYear)) : null;
  return {
    chances: coming.map(({ row, chance }) => ({
      technology: row.technology,
      group: row.group,
      probability: text(chance),
    })),
    items: coming.flatMap(({ row }, n) => [
      { technology: row.technology, measure: 'weighted', values: (weighted[n] ?? []).map(text) },
      { technology: row.technology, measure: 'unweighted', values: (whole[n] ?? []).map(text) },
    ]),
    weighted: mean.map(text),
    unweighted: total(whole).map(text),
    ...spread(turns, years.length, headroom, random),
    method: random ? 'drawn' : 'exact',
    combinations: combinations.toFixed(),
    largest: years.map((_, year) => largestIn(coming, whole, year)),
    headroom: headroom && headroom.map(text),
    unprovided: headroom && mean.map((cost, year) => text(Exact.max(0, cost.minus(headroom[year] ?? ZERO)))),
  };
}

/** Lists by group and member, in the order of the register. */
function inOrder<T>(groups: readonly (readonly number[])[], lists: readonly (readonly T[])[]): readonly T[] {
  const made: T[] = [];
  groups.forEach((members, group) => {
    members.forEach((n, place) => {
      const one = lists[group]?.[place];
      if (one !== undefined) made[n] = one;
    });
  });
  return made;
}

/** Chance × funded, the launch dates with 1/6, 4/6, 1/6, and patients by date. */
function comingOf(row: HorizonRow, phases: Register['phases'], years: readonly number[]): Coming {
  const rateOf = (phase: Phase): Decimal =>
    phases.find((of) => of.phase === phase)?.rate.value ?? new Exact(RATES[phase]);
  const remaining = PHASES.slice(PHASES.indexOf(row.phase));
  const approval = row.probability?.value ?? remaining.reduce((product, phase) => product.times(rateOf(phase)), ONE);
  const chance = approval.times(row.funded?.value ?? 1);
  const sixths: readonly (readonly [Decimal, number])[] =
    row.earliest && row.latest
      ? [
          [row.earliest.value, 1],
          [row.launch.value, 4],
          [row.latest.value, 1],
        ]
      : [[row.launch.value, 6]];
  const none: Launch = { chance: ONE.minus(chance), patients: null };
  const launches = sixths.map(([at, weight]): Launch => ({
    chance: chance.times(weight).div(6),
    patients: patientsOf(row, at, years),
  }));
  return {
    row,
    chance,
    each: row.netCost.value.minus(row.displacedCost?.value ?? 0),
    launches: [none, ...launches].filter((launch) => !launch.chance.isZero()),
    expected: patientsOf(row, row.launch.value, years),
  };
}

/** Eligible × peak uptake × [G(y + 1 − L) − G(y − L)]: a straight ramp, averaged over the year. */
function patientsOf(row: HorizonRow, launch: Decimal, years: readonly number[]): readonly Decimal[] {
  const ramp = (x: Decimal): Decimal => {
    const peak = row.yearsToPeak.value;
    if (x.lte(0)) return ZERO;
    return x.lte(peak) ? x.times(x).div(peak.times(2)) : x.minus(peak.div(2));
  };
  return years.map((year) => {
    const after = new Exact(year).minus(launch);
    return row.eligible.value.times(row.peakUptake.value).times(ramp(after.plus(1)).minus(ramp(after)));
  });
}

/** Members by group; whoever has none stands alone. */
function groupsOf(coming: readonly Coming[]): readonly (readonly number[])[] {
  const groups = new Map<string, number[]>();
  coming.forEach(({ row }, n) => {
    const key = row.group === '' ? `alone ${String(n)}` : `group ${row.group.trim().toLowerCase()}`;
    groups.set(key, [...(groups.get(key) ?? []), n]);
  });
  return [...groups.values()];
}

/** What each would cost if all launch when they are most likely to. */
function unweightedOf(
  coming: readonly Coming[],
  groups: readonly (readonly number[])[],
  years: number,
): readonly (readonly Decimal[])[] {
  const made = coming.map((): readonly Decimal[] => []);
  for (const members of groups) {
    const launches = members.map((n): Launch => ({ chance: ONE, patients: coming[n]?.expected ?? null }));
    inMarket(launches, years).forEach((people, place) => {
      const n = members[place] ?? -1;
      made[n] = people.map((count) => count.times(coming[n]?.each ?? ZERO));
    });
  }
  return made;
}

/** The largest single item of the unweighted sum. */
function largestIn(coming: readonly Coming[], whole: readonly (readonly Decimal[])[], year: number): string {
  let [name, most] = ['', null as Decimal | null];
  coming.forEach(({ row }, n) => {
    const cost = whole[n]?.[year] ?? ZERO;
    if (most === null || cost.gt(most)) [name, most] = [row.technology, cost];
  });
  return name;
}

/** Room in the budget of a year: a typed year wins over Available. */
function roomIn(rows: Register['room'], year: number, baseline: boolean): Decimal {
  const perYear = { year: 1, month: 12, week: 52 };
  return rows.reduce((sum, row) => {
    const typed = row.years.get(year + (baseline ? 1 : 0))?.value;
    return sum.plus(typed ?? row.available?.value.times(perYear[row.period]) ?? 0);
  }, ZERO);
}
