/** How a parameter's value looks: 29%, £1,209.00, ×1.10, 40 months; and what is typed into its field. */
import { compare, magnitude, round, times } from '../exact';
import { asTyped, price, type Numerals } from '../figures';

/** What stands around the digits of a value. */
export interface Around {
  readonly before: string;
  readonly after: string;
}

/** `unit`: of a dial. */
export function aroundOf(unit: string, numerals: Numerals): Around {
  if (unit === '1') return { before: '', after: '%' };
  if (unit === 'x') return { before: '×', after: '' };
  if (unit === '£')
    return numerals.symbolFirst
      ? { before: numerals.symbol + numerals.gap, after: '' }
      : { before: '', after: numerals.gap + numerals.symbol };
  return { before: '', after: unit === '' || unit === 'people' ? '' : `\u00a0${unit}` };
}

/** The digits alone, as they stand in a field. */
export function digitsOf(value: string, unit: string, numerals: Numerals): string {
  if (unit === '1') return asTyped(times(value, '100'), numerals, 2);
  if (unit === '£' || unit === 'x') return asTyped(value, numerals, 2);
  return asTyped(value, numerals, compare(magnitude(value), '100') < 0 ? 4 : 0);
}

export function valueText(value: string, unit: string, numerals: Numerals): string {
  if (unit === '£' && compare(magnitude(value), '1000') < 0 && round(value, 0) !== round(value, 2).replace(/\.00$/, ''))
    return price(value, numerals);
  const { before, after } = aroundOf(unit, numerals);
  return before + digitsOf(value, unit, numerals) + after;
}

/** The value that is meant by what is typed into a field; null where it is no number. */
export function valueTyped(typed: string, unit: string, numerals: Numerals): string | null {
  const plain = typed
    .replaceAll('\u2212', '-')
    .split('')
    .filter((sign) => /[\d-]/.test(sign) || sign === numerals.decimal)
    .join('')
    .replace(numerals.decimal, '.');
  if (!/^-?(\d+\.?\d*|\.\d+)$/.test(plain)) return null;
  return unit === '1' ? times(plain, '0.01') : times(plain, '1');
}
