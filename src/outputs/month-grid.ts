/** The grid of Gates: months side by side from G, under their years; B to F say what a row is. */
import type { StyleName, WrittenValue } from '../workbook/workbook';
import { largest, type Amount } from './amounts';
import { COLUMN, put, type Page } from './page';
import { monthDate } from './months';

/** Label, owner, unit, from, to; then months. Widths in characters of 7 pixels. */
export const MONTH_WIDTHS = { margin: 2, label: 34, member: 19, unit: 9, from: 5, to: 5, month: 3.9 } as const;
export const firstMonth = COLUMN.firstYear;
export const monthColumn = (index: number): number => firstMonth + index;
export const lastMonthColumn = (months: number): number => monthColumn(months - 1);

const letterOf = (month: string): string => 'JFMAMJJASOND'.charAt(Number(month.split('-')[1] ?? '1') - 1);

/** Years above, letters of the months below, white on navy. */
export function monthHeader(page: Page, row: number, months: readonly string[]): void {
  const heads = new Map<number, string>([
    [COLUMN.member, 'Dimension'],
    [COLUMN.unit, 'Unit'],
    [COLUMN.total, 'From'],
    [COLUMN.baseline, 'To'],
  ]);
  for (let column: number = COLUMN.label; column <= COLUMN.baseline; column += 1) {
    put(page, row, column, column === COLUMN.label ? 'Month' : '', 'header', { indent: 1 });
    put(page, row + 1, column, heads.get(column) ?? '', 'monthHead', { indent: 1 });
  }
  months.forEach((month, index) => {
    const january = month.endsWith('-01') || index === 0;
    const year: WrittenValue = january ? monthDate(month) : '';
    put(page, row, monthColumn(index), year, 'monthHead', january ? { format: 'yy' } : {});
    put(page, row + 1, monthColumn(index), letterOf(month), 'monthName');
  });
}

/** One row of months: what it is, and a cell for each month. */
export interface MonthRow {
  readonly label: string;
  readonly member?: string;
  readonly unit?: string;
  readonly from?: WrittenValue;
  readonly to?: WrittenValue;
  readonly bold?: boolean;
  readonly cells: readonly MonthCell[];
}
export interface MonthCell {
  readonly value: WrittenValue;
  readonly style: StyleName;
  readonly format?: string;
}

export function monthRow(page: Page, spec: MonthRow): number {
  const row = page.next;
  put(page, row, COLUMN.label, spec.label, 'label', { indent: 1 });
  put(page, row, COLUMN.member, spec.member ?? '', 'member', { indent: 1 });
  put(page, row, COLUMN.unit, spec.unit ?? '', 'unit', { indent: 1 });
  put(page, row, COLUMN.total, spec.from ?? '', 'aside', { format: '0' });
  put(page, row, COLUMN.baseline, spec.to ?? '', 'aside', { format: '0' });
  spec.cells.forEach(({ value, style, format }, index) => {
    put(page, row, monthColumn(index), value, style, format === undefined ? {} : { format });
  });
  page.next += 1;
  return row;
}

/** A band over all months. */
export function monthSection(page: Page, title: string, months: number, first = false): void {
  if (!first) page.next += 1;
  page.heights[page.next] = 18;
  page.sections.push(page.next);
  for (let column: number = COLUMN.label; column <= lastMonthColumn(months); column += 1)
    put(
      page,
      page.next,
      column,
      column === COLUMN.label ? title : '',
      'section',
      column === COLUMN.label ? { indent: 1 } : {},
    );
  page.next += 1;
}

/** People in monthly cells: thousands with one decimal where whole numbers would not fit. */
export interface MonthPeople {
  readonly unit: string;
  readonly format: string;
}
export function monthPeople(counts: readonly Amount[]): MonthPeople {
  const most = largest(counts);
  if (most.gte(100_000)) return { unit: 'thousand', format: '#,##0,;-#,##0,;"–"' };
  if (most.gte(1000)) return { unit: 'thousand', format: '#,##0.0,;-#,##0.0,;"–"' };
  return { unit: 'people', format: most.lt(100) ? '0.0;-0.0;"–"' : '0;-0;"–"' };
}

export const peopleCells = (
  values: readonly WrittenValue[],
  { format }: MonthPeople,
  bold = false,
): readonly MonthCell[] => values.map((value) => ({ value, style: bold ? 'monthTotal' : 'month', format }));
