/**
 * References as a written formula needs them. A formula is first written for any period of its row: columns stand as
 * distances from the current one, so that one text serves the whole row.
 */

/** A column: this one (1 is A), or so many right of the cell that holds the formula. */
export type Column = { readonly at: number } | { readonly by: number };

export interface CellRef {
  readonly sheet: string;
  readonly column: Column;
  readonly row: number;
}

/** Signs that no sheet's name can hold stand around a distance until the column is known. */
const [OPEN, CLOSE] = ['[', ']'];

/** Letters of a column: 7 is G. */
export function columnName(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  return (rest > 0 ? columnName(rest) : '') + String.fromCharCode(65 + ((column - 1) % 26));
}

const columnText = (column: Column): string =>
  'at' in column ? `$${columnName(column.at)}` : `${OPEN}${String(column.by)}${CLOSE}`;

/** The sheet in front of a reference; none where the formula stands on it. */
export const sheetText = (sheet: string, home: string): string => (sheet === home ? '' : `${quotedName(sheet)}!`);

/** Names with anything but letters and digits stand in quotes; a quote inside is doubled. */
export const quotedName = (sheet: string): string =>
  /^[A-Za-z][A-Za-z0-9]*$/.test(sheet) && !/^(?:[A-Z]{1,3}\d+|R\d*C?\d*|C\d*)$/i.test(sheet)
    ? sheet
    : `'${sheet.replace(/'/g, "''")}'`;

/** A cell, as it stands in a formula on `home`. */
export const refText = ({ sheet, column, row }: CellRef, home: string): string =>
  `${sheetText(sheet, home)}${columnText(column)}${String(row)}`;

/** A row of the time axis: the row stays the same whatever the formula is copied to. */
export const rowAnchored = ({ sheet, column, row }: CellRef, home: string): string =>
  `${sheetText(sheet, home)}${columnText(column)}$${String(row)}`;

/** From one cell to another of the same sheet. */
export const rangeText = (from: CellRef, to: CellRef, home: string): string =>
  sameCell(from, to) ? refText(from, home) : `${refText(from, home)}:${columnText(to.column)}${String(to.row)}`;

/** A cell with both column and row fixed. */
export const fixedCell = (sheet: string, column: number, row: number, home: string): string =>
  `${sheetText(sheet, home)}$${columnName(column)}$${String(row)}`;

export const sameColumn = (a: Column, b: Column): boolean =>
  'at' in a ? 'at' in b && a.at === b.at : 'by' in b && a.by === b.by;
const sameCell = (a: CellRef, b: CellRef): boolean =>
  a.sheet === b.sheet && a.row === b.row && sameColumn(a.column, b.column);

/** Cells that follow one another, down a column or along a row, as ranges. */
export function rangesOf(cells: readonly CellRef[], home: string): readonly string[] {
  const made: { from: CellRef; to: CellRef }[] = [];
  for (const cell of cells) {
    const last = made.at(-1);
    if (last && follows(last.from, last.to, cell)) last.to = cell;
    else made.push({ from: cell, to: cell });
  }
  return made.map(({ from, to }) => rangeText(from, to, home));
}

function follows(from: CellRef, to: CellRef, next: CellRef): boolean {
  if (to.sheet !== next.sheet) return false;
  const down = sameColumn(from.column, next.column) && next.row === to.row + 1;
  const along =
    from.row === next.row && 'at' in to.column && 'at' in next.column && next.column.at === to.column.at + 1;
  return down || along;
}

/** A formula written for any period, as it stands in this column. */
export const inColumn = (template: string, column: number): string =>
  template.replace(/\[(-?\d+)\]/g, (_, by: string) => columnName(column + Number(by)));
