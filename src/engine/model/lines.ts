/**
 * Lines: the ledger's rows. Each row of BIM_Costs becomes one line for every world, subgroup and technology it holds
 * for, unless a more specific row of the same category, item and treatment year stands in its place.
 */
import type { CostRow } from '../assumptions';
import { isAll, sameName, typedWorld, type Structure } from './structure';

/** One line of the ledger. -1 where it belongs to no arm, subgroup or technology. */
export interface Line {
  readonly row: number;
  readonly world: number;
  readonly subgroup: number;
  readonly technology: number;
  readonly arm: number;
  readonly cost: CostRow;
}

/** Whether a row charges the first year of treatment: alone, or with those that follow. */
export const fromTheStart = ({ treatmentYear }: CostRow): boolean => ['', '1', '1+'].includes(treatmentYear);

/** Bases that are not people on a technology: a row for all technologies is then charged once. */
const BESIDE: ReadonlySet<CostRow['per']> = new Set(['eligible', 'step', 'year']);

interface Target {
  readonly world: number;
  readonly subgroup: string | null;
  readonly technology: string | null;
}

const fits = (key: string, name: string | null): boolean =>
  name === null ? isAll(key) : isAll(key) || sameName(key, name);

function holds(row: CostRow, at: Target): boolean {
  return (
    fits(row.technology, at.technology) &&
    fits(row.subgroup, at.subgroup) &&
    (row.world === null || row.world === typedWorld(at.world))
  );
}

const specific = (row: CostRow): readonly boolean[] => [
  !isAll(row.technology),
  !isAll(row.subgroup),
  row.world !== null,
];

/** Whether `other` stands in place of `row` where both hold: the same item, and more specific in some key, in none less. */
function replaces(other: CostRow, row: CostRow): boolean {
  const same =
    sameName(other.category, row.category) &&
    sameName(other.item, row.item) &&
    other.treatmentYear === row.treatmentYear;
  const [mine, theirs] = [specific(other), specific(row)];
  return same && mine.every((is, key) => is || !theirs[key]) && mine.some((is, key) => is && !theirs[key]);
}

/** Where a row of costs is charged. */
function targetsOf(structure: Structure, row: CostRow): readonly Omit<Line, 'row' | 'cost'>[] {
  const { arms, world: worldAxis, subgroup, technology, assumptions } = structure;
  const worlds = worldAxis.members.flatMap((_, index) =>
    row.world === null || row.world === typedWorld(index) ? [index] : [],
  );
  const techs = assumptions.technologies.flatMap((at, index) =>
    sameName(at.technology, row.technology) ? [index] : [],
  );
  const subgroups = subgroup.members.flatMap((name, index) =>
    isAll(row.subgroup) || sameName(name, row.subgroup) ? [index] : [],
  );
  const taking = subgroups.filter((index) => arms.length === 0 || arms.some((arm) => arm.subgroup === index));
  if (BESIDE.has(row.per)) {
    const named = isAll(row.technology) ? [-1] : techs;
    const groups = row.per === 'year' && isAll(row.subgroup) ? [-1] : taking;
    return worlds.flatMap((world) =>
      named.flatMap((tech) => groups.map((group) => ({ world, subgroup: group, technology: tech, arm: -1 }))),
    );
  }
  return worlds.flatMap((world) =>
    arms.flatMap((arm, index) =>
      (isAll(row.technology) || sameName(technology.members[arm.technology] ?? '', row.technology)) &&
      subgroups.includes(arm.subgroup)
        ? [{ world, subgroup: arm.subgroup, technology: arm.technology, arm: index }]
        : [],
    ),
  );
}

/** All lines, in the order of the rows of BIM_Costs. */
export function linesOf(structure: Structure): readonly Line[] {
  const { subgroup, technology, assumptions } = structure;
  const rows = assumptions.costs;
  return rows.flatMap((cost, row) =>
    targetsOf(structure, cost).flatMap((target) => {
      const at: Target = {
        world: target.world,
        subgroup: target.subgroup < 0 ? null : (subgroup.members[target.subgroup] ?? null),
        technology: target.technology < 0 ? null : (technology.members[target.technology] ?? null),
      };
      const replaced = rows.some((other) => other !== cost && holds(other, at) && replaces(other, cost));
      return replaced ? [] : [{ row, cost, ...target }];
    }),
  );
}
