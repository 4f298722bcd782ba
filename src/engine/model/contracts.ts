/**
 * Contracts: which rows of BIM_Agreements are one agreement, and which cost lines it covers, in their order. The rows
 * of one Type and Order are the bands of one agreement, for each technology by itself or for a Group together.
 */
import type { AgreementRow } from '../assumptions';
import type { Costs } from './costs';
import { isAcquisition } from './acquisition';
import { isAll, sameName, type Structure } from './structure';

/** One agreement: its rows, and the technologies each of them is about. */
export interface Contract {
  readonly rows: readonly AgreementRow[];
  readonly technologies: readonly string[];
  readonly name: string;
}

/** One cost line under one agreement; `before` is the same line under the agreement before it (-1: none). */
export interface Covered {
  readonly contract: number;
  readonly line: number;
  readonly before: number;
}

const sameDeal = (a: AgreementRow, b: AgreementRow): boolean => a.type === b.type && a.order === b.order;

/** Whether a row is about a technology: a row of its own stands in place of one for all. */
const isAbout = (rows: readonly AgreementRow[], row: AgreementRow, technology: string): boolean =>
  isAll(row.technology)
    ? !rows.some((other) => sameDeal(other, row) && sameName(other.technology, technology))
    : sameName(row.technology, technology);

/** Whether a row is about a subgroup, in the same way. A subgroup without a price of its own stays out of a blend. */
const isFor = (rows: readonly AgreementRow[], row: AgreementRow, subgroup: string): boolean =>
  isAll(row.subgroup)
    ? row.type === 'blend' ||
      !rows.some(
        (other) =>
          sameDeal(other, row) && sameName(other.technology, row.technology) && sameName(other.subgroup, subgroup),
      )
    : sameName(row.subgroup, subgroup);

/** What rows of one agreement have in common. Each annuity runs by itself: its instalments go on after its years. */
function keyOf(row: AgreementRow, technology: string): string {
  const subgroup = row.type === 'blend' || isAll(row.subgroup) ? '' : row.subgroup;
  const years = row.type === 'annuity' ? [row.from, row.to] : [];
  const who = row.group === '' ? ['technology', technology] : ['group', row.group];
  return JSON.stringify(
    [row.type, row.order, ...who, subgroup, ...years].map((part) => String(part).trim().toLowerCase()),
  );
}

export function contractsOf(rows: readonly AgreementRow[], technologies: readonly string[]): readonly Contract[] {
  const found = new Map<string, { rows: Set<AgreementRow>; technologies: Set<string>; name: string }>();
  for (const row of rows)
    for (const technology of technologies.filter((name) => isAbout(rows, row, name))) {
      const key = keyOf(row, technology);
      const name = [row.group || technology, row.type].join(' · ');
      const held = found.get(key) ?? { rows: new Set(), technologies: new Set(), name };
      held.rows.add(row);
      held.technologies.add(technology);
      found.set(key, held);
    }
  return [...found.values()]
    .map((of): Contract => ({ rows: [...of.rows], technologies: [...of.technologies], name: of.name }))
    .sort((a, b) => (a.rows[0]?.order ?? 0) - (b.rows[0]?.order ?? 0));
}

export function coveredLines(structure: Structure, costs: Costs, contracts: readonly Contract[]): readonly Covered[] {
  const all = structure.assumptions.agreements;
  const covered: Covered[] = [];
  const latest = new Map<number, number>();
  contracts.forEach(({ rows, technologies }, contract) => {
    costs.lines.forEach((line, index) => {
      const technology = structure.technology.members[line.technology] ?? '';
      const subgroup = structure.subgroup.members[line.subgroup] ?? '';
      const named =
        technologies.includes(technology) &&
        rows.some((row) => isAbout(all, row, technology) && isFor(all, row, subgroup));
      if (
        !named ||
        structure.assumptions.idleAgreements?.has(contract) === true ||
        line.arm < 0 ||
        !isAcquisition(line.cost.category)
      )
        return;
      covered.push({ contract, line: index, before: latest.get(index) ?? -1 });
      latest.set(index, covered.length - 1);
    });
  });
  return covered;
}
