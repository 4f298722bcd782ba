/**
 * Persistence by technology: the share still on treatment each month since the start, and what that makes of a
 * treatment year in a calendar year. Workbook contract, BIM_Technologies, BIM_Persistence, Entry and Step.
 */
import type { Given, PersistenceRow } from '../assumptions';
import { axis, link, type Axis } from '../graph/axis';
import { cases, constant, equal, one, position, select, sum, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { PERSISTENCES } from '../persistence';
import { Exact } from '../readings/decimals';
import { sameName, type Structure } from './structure';

export interface Persistence {
  /** Months since the start, from 0. */
  readonly month: Axis;
  /** Share on treatment so many months after the start. [technology, months since start] */
  readonly onTreatment: Quantity;
  /** Treatment years: 1 from the start to twelve months after it, and so on. */
  readonly treatmentYear: Axis;
  /** Part of a start that is a patient-year of this treatment year in the same count of calendar years on. [technology, treatment year] */
  readonly sameYear: Quantity;
  /** The part that falls one calendar year later. [technology, treatment year] */
  readonly nextYear: Quantity;
  /** Part of a start that stops in this treatment year. [technology, treatment year] */
  readonly stopping: Quantity;
}

export function persistence(model: Model, structure: Structure): Persistence {
  const { technology, year, assumptions } = structure;
  const years = year.members.map((_, index) => String(index + 1));
  const treatmentYear = axis('treatment year', years);
  const month = axis(
    'months since start',
    Array.from({ length: 12 * years.length + 1 }, (_, index) => String(index)),
  );
  const inYear = month.belongsTo(
    treatmentYear,
    month.members.map((_, index) => (index < 12 * years.length ? Math.floor(index / 12) : -1)),
  );
  const pick = (name: string, of: (row: Structure['assumptions']['technologies'][number]) => Given | null): Quantity =>
    model.input(`Persistence ${name}`, '1', [technology], assumptions.technologies.map(of), new Exact(1));
  const at = {
    age: position(month).minus(one),
    p1: pick('P1', (row) => row.p1),
    p2: pick('P2', (row) => row.p2),
    courseMonths: pick('course months', (row) => row.courseMonths),
  };
  const table = persistenceTable(model, structure, month);
  const onTreatment = model.quantity(
    'Share on treatment',
    '1',
    [technology, month],
    () => {
      const forms = Object.fromEntries(PERSISTENCES.map((kind) => [kind.name, kind.onTreatment(at)]));
      return cases(technology, (index) => assumptions.technologies[index]?.persistence ?? 'all', { ...forms, table });
    },
    { source: 'workbook contract, Persistence' },
  );
  const weight = (name: string, of: (month: number) => string): Quantity =>
    model.data(
      name,
      '1',
      [month],
      month.members.map((_, index) => new Exact(of(index % 12))),
    );
  // Whole weights, divided once: twelve times a twelfth of everybody is everybody.
  const patientYears = (of: Quantity): Expression => sum(onTreatment.times(of), month, inYear).over(constant(144));
  const { step, entry } = assumptions.model;
  const share = step === 'month' ? 'month' : entry;
  const same = weight(
    'Weight in the same year',
    (m) => ({ month: String(12 - m), 'mid-year': '6', 'start of year': '12' })[share],
  );
  const next = weight(
    'Weight in the next year',
    (m) => ({ month: String(m), 'mid-year': '6', 'start of year': '0' })[share],
  );
  const source = 'workbook contract, Entry and Step';
  const at12 = link(
    'end of the treatment year',
    treatmentYear,
    month,
    years.map((_, index) => 12 * (index + 1)),
  );
  const at0 = link(
    'beginning of the treatment year',
    treatmentYear,
    month,
    years.map((_, index) => 12 * index),
  );
  return {
    month,
    onTreatment,
    treatmentYear,
    sameYear: model.quantity(
      'Patient-years in the same year',
      '1',
      [technology, treatmentYear],
      () => patientYears(same),
      { source },
    ),
    nextYear: model.quantity(
      'Patient-years in the next year',
      '1',
      [technology, treatmentYear],
      () => patientYears(next),
      { source },
    ),
    stopping: model.quantity(
      'Share that stops',
      '1',
      [technology, treatmentYear],
      () => onTreatment.via(at0).minus(onTreatment.via(at12)),
      { source },
    ),
  };
}

/** Straight lines between the points of BIM_Persistence, from 1 at the start; level after the last point. */
function persistenceTable(model: Model, structure: Structure, month: Axis): Expression {
  const { technology, assumptions } = structure;
  const rows = [...assumptions.persistence];
  const months = (row: PersistenceRow): number => row.since.value.times(row.unit === 'year' ? 12 : 1).toNumber();
  const point = axis(
    'persistence point',
    rows.map((row, index) => `${row.technology} · ${row.since.value.toString()} ${row.unit} (${String(index + 1)})`),
  );
  const since = model.input(
    'Time of the point',
    '1',
    [point],
    rows.map((row) => row.since),
    new Exact(0),
  );
  const unit = model.data(
    'Months in its unit',
    '1',
    [point],
    rows.map((row) => new Exact(row.unit === 'year' ? 12 : 1)),
  );
  const level = model.input(
    'Share at the point',
    '1',
    [point],
    rows.map((row) => row.onTreatment),
    new Exact(1),
  );
  const cell = axis(
    'technology and month',
    technology.members.flatMap((name) => month.members.map((at) => `${name} · ${at}`)),
  );
  const found = cell.members.map((_, index) => {
    const name = technology.members[Math.floor(index / month.size)] ?? '';
    const age = index % month.size;
    const mine = rows.map((row, at) => ({ at, row })).filter(({ row }) => sameName(row.technology, name));
    const before = mine.filter(({ row }) => months(row) <= age).sort((a, b) => months(b.row) - months(a.row))[0];
    const after = mine.filter(({ row }) => months(row) > age).sort((a, b) => months(a.row) - months(b.row))[0];
    return { before: before?.at ?? -1, after: after?.at ?? -1 };
  });
  cell.belongsTo(
    technology,
    cell.members.map((_, index) => Math.floor(index / month.size)),
  );
  cell.belongsTo(
    month,
    cell.members.map((_, index) => index % month.size),
  );
  const before = link(
    'point before',
    cell,
    point,
    found.map((at) => at.before),
  );
  const after = link(
    'point after',
    cell,
    point,
    found.map((at) => at.after),
  );
  const time = (way: typeof before): Expression => since.via(way).times(unit.via(way));
  const age = position(month).minus(one);
  const line = (fromTime: Expression, fromLevel: Expression): Expression =>
    fromLevel.plus(
      level
        .via(after)
        .minus(fromLevel)
        .times(age.minus(fromTime).over(time(after).minus(fromTime))),
    );
  const kind = (index: number): string => {
    const at = found[index];
    return at === undefined || (at.before < 0 && at.after < 0)
      ? 'all'
      : at.before < 0
        ? 'first'
        : at.after < 0
          ? 'last'
          : 'between';
  };
  const read = model.quantity(
    'Share on treatment by table',
    '1',
    [cell],
    () =>
      cases(cell, kind, {
        all: one,
        first: select(equal(age, constant(0)), one, line(constant(0), one)),
        last: level.via(before),
        between: line(time(before), level.via(before)),
      }),
    { source: 'workbook contract, BIM_Persistence' },
  );
  return sum(read, cell, technology, month);
}
