/** Cells told apart by parameters, few models at a time, against each parameter moved alone. */
import { axis } from '../../src/engine/graph/axis';
import { Model } from '../../src/engine/graph/model';
import type { Block } from '../../src/engine/graph/quantity';
import { Exact } from '../../src/engine/readings/decimals';
import type { Moves } from '../../src/engine/readings/exact';
import { generator } from '../../src/engine/uncertainty/generator';
import { toldApart } from '../../src/stress/told-apart';

const CELLS = 60;

const blockOf = (): Block => {
  const along = axis(
    'cell',
    Array.from({ length: CELLS }, (_, n) => String(n)),
  );
  return new Model().data('Cells', '1', [along], new Array<InstanceType<typeof Exact>>(CELLS).fill(new Exact(0))).block;
};

/** Each cell is moved by no parameter, one, or several: by how much is random, and of each parameter its own. */
function slopesFor(parameters: number, random: () => number): readonly (readonly number[])[] {
  return Array.from({ length: CELLS }, () => {
    const [first, chance] = [Math.floor(random() * parameters), random()];
    const also = chance < 0.9 ? 0 : 0.2;
    return Array.from({ length: parameters }, (_, n) =>
      chance > 0.2 && (n === first || random() < also) ? random() - 0.5 : 0,
    );
  });
}

const movesBy = (block: Block, slopes: readonly (readonly number[])[], some: ReadonlySet<number>): Moves => {
  const moved = slopes.flatMap((of, cell) => {
    const value = of.reduce((sum, slope, n) => (some.has(n) ? sum.plus(slope) : sum), new Exact(0));
    return value.isZero() ? [] : [[cell, value] as const];
  });
  return new Map(moved.length > 0 ? [[block, new Map(moved)]] : []);
};

const said = (moves: readonly (Moves | null)[]): readonly string[] =>
  moves.map((of) => [...(of?.values() ?? [])].flatMap((cells) => [...cells].sort(([a], [b]) => a - b)).join(' '));

test.each([1, 5, 20, 33, 100])('%s parameters: the same as one at a time', (parameters) => {
  const block = blockOf();
  for (let seed = 0; seed < 3; seed += 1) {
    const slopes = slopesFor(parameters, generator(1000 * parameters + seed));
    const alone = slopes[0]?.map((_, n) => movesBy(block, slopes, new Set([n]))) ?? [];
    expect(said(toldApart(parameters, (some) => movesBy(block, slopes, some)))).toEqual(said(alone));
  }
});

test('where nothing is shared, a hundred parameters take fourteen models', () => {
  const block = blockOf();
  const slopes = Array.from({ length: CELLS }, (_, cell) => Array.from({ length: 100 }, (__, n) => Number(n === cell)));
  let models = 0;
  toldApart(100, (some) => {
    models += 1;
    return movesBy(block, slopes, some);
  });
  expect(models).toBe(14);
});

test('a parameter that changes the shape of the model is found out, and only it', () => {
  const block = blockOf();
  const slopes = slopesFor(20, generator(7));
  const found = toldApart(20, (some) => (some.has(3) ? null : movesBy(block, slopes, some)));
  expect(found.flatMap((moves, n) => (moves ? [] : [n]))).toEqual([3]);
});
