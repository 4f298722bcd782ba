/**
 * The sheets that would be written: drafted from a run, some left out on request, and compared with
 * the result tables that stand in the workbook now.
 */
import type {
  Cell,
  CellSpec,
  Report,
  SheetSpec,
  Snapshot,
  TableSnapshot,
  TableSpec,
  WrittenValue,
} from '../workbook/workbook';
import { plainName } from './changes';

/** The report with some sheets left out: what pointed at them keeps its value and loses its formula or link. */
export function withoutSheets(report: Report, keys: readonly string[]): Report {
  const kept = report.sheets.filter((sheet) => !keys.includes(sheet.key));
  if (kept.length === report.sheets.length) return report;
  const out = report.sheets.filter((sheet) => keys.includes(sheet.key)).map((sheet) => sheet.name);
  const names = report.names.filter((name) => !out.includes(name.sheet));
  const lost = [
    ...out.flatMap(sheetMarks),
    ...report.names.filter((name) => out.includes(name.sheet)).map((name) => name.name),
  ];
  const open = kept.some((sheet) => sheet.name === report.open || sheet.key === report.open)
    ? report.open
    : (kept[0]?.name ?? report.open);
  return {
    ...report,
    names,
    open,
    sheets: kept.map((sheet) => ({ ...sheet, cells: sheet.cells.map((cell) => detached(cell, lost)) })),
  };
}

const sheetMarks = (name: string): readonly string[] => [`${name}!`, `'${name.replaceAll("'", "''")}'!`];

function detached(cell: CellSpec, lost: readonly string[]): CellSpec {
  const { value } = cell;
  if (typeof value === 'string') return cell;
  if ('formula' in value && lost.some((mark) => value.formula.includes(mark))) return { ...cell, value: value.cached };
  if ('link' in value && lost.some((mark) => value.link.includes(mark))) return { ...cell, value: value.text };
  return cell;
}

/** One figure that a write would change. */
export interface FigureChange {
  readonly sheet: string;
  readonly label: string;
  readonly now: string;
  readonly next: string;
}

/** Figures of the result tables that differ from what is in the workbook, and how many were compared. */
export function figuresThatChange(
  report: Report,
  snapshot: Snapshot,
): { readonly changes: readonly FigureChange[]; readonly compared: number } {
  const standing = new Map(snapshot.tables.map((table) => [table.name.toLowerCase(), table]));
  const pairs = report.sheets.flatMap((sheet) =>
    sheet.tables.map((table) => ({ sheet, table, now: standing.get(table.name.toLowerCase()) })),
  );
  const compared = pairs.flatMap(({ sheet, table, now }) => (now === undefined ? [] : compareTable(sheet, table, now)));
  return { changes: compared.filter((one) => !same(one.now, one.next)), compared: compared.length };
}

/** Equal as far as a workbook keeps digits: fifteen. */
function same(now: string, next: string): boolean {
  return Number(Number(now).toPrecision(15)) === Number(Number(next).toPrecision(15));
}

function compareTable(sheet: SheetSpec, table: TableSpec, now: TableSnapshot): readonly FigureChange[] {
  const cells = new Map(sheet.cells.map((cell) => [`${String(cell.row)}:${String(cell.column)}`, cell.value]));
  const rows = Array.from({ length: table.rows }, (_, row) =>
    table.headers.map((_header, column) =>
      cells.get(`${String(table.row + 1 + row)}:${String(table.column + column)}`),
    ),
  );
  const values = (row: readonly Cell[]): readonly unknown[] => row.map((cell) => cell.value);
  const keyed = new Map(now.rows.map((row) => [keyOf(now.headers, values(row)), row]));
  return rows.flatMap((row) =>
    compareRow(sheet.name, table, row, keyed.get(keyOf(table.headers, row.map(plainValue))), now.headers),
  );
}

/** Columns of numbers that tell a row from its neighbours, and are no figures themselves. */
const TELLS = /^(Year|Month|Draw|Number)$/;

/** The words of a row, its year or its number tell which it is; a blank says nothing. */
function keyOf(headers: readonly string[], values: readonly unknown[]): string {
  return values
    .filter((value, at) =>
      typeof value === 'number' ? TELLS.test(headers[at] ?? '') : typeof value === 'string' && value !== '',
    )
    .map(String)
    .join(' · ');
}

/** "Budget impact 2028"; where words tell the row, "with · visit · 2028, Cost". */
function labelOf(table: TableSpec, key: string, header: string): string {
  if (key === '') return `${plainName(table.name.replace(/^BIM_Out_/i, ''))}, ${header}`;
  return /^\d+$/.test(key) ? `${header} ${key}` : `${key}, ${header}`;
}

function plainValue(value: WrittenValue | undefined): string | number | null {
  if (value === undefined) return null;
  if (typeof value === 'string') return value;
  if ('number' in value) return Number(value.number);
  return 'formula' in value ? plainValue(value.cached) : value.text;
}

function compareRow(
  sheet: string,
  table: TableSpec,
  row: readonly (WrittenValue | undefined)[],
  standing: readonly Cell[] | undefined,
  headers: readonly string[],
): readonly FigureChange[] {
  if (standing === undefined) return [];
  const key = keyOf(table.headers, row.map(plainValue));
  return row.flatMap((value, column) => {
    const header = table.headers[column] ?? '';
    const old = standing[headers.indexOf(header)]?.value;
    const next = exactText(value);
    return typeof old === 'number' && next !== null && !TELLS.test(header)
      ? [{ sheet, label: labelOf(table, key, header), now: String(old), next }]
      : [];
  });
}

function exactText(value: WrittenValue | undefined): string | null {
  if (value === undefined || typeof value === 'string') return null;
  if ('number' in value) return value.number;
  return 'formula' in value ? exactText(value.cached) : null;
}
