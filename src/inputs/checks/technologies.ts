/** Persistence: what each kind needs, and curves of BIM_Persistence that only fall. */
import type { PersistenceRow, TechnologyRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded } from '../labels';
import { error, notice } from '../said';
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
  return points.flatMap((point, index) => {
    const before = points[index - 1];
    return before ? checkPoint(seen, point, before) : [];
  });
}

export const technologies: Check = (seen) => [
  ...seen.assumptions.technologies.flatMap((row) => checkTechnology(seen, row)),
  ...[...new Set(seen.assumptions.persistence.map((row) => folded(row.technology)))].flatMap((name) =>
    checkPoints(seen, name),
  ),
];
