/** Reading a workbook in two round trips: what there is, then what stands in it. */
import { contentHash, isMarkName, UNFINISHED, type Mark } from '../mark';
import type { OwnedSheet, Snapshot, TableSnapshot } from '../workbook';
import { rowsOf } from './a1';
import { cellsOf } from './cells';
import { contentOf } from './content';
import { Plain } from './errors';
import { look, type Table, type View } from './look';
import { recall, type Memory } from './own';
import type { Session } from './session';

/** Every table of the model, every name, and every sheet of ours with whether somebody changed it. */
export async function readSnapshot(session: Session): Promise<{ snapshot: Snapshot; met: Memory }> {
  const view = await look(session);
  const tables = view.tables
    .filter((table) => table.name.startsWith('BIM_'))
    .map((table) => askTable(session.context, table));
  const owned = view.marks.map((mark) => askOwned(session.context, view, mark));
  await session.send();
  const snapshot = {
    sheets: view.sheets.map((sheet) => sheet.name),
    tables: tables.map(takeTable),
    names: view.names.filter((name) => !isMarkName(name.name)),
    owned: owned.map(takeOwned),
    language: view.language,
    calculated: view.calculated,
  };
  return { snapshot, met: recall(view) };
}

interface AskedTable {
  readonly table: Table;
  readonly range: Excel.Range;
  readonly visible: Excel.RangeAreas;
  readonly worksheet: Excel.Worksheet;
  readonly columns: Excel.TableColumnCollection;
}

function askTable(context: Excel.RequestContext, table: Table): AskedTable {
  const item = context.workbook.tables.getItem(table.id);
  const range = item.getRange();
  range.load('values,formulas,valueTypes,numberFormat,rowIndex,columnIndex');
  const visible = range.getSpecialCellsOrNullObject('Visible');
  visible.load('address');
  const { worksheet, columns } = item;
  worksheet.load('name');
  columns.load('items/name');
  return { table, range, visible, worksheet, columns };
}

/** A table as it was given. The row of totals is not part of the model. */
function takeTable({ table, range, visible, worksheet, columns }: AskedTable): TableSnapshot {
  if (!wasGiven(range.values))
    throw new Plain(`Excel gave no values for the table ${table.name}: it is too large to be read.`);
  const from = table.headers ? 1 : 0;
  const until = range.values.length - (table.totals ? 1 : 0);
  const cells = cellsOf({
    values: range.values,
    formulas: range.formulas,
    types: range.valueTypes,
    formats: range.numberFormat,
  });
  const row = range.rowIndex + from;
  const hidden = hiddenRows(row + 1, row + until - from, visible.isNullObject ? '' : visible.address);
  return {
    name: table.name,
    sheet: worksheet.name,
    row,
    column: range.columnIndex + 1,
    headers: columns.items.map((column) => column.name),
    rows: cells.slice(from, until),
    ...(hidden.length > 0 ? { hiddenRows: hidden } : {}),
  };
}

/** Rows from `first` to `last` that are in no visible area. */
function hiddenRows(first: number, last: number, visible: string): readonly number[] {
  const areas = rowsOf(visible);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
  return rows.filter((row) => !areas.some(([from, to]) => from <= row && row <= to));
}

/** Office.js gives null in place of the values of very large ranges, whatever its types say. */
const wasGiven = (values: unknown): boolean => Array.isArray(values);

interface AskedSheet {
  readonly mark: Mark;
  readonly used: Excel.Range;
}

function askOwned(context: Excel.RequestContext, view: View, mark: Mark): AskedSheet {
  const id = view.sheets.find((sheet) => sheet.name === mark.sheet)?.id ?? mark.sheet;
  const used = context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true);
  used.load('formulas,rowIndex,columnIndex');
  return { mark, used };
}

/** A sheet of ours, compared with what was written. */
function takeOwned({ mark, used }: AskedSheet): OwnedSheet {
  const content = used.isNullObject ? [] : contentOf(used);
  const changed = mark.hash !== UNFINISHED && contentHash(content) !== mark.hash;
  return { name: mark.sheet, key: mark.key, stamp: mark.stamp, changed };
}
