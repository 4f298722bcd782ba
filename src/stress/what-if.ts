/** What if: the model with changes, while nothing is written. */
import type { Change } from '../engine/assumptions';
import { impactFigures, text } from '../engine/figures';
import type { WhatIf } from '../engine/stress/answers';
import { tried, type Bench } from './bench';

export function whatIf(bench: Bench, changes: readonly Change[]): WhatIf {
  const { value, findings } = tried(bench, changes, (run) => {
    const worth = run.of.value?.worth.value;
    return {
      impact: impactFigures(run),
      value: worth
        ? { planned: text(run.exact.at(worth.planned, [])), realised: text(run.exact.at(worth.realised, [])) }
        : null,
    };
  });
  return { impact: value?.impact ?? null, value: value?.value ?? null, findings };
}
