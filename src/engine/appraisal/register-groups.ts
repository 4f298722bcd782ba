/**
 * How a group of the register may turn out: who launches, when, and what it costs. Launches are independent; launched
 * members share the market of the largest. Small groups are enumerated in decimals, larger ones in floats, and where the
 * whole register has more than a million combinations those are drawn.
 */
import type { Decimal } from 'decimal.js';
import { Exact } from '../readings/decimals';

/** A launch that may happen: how likely, and the patients of each year if nothing else launches. */
export interface Launch {
  readonly chance: Decimal;
  /** By year, people; null: it does not launch. */
  readonly patients: readonly Decimal[] | null;
}
/** A technology with what may become of it, and what a patient-year of it adds to the cost. */
export interface Member {
  readonly each: Decimal;
  readonly launches: readonly Launch[];
}
/** What a group may come to. */
export interface GroupTurn {
  /** Expected cost, by member and year. */
  readonly weighted: readonly (readonly Decimal[])[];
  /** By year. */
  readonly variance: readonly Decimal[];
  /** Chance of each outcome, and by year what it costs. */
  readonly chances: Float64Array;
  readonly costs: readonly Float64Array[];
}

/** So many combinations are drawn where all are too many. */
export const DRAWS = 10_000;
/** Groups of at most so many combinations are enumerated in decimals. */
const IN_DECIMALS = 1024;
const ZERO = new Exact(0);

export const combinationsOf = (members: readonly Member[]): Decimal =>
  members.reduce((product, { launches }) => product.times(launches.length), new Exact(1));

/** `random`: draws in place of combinations, where there are more than fit. */
export const turnsOf = (members: readonly Member[], years: number, random: (() => number) | null): GroupTurn =>
  combinationsOf(members).lte(IN_DECIMALS) ? inDecimals(members, years) : inFloats(members, years, random);

/** Launched members together treat as many as the largest of them alone, in proportion. */
export function inMarket(launches: readonly Launch[], years: number): readonly (readonly Decimal[])[] {
  const alone = launches.map(({ patients }) => patients ?? Array.from({ length: years }, () => ZERO));
  return alone.map((people) =>
    people.map((count, year) => {
      const all = alone.map((list) => list[year] ?? ZERO);
      const sum = all.reduce((total, other) => total.plus(other), ZERO);
      return sum.isZero() ? ZERO : count.times(Exact.max(...all)).div(sum);
    }),
  );
}

const product = (lists: readonly (readonly Launch[])[]): readonly (readonly Launch[])[] =>
  lists.reduce<readonly (readonly Launch[])[]>(
    (made, list) => made.flatMap((held) => list.map((launch) => [...held, launch])),
    [[]],
  );

function inDecimals(members: readonly Member[], years: number): GroupTurn {
  const outcomes = product(members.map(({ launches }) => launches)).map((launches) => ({
    chance: launches.reduce((all, { chance }) => all.times(chance), new Exact(1)),
    costs: inMarket(launches, years).map((people, n) => people.map((count) => count.times(members[n]?.each ?? 0))),
  }));
  const all = Array.from({ length: years }, (_, year) =>
    outcomes.map(({ costs }) => costs.reduce((sum, cost) => sum.plus(cost[year] ?? ZERO), ZERO)),
  );
  const mean = (of: (outcome: number) => Decimal): Decimal =>
    outcomes.reduce((sum, { chance }, n) => sum.plus(chance.times(of(n))), ZERO);
  return {
    weighted: members.map((_, n) => all.map((__, year) => mean((at) => outcomes[at]?.costs[n]?.[year] ?? ZERO))),
    variance: all.map((list) => {
      const square = mean((at) => (list[at] ?? ZERO).pow(2));
      return Exact.max(0, square.minus(mean((at) => list[at] ?? ZERO).pow(2)));
    }),
    chances: Float64Array.from(outcomes, ({ chance }) => chance.toNumber()),
    costs: all.map((list) => Float64Array.from(list, (cost) => cost.toNumber())),
  };
}

