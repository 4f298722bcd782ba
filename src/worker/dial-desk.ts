/** Dials in a worker: one model held ready between questions, and compiled once for the dials that are shown. */
import type { WhatIf } from '../engine/stress/answers';
import type { Dial, Followed, Turned } from '../engine/stress/dial';
import { sameAddress } from '../inputs/address';
import { benchIn, type Bench } from '../stress/bench';
import { dialsOf } from '../stress/dials';
import { followDials, type Follow } from '../stress/follow';
import { changesFor } from '../stress/give-way';
import { whatIf } from '../stress/what-if';
import type { Snapshot } from '../workbook/workbook';

/** `turn`: figures with dials turned; `shown` are the dials on the screen, for which the model is compiled. */
export type DialTask =
  | { readonly kind: 'dials'; readonly snapshot: Snapshot }
  | {
      readonly kind: 'turn';
      readonly shown: readonly Omit<Turned, 'value'>[];
      readonly turned: readonly Turned[];
      readonly exact: boolean;
    };
export type DialAnswer =
  | { readonly kind: 'dials'; readonly dials: readonly Dial[]; readonly base: WhatIf }
  | { readonly kind: 'turned'; readonly followed: Followed };

interface Open {
  readonly bench: Bench;
  readonly dials: readonly Dial[];
  compiled: { readonly key: string; readonly follow: Follow } | null;
}

class DialDesk {
  private open: Open | null = null;

  answer(task: DialTask): DialAnswer {
    if (task.kind === 'dials') return this.opened(task.snapshot);
    const { open } = this;
    if (!open) throw new Error('There is no model to turn dials on.');
    const fast = task.exact ? null : followOf(open, task.shown)(task.turned);
    const followed =
      fast ?? ({ kind: 'exact', whatIf: whatIf(open.bench, changesFor(open.bench, task.turned)) } as const);
    return { kind: 'turned', followed };
  }

  private opened(snapshot: Snapshot): DialAnswer {
    const bench = benchIn(snapshot);
    const dials = dialsOf(bench);
    this.open = { bench, dials, compiled: null };
    return { kind: 'dials', dials, base: whatIf(bench, []) };
  }
}

export const dialDesk = new DialDesk();

/** Compiled anew only where other dials are shown. */
function followOf(open: Open, shown: readonly Omit<Turned, 'value'>[]): Follow {
  const key = JSON.stringify(shown.map(({ parameter, op }) => [parameter, op]));
  if (open.compiled?.key !== key) {
    const dials = shown.flatMap(
      ({ parameter, op }) => open.dials.find((dial) => dial.op === op && sameAddress(dial.parameter, parameter)) ?? [],
    );
    open.compiled = { key, follow: followDials(open.bench, dials) };
  }
  return open.compiled.follow;
}
