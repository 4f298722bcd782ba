/** One input sheet of a template: a title, then each table with its captions, header, example rows and rules. */
import type {
  CellSpec,
  RangeSpec,
  SheetSpec,
  StyleName,
  TableSpec,
  ValidationSpec,
  WrittenValue,
} from '../../workbook/workbook';
import type { ExampleRow } from '../examples/example';
import { strictNumber } from '../numbers';
import { excelName, type Table } from '../table';
import { columnsOf, widthOf, type Column } from './columns';
import { validationOf } from './validations';

/** Rows below a table for which its rules hold already: a table grows downwards. */
const ROOM_TO_GROW = 40;
const FIRST_COLUMN = 2;

export interface Placed {
  readonly table: Table;
  readonly columns: readonly Column[];
  readonly headerRow: number;
  readonly rows: readonly ExampleRow[];
}

/** Lays the tables of a sheet one under another. */
export function placeTables(
  tables: readonly { readonly table: Table; readonly rows: readonly ExampleRow[] }[],
): readonly Placed[] {
  let next = 6;
  return tables.map(({ table, rows }) => {
    const placed = { table, rows: rows.length > 0 ? rows : [{}], columns: columnsOf(table, rows), headerRow: next };
    next += placed.rows.length + 7;
    return placed;
  });
}

/** What stands above a header: the unit, or what a blank means. */
function captionOf({ field, year }: Column): string {
  if (year) return '';
  const unit = field.kind === 'number' || field.kind === 'mixed' ? field.unit : '';
  const blank = field.default === undefined ? '' : `blank: ${field.default}`;
  return [unit === '1' ? 'share' : unit, blank].filter(Boolean).join(', ').slice(0, 40);
}

function valueOf(column: Column, row: ExampleRow, table: Table): WrittenValue {
  const typed = row[column.header] ?? '';
  const setting = column.field === table.variants?.column;
  const word = !setting && (column.field.kind === 'text' || column.field.kind === 'choice');
  return !word && typed !== '' && strictNumber(typed) !== null ? { number: typed } : typed;
}

function styleOf(column: Column, table: Table): StyleName {
  if (column.header === 'Source' || column.header === 'Note') return 'wrappedNote';
  return !column.year && table.identity.some((field) => field.label === column.header) ? 'key' : 'input';
}

const formatOf = ({ field, header }: Column, typed: string): string | undefined => {
  if (field.kind !== 'number' || strictNumber(typed) === null) return undefined;
  if (header === 'Base' || field.unit === 'people or share') return Number(typed) > 1 ? '#,##0' : '0.0000';
  if (field.unit === '1') return '0.0%';
  return Number(typed) >= 1000 ? '#,##0' : undefined;
};

function tableCells(placed: Placed): readonly CellSpec[] {
  const { table, columns, headerRow, rows } = placed;
  const cells: CellSpec[] = [
    { row: headerRow - 3, column: FIRST_COLUMN, value: table.word, style: 'heading' },
    { row: headerRow - 2, column: FIRST_COLUMN, value: table.doc, style: 'note' },
  ];
  columns.forEach((column, index) => {
    const at = FIRST_COLUMN + index;
    const caption = captionOf(column);
    if (caption !== '') cells.push({ row: headerRow - 1, column: at, value: caption, style: 'caption' });
    cells.push({
      row: headerRow,
      column: at,
      value: column.header,
      style: 'tableHeader',
      ...(column.year ? {} : { note: column.field.doc }),
    });
    rows.forEach((row, n) => {
      const format = formatOf(column, row[column.header] ?? '');
      cells.push({
        row: headerRow + 1 + n,
        column: at,
        value: valueOf(column, row, table),
        style: styleOf(column, table),
        ...(format === undefined ? {} : { format }),
      });
    });
  });
  return cells;
}

const tableSpec = ({ table, columns, headerRow, rows }: Placed): TableSpec => ({
  name: excelName(table),
  row: headerRow,
  column: FIRST_COLUMN,
  headers: columns.map((column) => column.header),
  rows: rows.length,
});

/** Rules hold for the rows that are there and, below the last table of a sheet, for those to come. */
function rulesOf(
  { columns, headerRow, rows, table }: Placed,
  last: boolean,
  shown: ReadonlySet<string>,
): readonly ValidationSpec[] {
  if (table.variants) return [];
  return columns.flatMap((column, index) => {
    const at = FIRST_COLUMN + index;
    const area = {
      from: [headerRow + 1, at],
      to: [headerRow + rows.length + (last ? ROOM_TO_GROW : 2), at],
    } as const;
    const rule = validationOf(column, area, table, shown);
    return rule ? [rule] : [];
  });
}

/** Faults that show with the add-in closed: text or an error where a number belongs. */
const conditionsOf = ({ columns, headerRow, rows, table }: Placed): SheetSpec['conditions'] =>
  table.variants
    ? []
    : columns.flatMap((column, index) => {
        if (column.field.kind !== 'number') return [];
        const at = FIRST_COLUMN + index;
        const cell = `${letters(at)}${String(headerRow + 1)}`;
        return [
          {
            from: [headerRow + 1, at] as const,
            to: [headerRow + rows.length + 2, at] as const,
            formula: `=OR(ISTEXT(${cell}),ISERROR(${cell}))`,
            style: 'bad' as const,
          },
        ];
      });

const letters = (column: number): string =>
  (column > 26 ? String.fromCharCode(64 + Math.floor((column - 1) / 26)) : '') +
  String.fromCharCode(65 + ((column - 1) % 26));

/** A whole input sheet. `shown` are the words of all tables of the workbook. */
export function inputSheet(
  name: string,
  title: string,
  placed: readonly Placed[],
  shown: ReadonlySet<string>,
): SheetSpec {
  const widest = Math.max(...placed.map(({ columns }) => columns.length));
  const bottom = Math.max(...placed.map(({ headerRow, rows }) => headerRow + rows.length + 1));
  const widths = Array.from({ length: widest }, (_, index) =>
    Math.max(...placed.map(({ columns }) => (columns[index] ? widthOf(columns[index]) : 8))),
  );
  const area: RangeSpec = { from: [1, 1], to: [bottom, widest + 1] };
  return {
    key: `input_${name.toLowerCase()}`,
    name,
    purpose: 'input',
    widths: [2, ...widths],
    heights: { 1: 27, ...Object.fromEntries(placed.map(({ headerRow }) => [headerRow, 28])) },
    cells: [
      { row: 1, column: FIRST_COLUMN, value: `${title}: ${name.toLowerCase()}`, style: 'title' },
      ...placed.flatMap(tableCells),
    ],
    tables: placed.map(tableSpec),
    charts: [],
    validations: placed.flatMap((each, index) => rulesOf(each, index === placed.length - 1, shown)),
    conditions: placed.flatMap(conditionsOf),
    freeze: [2, 1],
    print: {
      area,
      orientation: 'landscape',
      fit: 'one page',
      footer: [title.replace(/&/g, '&&'), '&A', 'Page &P of &N'],
    },
  };
}
