/** Every way in which a secret number can be spelt: × 100, ÷ 100, 1 − x, rounded, with the marks of any locale, or in words. */
import type { Decimal } from 'decimal.js';
import { Exact } from '../engine/readings/decimals';
import { plainWords, writtenOut } from './number-words';
import type { Secret } from './secrets';

/** Digits that count of a number, ends of zeros left out. */
export const digitsOf = (value: Decimal): number =>
  value
    .abs()
    .toFixed()
    .replace(/^0\.0*|\.|0+$/g, '')
    .replace(/^0+/, '').length;

/** Numbers that give a secret away when they are found. */
export interface Telling {
  readonly secret: Secret;
  readonly value: Decimal;
  /** Rates of two digits are found all over a model: they tell something only beside a word such as discount. */
  readonly rate: boolean;
}

export function tellings(secrets: readonly Secret[]): readonly Telling[] {
  return secrets.flatMap((secret) => [
    ...secret.amounts.flatMap((value) =>
      [value, value.times(100), value.div(100)].map((each) => ({ secret, value: each, rate: false })),
    ),
    ...secret.rates.flatMap((value) => {
      const rest = new Exact(1).minus(value);
      return [value, rest, value.times(100), rest.times(100)].map((each) => ({ secret, value: each, rate: true }));
    }),
  ]);
}

/** What may stand between thousands. */
const GAPS = /[\s'’\u00a0\u2009\u202f]/g;

/** The numbers that a run of digits can mean: 1,234.56 and 1.234,56 and 1 234,56; 1,234 may be both. */
function meanings(token: string): readonly Decimal[] {
  const text = token
    .replace(GAPS, '')
    .replace(/[०-९]/g, (digit) => String(digit.charCodeAt(0) - 0x966))
    .replace(/[０-９]/g, (digit) => String(digit.charCodeAt(0) - 0xff10))
    .replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660));
  const forms = [text.replaceAll(',', ''), text.replaceAll('.', '').replace(',', '.')];
  return [...new Set(forms)].filter((form) => /^\d+(\.\d+)?(e[+-]?\d+)?$/i.test(form)).map((form) => new Exact(form));
}

const TOKENS = /[\d०-९０-９٠-٩](?:[\d०-९０-９٠-٩.,]|[\s'’\u00a0\u2009\u202f](?=[\d०-९０-９٠-٩]{3}))*(?:e[+-]?\d+)?/giu;
const PLAIN = /\d+(?:[.,]\d+)?/g;
const PRICE_WORDS =
  /discount|rebate|net\b|\boff\b|\bpas\b|nachlass|rabatt|netto|remise|rabais|\bnet\b|descuento|sconto|korting/i;

interface Token {
  readonly token: string;
  readonly at: number;
  /** Whether it stands before a sign or word for per cent. */
  readonly percent: boolean;
}

const LETTER = /\p{L}/u;
const PER_CENT = /^\s*(%|٪|per\s?cent|prozent|pour\s?cent|por\s?ciento)/iu;

/** Runs of digits in a text, also glued together by a program: `12 345.6` is one number and two. Parts of a word are none. */
const tokensOf = (text: string): readonly Token[] =>
  [...text.matchAll(TOKENS), ...text.matchAll(PLAIN)].flatMap((match): readonly Token[] => {
    const token = match[0].replace(/[.,]+$/, '');
    const after = text.slice(match.index + token.length);
    const glued = LETTER.test(text[match.index - 1] ?? '') || /^(?!p\b)\p{L}/iu.test(after);
    return glued ? [] : [{ token, at: match.index, percent: PER_CENT.test(after) }];
  });

/** Whether a text speaks of prices near a place in it. */
const speaksOfPrices = (text: string, at: number): boolean =>
  PRICE_WORDS.test(text.slice(Math.max(0, at - 60), at + 60));

/** Whether a found number is a secret, as typed or rounded as it stands. */
function tells(found: Decimal, { value, rate }: Telling, near: boolean, percent: boolean): boolean {
  const digits = digitsOf(found);
  const rateSaid = rate && near && (percent || found.lt(1));
  if (digits < (rateSaid ? 1 : near ? 3 : 4)) return false;
  if (found.eq(value)) return true;
  return digits >= (near ? 3 : 5) && found.eq(value.toDecimalPlaces(found.decimalPlaces()));
}

/** The first secret that a text gives away, or null. */
export function toldBy(text: string, all: readonly Telling[]): Telling | null {
  for (const { token, at, percent } of tokensOf(text)) {
    const near = speaksOfPrices(text, at);
    for (const found of meanings(token)) {
      const told = all.find((telling) => tells(found, telling, near, percent));
      if (told) return told;
    }
  }
  return PRICE_WORDS.test(text) ? wordsTelling(plainWords(text), all) : null;
}

const wordsTelling = (text: string, all: readonly Telling[]): Telling | null =>
  all.find(
    ({ value, rate }) =>
      rate &&
      writtenOut(value.toNumber()).some((word) => new RegExp(`(^|[^\\p{L}])${word}([^\\p{L}]|$)`, 'u').test(text)),
  ) ?? null;

/** Packs in a year and the like: a number so many times a net price is the price of as many packs. */
const MOST_PACKS = 366;

function isMultiple(value: Decimal, { value: secret, rate }: Telling): boolean {
  if (rate || digitsOf(secret) < 5) return false;
  const packs = value.div(secret);
  const whole = packs.round();
  return whole.gt(1) && whole.lte(MOST_PACKS) && packs.minus(whole).abs().lte('1e-12');
}

/** The secret that a number in a cell is, or whole packs of: to the last of 15 digits, and of at least four. */
export function toldByNumber(value: Decimal, all: readonly Telling[], packs = true): Telling | null {
  if (digitsOf(value) < 4) return null;
  const [size, close] = [value.abs(), value.abs().times('1e-13')];
  const found = all.find(
    (telling) => telling.value.minus(size).abs().lte(close) || (packs && isMultiple(size, telling)),
  );
  return found ?? null;
}
