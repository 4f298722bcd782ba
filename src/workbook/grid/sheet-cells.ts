/** Reading one sheet of Univer cell by cell, as raw typed data. */
import { numfmt, type ICellData, type Nullable } from '@univerjs/core';
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import type { Cell } from '../workbook';
import { toCell } from './cells';
import { placeKey, type CellsByPlace } from './edits';

/** Cells of a sheet, rows and columns from 1. */
export class SheetCells {
  constructor(private readonly sheet: FWorksheet) {}

  private raw(row: number, column: number): Nullable<ICellData> {
    return this.sheet.getSheet().getCellRaw(row - 1, column - 1);
  }

  /** One cell as plain data. */
  cell(row: number, column: number): Cell {
    const data = this.raw(row, column);
    if (data === null || data === undefined) return { value: null };
    const formula = data.f || data.si ? this.sheet.getRange(row - 1, column - 1).getFormula() : '';
    const pattern = typeof data.v === 'number' ? this.pattern(data) : '';
    return toCell(data, formula === '' ? null : formula, pattern !== '' && numfmt.isDateFormat(pattern));
  }

  /** The number format of a cell, '' for none. */
  private pattern(data: ICellData): string {
    return this.sheet.getWorkbook().getStyles().getStyleByCell(data)?.n?.pattern ?? '';
  }

  /** One cell with whether it is merged, as a snapshot holds it. */
  snapshot(row: number, column: number): Cell {
    const cell = this.cell(row, column);
    return this.sheet.getSheet().getMergedCell(row - 1, column - 1) ? { ...cell, merged: true } : cell;
  }

  readonly isBlank = (row: number, column: number): boolean => {
    const cell = this.cell(row, column);
    return cell.formula === undefined && cell.error === undefined && (cell.value === null || cell.value === '');
  };

  /** What a cell shows as a header: its value as text. */
  readonly text = (row: number, column: number): string => {
    const { value } = this.cell(row, column);
    return value === null ? '' : String(value);
  };

  /** Every cell that holds something. */
  all(): CellsByPlace {
    const cells = new Map<string, Cell>();
    this.sheet
      .getSheet()
      .getCellMatrix()
      .forValue((row, column) => {
        if (!this.isBlank(row + 1, column + 1))
          cells.set(placeKey(row + 1, column + 1), this.cell(row + 1, column + 1));
      });
    return cells;
  }

  /** Sheet rows that are hidden, of those named. */
  hidden(from: number, to: number): readonly number[] {
    const rows: number[] = [];
    for (let row = from; row <= to; row += 1) if (!this.sheet.getSheet().getRowVisible(row - 1)) rows.push(row);
    return rows;
  }
}
