/** Value realisation as figures: the member `realisation` of a run's results. */
import { eligibleFigures, text, years, type Run } from '../figures';
import { testFigures } from '../test-figures';
import type { EligibleFigures } from '../results';
import type { TaskRow } from '../realisation-assumptions';
import type { GateNamed, Realisation, RealisedScenario, TaskNamed } from '../realisation-results';
import type { ValueRealisation } from '../value/value-realisation';
import { activityFigures } from './activity';
import { deliveryFigures } from './delivery-figures';
import { gatesOf, type Gate } from './gates';
import { benefitFigures, byCase, deliveredCosts, impactWithTasks } from './money-figures';
import { throughout, withShares } from './potential';
import { planAndActualFigures } from './plan-and-actual-figures';
import { scheduleFigures } from './schedule-figures';
import { Trials } from './trials';
import { valueFigures, valueTotals } from './value-figures';

/** A run, and its value realisation. */
interface Realised {
  readonly run: Run;
  readonly value: ValueRealisation;
}

/** Null where the workbook holds nothing of value realisation. `scenarios`: runs of BIM_Scenarios by name. */
export function realisationFigures(
  run: Run,
  scenarios: readonly { readonly name: string; readonly run: Run }[],
): Realisation | null {
  const { value } = run.of;
  if (!value) return null;
  const gates = gatesOf(value);
  const delivery = deliveryFigures(run, value, gates);
  const potential = withShares(run.of, run.exact, throughout);
  return {
    ...delivery,
    gates: gates.map((gate) => gateNamed(value, gate)),
    tasks: value.plan.tasks.map(taskNamed),
    schedule: scheduleFigures(run, value),
    tests: testFigures(run, years(run)),
    eligible: eligibleOf(run),
    patients: byCase(run, run.of.onTechnology),
    yearlyStarts: byCase(run, run.of.patients.starting),
    costs: deliveredCosts(run, value),
    impact: impacts(run, value),
    benefits: [
      ...benefitFigures(potential, potential.value, 'potential', 1),
      ...benefitFigures(run, value, 'planned', 1),
      ...benefitFigures(run, value, 'delivered', 2),
      ...benefitFigures(run, value, 'realised', 2),
    ],
    value: valueFigures(run, value, potential, new Trials(value), delivery),
    ...planAndActualFigures(run),
    scenarios: scenarios.flatMap(({ name, run: changed }): readonly RealisedScenario[] =>
      changed.of.value ? [scenarioFigures(name, { run, value }, { run: changed, value: changed.of.value })] : [],
    ),
  };
}

const impacts = (run: Run, { worth }: ValueRealisation): Realisation['impact'] => ({
  planned: impactWithTasks(run, worth.plannedImpact, worth.plannedCash),
  realised: impactWithTasks(run, worth.realisedImpact, worth.realisedCash),
});

/** Eligible patients in both worlds, whether or not they differ. */
function eligibleOf(run: Run): readonly EligibleFigures[] {
  return eligibleFigures(run, years(run)).flatMap((row) =>
    row.world === undefined ? ['without', 'with'].map((world) => ({ ...row, world })) : [row],
  );
}

function scenarioFigures(name: string, base: Realised, changed: Realised): RealisedScenario {
  const { run, value } = changed;
  const { starts, backlog } = deliveryFigures(run, value, gatesOf(value));
  return {
    scenario: name,
    starts,
    patients: byCase(run, run.of.onTechnology),
    backlog,
    impact: impacts(run, value),
    value: valueTotals(run, value, withShares(run.of, run.exact, throughout)),
    activity: activityFigures(base, changed),
  };
}

function gateNamed({ resource, groups }: ValueRealisation, { gate, dimension, pool, kind }: Gate): GateNamed {
  const row = resource.rows.find((_, n) => resource.row.links[0]?.map[n] === pool);
  const wave = groups.rows[0];
  return kind === 'pool'
    ? { gate, dimension, unit: row?.unit ?? '', at: row?.available?.at ?? row?.at ?? null }
    : { gate, dimension, unit: '', at: wave?.at ?? null };
}

const taskNamed = (row: TaskRow): TaskNamed => ({
  task: row.id,
  name: row.task,
  dimension: row.dimension,
  owner: row.owner,
  wave: row.wave,
  cost: row.cost && text(row.cost.value),
  at: row.duration.at,
});
