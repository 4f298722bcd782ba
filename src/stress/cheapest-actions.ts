/**
 * The cheapest set of scenarios that reaches a target: scenarios are the actions, each with its changes and its cost.
 * A combination is all their changes, in the order of BIM_Scenarios, made to the model as typed.
 */
import type { Decimal } from 'decimal.js';
import { activityFigures } from '../engine/appraisal/activity';
import { cheapest, type Combination, type Try } from '../engine/appraisal/cheapest';
import { text, type Run } from '../engine/figures';
import type { Finding } from '../engine/finding';
import { Exact } from '../engine/readings/decimals';
import type { ValueRealisation } from '../engine/value/value-realisation';
import type { Reading } from '../inputs/read-assumptions';
import { assessed } from '../run/read-and-run';
import { runChanged } from '../run/run-model';
import type { Snapshot } from '../workbook/workbook';

/** What a target is of: people who start within the horizon, or realised value, discounted. */
export type ActionMeasure = 'starts' | 'value';

export interface ActionSet {
  readonly actions: readonly string[];
  readonly reached: string;
  /** Category Implementation and tasks beyond those of the model as typed, discounted. */
  readonly cost: string;
}
export interface ActionSearch {
  readonly measure: ActionMeasure;
  readonly target: string;
  readonly currency: string;
  readonly years: readonly [first: number, last: number];
  readonly actions: readonly string[];
  /** False where there were too many actions to run every combination. */
  readonly exact: boolean;
  readonly none: ActionSet | null;
  /** Null where none that was run reaches the target. */
  readonly cheapest: ActionSet | null;
  readonly tried: readonly ActionSet[];
}

interface Searched {
  readonly findings: readonly Finding[];
  /** Null where the workbook has errors. */
  readonly search: ActionSearch | null;
}

/** Searches. Throws where a workbook holds nothing of value realisation, or no scenario to act with. */
export function cheapestActions(snapshot: Snapshot, target: string, measure: ActionMeasure): Searched {
  const { reading, run, findings } = assessed(snapshot);
  if (!run) return { findings, search: null };
  const { value } = run.of;
  if (!value)
    throw new Error(
      'The workbook has no tasks, waves, resources or outcomes, so there is nothing that actions could move.',
    );
  if (reading.scenarios.length === 0)
    throw new Error(
      'The workbook has no scenarios. Type the actions in BIM_Scenarios: what each changes, and what it costs.',
    );
  const wanted = new Exact(target);
  const found = cheapest(reading.scenarios.length, wanted, tryWith(reading, { run, value }, measure));
  const names = reading.scenarios.map(({ name }) => name);
  const said = ({ actions, reached, cost }: Combination): ActionSet => ({
    actions: actions.map((index) => names[index] ?? ''),
    reached: text(reached),
    cost: text(cost),
  });
  const none = found.tried.find(({ actions }) => actions.length === 0);
  const { firstYear } = run.of.structure.assumptions.model;
  const count = run.of.structure.year.size - (run.of.structure.baseline ? 1 : 0);
  return {
    findings,
    search: {
      measure,
      target: text(wanted),
      currency: run.of.structure.assumptions.model.currency,
      years: [firstYear, firstYear + count - 1],
      actions: names,
      exact: found.exact,
      none: none ? said(none) : null,
      cheapest: found.best && said(found.best),
      tried: found.tried.map(said),
    },
  };
}

interface Base {
  readonly run: Run;
  readonly value: ValueRealisation;
}

const tryWith =
  (reading: Reading, base: Base, measure: ActionMeasure): Try =>
  (actions) => {
    const changes = actions.flatMap((index) => reading.scenarios[index]?.changes ?? []);
    const run = actions.length === 0 ? base.run : runChanged(reading, base.run, changes).run;
    const value = run?.of.value;
    if (!run || !value) return null;
    const reached = measure === 'starts' ? startsOf({ run, value }) : run.exact.at(value.worth.value.realised, []);
    return { reached, cost: new Exact(activityFigures(base, { run, value }).cost) };
  };

/** People who start within the horizon, in all queues. */
const startsOf = ({ run, value }: Base): Decimal =>
  value.line.queues.reduce(
    (sum, _, queue) =>
      value.at.month.members.reduce(
        (total, __, month) => total.plus(run.exact.at(value.made.started, [queue, month])),
        sum,
      ),
    new Exact(0),
  );
