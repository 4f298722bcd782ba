/** Groups of BIM_Uncertainty: rows of one move as one; shares of one (dirichlet) move against each other. */
import type { UncertainRow } from './parameter';

export const groupOf = ({ group }: UncertainRow): string => group.trim().toLowerCase();

/** Numbers of the rows that move as one, each group where its first row stands; most rows move alone. */
export function movingAsOne(rows: readonly UncertainRow[]): readonly (readonly number[])[] {
  const keys = rows.map((row, n) =>
    row.group === '' || row.distribution === 'dirichlet' ? String(n) : `group ${groupOf(row)}`,
  );
  return [...new Set(keys)].map((key) => keys.flatMap((other, n) => (other === key ? [n] : [])));
}
