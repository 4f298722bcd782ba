/** A regimen as it is used in one subgroup, and what its dose is measured by. */
import type { BodyRow, RegimenRow } from '../assumptions';
import { link, type Axis, type Link } from '../graph/axis';

/** One regimen in one subgroup. */
export interface Use {
  readonly regimen: RegimenRow;
  readonly body: BodyRow | null;
  readonly subgroup: number;
}

/** Whether a dose is by body weight or surface, or as typed. */
export const bodyMeasure = (unit: string): 'weight' | 'surface' | 'none' =>
  unit.endsWith('/kg') ? 'weight' : unit.endsWith('/m2') || unit.endsWith('/m²') ? 'surface' : 'none';

/** A link from uses to the packs at one place of their lists. */
export const packAt = (use: Axis, pack: Axis, lists: readonly (readonly number[])[], place: number): Link =>
  link(
    `pack ${String(place + 1)}`,
    use,
    pack,
    lists.map((list) => list[place] ?? -1),
  );
