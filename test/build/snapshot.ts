/** Snapshots from plain arrays: the first array of a table is its headers; cells may be values or whole cells. */
import type { Cell, CellValue, Snapshot, TableSnapshot } from '../../src/workbook/workbook';

/** A cell as a test types it. */
export type Typed = CellValue | Partial<Cell>;
export type Block = readonly [headers: readonly string[], ...rows: readonly (readonly Typed[])[]];

const cellOf = (typed: Typed): Cell =>
  typed !== null && typeof typed === 'object' ? { value: null, ...typed } : { value: typed };

export const computed = (formula: string, value: CellValue): Cell => ({ value, formula });
export const faulty = (error: string, formula?: string): Cell =>
  formula === undefined ? { value: null, error } : { value: null, error, formula };

/** One table; its header stands in B3 of a sheet of its own name, so that places are easy to tell. */
export function tableOf(word: string, [headers, ...rows]: Block, more: Partial<TableSnapshot> = {}): TableSnapshot {
  return {
    name: `BIM_${word}`,
    sheet: word,
    row: 3,
    column: 2,
    headers,
    rows: rows.map((row) => headers.map((_, index) => cellOf(row[index] ?? null))),
    ...more,
  };
}

/** A workbook of these tables. */
export const snapshotOf = (tables: Readonly<Record<string, Block | null>>, more: Partial<Snapshot> = {}): Snapshot => ({
  sheets: Object.keys(tables),
  tables: Object.entries(tables).flatMap(([word, block]) => (block ? [tableOf(word, block)] : [])),
  names: [],
  owned: [],
  language: 'en-GB',
  calculated: true,
  ...more,
});

/** A small model without a fault: one subgroup, a new and a current drug, three years. */
export const PLAIN = {
  Model: [
    ['Setting', 'Value', 'Unit', 'Source'],
    ['Title', 'Drug A in Northbridge'],
    ['Schema', 1],
    ['Currency', 'GBP'],
    ['First year', 2026],
    ['Years', 3],
  ],
  Population: [
    ['Subgroup', 'Step', 'Op', 'Base', 'Growth', 'Source'],
    ['Adults', 'Population', 'count', 1000000, 0.01, 'Census'],
    ['Adults', 'Diagnosed', 'x', 0.003, null, 'Survey'],
  ],
  Technologies: [
    ['Technology', 'Role', 'Source'],
    ['Drug A', 'new', 'SmPC'],
    ['Drug B', 'current', 'SmPC'],
  ],
  Uptake: [
    ['World', 'Subgroup', 'Technology', '2026', '2027', '2028', 'Source'],
    ['without', 'All', 'Drug B', 1, null, null, 'Audit'],
    ['with', 'All', 'Drug A', 0.1, 0.2, 0.3, 'Company'],
    ['with', 'All', 'Drug B', 0.9, 0.8, 0.7, 'Company'],
  ],
  Prices: [
    ['Item', 'List price', 'Discount', 'Source'],
    ['Drug A', 1200, 0.25, 'Tariff'],
  ],
  Costs: [
    ['Technology', 'Category', 'Item', 'Per', 'Unit cost', 'Price item', 'Source'],
    ['Drug A', 'Acquisition', 'drug', 'patient-year', null, 'Drug A', 'Tariff'],
    ['Drug B', 'Acquisition', 'drug', 'patient-year', 300, null, 'Tariff'],
  ],
} as const satisfies Record<string, Block>;

/** The plain model with tables replaced, added, or taken away (null). */
export const modelWith = (tables: Readonly<Record<string, Block | null>> = {}): Snapshot =>
  snapshotOf({ ...PLAIN, ...tables });

/** A table of the plain model with more rows. */
export const plus = (word: keyof typeof PLAIN, ...rows: readonly (readonly Typed[])[]): Block => {
  const [headers, ...held] = PLAIN[word] as Block;
  return [headers, ...held, ...rows];
};

/** A table of the plain model with one cell replaced; rows count from 0, below the headers. */
export const but = (word: keyof typeof PLAIN, row: number, header: string, typed: Typed): Block => {
  const [headers, ...held] = PLAIN[word] as Block;
  const column = headers.indexOf(header);
  if (column < 0 || row >= held.length) throw new Error(`no cell ${word} ${String(row)} ${header}`);
  return [
    headers,
    ...held.map((cells, at) =>
      at === row ? headers.map((_, index) => (index === column ? typed : (cells[index] ?? null))) : cells,
    ),
  ];
};

/** A table of the plain model with more columns, whose values follow row by row. */
export const wider = (word: keyof typeof PLAIN, columns: Readonly<Record<string, readonly Typed[]>>): Block => {
  const [headers, ...held] = PLAIN[word] as Block;
  const names = Object.keys(columns);
  return [
    [...headers, ...names],
    ...held.map((cells, row) => [
      ...headers.map((_, index) => cells[index] ?? null),
      ...names.map((name) => columns[name]?.[row] ?? null),
    ]),
  ];
};

/** BIM_Model with more settings. */
export const settings = (...rows: readonly (readonly Typed[])[]): Block => plus('Model', ...rows);
