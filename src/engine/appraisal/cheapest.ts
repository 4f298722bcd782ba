/**
 * The cheapest set of actions that reaches a target: a small integer search. Every combination is run from the funnel
 * up, so that actions that help or stand in each other's way are counted as they are together; no sum of single effects
 * is taken. Up to {@link MOST_EXACT} actions all combinations are run; beyond, a stated heuristic: by gain per cost, then
 * actions are dropped and exchanged as long as that is cheaper.
 */
import type { Decimal } from 'decimal.js';
import { Exact } from '../readings/decimals';

/** Actions of which all combinations are run: 256 runs. */
export const MOST_EXACT = 8;

/** What some actions, by index, reach and cost together. */
export interface Combination {
  readonly actions: readonly number[];
  readonly reached: Decimal;
  readonly cost: Decimal;
}

export interface Cheapest {
  /** Null where no combination that was run reaches the target. */
  readonly best: Combination | null;
  /** False: found by the heuristic, and a cheaper set may exist. */
  readonly exact: boolean;
  /** All that were run, in the order of their running; those that cannot be run (their inputs are at fault) are left out. */
  readonly tried: readonly Combination[];
}

/** Runs a combination; null where its inputs are at fault together. */
export type Try = (actions: readonly number[]) => Omit<Combination, 'actions'> | null;

export function cheapest(count: number, target: Decimal, run: Try): Cheapest {
  const search = new Search(target, run);
  const exact = count <= MOST_EXACT;
  if (exact) for (let set = 0; set < 1 << count; set += 1) search.of(membersOf(set, count));
  else search.climb(count);
  return { best: search.best(), exact, tried: search.tried() };
}

const membersOf = (set: number, count: number): readonly number[] =>
  Array.from({ length: count }, (_, index) => index).filter((index) => ((set >> index) & 1) === 1);

class Search {
  private readonly known = new Map<string, Combination | null>();

  constructor(
    private readonly target: Decimal,
    private readonly run: Try,
  ) {}

  of(actions: readonly number[]): Combination | null {
    const ordered = [...actions].sort((a, b) => a - b);
    const key = ordered.join(',');
    const known = this.known.get(key);
    if (known !== undefined) return known;
    const ran = this.run(ordered);
    const made = ran && { actions: ordered, ...ran };
    this.known.set(key, made);
    return made;
  }

  tried(): readonly Combination[] {
    return [...this.known.values()].filter((each) => each !== null);
  }

  best(): Combination | null {
    const reaching = this.tried().filter((each) => this.reaches(each));
    return reaching.reduce<Combination | null>((best, each) => (best && !this.better(each, best) ? best : each), null);
  }

  private reaches({ reached }: Combination): boolean {
    return reached.gte(this.target);
  }

  /** Cheaper; as cheap with fewer actions; as cheap with as many and reaching further. */
  private better(one: Combination, other: Combination): boolean {
    if (!one.cost.eq(other.cost)) return one.cost.lt(other.cost);
    if (one.actions.length !== other.actions.length) return one.actions.length < other.actions.length;
    return one.reached.gt(other.reached);
  }

  /** Adds what gains most per cost until the target is reached, then drops and exchanges while that is cheaper. */
  climb(count: number): void {
    const all = Array.from({ length: count }, (_, index) => index);
    let now = this.of([]);
    while (now && !this.reaches(now)) now = this.step(now, all);
    // The best of all that were tried need not be the last: it too is dropped from and exchanged until nothing is gained.
    for (let best = this.best(); best && this.improved(best, all); best = this.best());
  }

  private step(now: Combination, all: readonly number[]): Combination | null {
    const worth = (next: Combination): Decimal => {
      const gain = next.reached.lt(this.target) ? next.reached.minus(now.reached) : this.target.minus(now.reached);
      const cost = next.cost.minus(now.cost);
      // What costs nothing comes first.
      return cost.gt(0) ? gain.div(cost) : gain.times(new Exact('1e30'));
    };
    const next = all
      .filter((action) => !now.actions.includes(action))
      .flatMap((action) => this.of([...now.actions, action]) ?? [])
      .filter((each) => each.reached.gt(now.reached));
    return next.reduce<Combination | null>((most, each) => (most && worth(each).lte(worth(most)) ? most : each), null);
  }

  private improved(now: Combination, all: readonly number[]): Combination | null {
    const without = now.actions.map((action) => now.actions.filter((other) => other !== action));
    const others = all.filter((action) => !now.actions.includes(action));
    const neighbours = [...without, ...without.flatMap((rest) => others.map((other) => [...rest, other]))];
    return neighbours.reduce<Combination | null>((found, actions) => {
      if (found) return found;
      const made = this.of(actions);
      return made && this.reaches(made) && this.better(made, now) ? made : null;
    }, null);
  }
}
