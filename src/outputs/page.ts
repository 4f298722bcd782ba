/**
 * The grid of a result sheet: the same period stands in the same column on every sheet, totals stand left of time,
 * so that a longer horizon moves nothing. A page is filled from top to bottom.
 */
import type {
  CellSpec,
  ChartSpec,
  ConditionSpec,
  FormulaValue,
  StyleName,
  TableSpec,
  WrittenValue,
} from '../workbook/workbook';
import { inCell, type Amount } from './amounts';
import type { Figures } from './figures';
import { letters } from './letters';
import { formulaOf } from './live-terms';
import type { Row } from './row';
import type { Tried } from './tried';

/** Margin, label, second key, unit, total of the years, baseline year, first year. */
export const COLUMN = { margin: 1, label: 2, member: 3, unit: 4, total: 5, baseline: 6, firstYear: 7 } as const;

/** A sheet in the making. `rows` remembers where each figure went, for charts and checks. */
export interface Page {
  readonly figures: Figures;
  readonly cells: CellSpec[];
  readonly conditions: ConditionSpec[];
  readonly tables: TableSpec[];
  readonly charts: ChartSpec[];
  readonly heights: Record<number, number>;
  readonly rows: Map<string, Placed>;
  readonly checks: PlacedCheck[];
  /** Properties tried on the model that stand on it: for the flat table. */
  readonly tried: Tried[];
  /** First rows of sections: where a page may break. */
  readonly sections: number[];
  /** The last printed column: the note's, or on a sheet without notes the last period's. */
  readonly last: number;
  /** The next free row. */
  next: number;
}

/** A check as it stands on its sheet: for the flat table. */
export interface PlacedCheck {
  readonly title: string;
  readonly compares: string;
  /** Links to its cells on the sheet. */
  readonly is: FormulaValue;
  readonly should: FormulaValue;
  readonly tolerance: FormulaValue;
  readonly lamp: FormulaValue;
}

/** Where a row of figures stands. */
export interface Placed {
  readonly row: number;
  readonly value: Row;
}

export const newPage = (figures: Figures, first = 1, last = noteColumn(figures)): Page => ({
  figures,
  cells: [],
  conditions: [],
  tables: [],
  charts: [],
  heights: {},
  rows: new Map(),
  checks: [],
  tried: [],
  sections: [],
  last,
  next: first,
});

/** The column of year 1, 2 …, and the last one. */
export const yearColumn = (index: number): number => COLUMN.firstYear + index;
export const lastYearColumn = (figures: Figures): number => yearColumn(figures.years.length - 1);

/** Notes stand right of the years, in L or beyond. */
export const noteColumn = (figures: Figures): number => Math.max(lastYearColumn(figures) + 1, 12);

/** Tables for linking and chart data stand right of what is printed, one column apart. */
export const dataColumn = (figures: Figures): number => noteColumn(figures) + 2;

export { letters } from './letters';
export const address = (row: number, column: number): string => `${letters(column)}${String(row)}`;
export const absolute = (row: number, column: number): string => `$${letters(column)}$${String(row)}`;

type Extra = Partial<Pick<CellSpec, 'format' | 'span' | 'indent' | 'note'>>;

export function put(
  page: Page,
  row: number,
  column: number,
  value: WrittenValue,
  style: StyleName,
  extra: Extra = {},
): void {
  page.cells.push({ row, column, value, style, ...extra });
}

/** Title, what the sheet is, and the stamp of the run (rows 1 to 3). */
export function heading(page: Page, title: string, subtitle: string, stamp: string): void {
  page.heights[1] = 27;
  put(page, 1, COLUMN.label, title, 'title');
  put(page, 2, COLUMN.label, subtitle, 'subtitle');
  put(page, 3, COLUMN.label, stamp, 'stamp');
}

/** The header of time and, below it, what each period is. */
export function periodHeader(page: Page, row: number, label: string): void {
  const { figures, last } = page;
  page.heights[row] = 16;
  page.heights[row + 1] = 12;
  const texts = new Map<number, WrittenValue>([
    [COLUMN.label, label],
    [COLUMN.unit, 'Unit'],
    [COLUMN.total, figures.span],
  ]);
  if (figures.baselineYear !== null) texts.set(COLUMN.baseline, { number: String(figures.baselineYear) });
  figures.years.forEach((year, index) => texts.set(yearColumn(index), { number: String(year) }));
  for (let column: number = COLUMN.label; column <= last; column += 1) {
    const right = column >= COLUMN.total && column <= lastYearColumn(figures);
    const text = texts.get(column) ?? (column === noteColumn(figures) ? 'Note' : '');
    const indented = column === COLUMN.label || column === noteColumn(figures);
    put(
      page,
      row,
      column,
      text,
      right ? 'headerRight' : 'header',
      typeof text === 'object' ? { format: '0' } : indented ? { indent: 1 } : {},
    );
  }
  put(page, row + 1, COLUMN.total, 'total', 'caption');
  if (figures.baselineYear !== null) put(page, row + 1, COLUMN.baseline, 'baseline', 'caption');
  figures.years.forEach((_, index) => {
    put(page, row + 1, yearColumn(index), `year ${String(index + 1)}`, 'caption');
  });
}

