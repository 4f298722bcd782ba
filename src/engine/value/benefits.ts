/**
 * Benefits: which row of BIM_Outcomes counts on whom. A row is counted on each technology and subgroup it holds for; a
 * fixed sum (Per = year) is one sum for all of them, as a fixed sum of BIM_Costs is. Workbook contract, BIM_Outcomes.
 */
import { axis, type Axis } from '../graph/axis';
import { isAll, sameName, type Structure } from '../model/structure';
import type { OutcomeRow } from '../realisation-assumptions';

export interface Benefit {
  readonly row: number;
  /** Arms on whose people it is counted: one, or all that a fixed sum holds for. */
  readonly arms: readonly number[];
  /** '' where a fixed sum is for every technology, or every subgroup. */
  readonly technology: string;
  readonly subgroup: string;
  /** Whether any of its technologies is new: the others' benefits are those of the plan in every case. */
  readonly isNew: boolean;
}

export interface Benefits {
  readonly rows: readonly OutcomeRow[];
  readonly benefits: readonly Benefit[];
  readonly benefit: Axis;
  /** Fixed sums among them, and the arms whose first start sets them going. */
  readonly fixed: Axis;
  readonly counted: Axis;
}

/** `outcome`: the rows of BIM_Outcomes. */
export function benefitsOf(structure: Structure, rows: readonly OutcomeRow[], outcome: Axis): Benefits {
  const { arm, arms, technology, subgroup } = structure;
  const nameOf = (key: string): string => (isAll(key) ? '' : key);
  const isNew = (held: readonly number[]): boolean => held.some((index) => arms[index]?.role === 'new');
  const benefits = rows.flatMap((row, index): readonly Benefit[] => {
    const held = arms.flatMap((_, at) => (counts(structure, rows, row, at) ? [at] : []));
    if (row.per === 'year' && held.length > 0) {
      const names = { technology: nameOf(row.technology), subgroup: nameOf(row.subgroup) };
      return [{ row: index, arms: held, ...names, isNew: isNew(held) }];
    }
    return held.map((at) => ({
      row: index,
      arms: [at],
      technology: technology.members[arms[at]?.technology ?? -1] ?? '',
      subgroup: subgroup.members[arms[at]?.subgroup ?? -1] ?? '',
      isNew: isNew([at]),
    }));
  });
  const named = ({ row, technology: of, subgroup: at }: Benefit): string =>
    `${[at, of].filter(Boolean).join(' · ')} · ${rows[row]?.benefit ?? ''} (${String(row + 1)})`;
  const benefit = axis('benefit', benefits.map(named));
  benefit.belongsTo(
    outcome,
    benefits.map(({ row }) => row),
  );
  benefit.belongsTo(
    arm,
    benefits.map(({ row, arms: held }) => (rows[row]?.per === 'year' ? -1 : (held[0] ?? -1))),
  );
  return { rows, benefits, benefit, ...fixedSums(arm, rows, benefits, benefit) };
}

function fixedSums(
  arm: Axis,
  rows: readonly OutcomeRow[],
  benefits: readonly Benefit[],
  benefit: Axis,
): Pick<Benefits, 'fixed' | 'counted'> {
  const sums = benefits.flatMap((of, index) => (rows[of.row]?.per === 'year' ? [{ ...of, index }] : []));
  const fixed = axis(
    'fixed benefit',
    sums.map(({ index }) => benefit.members[index] ?? ''),
  );
  benefit.belongsTo(
    fixed,
    benefits.map((_, index) => sums.findIndex((of) => of.index === index)),
  );
  const pairs = sums.flatMap((of, at) => of.arms.map((held) => ({ at, held })));
  const counted = axis(
    'who a fixed benefit waits for',
    pairs.map(({ at, held }) => `${fixed.members[at] ?? ''}: ${arm.members[held] ?? ''}`),
  );
  counted.belongsTo(
    fixed,
    pairs.map(({ at }) => at),
  );
  counted.belongsTo(
    arm,
    pairs.map(({ held }) => held),
  );
  return { fixed, counted };
}

/** Whether a row is counted on an arm: it holds there, and no row that says more stands in its place. */
function counts(structure: Structure, rows: readonly OutcomeRow[], row: OutcomeRow, index: number): boolean {
  const { arms, technology, subgroup } = structure;
  const of = technology.members[arms[index]?.technology ?? -1] ?? '';
  const at = subgroup.members[arms[index]?.subgroup ?? -1] ?? '';
  const fits = (key: string, name: string): boolean => isAll(key) || sameName(key, name);
  const holds = (other: OutcomeRow): boolean => fits(other.technology, of) && fits(other.subgroup, at);
  const replaces = (other: OutcomeRow): boolean => {
    const [tech, group] = [other.technology, other.subgroup].map(isAll);
    const [myTech, myGroup] = [row.technology, row.subgroup].map(isAll);
    return (!tech || myTech === true) && (!group || myGroup === true) && (tech !== myTech || group !== myGroup);
  };
  return holds(row) && !rows.some((other) => sameName(other.benefit, row.benefit) && holds(other) && replaces(other));
}
