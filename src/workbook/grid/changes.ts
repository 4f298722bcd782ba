/**
 * Changes that Realise makes itself: sheets put in and taken out, names set. They go past Univer's undo list,
 * so that undo gives back what the user did, and nothing else.
 */
import type { ISheetDataValidationRule, IWorksheetData } from '@univerjs/core';
import type { FUniver } from '@univerjs/core/facade';
import type { ConditionRule } from './rules';

/** What is put into a workbook as one sheet. */
export interface NewSheet {
  readonly data: IWorksheetData;
  readonly index: number;
  readonly conditions: readonly ConditionRule[];
  readonly validations: readonly ISheetDataValidationRule[];
}

/** Puts a sheet in. */
export async function insertSheet(api: FUniver, unitId: string, sheet: NewSheet): Promise<void> {
  const subUnitId = sheet.data.id;
  await api.executeCommand('sheet.mutation.insert-sheet', { unitId, index: sheet.index, sheet: sheet.data });
  for (const rule of sheet.conditions) await api.executeCommand('sheet.mutation.add-conditional-rule', { unitId, subUnitId, rule });
  for (const rule of sheet.validations) await api.executeCommand('data-validation.mutation.addRule', { unitId, subUnitId, rule });
}

/** Takes a sheet out. */
export async function removeSheet(api: FUniver, unitId: string, subUnitId: string, subUnitName: string): Promise<void> {
  await api.executeCommand('sheet.mutation.remove-sheet', { unitId, subUnitId, subUnitName });
}

/** Defines a name, or what it refers to anew. */
export async function setName(api: FUniver, unitId: string, name: string, reference: string): Promise<void> {
  await api.executeCommand('formula.mutation.set-defined-name', { unitId, id: name, name, formulaOrRefString: reference });
}
