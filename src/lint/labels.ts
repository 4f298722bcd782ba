/**
 * Numbers typed on the user's own sheets without a unit, or without a source. Where a block has a column Unit or Source, each
 * row that leaves it blank is remarked; where a sheet has neither, one remark stands for all its numbers. Our input tables
 * say their units by their columns, and their sources are remarked when they are read.
 */
import type { SheetCell, SheetRead } from '../workbook/sheets-read';
import { inTable, nameOf } from './place';
import type { Remark } from './remark';

/** A word that a reviewer looks for: as a header of a column, or within a label. */
interface Wanted {
  readonly rule: 'missing unit' | 'missing source';
  readonly header: RegExp;
  /** What in a label says as much: "Price (£)", "Weight, kg", "Source: ONS". */
  readonly label: RegExp;
  readonly word: string;
}

const UNIT: Wanted = {
  rule: 'missing unit',
  header: /^\s*(units?|unit of measure|measure)\s*$/i,
  label:
    /[%£$€¥]|\([^)]+\)|\bper\b|\b(years?|months?|weeks?|days?|patients?|people|persons?|mg|g|kg|ml|GBP|EUR|USD|CAD|AUD|CHF)\b/i,
  word: 'Unit',
};
const SOURCE: Wanted = {
  rule: 'missing source',
  header: /^\s*(sources?|references?|evidence)\s*$/i,
  label: /\b(source|reference|assumption|et al)\b|https?:|\[\d+\]/i,
  word: 'Source',
};

/** A number that is typed and is no year: years head columns, and say their unit themselves. */
const isTyped = ({ value, formula, date }: SheetCell): boolean =>
  typeof value === 'number' &&
  formula === undefined &&
  date !== true &&
  !(Number.isInteger(value) && value >= 1900 && value <= 2200);

const isText = ({ value, formula }: SheetCell): boolean =>
  typeof value === 'string' && formula === undefined && value.trim() !== '';

/** Typed numbers outside our tables, row by row: those that a label stands left of. */
function labelledRows(sheet: SheetRead): readonly (readonly SheetCell[])[] {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of sheet.cells) {
    const held = rows.get(cell.row);
    if (held) held.push(cell);
    else rows.set(cell.row, [cell]);
  }
  return [...rows.values()].filter((row) => {
    const number = row.find((cell) => isTyped(cell) && !inTable(sheet, cell, /^BIM_/i));
    return number !== undefined && row.some((cell) => isText(cell) && cell.column < number.column);
  });
}

/** The nearest header of that kind above a row, with no empty row between. */
function headerAbove(headers: readonly SheetCell[], filled: ReadonlySet<number>, row: number): SheetCell | undefined {
  let top = row;
  while (filled.has(top - 1)) top -= 1;
  return headers.filter((header) => header.row < row && header.row >= top).at(-1);
}

const saysUnit = ({ format = '' }: SheetCell): boolean => /[%£$€¥]|\[\$|"[^"]+"/.test(format);

function of(sheet: SheetRead, wanted: Wanted): readonly Remark[] {
  const headers = sheet.cells.filter((cell) => isText(cell) && wanted.header.test(String(cell.value)));
  const plain = (row: readonly SheetCell[]): boolean =>
    !row.some((cell) => isText(cell) && wanted.label.test(String(cell.value))) &&
    !(wanted.rule === 'missing unit' && row.some(saysUnit));
  const filled = new Set(sheet.cells.map((cell) => cell.row));
  const bare = labelledRows(sheet).filter(plain);
  const blank = bare.flatMap((row): readonly Remark[] => {
    const header = headerAbove(headers, filled, row[0]?.row ?? 0);
    if (!header || row.some((cell) => cell.column === header.column && cell.value !== null)) return [];
    const at = nameOf({ row: row[0]?.row ?? 0, column: header.column });
    return [{ rule: wanted.rule, sheet: sheet.name, cell: at, says: `${labelOf(row)}: its ${wanted.word} is blank` }];
  });
  const [first] = bare;
  if (headers.length > 0 || !first) return blank;
  const number = first.find(isTyped) ?? first[0];
  if (!number) return [];
  const rows = bare.length === 1 ? 'one row of numbers' : `${String(bare.length)} rows of numbers`;
  return [
    { rule: wanted.rule, sheet: sheet.name, cell: nameOf(number), says: `${rows}, and no column ${wanted.word}` },
  ];
}

const labelOf = (row: readonly SheetCell[]): string => {
  const label = row.find(isText)?.value;
  return typeof label === 'string' ? `“${label.slice(0, 40)}”` : '';
};

/** Numbers that say neither what they count nor where they come from. */
export const unlabelled = (sheet: SheetRead): readonly Remark[] => [...of(sheet, UNIT), ...of(sheet, SOURCE)];
