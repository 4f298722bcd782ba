/** Finishing a sheet of the grid: its charts, its flat table, its caption; and the master lamp, quoted once all checks are known. */
import type { FormulaValue, SheetSpec } from '../workbook/workbook';
import { OUT_CHARTS } from './charts/index';
import { drawCharts } from './drawing';
import { lamp } from './lamps';
import { COLUMN, dataColumn, put, type Page } from './page';
import { GRID_FREEZE, GRID_TITLES, gridWidths, toSheet, type SheetFrame, type SheetKey } from './sheet';
import { writeTable, type OutTable } from './table';
import { OUT_TABLES } from './tables/index';

/** A filled page, and how it becomes a sheet when the master lamp is known. */
export interface Drawn {
  readonly key: SheetKey;
  readonly page: Page;
  readonly finish: (master: FormulaValue) => SheetSpec;
}

interface Finish {
  readonly key: SheetKey;
  /** The header row of its flat table, and the width of its note. */
  readonly tableRow: number;
  readonly note: number;
  readonly caption?: string;
}

const GAP = 2;
/** Where the master lamp is quoted: its row, the column of its label, its first column and how many it spans. */
export interface LampPlace {
  readonly row: number;
  readonly label: number;
  readonly lamp: number;
  readonly span: number;
}
/** The master lamp stands in J:K of row 3. */
const MASTER: LampPlace = { row: 3, label: 9, lamp: 10, span: 2 };

export function drawn(page: Page, how: Finish): Drawn {
  const tables = OUT_TABLES.filter((table) => table.sheet === how.key);
  const charts = OUT_CHARTS.filter((chart) => chart.sheet === how.key);
  const widths = [...gridWidths(page.figures, how.note), GAP];
  const data = dataColumn(page.figures);
  const tableWidths = writeTables(page, tables, how.tableRow, data);
  widths.push(...tableWidths, ...drawCharts(page, charts, how.tableRow - 1, data + tableWidths.length));
  if (how.caption !== undefined) put(page, page.next + 1, COLUMN.label, how.caption, 'note');
  const lastRow = page.next + (how.caption === undefined ? 0 : 1);
  const onGrid = how.key !== 'summary';
  const frame: SheetFrame = {
    key: how.key,
    widths,
    lastColumn: page.last,
    lastRow,
    freeze: onGrid ? GRID_FREEZE : [4, 1],
    ...(onGrid ? { titleRows: GRID_TITLES } : { onePage: true }),
  };
  return {
    key: how.key,
    page,
    finish: (master) => {
      quote(page, master);
      return toSheet(page, frame);
    },
  };
}

/** Tables side by side, a narrow column after each; returns the widths of all these columns. */
export function writeTables(page: Page, tables: readonly OutTable[], row: number, column: number): readonly number[] {
  return tables.reduce<readonly number[]>((widths, table) => {
    const own = writeTable(page, table, row, column + widths.length);
    return own.length === 0 ? widths : [...widths, ...own, GAP];
  }, []);
}

/** Quotes the master lamp; on months it stands elsewhere. */
export function quote(page: Page, master: FormulaValue, { row, label, lamp: at, span }: LampPlace = MASTER): void {
  put(page, row, label, 'Checks', 'data');
  lamp(page, row, at, master, span);
}
