/** The plan held back, as checks of delivery need it. */
import type { Assumptions } from '../engine/assumptions';
import { valuesOf, years, type Run } from '../engine/figures';
import type { RealisationAssumptions } from '../engine/realisation-assumptions';
import type { ValueRealisation } from '../engine/value/value-realisation';
import { outside } from './outside';
import type { Compared, Figures } from './compare';
import type { Subject } from './subject';

/** A model with its value realisation. */
export interface Held {
  readonly run: Run;
  readonly value: ValueRealisation;
  readonly given: RealisationAssumptions;
}

/** The model with what holds it back; ends the check where the workbook has none. */
export function heldOf(subject: Subject): Held {
  const run = subject.delivered();
  const given = run?.of.structure.assumptions.realisation;
  return run?.of.value && given
    ? { run, value: run.of.value, given }
    : outside('the workbook has no tables of delivery');
}

/** The same with other tables of delivery. */
export const heldWith = ({ rerun }: Subject, { run }: Held, given: RealisationAssumptions): Run => {
  const of: Assumptions = { ...run.of.structure.assumptions, realisation: given };
  return rerun(of);
};

const PLANNED = 1;
const DELIVERED = 2;

/** People on each technology as planned and as delivered. */
export const besidePlan = (run: Run): readonly Compared[] =>
  run.of.structure.arm.members.map((name, arm) => {
    const on = (world: number): Figures => valuesOf(run, run.of.onTechnology, [world, arm], years(run));
    return { name: `patients on ${name}`, expected: on(PLANNED), got: on(DELIVERED) };
  });

/** People who start in each month, all queues together. */
export function startsByMonth({ of, exact }: Run): Figures {
  const value = of.value;
  if (!value) return [];
  return value.at.month.members.map((_, month) =>
    value.line.queues
      .map((__, queue) => exact.at(value.made.started, [queue, month]))
      .reduce((sum, each) => sum.plus(each)),
  );
}

/** People who start up to and including each month. */
export const startsSoFar = (run: Run): Figures => {
  const all = startsByMonth(run);
  return all.map((_, n) => all.slice(0, n + 1).reduce((sum, each) => sum.plus(each)));
};
