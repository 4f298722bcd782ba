/**
 * What was recorded of one measure, by subgroup and month. A year's figure spreads evenly over its months; one for all
 * subgroups goes in proportion to the plan. A blank Value is not recorded yet. Workbook contract, BIM_Actuals.
 */
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, constant, equal, less, one, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { ActualRow, Measure } from '../horizon-assumptions';
import { distinct, isAll, sameName, type Structure } from '../model/structure';
import { Exact } from '../readings/decimals';
import { tellsOf, type Tracked } from './tracked';

export const source = 'workbook contract, BIM_Actuals';
export const NAMES: Readonly<Record<Measure, string>> = {
  eligible: 'People eligible',
  starts: 'Starts',
  patients: 'People on it',
  spend: 'Spending',
};
/** Measures that are a level of each month, not a sum of the year. */
const LEVELS: ReadonlySet<Measure> = new Set(['patients', 'eligible']);

export interface Records {
  /** 0 where nothing was recorded. [tracked subgroup, month] */
  readonly figure: Quantity;
  /** 1 where something was. [tracked subgroup, month] */
  readonly known: Quantity;
  /** Whether there is a row for a place. */
  readonly tells: (place: number) => boolean;
}

interface Rooms {
  readonly tracked: Tracked;
  readonly month: Axis;
  /** The plan of the measure in the year. [tracked subgroup, year] */
  readonly planned: Expression;
  readonly unit: string;
}

/** Rows of one technology and subgroup. */
type Series = readonly ActualRow[];

/** Null where the measure was not recorded. */
export function records(model: Model, structure: Structure, measure: Measure, rooms: Rooms): Records | null {
  const { tracked, month, unit } = rooms;
  const { place, places } = tracked;
  const told = tracked.rowsOf(measure).filter((row) => places.some((at) => tellsOf(row, at)));
  if (told.length === 0) return null;
  const series = seriesOf(told);
  const name = NAMES[measure];
  const record = axis(
    `record of ${name.toLowerCase()}`,
    distinct(series.map(([row]) => `${row?.technology ?? ''} · ${row?.subgroup ?? ''}`)),
  );
  const typed = typedIn(model, structure, { measure, series, record, month, unit });
  const pairs = series.flatMap(([row], n) =>
    places.flatMap((at, p) => (row && tellsOf(row, at) ? [{ record: n, place: p, own: !isAll(row.subgroup) }] : [])),
  );
  const pair = axis(
    `${record.name} in a subgroup`,
    pairs.map((at) => `${record.members[at.record] ?? ''}: ${place.members[at.place] ?? ''}`),
  );
  pair.belongsTo(
    record,
    pairs.map((at) => at.record),
  );
  const to = (what: string, own: boolean): Link =>
    link(
      what,
      pair,
      place,
      pairs.map((at) => (at.own === own ? at.place : -1)),
    );
  const [ofOwn, ofAll] = [to('for the subgroup itself', true), to('for all subgroups', false)];
  const kind = (n: number): string =>
    (['own', 'all'] as const)
      .filter((of) => pairs.some((at) => at.place === n && at.own === (of === 'own')))
      .join(' and ');
  const part = partOf(
    model,
    structure,
    name,
    rooms,
    pairs.some(({ own }) => !own),
  );
  const [own, all] = [ofOwn, ofAll].map((way) => sum(typed.amount, pair, way)) as [Expression, Expression];
  const [hasOwn, hasAll] = [ofOwn, ofAll].map((way) => sum(typed.known, pair, way)) as [Expression, Expression];
  const is = (some: Expression): Expression => select(less(zero(), some), one, zero());
  const known = model.quantity(
    `${name}: recorded or not, in the subgroup`,
    '1',
    [place, month],
    () => cases(place, kind, { '': zero(), own: is(hasOwn), all: is(hasAll), 'own and all': is(hasOwn.plus(hasAll)) }),
    { source, meaning: '1 where something was' },
  );
  const figure = model.quantity(
    `${name} recorded in the subgroup`,
    unit,
    [place, month],
    () =>
      cases(place, kind, {
        '': zero(),
        own,
        all: all.times(part),
        'own and all': select(less(zero(), hasOwn), own, all.times(part)),
      }),
    { source, meaning: 'its own record, else its part of the record of all' },
  );
  return { figure, known, tells: (n) => kind(n) !== '' };
}

