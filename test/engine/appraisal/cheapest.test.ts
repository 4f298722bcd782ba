/** The cheapest set of actions: exact where greedy choices are wrong, and said to be a heuristic beyond. */
import fc from 'fast-check';
import { Decimal } from 'decimal.js';
import { cheapest, MOST_EXACT, type Try } from '../../../src/engine/appraisal/cheapest';

interface Action {
  readonly gain: number;
  readonly cost: number;
}
/** Actions whose effects add, from 0. */
const adding =
  (actions: readonly Action[]): Try =>
  (chosen) => {
    const sum = (of: keyof Action): Decimal =>
      chosen.reduce((total, index) => total.plus(actions[index]?.[of] ?? 0), new Decimal(0));
    return { reached: sum('gain'), cost: sum('cost') };
  };
const goal = (target: number): Decimal => new Decimal(target);

test('the best gain per cost first would buy too much: 16.5 for 500, then 11 for 400, where 22 is wanted', () => {
  const actions = [
    { gain: 16.5, cost: 500 },
    { gain: 11, cost: 450 },
    { gain: 11, cost: 400 },
  ];
  const found = cheapest(3, goal(22), adding(actions));
  expect(found.exact).toBe(true);
  expect(found.tried).toHaveLength(8);
  expect(found.best?.actions).toEqual([1, 2]);
  expect(found.best?.cost.toNumber()).toBe(850);
});

test('actions that work only together are found, though neither gains by itself', () => {
  const run: Try = (chosen) => ({
    reached: goal(chosen.includes(0) && chosen.includes(1) ? 10 : chosen.includes(2) ? 10 : 0),
    cost: goal(chosen.reduce((sum, index) => sum + ([3, 3, 8][index] ?? 0), 0)),
  });
  expect(cheapest(3, goal(10), run).best?.actions).toEqual([0, 1]);
});

test('nothing need be done where the target is reached; nothing is found where none reaches it', () => {
  const run = adding([{ gain: 1, cost: 1 }]);
  expect(cheapest(1, goal(0), run).best?.actions).toEqual([]);
  expect(cheapest(1, goal(2), run).best).toBeNull();
});

test('of sets that cost the same the smaller stands, then the one that reaches further', () => {
  const actions = [
    { gain: 5, cost: 4 },
    { gain: 6, cost: 4 },
    { gain: 3, cost: 2 },
    { gain: 3, cost: 2 },
  ];
  expect(cheapest(4, goal(5), adding(actions)).best?.actions).toEqual([1]);
});

test('combinations that cannot be run are passed over', () => {
  const run = adding([
    { gain: 5, cost: 1 },
    { gain: 5, cost: 2 },
  ]);
  const found = cheapest(2, goal(5), (chosen) => (chosen.length === 1 && chosen[0] === 0 ? null : run(chosen)));
  expect(found.best?.actions).toEqual([1]);
  expect(found.tried).toHaveLength(3);
});

describe('beyond what is searched in full', () => {
  const many = fc.array(fc.record({ gain: fc.integer({ min: 1, max: 20 }), cost: fc.integer({ min: 1, max: 20 }) }), {
    minLength: MOST_EXACT + 1,
    maxLength: MOST_EXACT + 4,
  });

  test('what gains most for its cost comes first, and nothing counts beyond the target', () => {
    const small = Array.from({ length: MOST_EXACT - 2 }, () => ({ gain: 1, cost: 1 }));
    const actions = [{ gain: 1000, cost: 150 }, { gain: 50, cost: 10 }, { gain: 4, cost: 1 }, ...small];
    const { tried, best } = cheapest(actions.length, goal(100), adding(actions));
    const next = (size: number): readonly (readonly number[])[] =>
      tried.map(({ actions: set }) => set).filter((set) => set.length === size);
    // The first is twenty times what is wanted: 100 for 150 is less than 50 for 10, and than 4 for 1.
    expect(
      next(2)
        .slice(0, actions.length - 1)
        .every((set) => set.includes(1)),
    ).toBe(true);
    expect(
      next(3)
        .slice(0, actions.length - 2)
        .every((set) => set.includes(1) && set.includes(2)),
    ).toBe(true);
    expect(best?.actions).toEqual([0]);
  });

  test('a set that reaches the target is found wherever all together reach it, and none is wasted', () => {
    fc.assert(
      fc.property(many, fc.integer({ min: 1, max: 80 }), (actions, target) => {
        const run = adding(actions);
        const found = cheapest(actions.length, goal(target), run);
        expect(found.exact).toBe(false);
        const all = actions.reduce((sum, { gain }) => sum + gain, 0);
        if (all < target) {
          expect(found.best).toBeNull();
          return;
        }
        const best = found.best?.actions ?? [];
        expect(run(best)?.reached.gte(target)).toBe(true);
        for (const action of best)
          expect(run(best.filter((other) => other !== action))?.reached.gte(target)).toBe(false);
      }),
      { numRuns: 60 },
    );
  });
});
