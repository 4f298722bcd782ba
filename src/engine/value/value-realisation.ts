/**
 * Value realisation: what will be delivered of a plan, month by month, and what it is worth. It stands between the patients
 * and the costs of the budget impact, and adds one world to it: `delivered`, the plan held back by its gates.
 */
import type { Model } from '../graph/model';
import type { Cohorts } from '../model/cohorts';
import type { Ledger } from '../model/ledger';
import type { Patients } from '../model/patients';
import type { Structure } from '../model/structure';
import type { RealisationAssumptions } from '../realisation-assumptions';
import type { Quantity } from '../graph/quantity';
import { calendar, type Calendar } from './calendar';
import { care, type Care } from './care';
import { deliveredPatients, type DeliveredPatients } from './delivered-patients';
import { delivery, type Delivery } from './delivery';
import { demand, type Demand } from './demand';
import { levers, type Levers } from './levers';
import { outcomes, type Outcomes } from './outcomes';
import { isGate, poolsOf, type Pools } from './pools';
import { queues, type Queues } from './queues';
import { schedule, taskAxis, type Schedule } from './schedule';
import { spending } from './spending';
import { treatment, type Treatment } from './treatment';
import { waiting, type Waiting } from './waiting';
import { waves, type Waves } from './waves';
import { worth, type Worth } from './worth';

/** The plan held back: everything up to the patients of the delivered world. */
export interface Held {
  readonly given: RealisationAssumptions;
  readonly at: Calendar;
  readonly lever: Levers;
  readonly plan: Schedule;
  readonly groups: Waves;
  readonly line: Queues;
  readonly resource: Pools;
  readonly wanted: Demand;
  readonly made: Delivery;
  readonly waits: Waiting;
  readonly care: Care;
  readonly on: Treatment;
  readonly delivered: DeliveredPatients;
}
export interface ValueRealisation extends Held {
  /** Cost of all tasks. [year], money */
  readonly tasks: Quantity;
  readonly gained: Outcomes;
  readonly worth: Worth;
}

/** The delivered world's patients, from those of the plan. */
export function heldBack(
  model: Model,
  structure: Structure,
  given: RealisationAssumptions,
  patients: Patients,
  cohort: Cohorts | null,
): Held {
  const at = calendar(model, structure, cohort?.kept.month ?? null);
  const rows = given.resources.filter(isGate);
  const resource = poolsOf(structure, rows);
  const task = taskAxis(given.tasks);
  const lever = levers(model, resource.pool, task);
  const plan = schedule(model, given.tasks, task, at, lever);
  const groups = waves(model, given.waves, at, plan, lever);
  const line = queues(model, structure, groups, at, lever);
  const wanted = demand(model, structure, patients, at, lever);
  const made = delivery(
    model,
    structure,
    given,
    { at, plan, lever, groups, line, resource, wanted, patients },
    () => on.onTreatment,
  );
  const waits = waiting(model, structure, line, at, wanted, made);
  const stand = care(model, structure, given.adoption, patients);
  const on: Treatment = treatment(model, structure, {
    at,
    wanted,
    care: stand,
    cohort,
    starts: made.starts,
    without: waits.without,
    missed: waits.missed,
  });
  const delivered = deliveredPatients(model, structure, at, patients, cohort, stand, on, lever);
  return { given, at, lever, plan, groups, line, resource, wanted, made, waits, care: stand, on, delivered };
}

/** What it is worth. `patients` and `cohort` are the plan's. */
export function valueRealisation(
  model: Model,
  structure: Structure,
  held: Held,
  patients: Patients,
  cohort: Cohorts | null,
  book: Ledger,
): ValueRealisation {
  const { at, wanted, made, given, plan } = held;
  const tasks = spending(model, structure, at, plan);
  const gained = outcomes(model, structure, given.outcomes, {
    at,
    plan: patients,
    cohort,
    wanted,
    starts: made.starts,
  });
  return { ...held, tasks, gained, worth: worth(model, structure, book, tasks, gained) };
}
