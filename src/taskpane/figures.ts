/**
 * How figures look: the pane's rules for money, people, shares and years, through `Intl` in the workbook's
 * language. Every function takes exact decimal text; rounding happens here, for display alone.
 */
import { compare, largest, magnitude, round, sign, type Direction } from './exact';

/** A true minus, so that signs stand as wide as digits. */
const MINUS = '\u2212';
/** What is not known is a dash, never 0. */
export const UNKNOWN = '–';

/** How a language writes numbers, and how it places a currency. */
export interface Numerals {
  readonly language: string;
  /** The currency as the model names it: "GBP". */
  readonly currency: string;
  readonly decimal: string;
  readonly digits: readonly string[];
  readonly symbol: string;
  readonly symbolFirst: boolean;
  readonly gap: string;
}

/** The unit money is shown in: pounds, thousands or millions. */
export interface Scale {
  readonly power: 0 | 3 | 6;
  readonly letter: '' | 'k' | 'm';
  readonly places: number;
}

/** Builds the numerals of a workbook; a language or currency that `Intl` does not know falls back to en-GB and to the code. */
export function numeralsOf(language: string, currency: string): Numerals {
  const known = knownLanguage(language);
  const digits = Array.from(new Intl.NumberFormat(known, { useGrouping: false }).format(9876543210)).reverse();
  const decimal = new Intl.NumberFormat(known).formatToParts(1.5).find((part) => part.type === 'decimal')?.value ?? '.';
  return { language: known, currency, decimal, digits, ...currencyOf(known, currency) };
}

function knownLanguage(language: string): string {
  try {
    return Intl.getCanonicalLocales(language)[0] ?? 'en-GB';
  } catch {
    return 'en-GB';
  }
}

function currencyOf(language: string, currency: string): Pick<Numerals, 'symbol' | 'symbolFirst' | 'gap'> {
  try {
    const parts = new Intl.NumberFormat(language, {
      style: 'currency',
      currency,
      currencyDisplay: 'narrowSymbol',
    }).formatToParts(1);
    const at = parts.findIndex((part) => part.type === 'currency');
    const symbol = parts[at]?.value ?? currency;
    const symbolFirst = at < parts.findIndex((part) => part.type === 'integer');
    return { symbol, symbolFirst, gap: /^\p{L}{2,}$/u.test(symbol) || !symbolFirst ? '\u00a0' : '' };
  } catch {
    return { symbol: currency, symbolFirst: true, gap: '\u00a0' };
  }
}

/** Writes rounded decimal text in a language: grouped, with its decimal mark and a true minus. */
export function spell(text: string, numerals: Numerals): string {
  const [whole = '0', fraction] = text.replace('-', '').split('.');
  const grouped = new Intl.NumberFormat(numerals.language).format(BigInt(whole));
  const tail =
    fraction === undefined
      ? ''
      : numerals.decimal + Array.from(fraction, (digit) => numerals.digits[Number(digit)] ?? digit).join('');
  return (sign(text) < 0 ? MINUS : '') + grouped + tail;
}

/** A number with a fixed number of places. Null is unknown. */
export function number(
  amount: string | null,
  places: number,
  numerals: Numerals,
  power = 0,
  direction: Direction = 'nearest',
): string {
  return amount === null ? UNKNOWN : spell(round(amount, places, power, direction), numerals);
}

/** A change: always with its sign, zero without. */
export function signed(amount: string, places: number, numerals: Numerals, power = 0): string {
  const rounded = round(amount, places, power);
  return (sign(rounded) > 0 ? '+' : '') + spell(rounded, numerals);
}

/** People: whole in tables, two decimals in an explanation. */
export function people(amount: string | null, numerals: Numerals): string {
  return number(amount, 0, numerals);
}

/** Scale of a table from its largest figure: millions from a million, thousands from ten thousand; two decimals while they fit. */
export function tableScale(amounts: readonly string[]): Scale {
  const most = largest(amounts);
  if (compare(most, '1000000') >= 0) return { power: 6, letter: 'm', places: compare(most, '1000000000') < 0 ? 2 : 0 };
  if (compare(most, '10000') >= 0) return { power: 3, letter: 'k', places: 1 };
  return { power: 0, letter: '', places: compare(most, '100') < 0 ? 2 : 0 };
}

