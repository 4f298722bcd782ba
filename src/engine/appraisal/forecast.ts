/**
 * Forecast error: how far the plan was from what was recorded, period by period. Weighted by the actual (bias and
 * weighted absolute percentage error), so that a month without starts divides by nothing. Hyndman & Koehler 2006.
 */
import type { Decimal } from 'decimal.js';
import type { ModelSettings } from '../assumptions';
import { text } from '../figures';
import type { ActualRow } from '../horizon-assumptions';
import { Exact } from '../readings/decimals';
import type { ForecastFigures } from '../realisation-results';
import type { RecordedList } from './recorded';

const ZERO = new Exact(0);

export function forecastErrors(
  recorded: readonly RecordedList[],
  rows: readonly ActualRow[],
  settings: ModelSettings,
): readonly ForecastFigures[] {
  const of = ({ technology, measure }: RecordedList, kind: RecordedList['case']) =>
    recorded.find((each) => each.technology === technology && each.measure === measure && each.case === kind);
  return recorded
    .filter((list) => list.case === 'actual')
    .map((actual) => {
      const planned = of(actual, 'planned')?.values ?? [];
      const periods = periodsOf(actual, rows, settings);
      const pairs = periods.map((months) => ({
        planned: added(planned, months),
        actual: added(actual.values, months),
      }));
      const whole = pairs.reduce((sum, pair) => sum.plus(pair.actual), ZERO);
      const off = (how: (gap: Decimal) => Decimal): string | null =>
        whole.isZero()
          ? null
          : text(pairs.reduce((sum, pair) => sum.plus(how(pair.planned.minus(pair.actual))), ZERO).div(whole));
      return {
        technology: actual.technology,
        measure: actual.measure,
        periods: periods.length,
        bias: off((gap) => gap),
        error: off((gap) => gap.abs()),
      };
    });
}

/** Months that were recorded, each by itself; a year of which only the whole was typed is one period. */
function periodsOf(
  { values, measure }: RecordedList,
  rows: readonly ActualRow[],
  settings: ModelSettings,
): readonly (readonly number[])[] {
  const known = values.flatMap((value, month) => (value === null ? [] : [month]));
  const years = [...new Set(known.map((month) => Math.floor(month / 12)))];
  return years.flatMap((year) => {
    const months = known.filter((month) => Math.floor(month / 12) === year);
    const single = rows.some(
      (row) => row.measure === measure && row.month !== null && row.year === settings.firstYear + year,
    );
    return single ? months.map((month) => [month]) : [months];
  });
}

const added = (values: readonly (Decimal | null)[], months: readonly number[]): Decimal =>
  months.reduce((sum, month) => sum.plus(values[month] ?? ZERO), ZERO);
