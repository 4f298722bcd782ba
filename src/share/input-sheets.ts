/** Input tables as sheets of a new workbook: values alone, under the names of the contract, so that the copy runs by itself. */
import type { Cell, CellSpec, SheetSpec, Snapshot, TableSnapshot, WrittenValue } from '../workbook/workbook';

const FIRST_ROW = 4;
const WIDTH = 16;
const BETWEEN = 3;

const valueOf = ({ value }: Cell): WrittenValue =>
  typeof value === 'number' ? { number: String(value) } : value === null ? '' : String(value);

function cellsOf(table: TableSnapshot, row: number): readonly CellSpec[] {
  return [
    { row: row - 1, column: 2, value: table.name, style: 'heading' },
    ...table.headers.map((value, n): CellSpec => ({ row, column: 2 + n, value, style: 'tableHeader' })),
    ...table.rows.flatMap((cells, r) =>
      cells.map((cell, n): CellSpec => ({
        row: row + 1 + r,
        column: 2 + n,
        value: valueOf(cell),
        style: typeof cell.value === 'number' ? 'input' : 'label',
        ...(cell.date ? { format: 'd mmm yyyy' } : {}),
      })),
    ),
  ];
}

function sheetOf(name: string, tables: readonly TableSnapshot[], title: string): SheetSpec {
  let row = FIRST_ROW + 1;
  const placed = tables.map((table) => {
    const at = row;
    row += table.rows.length + BETWEEN;
    return { table, at };
  });
  const widest = Math.max(...tables.map((table) => table.headers.length));
  return {
    key: `share.${name.replace(/\W/g, '_')}`,
    name,
    purpose: 'input',
    widths: [2, ...Array.from({ length: widest }, () => WIDTH)],
    cells: [
      { row: 1, column: 2, value: name, style: 'title' },
      { row: 2, column: 2, value: `${title}: assumptions as they may be shown`, style: 'subtitle' },
      ...placed.flatMap(({ table, at }) => cellsOf(table, at)),
    ],
    tables: placed.map(({ table, at }) => ({
      name: table.name,
      row: at,
      column: 2,
      headers: table.headers,
      rows: table.rows.length,
    })),
    charts: [],
    validations: [],
    conditions: [],
    print: {
      area: { from: [1, 1], to: [row, widest + 1] },
      orientation: 'landscape',
      fit: 'one page',
      footer: ['', '&A', 'Page &P of &N'],
    },
  };
}

/** A sheet for each of the contract's sheets. `taken`: names of the result sheets, which keep theirs. */
export function inputSheets({ tables }: Snapshot, title: string, taken: readonly string[]): readonly SheetSpec[] {
  const names = [...new Set(tables.map((table) => table.sheet))];
  const free = (name: string): string =>
    taken.some((other) => other.toLowerCase() === name.toLowerCase()) ? `${name} inputs` : name;
  return names.map((name) =>
    sheetOf(
      free(name),
      tables.filter((table) => table.sheet === name),
      title,
    ),
  );
}
