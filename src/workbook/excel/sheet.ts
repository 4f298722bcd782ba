/** A whole sheet, as steps in the order in which Excel must see them: values first, then tables, looks and charts. */
import { contentHash, UNFINISHED } from '../mark';
import { COLOURS } from '../looks';
import { type CellSpec, type SheetSpec } from '../workbook';
import { cellAddress, columnLetters, rangeAddress } from './a1';
import { writeChart, type Grade } from './charts';
import { contentOfSpec } from './content';
import { can } from './features';
import { writeFormats, writeLooks } from './looks';
import { putMark, type Names } from './names';
import type { Target } from './plan';
import { writePrint } from './print';
import { writeConditions, writeNotes, writeValidations } from './rules';
import { CALL, step, type Step } from './steps';
import { dissolveTables, writeTables } from './tables';
import { written } from './text';

const TABS = { guide: 'navy', input: 'amberTab', result: 'blue', calculation: 'greyTab' } as const;
/** A pixel is three quarters of a point; a column is its characters of 7 pixels and a margin of 5. */
const widthInPoints = (characters: number): number => (characters * 7 + 5) * 0.75;
/** Largest block of cells in one call. */
const BLOCK = 400_000;

/** All steps of one sheet. The mark says "unfinished" from the first to the last of them. */
export function sheetSteps(
  context: Excel.RequestContext,
  target: Target,
  names: Names,
  { stamp, grade }: { readonly stamp: string; readonly grade: Grade },
): readonly Step[] {
  const { spec } = target;
  const sheet = (): Excel.Worksheet => context.workbook.worksheets.getItem(spec.name);
  const mark = { key: spec.key, sheet: spec.name, stamp };
  const cells = spec.cells.length;
  return [
    step(30 * CALL, () => {
      if (target.own === null) context.workbook.worksheets.add(spec.name);
      putMark(names, { ...mark, hash: UNFINISHED });
      if (target.own !== null) clear(context, sheet(), target);
      prepare(sheet(), spec);
    }),
    ...blocks(spec.cells).map(({ address, rows }) =>
      step(CALL + JSON.stringify(rows).length, () => {
        sheet().getRange(address).formulas = rows.map((row) => [...row]);
      }),
    ),
    step(CALL * (10 * spec.tables.length + 1), () => {
      writeTables(context, sheet(), target);
    }),
    step(CALL * 20 + cells * 60, () => {
      writeLinks(sheet(), spec);
      writeFormats(sheet(), spec);
      writeLooks(sheet(), spec);
      arrange(sheet(), spec);
    }),
    ...(grade === 'none' ? [] : spec.charts).map((chart) =>
      step(CALL * (40 + 30 * chart.series.length), () => {
        writeChart(sheet(), spec, chart, grade);
      }),
    ),
    step(CALL * (30 + 8 * (spec.validations.length + spec.conditions.length)), () => {
      writeValidations(sheet(), spec);
      writeConditions(sheet(), spec);
      writeNotes(context, sheet(), spec);
      writePrint(sheet(), spec);
      putMark(names, { ...mark, hash: contentHash(contentOfSpec(spec)) });
    }),
  ];
}

/** Empties a sheet of ours without deleting it: deleting clears the list of undos, and breaks formulas that point here. */
function clear(context: Excel.RequestContext, sheet: Excel.Worksheet, target: Target): void {
  const { own, spec } = target;
  // A filter would send values to other rows than meant (office-js issue 224); it is none of the sheet's content.
  if (own?.isFiltered === true) sheet.autoFilter.remove();
  for (const { id } of target.laid) context.workbook.tables.getItem(id).clearFilters();
  const ours = new Set(spec.charts.map((chart) => chart.name));
  for (const name of own?.charts ?? []) if (ours.has(name)) sheet.charts.getItem(name).delete();
  dissolveTables(context, target);
  // The level of grouped rows cannot be read, so rows that were grouped are taken out with their groups.
  if (spec.outline !== undefined && own !== null && own.lastRow > 0)
    sheet.getRange(`1:${String(own.lastRow)}`).delete('Up');
  const all = sheet.getRange();
  all.rowHidden = false;
  all.columnHidden = false;
  all.unmerge();
  all.clear('All');
  all.conditionalFormats.clearAll();
  all.dataValidation.clear();
  all.format.useStandardHeight = true;
  all.format.useStandardWidth = true;
  sheet.freezePanes.unfreeze();
  sheet.horizontalPageBreaks.removePageBreaks();
}

