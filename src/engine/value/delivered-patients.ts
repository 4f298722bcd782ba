/**
 * The delivered world by year, in the terms of the budget impact: who is on which technology, starts, stops and dies when
 * the plan is held back. It takes the place of the plan in the world `delivered`, so that costs, agreements and the ledger
 * need not know of it. Workbook contract, The plan: no capacity gives `without`, endless capacity `with`.
 */
import { link, type Axis } from '../graph/axis';
import { cases, constant, equal, one, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Cohorts } from '../model/cohorts';
import type { Patients } from '../model/patients';
import type { Structure } from '../model/structure';
import type { Calendar } from './calendar';
import type { Care } from './care';
import { armKind, type Treatment } from './treatment';

export interface DeliveredPatients {
  readonly patients: Patients;
  readonly cohorts: Cohorts | null;
}

export function deliveredPatients(
  model: Model,
  structure: Structure,
  at: Calendar,
  plan: Patients,
  cohort: Cohorts | null,
  care: Care,
  on: Treatment,
): DeliveredPatients {
  const { world, arm, year, baseline } = structure;
  const { month } = at;
  const source = 'workbook contract, The plan';
  /** The plan's figures in the other worlds, and in the baseline year. */
  const block = (name: string, of: Quantity, axes: readonly Axis[], delivered: () => Expression): Quantity =>
    model.quantity(
      name,
      'person',
      [world, arm, ...axes, year],
      () => {
        const held = baseline
          ? cases(year, (period) => (period === 0 ? 'baseline' : 'year'), { baseline: of, year: delivered() })
          : delivered();
        return cases(world, (member) => (member === 2 ? 'delivered' : 'plan'), { plan: of, delivered: held });
      },
      { source },
    );
  const byYear = (of: Quantity): Expression => sum(of, month, year);
  const plannedMonths = model.quantity('Patient-months as planned', 'person', [arm, year], () => byYear(on.plannedOn));
  const realised = model.quantity(
    'Realised part of the planned patient-months',
    '1',
    [arm, year],
    () => {
      const planned = cohort
        ? sum(cohort.following.at(world, 'with'), cohort.treatmentYear).times(constant(12))
        : plannedMonths;
      const ratio = (of: Expression): Expression =>
        select(equal(of, zero('person')), one, byYear(on.onTreatment).over(of));
      return cases(arm, (member) => armKind(structure)(member), {
        'new stock': ratio(plannedMonths),
        'new cohort': ratio(planned),
        'other cohort': one,
        'other stock': one,
      });
    },
    { source },
  );
  const withPlan = (of: Quantity): Quantity => of.at(world, 'with');
  const shortfall = model.quantity(
    'Not on the technology, with the care of another',
    'person',
    [care.pair, year],
    () =>
      withPlan(plan.treated)
        .via(care.from)
        .times(one.minus(realised.via(care.from)))
        .times(care.waiting),
    { source: 'workbook contract, While waiting' },
  );
  const extra = model.quantity('People who have its care instead', 'person', [arm, year], () =>
    sum(shortfall, care.pair, care.to),
  );
  const kind = armKind(structure);
  /** A count in proportion to patients: the realised part of the new; for the others, as each patient of theirs. */
  const inProportion = (of: Quantity, each: Expression): Expression =>
    cases(arm, (member) => (kind(member).startsWith('new') ? 'new' : 'other'), {
      new: withPlan(of).times(realised).plus(extra.times(each)),
      other: withPlan(of).plus(extra.times(each)),
    });
  const eligible = plan.eligible.at(world, 'with');
  const between = betweenWorlds(model, structure, plan, realised);
  const starting = block('Patients who start, delivered', plan.starting, [], () => {
    const months = byYear(on.beginning);
    return cases(arm, kind, {
      'new cohort': months,
      'new stock': months.plus(one.minus(realised).times(plan.starting.at(world, 'without'))),
      'other cohort': months,
      'other stock': between.of(plan.starting),
    });
  });
  const treated = block('Treated before discontinuation, delivered', plan.treated, [], () =>
    cases(arm, (member) => (kind(member).endsWith('cohort') ? 'cohort' : 'stock'), {
      cohort: byYear(on.beginning),
      stock: inProportion(plan.treated, one),
    }),
  );
  const patients: Patients = {
    ...plan,
    starting,
    treated,
    staying: block('Patients who stay, delivered', plan.staying, [], () =>
      inProportion(plan.staying, one.minus(plan.stops)),
    ),
    leaving: block('Patients who stop, delivered', plan.leaving, [], () => inProportion(plan.leaving, plan.stops)),
    dying: block('Patients who die, delivered', plan.dying, [], () =>
      inProportion(plan.dying, select(equal(eligible, zero('person')), zero(), plan.died.over(eligible))),
    ),
  };
  return {
    patients,
    cohorts: deliveredCohorts(structure, cohort, on, starting, block, month),
  };
}

/** Others in stock accounting: between `with` and `without`, as far as the new are held back. */
function betweenWorlds(model: Model, structure: Structure, plan: Patients, realised: Quantity) {
  const { world, arm, arms, subgroup, year } = structure;
  const fresh = link(
    'new technologies of the subgroup',
    arm,
    subgroup,
    arms.map((at) => (at.role === 'new' ? at.subgroup : -1)),
  );
  const planned = plan.treated.at(world, 'with');
  const total = (name: string, of: () => Expression): Quantity =>
    model.quantity(name, 'person', [subgroup, year], () => sum(of(), arm, fresh));
  const all = total('Planned on the new technologies', () => planned);
  const held = total('Realised on the new technologies', () => planned.times(realised));
  const part = model.quantity('Realised part of the plan of the subgroup', '1', [subgroup, year], () =>
    select(equal(all, zero('person')), one, held.over(all)),
  );
  const of = (quantity: Quantity): Expression => {
    const without = quantity.at(world, 'without');
    return without.plus(part.times(quantity.at(world, 'with').minus(without)));
  };
  return { of };
}

/** Cohorts of the delivered world: a year's patients are its patient-months / 12. */
function deliveredCohorts(
  structure: Structure,
  plan: Cohorts | null,
  on: Treatment,
  starting: Quantity,
  block: (name: string, of: Quantity, axes: readonly Axis[], delivered: () => Expression) => Quantity,
  month: Axis,
): Cohorts | null {
  const { patientMonths } = on;
  if (!plan || !patientMonths) return null;
  const { year, world } = structure;
  const { treatmentYear, kept } = plan;
  const following = block('Patient-years by treatment year, delivered', plan.following, [treatmentYear], () =>
    sum(patientMonths, month, year).over(constant(12)),
  );
  const stopping = block('Cohort patients who stop, delivered', plan.stopping, [], () =>
    sum(starting.at(world, 'delivered').lagged(year, treatmentYear).times(kept.stopping), treatmentYear),
  );
  return { kept, treatmentYear, following, stopping };
}
