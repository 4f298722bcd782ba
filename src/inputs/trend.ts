/**
 * The value of a year that is not typed, where the row itself says it: Base × (1 + Growth)^n, or with no Base the last
 * typed year to its left (a baseline year that is not typed has year 1's value). Curves are the engine's.
 */
import type { Decimal } from 'decimal.js';
import { Exact, power } from '../engine/readings/decimals';
import { cellText, type Entry } from './entry';
import { seriesOf } from './row';
import type { Horizon } from './years';

/** Years of growth since the Base, in a period. */
function growthYears(period: number, horizon: Horizon): number {
  const start = horizon.baseline ? 1 : 0;
  return Math.max(0, period - start + (horizon.growthStarts === 'first year' ? 1 : 0));
}

export function trendOf(entry: Entry, period: number, horizon: Horizon): Decimal | null {
  const { base, growth, years } = seriesOf(entry, horizon);
  const typed = years.get(period);
  if (typed) return typed.value;
  if (cellText(entry.cells.get('Curve')) !== '') return null;
  if (base)
    return base.value.times(power(new Exact(1).plus(growth?.value ?? 0), new Exact(growthYears(period, horizon))));
  if (horizon.baseline && period === 0) return years.get(1)?.value ?? null;
  for (let before = period - 1; before >= 0; before -= 1) {
    const value = years.get(before);
    if (value) return value.value;
  }
  return null;
}
