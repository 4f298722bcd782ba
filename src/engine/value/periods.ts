/** Amounts typed by week, month or year, as amounts a month. */
import type { Axis } from '../graph/axis';
import { cases, constant, type Expression } from '../graph/expression';
import type { ResourceRow } from '../realisation-assumptions';
import { weeksInMonth, type Calendar } from './calendar';

/** `amount` in each row's Period, a month. */
export function perMonth(
  along: Axis,
  rows: readonly Pick<ResourceRow, 'period'>[],
  at: Calendar,
  amount: Expression,
): Expression {
  return cases(along, (member) => rows[member]?.period ?? 'month', {
    month: amount,
    year: amount.over(constant(12)),
    week: amount.times(weeksInMonth(at)),
  });
}