function prepare(sheet: Excel.Worksheet, spec: SheetSpec): void {
  sheet.tabColor = `#${COLOURS[TABS[spec.purpose]]}`;
  sheet.showGridlines = false;
  const { font } = sheet.getRange().format;
  font.name = 'Arial';
  font.size = 10;
}

interface Block {
  readonly address: string;
  readonly rows: readonly (readonly (string | number | null)[])[];
}

/** The cells as matrices of whole rows; null leaves a cell as it is, which is empty. */
export function blocks(cells: readonly CellSpec[], largest = BLOCK): readonly Block[] {
  const columns = cells.map((cell) => cell.column);
  const left = columns.reduce((a, b) => Math.min(a, b), Infinity);
  const right = columns.reduce((a, b) => Math.max(a, b), 0);
  const matrix = new Map<number, (string | number | null)[]>();
  for (const cell of [...cells].sort((a, b) => a.row - b.row)) {
    const row = matrix.get(cell.row) ?? Array.from({ length: right - left + 1 }, () => null);
    row[cell.column - left] = written(cell.value);
    matrix.set(cell.row, row);
  }
  const found: { first: number; rows: (string | number | null)[][]; bytes: number }[] = [];
  for (const [row, content] of matrix) {
    const last = found.at(-1);
    const bytes = JSON.stringify(content).length;
    if (last !== undefined && last.first + last.rows.length === row && last.bytes + bytes <= largest) {
      last.rows.push(content);
      last.bytes += bytes;
    } else found.push({ first: row, rows: [content], bytes });
  }
  return found.map(({ first, rows }) => ({
    address: rangeAddress({ from: [first, left], to: [first + rows.length - 1, right] }),
    rows,
  }));
}

/** Links inside the workbook; they come before the looks, since Excel gives a link a look of its own. */
function writeLinks(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const { row, column, value } of spec.cells) {
    if (typeof value === 'string' || !('link' in value)) continue;
    const documentReference = value.link.replace(/^[#=]+/, '');
    sheet.getRange(cellAddress(row, column)).hyperlink = {
      documentReference,
      textToDisplay: value.text,
      screenTip: documentReference,
    };
  }
}

/** Widths, heights, merged cells, frozen panes, groups. Widths are set and never fitted: fitting widens whole columns. */
function arrange(sheet: Excel.Worksheet, spec: SheetSpec): void {
  for (const { first, last, width } of widthRuns(spec.widths)) {
    sheet.getRange(`${columnLetters(first)}:${columnLetters(last)}`).format.columnWidth = widthInPoints(width);
  }
  for (const [row, points] of Object.entries(spec.heights ?? {}))
    sheet.getRange(`${row}:${row}`).format.rowHeight = points;
  for (const { row, column, span } of spec.cells) {
    if (span !== undefined && span > 1)
      sheet.getRange(rangeAddress({ from: [row, column], to: [row, column + span - 1] })).merge(false);
  }
  freeze(sheet, spec);
  if (spec.outline === undefined || !can('outline')) return;
  for (const [first, last] of spec.outline) sheet.getRange(`${String(first)}:${String(last)}`).group('ByRows');
}

function freeze(sheet: Excel.Worksheet, spec: SheetSpec): void {
  if (spec.freeze === undefined) return;
  const rows = spec.freeze[0] - 1;
  const columns = spec.freeze[1] - 1;
  if (rows > 0 && columns > 0)
    sheet.freezePanes.freezeAt(sheet.getRange(rangeAddress({ from: [1, 1], to: [rows, columns] })));
  else if (rows > 0) sheet.freezePanes.freezeRows(rows);
  else if (columns > 0) sheet.freezePanes.freezeColumns(columns);
}

function widthRuns(widths: readonly number[]): readonly { first: number; last: number; width: number }[] {
  const runs: { first: number; last: number; width: number }[] = [];
  widths.forEach((width, n) => {
    const last = runs.at(-1);
    if (last?.width === width) last.last = n + 1;
    else runs.push({ first: n + 1, last: n + 1, width });
  });
  return runs;
}
