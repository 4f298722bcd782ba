/** What inputs are read from: tables, and ranges that stand in the place of one. */
import { bindingsIn, boundTable, isBroken, type Binding } from '../bindings';
import type { Cell, TableSnapshot } from '../workbook';
import { rowsOf } from './a1';
import { cellsOf } from './cells';
import { Plain } from './errors';
import type { Table, View } from './look';

export type Source =
  { readonly kind: 'table'; readonly table: Table } | { readonly kind: 'bound'; readonly binding: Binding };

/** Every table of the contract; a range that is bound stands before the table of its name. */
export function sourcesIn(view: View): readonly Source[] {
  const bound = bindingsIn(view.names).filter((binding) => !isBroken(binding));
  const tables = view.tables.filter((table) => /^BIM_/i.test(table.name));
  return [
    ...bound.map((binding) => ({ kind: 'bound', binding }) as const),
    ...tables.map((table) => ({ kind: 'table', table }) as const),
  ];
}

export const nameOf = (source: Source): string =>
  source.kind === 'table' ? source.table.name : `${source.binding.name} (${source.binding.table})`;

/** Where a source lies. A bound range is cut to what is used of it, so whole columns can be bound. */
export function rangeOf({ workbook }: Excel.RequestContext, source: Source): Excel.Range {
  return source.kind === 'table'
    ? workbook.tables.getItem(source.table.id).getRange()
    : workbook.names.getItem(source.binding.name).getRangeOrNullObject().getUsedRangeOrNullObject(true);
}

/** A source that was asked for: in one piece, or in several of so many rows. */
export interface Asked {
  readonly source: Source;
  readonly range: Excel.Range;
  readonly pieces: readonly Excel.Range[];
  readonly visible: Excel.RangeAreas;
  readonly worksheet: Excel.Worksheet;
  readonly columns: Excel.TableColumnCollection | null;
}

/** Asks for the frame of a source, and for its cells where `whole`; pieces are asked for by {@link askPiece}. */
export function askSource(context: Excel.RequestContext, source: Source, whole: boolean): Asked {
  const range = rangeOf(context, source);
  range.load('rowIndex,columnIndex');
  if (whole) range.load('values,formulas,valueTypes,numberFormat');
  const visible = range.getSpecialCellsOrNullObject('Visible');
  visible.load('address');
  const { worksheet } = range;
  worksheet.load('name');
  const columns = source.kind === 'table' ? context.workbook.tables.getItem(source.table.id).columns : null;
  columns?.load('items/name');
  return { source, range, pieces: whole ? [range] : [], visible, worksheet, columns };
}

/** Rows `from` to `to` (from 0) of a source. */
export function askPiece(context: Excel.RequestContext, source: Source, from: number, to: number): Excel.Range {
  const range = rangeOf(context, source);
  const piece = range.getRow(from).getBoundingRect(range.getRow(to));
  piece.load('values,formulas,valueTypes,numberFormat');
  return piece;
}

/** A source as it was given; null where a bound range holds nothing. */
export function takeSource(asked: Asked): TableSnapshot | null {
  const { source, range, worksheet } = asked;
  if (source.kind === 'bound' && range.isNullObject) return null;
  const cells = asked.pieces.flatMap((piece) => cellsIn(piece, source));
  const frame = { sheet: worksheet.name, row: range.rowIndex + 1, column: range.columnIndex + 1 };
  if (source.kind === 'bound') {
    const hiddenRows = hiddenIn(asked, frame.row + 1, frame.row + cells.length - 1);
    return boundTable(source.binding, { ...frame, cells, hiddenRows });
  }
  return tableOf(asked, source.table, frame, cells);
}

/** A table without its row of totals, which is not part of the model. */
function tableOf(
  asked: Asked,
  table: Table,
  { sheet, row, column }: { readonly sheet: string; readonly row: number; readonly column: number },
  cells: readonly (readonly Cell[])[],
): TableSnapshot {
  const from = table.headers ? 1 : 0;
  const until = cells.length - (table.totals ? 1 : 0);
  const header = row - 1 + from;
  const hiddenRows = hiddenIn(asked, header + 1, header + until - from);
  return {
    name: table.name,
    sheet,
    row: header,
    column,
    headers: (asked.columns?.items ?? []).map((one) => one.name),
    rows: cells.slice(from, until),
    ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
  };
}

/** Rows from `first` to `last` that are in no visible area. */
function hiddenIn({ visible }: Asked, first: number, last: number): readonly number[] {
  const areas = rowsOf(visible.isNullObject ? '' : visible.address);
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, n) => first + n);
  return rows.filter((row) => !areas.some(([from, to]) => from <= row && row <= to));
}

function cellsIn(range: Excel.Range, source: Source): readonly (readonly Cell[])[] {
  if (!wasGiven(range.values))
    throw new Plain(`Excel gave no values for ${nameOf(source)}: it is too large to be read. Nothing was changed.`);
  return cellsOf({
    values: range.values,
    formulas: range.formulas,
    types: range.valueTypes,
    formats: range.numberFormat,
  });
}

/** Office.js gives null in place of the values of very large ranges, whatever its types say. */
const wasGiven = (values: unknown): boolean => Array.isArray(values);
