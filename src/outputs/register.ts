/**
 * The register of what is coming, as sheets, charts, sentences and the pane read it: money in a scale of its own, since
 * a register may be larger or smaller than the model it stands beside.
 */
import type { HorizonFigures } from '../engine/realisation-results';
import type { Amounts } from '../engine/results';
import { amount, sum, type Amount } from './amounts';
import type { Figures } from './figures';
import { moneyOf } from './money';

/** The figures of a run, with money in the scale of the register. */
export function registerScale(figures: Figures, register: HorizonFigures): Figures {
  const yearly = [register.unweighted, register.high, register.headroom ?? []].flat().map(amount);
  return { ...figures, money: moneyOf(figures.results.currency, yearly, register.weighted.map(amount)) };
}

/** A technology of the register. */
export interface RegisterItem {
  readonly technology: string;
  readonly group: string;
  /** Of being launched and funded. */
  readonly chance: Amount;
  readonly weighted: readonly Amount[];
  readonly unweighted: readonly Amount[];
  /** The lists of the results that they were read from. */
  readonly lists: { readonly weighted: Amounts; readonly unweighted: Amounts };
}

/** In the order of the register. The nth chance belongs to the nth pair of items, also where names are alike. */
export const registerItems = ({ chances, items }: HorizonFigures): readonly RegisterItem[] =>
  chances.map(({ technology, group, probability }, n) => ({
    technology,
    group,
    chance: amount(probability),
    weighted: (items[2 * n]?.values ?? []).map(amount),
    unweighted: (items[2 * n + 1]?.values ?? []).map(amount),
    lists: { weighted: items[2 * n]?.values ?? [], unweighted: items[2 * n + 1]?.values ?? [] },
  }));

/** Those that are expected to cost most over all years, first. */
export const largestFirst = (items: readonly RegisterItem[]): readonly RegisterItem[] =>
  [...items].sort((a, b) => sum(b.weighted).abs().comparedTo(sum(a.weighted).abs()));

/** The first year with an amount that nobody has provided for. */
export function firstUnprovided({ unprovided }: HorizonFigures, years: readonly number[]): number | null {
  const at = (unprovided ?? []).findIndex((value) => amount(value).gt(0));
  return at < 0 ? null : (years[at] ?? null);
}
