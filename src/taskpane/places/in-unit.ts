/** A value of an explanation in its unit: money to the penny or whole, shares as per cents, people to two decimals. */
import type { Explanation } from '../../engine/results';
import { compare, magnitude, times } from '../exact';
import { asTyped, number, percent, price, wholeMoney, type Numerals } from '../figures';
import { isLeaf } from './explained';

const SHARES = /\b(share|discount|growth|rate|rebate|mark-?up|vat|coverage|adherence|wastage|discontinuation)\b/i;

/** `full` keeps the pennies of a large amount. */
export function inUnit(node: Explanation, numerals: Numerals, full = false): string {
  if (isMoney(node.unit, numerals)) return moneyText(node, numerals, full);
  if (/^(person|patient|people)/i.test(node.unit)) return number(node.value, 2, numerals);
  if (isShare(node)) return isLeaf(node) ? typedShare(node.value, numerals) : percent(node.value, numerals);
  return asTyped(node.value, numerals, isLeaf(node) || compare(magnitude(node.value), '10') < 0 ? 6 : 2);
}

/** Fractions that people say as per cents: no product of people and share, and nothing above one. */
function isShare({ unit, name, value }: Explanation): boolean {
  return unit === '' && SHARES.test(name) && !name.includes('×') && compare(magnitude(value), '1') <= 0;
}

/** Money alone, or money per something: "GBP", "GBP/pack". */
function isMoney(unit: string, { currency }: Numerals): boolean {
  return currency !== '' && (unit === currency || unit.startsWith(`${currency}/`) || unit.startsWith(`${currency} `));
}

/** Large amounts in whole pounds, also where nothing is said of their parts; a typed unit price keeps the digits it was typed with. */
function moneyText(node: Explanation, numerals: Numerals, full: boolean): string {
  const typedPlaces = isLeaf(node) && node.at !== null ? (node.value.split('.')[1]?.length ?? 0) : 0;
  if (typedPlaces > 2) return price(node.value, numerals, 'nearest', Math.min(typedPlaces, 6));
  return full || compare(magnitude(node.value), '10000') < 0
    ? price(node.value, numerals)
    : wholeMoney(node.value, numerals);
}

/** A typed share keeps all its digits: 6.25%. */
function typedShare(value: string, numerals: Numerals): string {
  return `${asTyped(times(value, '100'), numerals)}%`;
}
