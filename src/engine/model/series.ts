/**
 * Values by year: a typed year wins; else Base × (1 + Growth)^n; with no Base a blank year repeats the last typed
 * year to its left. n is 0 in the year the Base belongs to (`Growth starts`).
 */
import type { Given, ModelSettings, Series } from '../assumptions';
import type { Place } from '../finding';
import type { Axis } from '../graph/axis';
import { cases, constant, equal, first, one, select, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';

/** Years of growth since the Base, by period. */
export function growthYears(model: Model, settings: ModelSettings, year: Axis): Quantity {
  const shift = settings.baselineYear
    ? settings.growthStarts === 'first year'
      ? 0
      : -1
    : settings.growthStarts === 'first year'
      ? 1
      : 0;
  const values = year.members.map((_, period) => new Exact(Math.max(0, period + shift)));
  return model.data('Years of growth', '1', [year], values, { source: 'workbook contract, Growth starts' });
}

interface SeriesBlock {
  readonly name: string;
  readonly unit: string;
  /** The axis of rows that have a value by year, and their values; null = the row has none, and is 0. */
  readonly rows: Axis;
  readonly series: readonly (Series | null)[];
  readonly source: string;
}

/** Cells typed by year, and which of them are typed (1) or blank (0). */
export function typedYears(
  model: Model,
  name: string,
  unit: string,
  rows: Axis,
  year: Axis,
  years: readonly ReadonlyMap<number, Given>[],
  open: readonly (ReadonlyMap<number, Place> | undefined)[] = [],
): { typed: Quantity; isTyped: Quantity } {
  const cells = years.flatMap((row) => year.members.map((_, period) => row.get(period) ?? null));
  const places = years.flatMap((_, index) => year.members.map((__, period) => open[index]?.get(period) ?? null));
  const typed = model.input(`${name}, typed`, unit, [rows, year], cells, new Exact(0), {}, places);
  return { typed, isTyped: model.typed(`${name}, typed or not`, typed) };
}

/** A block of values by year from rows with Base, Growth and year columns. */
export function seriesByYear(
  model: Model,
  block: SeriesBlock,
  year: Axis,
  growing: Quantity,
  baseline: boolean,
): Quantity {
  const { name, unit, rows, series } = block;
  const nothing: ReadonlyMap<number, Given> = new Map();
  const { typed, isTyped } = typedYears(
    model,
    name,
    unit,
    rows,
    year,
    series.map((row) => row?.years ?? nothing),
    series.map((row) => row?.places),
  );
  const base = model.input(
    `${name}, base`,
    unit,
    [rows],
    series.map((row) => row?.base ?? null),
    new Exact(0),
  );
  const growth = model.input(
    `${name}, growth a year`,
    '1',
    [rows],
    series.map((row) => row?.growth ?? null),
    new Exact(0),
    {},
    series.map((row) => row?.growthAt ?? null),
  );
  // Where the Base is year 1's, a baseline year that is not typed has year 1's value, typed over or not.
  const second = growing.block.input?.values[1]?.isZero() ?? false;
  const trend = (): Expression => base.times(one.plus(growth).power(growing));
  const made: Quantity = model.quantity(
    name,
    unit,
    [rows, year],
    () =>
      select(
        equal(isTyped, one),
        typed,
        cases(rows, (row) => (series[row]?.base ? 'trend' : 'repeated'), {
          trend: baseline && second ? first(year, made.at(year, year.members[1] ?? ''), trend()) : trend(),
          repeated: repeated(made, { typed, isTyped }, year, baseline, unit),
        }),
      ),
    { source: block.source },
  );
  return made;
}

/**
 * The value of the year before; in a baseline year that is not typed, the first year's; in a first year, the baseline's
 * where that is typed.
 */
export function repeated(
  block: Quantity,
  { typed, isTyped }: { readonly typed: Quantity; readonly isTyped: Quantity },
  year: Axis,
  baseline: boolean,
  unit: string,
): Expression {
  const [start, firstYear] = [year.members[0] ?? '', year.members[1] ?? ''];
  const nothing = constant(0, unit);
  if (!baseline) return first(year, nothing, block.previous(year));
  return cases(year, (period) => (period === 0 ? 'baseline' : period === 1 ? 'first' : 'later'), {
    baseline: block.at(year, firstYear),
    first: select(equal(isTyped.at(year, start), one), typed.at(year, start), nothing),
    later: block.previous(year),
  });
}
