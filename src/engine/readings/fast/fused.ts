/** Loops over the same members one after another become one, where each round reads only what it, or what came before, wrote. */
import { childrenOf, type Index, type Loop, type Step, type Store, type Value } from './code';
import { boundsOf } from './index';

export function fused(steps: readonly Step[]): readonly Step[] {
  const made: Step[] = [];
  for (const step of steps) {
    const last = made.at(-1);
    if (step.kind === 'loop' && last?.kind === 'loop' && last.loop === step.loop && mayFuse(last.body, step))
      made[made.length - 1] = { ...last, body: [...last.body, ...step.body] };
    else made.push(step);
  }
  return made.map((step) => (step.kind === 'loop' ? { ...step, body: fused(step.body) } : step));
}

/** Places of a store that a round of a loop touches: `by` a round on from the last, within these bounds. */
interface Touched {
  readonly by: number;
  readonly least: number;
  readonly most: number;
}

interface Traffic {
  readonly written: Map<Store, Touched>;
  readonly read: Map<Store, Touched>;
}

/** A figure is written once, and before it is read: only what the second loop reads of the first can go wrong. */
function mayFuse(before: readonly Step[], { loop, body }: Extract<Step, { kind: 'loop' }>): boolean {
  return areApart(trafficOf(before, loop).written, trafficOf(body, loop).read);
}

/** Whether each round reads of what is written what it has itself written, at most. */
const areApart = (written: Traffic['read'], read: Traffic['read']): boolean =>
  [...written].every(([store, a]) => {
    const b = read.get(store);
    return !b || (a.by === b.by && Math.max(a.most - b.least, b.most - a.least) < Math.abs(a.by));
  });

function trafficOf(steps: readonly Step[], loop: Loop): Traffic {
  const traffic: Traffic = { written: new Map(), read: new Map() };
  const seen = new Set<Value>();
  const see = (value: Value): void => {
    if (seen.has(value)) return;
    seen.add(value);
    if (value.node.kind === 'load') add(traffic.read, value.node.store, value.node.at, loop);
    for (const child of childrenOf(value)) see(child);
  };
  const visit = (step: Step): void => {
    if (step.kind === 'loop') step.body.forEach(visit);
    else {
      add(traffic.written, step.store, step.at, loop);
      see(step.value);
    }
  };
  steps.forEach(visit);
  return traffic;
}

/** What does not go on evenly with the loop may be anywhere: as if it stood still. */
function add(to: Traffic['read'], store: Store, { base, terms }: Index, loop: Loop): void {
  const own = terms.find((term) => term.loop === loop && !term.table);
  const [least, most] = boundsOf({ base, terms: terms.filter((term) => term !== own) });
  const known = to.get(store);
  to.set(store, {
    by: known && known.by !== own?.by ? 0 : (own?.by ?? 0),
    least: Math.min(least, known?.least ?? least),
    most: Math.max(most, known?.most ?? most),
  });
}
