/** Which amounts whole packs can cover: steps of the packs' common measure, as far as any patient's dose may go. */
import type { Decimal } from 'decimal.js';
import type { PriceRow } from '../assumptions';
import { Exact } from '../readings/decimals';
import { bodyMeasure, type Use } from './regimen';

export interface Cover {
  /** The packs' common measure, in units of content. */
  readonly step: string;
  /** Number of steps that may be needed. */
  readonly levels: number;
  /** Pack sizes in steps. */
  readonly sizes: readonly number[];
  /** Whether patients differ. */
  readonly spread: boolean;
}

/** Standard deviations of the logarithm beyond which nobody is looked for: the part left out is below 1e-27. */
const FARTHEST = 11;
/** More steps than this are not laid out; the last stands for all beyond. */
const MOST_LEVELS = 4000;

function greatestCommonMeasure(a: Decimal, b: Decimal): Decimal {
  let [x, y] = [a, b];
  while (!y.isZero()) [x, y] = [y, x.mod(y)];
  return x;
}

/** The amounts that one regimen in one subgroup may need. Its numbers shape the model: another dose is another structure. */
export function coverOf(at: Use, packs: readonly (PriceRow | undefined)[]): Cover {
  const contents = packs.map((row) => row?.content?.value ?? new Exact(1));
  const step = contents.reduce(greatestCommonMeasure);
  const measure = bodyMeasure(at.regimen.doseUnit);
  const { body } = at;
  const mean = measure === 'weight' ? body?.weight : measure === 'surface' ? body?.bsa : null;
  const sd = measure === 'weight' ? body?.weightSd : body?.bsaSd;
  const typical = at.regimen.dose.value.times(mean?.value ?? 1);
  const sigma = mean && sd ? sd.value.div(mean.value).pow(2).plus(1).ln().sqrt() : new Exact(0);
  const farthest = typical.times(sigma.times(FARTHEST).exp());
  const most = at.regimen.maxDose
    ? farthest.lt(at.regimen.maxDose.value)
      ? farthest
      : at.regimen.maxDose.value
    : farthest;
  const levels = Math.min(MOST_LEVELS, Math.max(1, most.div(step).ceil().toNumber()));
  return {
    step: step.toString(),
    levels,
    sizes: contents.map((size) => size.div(step).toNumber()),
    spread: sigma.gt(0),
  };
}
