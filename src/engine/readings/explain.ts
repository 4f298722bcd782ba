/**
 * The explaining reading: for any figure the formula that was taken, its operands with their values, down to the cells
 * of the workbook. Parts of a node recombine to its value: all added or subtracted, all multiplied or divided, or
 * one taken of several (`of`).
 */
import type { Decimal } from 'decimal.js';
import type { Axis } from '../graph/axis';
import { Expression, type Node } from '../graph/expression';
import type { Block } from '../graph/quantity';
import { text, type Run } from '../figures';
import type { Explanation } from '../results';
import { findFigure, type Figure } from './figure-address';
import { memberHere, membersRead, membersSummed, type Here } from './places';
import { simple } from './simple';
import { inSentence, words } from './words';

/** No more nodes than this are made; a tree of a thousand lines is opened where it is widest first. */
const MOST_NODES = 4000;

interface Making {
  readonly run: Run;
  readonly secret: ReadonlySet<string>;
  nodes: number;
}

/** A part of a formula with the sign by which it enters. */
interface Term {
  readonly operator: string;
  readonly of: Expression;
  readonly here: Here;
}

/** Explains one figure by its address: `Budget impact[2028]`. */
export function explain(run: Run, address: string): Explanation {
  const figure = findFigure(run, address);
  const rows = [...run.of.costs.prices.rows, ...run.of.structure.assumptions.agreements].filter(
    (row) => row.confidential,
  );
  const making: Making = { run, secret: new Set(rows.map((row) => row.address)), nodes: 0 };
  if (figure.places.length === 1) return cell(making, figure.quantity.block, figure.places[0] ?? [], '');
  return summed(making, figure);
}

/** A figure that leaves an axis out: the sum over its members. */
function summed(making: Making, { quantity, places, said }: Figure): Explanation {
  const parts = places
    .map((members, n) => cell(making, quantity.block, members, n === 0 ? '' : '+'))
    .filter((part) => part.value !== '0');
  const total = places.map((members) => making.run.exact.at(quantity, members)).reduce((a, b) => a.plus(b));
  return node(quantity.block, said, total, 'sum of its parts', '', opened(parts));
}

/** Terms that add nothing are left out, unless nothing else is left. */
const told = (parts: readonly Explanation[]): readonly Explanation[] => {
  const adding = parts.every((part) => ['', '+', '−'].includes(part.operator));
  const kept = adding ? parts.filter((part) => part.value !== '0') : parts;
  return kept.length > 0 ? opened(kept) : parts.slice(0, 1);
};

const opened = (parts: readonly Explanation[]): readonly Explanation[] =>
  parts.map((part, n) => (n === 0 && part.operator === '+' ? { ...part, operator: '' } : part));

const node = (
  block: Block,
  where: string,
  value: Decimal,
  formula: string,
  operator: string,
  parts: readonly Explanation[],
): Explanation => ({
  name: block.name,
  where,
  value: text(value),
  unit: block.unit === '1' ? '' : block.unit,
  formula,
  operator,
  source: block.description.source ?? '',
  at: null,
  parameter: '',
  confidential: false,
  parts,
});

export const whereOf = (axes: readonly Axis[], members: readonly number[]): string =>
  axes
    .map((axis, k) => (axis.size > 1 || axis.period ? (axis.members[members[k] ?? 0] ?? '') : ''))
    .filter((name) => name !== '')
    .join(' · ');

function cell(making: Making, block: Block, members: readonly number[], operator: string): Explanation {
  making.nodes += 1;
  const value = making.run.exact.at({ block }, members);
  const where = whereOf(block.axes, members);
  if (block.input) {
    const index = block.axes.reduce((at, axis, k) => at * axis.size + (members[k] ?? 0), 0);
    const given = block.input.given[index] ?? null;
    const secret = given !== null && [...making.secret].some((row) => given.parameter.startsWith(`${row}/`));
    const made = node(block, where, value, '', operator, []);
    return given
      ? { ...made, at: given.at, parameter: given.parameter, confidential: secret }
      : { ...made, source: block.description.source ?? 'not typed: its default' };
  }
  if (!block.formula || making.nodes > MOST_NODES) return node(block, where, value, '', operator, []);
  const here: Here = new Map(block.axes.map((axis, k) => [axis, members[k] ?? 0]));
  const taken = resolve(making, block.formula, here);
  const since = sameBefore(making, block, taken, here);
  if (since) return { ...cell(making, block, since, operator), where };
  const parts = partsAt(making, taken, here);
  const only = parts.length === 1 ? parts[0] : undefined;
  // One block that stands for another is not a step worth showing: its own parts are.
  if (only && only.operator === '' && only.parts.length > 0 && only.value === text(value)) {
    return node(block, where, value, only.formula, operator, only.parts);
  }
  return node(block, where, value, formulaSaid(making, taken, here), operator, parts);
}

/** The most or the least so far is told where it was reached: until then the period before has the same figure. */
function sameBefore(making: Making, block: Block, { node: form }: Expression, here: Here): readonly number[] | null {
  if (form.kind !== 'extreme') return null;
  const before = form.parts.flatMap(({ node: part }) => (part.kind === 'read' && part.block === block ? part : []))[0];
  const members = before ? membersRead(block, before.places, here) : null;
  const same = members && making.run.exact.at({ block }, members).eq(valueOf(making, new Expression(form), here));
  return same ? members : null;
}

