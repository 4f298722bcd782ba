/** The people a cost line is charged for: those on treatment, who start, stop, die, are eligible, or pass a step. */
import type { Given } from '../assumptions';
import { type Axis } from '../graph/axis';
import {
  cases,
  constant,
  equal,
  max,
  min,
  one,
  position,
  select,
  sum,
  zero,
  type Expression,
} from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Cohorts } from './cohorts';
import { fromTheStart, type Line } from './lines';
import type { Patients } from './patients';
import type { Population } from './population';
import { peopleAt, stepsNamed } from './steps';
import { type Structure } from './structure';

/** People by line: whom it is charged for, and, where a cohort has a course, their years on doses. */
export interface Charged {
  readonly people: Quantity;
  /** People × the part of their treatment year in which the course runs; the people themselves without a course. */
  readonly dosed: Quantity;
}

/** A course of a regimen on some lines. */
export interface Courses {
  /** Whether a line's people are followed by cohorts through a course. */
  readonly runs: (line: number) => boolean;
  /** Months of the course. [line] */
  readonly months: Expression;
}

/** The people each line is charged for, with the part of a year that leavers cost. */
export function chargedPeople(
  model: Model,
  structure: Structure,
  at: { line: Axis; lines: readonly Line[]; row: Axis },
  people: Population,
  patients: Patients,
  cohort: Cohorts | null,
  courses: Courses,
): Charged {
  const { assumptions, year, step, arms } = structure;
  const { line, lines, row } = at;
  const share = model.input(
    'Leavers cost of the row',
    '1',
    [row],
    assumptions.costs.map((cost): Given | null => cost.leavers ?? assumptions.model.leaversCost),
    new Exact(0),
  );
  const steps = lines.map((of) =>
    of.cost.per === 'step' ? stepsNamed(structure, of.subgroup, of.cost.step || of.cost.item) : [],
  );
  const cohortLine = (member: number): boolean => arms[lines[member]?.arm ?? -1]?.accounting === 'cohort';
  const stopping = (): Expression =>
    cohort
      ? cases(line, (member) => (cohortLine(member) ? 'cohort' : 'stock'), {
          cohort: cohort.stopping,
          stock: patients.leaving,
        })
      : patients.leaving;
  const early = max(zero(), patients.starting.minus(patients.staying));
  const dyingEarly = select(
    equal(patients.treated, zero()),
    zero(),
    patients.dying.times(patients.starting).over(patients.treated),
  );
  const left = model.quantity(
    'Leavers charged',
    'person',
    [line, year],
    () =>
      cases(line, (member) => leaverClass(assumptions.model.step, lines[member], cohortLine(member)), {
        all: share.times(patients.leaving.plus(patients.dying)),
        later: share.times(patients.leaving.minus(early).plus(patients.dying.minus(dyingEarly))),
        early: share.times(early.plus(dyingEarly)),
        cohort: share.times(patients.dying),
        none: zero(),
      }),
    { source: 'workbook contract, Leavers cost' },
  );
  const charged = model.quantity(
    'People charged',
    'person',
    [line, year],
    () => {
      const began = min(patients.starting, patients.staying);
      const inCohort = cohort ? cohortPeople(line, lines, cohort) : zero();
      return cases(line, (member) => chargeClass(lines[member], cohortLine(member)), {
        stock: patients.staying.plus(left),
        'stock 1': began.plus(left),
        'stock 2+': patients.staying.minus(began).plus(left),
        cohort: inCohort.plus(left),
        start: patients.starting,
        stop: stopping(),
        death: patients.dying,
        eligible: patients.eligible,
        step: peopleAt(line, step, steps, people.people),
        year: constant(1, 'person'),
      });
    },
    { source: 'workbook contract, BIM_Costs Per' },
  );
  const twelve = constant(12);
  const part = (before: Expression): Expression =>
    max(zero(), min(twelve, courses.months.minus(before.times(twelve)))).over(twelve);
  const dosed = model.quantity(
    'People dosed',
    'person',
    [line, year],
    () =>
      cases(line, (member) => (courses.runs(member) ? 'course' : 'people'), {
        course: cohort
          ? cohortPeople(line, lines, cohort, part(position(cohort.treatmentYear).minus(one))).plus(
              left.times(part(zero())),
            )
          : zero(),
        people: charged,
      }),
    { source: 'workbook contract, BIM_Regimens Duration months' },
  );
  return { people: charged, dosed };
}

const PEOPLE_ON: ReadonlySet<string> = new Set(['patient-year', 'month', 'dose']);

function chargeClass(line: Line | undefined, inCohort: boolean): string {
  if (!line) return 'year';
  const { per, treatmentYear } = line.cost;
  if (!PEOPLE_ON.has(per)) return per;
  if (inCohort) return 'cohort';
  return treatmentYear === '' || treatmentYear === '1+' ? 'stock' : `stock ${treatmentYear}`;
}

/** Leavers come first from those who did not start this year. In cohorts persistence has counted part years: deaths alone. */
function leaverClass(step: 'year' | 'month', line: Line | undefined, inCohort: boolean): string {
  if (!line || !PEOPLE_ON.has(line.cost.per)) return 'none';
  if (inCohort) return step === 'year' && fromTheStart(line.cost) ? 'cohort' : 'none';
  const { treatmentYear } = line.cost;
  return treatmentYear === '' || treatmentYear === '1+' ? 'all' : treatmentYear === '1' ? 'early' : 'later';
}

/** Patient-years of the treatment years that a line names: '2', '3+', or all. */
function cohortPeople(line: Axis, lines: readonly Line[], cohort: Cohorts, weight: Expression = one): Expression {
  const { treatmentYear } = cohort;
  const following = weight === one ? cohort.following : cohort.following.times(weight);
  const kinds = [...new Set(lines.map((at) => at.cost.treatmentYear))];
  const part = (kind: string): Expression => {
    const from = Number.parseInt(kind, 10);
    const covers = (member: number): boolean =>
      kind === '' || (kind.endsWith('+') ? member + 1 >= from : member + 1 === from);
    return sum(
      cases(treatmentYear, (member) => (covers(member) ? 'in' : 'out'), { in: following, out: zero() }),
      treatmentYear,
    );
  };
  return cases(
    line,
    (member) => lines[member]?.cost.treatmentYear ?? '',
    Object.fromEntries(kinds.map((kind) => [kind, part(kind)])),
  );
}
