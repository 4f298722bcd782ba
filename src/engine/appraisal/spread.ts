/**
 * The spread of a sum of independent groups: standard deviation exactly; percentiles and the chance to exceed a sum by
 * convolution of all combinations, up to a million of them; above that by plain seeded draws, and it is said.
 */
import type { Decimal } from 'decimal.js';
import { text } from '../figures';
import { Exact } from '../readings/decimals';
import type { HorizonFigures } from '../realisation-results';
import { generator } from '../uncertainty/generator';

/** One thing that may happen to a group: how likely, and what it costs by year. */
export interface GroupOutcome {
  readonly chance: Decimal;
  readonly cost: readonly Decimal[];
}

const MOST = 1_000_000;
const DRAWS = 20_000;
/** What sums of chances in floating point may be short of. */
const CLOSE = 1e-12;

type Spread = Pick<HorizonFigures, 'sd' | 'low' | 'median' | 'high' | 'method' | 'combinations' | 'exceed'>;

/** A sum with its probability. */
type Weighted = readonly [sum: number, chance: number];

export function spread(
  groups: readonly (readonly GroupOutcome[])[],
  headroom: readonly Decimal[] | null,
  seed: number,
): Spread {
  const years = groups[0]?.[0]?.cost.map((_, year) => year) ?? [];
  const combinations = groups.reduce((product, outcomes) => product.times(outcomes.length), new Exact(1));
  const exact = combinations.lte(MOST);
  const random = generator(seed);
  const drawn = exact ? [] : Array.from({ length: DRAWS }, () => groups.map((outcomes) => drawnFrom(outcomes, random)));
  const sums = years.map((year) => (exact ? convolved(groups, year) : inOrder(drawnSums(drawn, year))));
  const at = (probability: number) => sums.map((list) => text(new Exact(quantile(list, probability))));
  return {
    sd: years.map((year) => text(deviation(groups, year))),
    low: at(0.025),
    median: at(0.5),
    high: at(0.975),
    method: exact ? 'exact' : 'drawn',
    combinations: combinations.toFixed(),
    exceed:
      headroom && sums.map((list, year) => text(new Exact(above(list, (headroom[year] ?? new Exact(0)).toNumber())))),
  };
}

/** Groups are independent: variances add. */
function deviation(groups: readonly (readonly GroupOutcome[])[], year: number): Decimal {
  const variance = groups.reduce((total, outcomes) => {
    const moment = (power: 1 | 2): Decimal =>
      outcomes.reduce(
        (sum, { chance, cost }) => sum.plus(chance.times((cost[year] ?? new Exact(0)).pow(power))),
        new Exact(0),
      );
    return total.plus(moment(2)).minus(moment(1).pow(2));
  }, new Exact(0));
  return Exact.max(0, variance).sqrt();
}

/** The distribution of the sum, equal sums joined. */
function convolved(groups: readonly (readonly GroupOutcome[])[], year: number): readonly Weighted[] {
  let held = new Map<number, number>([[0, 1]]);
  for (const outcomes of groups) {
    const next = new Map<number, number>();
    const plain = outcomes.map(
      ({ chance, cost }) => [(cost[year] ?? new Exact(0)).toNumber(), chance.toNumber()] as const,
    );
    for (const [sum, chance] of held)
      for (const [cost, likely] of plain) next.set(sum + cost, (next.get(sum + cost) ?? 0) + chance * likely);
    held = next;
  }
  return inOrder([...held]);
}

const inOrder = (list: Weighted[]): readonly Weighted[] => list.sort(([a], [b]) => a - b);

function drawnFrom(outcomes: readonly GroupOutcome[], random: () => number): GroupOutcome | undefined {
  let left = random();
  return outcomes.find(({ chance }) => (left -= chance.toNumber()) <= 0) ?? outcomes.at(-1);
}

const drawnSums = (drawn: readonly (readonly (GroupOutcome | undefined)[])[], year: number): Weighted[] =>
  drawn.map((picked) => [
    picked.reduce((sum, outcome) => sum + (outcome?.cost[year]?.toNumber() ?? 0), 0),
    1 / drawn.length,
  ]);

/** The smallest value whose cumulative probability is reached. */
function quantile(list: readonly Weighted[], probability: number): number {
  let reached = 0;
  for (const [sum, chance] of list) {
    reached += chance;
    if (reached >= probability - CLOSE) return sum;
  }
  return list.at(-1)?.[0] ?? 0;
}

const above = (list: readonly Weighted[], limit: number): number =>
  list.reduce((total, [sum, chance]) => (sum > limit ? total + chance : total), 0);
