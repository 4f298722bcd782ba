/** Persistence: what each kind needs, and curves of BIM_Persistence that only fall. */
import type { PersistenceRow, TechnologyRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded, isAll } from '../labels';
import { error, notice, warning } from '../said';
import { at, needed, where, type Check, type Seen } from './check';

const NEEDS: Readonly<Record<TechnologyRow['persistence'], (row: TechnologyRow) => Readonly<Record<string, unknown>>>> =
  {
    all: () => ({}),
    exponential: (row) => ({ P1: row.p1 }),
    weibull: (row) => ({ P1: row.p1, P2: row.p2 }),
    course: (row) => ({ 'Course months': row.courseMonths }),
    table: () => ({}),
  };

type Points = Seen['assumptions']['persistence'];

/** What the persistence of a technology needs: parameters, or a table. */
function checkKind(seen: Seen, row: TechnologyRow, points: Points): readonly Finding[] {
  return [
    ...needed(seen, row, `Persistence ${row.persistence}`, NEEDS[row.persistence](row)),
    ...where(row.persistence === 'weibull' && row.p1?.value.isZero() === true, () =>
      error(
        'out-of-bounds',
        at(seen, row, 'P1'),
        `P1 of ${row.technology} is 0.`,
        'The scale of a Weibull curve is a number of months above 0.',
      ),
    ),
    ...where(row.persistence === 'exponential' && row.p1?.value.gt(12) === true, () =>
      warning(
        'unusual',
        at(seen, row, 'P1'),
        `P1 of ${row.technology} is ${row.p1?.value.toString() ?? ''} a year, so most have stopped within a month.`,
        'The hazard of an exponential curve is a year’s: 5 % a month is 0.6.',
      ),
    ),
    ...where(row.persistence === 'table' && points.length === 0, () =>
      error(
        'no-persistence',
        at(seen, row, 'Persistence'),
        `${row.technology} has Persistence table, and no row in BIM_Persistence.`,
        'Add its points: Since start and On treatment.',
      ),
    ),
  ];
}

/** What its accounting does not use. */
function checkUnused(seen: Seen, row: TechnologyRow, points: Points): readonly Finding[] {
  const [first] = points;
  const curve = row.persistence === 'exponential' || row.persistence === 'weibull' || row.persistence === 'table';
  return [
    ...(first && row.persistence !== 'table'
      ? [
          notice(
            'unused-row',
            first.at,
            `BIM_Persistence holds ${row.technology}, whose Persistence is ${row.persistence}.`,
            'Its points are not used.',
          ),
        ]
      : []),
    ...where(row.accounting === 'stock' && curve, () =>
      notice(
        'unused-persistence',
        at(seen, row, 'Persistence'),
        `${row.technology} is counted as stock, so its Persistence is not used.`,
        'Cohort accounting follows people; stock has Discontinuation.',
      ),
    ),
  ];
}

function unusedDiscontinuation(seen: Seen, row: TechnologyRow): readonly Finding[] {
  const message = `${row.technology} is followed by cohorts, so its Discontinuation is not used.`;
  return where(row.accounting === 'cohort' && row.discontinuation !== null, () =>
    notice(
      'unused-discontinuation',
      at(seen, row, 'Discontinuation'),
      message,
      'Persistence says how long people stay.',
    ),
  );
}

function checkTechnology(seen: Seen, row: TechnologyRow): readonly Finding[] {
  const points = seen.assumptions.persistence.filter((point) => folded(point.technology) === folded(row.technology));
  return [...checkKind(seen, row, points), ...checkUnused(seen, row, points), ...unusedDiscontinuation(seen, row)];
}

const months = (point: PersistenceRow) => (point.unit === 'year' ? point.since.value.times(12) : point.since.value);

/** A point against the one before it in time. */
function checkPoint(seen: Seen, point: PersistenceRow, before: PersistenceRow): readonly Finding[] {
  const [later, earlier] = [point.onTreatment, before.onTreatment];
  return [
    ...where(months(before).eq(months(point)) && before.unit !== point.unit, () =>
      error(
        'duplicate-row',
        at(seen, point, 'Since start'),
        `${point.technology} has two points at ${months(point).toString()} months.`,
        'Keep one of them.',
      ),
    ),
    ...where(later.value.gt(earlier.value), () =>
      error(
        'persistence-rises',
        later.at,
        `Persistence of ${point.technology} rises from ${earlier.value.toString()} to ${later.value.toString()}.`,
        'People who stopped do not come back: each point is at most the one before.',
      ),
    ),
  ];
}

function checkPoints(seen: Seen, technology: string): readonly Finding[] {
  const points = seen.assumptions.persistence
    .filter((point) => folded(point.technology) === technology)
    .sort((a, b) => months(a).comparedTo(months(b)));
  return [
    ...points.flatMap((point, index) => {
      const before = points[index - 1];
      return before ? checkPoint(seen, point, before) : [];
    }),
    ...checkEnds(seen, points),
  ];
}

/** Before the first point and after the last the curve is ours: said, since half a curve is easily taken for a whole. */
function checkEnds(seen: Seen, points: readonly PersistenceRow[]): readonly Finding[] {
  const [first, last] = [points[0], points.at(-1)];
  if (!first || !last) return [];
  const followed = 12 * seen.assumptions.model.years;
  return [
    ...where(months(first).gt(0), () =>
      notice(
        'persistence-start',
        at(seen, first, 'Since start'),
        `The first point of ${first.technology} is at ${months(first).toString()} months.`,
        'At the start all are on treatment; the curve falls from there in a straight line.',
      ),
    ),
    ...where(months(last).lt(followed) && last.onTreatment.value.gt(0), () =>
      notice(
        'persistence-end',
        at(seen, last, 'Since start'),
        `The last point of ${last.technology} is at ${months(last).toString()} months, and ${String(followed)} are followed.`,
        `After it the share on treatment stays at ${last.onTreatment.value.toString()}.`,
      ),
    ),
  ];
}

/** A comparison has something new; a world has one row of untreated people that takes what is left. */
function checkRoles(seen: Seen): readonly Finding[] {
  const { technologies: rows, uptake } = seen.assumptions;
  const [first] = rows;
  const leftOut = rows.filter(
    (row) =>
      row.role === 'none' &&
      !uptake.some(
        (other) =>
          other.world === 'without' && (isAll(other.technology) || folded(other.technology) === folded(row.technology)),
      ),
  );
  const [taker, second] = leftOut;
  return [
    ...where(first !== undefined && !rows.some((row) => row.role === 'new'), () =>
      notice(
        'no-new-technology',
        first?.at ?? null,
        'No technology has Role new.',
        'What is decided upon is new: headlines of medicines, break-even prices and displacement go by it.',
      ),
    ),
    ...where(uptake.length > 0 && second !== undefined, () =>
      notice(
        'second-none',
        second?.at ?? null,
        `${taker?.technology ?? ''} and ${second?.technology ?? ''} are both left out of the world without.`,
        `${taker?.technology ?? ''} takes what is left to 1, and ${second?.technology ?? ''} nothing.`,
      ),
    ),
  ];
}

export const technologies: Check = (seen) => [
  ...checkRoles(seen),
  ...seen.assumptions.technologies.flatMap((row) => checkTechnology(seen, row)),
  ...[...new Set(seen.assumptions.persistence.map((row) => folded(row.technology)))].flatMap((name) =>
    checkPoints(seen, name),
  ),
];
