/**
 * Formulas of a live model: the same expressions as every other reading, written for Excel and LibreOffice with a
 * whitelist of functions known since Excel 2007. References are plain cells and ranges; nothing is volatile.
 */
import type { Arithmetic, Expression, NamedFunction, Node } from '../../graph/expression';
import { align } from '../../graph/alignment';
import { memberHere, membersRead, membersSummed, type Here } from '../places';

/** Functions that a written formula may use; a test holds every written workbook to it. */
export const LIVE_FUNCTIONS: readonly string[] = [
  'SUM',
  'SUMPRODUCT',
  'MIN',
  'MAX',
  'IF',
  'EXP',
  'LN',
  'NORMSDIST',
  'ROUND',
  'ROUNDDOWN',
  'ABS',
  'SIGN',
  'AND',
  'MOD',
  'INDEX',
];

/** Where figures stand. Row and column anchors are decided by whoever knows the grid. */
export interface Grid {
  /** A1 reference to a figure of a block. */
  readonly figure: (block: Extract<Node, { kind: 'read' }>['block'], members: readonly number[]) => CellRef;
  /** A reference to a cell that holds this number of the method. */
  readonly constant: (value: string) => string;
  /** The counter of the period axis in the current column; null where the axis runs down the rows. */
  readonly counter: (axis: Parameters<typeof memberHere>[0]) => string | null;
}

/** A cell: its column as written ("G" or "$E") and its row. */
export interface CellRef {
  readonly column: string;
  readonly row: number;
}

const SIGNS: Readonly<Record<Arithmetic, string>> = { '+': '+', '-': '-', '*': '*', '/': '/', '^': '^' };
const STRENGTH: Readonly<Record<Arithmetic, number>> = { '+': 2, '-': 2, '*': 3, '/': 3, '^': 4 };
const FUNCTIONS: Readonly<Record<NamedFunction, string>> = { exp: 'EXP', ln: 'LN', normal: 'NORMSDIST' };
/** Arguments that one SUM takes in every application. */
const MOST_ARGUMENTS = 200;

const refText = ({ column, row }: CellRef): string => `${column}${String(row)}`;

/** Resolves what the structure decides, so that a formula holds only what a modeller would write. */
export function settled(expression: Expression, here: Here): Expression {
  const { node } = expression;
  if (node.kind !== 'cases') return expression;
  const branch = node.branches.get(node.classes[memberHere(node.axis, here)] ?? '');
  return branch ? settled(branch, here) : expression;
}

const isNumber = ({ node }: Expression, value: number): boolean =>
  node.kind === 'constant' && Number(node.value) === value;

/** The formula (without "=") of an expression at one place. `strength` is that of the operator around it. */
export function writeFormula(expression: Expression, here: Here, grid: Grid, strength = 0): string {
  const taken = settled(expression, here);
  const { node } = taken;
  const write = (of: Expression, around = 0): string => writeFormula(of, here, grid, around);
  switch (node.kind) {
    case 'constant':
      return ['0', '1'].includes(node.value) ? node.value : grid.constant(node.value);
    case 'read':
      return readText(node, here, grid);
    case 'arithmetic':
      return arithmeticText(node, here, grid, strength);
    case 'extreme':
      return node.parts.length === 1 && node.parts[0]
        ? write(node.parts[0], strength)
        : `${node.op === 'min' ? 'MIN' : 'MAX'}(${node.parts.map((part) => write(part)).join(',')})`;
    case 'compare':
      return `${write(node.left, 1)}${node.op}${write(node.right, 1)}`;
    case 'select':
      return `IF(${write(node.when)},${write(node.then)},${write(node.otherwise)})`;
    case 'function':
      return `${FUNCTIONS[node.name]}(${write(node.of)})`;
    case 'round':
      return roundText(node, write(node.of), grid);
    case 'sum':
      return sumText(node, here, grid, strength);
    case 'position': {
      const member = memberHere(node.axis, here);
      return grid.counter(node.axis) ?? (member === 0 ? '1' : grid.constant(String(member + 1)));
    }
    case 'cases':
      throw new Error(`no case along ${node.axis.name}`);
  }
}

function arithmeticText(node: Extract<Node, { kind: 'arithmetic' }>, here: Here, grid: Grid, strength: number): string {
  const [left, right] = [settled(node.left, here), settled(node.right, here)];
  const write = (of: Expression, around: number): string => writeFormula(of, here, grid, around);
  // What the method writes for clarity (× 1, + 0) is left out of a cell.
  if (node.op === '*' && isNumber(left, 1)) return write(right, strength);
  if ((node.op === '*' || node.op === '/') && isNumber(right, 1)) return write(left, strength);
  if ((node.op === '+' || node.op === '-') && isNumber(right, 0)) return write(left, strength);
  if (node.op === '+' && isNumber(left, 0)) return write(right, strength);
  const own = STRENGTH[node.op];
  const after = node.op === '-' || node.op === '/' || node.op === '^' ? own + 0.5 : own;
  const text = `${write(left, node.op === '^' ? own + 0.5 : own)}${SIGNS[node.op]}${write(right, after)}`;
  return own < strength ? `(${text})` : text;
}

