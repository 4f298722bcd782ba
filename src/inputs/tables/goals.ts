/** BIM_Goals: at which value of a parameter does the budget impact meet a target? */
import type { GoalRow } from '../../engine/assumptions';
import { number, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const goal = text('Goal', 'The name of the goal.', 'Cost neutral', { usual: true, required: true });
const parameter = text(
  'Parameter',
  'The address of the value that is sought: Table/key/…/Column.',
  'Prices/Drug A/List price',
  { usual: true, required: true },
);
const target = number('Target', 'money', 'What the budget impact, summed over Years, must be.', '0', {
  usual: true,
  required: true,
});
const years = text(
  'Years',
  'The years that are summed: 2026, 2026–2028 or 2026; 2028, or year numbers. Blank: all.',
  '2026–2028',
  {
    usual: true,
    form: {
      fits: (typed) => /^\d+( ?[-;,] ?\d+)*$/.test(plainYears(typed)),
      words: 'years: 2026, 2026–2028 or 2026; 2028',
    },
  },
);

export const goals: Table = {
  word: 'Goals',
  sheet: 'Scenarios',
  doc: 'The value of the parameter at which the budget impact meets the target.',
  fields: [goal, parameter, target, years, source('Net budget test')],
  address: [goal],
  identity: [goal],
};

const plainYears = (typed: string): string =>
  typed
    .toLowerCase()
    .replace(/years?/g, '')
    .replace(/[–—]|to/g, '-')
    .replace(/[,&]|and/g, ';')
    .replace(/\s+/g, ' ')
    .trim();

/** The years named, as they are typed: calendar years or year numbers. */
export function namedYears(typed: string): readonly number[] {
  if (typed === '' || typed.toLowerCase() === 'all') return [];
  return plainYears(typed)
    .split(';')
    .flatMap((part) => {
      const [first, last] = part.split('-').map((end) => Number.parseInt(end, 10));
      if (first === undefined || Number.isNaN(first)) return [];
      return Array.from({ length: Math.min(50, Math.max(0, (last ?? first) - first)) + 1 }, (_, n) => first + n);
    });
}

/** Years as indices of years 1…N; those outside the horizon are left out. */
export function goalRow(row: RowReader, firstYear: number, count: number): GoalRow {
  const named = namedYears(row.text(years)).map((year) => (year >= 1000 ? year - firstYear : year - 1));
  const all = Array.from({ length: count }, (_, n) => n);
  return {
    ...row.frame(),
    goal: row.text(goal),
    parameter: row.text(parameter),
    target: row.sure(target),
    years: named.length === 0 ? all : all.filter((year) => named.includes(year)),
  };
}
