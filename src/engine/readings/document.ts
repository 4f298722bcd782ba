/**
 * The documenting reading: what a model is made of, quantity by quantity, with every branch its formulas hold. It is
 * the second half of docs/METHODS.md, so that the page cannot drift from the sums.
 */
import type { Expression } from '../graph/expression';
import { type Arithmetic, type Node } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Block } from '../graph/quantity';
import { isConstant, simple } from './simple';
import { placed, words } from './words';

/** One way in which a quantity may come about; `when` says for which members or settings, '' where it is the only one. */
export interface Equation {
  readonly when: string;
  readonly equation: string;
}

/** One quantity as a reader of the methods meets it. */
export interface Documented {
  readonly name: string;
  /** `input`: typed in the workbook. `structure`: which rows and cells there are. `formula`: computed. */
  readonly kind: 'input' | 'structure' | 'formula';
  /** The currency reads `money`. */
  readonly unit: string;
  readonly axes: readonly string[];
  readonly equations: readonly Equation[];
  readonly source: string;
}

/** Every quantity of a model, in the order in which it is read. `currency` is the unit of its amounts. */
export const documented = (model: Model, currency: string): readonly Documented[] =>
  model.quantities.map(({ block }): Documented => ({
    name: block.name,
    kind: kindOf(block),
    unit: block.unit
      .split(/([*/])/)
      .map((part) => (part === currency ? 'money' : part))
      .join(''),
    axes: block.axes.map((axis) => axis.name),
    equations: block.formula ? merged(alternatives(simple(block.formula))) : [],
    source: block.description.source ?? '',
  }));

/** The same quantity met in several models: every equation any of them has, once, in the order of the models. */
export function united(models: readonly (readonly Documented[])[]): readonly Documented[] {
  const all: Documented[] = [];
  for (const quantities of models) {
    let place = 0;
    for (const met of quantities) {
      const found = all.findIndex((each) => each.name === met.name);
      const held = all[found];
      if (held) all[found] = { ...held, equations: merged([...held.equations, ...met.equations]) };
      else all.splice(place, 0, met);
      place = (held ? found : place) + 1;
    }
  }
  return all;
}

function kindOf(block: Block): Documented['kind'] {
  if (!block.input) return 'formula';
  return block.input.structural === true ? 'structure' : 'input';
}

/** Numbers that only one model has (its first year, its count of years) do not make another equation. */
const shapeOf = ({ when, equation }: Equation): string => `${when}: ${equation}`.replace(/\d+(\.\d+)?/g, '#');

function merged(equations: readonly Equation[]): readonly Equation[] {
  const seen = new Set<string>();
  return equations.filter((each) => !seen.has(shapeOf(each)) && seen.add(shapeOf(each)));
}

/** A formula as the list of its branches: by the names of the cases, numbered ones (packs, agreements) without. */
function alternatives(expression: Expression, when = ''): readonly Equation[] {
  const { node } = expression;
  const further = (of: Expression, named: string): readonly Equation[] =>
    alternatives(of, [when, named].filter(Boolean).join(', '));
  switch (node.kind) {
    case 'cases':
      return [...node.branches].flatMap(([key, branch]) => further(branch, /^\d*$/.test(key) ? '' : key));
    case 'select':
      return [...further(node.then, `where ${inWords(node.when)}`), ...further(node.otherwise, 'else')];
    case 'round':
      return further(node.of, '').map((each) => ({ ...each, equation: roundedTo(each.equation, node.places) }));
    default:
      return [{ when, equation: inWords(expression) }];
  }
}

/** Where `Patients` or `Money` rounds; so many places are a guard of the method, and are said. */
const roundedTo = (equation: string, places: number): string =>
  places < 10 ? `rounded(${equation})` : `${equation}, to ${String(places)} places`;

const STRENGTH: Readonly<Record<Arithmetic, number>> = { '+': 1, '-': 1, '*': 2, '/': 2, '^': 3 };
const SIGNS: Readonly<Record<Arithmetic, string>> = { '+': '+', '-': '−', '*': '×', '/': '÷', '^': '^' };

/** Like `words`, but exact enough to compute from: all branches, in brackets inside a sum or product, and where others are read. */
function inWords(expression: Expression, strength = 0): string {
  const { node } = expression;
  const bracketed = (text: string): string => (strength > 0 ? `(${text})` : text);
  switch (node.kind) {
    case 'read':
      return placed(node);
    case 'arithmetic': {
      if (node.op === '*' && isConstant(node.left, -1)) return `−${inWords(node.right, 2)}`;
      const own = STRENGTH[node.op];
      const tighter = node.op === '-' || node.op === '/' || node.op === '^' ? own + 0.5 : own;
      const text = `${inWords(node.left, own)} ${SIGNS[node.op]} ${inWords(node.right, tighter)}`;
      return own < strength ? `(${text})` : text;
    }
    case 'extreme':
      return `${node.op}(${node.parts.map((part) => inWords(part)).join('; ')})`;
    case 'compare':
      return `${inWords(node.left, 1)} ${node.op === '=' ? 'is' : node.op === '<' ? 'is below' : 'is at most'} ${inWords(node.right, 1)}`;
    case 'select':
      return bracketed(`${inWords(node.then)} where ${inWords(node.when)}, else ${inWords(node.otherwise)}`);
    case 'cases':
      return oneOf(merged(alternatives(expression)), strength);
    case 'sum':
      return `Σ(${inWords(node.of)}; each ${node.over.name}${ofEach(node)})`;
    case 'function':
      return `${node.name === 'normal' ? 'Φ' : node.name}(${inWords(node.of)})`;
    case 'round':
      return roundedTo(inWords(node.of), node.places);
    case 'constant':
      return calendar(Number(node.value)) ? 'the year before the first' : node.value.replace('-', '−');
    default:
      return words(expression);
  }
}

const oneOf = (equations: readonly Equation[], strength: number): string => {
  const said = equations.map((each) => [each.when, each.equation].filter(Boolean).join(': ')).join('; ');
  return strength > 0 || equations.length > 1 ? `(${said})` : said;
};

/** The calendar year that a curve counts from is the one large number of the method itself. */
const calendar = (value: number): boolean => value >= 1899 && value <= 2200;

const ofEach = ({ per }: Extract<Node, { kind: 'sum' }>): string => {
  const named = per.map(({ name, from, to }) =>
    name === `${from.name} to ${to.name}` ? to.name : `${to.name} (${name})`,
  );
  return named.length > 0 ? ` of the ${named.join(', ')}` : '';
};
