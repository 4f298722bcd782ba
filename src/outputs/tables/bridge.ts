/** BIM_Out_Bridge: from plan to actual, one row per technology, step and year. */
import type { WrittenValue } from '../../workbook/workbook';
import { amount } from '../amounts';
import { constantValue, liveValue } from '../live-terms';
import { yearColumn } from '../page';
import { AMOUNT_FORMAT, YEAR_FORMAT, type OutTable } from '../table';

export const bridgeTable: OutTable = {
  name: 'BIM_Out_Bridge',
  sheet: 'bridge',
  holds: 'from plan to actual, by technology and year',
  columns: [
    { header: 'Technology', meaning: 'New technology that something was recorded for', width: 18 },
    {
      header: 'Step',
      meaning:
        'planned, eligible, start date, curve, ceiling, persistence, price, mix, actual: spending, undiscounted, of the months recorded; lag months; reforecast starts',
      width: 16,
    },
    { header: 'Year', meaning: 'Calendar year 1…N; blank for lag months', width: 7, format: YEAR_FORMAT },
    {
      header: 'Amount',
      meaning: 'Planned and the steps from eligible to mix add up to actual, in every year',
      width: 16,
      format: AMOUNT_FORMAT,
    },
  ],
  rows: ({ figures: { results, years } }) =>
    (results.realisation?.bridge ?? []).flatMap(({ technology, step, values }) =>
      values.map((value, n): readonly WrittenValue[] => [
        technology,
        step,
        step === 'lag months' ? '' : { number: String(years[n] ?? 0) },
        step === 'lag months'
          ? constantValue(results, values, amount(value))
          : liveValue(results, values, yearColumn(n), amount(value)),
      ]),
    ),
};
