/**
 * Outcomes: benefits in quantity and money, by line: a row of BIM_Outcomes for a technology in a subgroup and a world.
 * Any technology may have rows, so that a benefit is with less without. HM Treasury, Green Book; workbook contract.
 */
import { cases, constant, one, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Cohorts } from '../model/cohorts';
import type { Patients } from '../model/patients';
import type { Structure } from '../model/structure';
import { Exact } from '../readings/decimals';
import type { OutcomeRow } from '../realisation-assumptions';
import { benefitsOf, type Benefits } from './benefits';
import type { Calendar } from './calendar';
import type { Demand } from './demand';
import { effects, type Effects } from './effects';
import { presence, sinceFirst, yearFactor, type SinceFirst } from './presence';

export interface Outcomes extends Benefits {
  readonly planned: PlannedBase;
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
  const { world, year, assumptions } = structure;
  const made = effects(model, rows, rooms.at);
  const { outcome } = made;
  const whom = benefitsOf(structure, rows, outcome);
  const { benefit } = whom;
  const each = model.input(
    'Quantity of the benefit',
    '1',
    [outcome],
    rows.map((row) => row.quantity),
    new Exact(0),
  );
  const planned = plannedBase(model, structure, whom, made, rooms);
  const delivered = deliveredBase(model, structure, whom, made, rooms, planned);
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
  return { ...whom, planned, quantity, unitValue, haircut };
}

/** Where a benefit's months are counted from. */
type Basis = 'starts' | 'cohort' | 'stock' | 'year';
const basisOf =
  (structure: Structure, { rows, benefits }: Benefits) =>
  (member: number): Basis => {
    const at = benefits[member];
    const per = rows[at?.row ?? -1]?.per;
    if (per === 'year') return 'year';
    if (per !== 'patient-year') return 'starts';
    return structure.arms[at?.arms[0] ?? -1]?.accounting === 'cohort' ? 'cohort' : 'stock';
  };

export interface PlannedBase {
  /** People-equivalents that a benefit is counted on. [world, benefit, year] */
  readonly base: Quantity;
  /** Patients of the year for a patient-month of the plan; null where nothing is counted so. [world, arm, year] */
  readonly factor: Quantity | null;
  /** Null where no benefit is a sum by the year. */
  readonly fixed: SinceFirst | null;
}

/** Benefits of the plan's worlds. */
function plannedBase(
  model: Model,
  structure: Structure,
  whom: Benefits,
  { weight }: Effects,
  { at, plan, cohort, wanted }: Rooms,
): PlannedBase {
  const { world, arm, year } = structure;
  const { month, age } = at;
  const { benefit, benefits } = whom;
  const starts = wanted.planned;
  const basis = basisOf(structure, whom);
  const stock = benefits.some((_, member) => basis(member) === 'stock')
    ? presence(model, 'Planned', at, [world, arm], starts, wanted.falling)
    : null;
  const factor = stock && yearFactor(model, structure, at, stock, plan.staying);
  const fixed = whom.fixed.size > 0 ? sinceFirst(model, 'Planned', at, [world], whom, starts) : null;
  const inMonth = model.quantity(
    'Planned benefits are counted on, by month',
    'person',
    [world, benefit, month],
    () =>
      cases(benefit, basis, {
        starts: sum(starts.lagged(month, age).times(weight), age),
        cohort: cohort ? sum(starts.lagged(month, age).times(weight).times(cohort.kept.onTreatment), age) : zero(),
        stock: stock && factor ? sum(stock.times(weight), age).times(factor) : zero(),
        year: fixed ? fixed.running.over(constant(12)) : zero(),
      }),
    { source },
  );
  const base = model.quantity(
    'Planned benefits are counted on',
    'person',
    [world, benefit, year],
    () => sum(inMonth, month, year),
    { source: 'workbook contract, Value' },
  );
  return { base, factor, fixed };
}

/**
 * Benefits of the delivered world: those of the new technologies follow their starts; the others' are those of the plan,
 * so that who waits costs, but counts no benefits. [benefit, year]
 */
function deliveredBase(
  model: Model,
  structure: Structure,
  whom: Benefits,
  { weight }: Effects,
  { at, cohort, wanted, starts }: Rooms,
  { base, factor }: PlannedBase,
): Quantity {
  const { world, arm, year } = structure;
  const { month, age } = at;
  const { benefit, benefits } = whom;
  const basis = basisOf(structure, whom);
  const stock = factor && presence(model, 'Delivered', at, [arm], starts, wanted.thinning);
  const begun = (): Expression =>
    cases(arm, (member) => (structure.arms[member]?.role === 'new' ? 'new' : 'other'), {
      new: starts,
      other: wanted.planned.at(world, 'with'),
    });
  const fixed = whom.fixed.size > 0 ? sinceFirst(model, 'Delivered', at, [], whom, begun()) : null;
  const inMonth = model.quantity(
    'Delivered benefits are counted on, by month',
    'person',
    [benefit, month],
    () =>
      cases(benefit, (member) => (benefits[member]?.isNew === true ? basis(member) : 'plan'), {
        plan: zero(),
        starts: sum(starts.lagged(month, age).times(weight), age),
        cohort: cohort ? sum(starts.lagged(month, age).times(weight).times(cohort.kept.onTreatment), age) : zero(),
        stock: stock ? sum(stock.times(weight), age).times(factor.at(world, 'with')) : zero(),
        year: fixed ? fixed.running.over(constant(12)) : zero(),
      }),
    { source },
  );
  return model.quantity(
    'Delivered benefits are counted on',
    'person',
    [benefit, year],
    () =>
      cases(benefit, (member) => (benefits[member]?.isNew === true ? 'new' : 'other'), {
        new: sum(inMonth, month, year),
        other: base.at(world, 'with'),
      }),
    { source: 'workbook contract, Value' },
  );
}
