/** Finishing a sheet of the grid: its charts, its flat table, its caption; and the master lamp, quoted once all checks are known. */
import type { FormulaValue, SheetSpec } from '../workbook/workbook';
import { OUT_CHARTS } from './charts/index';
import { drawCharts } from './drawing';
import { lamp } from './lamps';
import { COLUMN, dataColumn, put, type Page } from './page';
import { GRID_FREEZE, GRID_TITLES, gridWidths, toSheet, type SheetFrame, type SheetKey } from './sheet';
import { writeTable } from './table';
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
/** The master lamp stands in J:K of row 3. */
const MASTER = { row: 3, label: 9, lamp: 10, span: 2 } as const;

export function drawn(page: Page, how: Finish): Drawn {
  const tables = OUT_TABLES.filter((table) => table.sheet === how.key);
  const charts = OUT_CHARTS.filter((chart) => chart.sheet === how.key);
  const widths = [...gridWidths(page.figures, how.note), GAP];
  const data = dataColumn(page.figures);
  const tableWidths = tables.flatMap((table) => writeTable(page, table, how.tableRow, data));
  if (tableWidths.length > 0) widths.push(...tableWidths, GAP);
  widths.push(
    ...drawCharts(page, charts, how.tableRow - 1, data + (tableWidths.length > 0 ? tableWidths.length + 1 : 0)),
  );
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

function quote(page: Page, master: FormulaValue): void {
  put(page, MASTER.row, MASTER.label, 'Checks', 'data');
  lamp(page, MASTER.row, MASTER.lamp, master, MASTER.span);
}
