/** The model that is checked: as typed, and run again with other inputs by the same sums. */
import type { Assumptions } from '../engine/assumptions';
import { faults } from '../engine/faults';
import type { Run } from '../engine/figures';
import type { Reading } from '../inputs/read-assumptions';
import { runModel } from '../run/run-model';
import type { Snapshot } from '../workbook/workbook';
import { Outside } from './outside';

/** The sums: assumptions to a run. A planted mistake stands in place of the true ones. */
export type Engine = (assumptions: Assumptions) => Run;

/** The sums of Realise. Throws {@link Outside} where they refuse the inputs. */
export const trueEngine: Engine = (assumptions) => {
  const { run, findings } = runModel(assumptions);
  if (!run) throw new Outside(`the changed model is refused: ${findings[0]?.message ?? ''}`);
  return run;
};

/** A model under check. */
export interface Subject {
  /** As typed, without the tables of value realisation: the plan does not rest on them. */
  readonly assumptions: Assumptions;
  readonly run: Run;
  readonly rerun: Engine;
  /** With the tables of value realisation; null where the workbook has none. */
  readonly delivered: () => Run | null;
  /** The workbook behind it; null for a model that was made smaller. */
  readonly source: { readonly snapshot: Snapshot; readonly reading: Reading } | null;
}

/** A model and the sums it is run by. Throws {@link Outside} where they refuse it. */
export function subjectOf(assumptions: Assumptions, engine: Engine, source: Subject['source']): Subject {
  const plan: Assumptions = { ...assumptions, realisation: null };
  const run = engine(plan);
  let whole: Run | null | undefined;
  const delivered = (): Run | null => (whole ??= assumptions.realisation ? engine(assumptions) : null);
  return { assumptions: plan, run, rerun: engine, delivered, source };
}

/** Whether a run's own figures refuse it: shares that do not sum to 1, people below nobody. */
export const refused = (run: Run): boolean => faults(run).length > 0;
