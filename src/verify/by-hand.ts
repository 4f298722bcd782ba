/**
 * A second calculation of what is simple: the funnel multiplied out, shares by their curves, prices built up, lines
 * multiplied. In floats, and from the assumptions alone, so that it shares nothing with the sums it checks.
 */
import type { Assumptions, Series, UptakeRow } from '../engine/assumptions';
import type { Place } from '../engine/finding';
import type { Quantity } from '../engine/graph/quantity';

/** One figure by hand, beside the one of the run. */
export interface ByHand {
  readonly name: string;
  readonly quantity: Quantity;
  readonly members: readonly number[];
  readonly value: number;
  readonly at: Place | null;
}

/** A period as the calculation needs it: its place among the periods, and how many years of growth it has had. */
export interface Period {
  readonly index: number;
  readonly growth: number;
  /** 1 in the first year. */
  readonly t: number;
}

/** Periods of years 1…N. */
export function periodsOf({ model }: Assumptions): readonly Period[] {
  const shift = model.baselineYear ? 1 : 0;
  const start = model.baselineYear === (model.growthStarts === 'first year') ? shift : model.baselineYear ? 0 : 1;
  return Array.from({ length: model.years }, (_, n) => ({ index: n + shift, growth: n + start, t: n + 1 }));
}

/** A typed year, else Base with growth, else the last typed year before it; null where there is none. */
export function valueIn(of: Series, { index, growth }: Period): number | null {
  const typed = of.years.get(index);
  if (typed) return typed.value.toNumber();
  if (of.base) return of.base.value.toNumber() * (1 + (of.growth?.value.toNumber() ?? 0)) ** growth;
  const before = [...of.years.keys()].filter((year) => year < index).sort((a, b) => b - a)[0];
  return before === undefined ? null : (of.years.get(before)?.value.toNumber() ?? null);
}

/** A share by its curve; null for curves that are not a closed form. */
function curveAt(row: UptakeRow, { t }: Period, firstYear: number): number | null {
  const [p1, p2, p3, p4] = [row.p1, row.p2, row.p3, row.p4].map((given) => given?.value.toNumber() ?? 0) as [
    number,
    number,
    number,
    number,
  ];
  switch (row.curve) {
    case 'linear':
      return p1 + (p2 - p1) * Math.min(1, t / p3);
    case 'logistic':
      return p4 + (p1 - p4) / (1 + Math.exp(-p3 * (t - p2)));
    case 'gompertz':
      return p1 * Math.exp(-p2 * Math.exp(-p3 * t));
    case 'bass': {
      const fall = Math.exp(-(p2 + p3) * t);
      return (p1 * (1 - fall)) / (1 + (p3 / p2) * fall);
    }
    case 'step':
      return (p2 >= 1000 ? firstYear + t - 1 : t) >= p2 ? p1 : 0;
    default:
      return null;
  }
}

/** The share of a row in a period; null where it follows another row. */
export function shareIn(row: UptakeRow, period: Period, firstYear: number): number | null {
  const typed = row.years.get(period.index);
  if (typed) return typed.value.toNumber();
  if (row.curve !== null) return curveAt(row, period, firstYear);
  const before = [...row.years.keys()].filter((year) => year < period.index).sort((a, b) => b - a)[0];
  return before === undefined ? 0 : (row.years.get(before)?.value.toNumber() ?? 0);
}
