/** Names and ranges of what may vary, as the rows of Drivers and Chance say them. */
import { HIGHEST_YEAR, WHOLE_IMPACT, type OneWayBar } from '../../../engine/stress/answers';
import type { Dial } from '../../../engine/stress/dial';
import type { Results } from '../../../engine/results';
import type { Numerals } from '../../figures';
import { valueText } from '../../stress/values';

const dialOf = (parameter: string, dials: readonly Dial[]): Dial | undefined =>
  dials.find((dial) => dial.parameter === parameter);

/** The words of a parameter; its address where it has none. */
export const wordsOf = (parameter: string, dials: readonly Dial[]): string =>
  dialOf(parameter, dials)?.words ?? parameter;

/** What a row is called: its parameter, and how many move with it. */
export function nameOf({ parameter, also }: Pick<OneWayBar, 'parameter' | 'also'>, dials: readonly Dial[]): string {
  const others = also.length === 0 ? '' : ` and ${String(also.length)} with it`;
  return wordsOf(parameter, dials) + others;
}

/** "18% to 31%", or one end of it. */
export function rangeWords(bar: OneWayBar, dials: readonly Dial[], numerals: Numerals, end?: 'low' | 'high'): string {
  const unit = bar.op === 'x' ? 'x' : (dialOf(bar.parameter, dials)?.unit ?? '');
  const text = (value: string): string =>
    (bar.op === '+' && !value.startsWith('-') ? '+' : '') + valueText(value, unit, numerals);
  return end === undefined ? `${text(bar.low.value)} to ${text(bar.high.value)}` : text(bar[end].value);
}

/** Figures that can be watched: all years, the highest tested one, and each. */
export function figuresWatched(results: Results): readonly { readonly value: string; readonly text: string }[] {
  return [
    { value: WHOLE_IMPACT, text: results.years.length === 1 ? 'Budget impact' : 'Budget impact of all years' },
    ...(results.impact.test === null ? [] : [{ value: HIGHEST_YEAR, text: 'Highest tested year' }]),
    ...results.years.map((year) => ({
      value: `${WHOLE_IMPACT}[${String(year)}]`,
      text: `Budget impact in ${String(year)}`,
    })),
  ];
}
