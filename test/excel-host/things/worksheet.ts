/** Worksheets: their ranges, panes, page layout and protection. */
import { ALL, parseAddress, type Box } from '../address';
import { addSheet, cellsIn, findSheet, usedBox, type Book, type Sheet } from '../book';
import { watching, WHOLE } from '../events';
import { look, thing, type Thing } from '../thing';
import { refuse, text, whole } from '../wire';
import { chartsThing, shapesThing } from './charts';
import { formatThing } from './format';
import { namesThing } from './names';
import { areaOf, rangeAt, rangeThing } from './range';
import { tablesThing } from './tables';

const things = new WeakMap<Sheet, Thing>();

export function worksheetThing(book: Book, sheet: Sheet): Thing {
  const known = things.get(sheet);
  if (known !== undefined) return known;
  const page = look('PageLayout', { methods: pageMethods(sheet) });
  const bag = new Map<string, unknown>([
    ['ShowGridlines', true],
    ['ShowHeadings', true],
    ['TabColor', ''],
    ['Visibility', 'Visible'],
  ]);
  const made = thing('Worksheet', {
    id: sheet.id,
    bag,
    scalars: {
      Id: { get: () => sheet.id },
      Name: {
        get: () => sheet.name,
        set: (name) => {
          renameSheet(book, sheet, text(name));
        },
      },
      Position: {
        get: () => book.sheets.indexOf(sheet),
        set: (at) => {
          if (whole(at) < 0 || whole(at) >= book.sheets.length) throw refuse.argument();
          book.sheets.splice(book.sheets.indexOf(sheet), 1);
          book.sheets.splice(whole(at), 0, sheet);
        },
      },
    },
    navigations: {
      Charts: () => chartsThing(book, sheet),
      Shapes: () => shapesThing(book, sheet),
      Tables: () => tablesThing(book, sheet),
      Names: () => namesThing(book, sheet),
      Protection: () => protectionThing(sheet),
      FreezePanes: () => panesThing(book, sheet),
      PageLayout: () => page,
      AutoFilter: () => autoFilterThing(sheet),
      HorizontalPageBreaks: () => breaksThing(sheet),
    },
    methods: {
      ...ranges(book, sheet),
      ...watching(book, sheet.id),
      ...besides(book, sheet),
      Activate: () => {
        book.active = sheet.id;
      },
      Delete: () => {
        deleteSheet(book, sheet);
      },
    },
  });
  things.set(sheet, made);
  return made;
}

/** The sheets before and after a sheet, those that are hidden passed over only where that is asked for. */
function besides(book: Book, sheet: Sheet): Thing['methods'] {
  const at =
    (by: 1 | -1) =>
    (visibleOnly: unknown): Thing | null => {
      const all = book.sheets.map((one) => worksheetThing(book, one));
      const shown = (one: Thing): boolean => one.bag?.get('Visibility') === 'Visible';
      for (let n = book.sheets.indexOf(sheet) + by; ; n += by) {
        const one = all[n];
        if (one === undefined || n < 0) return null;
        if (visibleOnly !== true || shown(one)) return one;
      }
    };
  const sure =
    (find: (visibleOnly: unknown) => Thing | null) =>
    (visibleOnly: unknown): Thing => {
      const one = find(visibleOnly);
      if (one === null) throw refuse.missing();
      return one;
    };
  return {
    GetNext: sure(at(1)),
    GetNextOrNullObject: at(1),
    GetPrevious: sure(at(-1)),
    GetPreviousOrNullObject: at(-1),
  };
}

function ranges(book: Book, sheet: Sheet): Thing['methods'] {
  const used = (valuesOnly: unknown): Thing | null => {
    const box = usedBox(sheet, valuesOnly === true);
    return box === null ? null : rangeThing(book, { sheet, box });
  };
  return {
    GetRange: (address) => rangeAt(book, sheet, address),
    GetRanges: (addresses) => {
      if (text(addresses).length > 8192) throw refuse.argument();
      const areas = text(addresses)
        .split(/[,;]/)
        .map((address) => ({ sheet, box: parseAddress(address).box }));
      return thing('RangeAreas', {
        isReference: true,
        navigations: {
          Format: () =>
            formatThing(areas, () => {
              if (sheet.isProtected) throw refuse.denied();
            }),
        },
        scalars: { AreaCount: { get: () => areas.length } },
      });
    },
    GetCell: (row, column) => {
      const top = whole(row) + 1;
      const left = whole(column) + 1;
      return rangeThing(book, { sheet, box: { top, left, bottom: top, right: left } });
    },
    GetRangeByIndexes: (row, column, rows, columns) =>
      rangeThing(book, {
        sheet,
        box: {
          top: whole(row) + 1,
          left: whole(column) + 1,
          bottom: whole(row) + whole(rows),
          right: whole(column) + whole(columns),
        },
      }),
    GetUsedRangeOrNullObject: used,
    GetUsedRange: (valuesOnly) => used(valuesOnly) ?? rangeAt(book, sheet, 'A1'),
  };
}

/** Formulas and names follow a sheet to its new name. */
function renameSheet(book: Book, sheet: Sheet, name: string): void {
  if (book.isProtected) throw refuse.denied();
  const other = findSheet(book, name);
  if (other !== undefined && other !== sheet) throw refuse.exists();
  for (const item of book.names) item.formula = follow(item.formula, sheet.name, name);
  for (const one of book.sheets)
    for (const [, , cell] of cellsIn(one, ALL))
      if (cell.held?.formula?.includes(sheet.name) === true)
        cell.held = { ...cell.held, formula: follow(cell.held.formula, sheet.name, name) };
  sheet.name = name;
}

