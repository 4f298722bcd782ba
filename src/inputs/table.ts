/** The words of the catalogue: what an input table is. */
import type { Field, NumberField, TextField } from './field';

/** Year columns: what they hold, and the columns that hold the same value when no year is typed. */
export interface YearColumns {
  /** Label, unit and bounds of the values. Its label is the Base column where the table has one. */
  readonly value: NumberField;
  /** True where the value also has a column of its own (Base, List price, Unit cost …). */
  readonly base: boolean;
  readonly growth: boolean;
}

/** One input table of a workbook. */
export interface Table {
  /** The name after `BIM_`, as addresses and messages say it. */
  readonly word: string;
  /** Sheet on which a template puts it. */
  readonly sheet: string;
  /** What it holds, for the manual. */
  readonly doc: string;
  /** Columns in the order in which a template writes them; year columns stand before Source. */
  readonly fields: readonly Field[];
  /** Key columns of a parameter address, left to right. */
  readonly address: readonly Field[];
  /** How many of the last keys may be left out of an address, which then means every row. */
  readonly openKeys?: number;
  /** Columns that tell one row from another. */
  readonly identity: readonly Field[];
  /** True where rows with the same keys add (they are noticed); else they are an error. */
  readonly adds?: boolean;
  readonly years?: YearColumns;
  /** A column whose kind depends on the row's key: the Value of a setting. */
  readonly variants?: { readonly column: Field; readonly key: Field; readonly fields: readonly Field[] };
  /** Other documentation: rules that concern several columns. */
  readonly rules?: readonly string[];
}

/** The Excel name of a table. */
export const excelName = (table: Table): string => `BIM_${table.word}`;

/** The Source column of a table, where it has one. */
export const sourceOf = (table: Table): TextField | null => {
  const found = table.fields.find((field) => field.label === 'Source');
  return found?.kind === 'text' ? found : null;
};
