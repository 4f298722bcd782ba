/**
 * Which tests are done where: the rows of BIM_Tests in each world and subgroup, in their order, which of them are given
 * side by side (Combination parallel), and whose positives come to whom. Workbook contract, BIM_Tests.
 */
import type { TestRow } from '../assumptions';
import { isAll, sameName, typedWorld, type Structure } from './structure';

/** One test in one world and subgroup. -1 stands for none. */
export interface TestUse {
  readonly row: number;
  readonly world: number;
  readonly subgroup: number;
  /** The last test of the gate whose positives come to it. */
  readonly before: number;
  /** The test before it that is given to the same people, where it is one of several side by side. */
  readonly beside: number;
  /** The first of those side by side, or itself: it says who comes, and whether only the positive go on. */
  readonly lead: number;
}

/** The row that says who comes to a test: its own, or that of the first of those side by side. */
export const leadRow = (uses: readonly TestUse[], rows: readonly TestRow[], member: number): TestRow | undefined =>
  rows[uses[uses[member]?.lead ?? -1]?.row ?? -1];

/** True where only the positive of this test, or of those side by side with it, go on. */
export const isGate = (uses: readonly TestUse[], rows: readonly TestRow[], member: number): boolean =>
  leadRow(uses, rows, member)?.gate === true;

/** True where the test is the last of those side by side: what it and they find together stands with it. */
export const isLast = (uses: readonly TestUse[], member: number): boolean => !uses.some((use) => use.beside === member);

/** Rows that hold in a world and subgroup, in their order; one for a subgroup or world stands in place of one for all. */
function rowsIn(structure: Structure, w: number, name: string): readonly number[] {
  const rows = structure.assumptions.tests;
  const world = typedWorld(w);
  const rank = (row: TestRow): number => (isAll(row.subgroup) ? 0 : 1) + (row.world === null ? 0 : 1);
  const fitting = rows
    .map((row, index) => ({ row, index }))
    .filter(({ row }) => (row.world ?? world) === world && (isAll(row.subgroup) || sameName(row.subgroup, name)));
  const replaced = (row: TestRow): boolean =>
    fitting.some(
      ({ row: other }) =>
        sameName(other.test, row.test) &&
        sameName(other.technology, row.technology) &&
        other.order === row.order &&
        rank(other) > rank(row),
    );
  return fitting
    .filter(({ row }) => !replaced(row))
    .sort((a, b) => a.row.order - b.row.order)
    .map(({ index }) => index);
}

/** Tests by world and subgroup in their order. */
export function testUses(structure: Structure): readonly TestUse[] {
  const rows = structure.assumptions.tests;
  const uses: TestUse[] = [];
  structure.world.members.forEach((_, world) => {
    structure.subgroup.members.forEach((name, subgroup) => {
      let [before, last] = [-1, -1];
      for (const row of rowsIn(structure, world, name)) {
        const here = uses.length;
        const beside = rows[row]?.parallel === true ? last : -1;
        const [lead, arriving] = beside < 0 ? [here, before] : [uses[beside]?.lead ?? here, uses[beside]?.before ?? -1];
        uses.push({ row, world, subgroup, before: arriving, beside, lead });
        if (rows[uses[lead]?.row ?? -1]?.gate === true) before = here;
        last = here;
      }
    });
  });
  return uses;
}

/** A prevalence once typed holds for the tests after it, as long as no gate has changed who comes; -1: nobody knows. */
export function prevalenceRows(uses: readonly TestUse[], rows: readonly TestRow[]): readonly number[] {
  let held = -1;
  return uses.map((use, index) => {
    const before = uses[index - 1];
    if (before?.world !== use.world || before.subgroup !== use.subgroup) held = -1;
    if (rows[use.row]?.prevalence && use.beside < 0) held = use.row;
    return held;
  });
}

/** True where a row gives sensitivity or specificity: it tells the ill from the well. */
export const isAccurate = (row: TestRow | undefined): boolean =>
  row?.positive === null && (row.sensitivity !== null || row.specificity !== null);

/** Tests after which it is known who is ill: those with accuracy, as long as it was known who came to them, or typed. */
export function truthKnown(uses: readonly TestUse[], rows: readonly TestRow[]): readonly boolean[] {
  const prevalence = prevalenceRows(uses, rows);
  const known: boolean[] = [];
  uses.forEach((use, index) => {
    const row = rows[use.row];
    const arriving =
      use.before < 0
        ? (prevalence[use.lead] ?? -1) >= 0
        : known[use.before] === true || leadRow(uses, rows, index)?.prevalence !== null;
    known.push(isAccurate(row) && arriving && (use.beside < 0 || known[use.beside] === true));
  });
  return known;
}
