/** The workbook inside the host: plain state, without any notion of Office.js. */
import { ALL, type Box } from './address';
import type { News } from './events';
import { entered, type Held, type Value } from './entry';
import { refuse } from './wire';

export interface Cell {
  held: Held | null;
  readonly format: Map<string, unknown>;
}

export interface Table {
  readonly id: string;
  name: string;
  sheet: Sheet;
  /** Header and totals included. */
  box: Box;
  headers: boolean;
  totals: boolean;
}

export interface Area {
  readonly sheet: Sheet;
  readonly box: Box;
}

/** A rule laid over an area: a validation or a conditional format, as its members were set. */
export interface Rule {
  readonly box: Box;
  readonly members: Map<string, unknown>;
}

export interface Sheet {
  readonly id: string;
  name: string;
  readonly cells: Map<number, Map<number, Cell>>;
  /** Formats of the whole sheet, of rows and of columns, for cells that have none of their own. */
  readonly base: Map<string, unknown>;
  readonly rows: Map<number, Map<string, unknown>>;
  readonly columns: Map<number, Map<string, unknown>>;
  merges: Box[];
  readonly hiddenRows: Set<number>;
  /** Rows that a filter hides: values written over them land elsewhere (office-js issue 224). */
  readonly filteredRows: Set<number>;
  readonly outline: Map<number, number>;
  isProtected: boolean;
  frozen: Box | null;
  validations: Rule[];
  readonly links: Map<string, unknown>;
  readonly pageBreaks: Set<number>;
}

export interface Name {
  /** The sheet whose own it is; else it is the workbook's. */
  readonly sheet?: Sheet;
  name: string;
  formula: string;
  visible: boolean;
  comment: string;
}

/** A custom XML part, as its text. */
export interface XmlPart {
  readonly id: string;
  xml: string;
}

/** A binding of Office: to an area, or to a table wherever it lies. */
export interface Binding {
  readonly id: string;
  readonly type: string;
  area: Area;
  readonly tableId: string | null;
}

export interface Book {
  readonly sheets: Sheet[];
  readonly tables: Table[];
  readonly names: Name[];
  /** Settings of the add-in in this workbook, by key. */
  readonly settings: Map<string, unknown>;
  readonly xmlParts: XmlPart[];
  readonly bindings: Binding[];
  /** Files that were opened in windows of their own, in base 64. */
  readonly beside: string[];
  /** The fault of office-js issues 360, 2067 and 6091: settings and custom XML are gone when the workbook is opened again. */
  forgets: boolean;
  active: string;
  /** "Sheet!A1" of the last selection; empty where nothing was selected. */
  selection: string;
  calculation: 'Automatic' | 'AutomaticExceptTables' | 'Manual';
  calculationState: 'Done' | 'Calculating' | 'Pending';
  /** How often it was asked to calculate. */
  calculations: number;
  /** Says Automatic, whatever it does (office-js issue 2770). */
  misreports: boolean;
  /** Does not come to an end of calculating. */
  neverDone: boolean;
  isProtected: boolean;
  culture: string;
  /** The fault of office-js issue 6687: the apostrophe is dropped before the text is looked at. */
  dropsApostrophes: boolean;
  /** Excel words formulas anew: an implicit @ before a reference, as dynamic-array Excel shows older formulas. */
  insertsAt: boolean;
  /** Iterates circles instead of refusing them. */
  iterates: boolean;
  /** Handlers of changes: ids of sheets, or "Workbook". */
  readonly watchers: Set<string>;
  /** Changes of this request, to be told when it is done. */
  readonly news: News[];
  /** Whether charts are found among the shapes of their sheet: not documented, so both are tried. */
  chartsAreShapes: boolean;
  next: number;
  roundsAsShown: boolean;
  /** What formulas show, each once it was asked for (`calculate.ts`). */
  results: Map<Held, Held>;
}

export const emptyBook = (): Book => {
  const book: Book = {
    sheets: [],
    tables: [],
    names: [],
    settings: new Map(),
    xmlParts: [],
    bindings: [],
    beside: [],
    forgets: false,
    active: '',
    selection: '',
    calculation: 'Automatic',
    calculationState: 'Done',
    calculations: 0,
    misreports: false,
    neverDone: false,
    isProtected: false,
    culture: 'en-GB',
    dropsApostrophes: false,
    insertsAt: false,
    iterates: false,
    watchers: new Set(),
    news: [],
    chartsAreShapes: false,
    next: 1,
    roundsAsShown: false,
    results: new Map(),
  };
  return book;
};