/** A band that opens a section; a gap stands before it. */
export function section(page: Page, title: string, unit: string, first = false): number {
  if (!first) page.next += 1;
  const row = page.next;
  page.heights[row] = 18;
  page.sections.push(row);
  for (let column: number = COLUMN.label; column <= noteColumn(page.figures); column += 1) {
    const text = column === COLUMN.label ? title : column === COLUMN.unit ? unit : '';
    put(
      page,
      row,
      column,
      text,
      column === COLUMN.unit ? 'sectionNote' : 'section',
      column === COLUMN.label ? { indent: 1 } : {},
    );
  }
  page.next += 1;
  return row;
}

export type Tone = 'plain' | 'total' | 'grand';

/** A line of figures. `key` names it for charts and checks. */
export interface Line {
  readonly key: string;
  readonly label: string;
  readonly member?: string;
  readonly unit: string;
  readonly row: Row;
  readonly format: string;
  readonly tone?: Tone;
  readonly indent?: number;
  readonly note?: string;
  /** Columns left free, for lamps. */
  readonly free?: readonly number[];
}

const LOOKS = {
  plain: { label: 'label', member: 'member', unit: 'unit', figure: 'figure', note: 'unit' },
  total: { label: 'totalLabel', member: 'totalLabel', unit: 'totalLabel', figure: 'totalFigure', note: 'totalLabel' },
  grand: { label: 'grandLabel', member: 'grandLabel', unit: 'grandLabel', figure: 'grandFigure', note: 'grandLabel' },
} as const satisfies Record<Tone, Record<string, StyleName>>;

/** Writes a line from the label to the last printed column; returns its row. */
export function line(page: Page, spec: Line): number {
  const row = page.next;
  const look = LOOKS[spec.tone ?? 'plain'];
  put(page, row, COLUMN.label, spec.label, look.label, { indent: spec.indent ?? 1 });
  put(page, row, COLUMN.member, spec.member ?? '', look.member);
  put(page, row, COLUMN.unit, spec.unit, look.unit);
  const note = noteColumn(page.figures);
  for (let column: number = COLUMN.total; column <= Math.min(page.last, note - 1); column += 1) {
    if (spec.free?.includes(column) === true) continue;
    const value = amountAt(spec.row, column);
    put(
      page,
      row,
      column,
      value === null ? '' : writtenAt(page, spec.row, row, column, value),
      look.figure,
      value === null ? {} : { format: spec.format },
    );
  }
  if (page.last >= note) put(page, row, note, spec.note ?? '', look.note, { indent: 1 });
  page.rows.set(spec.key, { row, value: spec.row });
  page.next += 1;
  return row;
}

/** A figure: as it is, or where there is a live model a link to it; a total adds its own row. */
function writtenAt(page: Page, of: Row, row: number, column: number, value: Amount): WrittenValue {
  const { results } = page.figures;
  const cached = inCell(value);
  const own = results.live && of.written?.(column);
  if (own) return { formula: own, cached };
  if (of.terms === undefined) return cached;
  if (column === COLUMN.total)
    return of.adds !== true || of.years.includes(null) ? cached : { formula: sumOfYears(page, row), cached };
  const terms = column === COLUMN.baseline ? (of.baselineTerms ?? of.terms) : of.terms;
  return { formula: formulaOf(results, terms, column), cached };
}

/** The sum of the years of a row that is printed there. */
export const sumOfYears = ({ figures }: Page, row: number): string =>
  `=SUM(${address(row, COLUMN.firstYear)}:${address(row, lastYearColumn(figures))})`;

/** What a row has in a column of the grid. */
export function amountAt(row: Row, column: number): Amount | null {
  if (column === COLUMN.total) return row.total;
  if (column === COLUMN.baseline) return row.baseline;
  return row.years[column - COLUMN.firstYear] ?? null;
}

/** Columns of the grid that hold something in all these rows. */
export function filledColumns(figures: Figures, rows: readonly Row[]): readonly number[] {
  const all = [COLUMN.total, COLUMN.baseline, ...figures.years.map((_, index) => yearColumn(index))];
  return all.filter((column) => rows.every((row) => amountAt(row, column) !== null));
}
