/**
 * Pools: the resources that starts and follow-up draw on, and who draws how much. All rows of BIM_Resources with one
 * Resource are one pool; the more specific row of use stands in place of the wider one. Workbook contract, BIM_Resources.
 */
import { axis, type Axis } from '../graph/axis';
import { distinct, isAll, sameName, type Structure } from '../model/structure';
import type { Carry, Dimension, ResourceKind, ResourceRow } from '../realisation-assumptions';

export interface Pool {
  readonly name: string;
  readonly kind: ResourceKind;
  readonly carry: Carry;
  readonly dimension: Dimension;
  /** Indices of its rows of supply, in table order. */
  readonly supply: readonly number[];
}

/** What one of a technology in a subgroup uses of a pool: the row that says it. */
export interface Use {
  readonly pool: number;
  readonly arm: number;
  readonly row: number;
}

export interface Pools {
  readonly pool: Axis;
  readonly pools: readonly Pool[];
  readonly rows: readonly ResourceRow[];
  readonly row: Axis;
  readonly use: Axis;
  readonly uses: readonly Use[];
}

/** A budget that BIM_Horizon is compared with is no gate. */
export const isGate = (row: ResourceRow): boolean => !sameName(row.technology, 'horizon');
const supplies = (row: ResourceRow): boolean => row.available !== null || row.years.size > 0;
const draws = (row: ResourceRow): boolean => row.perStart !== null || row.perFollowUp !== null;

/** `rows`: those of gates. */
export function poolsOf(structure: Structure, rows: readonly ResourceRow[]): Pools {
  const names = rows
    .map((row) => row.resource)
    .filter((name, index, all) => all.findIndex((other) => sameName(other, name)) === index);
  const pools = names.flatMap((name): readonly Pool[] => {
    const mine = rows.map((row, index) => ({ row, index })).filter(({ row }) => sameName(row.resource, name));
    const [head] = mine;
    if (!head) return [];
    const { kind, carry, dimension } = head.row;
    return [
      { name, kind, carry, dimension, supply: mine.filter(({ row }) => supplies(row)).map(({ index }) => index) },
    ];
  });
  const pool = axis('pool', names);
  const row = axis(
    'resource row',
    distinct(rows.map((of) => [of.resource, of.technology, of.subgroup].filter(Boolean).join(' · '))),
  );
  row.belongsTo(
    pool,
    rows.map((of) => names.findIndex((name) => sameName(name, of.resource))),
  );
  const uses = names.flatMap((name, at) =>
    structure.arms.flatMap((_, arm): readonly Use[] => {
      const found = useRow(structure, rows, name, arm);
      return found < 0 ? [] : [{ pool: at, arm, row: found }];
    }),
  );
  const use = axis(
    'use of a pool',
    uses.map((of) => `${structure.arm.members[of.arm] ?? ''}: ${names[of.pool] ?? ''}`),
  );
  use.belongsTo(
    pool,
    uses.map((of) => of.pool),
  );
  use.belongsTo(
    structure.arm,
    uses.map((of) => of.arm),
  );
  use.belongsTo(
    row,
    uses.map((of) => of.row),
  );
  return { pool, pools, rows, row, use, uses };
}

/** The most specific row of use of a pool for a new technology in a subgroup; -1 where it uses none. */
function useRow(structure: Structure, rows: readonly ResourceRow[], pool: string, index: number): number {
  const arm = structure.arms[index];
  if (arm?.role !== 'new') return -1;
  const technology = structure.technology.members[arm.technology] ?? '';
  const subgroup = structure.subgroup.members[arm.subgroup] ?? '';
  const fits = (key: string, name: string): boolean => isAll(key) || sameName(key, name);
  const score = (row: ResourceRow): number => (isAll(row.technology) ? 0 : 2) + (isAll(row.subgroup) ? 0 : 3);
  let best = -1;
  rows.forEach((row, at) => {
    if (!draws(row) || !sameName(row.resource, pool)) return;
    if (!fits(row.technology, technology) || !fits(row.subgroup, subgroup)) return;
    const held = rows[best];
    if (!held || score(row) > score(held)) best = at;
  });
  return best;
}
