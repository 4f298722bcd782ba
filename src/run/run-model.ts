/** One run: assumptions → the model written down → its figures → what is wrong with them. */
import type { Assumptions, Change } from '../engine/assumptions';
import { faults } from '../engine/faults';
import type { Run } from '../engine/figures';
import type { Finding } from '../engine/finding';
import { budgetImpact } from '../engine/model/budget-impact';
import { ExactRun } from '../engine/readings/exact';
import { changedAssumptions, type Reading } from '../inputs/read-assumptions';
import type { Entry } from '../inputs/entry';

/** A run, or what stands against one. */
export interface Ran {
  readonly run: Run | null;
  readonly findings: readonly Finding[];
}

/** Writes down and runs the model of these assumptions. Figures are computed when asked for. */
export function runModel(assumptions: Assumptions): Ran {
  const run: Run = { of: budgetImpact(assumptions), exact: new ExactRun(), traces: new Map() };
  const findings = faults(run);
  return { run: findings.length > 0 ? null : run, findings };
}

/** The value that a row of BIM_Uptake has in a period by its curve: what `x` and `+` start from. */
export const uptakeIn = (run: Run | null) => (entry: Entry, period: number) => {
  const uptake = run?.of.model.find('Uptake');
  return run && uptake && entry.table.word === 'Uptake' ? run.exact.at(uptake, [entry.index, period]) : null;
};

/** The model with changes made to it, from the funnel up. */
export function runChanged(reading: Reading, base: Run | null, changes: readonly Change[]): Ran {
  const changed = changedAssumptions(reading, changes, uptakeIn(base));
  if (!changed.assumptions) return { run: null, findings: changed.findings };
  const ran = runModel(changed.assumptions);
  return { run: ran.run, findings: [...changed.findings, ...ran.findings] };
}
