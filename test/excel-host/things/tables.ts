/** Excel Tables. */
import { overlap, parseAddress, type Box } from '../address';
import { enter, findSheet, type Book, type Sheet, type Table } from '../book';
import { TABLES, watching, WHOLE } from '../events';
import { thing, type Thing } from '../thing';
import { refuse, text, whole } from '../wire';
import { areaOf, rangeThing } from './range';
import { clearFilters, sortThing } from './table-order';
import { columnsThing, headersOf, rowsThing } from './table-parts';
import { worksheetThing } from './worksheet';

const things = new WeakMap<Table, Thing>();

export function tableThing(book: Book, table: Table): Thing {
  const known = things.get(table);
  if (known !== undefined) return known;
  const bag = new Map<string, unknown>([
    ['ShowBandedRows', true],
    ['ShowFilterButton', true],
    ['Style', 'TableStyleMedium2'],
  ]);
  const body = (): Box => ({
    ...table.box,
    top: table.box.top + (table.headers ? 1 : 0),
    bottom: table.box.bottom - (table.totals ? 1 : 0),
  });
  const headers = (): Box => {
    if (!table.headers) throw refuse.missing();
    return { ...table.box, bottom: table.box.top };
  };
  const made = thing('Table', {
    id: table.id,
    bag,
    scalars: {
      Id: { get: () => table.id },
      Name: {
        get: () => table.name,
        set: (name) => {
          rename(book, table, text(name));
        },
      },
      ShowHeaders: {
        get: () => table.headers,
        set: (value) => {
          table.headers = value === true;
        },
      },
      ShowTotals: { get: () => table.totals },
    },
    navigations: {
      Worksheet: () => worksheetThing(book, table.sheet),
      Columns: () => columnsThing(book, table),
      Rows: () => rowsThing(book, table),
      Sort: () => sortThing(book, table),
    },
    methods: {
      GetRange: () => rangeThing(book, { sheet: table.sheet, box: table.box }),
      GetHeaderRowRange: () => rangeThing(book, { sheet: table.sheet, box: headers() }),
      GetDataBodyRange: () => rangeThing(book, { sheet: table.sheet, box: body() }),
      ConvertToRange: () => {
        guard(table.sheet);
        remove(book, table);
        return rangeThing(book, { sheet: table.sheet, box: table.box });
      },
      Resize: (to) => {
        resize(table, typeof to === 'string' ? parseAddress(to).box : areaOf(to).box);
      },
      ClearFilters: () => {
        clearFilters(book, table);
      },
      ...watching(book, table.id),
      Delete: () => {
        guard(table.sheet);
        remove(book, table);
      },
    },
  });
  things.set(table, made);
  return made;
}

const guard = (sheet: Sheet): void => {
  if (sheet.isProtected) throw refuse.denied();
};
const remove = (book: Book, table: Table): void => {
  book.tables.splice(book.tables.indexOf(table), 1);
};

/** Names of tables are unique in the workbook, among tables and names alike, and look like names. */
function rename(book: Book, table: Table, name: string): void {
  if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(name) || name.length > 255) throw refuse.argument();
  const taken = [...book.tables.filter((other) => other !== table), ...book.names].some(
    (other) => other.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken) throw refuse.argument();
  table.name = name;
}

/** The header stays in its row and the ranges overlap (documented for Table.resize). */
function resize(table: Table, box: Box): void {
  guard(table.sheet);
  if (box.top !== table.box.top || overlap(box, table.box) === null || box.bottom === box.top) throw refuse.argument();
  table.box = box;
  nameHeaders(table);
}

/** Headers become text, blanks "Column1" and so on, doubles get a number: as Excel does when a table is made. */
function nameHeaders(table: Table): void {
  const seen = new Set<string>();
  headersOf(table).forEach((header, n) => {
    let name = header;
    for (let again = 2; seen.has(name.toLowerCase()); again += 1) name = header + String(again);
    seen.add(name.toLowerCase());
    enter(table.sheet, table.box.top, table.box.left + n, `'${name}`);
  });
}

export function addTable(book: Book, sheet: Sheet, box: Box, headers: boolean): Table {
  guard(sheet);
  if (!headers) throw refuse.notEmulated('tables added without headers');
  if (book.tables.some((table) => table.sheet === sheet && overlap(table.box, box) !== null)) throw refuse.argument();
  if (sheet.merges.some((merge) => overlap(merge, box) !== null)) throw refuse.argument();
  const id = book.next++;
  const table: Table = { id: `{TABLE-${String(id)}}`, name: `Table${String(id)}`, sheet, box, headers, totals: false };
  book.tables.push(table);
  nameHeaders(table);
  return table;
}

/** Tables of the workbook, or of one sheet. */
export function tablesThing(book: Book, sheet?: Sheet): Thing {
  const here = (): readonly Table[] => book.tables.filter((table) => sheet === undefined || table.sheet === sheet);
  const find = (key: unknown): Table | undefined =>
    here().find((table) => table.id === key || table.name.toLowerCase() === String(key).toLowerCase());
  return thing('TableCollection', {
    items: () => here().map((table) => tableThing(book, table)),
    indexer: (key) => {
      const table = find(key);
      if (table === undefined) throw refuse.missing();
      return tableThing(book, table);
    },
    methods: {
      ...watching(book, TABLES + (sheet?.id ?? WHOLE)),
      GetCount: () => here().length,
      GetItemAt: (n) => {
        const table = here()[whole(n)];
        if (table === undefined) throw refuse.missing();
        return tableThing(book, table);
      },
      GetItemOrNullObject: (key) => {
        const table = find(key);
        return table === undefined ? null : tableThing(book, table);
      },
      Add: (address, hasHeaders) => {
        const area = typeof address === 'string' ? areaIn(book, sheet, address) : areaOf(address);
        return tableThing(book, addTable(book, area.sheet, area.box, hasHeaders === true));
      },
    },
  });
}

function areaIn(book: Book, sheet: Sheet | undefined, address: string): { sheet: Sheet; box: Box } {
  const parsed = parseAddress(address);
  const found = parsed.sheet === null ? (sheet ?? findSheet(book, book.active)) : findSheet(book, parsed.sheet);
  if (found === undefined) throw refuse.argument();
  return { sheet: found, box: parsed.box };
}
