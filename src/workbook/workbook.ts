/**
 * The workbook port: the plain words in which Realise speaks of a workbook.
 *
 * Adapters (`xlsx.ts`, `excel.ts`, `grid.ts`) read a workbook into a {@link Snapshot} and write a
 * {@link Report} into it. Both are plain data (they survive `structuredClone`), so a worker can take
 * the one and give the other. Nothing here knows about medicines or money.
 */
import type { STYLES } from './looks';

/** The value of a cell as its application holds it. `null` is a blank cell, which is never zero. */
export type CellValue = string | number | boolean | null;

/** One cell. `error` holds an error value ("#N/A"); then `value` is null. */
export interface Cell {
  readonly value: CellValue;
  /** The formula as typed, with its leading "=", where the cell is computed. */
  readonly formula?: string;
  readonly error?: string;
  /** True where the cell is part of a merged area. */
  readonly merged?: boolean;
  /** True where the cell shows a date (Excel keeps dates as numbers). */
  readonly date?: boolean;
  /** True where the cell shows fewer digits than it holds, as far as the application tells. */
  readonly rounded?: boolean;
}

/** An Excel Table as it stands. `rows` and `headers` have the same width. */
export interface TableSnapshot {
  readonly name: string;
  readonly sheet: string;
  /** Row (1-based) of the header and column (1-based) of the first header cell. */
  readonly row: number;
  readonly column: number;
  readonly headers: readonly string[];
  readonly rows: readonly (readonly Cell[])[];
  /** Where a range of the user's stands in the table's place; `turned`: its rows run across, headers in the first column. */
  readonly bound?: 'as it lies' | 'turned';
  /** Sheet rows (1-based) that are hidden or filtered away. */
  readonly hiddenRows?: readonly number[];
}

/** A defined name and what it refers to ("=Prices!$C$7"). */
export interface NameSnapshot {
  readonly name: string;
  readonly refersTo: string;
}

/** A sheet that Realise wrote, found again by its mark and not by its name. */
export interface OwnedSheet {
  readonly name: string;
  /** The `key` of the {@link SheetSpec} it was written from. */
  readonly key: string;
  readonly stamp: string;
  /** True where a cell is not what was written. */
  readonly changed: boolean;
  /** True where a write of it broke off: it is ours, and the next write does it again. */
  readonly unfinished?: boolean;
}

/** What was read from a workbook: every table whose name begins with `BIM_`, and what stands around them. */
export interface Snapshot {
  readonly sheets: readonly string[];
  readonly tables: readonly TableSnapshot[];
  readonly names: readonly NameSnapshot[];
  readonly owned: readonly OwnedSheet[];
  /** BCP 47 language of the workbook, for display alone. */
  readonly language: string;
  /** False where the application calculates only on request, so that computed cells may be stale. */
  readonly calculated: boolean;
  /** True where the application iterates formulas that refer to themselves, so that circles go unnoticed. */
  readonly iterates?: boolean;
  /** True where it was asked to calculate before it was read, since it does so only on request. */
  readonly recalculated?: boolean;
  /** True where every number is rounded to what its cell shows. */
  readonly roundsAsShown?: boolean;
}

/** Where a value stands: for messages and for going there. `table`, `row` (sheet row) and `column` (header) where known. */
export interface CellAddress {
  readonly sheet: string;
  /** A1 address without sheet: "C7". */
  readonly cell: string;
  readonly table?: string;
  readonly row?: number;
  readonly column?: string;
}

// ---- what is written -------------------------------------------------------------------------

/** A number as exact decimal text; adapters write it as the nearest double. */
export interface NumberValue {
  readonly number: string;
}
/** A formula (with "=") and the value it has now, so that readers that do not calculate see it. */
export interface FormulaValue {
  readonly formula: string;
  readonly cached: string | NumberValue;
  /** True where it refers to the user's own sheets alone: their names stay, even where one is called as ours is. */
  readonly theirs?: true;
}
/** A link to a cell of the same workbook. */
export interface LinkValue {
  readonly link: string;
  readonly text: string;
}
/** What a written cell holds. A bare string is text, whatever it begins with. */
export type WrittenValue = string | NumberValue | FormulaValue | LinkValue;

/** House styles, by what a cell is for; their looks are in `looks.ts`. */
export type StyleName = keyof typeof STYLES;

/** One written cell, 1-based. `format` is an en-US number format code; `span` merges columns to the right. */
export interface CellSpec {
  readonly row: number;
  readonly column: number;
  readonly value: WrittenValue;
  readonly style: StyleName;
  readonly format?: string;
  readonly span?: number;
  readonly indent?: number;
  /** Shown when the cell is pointed at (a note). */
  readonly note?: string;
}

/** A drop-down or a bound on typed values. `stop` refuses, `warning` asks, `information` tells. */
export interface ValidationSpec {
  readonly from: readonly [row: number, column: number];
  readonly to: readonly [row: number, column: number];
  readonly rule:
    | { readonly kind: 'list'; readonly items: readonly string[] }
    | { readonly kind: 'range'; readonly refersTo: string }
    | { readonly kind: 'decimal' | 'whole'; readonly minimum: string | null; readonly maximum: string | null };
  readonly severity: 'stop' | 'warning' | 'information';
  readonly title: string;
  readonly message: string;
  readonly prompt?: string;
}

