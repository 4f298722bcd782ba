/** Reading back what was written, in the batch that wrote it: text that became a formula is found before anybody uses it. */
import { contentHash, plain, type Content } from '../mark';
import type { CellSpec, Report, SheetSpec } from '../workbook';
import { cellAddress } from './a1';
import { contentOf, contentOfSpec } from './content';
import { Plain } from './errors';
import { putMark, type Names } from './names';
import type { Session } from './session';
import { LARGEST_LOAD } from './steps';
import { expected } from './text';

/** What a written sheet turned out to hold. */
export interface Check {
  readonly spec: SheetSpec;
  readonly hash: string;
  readonly faults: readonly string[];
  readonly sheetId: string;
  readonly tableIds: readonly string[];
  /** Charts with fewer or more series than they were given. */
  readonly poor: readonly string[];
}

/** Rows of a sheet that are read back together, and what their answer costs. */
export interface Band {
  readonly from: number;
  readonly to: number;
  readonly bytes: number;
}

const LAST_ROW = 1_048_576;
/** What a cell of a matrix costs besides its content. */
const COMMA = 8;

/** The rows of a sheet in bands, none of which is more than a load: an answer is about as large as what was written. */
export function bandsOf({ cells }: SheetSpec, largest = LARGEST_LOAD): readonly Band[] {
  const rows = new Map<number, number>();
  for (const { row, value } of cells) rows.set(row, (rows.get(row) ?? 0) + COMMA + String(expected(value)).length);
  const bands: Band[] = [];
  for (const [row, bytes] of [...rows].sort(([a], [b]) => a - b)) {
    const last = bands.at(-1);
    if (last === undefined || last.bytes + bytes > largest) bands.push({ from: row, to: row, bytes });
    else bands[bands.length - 1] = { from: last.from, to: row, bytes: last.bytes + bytes };
  }
  // Together they are the whole sheet, so that what else stands in it is found as well.
  return bands.map((band, n) => ({
    ...band,
    from: n === 0 ? 1 : band.from,
    to: bands[n + 1] === undefined ? LAST_ROW : (bands[n + 1]?.from ?? 0) - 1,
  }));
}

export interface Asked {
  readonly spec: SheetSpec;
  readonly sheet: Excel.Worksheet;
  readonly tables: Excel.TableCollection;
  /** What is used of each band. */
  readonly bands: readonly Excel.Range[];
  /** Texts that begin as formulas do: `formulas` gives both alike, only the value tells. */
  readonly tempting: readonly (readonly [cell: CellSpec, range: Excel.Range])[];
  /** Series of each chart, as Excel counts them. */
  readonly series: readonly (readonly [name: string, wanted: number, count: Excel.ChartSeriesCollection])[];
}

/** Asks for a band of a sheet. */
export function askBand(context: Excel.RequestContext, spec: SheetSpec, { from, to }: Band): Excel.Range {
  const sheet = context.workbook.worksheets.getItem(spec.name);
  const used = sheet.getRange(`${String(from)}:${String(to)}`).getUsedRangeOrNullObject(true);
  used.load('formulas,rowIndex,columnIndex');
  return used;
}

/** Asks for all the rest of a sheet, once its bands were asked for. */
export function askBack(
  context: Excel.RequestContext,
  spec: SheetSpec,
  bands: readonly Excel.Range[],
  charts: boolean,
): Asked {
  const sheet = context.workbook.worksheets.getItem(spec.name);
  sheet.load('id');
  const { tables } = sheet;
  tables.load('items/id');
  const tempting = spec.cells.flatMap((cell) => {
    if (isFormula(cell) || !String(expected(cell.value)).startsWith('=')) return [];
    const range = sheet.getRange(cellAddress(cell.row, cell.column));
    range.load('values');
    return [[cell, range] as const];
  });
  return { spec, sheet, tables, bands, tempting, series: charts ? seriesOf(sheet, spec) : [] };
}

const seriesOf = (sheet: Excel.Worksheet, { charts }: SheetSpec): Asked['series'] =>
  charts
    .filter((chart) => chart.series.length > 0)
    .map((chart) => {
      const { series } = sheet.charts.getItem(chart.name);
      series.load('count');
      return [chart.name, chart.series.length, series] as const;
    });

export function takeBack({ spec, sheet, tables, bands, tempting, series }: Asked): Check {
  const content = bands.flatMap((used) => (used.isNullObject ? [] : contentOf(used)));
  const { hash, faults } = compare(spec, content);
  const computed = tempting
    .filter(([cell, range]) => range.values[0]?.[0] !== expected(cell.value))
    .map(([cell]) => `${spec.name}!${cellAddress(cell.row, cell.column)}`);
  return {
    spec,
    hash,
    faults: [...faults, ...computed],
    sheetId: sheet.id,
    tableIds: tables.items.map((table) => table.id),
    poor: series.filter(([, wanted, found]) => found.count !== wanted).map(([name]) => name),
  };
}

const isFormula = ({ value }: CellSpec): boolean => typeof value === 'object' && 'formula' in value;

/** Addresses of cells that Excel did not keep as written: above all, text that became a formula. */
function compare(spec: SheetSpec, content: readonly Content[]): Pick<Check, 'hash' | 'faults'> {
  const found = new Map(content.map((cell) => [cellAddress(cell.row, cell.column), cell.content]));
  const faults = spec.cells
    .map((cell) => [cell, cellAddress(cell.row, cell.column)] as const)
    .filter(([cell, address]) => !isAsWritten(cell, found.get(address) ?? ''))
    .map(([, address]) => `${spec.name}!${address}`);
  return { hash: contentHash(content), faults };
}

/** Formulas may come back in other words (Excel drops quotes and a leading plus); text and numbers may not. */
function isAsWritten(cell: CellSpec, found: string | number | boolean): boolean {
  if (isFormula(cell)) return typeof found === 'string' && found.startsWith('=');
  return plain(expected(cell.value)) === plain(found);
}

/** Refuses where content was lost; puts right the marks of sheets whose formulas Excel worded otherwise. */
export async function settle(session: Session, report: Report, found: readonly Check[], names: Names): Promise<void> {
  const faults = found.flatMap((one) => one.faults);
  if (faults.length > 0) {
    throw new Plain(
      `All sheets were written, but Excel did not keep ${String(faults.length)} cells as they were given, first ${faults[0] ?? ''}. ` +
        'The results in the pane are right; do not use those cells. Your own sheets were not touched.',
    );
  }
  const reworded = found.filter(({ spec, hash }) => hash !== hashOfSpec(spec));
  if (reworded.length === 0) return;
  for (const { spec, hash } of reworded) putMark(names, { key: spec.key, sheet: spec.name, stamp: report.stamp, hash });
  await session.send();
}

const hashOfSpec = (spec: SheetSpec): string => contentHash(contentOfSpec(spec));
