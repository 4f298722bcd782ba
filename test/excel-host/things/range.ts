/** Ranges: values, formulas, formats and what can be done to cells. */
import { ALL, boxAddress, overlap, parseAddress, sheetPrefix, type Box } from '../address';
import {
  cellAt,
  cellsIn,
  enter,
  findSheet,
  numberFormatAt,
  usedBox,
  type Area,
  type Book,
  type Cell,
  type Table,
} from '../book';
import { changing, heldOf } from '../calculate';
import type { Held, Value } from '../entry';
import { deleteRows, insertRows } from '../rows';
import { thing, type Access, type Thing } from '../thing';
import { refuse, text, whole } from '../wire';
import { fillColumns, past, wording } from './entering';
import { beside } from './edges';
import { clearFormats, formatThing, setFormat } from './format';
import { conditionsThing, validationThing } from './rules';
import { tableThing } from './tables';
import { visibleThing } from './visible';
import { worksheetThing } from './worksheet';

/** Above this many cells the values come back null, without an error (documented limit; office-js issue 4783). */
const MOST_CELLS = 5_000_000;

const areas = new WeakMap<Thing, Area>();
/** The area that a range, given as an argument, stands for. */
export function areaOf(of: unknown): Area {
  const area = typeof of === 'object' && of !== null ? areas.get(of as Thing) : undefined;
  if (area === undefined) throw refuse.argument();
  return area;
}

/** A range of a book by address; a sheet in the address stands before the one given. */
export function rangeAt(book: Book, sheet: Area['sheet'], address: unknown): Thing {
  if (address === undefined || address === null) return rangeThing(book, { sheet, box: ALL });
  const parsed = parseAddress(text(address));
  const named = parsed.sheet === null ? sheet : findSheet(book, parsed.sheet);
  if (named === undefined) throw refuse.argument();
  return rangeThing(book, { sheet: named, box: parsed.box });
}

export function rangeThing(book: Book, area: Area): Thing {
  const { sheet, box } = area;
  const guard = (): void => {
    if (sheet.isProtected) throw refuse.denied();
  };
  const sub = (part: Box): Thing => rangeThing(book, { sheet, box: part });
  const made = thing('Range', {
    isReference: true,
    scalars: { ...shape(area), ...contents(book, area, guard) },
    navigations: {
      Format: () => formatThing([area], guard),
      Worksheet: () => worksheetThing(book, sheet),
      DataValidation: () => validationThing(sheet, box, guard),
      ConditionalFormats: () => conditionsThing(book, area, guard),
    },
    methods: { ...parts(book, area, sub), ...beside(area, sub), ...deeds(book, area, guard, sub) },
  });
  areas.set(made, area);
  return made;
}

function shape({ sheet, box }: Area): Record<string, Access> {
  const rows = box.bottom - box.top + 1;
  const columns = box.right - box.left + 1;
  return {
    Address: { get: () => `${sheetPrefix(sheet.name)}!${boxAddress(box)}` },
    RowIndex: { get: () => box.top - 1 },
    ColumnIndex: { get: () => box.left - 1 },
    RowCount: { get: () => rows },
    ColumnCount: { get: () => columns },
    CellCount: { get: () => (rows * columns > 2 ** 31 - 1 ? -1 : rows * columns) },
    // No column is ever hidden here.
    ColumnHidden: { get: () => false, set: () => undefined },
    RowHidden: {
      set: (hidden) => {
        for (const row of [...sheet.hiddenRows]) if (row >= box.top && row <= box.bottom) sheet.hiddenRows.delete(row);
        if (hidden !== true) return;
        for (let row = box.top; row <= box.bottom; row += 1) sheet.hiddenRows.add(row);
      },
      get: () => {
        const hidden = Array.from({ length: Math.min(rows, 5000) }, (_, n) => sheet.hiddenRows.has(box.top + n));
        return hidden.every((one) => one === hidden[0]) ? hidden[0] : null;
      },
    },
  };
}

