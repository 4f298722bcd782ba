/**
 * Short formulas: a sum of anything but figures, and the rounding of anything but a figure, get a block of their own
 * for what is summed or rounded. What remains is a SUM over a range, or a ROUND of a cell.
 */
import { memberOf } from '../../graph/alignment';
import { axis, link, membersIn, type Axis } from '../../graph/axis';
import { Expression, type Node } from '../../graph/expression';
import { Quantity, type Block } from '../../graph/quantity';
import { partsOf } from '../depends';
import { membersRead, membersSummed, type Here } from '../places';
import { simple } from '../simple';
import { periodOf } from './layout';
import { onlyUnder, partBlock, shorten, unitOfPart, type Part } from './shorten';
import { axesUsed, isNumber, settled, withParts } from './parts';

/** A block's formula as it is written, and the blocks that were made for its parts. */
export interface Lowered {
  readonly formula: Expression;
  readonly helpers: readonly Block[];
}

type Sum = Extract<Node, { kind: 'sum' }>;

/** What the rows of a block make of one of its sums. */
interface Use {
  readonly members: Set<number>;
  plain: boolean;
}

/** The formula of a block, its longer parts taken out. */
export function lower(block: Block, formula: Expression): Lowered {
  const plain = simple(formula);
  const uses = usesOf(block, plain);
  const helpers: Block[] = [];
  const name = (what: string): string => {
    const wanted = `${block.name}: ${what}`;
    const taken = helpers.filter((helper) => helper.name.startsWith(wanted)).length;
    return taken === 0 ? wanted : `${wanted} (${String(taken + 1)})`;
  };
  const change = (of: Expression, under: Part['under'] = []): Expression => {
    const { node } = of;
    if (node.kind === 'sum') {
      const use = uses.get(node);
      if (!use || use.plain) return of;
      const made = each(
        block,
        node,
        [...use.members].sort((a, b) => a - b),
        name(`each ${node.over.name}`),
        under,
      );
      helpers.push(made.helper);
      return made.sum;
    }
    if (node.kind === 'cases') {
      const branches = [...node.branches].map(([key, branch]) => {
        const taken = node.classes.includes(key);
        return [key, taken ? change(branch, [...under, { node, branches: [key] }]) : branch] as const;
      });
      return new Expression({ ...node, branches: new Map(branches) });
    }
    const inside = withParts(of, (part) => change(part, under));
    if (inside.node.kind !== 'round' || inside.node.mode !== 'half even' || inside.node.places > MOST_PLACES)
      return inside;
    if (inside.node.of.node.kind === 'read') return inside;
    const helper = partBlock(name('before rounding'), block.unit, block.axes, onlyUnder(inside.node.of, under));
    helpers.push(helper);
    return new Expression({ ...inside.node, of: new Quantity(helper) });
  };
  const { formula: written, helpers: parts } = shorten(block, change(plain));
  return { formula: written, helpers: [...helpers, ...parts] };
}

/** Excel keeps no more places than this: rounding to more changes nothing. */
export const MOST_PLACES = 15;

/** The sums that a block's rows come to, with the members that are added and whether all of them are figures. */
function usesOf(block: Block, formula: Expression): ReadonlyMap<Sum, Use> {
  const uses = new Map<Sum, Use>();
  if (!hasSum(formula)) return uses;
  for (let cell = 0; cell < block.size; cell += 1) {
    const members = membersIn(block.axes, cell);
    visit(formula, new Map(block.axes.map((one, k) => [one, members[k] ?? 0] as const)), uses);
  }
  return uses;
}

const hasSum = (of: Expression): boolean => of.node.kind === 'sum' || partsOf(of).some(hasSum);

function visit(of: Expression, here: Here, uses: Map<Sum, Use>): void {
  const { node } = settled(of, here);
  if (node.kind !== 'sum') {
    for (const part of partsOf(new Expression(node))) visit(part, here, uses);
    return;
  }
  const use = uses.get(node) ?? { members: new Set<number>(), plain: true };
  uses.set(node, use);
  const summed = membersSummed(node.over, node.per, here);
  for (const member of summed) use.members.add(member);
  use.plain =
    use.plain &&
    !differsOverTime(node.of, [...here.keys(), node.over], [...here.keys()]) &&
    isPlain(node, summed, here);
}

