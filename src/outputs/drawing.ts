/**
 * From rows of a page to native charts: a chart holds no numbers. It plots a labelled block of cells right of the
 * print area, and the block's cells are links to the printed figures (so a chart follows its table).
 */
import { COLOURS } from '../workbook/looks';
import {
  type ChartSpec,
  type FormulaValue,
  type NumberValue,
  type RangeSpec,
  type WrittenValue,
} from '../workbook/workbook';
import { amount, inCell, plain, sum, ZERO, type Amount } from './amounts';
import type { SheetKey } from './sheet';
import { address, amountAt, COLUMN, lastYearColumn, put, type Page, type Placed } from './page';

/** Cells of a chart: a label and one cell per series in each row; null is truly blank. */
export interface ChartData {
  readonly headers: readonly string[];
  readonly rows: readonly { readonly label: WrittenValue; readonly cells: readonly (WrittenValue | null)[] }[];
  /** Number format of the cells. */
  readonly format: string;
}

/** Where the block of a chart stands: ranges of series 0, 1 …. */
export interface Block {
  readonly name: (series: number) => RangeSpec;
  readonly categories: RangeSpec;
  readonly values: (series: number) => RangeSpec;
}

export type Unplaced = Omit<ChartSpec, 'at' | 'name'>;
export interface Drawing {
  readonly data: ChartData;
  readonly chart: (block: Block) => Unplaced;
}

/** An entry of the catalogue of charts. A chart that has nothing to show draws nothing. */
export interface OutChart {
  readonly name: string;
  readonly sheet: SheetKey;
  /** Half the width (two stand side by side) or all of it. */
  readonly width: 'half' | 'wide';
  readonly draw: (page: Page) => readonly Drawing[];
  /** Rows of the sheet it covers, where it wants more than usual (a wide one). */
  readonly rows?: (page: Page) => number;
}

/** Colours of a stack: neighbours differ by 27 L* or more, so that it reads in grey. */
export const STACK: readonly string[] = [
  COLOURS.navy,
  COLOURS.sky,
  COLOURS.orange,
  COLOURS.sand,
  COLOURS.blue,
  COLOURS.grey,
];
export const stackColour = (index: number): string => STACK[index % STACK.length] ?? COLOURS.navy;
/** At most so many series in a stack. */
export const MOST = STACK.length;

/** The sum of printed rows in one column, as a link; 0 where there is no such row. */
export function linkTo(placed: readonly Placed[], column: number): FormulaValue | NumberValue {
  if (placed.length === 0) return inCell(ZERO);
  const value = sum(placed.map((each) => amountAt(each.value, column) ?? ZERO));
  return { formula: `=${placed.map((each) => address(each.row, column)).join('+')}`, cached: inCell(value) };
}

/** A year as a number: what charts show under their columns. */
export const yearLabel = (year: number): NumberValue => ({ number: String(year) });

/** Rows of a page whose keys are known; those that were not printed are left out. */
export const placedAt = (page: Page, keys: readonly string[]): readonly Placed[] =>
  keys.flatMap((key) => page.rows.get(key) ?? []);

const CHART_ROWS = 14;
const BLOCK_LABEL = 14;

/**
 * Draws the charts of a sheet below its last row and their blocks from `column`; returns the widths of the blocks.
 * `across`: the last column of the charts that stand right or are wide.
 */
export function drawCharts(
  page: Page,
  entries: readonly OutChart[],
  top: number,
  column: number,
  across = Math.max(lastYearColumn(page.figures), 11),
): readonly number[] {
  const names = new Map<string, number>();
  let [blockRow, left, widest] = [top, true, 0];
  for (const entry of entries) {
    for (const drawing of entry.draw(page)) {
      const repeat = (names.get(entry.name) ?? 0) + 1;
      names.set(entry.name, repeat);
      // A page may break before a row of charts, and does where the next no longer fits.
      if (left || entry.width === 'wide') page.sections.push(page.next + 1);
      const at = chartPlace(page, entry.width, left, across, entry.rows?.(page));
      const block = writeBlock(page, drawing.data, blockRow, column);
      page.charts.push({
        ...drawing.chart(block),
        name: repeat > 1 ? `${entry.name} ${String(repeat)}` : entry.name,
        at,
      });
      blockRow += drawing.data.rows.length + 3;
      widest = Math.max(widest, drawing.data.headers.length);
      left = entry.width === 'wide' || !left;
      page.next = left ? at.to[0] + 1 : at.from[0] - 1;
    }
  }
  if (!left) page.next += CHART_ROWS + 1;
  return widest === 0 ? [] : [BLOCK_LABEL, ...Array.from({ length: widest - 1 }, () => 11)];
}

/** Charts cover whole cells: B to E, F to the last year (K at least), or all. */
function chartPlace(page: Page, width: 'half' | 'wide', left: boolean, across: number, rows = CHART_ROWS): RangeSpec {
  const first = page.next + 1;
  const from = width === 'wide' || left ? COLUMN.label : COLUMN.baseline;
  const to = width === 'half' && left ? COLUMN.total : across;
  return { from: [first, from], to: [first + rows - 1, to] };
}

function writeBlock(page: Page, data: ChartData, row: number, column: number): Block {
  put(page, row, column, 'Chart data (not printed; do not hide)', 'dataLabel');
  data.headers.forEach((header, index) => {
    put(page, row + 1, column + index, header, index === 0 ? 'dataLabel' : 'data');
  });
  data.rows.forEach((each, index) => {
    const at = row + 2 + index;
    put(page, at, column, each.label, 'dataLabel', typeof each.label === 'string' ? {} : { format: '0' });
    each.cells.forEach((cell, series) => {
      if (cell !== null) put(page, at, column + 1 + series, cell, 'data', { format: data.format });
    });
  });
  const [first, last] = [row + 2, row + 1 + data.rows.length];
  return {
    name: (series) => ({ from: [row + 1, column + 1 + series], to: [row + 1, column + 1 + series] }),
    categories: { from: [first, column], to: [last, column] },
    values: (series) => ({ from: [first, column + 1 + series], to: [last, column + 1 + series] }),
  };
}

/** Ends of a value axis: whole steps around the lowest and the highest value, zero included; steps of 1, 2 or 5. */
export function axisEnds(low: Amount, high: Amount): { readonly minimum: number; readonly maximum: number } {
  const [bottom, top] = [low.gt(0) ? ZERO : low, high.lt(0) ? ZERO : high];
  const rough = top.minus(bottom).div(10);
  if (rough.isZero()) return { minimum: 0, maximum: 1 };
  const power = amount(10).pow(rough.log(10).floor());
  const step = ['1', '2', '5', '10'].map((each) => power.times(each)).find((each) => each.gte(rough)) ?? rough;
  const whole = (value: Amount): number => Number(plain(value.times(step)));
  return { minimum: whole(bottom.div(step).floor()), maximum: whole(top.div(step).ceil()) };
}