export function addSheet(book: Book, name: string): Sheet {
  if (book.isProtected) throw refuse.denied();
  if (name === '' || name.length > 31 || /[:\\/?*[\]]|^'|'$/.test(name)) throw refuse.argument();
  if (book.sheets.some((sheet) => sheet.name.toLowerCase() === name.toLowerCase())) throw refuse.exists();
  const sheet: Sheet = {
    id: `{SHEET-${String(book.next++)}}`,
    name,
    cells: new Map(),
    base: new Map(),
    rows: new Map(),
    columns: new Map(),
    merges: [],
    hiddenRows: new Set(),
    filteredRows: new Set(),
    outline: new Map(),
    isProtected: false,
    frozen: null,
    validations: [],
    links: new Map(),
    pageBreaks: new Set(),
  };
  book.sheets.push(sheet);
  if (book.active === '') book.active = sheet.id;
  return sheet;
}

export function findSheet(book: Book, key: string): Sheet | undefined {
  return book.sheets.find((sheet) => sheet.id === key || sheet.name.toLowerCase() === key.toLowerCase());
}

export const cellAt = (sheet: Sheet, row: number, column: number): Cell | undefined =>
  sheet.cells.get(row)?.get(column);

export function cellFor(sheet: Sheet, row: number, column: number): Cell {
  const line = sheet.cells.get(row) ?? new Map<number, Cell>();
  sheet.cells.set(row, line);
  const cell = line.get(column) ?? { held: null, format: new Map<string, unknown>() };
  line.set(column, cell);
  return cell;
}

/** Cells that exist within a box. */
export function* cellsIn(sheet: Sheet, box: Box): Generator<readonly [row: number, column: number, cell: Cell]> {
  for (const [row, line] of sheet.cells) {
    if (row < box.top || row > box.bottom) continue;
    for (const [column, cell] of line) if (column >= box.left && column <= box.right) yield [row, column, cell];
  }
}

export function formatAt(sheet: Sheet, row: number, column: number, key: string): unknown {
  return (
    cellAt(sheet, row, column)?.format.get(key) ??
    sheet.rows.get(row)?.get(key) ??
    sheet.columns.get(column)?.get(key) ??
    sheet.base.get(key)
  );
}

export const numberFormatAt = (sheet: Sheet, row: number, column: number): string => {
  const format = formatAt(sheet, row, column, 'NumberFormat');
  return typeof format === 'string' ? format : 'General';
};

/** Enters a value or formula, as `range.values` and `range.formulas` do. */
export function enter(sheet: Sheet, row: number, column: number, given: Value | null, dropsApostrophes = false): void {
  if (given === null) return;
  const input = dropsApostrophes && typeof given === 'string' ? given.replace(/^'/, '') : given;
  if (input === '' && cellAt(sheet, row, column) === undefined) return;
  cellFor(sheet, row, column).held = entered(input, numberFormatAt(sheet, row, column));
}

/** The smallest box with all cells that hold something (or, on request, look like something); null where there is none. */
export function usedBox(sheet: Sheet, valuesOnly: boolean, within: Box = ALL): Box | null {
  let used: Box | null = null;
  for (const [row, column, cell] of cellsIn(sheet, within)) {
    if (cell.held === null && (valuesOnly || cell.format.size === 0)) continue;
    used =
      used === null
        ? { top: row, left: column, bottom: row, right: column }
        : {
            top: Math.min(used.top, row),
            left: Math.min(used.left, column),
            bottom: Math.max(used.bottom, row),
            right: Math.max(used.right, column),
          };
  }
  return used;
}

/** Where a binding lies now; null where its sheet or its table is gone. */
export function areaOfBinding({ sheets, tables }: Book, { area, tableId }: Binding): Area | null {
  if (tableId !== null) return tables.find((one) => one.id === tableId) ?? null;
  return sheets.includes(area.sheet) ? area : null;
}

/** The workbook is saved and opened again: what Excel keeps is there, what a faulty one forgets is not. */
export function reopen(book: Book): void {
  book.watchers.clear();
  if (!book.forgets) return;
  book.settings.clear();
  book.xmlParts.length = 0;
}
