/**
 * Several models side by side: planned and realised impact and value, what holds each back most, and which action across
 * them is worth most for what it costs. Amounts of different currencies are never added; gain ÷ cost needs none.
 */
import type { Realisation } from '../engine/realisation-results';
import type { Results } from '../engine/results';
import { amount, plain, sum, type Amount } from './amounts';
import { nameOfGate } from './realised';

/** One model, as it stands in a portfolio. */
export interface PortfolioModel {
  /** Its file, or another name by which it is told apart. */
  readonly name: string;
  readonly title: string;
  readonly currency: string;
  /** Summed over the years, undiscounted, tasks included. */
  readonly impact: { readonly planned: string; readonly realised: string };
  /** Net benefit, discounted; null where the workbook holds nothing of value realisation. */
  readonly value: { readonly planned: string; readonly realised: string } | null;
  readonly starts: { readonly planned: string; readonly realised: string } | null;
  /** The gate that withholds most, opened alone; null where none withholds anything. */
  readonly heldBy: PortfolioGate | null;
}
export interface PortfolioGate {
  readonly gate: string;
  readonly dimension: string;
  readonly opened: string;
  readonly months: string;
}
/** A scenario that costs something, or gains without cost. */
export interface PortfolioAction {
  readonly model: string;
  readonly action: string;
  readonly currency: string;
  readonly gain: string;
  readonly cost: string;
  readonly net: string;
  /** Gain ÷ cost; null where it costs nothing. */
  readonly perUnit: string | null;
  readonly payback: string;
}
export interface Portfolio {
  readonly models: readonly PortfolioModel[];
  /** What gains most for what it costs first; what costs nothing before all. */
  readonly actions: readonly PortfolioAction[];
}

export interface NamedResults {
  readonly name: string;
  readonly results: Results;
}

export const portfolioOf = (models: readonly NamedResults[]): Portfolio => ({
  models: models.map(modelOf),
  actions: models.flatMap(actionsOf).sort(worthMost),
});

const total = (values: readonly string[]): string => plain(sum(values.map(amount)));
const totalOf = (rows: readonly { readonly values: readonly string[] }[]): string =>
  total(rows.flatMap(({ values }) => values));

function modelOf({ name, results }: NamedResults): PortfolioModel {
  const { realisation, impact, title, currency } = results;
  const planned = realisation?.impact.planned.total ?? impact.total;
  return {
    name,
    title,
    currency,
    impact: { planned: total(planned), realised: total(realisation?.impact.realised.total ?? impact.total) },
    value: realisation ? { planned: realisation.value.planned, realised: realisation.value.realised } : null,
    starts: realisation ? { planned: totalOf(realisation.demand), realised: totalOf(realisation.starts) } : null,
    heldBy: heldBy(results),
  };
}

function heldBy({ realisation }: Results): PortfolioGate | null {
  if (!realisation) return null;
  const [most] = [...realisation.value.gates].sort((a, b) => amount(b.opened).comparedTo(a.opened));
  if (!most || amount(most.opened).lte(0)) return null;
  const { gate, dimension, opened, months } = most;
  return { gate: nameOfGate(realisation, gate), dimension, opened, months };
}

/** What holds a technology back: the gate that binds in most months of those in which anybody is held. */
export interface Holding {
  readonly gate: string;
  readonly months: number;
  /** Months of the model. */
  readonly of: number;
}

/** Null where nobody is held. The earlier gate on a tie. */
export function holdingBack(realisation: Realisation, technology: string): Holding | null {
  const values = realisation.binding.find((row) => row.technology === technology)?.values ?? [];
  const counts = realisation.gates
    .map(({ gate }) => ({ gate, months: values.filter((value) => value === gate).length }))
    .sort((a, b) => b.months - a.months);
  const [most] = counts;
  if (most === undefined || most.months === 0) return null;
  return { gate: nameOfGate(realisation, most.gate), months: most.months, of: values.length };
}

const actionsOf = ({ name, results }: NamedResults): readonly PortfolioAction[] =>
  (results.realisation?.scenarios ?? []).flatMap(({ scenario, activity }): readonly PortfolioAction[] => {
    const { gain, cost, net, payback } = activity;
    if (amount(gain).lte(0)) return [];
    const perUnit = amount(cost).gt(0) ? plain(amount(gain).div(cost)) : null;
    return [{ model: name, action: scenario, currency: results.currency, gain, cost, net, perUnit, payback }];
  });

/** By gain ÷ cost. What gains and costs nothing is no purchase of money: it stands first, the larger gain before. */
function worthMost(a: PortfolioAction, b: PortfolioAction): number {
  const rank = ({ perUnit }: PortfolioAction): Amount | null => (perUnit === null ? null : amount(perUnit));
  const [one, other] = [rank(a), rank(b)];
  if (one === null || other === null) return one === other ? amount(b.gain).comparedTo(a.gain) : one === null ? -1 : 1;
  return other.comparedTo(one);
}
