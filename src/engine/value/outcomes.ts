/**
 * Outcomes: benefits in quantity and money, by line: a row of BIM_Outcomes for a technology in a subgroup and a world.
 * Any technology may have rows, so that a benefit is with less without. HM Treasury, Green Book; workbook contract.
 */
import { axis, type Axis } from '../graph/axis';
import { cases, constant, one, sum, zero } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Cohorts } from '../model/cohorts';
import type { Patients } from '../model/patients';
import { isAll, sameName, type Structure } from '../model/structure';
import { Exact } from '../readings/decimals';
import type { OutcomeRow } from '../realisation-assumptions';
import type { Calendar } from './calendar';
import type { Demand } from './demand';
import { effects, type Effects } from './effects';
import { presence, sinceFirst, yearFactor } from './presence';

/** A benefit of a technology in a subgroup. */
export interface Benefit {
  readonly row: number;
  readonly arm: number;
}
export interface Outcomes {
  readonly rows: readonly OutcomeRow[];
  readonly benefits: readonly Benefit[];
  readonly benefit: Axis;
  /** In its unit, without haircut. [world, benefit, year] */
  readonly quantity: Quantity;
  /** Worth of one. [outcome], money */
  readonly unitValue: Quantity;
  /** Realised × (1 − optimism bias). [outcome] */
  readonly haircut: Quantity;
}

interface Rooms {
  readonly at: Calendar;
  readonly plan: Patients;
  readonly cohort: Cohorts | null;
  readonly wanted: Demand;
  /** Delivered starts of the new technologies. [arm, month] */
  readonly starts: Quantity;
}

const source = 'workbook contract, BIM_Outcomes';

export function outcomes(model: Model, structure: Structure, rows: readonly OutcomeRow[], rooms: Rooms): Outcomes {
  const { world, arm, year, assumptions } = structure;
  const benefits = benefitsOf(structure, rows);
  const made = effects(model, rows, rooms.at);
  const { outcome } = made;
  const benefit = axis(
    'benefit',
    benefits.map((of) => `${arm.members[of.arm] ?? ''} · ${rows[of.row]?.benefit ?? ''} (${String(of.row + 1)})`),
  );
  benefit.belongsTo(
    outcome,
    benefits.map((of) => of.row),
  );
  benefit.belongsTo(
    arm,
    benefits.map((of) => of.arm),
  );
  const each = model.input(
    'Quantity of the benefit',
    '1',
    [outcome],
    rows.map((row) => row.quantity),
    new Exact(0),
  );
  const planned = plannedBase(model, structure, rows, benefits, benefit, made, rooms);
  const delivered = deliveredBase(model, structure, rows, benefits, benefit, made, rooms, planned);
  const quantity = model.quantity(
    'Benefit in its unit',
    '1',
    [world, benefit, year],
    () =>
      cases(world, (member) => (member === 2 ? 'delivered' : 'plan'), {
        plan: planned.base,
        delivered,
      })
        .times(each)
        .over(constant(1, 'person')),
    { source },
  );
  const { currency, qalyValue } = assumptions.model;
  const unitValue = model.input(
    'Unit value',
    currency,
    [outcome],
    rows.map((row) => row.unitValue ?? (row.class === 'health' ? qalyValue : null)),
    new Exact(0),
  );
  const share = (name: string, of: (row: OutcomeRow) => OutcomeRow['realised'], blank: number): Quantity =>
    model.input(name, '1', [outcome], rows.map(of), new Exact(blank));
  const realised = share('Realised share of the benefit', (row) => row.realised, 1);
  const bias = share('Optimism bias', (row) => row.optimismBias, 0);
  const haircut = model.quantity(
    'Part of the benefit that is realised',
    '1',
    [outcome],
    () => realised.times(one.minus(bias)),
    { source: 'HM Treasury, Green Book; workbook contract, BIM_Outcomes' },
  );
  return { rows, benefits, benefit, quantity, unitValue, haircut };
}

/** Rows by technology and subgroup; a row for a subgroup stands in place of the one for all. */
function benefitsOf({ arms, technology, subgroup }: Structure, rows: readonly OutcomeRow[]): readonly Benefit[] {
  const same = (a: OutcomeRow, b: OutcomeRow): boolean =>
    sameName(a.technology, b.technology) && sameName(a.benefit, b.benefit);
  return rows.flatMap((row, index) =>
    arms.flatMap((of, arm): readonly Benefit[] => {
      const name = subgroup.members[of.subgroup] ?? '';
      const own = rows.some((other) => same(other, row) && sameName(other.subgroup, name));
      const holds = sameName(row.subgroup, name) || (isAll(row.subgroup) && !own);
      return holds && sameName(row.technology, technology.members[of.technology] ?? '') ? [{ row: index, arm }] : [];
    }),
  );
}

