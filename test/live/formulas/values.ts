/** What formulas are calculated with: single values, areas of cells, and tables of values that are no cells. */

/** What a cell holds: nothing, a number, text (a fault is its own word), true or false. */
export type Held = number | string | boolean | null;

/** Cells from a corner to another. */
export interface Area {
  readonly sheet: string;
  readonly top: number;
  readonly left: number;
  readonly bottom: number;
  readonly right: number;
  readonly cell: (row: number, column: number) => Area;
  readonly column: (column: number) => Area;
  readonly show: (row: number, column: number) => Held;
}

export interface Table {
  readonly rows: readonly (readonly Held[])[];
}

export type Value = Held | Area | Table;

export const isArea = (value: Value | undefined): value is Area =>
  typeof value === 'object' && value !== null && 'show' in value;
export const isFault = (value: Held | undefined): value is string =>
  typeof value === 'string' && /^#.*[!?A]$/.test(value);

/** Rows of an area or a table; a single value is a table of one. */
export const rowsOf = (value: Value): readonly (readonly Held[])[] => {
  if (typeof value !== 'object' || value === null) return [[value]];
  if ('rows' in value) return value.rows;
  const { top, left, bottom, right, show } = value;
  return Array.from({ length: bottom - top + 1 }, (_, down) =>
    Array.from({ length: right - left + 1 }, (__, along) => show(top + down, left + along)),
  );
};

/** The value of one cell; several where one is wanted are a fault. */
export const single = (value: Value): Held => {
  const rows = rowsOf(value);
  return rows.length === 1 && rows[0]?.length === 1 ? (rows[0][0] ?? null) : '#VALUE!';
};

/** Fifteen digits: what Excel calls equal, and what a difference leaves of two numbers that are. */
export const near = (a: number, b: number): boolean => Math.abs(a - b) <= 2 ** -48 * Math.max(Math.abs(a), Math.abs(b));

/** A number as text, in the digits that Excel shows. */
export const textOf = (held: Held): string =>
  held === null ? '' : typeof held === 'number' ? String(Number(held.toPrecision(15))) : String(held);
