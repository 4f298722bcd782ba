/** Cells as Univer keeps them, to and from the plain cells of the port. */
import { BooleanNumber, CellValueType, type ICellData, type Nullable } from '@univerjs/core';
import type { Cell, CellValue, WrittenValue } from '../workbook';

const ERRORS: ReadonlySet<string> = new Set([
  '#NULL!',
  '#DIV/0!',
  '#VALUE!',
  '#REF!',
  '#NAME?',
  '#NUM!',
  '#N/A',
  '#SPILL!',
  '#CALC!',
  '#CYCLE!',
  '#ERROR!',
  '#BUSY!',
  '#CONNECT!',
  '#BLOCKED!',
  '#FIELD!',
]);

/** The raw value: never `getValue()`, which may give formatted text. */
function rawValue(data: ICellData): CellValue {
  const value = data.v ?? null;
  if (value === null) return null;
  if (data.t === CellValueType.BOOLEAN) return value === true || value === BooleanNumber.TRUE || value === 'TRUE';
  if (data.t === CellValueType.NUMBER) {
    const number = Number(value);
    return Number.isFinite(number) ? number : String(value);
  }
  if (data.t === CellValueType.STRING || data.t === CellValueType.FORCE_STRING) return String(value);
  return value;
}

/** A cell of Univer as a plain cell. Rich text counts as its text. */
export function toCell(data: Nullable<ICellData>, formula: string | null, date: boolean): Cell {
  if (data === null || data === undefined) return { value: null };
  const rich = data.p?.body?.dataStream.replace(/\r?\n$/, '').replace(/\r\n?$/, '');
  const value = rich === undefined ? rawValue(data) : rich;
  const forced = data.t === CellValueType.FORCE_STRING;
  const computed = formula === null ? {} : { formula };
  if (!forced && typeof value === 'string' && ERRORS.has(value)) return { value: null, error: value, ...computed };
  // A cleared cell keeps an empty text; an empty text that a formula gives is a value.
  if (value === '' && formula === null) return { value: null };
  return { value, ...computed, ...(date && typeof value === 'number' ? { date } : {}) };
}

const typeOf = (value: CellValue): Partial<ICellData> => {
  if (value === null) return {};
  if (typeof value === 'number') return { v: value, t: CellValueType.NUMBER };
  if (typeof value === 'boolean')
    return { v: value ? BooleanNumber.TRUE : BooleanNumber.FALSE, t: CellValueType.BOOLEAN };
  // Words that read like an error value are words all the same.
  return { v: value, t: ERRORS.has(value) ? CellValueType.FORCE_STRING : CellValueType.STRING };
};

/** The content of a plain cell for Univer; texts stay texts, whatever they begin with. */
export const fromCell = (cell: Cell): ICellData => ({
  ...(cell.error === undefined ? typeOf(cell.value) : { v: cell.error, t: CellValueType.STRING }),
  ...(cell.formula === undefined ? {} : { f: cell.formula }),
});

/** The content of a written cell for Univer. Numbers become the nearest double. */
export function fromWritten(value: WrittenValue): ICellData {
  if (typeof value === 'string') return fromCell({ value });
  if ('number' in value) return fromCell({ value: Number(value.number) });
  if ('link' in value) return { ...fromCell({ value: value.text }), custom: { link: value.link } };
  const cached = typeof value.cached === 'string' ? value.cached : Number(value.cached.number);
  return fromCell({ value: cached, formula: value.formula });
}
