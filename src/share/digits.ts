/** Numbers as they stand in a text: in the digits and with the marks of any language, spaced out, or as a fraction. */
import type { Decimal } from 'decimal.js';
import { Exact } from '../engine/readings/decimals';

/** Marks that show nothing and may stand between digits. */
const UNSEEN = /[\u00ad\u200b-\u200f\u202a-\u202e\u2060-\u2064\ufeff]/g;
const DIGIT = /\p{Nd}/u;

/** The value of a digit of any script: scripts hold theirs in runs from 0 to 9. */
function digitValue(letter: string): string {
  const code = letter.codePointAt(0) ?? 0;
  let before = 0;
  while (before < 9 && DIGIT.test(String.fromCodePoint(code - before - 1))) before += 1;
  return String(before % 10);
}

/** A text with plain digits and marks: full-width, raised and mathematical digits, those of other scripts, and nothing unseen. */
export const plainDigits = (text: string): string =>
  text
    .normalize('NFKC')
    .replace(UNSEEN, '')
    .replaceAll('٫', '.')
    .replaceAll('٬', ',')
    .replaceAll('⁄', '/')
    .replace(/(?![0-9])\p{Nd}/gu, digitValue);

/** A number in a text. `means`: what it can be, since 1,234 may be two numbers. */
export interface Found {
  readonly means: readonly Decimal[];
  readonly at: number;
  /** Whether it stands before a sign or word for per cent. */
  readonly percent: boolean;
}

/** What may stand between thousands, or between digits that are spaced out; the sign of an exponent is none. */
const SPACERS = /[\s'’\u00a0\u2009\u202f_*]|(?<!e)-/giu;
const GAP = "[\\s'’\\u00a0\\u2009\\u202f]";
/** With marks between thousands; plain; and single digits spaced out. */
const FORMS = [
  new RegExp(`\\d(?:[\\d.,]|${GAP}(?=\\d{3}))*(?:e[+-]?\\d+)?`, 'giu'),
  /\d+(?:[.,]\d+)?/g,
  /(?<![\d.,])\d(?:[ _*-][\d.,]){3,}(?![\d])/g,
];
const FRACTION = /(?<![\d.,/])(\d{1,3})\s?\/\s?(\d{1,3})(?![\d/])/g;
const LETTER = /\p{L}/u;
const PER_CENT = /^\s*(%|٪|per\s?cent|prozent|pour\s?cent|por\s?ciento|procent|percento)/iu;

const BASIS_POINTS = /^\s?(bps?|basis points?)\b/iu;

/** The numbers that a run of digits can mean: 1,234.56 and 1.234,56 and 1 234,56; 1,234 may be both. */
function meanings(token: string): readonly Decimal[] {
  const text = token.replace(SPACERS, '');
  const forms = [text.replaceAll(',', ''), text.replaceAll('.', '').replace(',', '.')];
  return [...new Set(forms)]
    .filter((form) => /^\d+(\.\d+)?(e[+-]?\d{1,3})?$/i.test(form))
    .map((form) => new Exact(form));
}

/** Numbers of a text that has plain digits. Parts of a word are none: the hash 25d09 is no 25. */
export function numbersIn(text: string): readonly Found[] {
  const runs = FORMS.flatMap((form) => [...text.matchAll(form)]).flatMap((match): readonly Found[] => {
    const token = match[0].replace(/[.,]+$/, '');
    const after = text.slice(match.index + token.length);
    const glued = LETTER.test(text[match.index - 1] ?? '') || /^(?!p\b)\p{L}/iu.test(after);
    const points = BASIS_POINTS.test(after);
    const means = meanings(token).map((value) => (points ? value.div(10_000) : value));
    return glued && !points ? [] : [{ means, at: match.index, percent: points || PER_CENT.test(after) }];
  });
  const fractions = [...text.matchAll(FRACTION)].flatMap((match): readonly Found[] => {
    const [above, below] = [new Exact(match[1] ?? 0), new Exact(match[2] ?? 1)];
    return below.isZero() ? [] : [{ means: [above.div(below)], at: match.index, percent: false }];
  });
  return [...runs, ...fractions];
}

/** Digits that count of a number, ends of zeros left out. */
export const digitsOf = (value: Decimal): number =>
  value
    .abs()
    .toFixed()
    .replace(/^0\.0*|\.|0+$/g, '')
    .replace(/^0+/, '').length;
