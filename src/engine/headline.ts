/** The quantities that results are read from. */
import { Quantity } from './graph/quantity';
import { SHOWN, type PlanAndActual } from './actuals/plan-and-actual';
import type { Coming } from './coming/coming';
import { CHAIN_MEASURES } from './model/test-chains';
import { MEASURES } from './model/testing';
import type { ValueRealisation } from './value/value-realisation';
import type { Run } from './figures';

/** The quantities that results are read from: what everything else in a model is there for. */
export function headlineQuantities({ of }: Run): readonly Quantity[] {
  const { impact, ledger, medicines, patients, treated, population, tests, testChains } = of;
  const measures = tests ? MEASURES.map((measure) => tests.measures[measure]) : [];
  return [
    population.people,
    patients.eligible,
    treated,
    patients.starting,
    ...measures,
    ...(testChains ? CHAIN_MEASURES.map((measure) => testChains.measures[measure]) : []),
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
    ...(of.value ? ofRealisation(of.value) : []),
    ...(of.actuals ? ofActuals(of.actuals) : []),
    ...(of.coming ? ofRegister(of.coming) : []),
  ];
}

/** Whatever a step of value realisation gives to others: schedule, waves, queues, delivery, waiting, benefits, worth. */
const ofRealisation = (value: ValueRealisation): readonly Quantity[] =>
  [
    value,
    value.plan,
    value.groups,
    value.line,
    value.made,
    value.made.held,
    value.waits,
    value.on,
    value.gained,
    value.worth,
    value.worth.byYear,
    value.worth.value,
  ].flatMap((step) => Object.values(step).filter((of): of is Quantity => of instanceof Quantity));

/** The bridge, what was recorded beside its plan, where it leads, and how far the plan was off. */
const ofActuals = ({ bridge, lag, told, reforecast, reforecastByYear }: PlanAndActual): readonly Quantity[] => [
  bridge.amount,
  lag,
  reforecast,
  reforecastByYear,
  ...SHOWN.flatMap((measure) => Object.values(told[measure] ?? {}).filter((of) => of instanceof Quantity)),
];

/** More figures of combinations than these nobody reads on a sheet. */
const MOST_OF_COMBINATIONS = 8_000;

/** What is read of a register; nothing of one with too many combinations of launches, which stands as values. */
const ofRegister = ({ expected, ifAll, markets, unweighted, room, together }: Coming): readonly Quantity[] =>
  together && markets.cost.block.size <= MOST_OF_COMBINATIONS
    ? [expected, ifAll, unweighted, together.expected, together.deviation, room, together.unprovided].flatMap(
        (of) => of ?? [],
      )
    : [];
