/** People who wait for a technology, with the care of others until they start. */
import { add, ONE, word, ZERO } from '../sheet';
import type { Num } from '../sheet';
import { overTimes } from '../model';
import type { Model, Years } from '../model';
import type { Care, Place } from '../care';
import { otherwise, plannedMonths, yearIn } from './demand';
import type { Otherwise } from './demand';
import type { Delivery, Treated } from './delivery';
import { all } from './groups';
import type { Flow } from './groups';

/** What one technology's waiting people bring to the others. */
export interface Waiting {
  readonly care: Care;
  readonly treated: Treated;
  readonly otherwise: (t: number) => Otherwise;
  /** Planned patients that are realised, by year (stock). */
  readonly realised: Years;
  readonly named: boolean;
}

export const ratioOf = (model: Model, treated: Treated): Num[] =>
  overTimes(model, (t) => {
    const planned = plannedMonths(model, treated.care, t);
    if (t === 0 || planned.isZero()) return ONE;
    return add(treated.on.slice(12 * (t - 1), 12 * t)).div(planned);
  });

/** Still waiting, or gone from the queue, of those who came forward in month j. */
const keptOf = (treated: Treated, j: number, m: number): Num =>
  add(treated.queues.map((queue) => queue.kept[j]?.[m] ?? ZERO));

export const yearly = (model: Model, months: readonly Num[]): Num[] =>
  overTimes(model, (t) => (t === 0 ? ZERO : add(months.slice(12 * (t - 1), 12 * t))));

/** Those who wait for one technology with the care of another. */
export const waitingFlow = (waiting: Waiting, name: string): Flow => {
  const months = waiting.treated.starts.length;
  const part = (j: number): Num => waiting.otherwise(yearIn(j)).get(name.toLowerCase()) ?? ZERO;
  const kept = all(months).map((j) => {
    const share = part(j);
    return all(months).map((m) => (m < j || share.isZero() ? ZERO : keptOf(waiting.treated, j, m).times(share)));
  });
  const people = (j: number, m: number): Num => kept[j]?.[m] ?? ZERO;
  return { on: people, ever: people, from: all(months).filter((j) => !people(j, j).isZero()) };
};

/** What those who wait (or are not treated) have instead. */
export type Instead = (model: Model, without: Place, plan: Place, technology: string, t: number) => Otherwise;

export const waitsOf = (model: Model, delivery: Delivery, without: Place, plan: Place, instead: Instead): Waiting[] =>
  delivery.treated
    .filter(({ care }) => care.subgroup === plan.subgroup)
    .map((treated) => {
      const { name, line } = treated.care.technology;
      const years = new Map<number, Otherwise>();
      return {
        care: treated.care,
        treated,
        named: instead === otherwise && word(line, 'While waiting', '') !== '',
        realised: treated.care.technology.cohort ? overTimes(model, () => ONE) : ratioOf(model, treated),
        otherwise: (t) => {
          const known = years.get(t) ?? instead(model, without, plan, name, t);
          years.set(t, known);
          return known;
        },
      };
    });
