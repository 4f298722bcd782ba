/** A sheet of a report as Univer's data. */
import {
  BooleanNumber,
  type ICellData,
  type IObjectMatrixPrimitiveType,
  type IRange,
  type IWorksheetData,
} from '@univerjs/core';
import { COLOURS } from '../looks';
import { type CellSpec, type SheetSpec } from '../workbook';
import { fromWritten } from './cells';
import { freeze, place, ROOM } from './data';
import { houseStyle } from './looks';

/** Colours of the tabs, by what a sheet is for. */
const TABS: Readonly<Record<SheetSpec['purpose'], string>> = {
  guide: COLOURS.navy,
  input: COLOURS.amberTab,
  result: COLOURS.blue,
  calculation: COLOURS.greyTab,
};

/** Pixels of a width in characters of 7, and of a height in points. */
const WIDTH = 7;
const pixels = (points: number): number => Math.round((points * 96) / 72);
/** Stand where the report names no size. */
const USUAL = { width: 64, height: 20 } as const;

/** A span is merged; its look runs under the whole of it. */
function writeCell(matrix: IObjectMatrixPrimitiveType<ICellData>, cell: CellSpec): void {
  const style = houseStyle(cell.style, cell.format, cell.indent);
  place(matrix, cell.row, cell.column, { ...fromWritten(cell.value), s: style });
  for (let at = 1; at < (cell.span ?? 1); at += 1) place(matrix, cell.row, cell.column + at, { s: style });
}

const merges = (cells: readonly CellSpec[]): IRange[] =>
  cells
    .filter((cell) => (cell.span ?? 1) > 1)
    .map((cell) => ({
      startRow: cell.row - 1,
      endRow: cell.row - 1,
      startColumn: cell.column - 1,
      endColumn: cell.column + (cell.span ?? 1) - 2,
    }));

/** How far a sheet reaches, its charts included. */
function extent(spec: SheetSpec): { readonly rows: number; readonly columns: number } {
  const ends = [
    ...spec.cells.map((cell) => [cell.row, cell.column] as const),
    ...spec.charts.map((chart) => chart.at.to),
  ];
  return { rows: Math.max(1, ...ends.map(([row]) => row)), columns: Math.max(1, ...ends.map(([, column]) => column)) };
}

/** A sheet's data; where it is scrolled to is Univer's own affair. */
export type NewSheetData = Omit<IWorksheetData, 'zoomRatio' | 'scrollTop' | 'scrollLeft'>;

/** The sheet for Univer, under the name it got. */
export function writtenSheet(spec: SheetSpec, id: string, name: string): NewSheetData {
  const cellData: IObjectMatrixPrimitiveType<ICellData> = {};
  for (const cell of spec.cells) writeCell(cellData, cell);
  const size = extent(spec);
  return {
    id,
    name,
    cellData,
    tabColor: `#${TABS[spec.purpose]}`,
    hidden: BooleanNumber.FALSE,
    mergeData: merges(spec.cells),
    defaultColumnWidth: USUAL.width,
    defaultRowHeight: USUAL.height,
    rowData: Object.fromEntries(
      Object.entries(spec.heights ?? {}).map(([row, points]) => [
        Number(row) - 1,
        { h: pixels(points), ia: BooleanNumber.FALSE },
      ]),
    ),
    columnData: Object.fromEntries(spec.widths.map((width, index) => [index, { w: Math.round(width * WIDTH) }])),
    rowCount: Math.max(size.rows + ROOM.rows, ROOM.leastRows),
    columnCount: Math.max(size.columns + ROOM.columns, ROOM.leastColumns),
    showGridlines: BooleanNumber.FALSE,
    rightToLeft: BooleanNumber.FALSE,
    rowHeader: { width: 46 },
    columnHeader: { height: 20 },
    freeze: spec.freeze === undefined ? freeze(0, 0) : freeze(spec.freeze[0] - 1, spec.freeze[1] - 1),
    defaultStyle: houseStyle('body', undefined),
  };
}
