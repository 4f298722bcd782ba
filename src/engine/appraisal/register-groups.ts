/**
 * A market of the register with too many combinations of launches to write down: they are counted in floats, and where the
 * whole register has more than a million they are drawn. Launched members share the market of the largest.
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
interface Member {
  readonly each: Decimal;
  readonly launches: readonly Launch[];
}
/** What a market may come to: the chance of each outcome, and by year what it costs. */
export interface Turn {
  readonly chances: Float64Array;
  readonly costs: readonly Float64Array[];
}
/** The same, counted here. */
export interface Counted extends Turn {
  /** Expected cost, by member and year. */
  readonly weighted: readonly (readonly Decimal[])[];
  /** By year. */
  readonly variance: readonly Decimal[];
}

/** So many combinations are drawn where all are too many. */
export const DRAWS = 10_000;

const combinationsOf = (members: readonly Member[]): number =>
  members.reduce((product, { launches }) => product * launches.length, 1);

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

/** `random`: draws in place of combinations, where there are more than fit. */
export function counted(members: readonly Member[], years: number, random: (() => number) | null): Counted {
  const plain = members.map((member) => plainOf(member, years));
  const count = random ? DRAWS : combinationsOf(members);
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
  chances.forEach((chance, n) => {
    const off = (costs[n] ?? 0) - mean;
    sum += chance * off * off;
  });
  return sum;
}