function contents(book: Book, area: Area, guard: () => void): Record<string, Access> {
  const { sheet, box } = area;
  const matrix = (of: (cell: Cell | undefined, row: number, column: number) => unknown) => (): unknown => {
    if ((box.bottom - box.top + 1) * (box.right - box.left + 1) > MOST_CELLS) return null;
    return grid(box, (row, column) => of(cellAt(sheet, row, column), row, column));
  };
  const input = (value: unknown): void => {
    guard();
    changing(book);
    const place = past(sheet.filteredRows, box);
    each(box, value, (row, column, one) => {
      enter(sheet, place(row), column, one as Value | null, book.dropsApostrophes);
    });
    fillColumns(book, area);
    book.news.push({ sheet, address: boxAddress(box), by: 'us' });
  };
  return {
    Values: { get: matrix((_, row, column) => valueOf(heldOf(book, sheet, row, column))), set: input },
    Formulas: { get: matrix((cell) => wording(book, cell?.held?.formula) ?? cell?.held?.value ?? ''), set: input },
    ValueTypes: { get: matrix((_, row, column) => typeOf(heldOf(book, sheet, row, column))) },
    NumberFormat: {
      get: matrix((_, row, column) => numberFormatAt(sheet, row, column)),
      set: (value) => {
        guard();
        if (typeof value === 'string') setFormat(area, 'NumberFormat', value);
        else
          each(box, value, (row, column, one) => {
            if (one !== null)
              setFormat(
                { sheet, box: { top: row, bottom: row, left: column, right: column } },
                'NumberFormat',
                text(one),
              );
          });
      },
    },
    Hyperlink: {
      get: () => sheet.links.get(boxAddress(box)) ?? null,
      set: (value) => {
        guard();
        sheet.links.set(boxAddress(box), value);
        const shown = (value as { textToDisplay?: string }).textToDisplay;
        if (shown !== undefined) enter(sheet, box.top, box.left, `'${shown}`);
      },
    },
  };
}

function valueOf(held: Held | null): unknown {
  if (held === null) return '';
  if (held.value !== undefined) return held.value;
  throw refuse.notEmulated(`the value of ${held.formula ?? ''}: this host does not calculate it`);
}

function typeOf(held: Held | null): string {
  if (held === null) return 'Empty';
  if (held.error === true) return 'Error';
  return { string: 'String', number: 'Double', boolean: 'Boolean', undefined: 'Unknown' }[
    typeof held.value as 'string'
  ];
}

const grid = (box: Box, of: (row: number, column: number) => unknown): unknown[][] =>
  Array.from({ length: box.bottom - box.top + 1 }, (_, r) =>
    Array.from({ length: box.right - box.left + 1 }, (__, c) => of(box.top + r, box.left + c)),
  );

/** One value for all cells, bare or as a matrix of one (so Microsoft's samples set formats), or a matrix of exactly the range's shape. */
function each(box: Box, given: unknown, put: (row: number, column: number, one: unknown) => void): void {
  const rows = box.bottom - box.top + 1;
  const columns = box.right - box.left + 1;
  const value = isSingle(given) ? given[0][0] : given;
  if (
    Array.isArray(value) &&
    (value.length !== rows || value.some((line) => !Array.isArray(line) || line.length !== columns))
  )
    throw refuse.argument();
  for (let r = 0; r < rows; r += 1) {
    for (let c = 0; c < columns; c += 1)
      put(box.top + r, box.left + c, Array.isArray(value) ? (value[r] as unknown[])[c] : value);
  }
}

const isSingle = (given: unknown): given is readonly [readonly [unknown]] =>
  Array.isArray(given) && given.length === 1 && Array.isArray(given[0]) && given[0].length === 1;

