/** What turned dials say: the two figures on top, what is read aloud, and what would have to be true. */
import type { BreakEven } from '../../../engine/stress/answers';
import type { Dial, Followed } from '../../../engine/stress/dial';
import type { Results } from '../../../engine/results';
import type { BreakEvenRefused } from '../../../worker/stress';
import { add, compare, round, sign, subtract, times } from '../../exact';
import { count, money, percent, price, signed, type Numerals } from '../../figures';
import { firstOver } from '../../reading';
import { aroundOf, valueText } from '../../stress/values';

/** Budget impact by year, of dials as they are turned; null where the model refuses them. */
export const impactOf = (followed: Followed): readonly string[] | null =>
  followed.kind === 'fast' ? followed.impact : (followed.whatIf.impact?.total ?? null);

/** "Five years", "One year". */
export function yearsWords(years: number): string {
  const words = `${count(years)} year${years === 1 ? '' : 's'}`;
  return words.charAt(0).toUpperCase() + words.slice(1);
}

/** "from 2028", "never"; null without a line. */
export function overFrom(results: Results, impact: readonly string[]): string | null {
  const { test } = results.impact;
  if (test === null) return null;
  const first = firstOver(impact, test.threshold);
  return first < 0 ? 'never' : `from ${String(results.years[first] ?? '')}`;
}

/** "was £23.8m, +£5.1m". */
export function wasWords(now: string, was: string, numerals: Numerals): string {
  const change = subtract(now, was);
  if (sign(change) === 0) return 'as typed';
  return `was ${money(was, numerals, [now])}, ${signedMoney(change, numerals, [now, was])}`;
}

/** Money with its sign: +£5.1m. */
export function signedMoney(amount: string, numerals: Numerals, beside: readonly string[] = []): string {
  return (sign(amount) > 0 ? '+' : '') + money(amount, numerals, beside);
}

/** What is read aloud once a dial rests. */
export function spokenFigures(results: Results, impact: readonly string[], numerals: Numerals): string {
  const over = overFrom(results, impact);
  const line = over === null ? '' : over === 'never' ? ', never over the line' : `, over ${over}`;
  return `${money(add(...impact), numerals)} over ${yearsWords(results.years.length).toLowerCase()}${line}.`;
}

/** One way to stay under the line, by itself. */
export interface Way {
  readonly words: string;
  readonly limit: string;
  readonly change: string;
}

/** Limits are rounded to the safe side. */
export function wayOf(dial: Dial, one: BreakEven | BreakEvenRefused, numerals: Numerals): Way {
  const words = dial.words;
  if ('why' in one) return { words, limit: 'cannot be asked', change: '' };
  if (one.always) return { words, limit: 'any value', change: '' };
  const root = nearest(one);
  if (root === null) return { words, limit: 'no value', change: '' };
  const isLower = compare(root.value, one.now ?? '0') < 0;
  const isOver = compare(one.figureNow, one.target) > 0;
  const bound = isOver === isLower ? 'at most' : 'at least';
  return {
    words,
    limit: `${bound} ${limitText(root.value, dial.unit, bound, numerals)}`,
    change: root.change === null ? '' : `${signed(root.change, 1, numerals, -2)}%`,
  };
}

/** The break-even nearest to what is typed. */
function nearest({ roots, now }: BreakEven): BreakEven['roots'][number] | null {
  const away = (value: string): string => subtract(value, now ?? '0').replace('-', '');
  return [...roots].sort((a, b) => compare(away(a.value), away(b.value)))[0] ?? null;
}

/** A limit at the precision of its unit, never beyond it. */
export function limitText(value: string, unit: string, bound: 'at most' | 'at least', numerals: Numerals): string {
  if (unit === '1') return `${percentDigits(value, bound, numerals)}%`;
  if (unit === '£') return price(value, numerals, bound);
  const places = unit === 'people' || unit === 'patients' ? 0 : 2;
  return valueText(round(value, places, 0, bound), unit, numerals);
}

function percentDigits(value: string, bound: 'at most' | 'at least', numerals: Numerals): string {
  const rounded = round(times(value, '100'), 1, 0, bound);
  const { before } = aroundOf('1', numerals);
  return before + rounded.replace('.', numerals.decimal).replace('-', '\u2212');
}

/** A share as "18 of 100". */
export function ofHundred(part: number): string {
  const whole = Math.round(part * 100);
  if (part > 0 && whole === 0) return 'fewer than 1 of 100';
  if (part < 1 && whole === 100) return 'more than 99 of 100';
  return `${String(whole)} of 100`;
}

/** A chance as a per cent: never 0% or 100% unless it is. */
export const chanceText = (part: number, numerals: Numerals): string => percent(String(part), numerals, true);
