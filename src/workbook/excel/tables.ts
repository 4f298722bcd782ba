/** Tables, laid over values that already stand there, so that Excel fills no column by itself. */
import type { SheetSpec, TableSpec } from '../workbook';
import { rangeAddress } from './a1';
import { can } from './features';
import type { Laid } from './own';
import type { Target } from './plan';

const lastColumn = (table: TableSpec): number => table.column + table.headers.length - 1;

/** The table that lies there now and can be stretched: formulas of the user that name it go on working. */
export function kept(target: Target, table: TableSpec): Laid | null {
  if (!can('resize') || target.spec.outline !== undefined) return null;
  const laid = target.laid.find(
    (one) => one.name === table.name && one.row === table.row && one.column === table.column,
  );
  return laid === undefined || hasFormula(target.spec, table) ? null : laid;
}

const hasFormula = (spec: SheetSpec, table: TableSpec): boolean =>
  spec.cells.some(
    (cell) =>
      typeof cell.value === 'object' &&
      'formula' in cell.value &&
      cell.row > table.row &&
      cell.row <= table.row + table.rows &&
      cell.column >= table.column &&
      cell.column <= lastColumn(table),
  );

/** Dissolves the tables of a sheet that are not kept; their cells are cleared afterwards. */
export function dissolveTables(context: Excel.RequestContext, target: Target): void {
  const stay = new Set(target.spec.tables.map((table) => kept(target, table)?.id));
  for (const { id } of target.laid) {
    if (!stay.has(id)) context.workbook.tables.getItem(id).convertToRange();
  }
}

export function writeTables(context: Excel.RequestContext, sheet: Excel.Worksheet, target: Target): void {
  for (const table of target.spec.tables) {
    const area = rangeAddress({ from: [table.row, table.column], to: [table.row + table.rows, lastColumn(table)] });
    const laid = kept(target, table);
    if (laid !== null) {
      context.workbook.tables.getItem(laid.id).resize(area);
      continue;
    }
    const item = sheet.tables.add(sheet.getRange(area), true);
    item.name = table.name;
    item.style = 'TableStyleLight1';
    item.showBandedRows = false;
    item.showFilterButton = false;
  }
}
