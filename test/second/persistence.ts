/** How long people stay on a technology: the share still on it so many months after the start. */
import { D, linesOf, needed, ONE, Refused, same, text, word, ZERO } from './sheet';
import type { Line, Num } from './sheet';
import type { Model } from './model';
import type { Technology } from './shares';

interface Point {
  readonly month: Num;
  readonly share: Num;
}

const points = (model: Model, technology: string): Point[] => {
  const rows = linesOf(model.book, 'persistence').filter((line) => same(text(line, 'Technology'), technology));
  const typed = rows.map((line) => ({
    month: needed(line, 'Since start').times(word(line, 'Unit', 'month').startsWith('year') ? 12 : 1),
    share: needed(line, 'On treatment'),
  }));
  typed.sort((a, b) => a.month.cmp(b.month));
  return typed[0]?.month.isZero() === true ? typed : [{ month: ZERO, share: ONE }, ...typed];
};

/** Straight lines between the points; the last one holds on. */
const along = (table: readonly Point[], month: Num): Num => {
  const after = table.findIndex((point) => point.month.gt(month));
  const [b, a] = [table[after], table[after - 1]];
  if (a === undefined || b === undefined) return table.at(-1)?.share ?? ONE;
  return a.share.plus(b.share.minus(a.share).times(month.minus(a.month)).div(b.month.minus(a.month)));
};

/** Shares already worked out: by row and age. */
const known = new WeakMap<Line, Map<number, Num>>();

/** Share on treatment `age` months after the start. */
export const onTreatment = (model: Model, technology: Technology, age: number): Num => {
  const ages = known.get(technology.line) ?? new Map<number, Num>();
  known.set(technology.line, ages);
  const share = ages.get(age) ?? shareAt(model, technology, age);
  ages.set(age, share);
  return share;
};

const shareAt = (model: Model, technology: Technology, age: number): Num => {
  const { line } = technology;
  const kind = word(line, 'Persistence', 'all');
  if (age === 0 && kind !== 'course') return ONE;
  if (kind === 'all') return ONE;
  if (kind === 'exponential') return needed(line, 'P1').times(age).div(12).neg().exp();
  if (kind === 'weibull') return new D(age).div(needed(line, 'P1')).pow(needed(line, 'P2')).neg().exp();
  if (kind === 'course') return D.min(1, D.max(0, needed(line, 'Course months').minus(age)));
  if (kind === 'table') return along(points(model, technology.name), new D(age));
  throw new Refused(`Persistence '${kind}' is not known`);
};

/** Mean share on treatment over treatment year k (months 12(k−1) … 12k−1). */
export const meanOverYear = (model: Model, technology: Technology, k: number): Num => {
  const months = Array.from({ length: 12 }, (_, i) => onTreatment(model, technology, 12 * (k - 1) + i));
  return months.reduce((a, b) => a.plus(b), ZERO).div(12);
};
