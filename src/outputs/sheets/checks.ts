/** Checks: what is compared, what it is and should be, a lamp, and what to do. Formulas: they stay live. */
import type { FormulaValue, SheetSpec } from '../../workbook/workbook';
import { plain } from '../amounts';
import { cachedOf, OK, OURS, type Check } from '../check';
import type { Figures } from '../figures';
import { lamp, SHAPE, tableLamp } from '../lamps';
import { absolute, address, heading, letters, newPage, put, type Page } from '../page';
import { SHEET_NAMES, toSheet } from '../sheet';
import { writeTable, type OutTable } from '../table';
import { checksTable, FAILS, READ } from '../tables/checks';
import { triedTable } from '../tables/tried';
import { applies, failing, type Tried } from '../tried';
import { triedSection } from '../tried-section';

const HEADER_ROW = 6;
const INDENT = { indent: 1 } as const;
const COLUMNS = ['Check', 'Compares', 'Is', 'Should be', 'Tolerance', 'Lamp', 'What to do'] as const;
const WIDTHS = [2, 44, 30, 18, 18, 11, 12, 40] as const;
const [IS, SHOULD, TOLERANCE, LAMP, LAST] = [4, 5, 6, 7, 8] as const;
const TABLE_COLUMN = LAST + 2;
const TRIED_COLUMN = TABLE_COLUMN + checksTable.columns.length + 1;
/** The cell of the master lamp, named BIM_Check. */
export const MASTER = { row: 4, column: 3 } as const;

/** Writes the checks, and what was tried on the model; gives the sheet and the master lamp for the other sheets to quote. */
export function checksSheet(
  figures: Figures,
  checks: readonly Check[],
  stamp: string,
  tried: readonly Tried[] = [],
): CheckedSheet {
  const page = newPage(figures, HEADER_ROW + 1);
  heading(page, 'Checks', 'Every check of this run. Formulas: they stay live. One failure turns every lamp', stamp);
  header(page);
  let group = '';
  for (const check of checks) {
    if (check.group !== group) band(page, check.group);
    group = check.group;
    writeCheck(page, check);
  }
  triedSection(page, tried);
  const frame = {
    lastColumn: LAST,
    lastRow: page.next - 1,
    freeze: [HEADER_ROW + 1, 3],
    titleRows: [1, HEADER_ROW],
  } as const;
  const widths = [...WIDTHS, 2, ...writeTable(page, checksTable, HEADER_ROW, TABLE_COLUMN)];
  widths.push(2, ...writeTable(page, triedTable, HEADER_ROW, TRIED_COLUMN));
  const text = masterText(page);
  page.heights[MASTER.row] = 24;
  put(page, MASTER.row, 2, 'All checks', 'heading');
  lamp(page, MASTER.row, MASTER.column, { formula: masterFormula(page), cached: text });
  const master = { formula: `=${SHEET_NAMES.checks}!${absolute(MASTER.row, MASTER.column)}`, cached: text };
  const lampOf: LampOf = (title) => {
    const found = page.checks.find((check) => check.title === title);
    return found
      ? { formula: `=LEFT(${SHEET_NAMES.checks}!${found.lamp.formula.slice(1)},1)`, cached: shapeOf(found.lamp) }
      : null;
  };
  return { sheet: toSheet(page, { key: 'checks', widths, ...frame }), master, lampOf };
}

const shapeOf = ({ cached }: FormulaValue): string => (typeof cached === 'string' ? cached.charAt(0) : '');

/** The shape of a check's lamp by its title, for the sheet that holds what is checked; null where there is no such check. */
export type LampOf = (title: string) => FormulaValue | null;

interface CheckedSheet {
  readonly sheet: SheetSpec;
  readonly master: FormulaValue;
  readonly lampOf: LampOf;
}

function header(page: Page): void {
  COLUMNS.forEach((text, index) => {
    const figure = index >= 2 && index <= 4;
    put(page, HEADER_ROW, index + 2, text, figure ? 'headerRight' : 'header', figure ? {} : INDENT);
  });
}

function band(page: Page, title: string): void {
  for (let column = 2; column <= LAST; column += 1)
    put(page, page.next, column, column === 2 ? title : '', 'section', INDENT);
  page.sections.push(page.next);
  page.next += 1;
}

function writeCheck(page: Page, check: Check): void {
  const row = page.next;
  page.heights[row] = 16;
  const tolerance = { number: plain(check.tolerance) };
  const lit = check.lamp(address(row, IS), address(row, SHOULD), address(row, TOLERANCE));
  const fine = lit.cached === OK && check.advice === OURS;
  put(page, row, 2, check.title, 'label', INDENT);
  put(page, row, 3, check.compares, 'member', INDENT);
  put(page, row, IS, check.is, 'figure', { format: check.format });
  put(page, row, SHOULD, check.should, 'figure', { format: check.format });
  put(page, row, TOLERANCE, tolerance, 'figure', { format: 'General' });
  tableLamp(page, row, LAMP, lit);
  put(page, row, LAST, fine ? '' : check.advice, 'unit', INDENT);
  page.checks.push({
    title: check.title,
    compares: check.compares,
    is: link(row, IS, cachedOf(check.is)),
    should: link(row, SHOULD, cachedOf(check.should)),
    tolerance: link(row, TOLERANCE, tolerance),
    lamp: link(row, LAMP, lit.cached),
  });
  page.next += 1;
}

const link = (row: number, column: number, cached: FormulaValue['cached']): FormulaValue => ({
  formula: `=${address(row, column)}`,
  cached,
});

const counted = (page: Page, word: string): number => page.checks.filter((check) => check.lamp.cached === word).length;

/** What the master lamp counts: checks of the run, and properties that apply to the model. */
const allCounted = ({ checks, tried }: Page): string => String(checks.length + tried.filter(applies).length);

function masterText(page: Page): string {
  const all = allCounted(page);
  const [fails, reads] = [counted(page, FAILS) + page.tried.filter(failing).length, counted(page, READ)];
  if (fails > 0) return `${SHAPE.bad} ${String(fails)} of ${all} fail`;
  return reads > 0 ? `${SHAPE.careful} ${all} checks, ${String(reads)} to read` : `${SHAPE.good} All ${all} OK`;
}

/** The sum of a column of a flat table. */
function flags(table: OutTable, header: string, first: number, rows: number): string {
  const column = letters(first + table.columns.findIndex((each) => each.header === header));
  return `SUM(${column}${String(HEADER_ROW + 1)}:${column}${String(HEADER_ROW + rows)})`;
}

/** Adds up the flags of the flat tables. */
function masterFormula(page: Page): string {
  const all = allCounted(page);
  const reads = flags(checksTable, 'To read', TABLE_COLUMN, page.checks.length);
  const ofRun = flags(checksTable, 'Fails', TABLE_COLUMN, page.checks.length);
  const ofModel = flags(triedTable, 'Fails', TRIED_COLUMN, page.tried.length);
  const fails = page.tried.length === 0 ? ofRun : `(${ofRun}+${ofModel})`;
  const read = `IF(${reads}>0,"${SHAPE.careful} ${all} checks, "&${reads}&" to read","${SHAPE.good} All ${all} OK")`;
  return `=IF(${fails}>0,"${SHAPE.bad} "&${fails}&" of ${all} fail",${read})`;
}
