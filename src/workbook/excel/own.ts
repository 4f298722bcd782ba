/** What is known of the sheets that carry our mark, before any of them is written again. */
import { isInput } from '../basis';
import { contentHash, UNFINISHED, type Mark } from '../mark';
import { contentOf } from './content';
import type { View } from './look';
import { sourcesIn, type Source } from './sources';

/** A table as it lies, 1-based, header included. */
export interface Laid {
  readonly id: string;
  readonly name: string;
  readonly sheetId: string;
  readonly row: number;
  readonly column: number;
  readonly rows: number;
  readonly columns: number;
}

/** A sheet of ours. */
export interface Own {
  readonly id: string;
  readonly content: string;
  readonly isProtected: boolean;
  /** True where a filter lies over it that belongs to no table. */
  readonly isFiltered: boolean;
  /** Last used row, 0 where the sheet is empty. */
  readonly lastRow: number;
  readonly charts: readonly string[];
}

/** What was met in earlier conversations and can be asked for at once: ids of sheets of ours and of tables, and the inputs. */
export interface Memory {
  readonly sheets: readonly string[];
  readonly tables: readonly string[];
  readonly inputs: readonly Source[];
  /** True where the inputs are more than Excel gives in one answer. */
  readonly large: boolean;
}

export const NOTHING: Memory = { sheets: [], tables: [], inputs: [], large: false };

/** What the workbook shows to be ours: sheets with a mark, and every table of the contract. */
export const recall = (view: View): Omit<Memory, 'large'> => ({
  sheets: view.marks.flatMap((mark) =>
    view.sheets.filter((sheet) => sheet.name === mark.sheet).map((sheet) => sheet.id),
  ),
  tables: view.tables.filter((table) => /^BIM_/i.test(table.name)).map((table) => table.id),
  inputs: sourcesIn(view).filter(isInputSource),
});

const isInputSource = (source: Source): boolean => source.kind === 'bound' || isInput(source.table);

type Owned = Pick<Memory, 'sheets' | 'tables'>;

/** What is asked for now and was not before. */
export const beyond = (now: Owned, before: Owned): Owned => ({
  sheets: now.sheets.filter((id) => !before.sheets.includes(id)),
  tables: now.tables.filter((id) => !before.tables.includes(id)),
});

/** Asks for sheets and tables; the answer is taken after the round trip. */
export function askOwn(context: Excel.RequestContext, { sheets, tables }: Owned): () => { owns: Own[]; laid: Laid[] } {
  const askedSheets = sheets.map((id) => askSheet(context, id));
  const askedTables = tables.map((id) => askTable(context, id));
  return () => ({ owns: askedSheets.map(takeSheet), laid: askedTables.map(takeTable) });
}

interface AskedSheet {
  readonly id: string;
  readonly used: Excel.Range;
  readonly charts: Excel.ChartCollection;
  readonly protection: Excel.WorksheetProtection;
  readonly autoFilter: Excel.AutoFilter;
}

function askSheet(context: Excel.RequestContext, id: string): AskedSheet {
  const sheet = context.workbook.worksheets.getItem(id);
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('formulas,rowIndex,columnIndex,rowCount');
  const { charts, protection, autoFilter } = sheet;
  autoFilter.load('enabled');
  charts.load('items/name');
  protection.load('protected');
  return { id, used, charts, protection, autoFilter };
}

const takeSheet = ({ id, used, charts, protection, autoFilter }: AskedSheet): Own => ({
  id,
  content: contentHash(used.isNullObject ? [] : contentOf(used)),
  isProtected: protection.protected,
  isFiltered: autoFilter.enabled,
  lastRow: used.isNullObject ? 0 : used.rowIndex + used.rowCount,
  charts: charts.items.map((chart) => chart.name),
});

interface AskedTable {
  readonly id: string;
  readonly table: Excel.Table;
  readonly range: Excel.Range;
  readonly worksheet: Excel.Worksheet;
}

function askTable(context: Excel.RequestContext, id: string): AskedTable {
  const table = context.workbook.tables.getItem(id);
  table.load('name');
  const range = table.getRange();
  range.load('rowIndex,columnIndex,rowCount,columnCount');
  const { worksheet } = table;
  worksheet.load('id');
  return { id, table, range, worksheet };
}

const takeTable = ({ id, table, range, worksheet }: AskedTable): Laid => ({
  id,
  name: table.name,
  sheetId: worksheet.id,
  row: range.rowIndex + 1,
  column: range.columnIndex + 1,
  rows: range.rowCount,
  columns: range.columnCount,
});

/** Whether a user has changed a sheet since it was written. A sheet left unfinished is ours still. */
export const isChanged = (mark: Mark, own: Own): boolean => mark.hash !== UNFINISHED && mark.hash !== own.content;
