/**
 * Changes that Realise makes itself: sheets put in and taken out, names set. They go past Univer's undo list,
 * so that undo gives back what the user did, and nothing else.
 */
import type { ICellData, IObjectMatrixPrimitiveType, ISheetDataValidationRule } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { ConditionRule } from './rules';
import type { RangeSpec } from '../workbook';
import type { LiveTable } from './tables';
import type { NewSheetData } from './written';

/** What is put into a workbook as one sheet. */
export interface NewSheet {
  readonly data: NewSheetData;
  readonly index: number;
  readonly conditions: readonly ConditionRule[];
  readonly validations: readonly ISheetDataValidationRule[];
}

/** Puts a sheet in. */
export async function insertSheet(api: FUniver, unitId: string, sheet: NewSheet): Promise<void> {
  const subUnitId = sheet.data.id;
  await api.executeCommand('sheet.mutation.insert-sheet', { unitId, index: sheet.index, sheet: sheet.data });
  for (const rule of sheet.conditions)
    await api.executeCommand('sheet.mutation.add-conditional-rule', { unitId, subUnitId, rule });
  for (const rule of sheet.validations)
    await api.executeCommand('data-validation.mutation.addRule', { unitId, subUnitId, rule });
}

/** Takes a sheet out. */
export async function removeSheet(api: FUniver, unitId: string, subUnitId: string, subUnitName: string): Promise<void> {
  await api.executeCommand('sheet.mutation.remove-sheet', { unitId, subUnitId, subUnitName });
}

/** Defines a name, or what it refers to anew. */
export async function setName(api: FUniver, unitId: string, name: string, reference: string): Promise<void> {
  await api.executeCommand('formula.mutation.set-defined-name', {
    unitId,
    id: name,
    name,
    formulaOrRefString: reference,
  });
}

const letters = (column: number): string =>
  (column <= 26 ? '' : letters(Math.floor((column - 1) / 26))) + String.fromCharCode(65 + ((column - 1) % 26));
const corner = ([row, column]: readonly [number, number]): string => `$${letters(column)}$${String(row)}`;

/** A range as a name refers to it: 'My sheet'!$B$2:$C$9. */
export function absoluteRange(sheet: string, { from, to }: RangeSpec): string {
  const end = from[0] === to[0] && from[1] === to[1] ? '' : `:${corner(to)}`;
  return `'${sheet.replaceAll("'", "''")}'!${corner(from)}${end}`;
}

/** Rows that a table has grown into take the looks of the row above them, as Excel's do. */
export async function dressGrown(
  api: FUniver,
  unitId: string,
  subUnitId: string,
  before: readonly LiveTable[],
  now: readonly LiveTable[],
): Promise<void> {
  const sheet = api.getActiveWorkbook()?.getSheetBySheetId(subUnitId)?.getSheet();
  const cellValue: IObjectMatrixPrimitiveType<ICellData> = {};
  now.forEach(({ table }, index) => {
    const was = before[index]?.table.bottom ?? table.bottom;
    for (let row = was + 1; row <= table.bottom; row += 1) {
      const line: Record<number, ICellData> = {};
      for (let column = table.left; column <= table.right; column += 1) {
        const style = sheet?.getCellRaw(was - 1, column - 1)?.s;
        if (style !== undefined && style !== null) line[column - 1] = { s: style };
      }
      cellValue[row - 1] = line;
    }
  });
  if (Object.keys(cellValue).length === 0) return;
  await api.executeCommand('sheet.mutation.set-range-values', { unitId, subUnitId, cellValue }, { onlyLocal: true });
}