/** Where a benefit's months are counted from. */
type Basis = 'starts' | 'cohort' | 'stock' | 'year';
const basisOf =
  (structure: Structure, rows: readonly OutcomeRow[], benefits: readonly Benefit[]) =>
  (member: number): Basis => {
    const at = benefits[member];
    const per = rows[at?.row ?? -1]?.per;
    if (per === 'year') return 'year';
    if (per !== 'patient-year') return 'starts';
    return structure.arms[at?.arm ?? -1]?.accounting === 'cohort' ? 'cohort' : 'stock';
  };

interface Base {
  /** People-equivalents that a benefit is counted on. [world, benefit, year] */
  readonly base: Quantity;
  /** Patients of the year for a patient-month of the plan; null where nothing is counted so. [world, arm, year] */
  readonly factor: Quantity | null;
}

/** Benefits of the plan's worlds. */
function plannedBase(
  model: Model,
  structure: Structure,
  rows: readonly OutcomeRow[],
  benefits: readonly Benefit[],
  benefit: Axis,
  { weight }: Effects,
  { at, plan, cohort, wanted }: Rooms,
): Base {
  const { world, arm, year } = structure;
  const { month, age } = at;
  const starts = wanted.planned;
  const basis = basisOf(structure, rows, benefits);
  const stock = benefits.some((_, member) => basis(member) === 'stock')
    ? presence(model, 'Planned', at, [world, arm], starts, wanted.falling)
    : null;
  const factor = stock && yearFactor(model, structure, at, stock, plan.staying);
  const running = benefits.some((_, member) => basis(member) === 'year')
    ? sinceFirst(model, 'Planned', at, [world, arm], starts)
    : null;
  const inMonth = model.quantity(
    'Planned benefits are counted on, by month',
    'person',
    [world, benefit, month],
    () =>
      cases(benefit, basis, {
        starts: sum(starts.lagged(month, age).times(weight), age),
        cohort: cohort
          ? sum(starts.lagged(month, age).times(weight).times(cohort.kept.onTreatment), age)
          : zero('person'),
        stock: stock && factor ? sum(stock.times(weight), age).times(factor) : zero('person'),
        year: running ? running.over(constant(12)) : zero('person'),
      }),
    { source },
  );
  const base = model.quantity('Planned benefits are counted on', 'person', [world, benefit, year], () =>
    sum(inMonth, month, year),
  );
  return { base, factor };
}

/**
 * Benefits of the delivered world: those of the new technologies follow their starts; the others' are those of the plan,
 * so that who waits costs, but counts no benefits. [benefit, year]
 */
function deliveredBase(
  model: Model,
  structure: Structure,
  rows: readonly OutcomeRow[],
  benefits: readonly Benefit[],
  benefit: Axis,
  { weight }: Effects,
  { at, cohort, wanted, starts }: Rooms,
  { base, factor }: Base,
): Quantity {
  const { world, arm, year } = structure;
  const { month, age } = at;
  const basis = basisOf(structure, rows, benefits);
  const stock = factor && presence(model, 'Delivered', at, [arm], starts, wanted.falling.at(world, 'with'));
  const running = benefits.some((_, member) => basis(member) === 'year')
    ? sinceFirst(model, 'Delivered', at, [arm], starts)
    : null;
  const inMonth = model.quantity(
    'Delivered benefits are counted on, by month',
    'person',
    [benefit, month],
    () =>
      cases(benefit, (member) => (isNew(structure, benefits[member]) ? basis(member) : 'plan'), {
        plan: zero('person'),
        starts: sum(starts.lagged(month, age).times(weight), age),
        cohort: cohort
          ? sum(starts.lagged(month, age).times(weight).times(cohort.kept.onTreatment), age)
          : zero('person'),
        stock: stock ? sum(stock.times(weight), age).times(factor.at(world, 'with')) : zero('person'),
        year: running ? running.over(constant(12)) : zero('person'),
      }),
    { source },
  );
  return model.quantity(
    'Delivered benefits are counted on',
    'person',
    [benefit, year],
    () =>
      cases(benefit, (member) => (isNew(structure, benefits[member]) ? 'new' : 'other'), {
        new: sum(inMonth, month, year),
        other: base.at(world, 'with'),
      }),
    { source: 'workbook contract, Value' },
  );
}

const isNew = ({ arms }: Structure, benefit: Benefit | undefined): boolean => arms[benefit?.arm ?? -1]?.role === 'new';
