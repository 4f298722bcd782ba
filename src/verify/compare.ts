/** Comparing figures: equal means equal to 1e-25 of the largest cost, where divisions and powers lose their last digits. */
import type { Decimal } from 'decimal.js';
import type { Place } from '../engine/finding';
import { valuesOf, years, type Run } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import type { Failure } from './check';

export type Figures = readonly Decimal[];

/** What is compared: a name, what it should be and what it is, year by year (or in one figure). */
export interface Compared {
  readonly name: string;
  readonly expected: Figures;
  readonly got: Figures;
}

const CLOSE = new Exact('1e-25');

const largest = (figures: Figures): Decimal =>
  figures.reduce((most, value) => Exact.max(most, value.abs()), new Exact(0));

/** Whether two lists are the same figures, against their own size and that of `scale`. */
export function alike(a: Figures, b: Figures, scale: Figures = []): boolean {
  if (a.length !== b.length) return false;
  const slack = Exact.max(largest(a), largest(b), largest(scale)).times(CLOSE);
  return a.every((value, n) =>
    value
      .minus(b[n] ?? 0)
      .abs()
      .lte(slack),
  );
}

/** A figure as it is read: no more digits than people can compare. */
export const shown = (value: Decimal): string => value.toSignificantDigits(15).toFixed();

const list = (figures: Figures): string => figures.map(shown).join(', ');

/** The first of these that is not as it should be. */
export function unlike(
  changed: string,
  compared: readonly Compared[],
  { scale = [], at = null }: { readonly scale?: Figures; readonly at?: Place | null } = {},
): Failure | null {
  const wrong = compared.find(({ expected, got }) => !alike(expected, got, scale));
  return wrong ? { changed, expected: `${wrong.name} ${list(wrong.expected)}`, got: list(wrong.got), at } : null;
}

/** The first of these in which `got` falls below `expected` (by more than the last digits). */
export function below(changed: string, compared: readonly Compared[], at: Place | null = null): Failure | null {
  const falls = ({ expected, got }: Compared): boolean =>
    got.some((value, n) => value.lt(expected[n] ?? 0) && !alike([value], [expected[n] ?? new Exact(0)], expected));
  const wrong = compared.find(falls);
  return wrong
    ? { changed, expected: `${wrong.name} of at least ${list(wrong.expected)}`, got: list(wrong.got), at }
    : null;
}

export const times = (figures: Figures, by: Decimal | number | string): Figures =>
  figures.map((value) => value.times(by));
export const plus = (a: Figures, b: Figures): Figures => a.map((value, n) => value.plus(b[n] ?? 0));
export const minus = (a: Figures, b: Figures): Figures => a.map((value, n) => value.minus(b[n] ?? 0));
export const none = (run: Run): Figures => years(run).map(() => new Exact(0));
export const added = (run: Run, lists: readonly Figures[]): Figures => lists.reduce(plus, none(run));

/** The budget impact of each year. */
export const impactOf = (run: Run): Figures => valuesOf(run, run.of.impact.total, [], years(run));

/** Cost of each year in both worlds, one after the other: also how large the money of a model is. */
export const costOf = (run: Run): Figures =>
  [0, 1].flatMap((world) => valuesOf(run, run.of.ledger.cost, [world], years(run)));