const follow = (formula: string, from: string, to: string): string => {
  const quoted = (name: string): string => `'${name.replaceAll("'", "''")}'!`;
  return formula
    .replaceAll(quoted(from), quoted(to))
    .replace(new RegExp(`(^|[^\\w'.])${from.replace(/[^\w]/g, '\\$&')}!`, 'g'), `$1${quoted(to)}`);
};

/** Names that point to the sheet become #REF!. The last sheet cannot be deleted. */
function deleteSheet(book: Book, sheet: Sheet): void {
  if (book.isProtected || book.sheets.length === 1) throw refuse.denied();
  book.sheets.splice(book.sheets.indexOf(sheet), 1);
  for (const table of book.tables.filter((one) => one.sheet === sheet))
    book.tables.splice(book.tables.indexOf(table), 1);
  for (const name of book.names) {
    if (follow(name.formula, sheet.name, `${sheet.name} `) !== name.formula) name.formula = '=#REF!$A$1';
  }
}

/** Protecting what is protected, and the other way round, fails (office-js issue 6784). */
function protectionThing(sheet: Sheet): Thing {
  return thing('WorksheetProtection', {
    scalars: { Protected: { get: () => sheet.isProtected } },
    methods: {
      Protect: () => {
        if (sheet.isProtected) throw refuse.denied();
        sheet.isProtected = true;
      },
      Unprotect: () => {
        if (!sheet.isProtected) throw refuse.denied();
        sheet.isProtected = false;
      },
    },
  });
}

/** A filter over a plain range of a sheet. */
function autoFilterThing(sheet: Sheet): Thing {
  return thing('AutoFilter', {
    scalars: { Enabled: { get: () => sheet.filteredRows.size > 0 } },
    methods: {
      Remove: () => {
        sheet.filteredRows.clear();
      },
      ClearCriteria: () => {
        sheet.filteredRows.clear();
      },
    },
  });
}

function panesThing(book: Book, sheet: Sheet): Thing {
  const set = (box: Box | null) => (): null => {
    sheet.frozen = box;
    return null;
  };
  return thing('WorksheetFreezePanes', {
    methods: {
      FreezeAt: (range) => set(typeof range === 'string' ? parseAddress(range).box : areaOf(range).box)(),
      FreezeRows: (count) => set({ ...ALL, bottom: whole(count) })(),
      FreezeColumns: (count) => set({ ...ALL, right: whole(count) })(),
      Unfreeze: set(null),
      GetLocationOrNullObject: () => (sheet.frozen === null ? null : rangeThing(book, { sheet, box: sheet.frozen })),
    },
  });
}

const pages = new WeakMap<Sheet, Map<string, unknown>>();
/** What the methods of a page layout were called with: print area, titles, margins. */
export const pageOf = (sheet: Sheet): Map<string, unknown> => {
  const known = pages.get(sheet) ?? new Map<string, unknown>();
  pages.set(sheet, known);
  return known;
};

function pageMethods(sheet: Sheet): Thing['methods'] {
  const note = (name: string, value: unknown): null => {
    if (typeof value === 'string') parseAddress(value.split(',')[0] ?? '');
    pageOf(sheet).set(name, value);
    return null;
  };
  return {
    SetPrintArea: (area) => note('area', area),
    SetPrintTitleRows: (rows) => note('titleRows', rows),
    SetPrintTitleColumns: (columns) => note('titleColumns', columns),
    SetPrintMargins: (unit, margins) => {
      pageOf(sheet).set('margins', { unit, margins });
    },
  };
}

function breaksThing(sheet: Sheet): Thing {
  return thing('PageBreakCollection', {
    methods: {
      Add: (range) => {
        const row = (typeof range === 'string' ? parseAddress(range).box : areaOf(range).box).top;
        sheet.pageBreaks.add(row);
        return look('PageBreak');
      },
      RemovePageBreaks: () => {
        sheet.pageBreaks.clear();
      },
      GetCount: () => sheet.pageBreaks.size,
    },
  });
}

export function worksheetsThing(book: Book): Thing {
  const find = (key: unknown): Sheet | undefined => findSheet(book, text(key));
  const of = (sheet: Sheet | undefined): Thing => {
    if (sheet === undefined) throw refuse.missing();
    return worksheetThing(book, sheet);
  };
  return thing('WorksheetCollection', {
    items: () => book.sheets.map((sheet) => worksheetThing(book, sheet)),
    indexer: (key) => of(find(key)),
    methods: {
      Add: (name) =>
        worksheetThing(
          book,
          addSheet(book, typeof name === 'string' ? name : `Sheet${String(book.sheets.length + 1)}`),
        ),
      ...watching(book, WHOLE),
      GetActiveWorksheet: () => of(findSheet(book, book.active)),
      GetItemOrNullObject: (key) => {
        const sheet = find(key);
        return sheet === undefined ? null : worksheetThing(book, sheet);
      },
      GetFirst: () => of(book.sheets[0]),
      GetLast: () => of(book.sheets.at(-1)),
      GetCount: () => book.sheets.length,
    },
  });
}
