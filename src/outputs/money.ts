/** How money and people are printed in this workbook: one scale for all its sheets, chosen from its largest year. */
import { amount, largest, printed, type Amount } from './amounts';

/** Units of 1, a thousand or a million of the currency, with decimals on the summary sheets and on the detailed ones. */
export interface Money {
  readonly symbol: string;
  readonly power: 0 | 3 | 6;
  readonly places: 0 | 1 | 2;
  readonly finePlaces: 0 | 1 | 2;
}

const SYMBOLS: ReadonlyMap<string, string> = new Map([
  ['GBP', '£'],
  ['EUR', '€'],
  ['USD', '$'],
  ['JPY', '¥'],
  ['CNY', '¥'],
  ['INR', '₹'],
  ['KRW', '₩'],
]);

/** Codes without a sign of their own are followed by a space: "CHF 12.0 million". */
function symbolOf(currency: string): string {
  const code = currency.replace(/[^\p{L}\p{Sc}]/gu, '');
  return SYMBOLS.get(code.toUpperCase()) ?? (code === '' ? '' : `${code} `);
}

/** Scales from coarse to fine, each from a largest year on. */
const SCALES = [
  { from: 10_000_000, power: 6, places: 1 },
  { from: 1_000_000, power: 6, places: 2 },
  { from: 10_000, power: 3, places: 1 },
  { from: 1000, power: 0, places: 0 },
  { from: 0, power: 0, places: 2 },
] as const;

/**
 * Below 1 million thousands, otherwise millions, two decimals below 10 million; below ten thousand plain units.
 * A finer scale where the budget impact, small beside the budgets, would not show two digits.
 */
export function moneyOf(currency: string, yearly: readonly Amount[], impact: readonly Amount[] = []): Money {
  const [most, change] = [largest(yearly), largest(impact)];
  const shows = (power: number, places: number): boolean =>
    change.isZero() || change.gte(amount(10).pow(power - places + 1));
  const scale = SCALES.find(({ from, power, places }) => most.gte(from) && shows(power, places)) ?? SCALES[4];
  return { symbol: symbolOf(currency), power: scale.power, places: scale.places, finePlaces: 2 };
}

const SCALE_CODE = { 0: '', 3: ',', 6: ',,' } as const;
const LETTER = { 0: '', 3: 'k', 6: 'm' } as const;
const WORD = { 0: '', 3: ' thousand', 6: ' million' } as const;

const digits = (places: number): string => (places === 0 ? '#,##0' : `#,##0.${'0'.repeat(places)}`);
/** Minus sign for negatives, an en dash for exactly zero. */
const signed = (code: string, plus = ''): string => `${plus}${code};-${code};"–"`;

/** Unit of a money column: "£m", "CHF m". */
export const unitOf = (money: Money): string => `${money.symbol}${LETTER[money.power]}`.trim() || 'money';

/** Unit in words, for headers and chart titles: "£ million". */
export const unitWords = (money: Money): string => `${money.symbol.trim()}${WORD[money.power]}`.trim() || 'money';

export const moneyFormat = (money: Money): string => signed(digits(money.places) + SCALE_CODE[money.power]);
export const fineMoneyFormat = (money: Money): string => signed(digits(money.finePlaces) + SCALE_CODE[money.power]);
export const differenceFormat = (money: Money): string => signed(digits(money.places) + SCALE_CODE[money.power], '+');

/** Key figures carry the sign and letter themselves: £175.2m. */
export function cardFormat(money: Money): string {
  const letter = LETTER[money.power] === '' ? '' : `"${LETTER[money.power]}"`;
  const code = `"${money.symbol}"${digits(money.places)}${SCALE_CODE[money.power]}${letter}`;
  return `${code};-${code};"–"`;
}

/** Value axis of a chart in money; `step` is the distance between gridlines where it is known. */
export const axisFormat = (money: Money): string =>
  (money.places === 2 ? '#,##0.0' : '#,##0') + SCALE_CODE[money.power];

/** Value labels of a chart. */
export const labelFormat = (money: Money): string => digits(money.places) + SCALE_CODE[money.power];

/** Money in a sentence, without a sign: "£38.1 million". */
export function moneyWords(money: Money, value: Amount): string {
  return `${money.symbol}${printed(value.abs(), money.places, money.power)}${WORD[money.power]}`;
}

/** The same, short, with its sign: "-£0.6m". */
export function moneyShort(money: Money, value: Amount): string {
  const text = printed(value.abs(), money.places, money.power);
  const minus = value.isNegative() && /[1-9]/.test(text) ? '-' : '';
  return `${minus}${money.symbol}${text}${LETTER[money.power]}`;
}

/** A threshold in a sentence: decimals that are zero are left out ("£40 million"). */
export const roundMoneyWords = (money: Money, value: Amount): string =>
  moneyWords(money, value).replace(/\.0+(?=\D|$)/, '');

export const PERCENT_DIFFERENCE = signed('0.0%', '+');
export const PRICE = signed('#,##0.00');
export const COUNT = signed('#,##0');
export const PER_MEMBER = signed('0.000');

/** People: whole numbers, or thousands where nine digits would not fit a column. */
export interface People {
  readonly unit: string;
  readonly format: string;
  readonly power: 0 | 3;
}

export function peopleOf(counts: readonly Amount[]): People {
  return largest(counts).lt(100_000_000)
    ? { unit: 'people', format: signed('#,##0'), power: 0 }
    : { unit: 'thousand', format: signed('#,##0,'), power: 3 };
}

export const peopleWords = (people: People, count: Amount): string =>
  people.power === 0 ? printed(count, 0) : `${printed(count, 0, 3)} thousand`;
