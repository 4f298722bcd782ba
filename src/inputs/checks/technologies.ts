/** Persistence: what each kind needs, and curves of BIM_Persistence that only fall. */
import type { TechnologyRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded } from '../labels';
import { error, notice } from '../said';
import { at, needed, type Check, type Seen } from './check';

const NEEDS: Readonly<Record<TechnologyRow['persistence'], (row: TechnologyRow) => Readonly<Record<string, unknown>>>> =
  {
    all: () => ({}),
    exponential: (row) => ({ P1: row.p1 }),
    weibull: (row) => ({ P1: row.p1, P2: row.p2 }),
    course: (row) => ({ 'Course months': row.courseMonths }),
    table: () => ({}),
  };

function checkKind(seen: Seen, row: TechnologyRow): readonly Finding[] {
  const points = seen.assumptions.persistence.filter((point) => folded(point.technology) === folded(row.technology));
  const scale =
    row.persistence === 'weibull' && row.p1?.value.isZero() === true
      ? [
          error(
            'out-of-bounds',
            row.p1.at,
            `P1 of ${row.technology} is 0.`,
            'The scale of a Weibull curve is a number of months above 0.',
          ),
        ]
      : [];
  const table =
    row.persistence === 'table' && points.length === 0
      ? [
          error(
            'no-persistence',
            at(seen, row, 'Persistence'),
            `${row.technology} has Persistence table, and no row in BIM_Persistence.`,
            'Add its points: Since start and On treatment.',
          ),
        ]
      : [];
  const idle =
    row.persistence !== 'table' && points[0]
      ? [
          notice(
            'unused-row',
            points[0].at,
            `BIM_Persistence holds ${row.technology}, whose Persistence is ${row.persistence}.`,
            'Its points are not used.',
          ),
        ]
      : [];
  const stock =
    row.accounting === 'stock' && row.persistence !== 'all' && row.persistence !== 'course'
      ? [
          notice(
            'unused-persistence',
            at(seen, row, 'Persistence'),
            `${row.technology} is counted as stock, so its Persistence is not used.`,
            'Cohort accounting follows people; stock has Discontinuation.',
          ),
        ]
      : [];
  const cohort =
    row.accounting === 'cohort' && row.discontinuation !== null
      ? [
          notice(
            'unused-discontinuation',
            at(seen, row, 'Discontinuation'),
            `${row.technology} is followed by cohorts, so its Discontinuation is not used.`,
            'Persistence says how long people stay.',
          ),
        ]
      : [];
  return [
    ...needed(seen, row, `Persistence ${row.persistence}`, NEEDS[row.persistence](row)),
    ...scale,
    ...table,
    ...idle,
    ...stock,
    ...cohort,
  ];
}

function checkPoints(seen: Seen, technology: string): readonly Finding[] {
  const months = (point: Seen['assumptions']['persistence'][number]) =>
    point.unit === 'year' ? point.since.value.times(12) : point.since.value;
  const points = seen.assumptions.persistence
    .filter((point) => folded(point.technology) === technology)
    .sort((a, b) => months(a).comparedTo(months(b)));
  return points.flatMap((point, index): readonly Finding[] => {
    const before = points[index - 1];
    if (!before) return [];
    if (months(before).eq(months(point)) && before.unit !== point.unit)
      return [
        error(
          'duplicate-row',
          at(seen, point, 'Since start'),
          `${point.technology} has two points at ${months(point).toString()} months.`,
          'Keep one of them.',
        ),
      ];
    return point.onTreatment.value.gt(before.onTreatment.value)
      ? [
          error(
            'persistence-rises',
            point.onTreatment.at,
            `Persistence of ${point.technology} rises from ${before.onTreatment.value.toString()} to ${point.onTreatment.value.toString()}.`,
            'People who stopped do not come back: each point is at most the one before.',
          ),
        ]
      : [];
  });
}

export const technologies: Check = (seen) => [
  ...seen.assumptions.technologies.flatMap((row) => checkKind(seen, row)),
  ...[...new Set(seen.assumptions.persistence.map((row) => folded(row.technology)))].flatMap((name) =>
    checkPoints(seen, name),
  ),
];
