/**
 * Reverse stress: the smallest joint move of some parameters, each as a part of what it is, at which the affordability test
 * breaks. The search steps to the nearest point of the plane that the figure is like where it stands (Hasofer & Lind 1974;
 * Rackwitz & Fiessler 1978), within what the fields allow; the end lies exactly on the target, by exact runs.
 */
import type { Decimal } from 'decimal.js';
import { square } from '../engine/elementary';
import { text } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import { HIGHEST_YEAR, type Reverse, type ReverseAsked, type StressParameter } from '../engine/stress/answers';
import { nearestOnPlane } from '../engine/stress/nearest';
import { rootsAmong } from '../engine/stress/roots';
import { usualTarget, watched } from '../engine/stress/watched';
import { tried, type Bench } from './bench';
import { changesFor } from './give-way';
import { parameterOf, parametersOf } from './parameters';

/** How far a parameter may move where its field says nothing, as a part of what it is. */
const FAR = 10;
const ROUNDS = 12;
/** Step of a slope, and the change of a move that ends the search. */
const STEP = 1e-4;
const STILL = 1e-7;

interface Search {
  readonly parameters: readonly StressParameter[];
  /** The figure less the target where each parameter has moved by these parts; null where the model refuses. */
  readonly gap: (moves: readonly Decimal[]) => Decimal | null;
  readonly bounds: readonly (readonly [low: number, high: number])[];
}

export function reverseStress(bench: Bench, asked: ReverseAsked = {}): Reverse {
  const figure = asked.figure ?? HIGHEST_YEAR;
  const target = asked.target === undefined ? usualTarget(bench.base, figure) : new Exact(asked.target);
  const parameters = movable(bench, asked.parameters);
  const search: Search = {
    parameters,
    bounds: parameters.map(boundsOfMove),
    gap: (moves) => gapAt(bench, parameters, moves, figure, target),
  };
  const now = watched(bench.base, figure);
  const answer = (found: Reverse['found'], moves: readonly Decimal[] | null): Reverse => ({
    figure,
    target: text(target),
    figureNow: text(now),
    found,
    moves: (moves ?? []).map((move, n) => movedTo(parameters[n], move)),
    distance: text(lengthOf(moves ?? [])),
    figureThere: moves ? text(search.gap(moves)?.plus(target) ?? now) : text(now),
  });
  if (now.gt(target)) return answer('already', null);
  const [best] = starts(search)
    .map((start) => onTarget(search, walked(search, start)))
    .filter((moves) => moves !== null)
    .sort((a, b) => lengthOf(a).comparedTo(lengthOf(b)));
  return best ? answer('move', best) : answer('none', null);
}

/** Parameters that have a value to move from. Throws where none has. */
function movable(bench: Bench, asked: readonly string[] | undefined): readonly StressParameter[] {
  const all = asked ? asked.map((parameter) => parameterOf(bench, parameter)) : parametersOf(bench);
  const found = all.filter(
    ({ now, op, distribution }) => op !== '+' && distribution !== 'dirichlet' && Number(now ?? 0) !== 0,
  );
  if (found.length === 0) throw new Error('There is no parameter to move: name some, or type them in BIM_Uncertainty.');
  return found;
}

function boundsOfMove({ now, minimum, maximum }: StressParameter): readonly [number, number] {
  const part = (bound: string | null): number | null => (bound === null ? null : Number(bound) / Number(now) - 1);
  const ends = [part(minimum), part(maximum)].filter((end) => end !== null);
  const [low, high] = [Math.min(-FAR, ...ends), Math.max(FAR, ...ends)];
  const negative = ends.filter((end) => end <= 0);
  const positive = ends.filter((end) => end >= 0);
  return [
    negative.length > 0 ? Math.max(...negative, -FAR) : low,
    positive.length > 0 ? Math.min(...positive, FAR) : high,
  ];
}

