/** The quantities that results are read from. */
import type { Quantity } from './graph/quantity';
import { MEASURES } from './model/testing';
import type { Run } from './figures';

/** The quantities that results are read from: what everything else in a model is there for. */
export function headlineQuantities({ of }: Run): readonly Quantity[] {
  const { impact, ledger, medicines, patients, treated, population, tests } = of;
  const measures = tests ? MEASURES.map((measure) => tests.measures[measure]) : [];
  return [
    population.people,
    patients.eligible,
    treated,
    patients.starting,
    ...measures,
    ledger.cost,
    ledger.byCategory,
    impact.total,
    impact.byCategory,
    impact.bySubgroup,
    impact.byPayer,
    impact.cumulative,
    impact.discounted,
    medicines.grossDrug,
    medicines.netDrug,
    medicines.scripts,
    medicines.grossPrice,
    medicines.netPrice,
    impact.perTreated,
    impact.ofBudget,
    impact.byTechnology,
    of.patients.shares.total,
    ...[impact.pmpm, impact.pmpy, impact.threshold].flatMap((quantity) => quantity ?? []),
  ];
}
