/**
 * Which input cells move with which parameter, found from few models rather than one a parameter. Parameters are
 * numbered; for each binary place of the numbers the model is written down twice, with those moved that have a 1 there and
 * with those that have a 0. A cell that moves in one of the two at every place moves with the parameter of that number.
 */
import type { Decimal } from 'decimal.js';
import type { Block } from '../engine/graph/quantity';
import type { Moves } from '../engine/readings/exact';

/** What moves with some parameters; null where the model changes its shape. */
export type Moved = (parameters: ReadonlySet<number>) => Moves | null;

/** By parameter, the cells that move with it, and to what. */
export function toldApart(count: number, moved: Moved): readonly (Moves | null)[] {
  const numbers = Array.from({ length: count }, (_, n) => n);
  const alone = (n: number): Moves | null => moved(new Set([n]));
  const places = Array.from({ length: Math.max(1, 32 - Math.clz32(count - 1)) }, (_, place) => place);
  if (2 * places.length >= count) return numbers.map(alone);
  const sides = places.map((place) =>
    [0, 1].map((side) => moved(new Set(numbers.filter((n) => sideOf(n, place) === side)))),
  );
  if (sides.flat().includes(null)) return numbers.map(alone);
  const own = numbers.map(() => new Map<Block, Map<number, Decimal>>());
  const shared = new Set<number>();
  for (const [block, cells] of cellsIn(sides.flat()))
    for (const cell of cells) {
      const at = sides.map((pair) => pair.map((moves) => moves?.get(block)?.get(cell) ?? null));
      const able = numbers.filter((n) => at.every((pair, place) => pair[sideOf(n, place)]));
      const value = at[0]?.find((side) => side !== null);
      const [only] = able;
      if (only === undefined || !value || !at.every((pair) => pair.includes(null))) for (const n of able) shared.add(n);
      else own[only]?.set(block, (own[only].get(block) ?? new Map<number, Decimal>()).set(cell, value));
    }
  return own.map((moves, n) => (shared.has(n) ? alone(n) : moves));
}

const sideOf = (n: number, place: number): number => (n >>> place) & 1;

function cellsIn(all: readonly (Moves | null)[]): ReadonlyMap<Block, ReadonlySet<number>> {
  const found = new Map<Block, Set<number>>();
  for (const moves of all)
    for (const [block, cells] of moves ?? []) {
      const known = found.get(block) ?? new Set<number>();
      for (const cell of cells.keys()) known.add(cell);
      found.set(block, known);
    }
  return found;
}
