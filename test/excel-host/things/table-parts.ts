/** Columns and rows of tables, and one of each. Rows are added at the end, where nothing stands below (else refused here). */
import type { Box } from '../address';
import { cellAt, cellsIn, enter, type Book, type Table } from '../book';
import { changing, heldOf } from '../calculate';
import type { Value } from '../entry';
import { thing, type Thing } from '../thing';
import { refuse, text, whole } from '../wire';
import { rangeThing } from './range';
import { filterThing } from './table-order';

export function headersOf(table: Table): readonly string[] {
  const { box, sheet } = table;
  return Array.from({ length: box.right - box.left + 1 }, (_, n) =>
    String(cellAt(sheet, box.top, box.left + n)?.held?.value ?? `Column${String(n + 1)}`),
  );
}

const bodyOf = (table: Table): Box => ({
  ...table.box,
  top: table.box.top + (table.headers ? 1 : 0),
  bottom: table.box.bottom - (table.totals ? 1 : 0),
});

/** A list of things as every collection of Excel's gives them. */
const listed = (type: string, all: () => readonly Thing[], find: (key: unknown) => Thing | null): Thing => {
  const sure = (one: Thing | null | undefined): Thing => {
    if (one === null || one === undefined) throw refuse.missing();
    return one;
  };
  return thing(type, {
    items: all,
    indexer: (key) => sure(find(key)),
    scalars: { Count: { get: () => all().length } },
    methods: {
      GetCount: () => all().length,
      GetItemAt: (n) => sure(all()[whole(n)]),
      GetItemOrNullObject: find,
    },
  });
};

export function columnsThing(book: Book, table: Table): Thing {
  const all = (): readonly Thing[] => headersOf(table).map((_, n) => columnThing(book, table, n));
  const list = listed('TableColumnCollection', all, (key) => {
    const at = headersOf(table).findIndex(
      (name, n) => name.toLowerCase() === String(key).toLowerCase() || n + 1 === key,
    );
    return at === -1 ? null : columnThing(book, table, at);
  });
  return {
    ...list,
    methods: {
      ...list.methods,
      Add: (index, values, name) => {
        if (typeof index === 'number' && index !== -1) throw refuse.notEmulated('columns added inside a table');
        const column = table.box.right + 1;
        const lines = Array.isArray(values) ? (values as readonly (readonly Value[])[]) : [];
        if (
          [...cellsIn(table.sheet, { ...table.box, left: column, right: column })].some(
            ([, , { held }]) => held !== null,
          )
        )
          throw refuse.notEmulated('columns added where cells stand');
        changing(book);
        table.box = { ...table.box, right: column };
        lines.forEach(([value], n) => {
          enter(table.sheet, table.box.top + n, column, value ?? null);
        });
        if (typeof name === 'string') enter(table.sheet, table.box.top, column, `'${name}`);
        return columnThing(book, table, column - table.box.left);
      },
    },
  };
}

function columnThing(book: Book, table: Table, at: number): Thing {
  const column = (box: Box): Box => ({ ...box, left: table.box.left + at, right: table.box.left + at });
  const range = (box: Box): Thing => rangeThing(book, { sheet: table.sheet, box: column(box) });
  return thing('TableColumn', {
    id: String(at + 1),
    scalars: {
      Id: { get: () => at + 1 },
      Index: { get: () => at },
      Name: {
        get: () => headersOf(table)[at],
        set: (name) => {
          enter(table.sheet, table.box.top, table.box.left + at, `'${text(name)}`);
        },
      },
      Values: { get: () => valuesIn(book, table, column(table.box)) },
    },
    navigations: { Filter: () => filterThing(book, table, at) },
    methods: {
      Delete: () => {
        deleteColumn(book, table, at);
      },
      GetRange: () => range(table.box),
      GetHeaderRowRange: () => range({ ...table.box, bottom: table.box.top }),
      GetDataBodyRange: () => range(bodyOf(table)),
    },
  });
}

/** The last column of a table is taken out; what stands right of others would move. */
function deleteColumn(book: Book, table: Table, at: number): void {
  const column = table.box.left + at;
  if (column !== table.box.right) throw refuse.notEmulated('deleting a column inside a table');
  if (at === 0) throw refuse.argument();
  changing(book);
  for (const [, , cell] of cellsIn(table.sheet, { ...table.box, left: column })) cell.held = null;
  table.box = { ...table.box, right: column - 1 };
}

export function rowsThing(book: Book, table: Table): Thing {
  const all = (): readonly Thing[] => {
    const { top, bottom } = bodyOf(table);
    return Array.from({ length: bottom - top + 1 }, (_, n) => rowThing(book, table, n));
  };
  const list = listed('TableRowCollection', all, () => null);
  return {
    ...list,
    methods: {
      ...list.methods,
      Add: (index, values) => {
        if (typeof index === 'number' && index !== -1) throw refuse.notEmulated('rows added inside a table');
        return addRows(book, table, values);
      },
    },
  };
}

/** A table of a header alone has no row yet (from memory of Excel: its blank row is none), so the first is added below it. */
function addRows(book: Book, table: Table, values: unknown): Thing {
  if (table.sheet.isProtected) throw refuse.denied();
  const lines = (Array.isArray(values) ? values : []) as readonly (readonly Value[])[];
  const width = table.box.right - table.box.left + 1;
  if (lines.length === 0 || lines.some((line) => !Array.isArray(line) || line.length !== width))
    throw refuse.argument();
  const first = table.box.bottom + 1;
  const place = { ...table.box, top: first, bottom: first + lines.length - 1 };
  if (table.totals || [...cellsIn(table.sheet, place)].some(([, , { held }]) => held !== null))
    throw refuse.notEmulated('rows added above cells');
  changing(book);
  lines.forEach((line, r) => {
    line.forEach((value, c) => {
      enter(table.sheet, first + r, table.box.left + c, value);
    });
  });
  table.box = { ...table.box, bottom: place.bottom };
  return rowThing(book, table, place.bottom - bodyOf(table).top);
}

function rowThing(book: Book, table: Table, at: number): Thing {
  const row = (): Box => ({ ...table.box, top: bodyOf(table).top + at, bottom: bodyOf(table).top + at });
  return thing('TableRow', {
    id: String(at),
    scalars: { Index: { get: () => at }, Values: { get: () => valuesIn(book, table, row()) } },
    methods: { GetRange: () => rangeThing(book, { sheet: table.sheet, box: row() }) },
  });
}

const valuesIn = (book: Book, { sheet }: Table, box: Box): unknown[][] =>
  Array.from({ length: box.bottom - box.top + 1 }, (_, r) =>
    Array.from(
      { length: box.right - box.left + 1 },
      (__, c) => heldOf(book, sheet, box.top + r, box.left + c)?.value ?? '',
    ),
  );
