/**
 * A whole workbook as it looks: every sheet with its cells, looks, tables and rules.
 *
 * The .xlsx reader gives it, the sheet in the browser shows it. Plain data, like a {@link Snapshot}; rows and
 * columns are 1-based. It is for showing and editing; the sums are made from a {@link Snapshot} alone.
 */
import type { SheetsRead } from './sheets-read';
import type { Cell, NameSnapshot } from './workbook';

/** One side of a cell's frame. */
export interface Edge {
  readonly line: 'hair' | 'thin' | 'medium' | 'thick' | 'double' | 'dashed' | 'dotted';
  /** RRGGBB. */
  readonly colour: string;
}

/** How a cell looks. Colours are RRGGBB, sizes points, `format` an en-US number format code. */
export interface Look {
  readonly font: string;
  readonly size: number;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly underline: boolean;
  readonly colour: string | null;
  readonly fill: string | null;
  readonly align: 'left' | 'centre' | 'right' | null;
  readonly vertical: 'top' | 'middle' | 'bottom' | null;
  readonly wrap: boolean;
  readonly indent: number;
  readonly format: string;
  readonly top: Edge | null;
  readonly right: Edge | null;
  readonly bottom: Edge | null;
  readonly left: Edge | null;
}

/** One cell that holds something or looks like something; `look` counts in {@link Book.looks}. */
export interface BookCell extends Cell {
  readonly row: number;
  readonly column: number;
  readonly look: number;
}

/** An area of a sheet, inclusive. */
export interface Area {
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
}

/** An Excel Table: where it stands and its headers. The header is the area's first row. */
export interface BookTable extends Area {
  readonly name: string;
  readonly headers: readonly string[];
}

/** What may be typed: a list of words, a list taken from a range, or a number within bounds. */
export interface BookValidation {
  readonly areas: readonly Area[];
  readonly kind: 'list' | 'range' | 'decimal' | 'whole';
  /** For a list its words, for a range its reference, for numbers the bounds ('' where open). */
  readonly values: readonly string[];
  readonly severity: 'stop' | 'warning' | 'information';
  readonly title: string;
  readonly message: string;
}

/** A look that cells take while a formula, written for the first cell of the areas, is true. */
export interface BookCondition {
  readonly areas: readonly Area[];
  readonly formula: string;
  readonly look: Partial<Look>;
}

/** One sheet. Widths are pixels by column, heights pixels by row; what is not named has the sheet's own size. */
export interface BookSheet {
  readonly name: string;
  readonly hidden: boolean;
  /** RRGGBB of the tab. */
  readonly tab: string | null;
  readonly gridlines: boolean;
  readonly cells: readonly BookCell[];
  readonly merges: readonly Area[];
  readonly width: number;
  readonly height: number;
  readonly widths: ReadonlyMap<number, number>;
  readonly heights: ReadonlyMap<number, number>;
  readonly hiddenRows: ReadonlySet<number>;
  readonly hiddenColumns: ReadonlySet<number>;
  /** How many rows and columns stand still. */
  readonly frozen: { readonly rows: number; readonly columns: number };
  readonly tables: readonly BookTable[];
  readonly validations: readonly BookValidation[];
  readonly conditions: readonly BookCondition[];
  /** Where cells lead within the workbook: "row,column" → "Prices!A1". */
  readonly links: ReadonlyMap<string, string>;
}

/** The whole. */
export interface Book {
  readonly sheets: readonly BookSheet[];
  readonly looks: readonly Look[];
  readonly names: readonly NameSnapshot[];
  /** Name of the sheet it opens on. */
  readonly open: string;
}

/** Its sheets as a reviewer reads them. */
export const sheetsIn = ({ sheets, looks, names }: Book): SheetsRead => ({
  sheets: sheets.map(({ name, hidden, cells, tables }) => ({
    name,
    hidden,
    tables,
    cells: cells.map(({ look, ...cell }) => ({ ...cell, format: looks[look]?.format ?? '' })),
  })),
  names,
});

/** What a user typed: `value` null clears the cell. A formula carries its value as well. */
export interface CellEdit {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly cell: Cell;
}
/** A table that has grown since the file was opened. */
export interface TableEdit {
  readonly sheet: string;
  readonly table: BookTable;
}
