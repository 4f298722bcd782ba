/** Signs between two values: arithmetic, text and comparison as Excel does them. */
import { isFault, near, rowsOf, single, textOf, type Held, type Value } from './values';

/** Signs that stand between two values, loosest first; a sign before a number binds tighter than all of them. */
export const LEVELS: readonly (readonly string[])[] = [
  ['=', '<>', '<', '>', '<=', '>='],
  ['&'],
  ['+', '-'],
  ['*', '/'],
  ['^'],
];

/** Between two values; between areas cell by cell, where a row or a column of one goes with every other of its kind. */
export function between(sign: string, left: Value, right: Value, inArrays: boolean): Value {
  if (!inArrays) return between2(sign, single(left), single(right));
  const [a, b] = [rowsOf(left), rowsOf(right)];
  const [down, along] = [Math.max(a.length, b.length), Math.max(a[0]?.length ?? 0, b[0]?.length ?? 0)];
  const at = (rows: typeof a, row: number, column: number): Held => {
    const cells = rows.length === 1 ? rows[0] : rows[row];
    return (cells?.length === 1 ? cells[0] : cells?.[column]) ?? null;
  };
  return {
    rows: Array.from({ length: down }, (_, row) =>
      Array.from({ length: along }, (__, column) => between2(sign, at(a, row, column), at(b, row, column))),
    ),
  };
}

function between2(sign: string, left: Held, right: Held): Held {
  const fault = [left, right].find(isFault);
  if (fault !== undefined) return fault;
  if (sign === '&') return `${textOf(left)}${textOf(right)}`;
  if (LEVELS[0]?.includes(sign)) return holds(sign, orderOf(left, right));
  const [a, b] = [Number(left ?? 0), Number(right ?? 0)];
  if (Number.isNaN(a) || Number.isNaN(b) || left === '' || right === '') return '#VALUE!';
  switch (sign) {
    case '+':
      return near(a, -b) ? 0 : a + b;
    case '-':
      return near(a, b) ? 0 : a - b;
    case '*':
      return a * b;
    case '/':
      return b === 0 ? '#DIV/0!' : a / b;
    default:
      return a ** b;
  }
}

/** Numbers come before text; a blank is 0 beside a number and empty beside text; case does not count. */
function orderOf(left: Held, right: Held): number {
  const plain = (value: Held, beside: Held): string | number => {
    if (value === null) return typeof beside === 'string' ? '' : 0;
    return typeof value === 'string' ? value.toLowerCase() : Number(value);
  };
  const [a, b] = [plain(left, right), plain(right, left)];
  if (typeof a === 'number' && typeof b === 'number') return near(a, b) ? 0 : a - b;
  if (typeof a === 'string' && typeof b === 'string') return a === b ? 0 : a < b ? -1 : 1;
  return typeof a === 'number' ? -1 : 1;
}

const holds = (sign: string, order: number): boolean =>
  (order === 0 && /=/.test(sign)) || (order < 0 && sign.startsWith('<')) || (order > 0 && /^<?>/.test(sign));
