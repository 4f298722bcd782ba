/** Contracts: which rows of BIM_Agreements are one agreement, and which cost lines it covers, in their order. */
import type { AgreementRow } from '../assumptions';
import type { Costs } from './costs';
import { ALL, isAll, sameName, type Structure } from './structure';

/** One agreement: the rows (bands) of one Type and Order on the same technology or group and subgroup. */
export interface Contract {
  readonly rows: readonly AgreementRow[];
  readonly name: string;
}

/** One cost line under one agreement; `before` is the same line under the agreement before it (-1: none). */
export interface Covered {
  readonly contract: number;
  readonly line: number;
  readonly before: number;
}

const ACQUISITION = 'Acquisition';

export function contractsOf(rows: readonly AgreementRow[]): readonly Contract[] {
  const keyOf = (row: AgreementRow): string =>
    JSON.stringify(
      [row.group || row.technology, row.type === 'blend' ? '' : row.subgroup, row.type, row.order].map((part) =>
        String(part).trim().toLowerCase(),
      ),
    );
  const keys = [...new Set(rows.map(keyOf))];
  return keys
    .map((key) => rows.filter((row) => keyOf(row) === key))
    .sort((a, b) => (a[0]?.order ?? 0) - (b[0]?.order ?? 0))
    .map((of) => ({ rows: of, name: [of[0]?.group || of[0]?.technology || ALL, of[0]?.type].join(' · ') }));
}

export function coveredLines(structure: Structure, costs: Costs, contracts: readonly Contract[]): readonly Covered[] {
  const covered: Covered[] = [];
  const latest = new Map<number, number>();
  contracts.forEach(({ rows }, contract) => {
    costs.lines.forEach((line, index) => {
      const technology = structure.technology.members[line.technology] ?? '';
      const subgroup = structure.subgroup.members[line.subgroup] ?? '';
      const named = rows.some(
        (row) =>
          (isAll(row.technology) || sameName(row.technology, technology)) &&
          (isAll(row.subgroup) || sameName(row.subgroup, subgroup)),
      );
      if (!named || line.arm < 0 || !sameName(line.cost.category, ACQUISITION)) return;
      covered.push({ contract, line: index, before: latest.get(index) ?? -1 });
      latest.set(index, covered.length - 1);
    });
  });
  return covered;
}
