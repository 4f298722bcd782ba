/** What was recorded of a technology by month beside its plan: starts, people on it, spending; all subgroups together. */
import type { Decimal } from 'decimal.js';
import { Exact } from '../readings/decimals';
import type { RecordedFigures } from '../realisation-results';
import type { Recorded } from './actual-months';
import type { Place, Quantities } from './bridge-quantities';

/** The same in decimals. */
export interface RecordedList extends Omit<RecordedFigures, 'values'> {
  readonly values: Recorded;
}

const ZERO = new Exact(0);

/** Measures that nothing was recorded for are left out. */
export function recordedOf(
  technology: string,
  places: readonly Place[],
  quantities: readonly Quantities[],
): readonly RecordedList[] {
  const onPlan = (n: number): readonly Decimal[] => quantities[n]?.stages[0] ?? [];
  const spent = (place: Place, n: number): readonly Decimal[] =>
    onPlan(n).map((people, month) => people.div(12).times(place.price[Math.floor(month / 12)] ?? ZERO));
  const reforecast = quantities.map((of) => of.reforecast);
  const list = (
    measure: RecordedList['measure'],
    of: RecordedList['case'],
    lists: readonly Recorded[],
  ): RecordedList => ({
    technology,
    measure,
    case: of,
    values: together(lists),
  });
  const measures = [
    { measure: 'starts', planned: places.map(({ planned }) => planned), actual: places.map(({ starts }) => starts) },
    { measure: 'patients', planned: places.map((_, n) => onPlan(n)), actual: places.map(({ patients }) => patients) },
    { measure: 'spend', planned: places.map(spent), actual: places.map(({ spend }) => spend) },
  ] as const;
  return measures.flatMap(({ measure, planned, actual }) =>
    actual.every((values) => values.every((value) => value === null))
      ? []
      : [
          list(measure, 'planned', planned),
          list(measure, 'actual', actual),
          ...(measure === 'starts' ? [list(measure, 'reforecast', reforecast)] : []),
        ],
  );
}

/** Sums of subgroups; null in a month in which none has a figure. */
const together = (lists: readonly Recorded[]): Recorded =>
  (lists[0] ?? []).map((_, month) =>
    lists.reduce<Decimal | null>((sum, values) => {
      const value = values[month] ?? null;
      return value === null ? sum : (sum ?? ZERO).plus(value);
    }, null),
  );
