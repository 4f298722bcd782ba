/** Whether a text or a number gives a secret away, and how it does. */
import type { Decimal } from 'decimal.js';
import { Exact } from '../engine/readings/decimals';
import { digitsOf, numbersIn, plainDigits } from './digits';
import { plainWords, writtenOut } from './number-words';
import { isNear, type Telling } from './spellings';

/** What was found. `how`: a sentence, which does not say the secret either. */
export interface Told {
  readonly telling: Telling;
  readonly how: string;
}

const PRICE_WORDS =
  /discount|rebate|net\b|\boff\b|\bpas\b|nachlass|rabatt|netto|remise|rabais|descuento|sconto|korting/i;

/** Words beside which an amount of three digits tells, though a rate does not: "our price is 3.81". */
const MONEY_WORDS = /pric|\bpa(y|id)|preis|\bprix\b|\bpreci|prezz|\bprij/i;

/** Whether a text speaks in such words near a place in it. */
const speaks = (words: RegExp, text: string, at: number): boolean =>
  words.test(text.slice(Math.max(0, at - 60), at + 60));

/** Whether a number of few digits tells a secret there: beside words of discounts, or an amount as it is beside those of prices. */
const isNearby = (text: string, at: number, { rate, as }: Telling): boolean =>
  speaks(PRICE_WORDS, text, at) || (!rate && as === '' && speaks(MONEY_WORDS, text, at));

const exactly = ({ as }: Telling): string => (as === '' ? 'It stands there.' : `It stands there as ${as}.`);
const rounded = ({ as }: Telling): string =>
  as === '' ? 'It stands there, rounded.' : `It stands there as ${as}, rounded.`;

/** Whether a found number is a secret, as typed or rounded as it stands; how, or null. */
function tells(found: Decimal, telling: Telling, near: boolean, percent: boolean): string | null {
  const { value, rate } = telling;
  const digits = digitsOf(found);
  const rateSaid = rate && near && (percent || found.lt(2));
  if (digits < (rateSaid ? 1 : near ? 3 : 4)) return null;
  if (found.eq(value) || isThird(found, value)) return exactly(telling);
  return digits >= (near ? 3 : 5) && isRounded(found, value) ? rounded(telling) : null;
}

/** Whether a number is another one rounded where it ends; a last 5 goes up or down. */
const isRounded = (found: Decimal, value: Decimal): boolean =>
  found.minus(value.abs()).abs().lte(new Exact(10).pow(-found.decimalPlaces()).div(2));

/** A fraction such as 1/3 has no last digit: equal to the last of 30. */
const isThird = (found: Decimal, value: Decimal): boolean =>
  found.decimalPlaces() > 30 && found.minus(value).abs().lte(value.abs().times('1e-30'));

/** The first secret that a text gives away, or null. */
export function toldBy(given: string, all: readonly Telling[]): Told | null {
  const text = plainDigits(given);
  for (const { means, at, percent } of numbersIn(text)) {
    for (const found of means)
      for (const telling of all) {
        if (!isNear(found.toNumber(), telling)) continue;
        const how = tells(found, telling, isNearby(text, at, telling), percent);
        if (how !== null) return { telling, how };
      }
  }
  return PRICE_WORDS.test(text) ? toldInWords(plainWords(text), all) : null;
}

function toldInWords(text: string, all: readonly Telling[]): Told | null {
  const telling = all.find((of) =>
    inWords(of).some((word) => new RegExp(`(^|[^\\p{L}])${word}([^\\p{L}]|$)`, 'u').test(text)),
  );
  return telling ? { telling, how: 'It is written out there in words.' } : null;
}

/** What of a rate people say: what is taken off, and what is left. */
const SAID_RATES: ReadonlySet<string> = new Set(['', '× 100', '1 − it', '1 − it × 100']);

/** How a telling number is written out: rates in per cent and as shares, and amounts of three digits and more. */
function inWords({ value, rate, as }: Telling): readonly string[] {
  if (rate) return value.lt(100) && SAID_RATES.has(as) ? writtenOut(value) : [];
  if (as !== '' || value.lt(100)) return [];
  return [...writtenOut(value), ...writtenOut(value.round())];
}

/** Packs in a year and the like: a number so many times a net price is the price of as many packs. */
const MOST_PACKS = 366;
/** Numbers of packs that are bought: months, weeks, days, tablets. A number so many times a net price, rounded, is telling too. */
const USUAL_PACKS = [
  2, 3, 4, 6, 7, 10, 12, 13, 14, 20, 21, 24, 26, 28, 30, 48, 50, 52, 56, 60, 84, 90, 100, 360, 364, 365,
];

/** Whole packs of a secret, or an even part of one: exact, or rounded as money is. */
function packsOf(value: Decimal, { value: secret, rate, as }: Telling): string | null {
  if (rate || as !== '' || digitsOf(secret) < 5) return null;
  for (const [ratio, said] of [
    [value.div(secret), 'times it'],
    [secret.div(value), 'of them make it'],
  ] as const) {
    const whole = ratio.round();
    if (whole.gt(1) && whole.lte(MOST_PACKS) && ratio.minus(whole).abs().lte('1e-12'))
      return `It is worked out from it: ${whole.toFixed()} ${said}.`;
  }
  if (digitsOf(value) < 6 || value.decimalPlaces() > 4) return null;
  const near = (packs: number): boolean =>
    [secret.times(packs), secret.div(packs)].some((each) => each.toDecimalPlaces(value.decimalPlaces()).eq(value));
  const packs = USUAL_PACKS.find(near);
  return packs === undefined ? null : `It is ${String(packs)} packs of it or a pack in as many parts, rounded.`;
}

/** How a number in a cell is judged. `packs`: also as whole packs. `about`: its row is about the secret, so that few digits tell. */
export interface Judged {
  readonly packs: boolean;
  readonly about: (telling: Telling) => boolean;
}

/** The secret that a number in a cell is, or whole packs of: to the last of 15 digits, or rounded with at least five. */
export function toldByNumber(value: Decimal, all: readonly Telling[], { packs, about }: Judged): Told | null {
  const [size, digits] = [value.abs(), digitsOf(value)];
  if (digits === 0) return null;
  const [close, rough] = [size.times('1e-13'), size.toNumber()];
  for (const telling of all) {
    if (digits < 4 && !about(telling)) continue;
    const near = isNear(rough, telling);
    if (near && telling.value.abs().minus(size).abs().lte(close)) return { telling, how: exactly(telling) };
    if (
      near &&
      digits >= (telling.as === '' ? 5 : 6) &&
      size.decimalPlaces() <= 4 &&
      size.eq(telling.value.abs().toDecimalPlaces(size.decimalPlaces()))
    )
      return { telling, how: rounded(telling) };
    const how = packs && digits >= 4 ? packsOf(size, telling) : null;
    if (how !== null) return { telling, how };
  }
  return null;
}
