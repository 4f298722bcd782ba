/**
 * A linter for written workbooks, after FAST and the ICAEW code: one formula along each row, no constants inside
 * formulas, short formulas, listed functions only, the same period in the same column. It reads the sheets as they
 * are written, not the model they were written from.
 */
import type { CellSpec, Report, SheetSpec } from '../../src/workbook/workbook';

/** Longer formulas are for nobody to read. */
const LONGEST = 160;
const DEEPEST = 5;
const FIRST_TIME = 6;

export interface Violation {
  readonly rule: string;
  readonly at: string;
  readonly formula: string;
}

/** Functions of Excel 2007 and LibreOffice that a written formula may use. */
export const LISTED: readonly string[] = [
  'SUM',
  'SUMIF',
  'SUMPRODUCT',
  'MIN',
  'MAX',
  'IF',
  'AND',
  'EXP',
  'LN',
  'NORMSDIST',
  'ROUND',
  'ROUNDDOWN',
  'INT',
  'ABS',
  'INDEX',
  'MATCH',
  'LEN',
  'LEFT',
];

const FORBIDDEN =
  /\b(INDIRECT|OFFSET|NOW|TODAY|RAND|RANDBETWEEN|CELL|INFO|LET|LAMBDA|FILTER|SORT|UNIQUE|SEQUENCE)\b|#|\{/;
const TEXT = /"(?:[^"]|"")*"/g;
const SHEET = /'(?:[^']|'')+'!|[A-Za-z_][\w.]*!/g;

export const letters = (column: number): string =>
  (column > 26 ? letters(Math.floor((column - 1) / 26)) : '') + String.fromCharCode(65 + ((column - 1) % 26));

const number = (name: string): number =>
  Array.from(name).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** The formula as it is for its own cell: references as distances. */
export const r1c1 = (formula: string, row: number, column: number): string =>
  formula.replace(
    /(\$?)([A-Z]{1,3})(\$?)(\d+)(?![\d(A-Za-z])/g,
    (_, fixedColumn: string, name: string, fixedRow: string, digits: string) =>
      `${fixedRow ? `R${digits}` : `R[${String(Number(digits) - row)}]`}${fixedColumn ? `C${String(number(name))}` : `C[${String(number(name) - column)}]`}`,
  );

/** A link: one cell of another sheet, the number in it, whether it holds something, or its number where it is not blank. */
const CELL = `(?:'(?:[^']|'')+'|[A-Za-z][A-Za-z0-9_.]*)!\\$?[A-Z]{1,3}\\$?\\d+`;
const LINK = new RegExp(`^=(?:${CELL}(?:\\+0)?|IF\\(LEN\\((${CELL})\\)>0,(?:1,0|\\1\\+0,1)\\))$`);

const formulaOf = ({ value }: CellSpec): string | null =>
  typeof value === 'object' && 'formula' in value ? value.formula : null;

/** Everything that is wrong with the calculation sheets of a report. */
export function lint(report: Report): readonly Violation[] {
  const sheets = report.sheets.filter(({ purpose }) => purpose === 'calculation');
  return [...sheets.flatMap(lintSheet), ...sameColumns(sheets)];
}

function lintSheet(sheet: SheetSpec): readonly Violation[] {
  const rows = new Map<number, CellSpec[]>();
  for (const cell of sheet.cells)
    if (formulaOf(cell) !== null) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [
    ...sheet.cells.flatMap((cell) => lintFormula(sheet, cell)),
    ...[...rows.values()].flatMap((cells) => lintRow(sheet, cells)),
  ];
}

function lintFormula(sheet: SheetSpec, cell: CellSpec): readonly Violation[] {
  const formula = formulaOf(cell);
  if (formula === null) return [];
  const at = `${sheet.name}!${letters(cell.column)}${String(cell.row)}`;
  const violation = (rule: string): Violation => ({ rule, at, formula });
  const bare = formula.replace(TEXT, '').replace(SHEET, '');
  const used = [...bare.matchAll(/([A-Z][A-Z0-9.]*)\(/g)].map((hit) => hit[1] ?? '');
  const numbers = bare.match(/(?<![A-Z$\d.])\d+(?:\.\d+)?/g) ?? [];
  let [depth, deepest] = [0, 0];
  for (const sign of bare) {
    if (sign === '(') deepest = Math.max(deepest, (depth += 1));
    if (sign === ')') depth -= 1;
  }
  return [
    ...(used.some((name) => !LISTED.includes(name)) ? [violation('a function that is not listed')] : []),
    ...(FORBIDDEN.test(bare) ? [violation('volatile, dynamic or an error')] : []),
    ...(numbers.some((each) => each !== '0' && each !== '1') ? [violation('a constant in a formula')] : []),
    ...(formula.length > LONGEST ? [violation('a long formula')] : []),
    ...(deepest > DEEPEST ? [violation('deep brackets')] : []),
    ...(/\+[^+]*\+[^+]*\+[^+]*\+[^+]*\+[^+]*\+/.test(bare.replace(/\([^()]*\)/g, ''))
      ? [violation('a total that is not a SUM')]
      : []),
  ];
}

/** One formula along the row; a first period may have its own, if it is marked; links to the user's cells are one each. */
function lintRow(sheet: SheetSpec, cells: readonly CellSpec[]): readonly Violation[] {
  const timed = cells
    .filter(({ column, style }) => column >= FIRST_TIME && style !== 'lamp')
    .sort((a, b) => a.column - b.column);
  if (timed.every((cell) => LINK.test(formulaOf(cell) ?? '') && cell.style === 'brought')) return [];
  const forms = timed.map((cell) => r1c1(formulaOf(cell) ?? '', cell.row, cell.column));
  const [first, ...later] = forms;
  const at = `${sheet.name} row ${String(cells[0]?.row ?? 0)}`;
  const formula = [...new Set(forms)].slice(0, 3).join(' | ');
  if (later.some((form) => form !== later[0])) return [{ rule: 'several formulas along a row', at, formula }];
  if (later.length > 0 && first !== later[0] && timed[0]?.style !== 'firstPeriod')
    return [{ rule: 'a first period that is not marked', at, formula }];
  return [];
}

/** The headers of time: the same year in the same column of every sheet of years. */
function sameColumns(sheets: readonly SheetSpec[]): readonly Violation[] {
  const columns = new Map<string, number>();
  return sheets.flatMap((sheet) =>
    sheet.cells.flatMap((cell): readonly Violation[] => {
      if (cell.style !== 'headerRight' || cell.column < FIRST_TIME) return [];
      const label =
        typeof cell.value === 'object' && 'number' in cell.value
          ? cell.value.number
          : typeof cell.value === 'string'
            ? cell.value
            : '';
      if (label === '') return [];
      const held = columns.get(label) ?? cell.column;
      columns.set(label, held);
      return held === cell.column
        ? []
        : [
            {
              rule: 'a period in two columns',
              at: `${sheet.name}!${letters(cell.column)}${String(cell.row)}`,
              formula: label,
            },
          ];
    }),
  );
}
