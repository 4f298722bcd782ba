/** Whose place a new technology takes, as BIM_Displacement states it: its own row stands in place of the row for all. */
import type { Given } from '../assumptions';
import { isAll, sameName, type Structure } from './structure';

/** The parts that the rise of a technology takes from others, by their names; null where no row speaks of it. */
export function displacedBy(
  { assumptions }: Structure,
  technology: string,
): ((displaced: string) => Given | null) | null {
  const own = assumptions.displacement.filter((row) => sameName(row.technology, technology));
  const rows = [...own, ...assumptions.displacement.filter((row) => isAll(row.technology))];
  return rows.length === 0
    ? null
    : (displaced) => rows.find((row) => sameName(row.displaced, displaced))?.share ?? null;
}