/** Rows of the same technology and subgroup, together. */
function seriesOf(rows: readonly ActualRow[]): readonly Series[] {
  const alike = (a: string, b: string): boolean => sameName(a, b) || (isAll(a) && isAll(b));
  const made: ActualRow[][] = [];
  for (const row of rows) {
    const held = made.find(
      ([first]) => first && alike(first.technology, row.technology) && alike(first.subgroup, row.subgroup),
    );
    if (held) held.push(row);
    else made.push([row]);
  }
  return made;
}

interface Laid {
  readonly measure: Measure;
  readonly series: readonly Series[];
  readonly record: Axis;
  readonly month: Axis;
  readonly unit: string;
}

/** The cells of a measure laid out over months and years, and what they come to in each month. [record, month] */
function typedIn(
  model: Model,
  structure: Structure,
  { measure, series, record, month, unit }: Laid,
): { readonly amount: Quantity; readonly known: Quantity } {
  const { year } = structure;
  const name = NAMES[measure];
  const cells = (what: string, along: Axis, at: (row: ActualRow) => string): readonly [Quantity, Quantity] | null => {
    const found = series.flatMap((rows) =>
      along.members.map((member) =>
        rows.find((row) => at(row) === member && (row.month === null) === (along === year)),
      ),
    );
    if (found.every((row) => row === undefined)) return null;
    const input = model.input(
      `${name} recorded, of a ${what}`,
      unit,
      [record, along],
      found.map((row) => row?.value ?? null),
      new Exact(0),
      {},
      found.map((row) => row?.blanks?.get('Value') ?? null),
    );
    return [input, model.typed(`${name} recorded, of a ${what}: typed or not`, input)];
  };
  const ofMonths = cells('month', month, (row) => `${String(row.year)}-${String(row.month ?? 0).padStart(2, '0')}`);
  const ofYears = cells('year', year, (row) => String(row.year));
  const spread = (of: Quantity): Expression => (LEVELS.has(measure) ? of : of.over(constant(12)));
  const both = (months: Expression | undefined, years: Expression | undefined): Expression =>
    months && years ? months.plus(years) : (months ?? years ?? zero());
  const amount = model.quantity(
    `${name} recorded by month`,
    unit,
    [record, month],
    () => both(ofMonths?.[0], ofYears ? spread(ofYears[0]) : undefined),
    { source, meaning: LEVELS.has(measure) ? 'a year’s figure is that of each month' : 'a year spreads evenly' },
  );
  const known = model.quantity(
    `${name}: recorded or not`,
    '1',
    [record, month],
    () => both(ofMonths?.[1], ofYears?.[1]),
    { source, meaning: '1 where something was' },
  );
  return { amount, known };
}

/** The part of a subgroup in what was recorded for all; the whole where each technology has one subgroup. */
function partOf(
  model: Model,
  { year }: Structure,
  name: string,
  { tracked: { technology, place, places }, planned, unit }: Rooms,
  shared: boolean,
): Expression {
  const many = (n: number): number => places.filter((at) => at.technology === places[n]?.technology).length;
  if (!shared || places.every((_, n) => many(n) === 1)) return one;
  const whole = model.quantity(
    `${name} planned, of the technology`,
    unit,
    [technology, year],
    () => sum(planned, place, technology),
    { source },
  );
  const equalParts = Object.fromEntries(
    [...new Set(places.map((_, n) => many(n)))].map((count) => [String(count), one.over(constant(count))] as const),
  );
  return model.quantity(
    `Part of the subgroup in ${name.toLowerCase()} planned`,
    '1',
    [place, year],
    () =>
      select(
        equal(whole, zero()),
        cases(place, (n) => String(many(n)), equalParts),
        planned.over(whole),
      ),
    { source, meaning: 'what was recorded for all subgroups goes in proportion to the plan' },
  );
}