/** Whether periods differ in what is added: the difference then stands in rows of its own. */
function differsOverTime(of: Expression, context: readonly Axis[], columns: readonly Axis[]): boolean {
  const { node } = of;
  if (node.kind === 'cases') {
    const where = memberOf(node.axis, context, 'cases');
    const by = where.kind === 'same' ? where.axis : where.from;
    if (by.period && columns.includes(by)) return true;
  }
  const inside = node.kind === 'sum' ? [...context, node.over] : context;
  return partsOf(of).some((part) => differsOverTime(part, inside, columns));
}

/** Whether what is summed is figures that stand in cells, or products of two runs of figures. */
function isPlain(node: Sum, members: readonly number[], here: Here): boolean {
  const terms = members.map((member) => {
    const there = new Map(here).set(node.over, member);
    return { of: settled(node.of, there), there };
  });
  const figures = terms.filter(({ of }) => !isNumber(of, 0));
  if (figures.every(({ of, there }) => isFigure(of, there, node.over))) return true;
  return (
    figures.length > 1 &&
    figures.length === terms.length &&
    figures.every(
      ({ of, there }) =>
        of.node.kind === 'arithmetic' &&
        of.node.op === '*' &&
        [of.node.left, of.node.right].every((side) => isRun(settled(side, there), node.over)),
    )
  );
}

/** Along periods a sum is of a whole row: what is read elsewhere on them gets a row of its own. */
function isFigure({ node }: Expression, here: Here, over: Axis): boolean {
  if (node.kind !== 'read') return false;
  if (node.places.some((place) => place.kind === 'lagged' || (over.period && place.axis === over))) return false;
  return membersRead(node.block, node.places, here) !== null;
}

/** Figures that stand one below the other along an axis: its blocks lie along it last. */
function isRun({ node }: Expression, over: Axis): boolean {
  if (node.kind !== 'read' || node.places.length > 0) return false;
  const rows = node.block.axes.filter((one) => one !== periodOf(node.block));
  return rows.at(-1) === over && !over.period;
}

/** What is summed, as a block with a row for each member; and the sum over it. */
function each(
  block: Block,
  node: Sum,
  members: readonly number[],
  name: string,
  under: Part['under'],
): { readonly helper: Block; readonly sum: Expression } {
  // Looking back by the members needs all of them: those of a part are counted otherwise. Periods have columns of their own.
  const whole = members.length === node.over.size || node.over.period || looksBack(node.of, node.over);
  const over = whole ? node.over : part(node.over, members);
  const per = whole
    ? node.per
    : node.per.map((via) =>
        link(
          via.name,
          over,
          via.to,
          members.map((member) => via.map[member] ?? -1),
        ),
      );
  const bound = new Set(node.per.filter((via) => node.over.links.includes(via)).map((via) => via.to));
  const what = onlyUnder(node.of, under);
  const used = axesUsed(what, [...block.axes, node.over]);
  const kept = block.axes.filter((one) => used.has(one) && !bound.has(one));
  const rows = [...kept.filter((one) => !one.period), ...(over.period ? [] : [over])];
  const periods = over.period ? [over] : kept.filter((one) => one.period);
  const helper = partBlock(name, unitOfPart(node.of, block), [...rows, ...periods], what);
  return { helper, sum: new Expression({ kind: 'sum', of: new Quantity(helper), over, per }) };
}

const looksBack = (of: Expression, over: Axis): boolean =>
  (of.node.kind === 'read' && of.node.places.some((place) => place.kind === 'lagged' && place.by === over)) ||
  partsOf(of).some((inside) => looksBack(inside, over));

/** Some members of an axis as an axis of their own. */
function part(of: Axis, members: readonly number[]): Axis {
  const made = axis(
    of.name,
    members.map((member) => of.members[member] ?? ''),
  );
  made.belongsTo(of, members);
  return made;
}
