/** Which parameters drive the spread: rank correlation, and the part of the variance that each explains by itself. */
import { square } from '../elementary';

/** Ranks from 1; equal values share the mean of theirs. */
export function ranks(values: Float64Array): Float64Array {
  const order = Uint32Array.from(values, (_, n) => n).sort((a, b) => (values[a] ?? 0) - (values[b] ?? 0));
  const made = new Float64Array(values.length);
  for (let from = 0; from < order.length;) {
    let to = from + 1;
    while (to < order.length && values[order[to] ?? 0] === values[order[from] ?? 0]) to += 1;
    for (let n = from; n < to; n += 1) made[order[n] ?? 0] = (from + 1 + to) / 2;
    from = to;
  }
  return made;
}

/** Pearson's correlation; 0 where one of the two does not move. Of ranks it is Spearman's. */
export function correlation(a: Float64Array, b: Float64Array): number {
  const [meanA, meanB] = [meanOf(a), meanOf(b)];
  let [ab, aa, bb] = [0, 0, 0];
  for (let n = 0; n < a.length; n += 1) {
    const [da, db] = [(a[n] ?? 0) - meanA, (b[n] ?? 0) - meanB];
    ab += da * db;
    aa += da * da;
    bb += db * db;
  }
  return aa === 0 || bb === 0 ? 0 : ab / Math.sqrt(aa * bb);
}

/** Draws of a class of the correlation ratio, and the most classes there are. */
const PER_CLASS = 40;
const MOST_CLASSES = 32;

/**
 * Part of the variance of a figure that a parameter explains by itself, whatever the shape of their relation: the
 * correlation ratio over classes of its ranks (McKay 1995), less what chance alone would give.
 */
export function varianceShare(rank: Float64Array, figure: Float64Array): number {
  const count = figure.length;
  const classes = Math.min(MOST_CLASSES, Math.floor(count / PER_CLASS));
  if (classes < 2) return 0;
  const [sums, sizes] = [new Float64Array(classes), new Float64Array(classes)];
  const mean = meanOf(figure);
  let total = 0;
  for (let n = 0; n < count; n += 1) {
    const at = Math.min(classes - 1, Math.floor((((rank[n] ?? 1) - 0.5) * classes) / count));
    const from = (figure[n] ?? 0) - mean;
    sums[at] = (sums[at] ?? 0) + from;
    sizes[at] = (sizes[at] ?? 0) + 1;
    total += from * from;
  }
  const used = sizes.filter((size) => size > 0).length;
  const between = sums.reduce((sum, of, at) => sum + ((sizes[at] ?? 0) === 0 ? 0 : square(of) / (sizes[at] ?? 1)), 0);
  if (total === 0 || count <= used) return 0;
  const within = (total - between) / (count - used);
  return Math.max(0, Math.min(1, (between - (used - 1) * within) / total));
}

function meanOf(values: Float64Array): number {
  let sum = 0;
  for (const value of values) sum += value;
  return sum / values.length;
}
