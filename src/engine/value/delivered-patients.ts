/**
 * The delivered world by year, in the terms of the budget impact: who is on which technology, starts, stops and dies when
 * the plan is held back. It takes the place of the plan in the world `delivered`, so that costs, agreements and the ledger
 * need not know of it. Workbook contract, The plan: no capacity gives `without`, endless capacity `with`.
 */
import { link, type Axis } from '../graph/axis';
import { cases, constant, equal, first, max, one, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Cohorts } from '../model/cohorts';
import type { Patients } from '../model/patients';
import type { Structure } from '../model/structure';
import type { Calendar } from './calendar';
import type { Care } from './care';
import type { Levers } from './levers';
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
  lever: Levers,
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
  const way = wayToPlan(model, structure, plan, cohort, care, on, lever, byYear);
  const waits = namedCare(model, structure, plan, care, lever, way.realised);
  /** A count of stock accounting: part of the way from `without` to the plan, and those who wait with it by name. */
  const between = (of: Quantity, each: Expression): Expression => {
    const [without, planned] = [of.at(world, 'without'), of.at(world, 'with')];
    const back = one.minus(way.part).times(without).times(waits.kept);
    return way.part.times(planned).plus(back).plus(waits.extra.times(each));
  };
  const accounting = (member: number): string => (armKind(structure)(member).endsWith('cohort') ? 'cohort' : 'stock');
  const count = (of: Quantity, each: Expression): Expression =>
    cases(arm, accounting, { cohort: byYear(on.beginning).times(each), stock: between(of, each) });
  const eligible = plan.eligible.at(world, 'with');
  const starting = block('Patients who start, delivered', plan.starting, [], () => {
    const months = byYear(on.beginning);
    const kept = one.minus(way.part).times(plan.starting.at(world, 'without')).times(waits.kept);
    return cases(arm, armKind(structure), {
      'new cohort': months,
      'new stock': months.plus(kept),
      'other cohort': months,
      'other stock': between(plan.starting, zero()).plus(waits.joining),
    });
  });
  const patients: Patients = {
    ...plan,
    starting,
    treated: block('Treated before discontinuation, delivered', plan.treated, [], () => count(plan.treated, one)),
    staying: block('Patients who stay, delivered', plan.staying, [], () => count(plan.staying, one.minus(plan.stops))),
    leaving: block('Patients who stop, delivered', plan.leaving, [], () => count(plan.leaving, plan.stops)),
    dying: block('Patients who die, delivered', plan.dying, [], () => {
      const each = select(equal(eligible, zero()), zero(), plan.died.over(eligible));
      const more = byYear(on.beginning).minus(plan.starting.at(world, 'with'));
      return cases(arm, accounting, {
        cohort: plan.dying.at(world, 'with').plus(more.times(each)),
        stock: between(plan.dying, each),
      });
    }),
  };
  return {
    patients,
    cohorts: deliveredCohorts(structure, cohort, on, starting, block, month),
  };
}

interface Way {
  /** Realised part of the planned patient-months of the new technologies. [arm, year] */
  readonly realised: Quantity;
  /** How far stock accounting is from `without` (0) to the plan (1). [arm, year] */
  readonly part: Quantity;
}

/** Stock accounting is `without` + φ × (`with` − `without`): φ of a new technology is what is realised of it; of another the mean of those that displace it, by how many each displaces. */
function wayToPlan(
  model: Model,
  structure: Structure,
  plan: Patients,
  cohort: Cohorts | null,
  care: Care,
  on: Treatment,
  lever: Levers,
  byYear: (of: Quantity) => Expression,
): Way {
  const { world, arm, arms, subgroup, year } = structure;
  const source = 'value realisation rules, Demand';
  const inStock = model.quantity('Patient-months as planned', 'person', [arm, year], () => byYear(on.plannedOn), {
    source: 'value realisation rules, Delivery',
  });
  const realised = model.quantity(
    'Realised part of the planned patient-months',
    '1',
    [arm, year],
    () => {
      const inCohorts = cohort
        ? sum(cohort.following.at(world, 'with'), cohort.treatmentYear).times(constant(12))
        : inStock;
      const ratio = (of: Expression): Expression => select(equal(of, zero()), one, byYear(on.onTreatment).over(of));
      return cases(arm, armKind(structure), {
        'new stock': ratio(inStock),
        'new cohort': ratio(inCohorts),
        'other cohort': one,
        'other stock': one,
      });
    },
    { source },
  );
  const planned = plan.treated.at(world, 'with');
  const displaced = model.quantity(
    'Displaced by the plan',
    'person',
    [care.pair, year],
    () => {
      const moved = planned.via(care.from).times(care.instead);
      const named = moved.times(lever.planLater);
      return cases(care.pair, care.named, { nobody: moved, this: named, other: named });
    },
    { source, meaning: 'where nobody is named whose care they have while they wait' },
  );
  const fresh = link(
    'new technologies of the subgroup',
    arm,
    subgroup,
    arms.map((at) => (at.role === 'new' ? at.subgroup : -1)),
  );
  const ofSubgroup = (name: string, of: () => Expression): Quantity =>
    model.quantity(name, 'person', [subgroup, year], () => sum(of(), arm, fresh), { source });
  const byArm = (name: string, of: () => Expression): Quantity =>
    model.quantity(name, 'person', [arm, year], () => sum(of(), care.pair, care.to), { source });
  const all = byArm('Displaced from the other technology', () => displaced);
  const held = byArm('Displaced as delivered', () => displaced.times(realised.via(care.from)));
  const allNew = ofSubgroup('Planned on the new technologies', () => planned);
  const heldNew = ofSubgroup('Realised on the new technologies', () => planned.times(realised));
  const part = model.quantity(
    'Way from without to the plan',
    '1',
    [arm, year],
    () => {
      const ofAll = select(equal(allNew, zero()), one, heldNew.over(allNew));
      return cases(arm, (member) => (armKind(structure)(member).startsWith('new') ? 'new' : 'other'), {
        new: realised,
        other: select(equal(all, zero()), ofAll, held.over(all)),
      });
    },
    { source },
  );
  return { realised, part };
}

/** People who wait, in stock accounting, with the technology named in While waiting. */
function namedCare(
  model: Model,
  structure: Structure,
  plan: Patients,
  care: Care,
  lever: Levers,
  realised: Quantity,
): { readonly extra: Quantity; readonly joining: Expression; readonly kept: Quantity } {
  const { world, arm, year } = structure;
  const source = 'workbook contract, While waiting';
  const wait = one.minus(lever.planLater);
  const short = plan.treated
    .at(world, 'with')
    .via(care.from)
    .times(one.minus(realised.via(care.from)));
  const extra = model.quantity(
    'People who wait with its care',
    'person',
    [arm, year],
    () =>
      sum(cases(care.pair, care.named, { this: short.times(wait), other: zero(), nobody: zero() }), care.pair, care.to),
    { source, meaning: 'where While waiting names it' },
  );
  const kept = model.quantity(
    'Part of without that is kept',
    '1',
    [arm],
    () => cases(arm, (member) => (care.waitsByName(member) ? 'named' : 'own'), { named: lever.planLater, own: one }),
    { source, meaning: 'all, but of a new technology whose While waiting names another' },
  );
  const joining = first(year, extra, max(zero(), extra.minus(extra.previous(year))));
  return { extra, joining, kept };
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
