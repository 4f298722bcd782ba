/** BIM_Out_Draws: every draw, where they were asked for: the budget impact by year, and the parameters as drawn. */
import { amount, inCell } from '../amounts';
import { AMOUNT_FORMAT, YEAR_FORMAT, type OutTable } from '../table';

/** More draws than these go to a file of their own. */
const MOST = 2000;

export const drawsTable: OutTable = {
  name: 'BIM_Out_Draws',
  sheet: 'sensitivity',
  holds: 'every draw, where they were asked for',
  columns: [
    { header: 'Draw', meaning: 'Number of the draw', width: 8, format: YEAR_FORMAT },
    { header: 'What', meaning: 'A parameter as drawn, or the budget impact of a year', width: 40 },
    { header: 'Value', meaning: 'Its value in this draw', width: 15, format: AMOUNT_FORMAT },
  ],
  rows: ({ figures }) => {
    const { table } = figures.results.stress ?? {};
    return (table?.rows ?? [])
      .slice(0, MOST)
      .flatMap((row) =>
        row
          .slice(1)
          .map((value, n) => [{ number: String(row[0] ?? 0) }, table?.headers[n + 1] ?? '', inCell(amount(value))]),
      );
  },
};
