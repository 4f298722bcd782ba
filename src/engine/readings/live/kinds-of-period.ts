/**
 * Which periods of a row have the same formula. Most differ in nothing, so that a row of 120 months is written once; what
 * the structure decides by period (a case, a link, the members of a sum) tells them apart.
 */
import { align, memberOf } from '../../graph/alignment';
import type { Axis } from '../../graph/axis';
import type { Expression } from '../../graph/expression';
import { partsOf } from '../depends';
import { periodOf, type PlacedBlock } from './layout';

/** What a formula takes from the structure in each period; null where it needs the period itself. */
type Sign = readonly (string | number)[] | null;

const known = new WeakMap<PlacedBlock, readonly number[]>();

/** For each period, the first that has the same formula; the same for every row of a block, and found once. */
export function kindsOfPeriod(at: PlacedBlock, formula: Expression, period: Axis): readonly number[] {
  const kinds = known.get(at) ?? kindsOf(formula, [...at.rowAxes, period], period);
  known.set(at, kinds);
  return kinds;
}

function kindsOf(formula: Expression, context: readonly Axis[], period: Axis): readonly number[] {
  const signs: Sign[] = [];
  visit(formula, context, period, signs);
  if (signs.includes(null)) return period.members.map((_, index) => index);
  const first = new Map<string, number>();
  return period.members.map((_, index) => {
    const key = signs.map((sign) => String(sign?.[index])).join('|');
    const held = first.get(key) ?? index;
    first.set(key, held);
    return held;
  });
}

function visit(of: Expression, context: readonly Axis[], period: Axis, signs: Sign[]): void {
  const { node } = of;
  if (node.kind === 'cases') signs.push(...along(node.axis, context, period, (member) => node.classes[member] ?? ''));
  if (node.kind === 'position' && node.axis !== period)
    signs.push(...along(node.axis, context, period, (member) => member));
  if (node.kind === 'read')
    for (const where of align(node.block, node.places, context))
      if (where.kind === 'gather' && where.from === period && where.axis !== periodOf(node.block))
        signs.push(where.map);
  if (node.kind === 'sum' && node.over.period) signs.push(null);
  const inside = node.kind === 'sum' ? [...context, node.over] : context;
  for (const part of partsOf(of)) visit(part, inside, period, signs);
}

/** What the members of an axis say in each period; nothing where the period does not decide the member. */
function along(
  axis: Axis,
  context: readonly Axis[],
  period: Axis,
  say: (member: number) => string | number,
): readonly Sign[] {
  const where = memberOf(axis, context, axis.name);
  if (where.kind === 'same') return axis === period ? [period.members.map((_, member) => say(member))] : [];
  return where.from === period ? [where.map.map(say)] : [];
}
