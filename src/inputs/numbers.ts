/**
 * Numbers as they are typed. A typed cell is the shortest decimal of its double; a computed cell is snapped to
 * 15 significant digits, the precision at which Excel shows a sum. Text is parsed strictly and without a locale.
 */
import type { Decimal } from 'decimal.js';
import { Exact } from '../engine/readings/decimals';

const NUMBER = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d{1,3})?$/;

/** A decimal number in text, or null. No hexadecimal, no grouping, no words, no minus zero. */
export function strictNumber(text: string): Decimal | null {
  const typed = text.trim();
  if (!NUMBER.test(typed)) return null;
  const value = new Exact(typed);
  return value.isZero() ? new Exact(0) : value;
}

/** The decimal that a cell's double stands for. */
export const cellNumber = (value: number, computed: boolean): Decimal =>
  new Exact(computed ? value.toPrecision(15) : String(value));

/** What a text in a number cell was probably meant to be, as it should be typed; null where it is ambiguous. */
export function meantNumber(text: string): string | null {
  const plain = text
    .normalize('NFKC')
    .replace(/[\s'’]/gu, '')
    .replace(/[\u2212\u2010-\u2013]/gu, '-')
    .replace(/^[\p{Sc}]|[\p{Sc}]$/gu, '');
  const percent = plain.endsWith('%');
  const digits = percent ? plain.slice(0, -1) : plain;
  const commas = digits.split(',').length - 1;
  const grouped = /^[+-]?\d{1,3}(,\d{3}){2,}(\.\d+)?$|^[+-]?\d{1,3},\d{3}\.\d+$/.test(digits);
  const decimalComma = commas === 1 && /^[+-]?\d+,(\d{1,2}|\d{4,})$/.test(digits);
  const value = strictNumber(grouped ? digits.replaceAll(',', '') : decimalComma ? digits.replace(',', '.') : digits);
  if (value === null) return null;
  return (percent ? value.div(100) : value).toString();
}
