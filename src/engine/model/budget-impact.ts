/**
 * The budget-impact model: the chain of a model as it is read, from the population to the impact. It is written once;
 * the readings (exact, explained, live, fast) all start from here.
 */
import type { Assumptions } from '../assumptions';
import { cases, sum } from '../graph/expression';
import { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { agreements, type Agreements } from './agreements';
import { cohorts, type Cohorts } from './cohorts';
import { costs, type Costs } from './costs';
import { impact, type Impact } from './impact';
import { ledger, type Ledger } from './ledger';
import { medicines, type Medicines } from './medicines';
import { patients, type Patients } from './patients';
import { population, type Population } from './population';
import { growthYears } from './series';
import { structureOf, type Structure } from './structure';
import { testChains, type TestChains } from './test-chains';
import { testing, type Testing } from './testing';
import { planAndActual, type PlanAndActual } from '../actuals/plan-and-actual';
import { coming, type Coming } from '../coming/coming';
import { heldBack, valueRealisation, type ValueRealisation } from '../value/value-realisation';

/** A model with its rooms: what each step gave. */
export interface BudgetImpact {
  readonly model: Model;
  readonly structure: Structure;
  readonly population: Population;
  readonly tests: Testing | null;
  /** What the tests of each world and subgroup do together; null without tests. */
  readonly testChains: TestChains | null;
  readonly patients: Patients;
  readonly cohorts: Cohorts | null;
  /** Patients on each technology by arm. [world, arm, year] */
  readonly onTechnology: Quantity;
  /** Patients on each technology in the year; cohorts: patient-years of all treatment years. [world, technology, subgroup, year] */
  readonly treated: Quantity;
  readonly costs: Costs;
  readonly agreements: Agreements | null;
  readonly ledger: Ledger;
  readonly impact: Impact;
  readonly medicines: Medicines;
  /** Null where the workbook holds nothing of value realisation. */
  readonly value: ValueRealisation | null;
  /** What happened beside the plan; null without BIM_Actuals. */
  readonly actuals: PlanAndActual | null;
  /** What may launch; null without BIM_Horizon. */
  readonly coming: Coming | null;
}

/** Writes down the model of these assumptions. Nothing is computed yet. */
export function budgetImpact(assumptions: Assumptions): BudgetImpact {
  const model = new Model();
  const structure = structureOf(assumptions);
  const { world, arm, arms, technology, subgroup, year } = structure;
  const growing = growthYears(model, assumptions.model, year);
  const people = population(model, structure, growing);
  const plan = patients(model, structure, people, growing, (untested) =>
    testing(model, structure, growing, untested, people.people),
  );
  const planned = cohorts(model, structure, plan);
  const held =
    assumptions.realisation && arms.length > 0
      ? heldBack(model, structure, assumptions.realisation, plan, planned)
      : null;
  const made = held?.delivered.patients ?? plan;
  const cohort = held?.delivered.cohorts ?? planned;
  const on = model.quantity(
    'Patients on technology',
    'person',
    [world, arm, year],
    () =>
      cohort
        ? cases(arm, (member) => arms[member]?.accounting ?? 'stock', {
            stock: made.staying,
            cohort: sum(cohort.following, cohort.treatmentYear),
          })
        : made.staying,
    { source: 'Sullivan 2014; workbook contract, Accounting' },
  );
  const treated = model.quantity(
    'Treated patients',
    'person',
    [world, technology, subgroup, year],
    () => sum(on, arm, technology, subgroup),
    { source: 'workbook contract, What comes back' },
  );
  const spent = costs(model, structure, people, made, cohort, growing);
  const deals = agreements(model, structure, spent, made, on);
  const book = ledger(model, structure, spent, made.tests, deals);
  const change = impact(model, structure, book, on);
  return {
    model,
    structure,
    population: people,
    tests: made.tests,
    testChains: made.tests && testChains(model, structure, made.tests, made.treated),
    patients: made,
    cohorts: cohort,
    onTechnology: on,
    treated,
    costs: spent,
    agreements: deals,
    ledger: book,
    impact: change,
    medicines: medicines(model, structure, spent, book, change),
    value: held && valueRealisation(model, structure, held, plan, planned, book),
    actuals:
      held &&
      planAndActual(model, structure, {
        at: held.at,
        wanted: held.wanted,
        cohort,
        patients: made,
        onTechnology: on,
        ledger: book,
      }),
    coming: assumptions.register && coming(model, structure, assumptions.register),
  };
}
