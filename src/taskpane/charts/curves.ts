/** Two lines by month over the lanes of what held back: where each piece stands. Doubles serve for lengths alone. */
import type { Dimension } from '../../engine/realisation-assumptions';
import { along, axisOf, ticksOf } from './axis';
import { DIMENSIONS } from './dimensions';

export interface Curves {
  readonly planned: readonly number[];
  readonly realised: readonly number[];
  /** The figures at the ends of the lines, as tables print them. */
  readonly ends: { readonly planned: string; readonly realised: string };
  readonly years: readonly { readonly at: number; readonly year: string }[];
  /** Months in which a dimension holds most people; first and last, both included. */
  readonly bound: readonly { readonly dimension: Dimension; readonly from: number; readonly to: number }[];
  readonly spell: (value: number) => string;
  /** What the lines are called where they are not planned and realised, with no lanes of gates below. */
  readonly names?: { readonly planned: string; readonly realised: string };
}

export interface Lane {
  readonly label: string;
  readonly dimension: Dimension;
  /** Its middle. */
  readonly y: number;
  readonly months: number;
  readonly bars: readonly { readonly x: number; readonly width: number }[];
}

export interface CurvesLayout {
  readonly left: number;
  readonly right: number;
  readonly base: number;
  readonly ticks: readonly { readonly y: number; readonly text: string }[];
  readonly years: readonly { readonly x: number; readonly middle: number; readonly year: string }[];
  readonly planned: string;
  readonly realised: string;
  /** The realised line closed down to nothing, for its faint fill. */
  readonly area: string;
  /** Heights of the ends, moved apart where their figures would touch. */
  readonly ends: { readonly planned: number; readonly realised: number };
  /** Where the lines are named; null where they are one. */
  readonly names: { readonly planned: Point; readonly realised: Point } | null;
  readonly lanes: readonly Lane[];
  readonly bottom: number;
  readonly height: number;
}

export interface Point {
  readonly x: number;
  readonly y: number;
}

const TOP = 10;
const CHART = 170;
const LANE = { first: 26, step: 22, height: 14 } as const;
export const LANE_HEIGHT = LANE.height;
const SIDE = { left: 70, right: 54 } as const;
const APART = 14;
/** Room that a name takes along its line. */
const NAME = 64;

const path = (points: readonly Point[]): string =>
  points.map(({ x, y }, index) => `${index === 0 ? 'M' : 'L'}${x.toFixed(1)} ${y.toFixed(1)}`).join('');

/** Lays the picture out in a width. A line begins at nothing and is at a month's figure at the month's end. */
export function curvesLayout(curves: Curves, width: number): CurvesLayout {
  const months = curves.planned.length;
  const axis = axisOf(0, Math.max(...curves.planned, ...curves.realised, 0));
  const [left, right, base] = [SIDE.left, width - SIDE.right, TOP + CHART];
  const high = along(axis, base, TOP);
  const at = (month: number): number => left + (month / Math.max(1, months)) * (right - left);
  const line = (values: readonly number[]): readonly Point[] => [
    { x: left, y: base },
    ...values.map((value, month) => ({ x: at(month + 1), y: high(value) })),
  ];
  const realised = line(curves.realised);
  const lanes = lanesOf(curves, base, at);
  const bottom = lanes.length === 0 ? base : (lanes.at(-1)?.y ?? base) + LANE.step / 2;
  return {
    left,
    right,
    base,
    ticks: ticksOf(axis).map((tick) => ({ y: high(tick), text: curves.spell(tick) })),
    years: curves.years.map(({ at: start, year }) => ({ x: at(start), middle: at(Math.min(months, start + 6)), year })),
    planned: path(line(curves.planned)),
    realised: path(realised),
    area: `${path(realised)}L${at(months).toFixed(1)} ${base.toFixed(1)}Z`,
    ends: endsOf(high(curves.planned.at(-1) ?? 0), high(curves.realised.at(-1) ?? 0)),
    names: namesOf(curves, at, high, base),
    lanes,
    bottom,
    height: bottom + 18,
  };
}

function lanesOf({ bound, names }: Curves, base: number, at: (month: number) => number): readonly Lane[] {
  if (names !== undefined) return [];
  return DIMENSIONS.map(({ name, label }, index) => {
    const mine = bound.filter((one) => one.dimension === name);
    return {
      label,
      dimension: name,
      y: base + LANE.first + index * LANE.step,
      months: mine.reduce((sum, { from, to }) => sum + to - from + 1, 0),
      bars: mine.map(({ from, to }) => ({ x: at(from), width: at(to + 1) - at(from) })),
    };
  });
}

/** The lower of two figures that would touch is moved down. */
function endsOf(planned: number, realised: number): CurvesLayout['ends'] {
  const gap = realised - planned;
  return Math.abs(gap) >= APART ? { planned, realised } : { planned, realised: planned + APART };
}

/** Names stand at the month where the lines are furthest apart, clear of both: the lower one below its line where there is room. */
function namesOf(
  { planned, realised }: Curves,
  at: (month: number) => number,
  high: (value: number) => number,
  base: number,
): CurvesLayout['names'] {
  const gaps = planned.map((value, month) => high(realised[month] ?? 0) - high(value));
  const most = Math.max(...gaps.map(Math.abs), 0);
  if (most < 2 * APART) return null;
  const month = Math.min(
    gaps.findIndex((gap) => Math.abs(gap) >= most * 0.6),
    Math.floor(planned.length * 0.7),
  );
  const below = high(realised[month] ?? 0) + 18;
  const along = realised.slice(month).filter((_, later) => at(later) - at(0) <= NAME);
  return {
    planned: { x: at(month) - 6, y: high(planned[month] ?? 0) - 6 },
    realised: { x: at(month) + 8, y: below <= base - 5 ? below : high(Math.max(...along)) - 8 },
  };
}
