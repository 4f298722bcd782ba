/** BIM_Out_Agreements: agreements side by side, one row an agreement and year. */
import type { WrittenValue } from '../../workbook/workbook';
import { amount, inCell } from '../amounts';
import { AMOUNT_FORMAT, YEAR_FORMAT, type OutTable } from '../table';

const optional = (value: string | null | undefined): WrittenValue =>
  value === null || value === undefined ? '' : inCell(amount(value));

export const agreementsTable: OutTable = {
  name: 'BIM_Out_Agreements',
  sheet: 'deals',
  holds: 'agreements on the same model: none, each by itself, all',
  columns: [
    { header: 'Agreement', meaning: 'No agreement, the agreement by itself, or All agreements', width: 24 },
    { header: 'Year', meaning: 'Calendar year 1…N', width: 7, format: YEAR_FORMAT },
    {
      header: 'Units',
      meaning: 'Units bought of what is under agreement, in the world with',
      width: 12,
      format: AMOUNT_FORMAT,
    },
    { header: 'Gross', meaning: 'Their cost before agreements', width: 15, format: AMOUNT_FORMAT },
    {
      header: 'Rebate',
      meaning: 'What is taken off, in the year in which it is paid',
      width: 15,
      format: AMOUNT_FORMAT,
    },
    { header: 'Net', meaning: 'Gross less Rebate', width: 15, format: AMOUNT_FORMAT },
    { header: 'Net price', meaning: 'Net a unit; blank in a year without units', width: 12, format: AMOUNT_FORMAT },
    {
      header: 'Budget impact',
      meaning: 'Budget impact of the model’s payer with this agreement',
      width: 15,
      format: AMOUNT_FORMAT,
    },
    {
      header: 'Break-even volume',
      meaning:
        'Units (a subscription: patients) a year from which it costs less than no agreement; blank where volume does not decide',
      width: 12,
      format: AMOUNT_FORMAT,
    },
  ],
  rows: ({ figures: { results, years } }) =>
    (results.agreements ?? []).flatMap((row) =>
      years.map((year, n) => [
        row.agreement,
        { number: String(year) },
        ...[row.units[n], row.gross[n], row.rebate[n], row.net[n], row.netPrice[n], row.impact.total[n]].map(optional),
        optional(row.breakEven?.values[n]),
      ]),
    ),
};
