/** The cells of a sheet as XML rows. Text goes in place, so that the user's shared strings stay untouched. */
import type { CellSpec, SheetSpec, WrittenValue } from '../workbook';
import { a1 } from './references';
import type { Styles } from './styles';
import { escapeText } from './text';
import { escapeXml } from './xml';

/** A cell cannot hold more characters than this. */
const LONGEST_TEXT = 32_767;

/** Exact decimal text as the shortest text of its nearest double. */
export function doubleText(decimal: string): string {
  const value = Number(decimal);
  if (decimal.trim() === '' || !Number.isFinite(value))
    throw new Error(`"${decimal}" is not a number that a cell can hold`);
  return String(value);
}

/** The `sheetData` of a sheet. */
export function rowsXml(spec: SheetSpec, styles: Styles, formula: (text: string) => string): string {
  const rows = new Map<number, Map<number, string>>();
  for (const row of Object.keys(spec.heights ?? {})) rows.set(Number(row), new Map());
  for (const cell of spec.cells) {
    const row = rows.get(cell.row) ?? new Map<number, string>();
    rows.set(cell.row, row);
    if (row.has(cell.column))
      throw new Error(`cell ${a1(cell.row, cell.column)} of sheet ${spec.name} is written twice`);
    const style = styles.cell({ ...cell, quoted: typeof cell.value === 'string' && /^[=+\-@]/.test(cell.value) });
    row.set(cell.column, cellXml(cell, style, formula));
    // Merged cells carry the look of the first, for its frame and fill to show.
    for (let column = cell.column + 1; column < cell.column + (cell.span ?? 1); column++) {
      if (!row.has(column)) row.set(column, `<c r="${a1(cell.row, column)}" s="${String(style)}"/>`);
    }
  }
  const inOrder = [...rows].sort(([a], [b]) => a - b);
  return `<sheetData>${inOrder.map(([row, cells]) => rowXml(spec, row, cells)).join('')}</sheetData>`;
}

function rowXml(spec: SheetSpec, row: number, cells: ReadonlyMap<number, string>): string {
  const height = spec.heights?.[row];
  const grouped = spec.outline?.some(([first, last]) => row >= first && row <= last) === true;
  const attributes = `${height === undefined ? '' : ` ht="${String(height)}" customHeight="1"`}${grouped ? ' outlineLevel="1"' : ''}`;
  return `<row r="${String(row)}"${attributes}>${[...cells]
    .sort(([a], [b]) => a - b)
    .map(([, xml]) => xml)
    .join('')}</row>`;
}

function cellXml(cell: CellSpec, style: number, formula: (text: string) => string): string {
  const head = `<c r="${a1(cell.row, cell.column)}" s="${String(style)}"`;
  const { value } = cell;
  if (typeof value === 'string' || 'link' in value)
    return textCell(head, typeof value === 'string' ? value : value.text);
  if ('number' in value) return `${head}><v>${doubleText(value.number)}</v></c>`;
  const own = value.theirs === true ? value.formula : formula(value.formula);
  const text = own.replace(/^=/, '').trim();
  if (text === '') throw new Error(`the formula of cell ${a1(cell.row, cell.column)} is empty`);
  const body = `<f>${escapeXml(text)}</f>`;
  if (typeof value.cached === 'string')
    return `${head} t="str">${body}<v>${escapeXml(escapeText(value.cached))}</v></c>`;
  return `${head}>${body}<v>${doubleText(value.cached.number)}</v></c>`;
}

function textCell(head: string, text: string): string {
  if (text === '') return `${head}/>`;
  const kept = text.length > LONGEST_TEXT ? `${text.slice(0, LONGEST_TEXT - 1)}…` : text;
  const space = /^\s|\s$|\n/.test(kept) ? ' xml:space="preserve"' : '';
  return `${head} t="inlineStr"><is><t${space}>${escapeXml(escapeText(kept))}</t></is></c>`;
}

/** What reading a written value will find: for the hash of the mark, and for the caches of charts. */
export function contentOf(value: WrittenValue, formula: (text: string) => string): string | number {
  if (typeof value === 'string') return value;
  if ('number' in value) return Number(value.number);
  if (!('formula' in value)) return value.text;
  return value.theirs === true ? value.formula : formula(value.formula);
}
