/** Values by year: a row with no value at all, and years before the first typed one. Blank is never 0. */
import type { Row, Series } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { cellName, error, notice } from '../said';
import { periodHeader, type Horizon } from '../years';
import { at, called, type Check, type Seen } from './check';

function checkSeries(seen: Seen, row: Row, series: Series, label: string, needed: boolean): readonly Finding[] {
  const { base, growth, years } = series;
  const entry = seen.entryOf(row);
  if (entry?.cells.get(label)?.kind === 'broken' || entry?.years.some(({ cell }) => cell.kind === 'broken') === true)
    return [];
  if (base) return [];
  if (years.size === 0)
    return needed
      ? [
          error(
            'no-value',
            at(seen, row, label),
            `${called(seen, row)} has no value.`,
            'Type a value, also where it is 0: a blank is not given, and never 0.',
          ),
        ]
      : [];
  const early = firstBlank(years, seen.horizon);
  const unused =
    growth === null
      ? []
      : [
          notice(
            'unused-growth',
            growth.at,
            `Growth of ${called(seen, row)} is not used: the row has no ${label} to grow from.`,
            'The last typed year is repeated.',
          ),
        ];
  return early === null
    ? unused
    : [
        ...unused,
        error(
          'no-first-value',
          at(seen, row, early),
          `${cellName(early, called(seen, row))} is blank, and nothing stands to its left.`,
          'Type a value for the first year, also where it is 0.',
        ),
      ];
}

/** The first year, where neither it nor a year to its left is typed. */
function firstBlank(years: Series['years'], horizon: Horizon): string | null {
  const first = horizon.baseline ? 1 : 0;
  return years.has(first) || years.has(0) ? null : periodHeader(first, horizon);
}

export const series: Check = (seen) => {
  const { population, uptake, prices, costs, technologies, tests } = seen.assumptions;
  const nothing = { base: null, growth: null };
  return [
    ...population.flatMap((row) => checkSeries(seen, row, row.value, 'Base', true)),
    ...technologies.flatMap((row) =>
      row.discontinuation ? checkSeries(seen, row, row.discontinuation, 'Discontinuation', false) : [],
    ),
    ...uptake
      .filter((row) => row.curve === null)
      .flatMap((row) => checkSeries(seen, row, { ...nothing, years: row.years }, 'Share or patients', true)),
    ...prices.flatMap((row) => checkSeries(seen, row, row.listPrice, 'List price', true)),
    ...costs
      .filter((row) => row.priceItem === '')
      .flatMap((row) => checkSeries(seen, row, row.unitCost ?? { ...nothing, years: new Map() }, 'Unit cost', true)),
    ...tests.flatMap((row) => (row.uptake ? checkSeries(seen, row, row.uptake, 'Uptake', false) : [])),
  ];
};
