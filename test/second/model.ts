/** BIM_Model and time: the settings, the years, and the value of a row in a year. */
import { D, fold, linesOf, needed, number, numberOr, ONE, Refused, same, text, word, ZERO } from './sheet';
import type { Book, Line, Num } from './sheet';

export type World = 'without' | 'with';
export const WORLDS: readonly World[] = ['without', 'with'];
/** Values by time: place 0 is the baseline year (0 where there is none), then years 1…N. */
export type Years = readonly Num[];

/** Shares and people of the technologies of one subgroup and time, by name. */
export type Division = ReadonlyMap<string, { readonly share: Num; readonly people: Num }>;

/** A half that a division lost at the fortieth digit is a half. */
const sure = (n: Num): Num => n.toSignificantDigits(34);
/** How a figure is rounded; null leaves it alone. */
export type Rounding = ((value: Num) => Num) | null;

export interface Model {
  readonly book: Book;
  readonly firstYear: number;
  readonly count: number;
  readonly baseline: boolean;
  /** The times that are computed: 1…N, and 0 before them with a baseline year. */
  readonly times: readonly number[];
  readonly cohortContinues: boolean;
  readonly growthFromFirst: boolean;
  readonly byMonth: boolean;
  readonly payer: string;
  readonly discountRate: Num;
  readonly discountFromFirst: boolean;
  readonly members: Num | null;
  readonly threshold: Num | null;
  readonly testYears: number;
  readonly normalise: boolean;
  readonly patients: Rounding;
  readonly money: Rounding;
  readonly daysInYear: Num;
  readonly leaversCost: Num;
  readonly midYear: boolean;
  readonly currency: string;
  /** Divides the world `with` otherwise than typed: for the potential of value realisation. */
  readonly reshape?: (subgroup: string, t: number, eligible: Num, typed: Division) => Division;
}

const places = (setting: string): number => Number(/to (\d+) places?/.exec(setting)?.[1] ?? '0');

const patientRounding = (setting: string): Rounding => {
  const at = places(setting);
  if (setting.startsWith('round half even')) return (n) => sure(n).toDecimalPlaces(at, D.ROUND_HALF_EVEN);
  if (setting.startsWith('round')) return (n) => sure(n).toDecimalPlaces(at, D.ROUND_HALF_UP);
  if (setting.startsWith('truncate')) return (n) => sure(n).toDecimalPlaces(at, D.ROUND_DOWN);
  return null;
};

/** Half up (away from zero), whether the setting says so or not: the contract says it of every part. */
const moneyRounding = (setting: string): Rounding =>
  setting.startsWith('round each part') ? (n) => sure(n).toDecimalPlaces(places(setting), D.ROUND_HALF_UP) : null;

/** Reads BIM_Model; the first value of the contract stands for a blank one. */
export const readModel = (book: Book): Model => {
  const row = (setting: string): Line =>
    linesOf(book, 'model').find((line) => fold(text(line, 'Setting')) === fold(setting)) ?? { cells: new Map() };
  const choice = (setting: string, blank: string): string => word(row(setting), 'Value', blank);
  const value = (setting: string, blank: Num): Num => numberOr(row(setting), 'Value', blank);
  const count = needed(row('Years'), 'Value').toNumber();
  const baseline = choice('Baseline year', 'no') === 'yes';
  return {
    book,
    count,
    baseline,
    firstYear: value('First year', ONE).toNumber(),
    times: Array.from({ length: count + 1 }, (_, t) => t).slice(baseline ? 0 : 1),
    cohortContinues: choice('Baseline cohort', 'ends') === 'continues',
    growthFromFirst: choice('Growth starts', baseline ? 'first year' : 'second year') === 'first year',
    byMonth: choice('Step', 'year') === 'month',
    payer: text(row('Payer'), 'Value') === '' ? 'All' : text(row('Payer'), 'Value'),
    discountRate: value('Discount rate', ZERO),
    discountFromFirst: choice('Discount from', 'second year') === 'first year',
    members: number(row('Members'), 'Value'),
    threshold: number(row('Test threshold'), 'Value'),
    testYears: value('Test years', new D(3)).toNumber(),
    normalise: choice('Shares', 'sum to 1') === 'normalise',
    patients: patientRounding(choice('Patients', 'fractional')),
    money: moneyRounding(choice('Money', 'unrounded')),
    daysInYear: value('Days in year', new D('365.25')),
    leaversCost: value('Leavers cost', ZERO),
    midYear: choice('Entry', 'start of year') === 'mid-year',
    currency: text(row('Currency'), 'Value'),
  };
};

export const yearOf = (model: Model, t: number): number => model.firstYear + t - 1;

/** A list over every time; a time that is not computed holds 0. */
export const overTimes = (model: Model, valueAt: (t: number) => Num): Num[] =>
  Array.from({ length: model.count + 1 }, (_, t) => (model.times.includes(t) ? valueAt(t) : ZERO));

/** Headers by which a time may be typed. */
export const headersOf = (model: Model, t: number): string[] =>
  t === 0 ? [String(yearOf(model, 0)), 'Baseline'] : [String(yearOf(model, t)), `Year ${String(t)}`];

/** What is typed for a time, or null. */
export const typedAt = (model: Model, line: Line, t: number): Num | null => {
  for (const header of headersOf(model, t)) {
    const value = number(line, header);
    if (value !== null) return value;
  }
  return null;
};

/** The last value typed at or before a time. */
const typedUpTo = (model: Model, line: Line, t: number): Num | null => {
  for (let s = t; s >= (model.baseline ? 0 : 1); s--) {
    const value = typedAt(model, line, s);
    if (value !== null) return value;
  }
  return null;
};

/** A typed year; else Base × (1 + Growth)^n; else the last typed year to the left. Null where there is nothing. */
export const seriesAt = (model: Model, line: Line, base: string, t: number): Num | null => {
  const typed = typedAt(model, line, t);
  if (typed !== null) return typed;
  const start = number(line, base);
  if (t === 0 && (start === null || !model.growthFromFirst)) return seriesAt(model, line, base, 1);
  if (start === null) return typedUpTo(model, line, t);
  return start.times(
    numberOr(line, 'Growth', ZERO)
      .plus(1)
      .pow(model.growthFromFirst ? t : t - 1),
  );
};

/** {@link seriesAt}, refused where nothing is given. */
export const valueAt = (model: Model, line: Line, base: string, t: number): Num => {
  const value = seriesAt(model, line, base, t);
  if (value === null) throw new Refused(`${base}: no value in ${String(yearOf(model, t))}`);
  return value;
};

/** Whether a row speaks of a world: a blank World is both. */
export const inWorld = (line: Line, world: World): boolean => ['', 'all', world].includes(word(line, 'World', ''));

export const sameKey = (a: Line, b: Line, header: string): boolean => {
  const [x, y] = [text(a, header), text(b, header)];
  return same(x, y) || (isBlankOrAll(x) && isBlankOrAll(y));
};
const isBlankOrAll = (key: string): boolean => key === '' || same(key, 'All');
