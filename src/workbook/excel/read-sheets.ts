/** Every sheet with its formulas, hidden ones too: one round trip for where they reach, then their cells in loads. */
import { isMarkName } from '../mark';
import type { SheetCell, SheetRead, SheetsRead } from '../sheets-read';
import { cellsOf, type Matrices } from './cells';
import type { Session } from './session';
import { LARGEST_LOAD } from './steps';

/** What a cell costs in an answer: value, formula, type and format. */
const CELL = 60;

interface Asked {
  readonly sheet: Excel.Worksheet;
  readonly used: Excel.Range;
}

/** Rows [from, to] of a used range, from 0. */
interface Piece {
  readonly range: Excel.Range;
  readonly bytes: number;
}

export async function readSheets({ context, send }: Session): Promise<SheetsRead> {
  const { worksheets, tables, names } = context.workbook;
  worksheets.load('items/id,items/name,items/visibility');
  tables.load('items/id,items/name');
  names.load('items/name,items/formula');
  await send();
  const asked = worksheets.items.map((sheet): Asked => {
    const used = sheet.getUsedRangeOrNullObject(true);
    used.load('rowIndex,columnIndex,rowCount,columnCount');
    return { sheet, used };
  });
  const laid = tables.items.map((table) => {
    const range = table.getRange();
    range.load('rowIndex,columnIndex,rowCount,columnCount');
    range.worksheet.load('id');
    return { name: table.name, range };
  });
  await send();
  const read = await cellsRead(asked, send);
  return {
    sheets: asked.map(({ sheet }, n): SheetRead => ({
      name: sheet.name,
      hidden: sheet.visibility !== 'Visible',
      cells: read[n] ?? [],
      tables: laid
        .filter(({ range }) => range.worksheet.id === sheet.id)
        .map(({ name, range }) => ({
          name,
          top: range.rowIndex + 1,
          left: range.columnIndex + 1,
          bottom: range.rowIndex + range.rowCount,
          right: range.columnIndex + range.columnCount,
        })),
    })),
    names: names.items
      .filter((item) => !isMarkName(item.name))
      .map((item) => ({ name: item.name, refersTo: String(item.formula) })),
  };
}

/** The cells of each sheet, asked for in loads that Excel gives in one answer. */
async function cellsRead(
  asked: readonly Asked[],
  send: () => Promise<void>,
): Promise<readonly (readonly SheetCell[])[]> {
  const pieces = asked.map(({ used }) => (used.isNullObject ? [] : piecesOf(used)));
  let room = LARGEST_LOAD;
  for (const { range, bytes } of pieces.flat()) {
    if (bytes > room) {
      await send(); // what is asked for so far is as much as Excel gives
      room = LARGEST_LOAD;
    }
    range.load('values,formulas,valueTypes,numberFormat,rowIndex,columnIndex');
    room -= bytes;
  }
  await send();
  return pieces.map((all) => all.flatMap(({ range }) => cellsIn(range)));
}

function piecesOf(used: Excel.Range): readonly Piece[] {
  const most = Math.max(1, Math.floor(LARGEST_LOAD / (used.columnCount * CELL)));
  return Array.from({ length: Math.ceil(used.rowCount / most) }, (_, n) => {
    const [from, to] = [n * most, Math.min(used.rowCount, (n + 1) * most) - 1];
    return {
      range: used.getCell(from, 0).getBoundingRect(used.getCell(to, used.columnCount - 1)),
      bytes: (to - from + 1) * used.columnCount * CELL,
    };
  });
}

function cellsIn(range: Excel.Range): readonly SheetCell[] {
  const matrices: Matrices = {
    values: range.values as unknown[][],
    formulas: range.formulas as unknown[][],
    types: range.valueTypes,
    formats: range.numberFormat as unknown[][],
  };
  return cellsOf(matrices).flatMap((row, r) =>
    row.flatMap((cell, c): readonly SheetCell[] => {
      if (cell.value === null && cell.formula === undefined && cell.error === undefined) return [];
      const format = matrices.formats[r]?.[c];
      const place = { row: range.rowIndex + r + 1, column: range.columnIndex + c + 1 };
      return [{ ...cell, ...place, ...(typeof format === 'string' ? { format } : {}) }];
    }),
  );
}