/** Launches of a member in floats: chances up to each, and patients × years, one launch after the other. */
interface PlainMember {
  readonly each: number;
  readonly chances: readonly number[];
  readonly patients: Float64Array;
}

const plainOf = ({ each, launches }: Member, years: number): PlainMember => ({
  each: each.toNumber(),
  chances: launches.map(({ chance }) => chance.toNumber()),
  patients: Float64Array.from({ length: launches.length * years }, (_, n) =>
    Number(launches[Math.floor(n / years)]?.patients?.[n % years] ?? 0),
  ),
});

function inFloats(members: readonly Member[], years: number, random: (() => number) | null): GroupTurn {
  const plain = members.map((member) => plainOf(member, years));
  const count = random ? DRAWS : combinationsOf(members).toNumber();
  const weighted = plain.map(() => new Float64Array(years));
  const chances = new Float64Array(count);
  const costs = Array.from({ length: years }, () => new Float64Array(count));
  const [launches, people] = [new Int32Array(plain.length), new Float64Array(plain.length)];
  for (let at = 0; at < count; at += 1) {
    const likely = random ? draw(plain, launches, random) : choose(plain, launches, at);
    const chance = random ? 1 / count : likely;
    chances[at] = chance;
    for (let year = 0; year < years; year += 1) {
      for (let n = 0; n < plain.length; n += 1) people[n] = plain[n]?.patients[(launches[n] ?? 0) * years + year] ?? 0;
      const list = costs[year];
      if (list) list[at] = costOf(plain, people, year, chance, weighted);
    }
  }
  const exact = (value: number): Decimal => new Exact(value);
  return {
    weighted: weighted.map((list) => Array.from(list, exact)),
    variance: costs.map((list) => exact(varianceOf(chances, list))),
    chances,
    costs,
  };
}

/** What all launches of an outcome cost in a year; every member's part is added to what it costs on average. */
function costOf(
  members: readonly PlainMember[],
  people: Float64Array,
  year: number,
  chance: number,
  weighted: readonly Float64Array[],
): number {
  let [sum, most] = [0, 0];
  for (const count of people) {
    sum += count;
    if (count > most) most = count;
  }
  if (sum === 0) return 0;
  let cost = 0;
  for (let n = 0; n < people.length; n += 1) {
    const part = (((people[n] ?? 0) * most) / sum) * (members[n]?.each ?? 0);
    cost += part;
    const held = weighted[n];
    if (held) held[year] = (held[year] ?? 0) + chance * part;
  }
  return cost;
}

/** The combination of a number: one launch of each member; its chance. */
function choose(members: readonly PlainMember[], launches: Int32Array, number: number): number {
  let [rest, likely] = [number, 1];
  for (let n = 0; n < members.length; n += 1) {
    const chances = members[n]?.chances ?? [1];
    const launch = rest % chances.length;
    launches[n] = launch;
    likely *= chances[launch] ?? 1;
    rest = Math.floor(rest / chances.length);
  }
  return likely;
}

/** One launch of each member, drawn. */
function draw(members: readonly PlainMember[], launches: Int32Array, random: () => number): number {
  for (let n = 0; n < members.length; n += 1) {
    const chances = members[n]?.chances ?? [];
    let [launch, left] = [0, random() - (chances[0] ?? 1)];
    while (left > 0 && launch < chances.length - 1) {
      launch += 1;
      left -= chances[launch] ?? 1;
    }
    launches[n] = launch;
  }
  return 1;
}

function varianceOf(chances: Float64Array, costs: Float64Array): number {
  let mean = 0;
  chances.forEach((chance, n) => (mean += chance * (costs[n] ?? 0)));
  let sum = 0;
  chances.forEach((chance, n) => (sum += chance * ((costs[n] ?? 0) - mean) ** 2));
  return sum;
}
