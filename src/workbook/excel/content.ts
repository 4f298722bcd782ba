/** What stands in a sheet, as content for the hash of its mark. */
import type { Content } from '../mark';
import type { SheetSpec } from '../workbook';
import { expected } from './text';

/** A used range as Office.js gives it; rows and columns from 0. */
export interface Used {
  readonly formulas: readonly (readonly unknown[])[];
  readonly rowIndex: number;
  readonly columnIndex: number;
}

/** The content of a sheet that was read. */
export function contentOf({ formulas, rowIndex, columnIndex }: Used): readonly Content[] {
  return formulas.flatMap((row, r) =>
    row.flatMap((content, c) =>
      typeof content === 'string' || typeof content === 'number' || typeof content === 'boolean'
        ? [{ row: rowIndex + r + 1, column: columnIndex + c + 1, content }]
        : [],
    ),
  );
}

/** The content of a sheet that is to be written. */
export const contentOfSpec = (spec: SheetSpec): readonly Content[] =>
  spec.cells.map((cell) => ({ row: cell.row, column: cell.column, content: expected(cell.value) }));
