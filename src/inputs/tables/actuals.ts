/** BIM_Actuals: what really happened, by year or by month. */
import type { ActualRow } from '../../engine/horizon-assumptions';
import { choice, number, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

/** `2026`, or `2026-03`. */
const PERIOD = /^(\d{4})(?:-(0[1-9]|1[0-2]))?$/;
const period = text('Period', 'A year, or a year and a month. A year spreads evenly over its months.', '2026-03', {
  usual: true,
  required: true,
  form: { fits: (typed) => PERIOD.test(typed.trim()), words: 'a year, 2026, or a month, 2026-03, as text' },
});
const measure = choice(
  'Measure',
  ['eligible', 'starts', 'patients', 'spend'],
  'eligible: people a year. starts. patients: patient-years of a year, people on treatment of a month. spend.',
  'starts',
  { usual: true, required: true },
);
const technology = text('Technology', 'The new technology. Blank for eligible.', 'Drug A', {
  list: 'technology',
  default: 'All',
  usual: true,
});
const subgroup = text('Subgroup', 'Blank: the only one, or in proportion to the plan.', 'Adults', {
  list: 'subgroup',
  default: 'All',
  usual: true,
});
const value = number('Value', 'as the measure', 'What was counted or spent. Blank: not recorded yet.', '4000', {
  usual: true,
});

export const actuals: Table = {
  word: 'Actuals',
  sheet: 'Actuals',
  doc: 'The bridge from plan to actual: eligible, start date, curve, ceiling, persistence, price and mix, which add up exactly. What was not recorded keeps what the step before gives.',
  fields: [period, measure, technology, subgroup, value, source('Prescribing data 2026')],
  address: [period, measure, technology, subgroup],
  identity: [period, measure, technology, subgroup],
};

/** Columns that checks read. */
export const ACTUAL = { period, technology, subgroup } as const;

export function actualRow(row: RowReader): ActualRow {
  const [, year = '0', month] = PERIOD.exec(row.text(period).trim()) ?? [];
  return {
    ...row.frame(),
    year: Number(year),
    month: month === undefined ? null : Number(month),
    measure: row.word(measure) ?? 'starts',
    technology: row.member(technology, 'technology'),
    subgroup: row.member(subgroup, 'subgroup'),
    value: row.given(value),
  };
}
