/** Values by year: a row with no value at all, and years before the first typed one. Blank is never 0. */
import type { Row, Series } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { cellName, error, notice } from '../said';
import { periodHeader, type Horizon } from '../years';
import { at, called, type Check, type Seen } from './check';

/** A row of values by year, as the rules below see it. `label` is its Base column, or what its years hold. */
interface Held {
  readonly row: Row;
  readonly series: Series;
  readonly label: string;
  /** False where a blank has a default. */
  readonly needed: boolean;
}

/** True where a cell of the series has had its finding. */
const isBroken = (seen: Seen, { row, label }: Held): boolean => {
  const entry = seen.entryOf(row);
  return entry?.cells.get(label)?.kind === 'broken' || entry?.years.some(({ cell }) => cell.kind === 'broken') === true;
};

const noValue = (seen: Seen, { row, label }: Held): Finding =>
  error(
    'no-value',
    at(seen, row, label),
    `${called(seen, row)} has no value.`,
    'Type a value, also where it is 0: a blank is not given, and never 0.',
  );

function noFirstValue(seen: Seen, { row, series }: Held): readonly Finding[] {
  const early = firstBlank(series.years, seen.horizon);
  return early === null
    ? []
    : [
        error(
          'no-first-value',
          at(seen, row, early),
          `${cellName(early, called(seen, row))} is blank, and nothing stands to its left.`,
          'Type a value for the first year, also where it is 0.',
        ),
      ];
}

function unusedGrowth(seen: Seen, { row, series: { growth }, label }: Held): readonly Finding[] {
  return growth === null
    ? []
    : [
        notice(
          'unused-growth',
          growth.at,
          `Growth of ${called(seen, row)} is not used: the row has no ${label} to grow from.`,
          'The last typed year is repeated.',
        ),
      ];
}

function checkSeries(seen: Seen, held: Held): readonly Finding[] {
  if (isBroken(seen, held) || held.series.base) return [];
  if (held.series.years.size === 0) return held.needed ? [noValue(seen, held)] : [];
  return [...unusedGrowth(seen, held), ...noFirstValue(seen, held)];
}

/** The first year, where neither it nor a year to its left is typed. */
function firstBlank(years: Series['years'], horizon: Horizon): string | null {
  const first = horizon.baseline ? 1 : 0;
  return years.has(first) || years.has(0) ? null : periodHeader(first, horizon);
}

const NOTHING: Series = { base: null, growth: null, years: new Map() };

export const series: Check = (seen) => {
  const { population, uptake, prices, costs, technologies, tests } = seen.assumptions;
  const held: readonly Held[] = [
    ...population.map((row) => ({ row, series: row.value, label: 'Base', needed: true })),
    ...technologies.map((row) => ({
      row,
      series: row.discontinuation ?? NOTHING,
      label: 'Discontinuation',
      needed: false,
    })),
    ...uptake
      .filter((row) => row.curve === null)
      .map((row) => ({ row, series: { ...NOTHING, years: row.years }, label: 'Share or patients', needed: true })),
    ...prices.map((row) => ({ row, series: row.listPrice, label: 'List price', needed: true })),
    ...costs
      .filter((row) => row.priceItem === '')
      .map((row) => ({ row, series: row.unitCost ?? NOTHING, label: 'Unit cost', needed: true })),
    ...(seen.assumptions.realisation?.resources ?? [])
      .filter((row) => row.available === null && row.from === null)
      .map((row) => ({ row, series: { ...NOTHING, years: row.years }, label: 'Available', needed: false })),
    ...tests.map((row) => ({ row, series: row.uptake ?? NOTHING, label: 'Uptake', needed: false })),
  ];
  return held.flatMap((each) => checkSeries(seen, each));
};
