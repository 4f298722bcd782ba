/** A remark on a sheet: the rule, where, what, and why it matters. */

export type Rule =
  | 'hidden sheet'
  | 'external link'
  | 'calls out'
  | 'volatile function'
  | 'constant in a formula'
  | 'inconsistent row'
  | 'number as text'
  | 'error value'
  | 'missing unit'
  | 'missing source';

/** One thing to look at, and why. */
export interface Remark {
  readonly rule: Rule;
  readonly sheet: string;
  readonly cell: string;
  readonly says: string;
}

const WHY: Readonly<Record<Rule, string>> = {
  'hidden sheet': 'ICAEW: nothing is hidden from a reviewer',
  'external link': 'the workbook rests on another file, which may change or be missing',
  'calls out': 'a function that asks another computer: figures leave, and answers change',
  'volatile function': 'FAST: recomputed at every change, and its precedents cannot be traced',
  'constant in a formula': 'FAST: a number inside a formula has no source, and is not found when it changes',
  'inconsistent row': 'FAST: one formula a row; a cell that differs was typed over',
  'number as text': 'a number stored as text counts as nothing in most sums',
  'error value': 'an error is carried into everything that reads it',
  'missing unit': 'ICAEW: a number without a unit is read as another one',
  'missing source': 'a reviewer asks where each number comes from',
};
export const whyOf = (rule: Rule): string => WHY[rule];
