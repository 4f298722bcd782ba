/**
 * Formulas of a live model: the same expressions as every other reading, written for Excel and LibreOffice with a
 * whitelist of functions known since Excel 2007. References are plain cells and ranges; nothing is volatile.
 */
import type { Axis } from '../../graph/axis';
import type { Arithmetic, Expression, NamedFunction, Node } from '../../graph/expression';
import { memberHere, type Here } from '../places';
import { counterText, type Ground } from './ground';
import { MOST_PLACES } from './lower';
import { isNumber, settled } from './parts';
import { laterText, readText } from './reads';
import { sumText } from './sums';

const SIGNS: Readonly<Record<Arithmetic, string>> = { '+': '+', '-': '-', '*': '*', '/': '/', '^': '^' };
const STRENGTH: Readonly<Record<Arithmetic, number>> = { '+': 2, '-': 2, '*': 3, '/': 3, '^': 4 };
const AFTER_MINUS = STRENGTH['-'] + 0.5;
const FUNCTIONS: Readonly<Record<NamedFunction, string>> = { exp: 'EXP', ln: 'LN', normal: 'NORMSDIST' };

/** The formula (without "=") of an expression at one place. `strength` is that of the operator around it. */
export function writeFormula(expression: Expression, here: Here, ground: Ground, strength = 0): string {
  const { node } = expression;
  const write = (of: Expression, around = 0): string => writeFormula(of, here, ground, around);
  switch (node.kind) {
    case 'constant':
      return ['0', '1'].includes(node.value) ? node.value : ground.constant(node.value);
    case 'read':
      return readText(node, here, ground);
    case 'arithmetic':
      return arithmeticText(node, here, ground, strength);
    case 'extreme':
      return node.parts.length === 1 && node.parts[0]
        ? write(node.parts[0], strength)
        : `${node.op === 'min' ? 'MIN' : 'MAX'}(${node.parts.map((part) => write(part)).join(',')})`;
    case 'compare':
      return `IF(${conditionText(node, write)},1,0)`;
    case 'select': {
      const when = settledHere(node.when, here, ground).node;
      const condition = when.kind === 'compare' ? conditionText(when, write) : write(node.when);
      return `IF(${condition},${write(node.then)},${write(node.otherwise)})`;
    }
    case 'function':
      return `${FUNCTIONS[node.name]}(${write(node.of)})`;
    case 'round':
      return node.places > MOST_PLACES ? write(node.of, strength) : roundText(node, write(node.of), ground);
    case 'sum':
      return sumText(node, here, ground, writeFormula);
    case 'position':
      return positionText(node.axis, here, ground, strength);
    case 'later':
      return laterText(node, here, ground, write(node.by, AFTER_MINUS));
    case 'cases':
      return casesText(node, here, ground, strength);
  }
}

/** What is so or not. In a cell of its own it is 1 or 0: Excel's SUM passes over TRUE, where LibreOffice counts it. */
const conditionText = (
  { left, op, right }: Extract<Node, { kind: 'compare' }>,
  write: (of: Expression, around: number) => string,
): string => `${write(left, 1)}${op}${write(right, 1)}`;

/** What the structure decides here, where one formula serves one period alone. */
const settledHere = (of: Expression, here: Here, { serves }: Ground): Expression =>
  serves.length > 1 ? of : settled(of, here);

function arithmeticText(
  node: Extract<Node, { kind: 'arithmetic' }>,
  here: Here,
  ground: Ground,
  strength: number,
): string {
  const [left, right] = [settledHere(node.left, here, ground), settledHere(node.right, here, ground)];
  const write = (of: Expression, around: number): string => writeFormula(of, here, ground, around);
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

/**
 * Half up is Excel's own rounding (away from zero). Half even differs at ties alone, where twice the rounded half is
 * even. What is rounded is one cell (see `lower`).
 */
function roundText(node: Extract<Node, { kind: 'round' }>, of: string, ground: Ground): string {
  const places = ['0', '1'].includes(String(node.places)) ? String(node.places) : ground.constant(String(node.places));
  if (node.mode === 'half up') return `ROUND(${of},${places})`;
  if (node.mode === 'truncate') return `ROUNDDOWN(${of},${places})`;
  const [half, two] = [ground.constant('0.5'), ground.constant('2')];
  const unit = node.places === 0 ? '' : ground.constant(`1${'0'.repeat(node.places)}`);
  const scaled = unit === '' ? of : `${of}*${unit}`;
  const even = `${two}*ROUND(${scaled}/${two},0)${unit === '' ? '' : `/${unit}`}`;
  return `IF(${scaled}-INT(${scaled})=${half},${even},ROUND(${of},${places}))`;
}

/** 1 for the first member: the counter of the column, or a number of the method where the members are rows. */
function positionText(axis: Axis, here: Here, ground: Ground, strength: number): string {
  const counter = counterText(axis, here, ground);
  if (counter === null) {
    const member = memberHere(axis, here);
    return member === 0 ? '1' : ground.constant(String(member + 1));
  }
  if (counter.start === 1) return counter.text;
  return strength > 2 ? `(${counter.text}+1)` : `${counter.text}+1`;
}

/** A difference between members: decided here, but along the columns written as a choice by flags. */
function casesText(node: Extract<Node, { kind: 'cases' }>, here: Here, ground: Ground, strength: number): string {
  const classes = classesAlong(node, here, ground);
  const served = [...new Set(ground.serves.map((period) => classes[period] ?? ''))];
  const branch = (name: string, serves: readonly number[]): string => {
    const of = node.branches.get(name);
    if (!of) throw new Error(`no case ${name} along ${node.axis.name}`);
    const last = serves.at(-1);
    const there = ground.period === null || last === undefined ? here : new Map(here).set(ground.period, last);
    return writeFormula(of, there, { ...ground, serves }, served.length > 1 ? 0 : strength);
  };
  const text = (names: readonly string[]): string => {
    const [name = '', ...others] = names;
    const mine = branch(
      name,
      ground.serves.filter((period) => classes[period] === name),
    );
    if (others.length === 0) return mine;
    const pattern = classes.map((one) => (one === name ? '1' : '0')).join('');
    return `IF(${ground.flag(pattern, `${node.axis.name}: ${name}`)}=1,${mine},${text(others)})`;
  };
  return text(served);
}

/** The class of the current member in every period of the row. */
function classesAlong(
  node: Extract<Node, { kind: 'cases' }>,
  here: Here,
  { period, serves, summed }: Ground,
): readonly string[] {
  const at = (place: Here): string => node.classes[memberHere(node.axis, place)] ?? '';
  if (period === null || summed.includes(period)) return new Array<string>(Math.max(...serves) + 1).fill(at(here));
  return period.members.map((_, index) => at(new Map(here).set(period, index)));
}