/** A conditional look: cells of the area for which the formula (relative to its first cell) is true take `style`. */
export interface ConditionSpec {
  readonly from: readonly [row: number, column: number];
  readonly to: readonly [row: number, column: number];
  readonly formula: string;
  readonly style: StyleName;
}

/** An Excel Table laid over cells that are already among the sheet's `cells`. */
export interface TableSpec {
  readonly name: string;
  readonly row: number;
  readonly column: number;
  readonly headers: readonly string[];
  /** Number of body rows (at least 1). */
  readonly rows: number;
}

/** A range of the same sheet, 1-based, inclusive. */
export interface RangeSpec {
  readonly from: readonly [row: number, column: number];
  readonly to: readonly [row: number, column: number];
}

/** One series of a chart: it names cells and holds no numbers. */
export interface SeriesSpec {
  readonly name: RangeSpec;
  readonly categories: RangeSpec;
  readonly values: RangeSpec;
  /** RRGGBB, or `none`. */
  readonly colour: string;
  /** Drawn as a line over the columns where the chart is a stack of columns. */
  readonly line?: { readonly width: number; readonly marker: 'diamond' | 'none'; readonly dash: boolean };
  /** Number format of value labels; absent: no labels. */
  readonly labels?: string;
}

/** A native chart over cells of its own sheet. */
export interface ChartSpec {
  readonly kind:
    'stacked columns' | 'clustered columns' | 'stacked bars' | 'clustered bars' | 'line' | 'area' | 'scatter';
  readonly name: string;
  readonly title: string;
  /** Covers these cells exactly. */
  readonly at: RangeSpec;
  readonly series: readonly SeriesSpec[];
  /** Number format of the value axis. */
  readonly format: string;
  readonly legend: boolean;
  readonly gap?: number;
  readonly overlap?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly reversed?: boolean;
  /** States the figures in words, for those who cannot see the chart. */
  readonly description: string;
}

/** A whole sheet to be written. */
export interface SheetSpec {
  /** Stays the same for ever: the mark by which the sheet is found again. */
  readonly key: string;
  readonly name: string;
  readonly purpose: 'guide' | 'input' | 'result' | 'calculation';
  /** Column widths in characters of 7 pixels, from column A. */
  readonly widths: readonly number[];
  /** Row heights in points, by row. */
  readonly heights?: Readonly<Record<number, number>>;
  readonly cells: readonly CellSpec[];
  readonly tables: readonly TableSpec[];
  readonly charts: readonly ChartSpec[];
  readonly validations: readonly ValidationSpec[];
  readonly conditions: readonly ConditionSpec[];
  /** First row and column that scroll. */
  readonly freeze?: readonly [row: number, column: number];
  /** Rows [first, last] grouped one level down, summary above. */
  readonly outline?: readonly (readonly [number, number])[];
  readonly print: {
    readonly area: RangeSpec;
    readonly titleRows?: readonly [number, number];
    readonly titleColumns?: readonly [number, number];
    readonly orientation: 'landscape' | 'portrait';
    /** One page, or a scale in per cent with breaks before these rows. */
    readonly fit: 'one page' | { readonly scale: number; readonly breaks: readonly number[] };
    readonly footer: readonly [left: string, centre: string, right: string];
  };
}

/** A name defined for the whole workbook. */
export interface NameSpec {
  readonly name: string;
  readonly sheet: string;
  readonly range: RangeSpec;
}

/** Everything that is written in one go. */
export interface Report {
  readonly title: string;
  /** Run time, input hash and engine, as shown in every sheet's third row. */
  readonly stamp: string;
  readonly language: string;
  /** Sheets in the order in which they stand; the one to open on is `open`. */
  readonly sheets: readonly SheetSpec[];
  readonly names: readonly NameSpec[];
  readonly open: string;
}

/** What became of a write. */
export interface Written {
  readonly sheets: readonly { readonly key: string; readonly name: string; readonly cells: number }[];
  /** Sheets of ours that a user had changed: they were kept, and a new one written beside them. */
  readonly kept: readonly string[];
  /** What this application could not do as asked, in sentences. */
  readonly notices?: readonly string[];
}

/** How a report is written. */
export interface Writing {
  /** Keys of sheets of ours to be written again although a user changed them: what was typed there is gone. */
  readonly replace?: readonly string[];
  /** Hash of the inputs that the report was made from (`basis.ts`); where they are others by now, nothing is written. */
  readonly basis?: string;
  /** Ends the write where nothing of it has been done yet; once sheets are being written, they are all written. */
  readonly signal?: AbortSignal;
  /** Keeps the report itself in the workbook too, for {@link Workbook.earlier}. */
  readonly keep?: boolean;
}

/**
 * The port. Three adapters stand behind it: Excel through Office.js, the sheet in the browser, and an .xlsx file.
 * Either call rejects with an `Error` whose message says what happened and what was, or was not, written.
 */
export interface Workbook {
  /** `fresh`: where the application calculates only on request, it is asked to first. */
  read(how?: { readonly fresh: boolean }): Promise<Snapshot>;
  write(report: Report, how?: Writing): Promise<Written>;
  /** Brings a cell into view and selects it, where there is somebody to see it. */
  show(address: CellAddress): Promise<void>;
  /** True while somebody types into a cell: the application may answer nothing else until that ends. */
  isEditing(): Promise<boolean>;
  /** Reports that were kept, newest first, where there is a place for them; some applications lose it between openings. */
  readonly earlier?: { readonly list: () => Promise<readonly Report[]>; readonly forget: () => Promise<void> };
}
