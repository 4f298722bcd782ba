/** A row as its reader sees it: cells by field, with defaults left to the reader. Faulty cells read as blank. */
import type { Given, Row, Series } from '../engine/assumptions';
import type { Place } from '../engine/finding';
import type { Lag, Moment, TaskLink } from '../engine/realisation-assumptions';
import { Exact } from '../engine/readings/decimals';
import { parameterOf, placeOf, textOf, type Entry } from './entry';
import type { ChoiceField, Field } from './field';
import type { Kind, Names } from './kinds';
import { ALL, folded, isAll, squeezed } from './labels';
import { readLinks, readMoments, readNames, type LagTyped } from './links';
import { periodOf, yearHeader, type Horizon } from './years';

export interface RowReader {
  readonly frame: () => Required<Row>;
  readonly text: (field: Field) => string;
  /** A key: All where it is blank; written as it is defined where `kind` says what it names. */
  readonly member: (field: Field, kind?: Kind) => string;
  /** A reference, written as it is defined; '' where it is blank. */
  readonly name: (field: Field, kind: Kind) => string;
  /** The word chosen; null where the cell is blank (or not one of the words, which has its finding). */
  readonly word: <W extends string>(field: ChoiceField<W>) => W | null;
  readonly given: (field: Field) => Given | null;
  /** A required number. */
  readonly sure: (field: Field) => Given;
  readonly series: () => Series;
  /** null where neither a base nor any year is typed. */
  readonly seriesOrNone: () => Series | null;
  readonly at: (field: Field) => Place;
  /** A year: 2027 as it is, 2 as the second year of the model. */
  readonly calendarYear: (field: Field) => number | null;
  /** A reference where a blank or All means every one; '' then. */
  readonly nameOrEvery: (field: Field, kind: Kind) => string;
  /** Names joined by semicolons, written as they are defined; unknown ones have their finding. */
  readonly list: (field: Field, kind: Kind) => readonly string[];
  /** Tasks that a task waits for; parts that are not understood have their finding. */
  readonly links: (field: Field) => readonly TaskLink[];
  readonly moments: (field: Field) => readonly Moment[];
}

/** The word of a closed list that a text is, if any. */
export function chosen<W extends string>(field: ChoiceField<W>, typed: string): W | null {
  const exact = field.words.find((word) => word === folded(typed)) ?? field.also?.get(folded(typed));
  if (exact !== undefined) return exact;
  const loose = (word: string): string => squeezed(word).replaceAll('-', '');
  return loose(typed) === '' ? null : (field.words.find((word) => loose(word) === loose(typed)) ?? null);
}

export function givenOf(entry: Entry, field: Field): Given | null {
  const cell = entry.cells.get(field.label);
  return cell?.kind === 'number' ? cell.given : null;
}

/** Stands in for a required number that is missing: there is an error, so it is never computed with. */
const standIn = (entry: Entry, field: Field): Given => ({
  value: new Exact(0),
  at: placeOf(entry, field.label),
  parameter: parameterOf(entry, field.label),
});

export function seriesOf(entry: Entry, horizon: Horizon): Series {
  const columns = entry.table.years;
  const years = new Map<number, Given>();
  for (const { header, cell } of entry.years) {
    const period = periodOf(header, horizon);
    if (period !== null && cell.kind === 'number' && !years.has(period)) years.set(period, cell.given);
  }
  const growth = entry.cells.get('Growth');
  return {
    base: columns?.base === true ? givenOf(entry, columns.value) : null,
    growth: columns?.growth === true && growth?.kind === 'number' ? growth.given : null,
    years,
    places: placesOf(entry, horizon),
    growthAt: columns?.growth === true && entry.columns.has('Growth') ? placeOf(entry, 'Growth') : null,
  };
}

/** Where each year of a row is typed, or would be: the first column that means it. */
function placesOf(entry: Entry, horizon: Horizon): ReadonlyMap<number, Place> {
  const places = new Map<number, Place>();
  for (const label of entry.columns.keys()) {
    const header = entry.table.fields.some((field) => field.label === label) ? null : yearHeader(label);
    const period = header && periodOf(header, horizon);
    if (period !== null && !places.has(period)) places.set(period, placeOf(entry, label));
  }
  return places;
}

/** Cells of numbers that are left blank. A column that the table does not have has none. */
const blanksOf = (entry: Entry): ReadonlyMap<string, Place> =>
  new Map(
    entry.table.fields.flatMap(({ kind, label }) =>
      kind === 'number' && entry.columns.has(label) && !entry.cells.has(label)
        ? [[label, placeOf(entry, label)] as const]
        : [],
    ),
  );

/** A number that stands within a cell's text. */
const within = (entry: Entry, field: Field, value: string): Given => ({
  value: new Exact(value),
  at: placeOf(entry, field.label),
  parameter: parameterOf(entry, field.label),
  inText: true,
});

const lagIn = (entry: Entry, field: Field, lag: LagTyped | null): Lag | null =>
  lag === null ? null : { amount: within(entry, field, lag.amount), unit: lag.unit };

function momentsOf(entry: Entry, field: Field, tasks: readonly string[]): readonly Moment[] {
  const number = givenOf(entry, field);
  if (number) return [{ kind: 'time', typed: number }];
  return readMoments(textOf(entry, field), tasks).found.map((moment) =>
    moment.kind === 'time'
      ? { kind: 'time', typed: within(entry, field, moment.number) }
      : { kind: 'task', task: moment.task, lag: lagIn(entry, field, moment.lag) },
  );
}

export function rowReader(entry: Entry, names: Names, horizon: Horizon): RowReader {
  const typed = (field: Field): string => textOf(entry, field);
  const series = (): Series => seriesOf(entry, horizon);
  return {
    frame: () => ({
      at: entry.at,
      address: entry.address,
      source: typed({ kind: 'text', label: 'Source', doc: '', example: '' }),
      blanks: blanksOf(entry),
    }),
    text: typed,
    member: (field, kind) => (isAll(typed(field)) ? ALL : kind ? names.spelling(kind, typed(field)) : typed(field)),
    name: (field, kind) => names.spelling(kind, typed(field)),
    word: (field) => chosen(field, typed(field)),
    given: (field) => givenOf(entry, field),
    sure: (field) => givenOf(entry, field) ?? standIn(entry, field),
    series,
    seriesOrNone: () => {
      const held = series();
      return held.base === null && held.years.size === 0 ? null : held;
    },
    at: (field) => placeOf(entry, field.label),
    calendarYear: (field) => {
      const year = givenOf(entry, field)?.value.toNumber();
      return year === undefined ? null : year < 1000 ? horizon.firstYear + year - 1 : year;
    },
    nameOrEvery: (field, kind) => (isAll(typed(field)) ? '' : names.spelling(kind, typed(field))),
    list: (field, kind) => {
      const known = names.of(kind);
      return readNames(typed(field), known).found.flatMap((index) => known[index] ?? []);
    },
    links: (field) =>
      readLinks(typed(field), names.tasks).found.map((link) => ({ ...link, lag: lagIn(entry, field, link.lag) })),
    moments: (field) => momentsOf(entry, field, names.tasks),
  };
}