/** Methods that give ranges. */
function parts(book: Book, area: Area, sub: (box: Box) => Thing): Thing['methods'] {
  const { sheet, box } = area;
  return {
    GetCell: (row, column) => {
      const top = box.top + whole(row);
      const left = box.left + whole(column);
      return sub({ top, left, bottom: top, right: left });
    },
    GetRow: (row) => sub({ ...box, top: box.top + whole(row), bottom: box.top + whole(row) }),
    GetColumn: (column) => sub({ ...box, left: box.left + whole(column), right: box.left + whole(column) }),
    GetBoundingRect: (other) => {
      const b = typeof other === 'string' ? parseAddress(other).box : areaOf(other).box;
      return sub({
        top: Math.min(box.top, b.top),
        left: Math.min(box.left, b.left),
        bottom: Math.max(box.bottom, b.bottom),
        right: Math.max(box.right, b.right),
      });
    },
    GetEntireRow: () => sub({ ...box, left: 1, right: ALL.right }),
    GetEntireColumn: () => sub({ ...box, top: 1, bottom: ALL.bottom }),
    GetUsedRangeOrNullObject: (valuesOnly) => {
      const used = usedBox(sheet, valuesOnly === true, box);
      return used === null ? null : sub(used);
    },
    GetUsedRange: (valuesOnly) => {
      const used = usedBox(sheet, valuesOnly === true, box);
      return sub(used ?? { ...box, bottom: box.top, right: box.left });
    },
    GetLastCell: () => sub({ ...box, top: box.bottom, left: box.right }),
    GetLastRow: () => sub({ ...box, top: box.bottom }),
    GetLastColumn: () => sub({ ...box, left: box.right }),
    GetSpecialCellsOrNullObject: (type) => {
      if (type !== 'Visible') throw refuse.notEmulated(`special cells of type ${String(type)}`);
      return visibleThing(area);
    },
    GetResizedRange: (rows, columns) =>
      sub({ ...box, bottom: box.bottom + whole(rows), right: box.right + whole(columns) }),
    GetOffsetRange: (rows, columns) =>
      sub({
        top: box.top + whole(rows),
        bottom: box.bottom + whole(rows),
        left: box.left + whole(columns),
        right: box.right + whole(columns),
      }),
    GetTables: () => tablesOn(book, area),
  };
}

function tablesOn(book: Book, { sheet, box }: Area): Thing {
  const on = (table: Table): boolean => table.sheet === sheet && overlap(table.box, box) !== null;
  return thing('TableScopedCollection', {
    items: () => book.tables.filter(on).map((table) => tableThing(book, table)),
  });
}

/** Methods that change cells. */
function deeds(book: Book, area: Area, guard: () => void, sub: (part: Box) => Thing): Thing['methods'] {
  const { sheet, box } = area;
  const guarded =
    (deed: (...values: readonly unknown[]) => void) =>
    (...values: readonly unknown[]): null => {
      guard();
      changing(book);
      deed(...values);
      return null;
    };
  return {
    _ValidateArraySize: (rows, columns) => {
      if (rows !== box.bottom - box.top + 1 || columns !== box.right - box.left + 1) throw refuse.argument();
    },
    Clear: guarded((applyTo) => {
      if (applyTo !== 'Formats') for (const [, , cell] of cellsIn(sheet, box)) cell.held = null;
      if (applyTo === 'All' || applyTo === undefined || applyTo === 'Formats') clearFormats(area);
      if (applyTo !== 'Contents' && applyTo !== 'Formats')
        for (const key of [...sheet.links.keys()])
          if (overlap(parseAddress(key).box, box) !== null) sheet.links.delete(key);
    }),
    Merge: guarded(() => {
      if (sheet.merges.some((merge) => overlap(merge, box) !== null))
        sheet.merges = sheet.merges.filter((merge) => overlap(merge, box) === null);
      if (book.tables.some((table) => table.sheet === sheet && overlap(table.box, box) !== null))
        throw refuse.argument();
      sheet.merges.push(box);
    }),
    Unmerge: guarded(() => {
      sheet.merges = sheet.merges.filter((merge) => overlap(merge, box) === null);
    }),
    Delete: guarded((shift) => {
      if (shift !== 'Up' || box.right !== ALL.right) throw refuse.notEmulated('deleting cells that are not whole rows');
      deleteRows(book, sheet, box.top, box.bottom);
    }),
    Insert: (shift) => {
      guard();
      changing(book);
      if (shift !== 'Down' || box.right !== ALL.right)
        throw refuse.notEmulated('inserting cells that are not whole rows');
      insertRows(book, sheet, box.top, box.bottom - box.top + 1);
      return sub(box);
    },
    Group: guarded((by) => {
      if (by !== 'ByRows') throw refuse.notEmulated('grouping columns');
      for (let row = box.top; row <= box.bottom; row += 1) sheet.outline.set(row, (sheet.outline.get(row) ?? 0) + 1);
    }),
    Select: () => {
      book.active = sheet.id;
      book.selection = `${sheetPrefix(sheet.name)}!${boxAddress(box)}`;
    },
  };
}
