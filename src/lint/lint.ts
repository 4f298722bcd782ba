/**
 * A lint of the user's own sheets after the FAST standard and ICAEW's financial modelling code: what a reviewer asks about
 * before any figure is looked at. Sheets that Realise wrote are passed by.
 */
import type { SheetCell, SheetRead, SheetsRead } from '../workbook/sheets-read';
import { constantsIn, functionsIn, readsOutside, relative } from './formula';
import { unlabelled } from './labels';
import { inTable, nameOf } from './place';
import type { Remark } from './remark';

const CALLS_OUT: ReadonlySet<string> = new Set([
  'WEBSERVICE',
  'FILTERXML',
  'RTD',
  'DDE',
  'STOCKHISTORY',
  'IMAGE',
  'HYPERLINK',
  'CALL',
  'REGISTER.ID',
  'SQL.REQUEST',
  'CUBEVALUE',
  'CUBEMEMBER',
  'CUBESET',
  'COPILOT',
  'PY',
]);
const VOLATILE: ReadonlySet<string> = new Set([
  'NOW',
  'TODAY',
  'RAND',
  'RANDBETWEEN',
  'RANDARRAY',
  'OFFSET',
  'INDIRECT',
  'CELL',
  'INFO',
]);
const NUMBER = /^\s*[-+]?(\d{1,3}([.,'\u00a0\u202f ]\d{3})+|\d+)([.,]\d+)?\s*%?\s*$/;

const first = (found: readonly string[]): string => [...new Set(found)].slice(0, 3).join(', ');

function ofFormula(sheet: string, cell: SheetCell, formula: string): readonly Remark[] {
  const at = { sheet, cell: nameOf(cell) };
  const called = functionsIn(formula);
  const [out, volatile, constants] = [
    called.filter((name) => CALLS_OUT.has(name)),
    called.filter((name) => VOLATILE.has(name)),
    constantsIn(formula),
  ];
  // A command behind a bar is how a cell starts a program (DDE).
  const starts = /^=\s*[+-]?\w+\|/.test(formula);
  return [
    ...(out.length > 0 || starts
      ? [{ rule: 'calls out', ...at, says: starts ? formula.slice(0, 60) : first(out) } as const]
      : []),
    ...(readsOutside(formula) ? [{ rule: 'external link', ...at, says: formula.slice(0, 80) } as const] : []),
    ...(volatile.length > 0 ? [{ rule: 'volatile function', ...at, says: first(volatile) } as const] : []),
    ...(constants.length > 0
      ? [{ rule: 'constant in a formula', ...at, says: `${first(constants)} in ${formula.slice(0, 80)}` } as const]
      : []),
  ];
}

/** Cells of a row that differ from most of their neighbours: of three or more formulas side by side. */
function inconsistent(sheet: SheetRead): readonly Remark[] {
  const rows = new Map<number, SheetCell[]>();
  for (const cell of sheet.cells)
    if (cell.value !== null || cell.formula !== undefined) rows.set(cell.row, [...(rows.get(cell.row) ?? []), cell]);
  return [...rows.values()].flatMap((row) =>
    runsOf([...row].sort((a, b) => a.column - b.column)).flatMap((run) => oddOnes(sheet.name, run)),
  );
}

/** Stretches of neighbouring cells that hold a number or a formula. */
function runsOf(row: readonly SheetCell[]): readonly (readonly SheetCell[])[] {
  const runs: SheetCell[][] = [];
  for (const cell of row) {
    if (cell.formula === undefined && typeof cell.value !== 'number') continue;
    const last = runs.at(-1);
    if (last && last.at(-1)?.column === cell.column - 1) last.push(cell);
    else runs.push([cell]);
  }
  return runs;
}

function oddOnes(sheet: string, run: readonly SheetCell[]): readonly Remark[] {
  const forms = run.map((cell) =>
    cell.formula === undefined ? 'a number' : relative(cell.formula, cell.row, cell.column),
  );
  const counts = new Map<string, number>();
  for (const form of forms) counts.set(form, (counts.get(form) ?? 0) + 1);
  const [usual, most] = [...counts].sort(([, a], [, b]) => b - a)[0] ?? ['', 0];
  // The first of a row may begin it: an opening balance, a first year.
  if (usual === 'a number' || most < 2 || most * 2 <= run.length) return [];
  return run.flatMap((cell, n): readonly Remark[] =>
    n === 0 || forms[n] === usual
      ? []
      : [
          {
            rule: 'inconsistent row',
            sheet,
            cell: nameOf(cell),
            says: cell.formula === undefined ? 'a number among formulas' : `${cell.formula.slice(0, 60)} among others`,
          },
        ],
  );
}

/** Numbers stored as text, but for the headers of tables, where years are names. */
function asText(sheet: SheetRead): readonly Remark[] {
  const header = (cell: SheetCell): boolean =>
    sheet.tables.some((table) => table.top === cell.row && cell.column >= table.left && cell.column <= table.right);
  return sheet.cells.flatMap((cell): readonly Remark[] =>
    typeof cell.value === 'string' && cell.formula === undefined && NUMBER.test(cell.value) && !header(cell)
      ? [{ rule: 'number as text', sheet: sheet.name, cell: nameOf(cell), says: `“${cell.value.slice(0, 30)}”` }]
      : [],
  );
}

function ofSheet(sheet: SheetRead): readonly Remark[] {
  return [
    ...(sheet.hidden ? [{ rule: 'hidden sheet', sheet: sheet.name, cell: 'A1', says: sheet.name } as const] : []),
    ...sheet.cells.flatMap((cell) => (cell.formula === undefined ? [] : ofFormula(sheet.name, cell, cell.formula))),
    ...sheet.cells.flatMap((cell): readonly Remark[] =>
      cell.error === undefined
        ? []
        : [{ rule: 'error value', sheet: sheet.name, cell: nameOf(cell), says: cell.error }],
    ),
    ...inconsistent(sheet).filter(
      ({ cell }) => !sheet.cells.some((of) => nameOf(of) === cell && inTable(sheet, of, /^BIM_/i)),
    ),
    ...asText(sheet),
    ...unlabelled(sheet),
  ];
}

/** Everything to look at. `ours`: names of sheets that Realise wrote. */
export const lint = ({ sheets, names }: SheetsRead, ours: readonly string[]): readonly Remark[] => [
  ...sheets.filter((sheet) => !ours.includes(sheet.name)).flatMap(ofSheet),
  ...names
    .filter((name) => readsOutside(name.refersTo))
    .map((name): Remark => ({ rule: 'external link', sheet: '', cell: name.name, says: name.refersTo.slice(0, 80) })),
];