/** The branch that is taken here, through cases and choices. */
function resolve(making: Making, expression: Expression, here: Here): Expression {
  const { node: form } = expression;
  if (form.kind === 'cases') {
    const branch = form.branches.get(form.classes[memberHere(form.axis, here)] ?? '');
    return branch ? resolve(making, branch, here) : expression;
  }
  if (form.kind === 'select')
    return resolve(making, valueOf(making, form.when, here).isZero() ? form.otherwise : form.then, here);
  return expression;
}

/** A formula in words, with the branches that are taken here in place of all that there are. */
const formulaSaid = (making: Making, expression: Expression, here: Here): string =>
  words(simple(branchesTaken(making, expression, here)));

function branchesTaken(making: Making, expression: Expression, here: Here): Expression {
  const taken = resolve(making, expression, here);
  const { node: form } = taken;
  const inside = (of: Expression): Expression => branchesTaken(making, of, here);
  switch (form.kind) {
    case 'arithmetic':
      return new Expression({ ...form, left: inside(form.left), right: inside(form.right) });
    case 'extreme':
      return new Expression({ ...form, parts: form.parts.map(inside) });
    case 'round':
    case 'function':
      return new Expression({ ...form, of: inside(form.of) });
    default:
      return taken;
  }
}

const valueOf = (making: Making, expression: Expression, here: Here): Decimal =>
  making.run.exact.part(expression, [...here.keys()], [...here.values()]);

/** Parts of a formula whose branch is taken. */
function partsAt(making: Making, expression: Expression, here: Here): readonly Explanation[] {
  const { node: form } = expression;
  switch (form.kind) {
    case 'read':
      return [part(making, { operator: '', of: expression, here })];
    case 'arithmetic':
      return form.op === '^'
        ? [part(making, { operator: '', of: form.left, here }), part(making, { operator: '^', of: form.right, here })]
        : told(flattened(making, expression, here).map((term) => part(making, term)));
    case 'sum':
      return opened(
        // What adds nothing is left out before it is taken apart: it would use up the nodes of what does.
        sumTerms(form, here)
          .filter((term) => !valueOf(making, term.of, term.here).isZero())
          .map((term) => part(making, term)),
      );
    case 'extreme':
      return form.parts.map((of) => part(making, { operator: 'of', of, here }));
    case 'round':
    case 'function':
      return [part(making, { operator: 'of', of: form.of, here })];
    case 'later':
      return laterParts(making, form, here);
    default:
      return [];
  }
}

/** What is read where the lag leads, and the lag; the lag alone, where nothing has begun yet. */
function laterParts(
  making: Making,
  { of, along, by }: Extract<Node, { kind: 'later' }>,
  here: Here,
): readonly Explanation[] {
  const lag = part(making, { operator: 'of', of: by, here });
  const member = Math.min(along.size - 1, (here.get(along) ?? 0) - Number(lag.value));
  return member < 0 ? [lag] : [part(making, { operator: 'of', of, here: new Map(here).set(along, member) }), lag];
}

function sumTerms(form: Extract<Node, { kind: 'sum' }>, here: Here): readonly Term[] {
  return membersSummed(form.over, form.per, here).map((member) => ({
    operator: '+',
    of: form.of,
    here: new Map(here).set(form.over, member),
  }));
}

const ADDITIVE = new Map([
  ['+', '+'],
  ['-', '−'],
]);
const OPPOSITE = new Map([
  ['+', '−'],
  ['−', '+'],
  ['×', '÷'],
  ['÷', '×'],
]);

/** a + b − c as three terms, a × b ÷ c as three factors; a group of the other kind stays one part. */
function flattened(making: Making, expression: Expression, here: Here): readonly Term[] {
  const top = expression.node;
  if (top.kind !== 'arithmetic') return [];
  const adding = ADDITIVE.has(top.op);
  const neutral = adding ? '+' : '×';
  const walk = (of: Expression, sign: string): readonly Term[] => {
    const taken = resolve(making, of, here);
    const { node: form } = taken;
    if (form.kind !== 'arithmetic' || form.op === '^' || ADDITIVE.has(form.op) !== adding)
      return [{ operator: sign, of: taken, here }];
    const turned = form.op === '-' || form.op === '/' ? (OPPOSITE.get(sign) ?? sign) : sign;
    return [...walk(form.left, sign), ...walk(form.right, turned)];
  };
  const terms = walk(expression, neutral).filter((term) => !isNeutral(term.of, adding));
  return terms.map((term, n) => (n === 0 && term.operator === neutral ? { ...term, operator: '' } : term));
}

/** A 0 that is added, or a 1 that is multiplied, says nothing. */
const isNeutral = ({ node: form }: Expression, adding: boolean): boolean =>
  form.kind === 'constant' && Number(form.value) === (adding ? 0 : 1);

function part(making: Making, { operator, of, here }: Term): Explanation {
  const taken = resolve(making, of, here);
  const { node: form } = taken;
  if (form.kind === 'read') {
    const members = membersRead(form.block, form.places, here);
    return members
      ? cell(making, form.block, members, operator)
      : node(form.block, 'before the first year', valueOf(making, taken, here), '', operator, []);
  }
  making.nodes += 1;
  const value = valueOf(making, taken, here);
  const said = formulaSaid(making, taken, here);
  const name = form.kind === 'constant' ? text(value) : said;
  return {
    name: inSentence(name),
    where: '',
    value: text(value),
    unit: '',
    formula: form.kind === 'constant' ? '' : said,
    operator,
    source: form.kind === 'constant' ? 'part of the method' : '',
    at: null,
    parameter: '',
    confidential: false,
    parts: partsAt(making, taken, here),
  };
}