/** A lagged read looks back along the row by the number of its row, and finds nothing before the first period. */
function readText(node: Extract<Node, { kind: 'read' }>, here: Here, grid: Grid): string {
  const lagged = align(node.block, node.places, [...here.keys()]).some((where) => where.kind === 'lagged');
  const members = membersRead(node.block, node.places, here);
  if (lagged && !members) return '0';
  if (!members) throw new Error(`${node.block.name} is read where it has no member`);
  return refText(grid.figure(node.block, members));
}

/** Half up is Excel's own rounding (away from zero); half even takes back the step at a tie below an odd number. */
function roundText(node: Extract<Node, { kind: 'round' }>, of: string, grid: Grid): string {
  const places = node.places === 0 || node.places === 1 ? String(node.places) : grid.constant(String(node.places));
  if (node.mode === 'half up') return `ROUND(${of},${places})`;
  if (node.mode === 'truncate') return `ROUNDDOWN(${of},${places})`;
  if (node.places > 15) return of;
  const unit = node.places === 0 ? '1' : `${grid.constant('10')}^${places}`;
  const scaled = `(${of})*${unit}`;
  const whole = `ROUNDDOWN(${scaled},0)`;
  const tie = `AND(ABS(${scaled}-${whole})=${grid.constant('0.5')},MOD(${whole},${grid.constant('2')})=0)`;
  return `(ROUND(${scaled},0)-IF(${tie},SIGN(${of}),0))/${unit}`;
}

/** Cells of one column that follow one another, as ranges. */
function ranges(cells: readonly CellRef[]): readonly string[] {
  const made: { column: string; from: number; to: number }[] = [];
  for (const { column, row } of cells) {
    const last = made.at(-1);
    if (last?.column === column && row === last.to + 1) last.to = row;
    else made.push({ column, from: row, to: row });
  }
  return made.map(({ column, from, to }) =>
    from === to ? `${column}${String(from)}` : `${column}${String(from)}:${column}${String(to)}`,
  );
}

function listed(name: string, parts: readonly string[]): string {
  if (parts.length <= MOST_ARGUMENTS) return `${name}(${parts.join(',')})`;
  const groups: string[] = [];
  for (let at = 0; at < parts.length; at += MOST_ARGUMENTS)
    groups.push(`${name}(${parts.slice(at, at + MOST_ARGUMENTS).join(',')})`);
  return listed(name, groups);
}

interface Term {
  readonly of: Expression;
  readonly here: Here;
}

function sumText(node: Extract<Node, { kind: 'sum' }>, here: Here, grid: Grid, strength: number): string {
  const terms = membersSummed(node.over, node.per, here)
    .map((member): Term => {
      const there = new Map(here).set(node.over, member);
      return { of: settled(node.of, there), here: there };
    })
    .filter(({ of }) => !isNumber(of, 0));
  if (terms.length === 0) return '0';
  const cells = terms.map((term) => cellOf(term, grid));
  if (cells.every((cell) => cell !== null)) {
    const [only] = cells;
    return cells.length === 1 && only ? refText(only) : listed('SUM', ranges(cells));
  }
  return productText(terms, grid) ?? plusText(terms, grid, strength);
}

/** The one cell that a term is; null where it is more. */
function cellOf({ of, here }: Term, grid: Grid): CellRef | null {
  if (of.node.kind !== 'read') return null;
  const members = membersRead(of.node.block, of.node.places, here);
  return members && grid.figure(of.node.block, members);
}

/** Σ a × b over two unbroken ranges. */
function productText(terms: readonly Term[], grid: Grid): string | null {
  const side = (which: 'left' | 'right'): string | null => {
    const cells = terms.map(({ of, here }) => {
      if (of.node.kind !== 'arithmetic' || of.node.op !== '*') return null;
      return cellOf({ of: settled(of.node[which], here), here }, grid);
    });
    if (!cells.every((cell) => cell !== null)) return null;
    const made = ranges(cells);
    return made.length === 1 ? (made[0] ?? null) : null;
  };
  const [left, right] = [side('left'), side('right')];
  return terms.length > 1 && left !== null && right !== null ? `SUMPRODUCT(${left},${right})` : null;
}

function plusText(terms: readonly Term[], grid: Grid, strength: number): string {
  const parts = terms.map(({ of, here }) => writeFormula(of, here, grid, 2));
  const text = parts.length > 30 ? listed('SUM', parts) : parts.join('+');
  return parts.length > 1 && parts.length <= 30 && strength > 2 ? `(${text})` : text;
}
