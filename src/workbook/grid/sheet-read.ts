/** A sheet of Univer with its formulas, as a reviewer reads it. */
import type { FWorksheet } from '@univerjs/preset-sheets-core';
import type { SheetCell, SheetRead } from '../sheets-read';
import type { Keeping } from './keeping';
import { SheetCells } from './sheet-cells';

export function sheetRead(sheet: FWorksheet, keeping: Keeping | undefined): SheetRead {
  const cells = [...new SheetCells(sheet).all()].map(([place, cell]): SheetCell => {
    const [row = 1, column = 1] = place.split(',').map(Number);
    const format = sheet.getRange(row - 1, column - 1).getNumberFormat();
    return { ...cell, row, column, format };
  });
  return {
    name: sheet.getSheetName(),
    hidden: sheet.isSheetHidden(),
    cells,
    tables: (keeping?.tables ?? []).map(({ table }) => table),
  };
}
