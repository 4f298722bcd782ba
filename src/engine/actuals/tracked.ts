/** What is tracked: the new technologies that something is recorded for, each in its subgroups. Workbook contract, BIM_Actuals. */
import { axis, type Axis } from '../graph/axis';
import type { ActualRow, Measure } from '../horizon-assumptions';
import { distinct, isAll, sameName, type Structure } from '../model/structure';

/** A technology in a subgroup. */
export interface Place {
  readonly arm: number;
  readonly cohort: boolean;
  /** On the axis of tracked technologies. */
  readonly technology: number;
  readonly names: { readonly technology: string; readonly subgroup: string };
}

export interface Tracked {
  readonly technology: Axis;
  readonly place: Axis;
  readonly places: readonly Place[];
  /** Rows of a measure in the years of the model. */
  readonly rowsOf: (measure: Measure) => readonly ActualRow[];
}

/** Whether a row tells of a place: by its own names, or of all. */
export const tellsOf = (row: ActualRow, { names }: Place): boolean =>
  (isAll(row.technology) || sameName(row.technology, names.technology)) &&
  (isAll(row.subgroup) || sameName(row.subgroup, names.subgroup));

/** Null where nothing but the eligible is recorded, or nothing of a new technology. */
export function trackedOf(structure: Structure): Tracked | null {
  const { arms, arm, assumptions, subgroup } = structure;
  const { firstYear, years } = assumptions.model;
  const rows = assumptions.actuals.filter(({ year }) => year >= firstYear && year < firstYear + years);
  const fresh = assumptions.technologies.flatMap((row, index) => {
    const mine = arms.flatMap((at, n): readonly Omit<Place, 'technology'>[] =>
      row.role === 'new' && at.technology === index
        ? [
            {
              arm: n,
              cohort: at.accounting === 'cohort',
              names: { technology: row.technology, subgroup: subgroup.members[at.subgroup] ?? '' },
            },
          ]
        : [],
    );
    const told = mine.some((place) =>
      rows.some((each) => each.measure !== 'eligible' && tellsOf(each, { ...place, technology: 0 })),
    );
    return told ? [{ name: row.technology, mine }] : [];
  });
  if (fresh.length === 0) return null;
  const places = fresh.flatMap(({ mine }, technology) => mine.map((place): Place => ({ ...place, technology })));
  const technology = axis(
    'tracked technology',
    fresh.map(({ name }) => name),
  );
  const place = axis('tracked subgroup', distinct(places.map((at) => arm.members[at.arm] ?? '')));
  place.belongsTo(
    technology,
    places.map((at) => at.technology),
  );
  place.belongsTo(
    arm,
    places.map((at) => at.arm),
  );
  return { technology, place, places, rowsOf: (measure) => rows.filter((row) => row.measure === measure) };
}
