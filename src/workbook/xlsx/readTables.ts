/** Reads the Excel Tables of a sheet, from their parts and the cells they lie over. */
import type { TableSnapshot } from '../workbook';
import type { Package } from './package';
import { parseArea } from './references';
import type { Area } from './references';
import type { SheetCells } from './readSheet';
import { unescapeText } from './text';
import { attributeOf, childOf, childrenOf } from './xml';

/** A table's frame, before its cells are read. */
export interface TableFrame {
  readonly name: string;
  readonly sheet: string;
  readonly area: Area;
  readonly headerRows: number;
  readonly totalsRows: number;
  readonly headers: readonly string[];
}

/** A table of this many cells is a mistake (a table over whole columns), and would fill the memory. */
const MOST_CELLS = 2_000_000;

/** The frames of every table of a sheet. */
export function tableFrames(pkg: Package, sheet: string, path: string): TableFrame[] {
  return pkg
    .relationships(path)
    .filter((entry) => entry.type === 'table' && pkg.has(entry.target))
    .flatMap((entry) => tableFrame(pkg, sheet, entry.target) ?? []);
}

function tableFrame(pkg: Package, sheet: string, path: string): TableFrame | null {
  const root = pkg.tree(path);
  const area = parseArea(attributeOf(root, 'ref') ?? '');
  if (!area) return null;
  return {
    name: unescapeText(attributeOf(root, 'displayName') ?? attributeOf(root, 'name') ?? ''),
    sheet,
    area,
    headerRows: Number(attributeOf(root, 'headerRowCount') ?? '1'),
    totalsRows: Number(attributeOf(root, 'totalsRowCount') ?? '0'),
    headers: childrenOf(childOf(root, 'tableColumns'), 'tableColumn').map((column) =>
      unescapeText(attributeOf(column, 'name') ?? ''),
    ),
  };
}

/** A table with its cells; the totals row is left out. A table without header row stands as if one stood above it. */
export function readTable(frame: TableFrame, cells: SheetCells): TableSnapshot {
  const { area, headers } = frame;
  const first = area.top + frame.headerRows;
  const last = area.bottom - frame.totalsRows;
  if (Math.max(0, last - first + 1) * headers.length > MOST_CELLS) {
    throw new Error(
      `Table ${frame.name} on sheet ${frame.sheet} spans ${String(last - first + 1)} rows. Make it as long as its data.`,
    );
  }
  const rows = Array.from({ length: Math.max(0, last - first + 1) }, (_, row) =>
    headers.map((_header, column) => cells.at(first + row, area.left + column)),
  );
  const hiddenRows = rows.map((_, row) => first + row).filter((row) => cells.hiddenRows.has(row));
  return {
    name: frame.name,
    sheet: frame.sheet,
    row: first - 1,
    column: area.left,
    headers,
    rows,
    ...(hiddenRows.length > 0 ? { hiddenRows } : {}),
  };
}
