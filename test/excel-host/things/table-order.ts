/** What shows of a table's rows, and in which order: filters of its columns, and sorting by them. */
import type { Box } from '../address';
import { cellAt, cellFor, type Book, type Table } from '../book';
import { changing, heldOf } from '../calculate';
import type { Held, Value } from '../entry';
import { thing, type Thing } from '../thing';
import { refuse, whole } from '../wire';

type Passes = (value: Value) => boolean;

/** Filters of tables, by the place of their column. */
const filters = new WeakMap<Table, Map<number, Passes>>();

const bodyOf = ({ box, headers, totals }: Table): Box => ({
  ...box,
  top: box.top + (headers ? 1 : 0),
  bottom: box.bottom - (totals ? 1 : 0),
});

const valuesOf = (book: Book, table: Table, column: number): readonly (readonly [row: number, value: Value])[] => {
  const { top, bottom, left } = bodyOf(table);
  return Array.from({ length: bottom - top + 1 }, (_, n) => [
    top + n,
    heldOf(book, table.sheet, top + n, left + column)?.value ?? '',
  ]);
};

/** Hides the rows that some filter of the table does not let pass. */
function refresh(book: Book, table: Table): void {
  const { top, bottom } = bodyOf(table);
  for (let row = top; row <= bottom; row += 1) table.sheet.filteredRows.delete(row);
  for (const [column, passes] of filters.get(table) ?? [])
    for (const [row, value] of valuesOf(book, table, column)) if (!passes(value)) table.sheet.filteredRows.add(row);
}

export function clearFilters(book: Book, table: Table): void {
  filters.delete(table);
  refresh(book, table);
}

export function filterThing(book: Book, table: Table, column: number): Thing {
  const set = (passes: Passes): null => {
    filters.set(table, (filters.get(table) ?? new Map<number, Passes>()).set(column, passes));
    refresh(book, table);
    return null;
  };
  return thing('Filter', {
    methods: {
      Apply: (criteria) => set(passing(criteria, valuesOf(book, table, column))),
      ApplyValuesFilter: (values) => set(among(values)),
      Clear: () => {
        filters.get(table)?.delete(column);
        refresh(book, table);
      },
    },
  });
}

const among = (values: unknown): Passes => {
  if (!Array.isArray(values)) throw refuse.argument();
  const texts = values.map((value) => String(value).toLowerCase());
  return (value) => texts.includes(String(value).toLowerCase());
};

/** Filters by values, and by the mean of the column's numbers; the others are not emulated. */
function passing(criteria: unknown, column: readonly (readonly [number, Value])[]): Passes {
  const { filterOn, values, dynamicCriteria } = Object(criteria) as Readonly<Record<string, unknown>>;
  if (filterOn === 'Values') return among(values);
  if (filterOn !== 'Dynamic' || (dynamicCriteria !== 'AboveAverage' && dynamicCriteria !== 'BelowAverage'))
    throw refuse.notEmulated(`filters on ${JSON.stringify(criteria)}`);
  const numbers = column.flatMap(([, value]) => (typeof value === 'number' ? [value] : []));
  const mean = numbers.reduce((a, b) => a + b, 0) / numbers.length;
  return (value) => typeof value === 'number' && (dynamicCriteria === 'AboveAverage' ? value > mean : value < mean);
}

/** Numbers come before text, text before true and false, blanks last (documented for sorting upwards). */
function order(a: Value, b: Value): number {
  const rank = (value: Value): number => (value === '' ? 3 : ['number', 'string', 'boolean'].indexOf(typeof value));
  if (typeof a === 'number' && typeof b === 'number') return a - b;
  return rank(a) - rank(b) || String(a).localeCompare(String(b), 'en', { sensitivity: 'base' });
}

export function sortThing(book: Book, table: Table): Thing {
  return thing('TableSort', {
    methods: {
      Apply: (fields) => {
        if (!Array.isArray(fields)) throw refuse.argument();
        changing(book);
        for (const field of [...(fields as readonly Readonly<Record<string, unknown>>[])].reverse())
          sort(book, table, whole(field.key), field.ascending === false ? -1 : 1);
      },
    },
  });
}

function sort(book: Book, table: Table, column: number, sign: 1 | -1): void {
  const { sheet, box } = table;
  const columns = Array.from({ length: box.right - box.left + 1 }, (_, n) => box.left + n);
  const lines = valuesOf(book, table, column).map(([row, value]) => ({
    value,
    held: columns.map((at): Held | null => cellAt(sheet, row, at)?.held ?? null),
  }));
  if (lines.some(({ held }) => held.some((one) => one?.formula !== undefined)))
    throw refuse.notEmulated('sorting rows that hold formulas');
  lines.sort((a, b) => sign * order(a.value, b.value));
  lines.forEach(({ held }, n) => {
    held.forEach((one, at) => {
      cellFor(sheet, bodyOf(table).top + n, box.left + at).held = one;
    });
  });
}
