/** Actuals by month: a year's figure spreads evenly over its months; one for all subgroups goes in proportion to the plan. */
import type { Decimal } from 'decimal.js';
import type { ModelSettings } from '../assumptions';
import type { ActualRow, Measure } from '../horizon-assumptions';
import { isAll, sameName } from '../model/structure';
import { Exact } from '../readings/decimals';

/** A figure by month, null where nothing was recorded. */
export type Recorded = readonly (Decimal | null)[];

/** Measures that are a level of each month, not a sum of the year. */
const LEVELS: ReadonlySet<Measure> = new Set(['patients', 'eligible']);

/** What was recorded of a measure for a technology in a subgroup; `part`: its part of what was recorded for all. */
export function recorded(
  rows: readonly ActualRow[],
  settings: ModelSettings,
  measure: Measure,
  technology: string,
  subgroup: string,
  part: (month: number) => Decimal,
): Recorded {
  const mine = rows.filter(
    (row) => row.measure === measure && (isAll(row.technology) || sameName(row.technology, technology)),
  );
  return Array.from({ length: 12 * settings.years }, (_, month) => {
    const year = settings.firstYear + Math.floor(month / 12);
    const at = mine.filter((row) => row.year === year && (row.month === null || row.month === (month % 12) + 1));
    const own = at.filter((row) => sameName(row.subgroup, subgroup));
    const chosen = own.length > 0 ? own : at.filter((row) => isAll(row.subgroup));
    if (chosen.length === 0) return null;
    const share = own.length > 0 ? new Exact(1) : part(month);
    return chosen.reduce((sum, row) => {
      const each = row.month === null && !LEVELS.has(measure) ? row.value.value.div(12) : row.value.value;
      return sum.plus(each.times(share));
    }, new Exact(0));
  });
}
