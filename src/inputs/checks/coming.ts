/** What is coming, and what happened: dates in order, months that the model covers, nothing counted twice. */
import type { ActualRow, HorizonRow } from '../../engine/horizon-assumptions';
import type { Finding } from '../../engine/finding';
import { isAll, folded } from '../labels';
import { cellName, error, notice, quoted } from '../said';
import { ACTUAL } from '../tables/actuals';
import { COMING } from '../tables/horizon';
import { at, called, where, type Check, type Seen } from './check';

/** Earliest and Latest: both or neither, and Launch between them. */
function dates(seen: Seen, row: HorizonRow): readonly Finding[] {
  const { earliest, launch, latest } = row;
  if ((earliest === null) !== (latest === null)) {
    const blank = earliest === null ? COMING.earliest : COMING.latest;
    if (seen.entryOf(row)?.cells.get(blank.label)?.kind === 'broken') return [];
    return [
      error(
        'blank',
        at(seen, row, blank.label),
        `${cellName(blank.label, called(seen, row))} is blank.`,
        'Type both Earliest and Latest, or neither.',
      ),
    ];
  }
  if (!earliest || !latest) return [];
  const inOrder = earliest.value.lte(launch.value) && launch.value.lte(latest.value);
  return where(!inOrder, () =>
    error(
      'dates-out-of-order',
      launch.at,
      `Launch of ${called(seen, row)} does not lie between Earliest and Latest.`,
      'Put the three dates in order.',
    ),
  );
}

function period(seen: Seen, row: ActualRow): readonly Finding[] {
  const { firstYear, years } = seen.horizon;
  if (row.year >= firstYear && row.year < firstYear + years) return [];
  if (seen.entryOf(row)?.cells.get(ACTUAL.period.label)?.kind === 'broken' || row.year === 0) return [];
  return [
    error(
      'year-outside',
      at(seen, row, ACTUAL.period.label),
      `${cellName('Period', called(seen, row))} is ${String(row.year)}, outside the years of the model.`,
      `Type a period from ${String(firstYear)} to ${String(firstYear + years - 1)}.`,
    ),
  ];
}

/** A year beside one of its months: it would count twice. */
function twice(seen: Seen, row: ActualRow, rows: readonly ActualRow[]): readonly Finding[] {
  const same = (other: ActualRow): boolean =>
    other.year === row.year &&
    other.measure === row.measure &&
    folded(other.technology) === folded(row.technology) &&
    folded(other.subgroup) === folded(row.subgroup);
  return where(row.month === null && rows.some((other) => same(other) && other.month !== null), () =>
    error(
      'counted-twice',
      row.at,
      `${called(seen, row)} gives the whole of ${String(row.year)}, and there are months of it too.`,
      'Keep the year or its months.',
    ),
  );
}

/** Actuals are compared with the plan of a new technology. */
function planned(seen: Seen, row: ActualRow): readonly Finding[] {
  if (isAll(row.technology)) return [];
  const role = seen.assumptions.technologies.find((of) => folded(of.technology) === folded(row.technology))?.role;
  return where(role !== undefined && role !== 'new', () =>
    notice(
      'not-planned',
      at(seen, row, ACTUAL.technology.label),
      `${quoted(row.technology)} is not new, so its actuals are not compared with a plan.`,
      'Nothing is lost.',
    ),
  );
}

export const coming: Check = (seen) => [
  ...(seen.assumptions.register?.items ?? []).flatMap((row) => dates(seen, row)),
  ...seen.assumptions.actuals.flatMap((row, _, rows) => [
    ...period(seen, row),
    ...twice(seen, row, rows),
    ...planned(seen, row),
  ]),
];
