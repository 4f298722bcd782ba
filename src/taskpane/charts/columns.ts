/**
 * Stacked columns as data, and where each piece of them stands. The figures are those of the table beside the
 * chart; doubles serve here for lengths alone, and labels are the table's own text.
 */
import { along, axisOf, ticksOf } from './axis';
import type { Paint } from './paints';

/** One part of every column. Values in the scale of the axis. */
export interface Part {
  readonly name: string;
  readonly values: readonly number[];
  readonly paint: Paint;
}

/** A whole chart: labels stand above each column; a limit is a dashed line with its name. */
export interface Columns {
  readonly years: readonly number[];
  readonly parts: readonly Part[];
  readonly labels: readonly string[];
  readonly unit: string;
  readonly limit: { readonly at: number; readonly name: string } | null;
  /** Marks the sum with a diamond, where parts below zero make it differ from the top. */
  readonly net: boolean;
  readonly spell: (value: number) => string;
}

const sum = (values: readonly number[]): number => values.reduce((a, b) => a + b, 0);
const ofYear = (parts: readonly Part[], year: number): readonly number[] => parts.map((part) => part.values[year] ?? 0);

/** Top of each column: what stands above zero. */
const tops = ({ parts, years }: Columns): readonly number[] =>
  years.map((_, year) => sum(ofYear(parts, year).map((value) => Math.max(0, value))));

/** Foot of each column: what stands below zero. */
const feet = ({ parts, years }: Columns): readonly number[] =>
  years.map((_, year) => sum(ofYear(parts, year).map((value) => Math.min(0, value))));

/** A limit far above the columns is named beside the chart instead: it would flatten them. */
export function limitShown(columns: Columns): boolean {
  return columns.limit !== null && columns.limit.at <= 4 * Math.max(...tops(columns));
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** A rectangle of one part in one year. */
export interface Piece {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/** A text or a mark on the page. */
export interface Spot {
  readonly x: number;
  readonly y: number;
  readonly text: string;
}

/** Everything drawn, in pixels from the top left. */
export interface Layout {
  readonly left: number;
  readonly right: number;
  /** Where zero is. */
  readonly base: number;
  readonly ticks: readonly Spot[];
  readonly years: readonly Spot[];
  /** By part, then by year; nothing where a part has no height. */
  readonly pieces: readonly (readonly Piece[])[];
  readonly labels: readonly Spot[];
  readonly nets: readonly Spot[];
  readonly limit: Spot | null;
}

/** Room above for the highest label and below for the years, and how wide a column and a letter are. */
const TOP = 18;
const BELOW = 22;
const WIDTH = { share: 0.56, most: 44 } as const;
const LETTER = { small: 6.2, label: 6.9 } as const;

/** Every one, or every second, third…, counted back from the last, so that neighbours do not touch. */
function spaced(spots: readonly Spot[], pitch: number, letter: number): readonly Spot[] {
  const widest = Math.max(0, ...spots.map((spot) => spot.text.length)) * letter + 3;
  const step = Math.max(1, Math.ceil(widest / pitch));
  return spots.filter((_, index) => (spots.length - 1 - index) % step === 0);
}

/** Parts above zero stand on one another, parts below hang from it. */
function stacked(columns: Columns, place: (value: number) => number, middle: (year: number) => number, width: number) {
  const up = columns.years.map(() => 0);
  const down = columns.years.map(() => 0);
  return columns.parts.map(({ values }) =>
    columns.years.flatMap((_, year): readonly Piece[] => {
      const value = values[year] ?? 0;
      const pile = value < 0 ? down : up;
      const from = pile[year] ?? 0;
      pile[year] = from + value;
      const [a, b] = [place(from), place(from + value)];
      return value === 0 ? [] : [{ x: middle(year) - width / 2, y: Math.min(a, b), width, height: Math.abs(a - b) }];
    }),
  );
}

/** Lays a chart out in a space. */
export function layout(columns: Columns, { width, height }: Size): Layout {
  const high = Math.max(...tops(columns));
  const shown = limitShown(columns) ? columns.limit : null;
  const axis = axisOf(Math.min(0, ...feet(columns)), Math.max(high, shown === null ? 0 : shown.at * 1.02));
  const ticks = ticksOf(axis).map((at) => ({ at, text: columns.spell(at) }));
  const left = Math.ceil(Math.max(...ticks.map((tick) => tick.text.length)) * LETTER.small) + 10;
  const right = width - 4;
  const place = along(axis, height - BELOW, TOP);
  const pitch = (right - left) / columns.years.length;
  const middle = (year: number): number => left + pitch * (year + 0.5);
  const short = columns.years.length > 6;
  const years = columns.years.map((year, index) => ({
    x: middle(index),
    y: height - 6,
    text: short ? `’${String(year).slice(-2)}` : String(year),
  }));
  const peaks = tops(columns);
  const labels = columns.labels.map((text, year) => ({
    x: middle(year),
    y: place(peaks[year] ?? 0) - (columns.net ? 9 : 5),
    text,
  }));
  const nets = columns.years.map((_, year) => ({
    x: middle(year),
    y: place(sum(ofYear(columns.parts, year))),
    text: '',
  }));
  return {
    left,
    right,
    base: place(0),
    ticks: ticks.map(({ at, text }) => ({ x: left - 6, y: place(at), text })),
    years: spaced(years, pitch, LETTER.small),
    pieces: stacked(columns, place, middle, Math.min(WIDTH.most, pitch * WIDTH.share)),
    labels: spaced(labels, pitch, LETTER.label),
    nets: columns.net ? nets : [],
    limit: shown === null ? null : { x: left + 2, y: place(shown.at), text: shown.name },
  };
}
