/** Gates: the positives of the last gated test of a world and subgroup are its eligible patients. */
import type { TestRow } from '../assumptions';
import { axis, link, type Axis } from '../graph/axis';
import { cases, sum, type Expression } from '../graph/expression';
import type { Quantity } from '../graph/quantity';
import type { Structure } from './structure';
import { isGate, type TestUse } from './test-uses';

/** `positive` are those who go on, [test, year]; `candidates` those who come where there is no gate, [world, subgroup, year]. */
export function gatedEligible(
  structure: Structure,
  test: Axis,
  uses: readonly TestUse[],
  rows: readonly TestRow[],
  positive: Quantity,
  candidates: Quantity,
): Expression {
  const { world, subgroup } = structure;
  const cell = axis(
    'world and subgroup',
    world.members.flatMap((name) => subgroup.members.map((group) => `${name} · ${group}`)),
  );
  const at = (member: number): { w: number; s: number } => ({
    w: Math.floor(member / subgroup.size),
    s: member % subgroup.size,
  });
  const last = cell.members.map((_, member) => {
    const { w, s } = at(member);
    return uses.reduce(
      (found, use, index) => (use.world === w && use.subgroup === s && isGate(uses, rows, index) ? index : found),
      -1,
    );
  });
  const gate = link('last gated test', cell, test, last);
  cell.belongsTo(
    world,
    cell.members.map((_, member) => at(member).w),
  );
  cell.belongsTo(
    subgroup,
    cell.members.map((_, member) => at(member).s),
  );
  const found = cases(cell, (member) => ((last[member] ?? -1) < 0 ? 'open' : 'gated'), {
    open: candidates,
    gated: positive.via(gate),
  });
  return sum(found, cell, world, subgroup);
}
