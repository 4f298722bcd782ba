/** What the plan is worth, what is left of it, and where the rest went: the waterfall, the gates, and the cost of delay. */
import type { Decimal } from 'decimal.js';
import { text, type Run } from '../figures';
import { Exact } from '../readings/decimals';
import type { DeliveryFigures, ValueFigures, ValueTotals } from '../realisation-results';
import type { ValueRealisation } from '../value/value-realisation';
import { evenValues, gateValues } from './gate-values';
import { dimensionsOf } from './gates';
import { atItsHighest, onceStarted, withShares, worthOf, type ShareRule, type Variant } from './potential';
import type { Trials } from './trials';

/** The four values, and the cash that is released, discounted. `potential`: the run with everybody of the potential. */
export function valueTotals(run: Run, value: ValueRealisation, potential: Variant): ValueTotals {
  const { worth } = value;
  const at = (of: keyof typeof worth.value): string => text(run.exact.at(worth.value[of], []));
  return {
    potential: text(worthOf(potential)),
    planned: at('planned'),
    delivered: at('delivered'),
    realised: at('realised'),
    cashReleased: text(run.exact.at(worth.cashValue, [])),
  };
}

export function valueFigures(
  run: Run,
  value: ValueRealisation,
  potential: Variant,
  trials: Trials,
  { binding, months }: DeliveryFigures,
): ValueFigures {
  const totals = valueTotals(run, value, potential);
  const [best, planned, delivered, realised] = [
    totals.potential,
    totals.planned,
    totals.delivered,
    totals.realised,
  ].map((amount) => new Exact(amount)) as [Decimal, Decimal, Decimal, Decimal];
  const values = gateValues(trials);
  const ofDimension = (dimension: string): Decimal =>
    values.reduce((sum, of) => (of.gate.dimension === dimension ? sum.plus(of.sequence) : sum), new Exact(0));
  const boundIn = (gate: string): number =>
    months.filter((_, month) => binding.some((row) => row.values[month] === gate)).length;
  return {
    ...totals,
    shortfall: shortfall(run, best, planned),
    waterfall: [
      { dimension: 'value', cause: 'uptake', value: text(best.minus(planned)) },
      ...dimensionsOf(trials.gates).map((dimension) => ({
        dimension,
        cause: 'gates',
        value: text(ofDimension(dimension)),
      })),
      { dimension: 'value', cause: 'benefits', value: text(delivered.minus(realised)) },
    ],
    joint: text(planned.minus(delivered)),
    gates: values.map(({ gate, only, sequence, opened, unit }) => ({
      gate: gate.gate,
      dimension: gate.dimension,
      only: text(only),
      sequence: text(sequence),
      opened: text(opened),
      unit: text(unit),
      unitCost: gate.unitCost && text(gate.unitCost),
      months: String(boundIn(gate.gate)),
    })),
    even: evenValues(trials).map(({ dimension, value: amount }) => ({ dimension, value: text(amount) })),
    costOfDelay: {
      plan: text(planned.minus(trials.planLater())),
      schedule: text(delivered.minus(trials.scheduleLater())),
    },
    tasks: value.plan.tasks.map((row, task) => ({
      task: row.id,
      delay: text(delivered.minus(trials.taskLonger(task))),
    })),
  };
}

/** Potential less plan, taken off in order: years before the first planned start, the highest share, and the rest. */
function shortfall(run: Run, best: Decimal, planned: Decimal): ValueFigures['shortfall'] {
  const valueBy = (rule: ShareRule): Decimal => worthOf(withShares(run.of, run.exact, rule));
  const [started, highest] = [valueBy(onceStarted), valueBy(atItsHighest)];
  return {
    delayed: text(best.minus(started)),
    low: text(started.minus(highest)),
    slow: text(highest.minus(planned)),
  };
}
