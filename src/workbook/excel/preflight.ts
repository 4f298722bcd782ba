/** What Excel would refuse half-way is refused before anything is written. */
import type { CellSpec, SheetSpec } from '../workbook';
import { cellAddress } from './a1';
import { Plain } from './errors';
import { expected } from './text';

/** Limits of a sheet: rows, columns, characters of a cell, characters of a formula. */
const LIMITS = { rows: 1_048_576, columns: 16_384, text: 32_767, formula: 8_192 } as const;
/** Longest list that Excel takes typed into a validation itself. */
const LONGEST_LIST = 255;

export function preflight(spec: SheetSpec): void {
  for (const cell of spec.cells) {
    const fault = faultOf(cell);
    if (fault !== null) refuse(spec, `cell ${cellAddress(cell.row, cell.column)} ${fault}`);
  }
  for (const { rule } of spec.validations) {
    if (rule.kind !== 'list') continue;
    if (rule.items.join(',').length > LONGEST_LIST) refuse(spec, 'a drop-down list is longer than 255 characters');
    if (rule.items.some((item) => item.includes(','))) refuse(spec, 'an entry of a drop-down list holds a comma');
  }
}

function faultOf({ row, column, value }: CellSpec): string | null {
  if (row > LIMITS.rows || column > LIMITS.columns) return 'lies beyond the last row or column of a sheet';
  const content = expected(value);
  if (typeof content !== 'string') return null;
  const isFormula = typeof value === 'object' && 'formula' in value;
  if (isFormula && content.length > LIMITS.formula) return 'has a formula of more than 8,192 characters';
  return content.length > LIMITS.text ? 'has a text of more than 32,767 characters' : null;
}

function refuse(spec: SheetSpec, fault: string): never {
  throw new Plain(`The sheet ${spec.name} cannot be written: ${fault}. Nothing was written.`);
}