function gapAt(
  bench: Bench,
  parameters: readonly StressParameter[],
  moves: readonly Decimal[],
  figure: string,
  target: Decimal,
): Decimal | null {
  const turned = parameters.flatMap((one, n) => {
    const move = moves[n] ?? new Exact(0);
    return move.isZero() ? [] : [{ ...one, value: text(new Exact(one.now ?? 0).times(move.plus(1))) }];
  });
  return tried(bench, changesFor(bench, turned), (run) => watched(run, figure).minus(target)).value;
}

const exactly = (moves: readonly number[]): readonly Decimal[] =>
  moves.map((move) => new Exact(move).toSignificantDigits(12));

/** Where searches begin: at rest, and with each parameter moved a little the way that breaks it most. */
function starts(search: Search): readonly (readonly number[])[] {
  const rest = search.bounds.map(() => 0);
  const slopes = slopesAt(search, rest);
  const most = slopes.reduce((largest, slope) => Math.max(largest, Math.abs(slope)), 0);
  const further = rest.map((_, n) => {
    const [low, high] = search.bounds[n] ?? [0, 0];
    return most === 0 ? 0 : ((slopes[n] ?? 0) / most) * Math.min(1, (slopes[n] ?? 0) > 0 ? high : -low);
  });
  return [rest, further];
}

/** Slopes of the figure, a parameter at a time; to the other side where the model refuses one. */
function slopesAt(search: Search, moves: readonly number[]): readonly number[] {
  const here = search.gap(exactly(moves));
  return moves.map((move, n) => {
    const [, high] = search.bounds[n] ?? [0, 0];
    const sides = move + STEP <= high ? [STEP, -STEP] : [-STEP, STEP];
    for (const step of sides) {
      const there = search.gap(exactly(moves.map((other, m) => (m === n ? move + step : other))));
      if (here && there) return there.minus(here).div(step).toNumber();
    }
    return 0;
  });
}

function walked(search: Search, start: readonly number[]): readonly number[] {
  let at = start;
  for (let round = 0; round < ROUNDS; round += 1) {
    const here = search.gap(exactly(at));
    if (!here) break;
    const slopes = slopesAt(search, at);
    const rest = slopes.reduce((sum, slope, n) => sum + slope * (at[n] ?? 0), -here.toNumber());
    const next = nearestOnPlane(slopes, rest, search.bounds);
    if (!next) break;
    const change = Math.sqrt(next.reduce((sum, move, n) => sum + square(move - (at[n] ?? 0)), 0));
    at = next;
    if (change < STILL) break;
  }
  return at;
}

/** The point of a direction that lies on the target; null where it never gets there. */
function onTarget(search: Search, direction: readonly number[]): readonly Decimal[] | null {
  const end = exactly(direction);
  const along = (part: Decimal): readonly Decimal[] => end.map((move, n) => within(move.times(part), search.bounds[n]));
  const points = ['0', '0.25', '0.5', '0.75', '0.9', '1', '1.1', '1.5', '2', '4'].map((part) => new Exact(part));
  const gap = (part: Decimal): Decimal | null => search.gap(along(part));
  const [first] = rootsAmong(
    gap,
    points.map((at) => ({ at, gap: gap(at) })),
  );
  return first && !end.every((move) => move.isZero()) ? along(first.value) : null;
}

const within = (move: Decimal, [low, high]: readonly [number, number] = [-FAR, FAR]): Decimal =>
  Exact.min(Exact.max(move, low), high);

const lengthOf = (moves: readonly Decimal[]): Decimal =>
  moves.reduce((sum, move) => sum.plus(move.times(move)), new Exact(0)).sqrt();

function movedTo(one: StressParameter | undefined, move: Decimal): Reverse['moves'][number] {
  const now = new Exact(one?.now ?? 0);
  return { parameter: one?.parameter ?? '', now: text(now), value: text(now.times(move.plus(1))), move: text(move) };
}
