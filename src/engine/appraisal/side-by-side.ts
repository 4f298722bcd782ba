/**
 * New technologies side by side: what each adds to the plan and to what is realised, as the difference that taking it away
 * makes: its shares are those of the world without, and the others have back what it displaced. What is left of the whole
 * belongs to none of them alone: tasks, fixed costs, and what they do to each other.
 */
import type { Decimal } from 'decimal.js';
import { text, valuesOf, years, type Run } from '../figures';
import { budgetImpact } from '../model/budget-impact';
import { Exact } from '../readings/decimals';
import { ExactRun } from '../readings/exact';
import type { ValueRealisation } from '../value/value-realisation';
import { ruledUptake, valueOf, type ShareRule } from './potential';

/** Impact over all years, tasks included, undiscounted; value discounted. */
export interface Adds {
  readonly impact: { readonly planned: string; readonly realised: string };
  readonly value: { readonly planned: string; readonly realised: string };
}
export interface SideBySide {
  readonly technologies: readonly (Adds & { readonly technology: string })[];
  /** The whole less each of them. */
  readonly shared: Adds;
  readonly whole: Adds;
}

type Four = readonly [impact: Decimal, realised: Decimal, value: Decimal, realised: Decimal];

/** Null where the workbook holds nothing of value realisation. Tells before each of the technologies how many are done. */
export function* sideBySide(run: Run): Generator<{ readonly done: number; readonly of: number }, SideBySide | null> {
  const { value, structure } = run.of;
  if (!value) return null;
  const names = structure.assumptions.technologies;
  const fresh = names.flatMap(({ role }, index) => (role === 'new' ? [index] : []));
  const whole = figuresOf(run, value);
  const each: Four[] = [];
  for (const technology of fresh) {
    yield { done: each.length, of: fresh.length };
    each.push(less(whole, withoutIt(run, value, technology)));
  }
  return {
    technologies: each.map((adds, n) => ({ technology: names[fresh[n] ?? -1]?.technology ?? '', ...told(adds) })),
    shared: told(each.reduce(less, whole)),
    whole: told(whole),
  };
}

/** Figures of the model in which nobody has the technology who would not have it anyway. */
function withoutIt(run: Run, value: ValueRealisation, technology: number): Four {
  const { structure, patients } = run.of;
  const rule: ShareRule = (planned, _, arm) =>
    structure.arms[arm]?.technology === technology
      ? valuesOf(run, patients.shares.share, [0, arm], years(run))
      : planned;
  const made = budgetImpact({
    ...structure.assumptions,
    uptake: ruledUptake(run.of, value, run.exact, rule),
  });
  return figuresOf({ of: made, exact: new ExactRun() }, valueOf(made));
}

function figuresOf(run: Run, { worth }: ValueRealisation): Four {
  const over = (of: typeof worth.plannedImpact): Decimal =>
    valuesOf(run, of, [], years(run)).reduce((sum, amount) => sum.plus(amount), new Exact(0));
  return [
    over(worth.plannedImpact),
    over(worth.realisedImpact),
    run.exact.at(worth.value.planned, []),
    run.exact.at(worth.value.realised, []),
  ];
}

const less = (a: Four, b: Four): Four => [a[0].minus(b[0]), a[1].minus(b[1]), a[2].minus(b[2]), a[3].minus(b[3])];

const told = ([impact, delivered, value, realised]: Four): Adds => ({
  impact: { planned: text(impact), realised: text(delivered) },
  value: { planned: text(value), realised: text(realised) },
});
