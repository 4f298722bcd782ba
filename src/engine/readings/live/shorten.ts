/**
 * Long formulas: what is said twice in one, or is long in itself, gets a block of its own, until what remains can be
 * read at a glance.
 */
import type { Axis } from '../../graph/axis';
import { Expression, zero, type Node } from '../../graph/expression';
import { Block, Quantity } from '../../graph/quantity';
import { unitText } from '../../graph/unit';
import { formulaText } from '../shape';
import { unitOf } from '../units';
import { axesUsed, withParts } from './parts';

/** Figures and numbers in one formula, and in a part that is taken out. */
const [MOST_LEAVES, PART_LEAVES] = [12, 8];

type Cases = Extract<Node, { kind: 'cases' }>;

/** A part of a formula, and the differences between members under which it stands. */
export interface Part {
  readonly of: Expression;
  readonly under: readonly { readonly node: Cases; readonly branches: readonly string[] }[];
  /** Stands where a choice may leave it out: then it must not be computed by itself. */
  readonly chosen: boolean;
}

/** A formula with few figures, and the blocks of its parts, each before those that read it. */
export function shorten(
  block: Block,
  formula: Expression,
): { readonly formula: Expression; readonly helpers: readonly Block[] } {
  const helpers: Block[] = [];
  let written = formula;
  while (leaves(written) > MOST_LEAVES) {
    const part = heaviest(written);
    if (!part) break;
    const helper = blockOf(block, part, helpers.length + 1);
    helpers.push(helper);
    const key = formulaText(part.of);
    const put = (of: Expression): Expression => (formulaText(of) === key ? new Quantity(helper) : withParts(of, put));
    written = put(written);
  }
  return { formula: written, helpers };
}

/** Figures and numbers that one cell shows: of differences between members, the longest. */
function leaves({ node }: Expression): number {
  switch (node.kind) {
    case 'constant':
    case 'read':
    case 'position':
    case 'sum':
      return 1;
    case 'arithmetic':
    case 'compare':
      return leaves(node.left) + leaves(node.right);
    case 'extreme':
      return node.parts.reduce((total, part) => total + leaves(part), 0);
    case 'select':
      return leaves(node.when) + leaves(node.then) + leaves(node.otherwise);
    case 'function':
    case 'round':
      return leaves(node.of);
    case 'later':
      return 1 + leaves(node.by);
    case 'cases':
      return Math.max(0, ...[...node.branches.values()].map(leaves));
  }
}

/** The part that shortens a formula most: long, and said often. */
function heaviest(formula: Expression): Part | null {
  const found = new Map<string, { part: Part; times: number }>();
  const refused = new Set<string>();
  const visit = (part: Part, root: boolean): void => {
    const { node } = part.of;
    if (!root && KINDS.has(node.kind)) {
      const key = formulaText(part.of);
      const held = found.get(key);
      if (!isPart(part)) refused.add(key);
      else found.set(key, held ? { part: together(held.part, part), times: held.times + 1 } : { part, times: 1 });
    }
    if (node.kind === 'sum') return;
    if (node.kind === 'cases') {
      for (const [branch, of] of node.branches)
        if (node.classes.includes(branch))
          visit({ ...part, of, under: [...part.under, { node, branches: [branch] }] }, root);
      return;
    }
    if (node.kind === 'select') visit({ ...part, of: node.when }, false);
    const chosen = part.chosen || node.kind === 'select';
    for (const of of node.kind === 'select' ? [node.then, node.otherwise] : partsIn(part.of))
      visit({ ...part, of, chosen }, false);
  };
  visit({ of: formula, under: [], chosen: false }, true);
  const gain = ({ part, times }: { readonly part: Part; readonly times: number }): number =>
    (leaves(part.of) - 1) * times;
  const left = [...found].flatMap(([key, one]) => (refused.has(key) ? [] : [one]));
  return left.sort((a, b) => gain(b) - gain(a))[0]?.part ?? null;
}

/** A part that stands in two places: under the differences that both share. */
const together = (a: Part, b: Part): Part => ({
  ...a,
  under: a.under.flatMap(({ node, branches }) => {
    const other = b.under.find((one) => one.node === node);
    return other ? [{ node, branches: [...branches, ...other.branches] }] : [];
  }),
});

function partsIn({ node }: Expression): readonly Expression[] {
  const made: Expression[] = [];
  withParts(new Expression(node), (part) => {
    made.push(part);
    return part;
  });
  return made;
}

const KINDS: ReadonlySet<Node['kind']> = new Set(['arithmetic', 'extreme', 'function', 'select']);

function isPart({ of, chosen }: Part): boolean {
  const size = leaves(of);
  return KINDS.has(of.node.kind) && size > 1 && size <= PART_LEAVES && !(chosen && mayFail(of));
}

/** Whether a formula can be without a value: it divides, or takes a logarithm or a power. */
function mayFail(of: Expression): boolean {
  const { node } = of;
  const itself =
    (node.kind === 'arithmetic' && (node.op === '/' || node.op === '^')) ||
    (node.kind === 'function' && node.name === 'ln');
  return itself || partsIn(of).some(mayFail);
}

/** A part where its differences between members let it stand; 0 elsewhere, where it may have nothing to read. */
export const onlyUnder = (of: Expression, under: Part['under']): Expression =>
  [...under].reverse().reduce(
    (part, { node, branches }) =>
      new Expression({
        kind: 'cases',
        axis: node.axis,
        classes: node.classes.map((name) => (branches.includes(name) ? 'here' : 'elsewhere')),
        branches: new Map([
          ['here', part],
          ['elsewhere', zero()],
        ]),
      }),
    of,
  );

/** A block for a part; members that it does not concern have 0. */
function blockOf(block: Block, { of, under }: Part, number: number): Block {
  const whole = onlyUnder(of, under);
  const used = axesUsed(whole, block.axes);
  const axes = block.axes.filter((axis) => used.has(axis));
  return partBlock(`${block.name}: part ${String(number)}`, unitOfPart(of, block), axes, whole);
}

/** A block that stands above the one of which it is a part. */
export const partBlock = (name: string, unit: string, axes: readonly Axis[], of: Expression): Block =>
  new Block(name, unit, axes, () => of, null, { source: 'a part of the next block' });

/** The unit of a part; where a 1 that carried it was left out, that of the whole stands. */
export function unitOfPart(of: Expression, block: Block): string {
  try {
    return unitText(unitOf(of));
  } catch {
    return block.unit;
  }
}