/** An amount of a table in its scale, without unit: the header carries it. */
export function scaled(amount: string | null, scale: Scale, numerals: Numerals): string {
  return number(amount, scale.places, numerals, scale.power);
}

/** A table's figure with its unit: "£1.97m", to the table's digits. */
export function scaledMoney(amount: string, scale: Scale, numerals: Numerals): string {
  return priced(round(amount, scale.places, scale.power), scale.letter, numerals);
}

/** Unit of a table's header: "£m", "EUR m" for a currency without a sign, "m €" where the sign follows. */
export function unitOf(scale: Scale, numerals: Numerals): string {
  const gap = scale.letter === '' ? '' : numerals.gap;
  return numerals.symbolFirst ? numerals.symbol + gap + scale.letter : scale.letter + gap + numerals.symbol;
}

/** Money in a sentence: £23.8m, £0.09m beside millions, £1.2bn, £203k, £5,233. `beside` holds the sentence's other amounts. */
export function money(amount: string, numerals: Numerals, beside: readonly string[] = []): string {
  if (sign(amount) === 0) return priced('0', '', numerals);
  const most = largest([amount, ...beside]);
  if (compare(magnitude(amount), '1000000000') >= 0) return priced(round(amount, 1, 9), 'bn', numerals);
  if (compare(most, '1000000') >= 0)
    return priced(round(amount, compare(magnitude(amount), '100000') < 0 ? 2 : 1, 6), 'm', numerals);
  // what would be £0k is said in full
  if (compare(most, '10000') >= 0 && compare(magnitude(amount), '500') >= 0)
    return priced(round(amount, 0, 3), 'k', numerals);
  return priced(round(amount, 0), '', numerals);
}

/** A unit price or a full figure, to the penny: £1,209.00. */
export function price(amount: string, numerals: Numerals, direction: Direction = 'nearest', places = 2): string {
  return priced(round(amount, places, 0, direction), '', numerals);
}

/** An amount to the nearest pound: £6,090,925. */
export function wholeMoney(amount: string, numerals: Numerals): string {
  return priced(round(amount, 0), '', numerals);
}

function priced(rounded: string, letter: string, numerals: Numerals): string {
  const text = spell(rounded.replace('-', ''), numerals) + letter;
  const body = numerals.symbolFirst ? numerals.symbol + numerals.gap + text : text + numerals.gap + numerals.symbol;
  return (sign(rounded) < 0 ? MINUS : '') + body;
}

/** A share as a per cent: 21%, 6.4% below ten. Never 0% or 100% unless exact: <0.1%, >99%. `whole` drops the decimal: <1%. */
export function percent(share: string | null, numerals: Numerals, whole = false): string {
  if (share === null) return UNKNOWN;
  const size = magnitude(share);
  const places = whole || compare(size, '0.1') >= 0 || compare(round(size, 2), size) === 0 ? 0 : 1;
  const step = places === 0 ? '0.01' : '0.001';
  const minus = sign(share) < 0 ? MINUS : '';
  if (sign(size) !== 0 && sign(round(share, places, -2)) === 0)
    return `<${minus}${spell(round(step, places, -2), numerals)}%`;
  if (compare(size, '0.99') > 0 && compare(size, '1') < 0) return `>${minus}${spell('99', numerals)}%`;
  return `${spell(round(share, places, -2), numerals)}%`;
}

/** Any exact number with as many decimals as it has, at most `places`: for values as typed. */
export function asTyped(amount: string, numerals: Numerals, places = 10): string {
  const rounded = round(amount, places);
  return spell(rounded.includes('.') ? rounded.replace(/\.?0+$/, '') : rounded, numerals);
}

/** 2026–2030, or one year alone. */
export function span(years: readonly number[]): string {
  const first = years[0];
  const last = years[years.length - 1];
  if (first === undefined || last === undefined) return UNKNOWN;
  return first === last ? String(first) : `${String(first)}–${String(last)}`;
}

const WORDS = ['no', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'] as const;

/** Small counts in words, larger in digits. */
export function count(n: number): string {
  return WORDS[n] ?? String(n);
}

/** "1 sheet", "3 sheets". */
export function several(n: number, noun: string, numerals?: Numerals): string {
  const figure = numerals === undefined ? String(n) : spell(String(n), numerals);
  return `${figure} ${noun}${n === 1 ? '' : 's'}`;
}
