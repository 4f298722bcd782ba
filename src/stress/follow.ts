/**
 * The model following its dials: compiled once, then a figure for every move of a slider. How input cells follow a dial is
 * found by moving it twice; a dial that some cell does not follow in a straight line is left to the exact reading.
 */
import type { Decimal } from 'decimal.js';
import { text, years } from '../engine/figures';
import type { Block, Quantity } from '../engine/graph/quantity';
import { budgetImpact } from '../engine/model/budget-impact';
import { Exact } from '../engine/readings/decimals';
import { compileFast } from '../engine/readings/fast/fast';
import type { Moves } from '../engine/readings/exact';
import type { Dial, Followed, Turned } from '../engine/stress/dial';
import { sameAddress } from '../inputs/address';
import { changedAssumptions } from '../inputs/read-assumptions';
import { uptakeIn } from '../run/run-model';
import { movesTo, type Bench } from './bench';
import { changesFor } from './give-way';

/** Figures with dials turned, in floats; null where a turned dial cannot be followed so. */
export type Follow = (turned: readonly Turned[]) => Followed | null;

/** Slopes of the cells that follow a dial. */
type Slopes = ReadonlyMap<Block, ReadonlyMap<number, Decimal>>;
interface Followable {
  readonly dial: Dial;
  readonly slopes: Slopes;
}

export function followDials(bench: Bench, dials: readonly Dial[]): Follow {
  const ways = dials.flatMap((dial): readonly Followable[] => {
    const slopes = slopesOf(bench, dial);
    return slopes ? [{ dial, slopes }] : [];
  });
  const followed = ways.filter((way, n) => ways.slice(0, n).every((other) => addUp(bench, other, way)));
  const varied = cellsOf(followed);
  const { impact, value } = bench.base.of;
  const worth = value ? [value.worth.value.planned, value.worth.value.realised] : [];
  const outputs: readonly Quantity[] = [impact.total, ...worth];
  const room = compileFast({ outputs, varied, draws: 1, exact: bench.base.exact }).room();
  const size = outputs.reduce((sum, { block }) => sum + block.size, 0);
  const rest = varied.flatMap(({ block, cells }) => cells.map((cell) => block.input?.values[cell]?.toNumber() ?? 0));
  return (turned) => {
    const moved = turned.map((one) => ({ one, way: followed.find(({ dial }) => isAt(dial, one)) }));
    const inputs = Float64Array.from(rest);
    for (const { one, way } of moved) {
      if (!way) return null;
      const by = new Exact(one.value).minus(way.dial.now).toNumber();
      let at = 0;
      for (const { block, cells } of varied)
        for (const cell of cells) {
          inputs[at] = (inputs[at] ?? 0) + by * (way.slopes.get(block)?.get(cell)?.toNumber() ?? 0);
          at += 1;
        }
    }
    inputs.forEach((input, n) => room.given(n, 1).fill(input));
    room.run(1);
    const figures = Float64Array.from({ length: size }, (_, n) => room.figure(n, 1)[0] ?? Number.NaN);
    return figures.every(Number.isFinite) ? told(bench, figures) : null;
  };
}

const isAt = (dial: Dial, { parameter, op }: Turned): boolean =>
  dial.op === op && sameAddress(dial.parameter, parameter);
const said = (value: number | undefined): string => text(new Exact(value ?? 0));

function told({ base }: Bench, figures: Float64Array): Followed {
  const size = base.of.impact.total.block.size;
  return {
    kind: 'fast',
    impact: years(base).map((period) => said(figures[period])),
    value: base.of.value ? { planned: said(figures[size]), realised: said(figures[size + 1]) } : null,
  };
}

/** Cells of inputs as changes leave them; null where the model changes its shape or refuses them. */
function movesBy(bench: Bench, turned: readonly Turned[]): Moves | null {
  const changes = changesFor(bench, turned);
  const { assumptions } = changedAssumptions(bench.reading, [...bench.standing, ...changes], uptakeIn(bench.typed));
  return assumptions && movesTo(bench, budgetImpact(assumptions));
}

const at = ({ parameter, op }: Dial, value: Decimal): Turned => ({ parameter, op, value: text(value) });

/** Two values of a dial beside what it is, within what its field allows. */
function beside({ now, from, to }: Dial): readonly Decimal[] {
  const rest = new Exact(now);
  return [new Exact(to), new Exact(from)]
    .map((end) => rest.plus(end.minus(rest).div(8)))
    .filter((value) => !value.eq(rest))
    .flatMap((value, _, all) => (all.length === 1 ? [value, rest.plus(value.minus(rest).div(2))] : [value]));
}

/** What moves with a dial, and by how much; null where it does not do so in a straight line. */
function slopesOf(bench: Bench, dial: Dial): Slopes | null {
  const found = beside(dial).map((value) => {
    const moves = movesBy(bench, [at(dial, value)]);
    return moves && slopesTo(moves, value.minus(dial.now));
  });
  const [first, second] = found;
  if (!first || !second || found.includes(null)) return null;
  return alike(first, second) ? first : null;
}

const slopesTo = (moves: Moves, by: Decimal): Slopes =>
  new Map(
    [...moves].map(([block, cells]) => [
      block,
      new Map([...cells].map(([cell, value]) => [cell, value.minus(block.input?.values[cell] ?? 0).div(by)])),
    ]),
  );

/** Slopes that agree to twenty digits. */
function alike(a: Slopes, b: Slopes): boolean {
  const cells = (slopes: Slopes): number => [...slopes.values()].reduce((sum, { size }) => sum + size, 0);
  return (
    cells(a) === cells(b) &&
    [...a].every(([block, slopes]) =>
      [...slopes].every(([cell, slope]) => {
        const other = b.get(block)?.get(cell);
        return other?.minus(slope).abs().lte(slope.abs().times('1e-20')) === true;
      }),
    )
  );
}

/** Whether two dials that reach the same cell add up there. Those that reach none in common do. */
function addUp(bench: Bench, one: Followable, other: Followable): boolean {
  const shared = [...one.slopes].some(([block, slopes]) =>
    [...slopes.keys()].some((cell) => other.slopes.get(block)?.has(cell) === true),
  );
  if (!shared) return true;
  const [a, b] = [one, other].map(({ dial }) => beside(dial)[0]);
  const moves = a && b && movesBy(bench, [at(one.dial, a), at(other.dial, b)]);
  if (!moves) return false;
  const apart = (way: Followable, value: Decimal, block: Block, cell: number): Decimal =>
    (way.slopes.get(block)?.get(cell) ?? new Exact(0)).times(value.minus(way.dial.now));
  return [...moves].every(([block, cells]) =>
    [...cells].every(([cell, value]) => {
      const rest = block.input?.values[cell] ?? new Exact(0);
      const sum = rest.plus(apart(one, a, block, cell)).plus(apart(other, b, block, cell));
      return sum.minus(value).abs().lte(value.abs().plus(rest.abs()).times('1e-20'));
    }),
  );
}

function cellsOf(ways: readonly Followable[]): readonly { readonly block: Block; readonly cells: readonly number[] }[] {
  const all = new Map<Block, Set<number>>();
  for (const { slopes } of ways)
    for (const [block, cells] of slopes) {
      const known = all.get(block) ?? new Set<number>();
      for (const cell of cells.keys()) known.add(cell);
      all.set(block, known);
    }
  return [...all].map(([block, cells]) => ({ block, cells: [...cells] }));
}
