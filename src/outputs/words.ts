/** Figures in running text, for descriptions of charts. */
import { amount, printed } from './amounts';
import type { Figures } from './figures';

/** "2026 11.4; 2027 23.5", in the unit of the workbook. */
export const yearly = ({ money, years }: Figures, values: readonly string[]): string =>
  years
    .map((year, index) => `${String(year)} ${printed(amount(values[index] ?? '0'), money.places, money.power)}`)
    .join('; ');
