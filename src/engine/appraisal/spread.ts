/**
 * The spread of a sum of independent groups: percentiles and the chance to exceed a sum by convolution of all
 * combinations, up to a million of them; above that by plain seeded draws, and it is said.
 */
import type { Decimal } from 'decimal.js';
import { text } from '../figures';
import { Exact } from '../readings/decimals';
import type { HorizonFigures } from '../realisation-results';
import { DRAWS, type Turn } from './register-groups';

/** What sums of chances in floating point may be short of. */
const CLOSE = 1e-12;

type Spread = Pick<HorizonFigures, 'low' | 'median' | 'high' | 'exceed'>;

/** Sums in order, each with its chance. */
interface Sums {
  readonly sum: Float64Array;
  readonly chance: Float64Array;
}

/** `random`: draws in place of all combinations. */
export function spread(
  groups: readonly Turn[],
  years: number,
  headroom: readonly Decimal[] | null,
  random: (() => number) | null,
): Spread {
  const all = Array.from({ length: years }, (_, year) => year);
  const drawn = random && drawnSums(groups, years, random);
  const sums = all.map((year) => drawn?.[year] ?? convolved(groups, year));
  const at = (probability: number) => sums.map((list) => text(new Exact(quantile(list, probability))));
  return {
    low: at(0.025),
    median: at(0.5),
    high: at(0.975),
    exceed:
      headroom && sums.map((list, year) => text(new Exact(above(list, (headroom[year] ?? new Exact(0)).toNumber())))),
  };
}

/** The distribution of the sum. */
const convolved = (groups: readonly Turn[], year: number): Sums =>
  groups.reduce<Sums>(
    (held, { chances, costs }) =>
      added(held, { sum: costs[year] ?? new Float64Array(chances.length), chance: chances }),
    { sum: Float64Array.of(0), chance: Float64Array.of(1) },
  );

const blank = (size: number): Sums => ({ sum: new Float64Array(size), chance: new Float64Array(size) });

/**
 * Every sum of the two, in order. What is held is in order already, so that each of its shifted copies is a run; runs are
 * merged two by two.
 */
function added(held: Sums, more: Sums): Sums {
  const run = held.sum.length;
  const size = run * more.sum.length;
  let [from, to] = [blank(size), blank(size)];
  for (let n = 0; n < size; n += 1) {
    const [here, there] = [n % run, Math.floor(n / run)];
    from.sum[n] = (held.sum[here] ?? 0) + (more.sum[there] ?? 0);
    from.chance[n] = (held.chance[here] ?? 0) * (more.chance[there] ?? 0);
  }
  for (let width = run; width < size; width *= 2) {
    for (let start = 0; start < size; start += 2 * width) merge(from, to, start, width);
    [from, to] = [to, from];
  }
  return joined(from);
}

/** Two runs of a width, one after the other, into one. */
function merge(from: Sums, to: Sums, start: number, width: number): void {
  const [middle, end] = [Math.min(start + width, from.sum.length), Math.min(start + 2 * width, from.sum.length)];
  let [left, right] = [start, middle];
  for (let n = start; n < end; n += 1) {
    const takeLeft = right >= end || (left < middle && (from.sum[left] ?? 0) <= (from.sum[right] ?? 0));
    const taken = takeLeft ? left++ : right++;
    to.sum[n] = from.sum[taken] ?? 0;
    to.chance[n] = from.chance[taken] ?? 0;
  }
}

/** Equal sums as one. */
function joined({ sum, chance }: Sums): Sums {
  let last = -1;
  for (let n = 0; n < sum.length; n += 1) {
    if (sum[last] === sum[n]) chance[last] = (chance[last] ?? 0) + (chance[n] ?? 0);
    else {
      last += 1;
      sum[last] = sum[n] ?? 0;
      chance[last] = chance[n] ?? 0;
    }
  }
  return { sum: sum.slice(0, last + 1), chance: chance.slice(0, last + 1) };
}

/** Draws of all groups together, the same in every year. */
function drawnSums(groups: readonly Turn[], years: number, random: () => number): readonly Sums[] {
  const draws = DRAWS; // held here: a name of another module is looked up at every turn of a loop
  const sums = Array.from({ length: years }, () => new Float64Array(draws));
  const picked = new Int32Array(draws);
  for (const { chances, costs } of groups) {
    const upTo = cumulated(chances);
    for (let draw = 0; draw < draws; draw += 1) picked[draw] = firstReaching(upTo, random());
    sums.forEach((list, year) => {
      const cost = costs[year] ?? new Float64Array(chances.length);
      for (let draw = 0; draw < draws; draw += 1) list[draw] = (list[draw] ?? 0) + (cost[picked[draw] ?? 0] ?? 0);
    });
  }
  return sums.map((sum) => ({ sum: sum.sort(), chance: new Float64Array(draws).fill(1 / draws) }));
}

function cumulated(chances: Float64Array): Float64Array {
  let reached = 0;
  return chances.map((chance) => (reached += chance));
}

/** The first place whose cumulative chance is reached, by halving. */
function firstReaching(upTo: Float64Array, wanted: number): number {
  let [low, high] = [0, upTo.length - 1];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((upTo[middle] ?? 1) >= wanted) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** The smallest value whose cumulative probability is reached. */
function quantile({ sum, chance }: Sums, probability: number): number {
  let reached = 0;
  for (let n = 0; n < sum.length; n += 1) {
    reached += chance[n] ?? 0;
    if (reached >= probability - CLOSE) return sum[n] ?? 0;
  }
  return sum[sum.length - 1] ?? 0;
}

function above({ sum, chance }: Sums, limit: number): number {
  let total = 0;
  for (let n = sum.length - 1; n >= 0 && (sum[n] ?? 0) > limit; n -= 1) total += chance[n] ?? 0;
  return Math.min(1, total);
}
