/** Bands about a middle line, by year, or one line over any numbers: where each piece stands. Doubles serve for lengths alone. */
import { along, axisOf, ticksOf } from './axis';

/** Bands from the widest in; each has its lower and upper values. All lists are as long as `at`. */
export interface Fan {
  readonly at: readonly number[];
  readonly names: readonly { readonly at: number; readonly text: string }[];
  readonly bands: readonly { readonly low: readonly number[]; readonly high: readonly number[] }[];
  readonly middle: readonly number[];
  /** What stands at the right ends of lines. */
  readonly ends: readonly { readonly value: number; readonly text: string; readonly strong: boolean }[];
  readonly limit: { readonly value: number; readonly text: string } | null;
  /** A line that stands, at a place of the axis below. */
  readonly upright: { readonly at: number; readonly text: string } | null;
  readonly spell: (value: number) => string;
}

export interface FanLayout {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly base: number;
  readonly height: number;
  readonly ticks: readonly { readonly y: number; readonly text: string; readonly isZero: boolean }[];
  readonly names: readonly { readonly x: number; readonly text: string }[];
  readonly bands: readonly { readonly area: string; readonly low: string; readonly high: string }[];
  readonly middle: string;
  readonly ends: readonly { readonly y: number; readonly text: string; readonly strong: boolean }[];
  readonly limit: { readonly y: number; readonly text: string } | null;
  readonly upright: { readonly x: number; readonly text: string } | null;
}

const SIDE = { left: 34, right: 40 } as const;
const TOP = 12;
const CHART = 176;
/** Names at the ends of lines stand at least so far apart. */
const APART = 13;

const path = (points: readonly (readonly [x: number, y: number])[]): string =>
  points.map(([x, y], index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

export function fanLayout(fan: Fan, width: number): FanLayout {
  const values = [...fan.bands.flatMap(({ low, high }) => [...low, ...high]), ...fan.middle, fan.limit?.value ?? 0, 0];
  const axis = axisOf(Math.min(...values), Math.max(...values));
  const [left, right, base] = [SIDE.left, width - SIDE.right, TOP + CHART];
  const y = along(axis, base, TOP);
  const [first = 0, last = 1] = [fan.at[0], fan.at.at(-1)];
  const x = (at: number): number =>
    last === first ? (left + right) / 2 : left + ((at - first) / (last - first)) * (right - left);
  const line = (list: readonly number[]): readonly (readonly [number, number])[] =>
    list.map((value, n) => [x(fan.at[n] ?? first), y(value)]);
  return {
    left,
    right,
    top: TOP,
    base,
    height: base + 20,
    ticks: ticksOf(axis).map((tick) => ({
      y: y(tick),
      text: fan.spell(tick),
      isZero: Math.abs(tick) < axis.interval / 1e6,
    })),
    names: fan.names.map(({ at, text }) => ({ x: x(at), text })),
    bands: fan.bands.map(({ low, high }) => ({
      area: `${path([...line(low), ...[...line(high)].reverse()])}Z`,
      low: path(line(low)),
      high: path(line(high)),
    })),
    middle: path(line(fan.middle)),
    ends: spread(fan.ends.map((end) => ({ ...end, y: y(end.value) }))),
    limit: fan.limit === null ? null : { y: y(fan.limit.value), text: fan.limit.text },
    upright: fan.upright === null ? null : { x: x(fan.upright.at), text: fan.upright.text },
  };
}

/** From the top down, each at least {@link APART} below the one before. */
function spread<T extends { readonly y: number }>(ends: readonly T[]): readonly T[] {
  let before = -Infinity;
  return [...ends]
    .sort((a, b) => a.y - b.y)
    .map((end) => {
      before = Math.max(end.y, before + APART);
      return { ...end, y: before };
    });
}
