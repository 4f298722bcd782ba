/** The plan by month: what each technology's starts and people on treatment are, and what care those have who wait. */
import { add, D, same, text, ZERO } from '../sheet';
import type { Num } from '../sheet';
import type { Model, Years } from '../model';
import type { Care, Place } from '../care';
import { onTreatment } from '../persistence';
import { displacementFor } from '../shares';

/** Plan of one technology in one subgroup and world, by month. */
export interface Monthly {
  readonly demand: readonly Num[];
  /** Share of those on treatment (and of those who wait) that a fall of the plan takes away in the month. */
  readonly thinned: readonly Num[];
}

const at = (years: Years, t: number): Num => years[t] ?? ZERO;
export const yearIn = (i: number): number => Math.floor(i / 12) + 1;
export const monthsOf = (model: Model): number => 12 * model.count;

/** Share still on a technology `age` months after the start; in stock accounting nobody leaves but by a fall. */
export const staying = (model: Model, care: Care, age: number): Num =>
  care.technology.cohort ? onTreatment(model, care.technology, age) : new D(1);

/** People of a stock before discontinuation, at each year's end. */
const peopleOf = (care: Care, t: number): Num => at(care.patients, t).plus(at(care.stops, t));
const before = (model: Model, care: Care, t: number): Num =>
  t > 1 || (model.baseline && model.cohortContinues) ? peopleOf(care, t - 1) : ZERO;

/** People on a stock technology at the end of month i: on the straight line between years' ends, or level in the year. */
const lineAt = (model: Model, care: Care, i: number, level: boolean): Num => {
  if (i < 0) return before(model, care, 1);
  const t = yearIn(i);
  if (level) return peopleOf(care, t);
  const from = before(model, care, t);
  return from.plus(
    peopleOf(care, t)
      .minus(from)
      .times((i % 12) + 1)
      .div(12),
  );
};

/** What was spread before: the plan is the same in every run. */
const known = new WeakMap<Care, Map<boolean, Monthly>>();

/** Spreads a year's starts over its months; `level` puts a stock's into the first. */
export const monthlyOf = (model: Model, care: Care, level = false): Monthly => {
  const before = known.get(care) ?? new Map<boolean, Monthly>();
  known.set(care, before);
  const monthly = before.get(level) ?? spread(model, care, level);
  before.set(level, monthly);
  return monthly;
};

const spread = (model: Model, care: Care, level: boolean): Monthly => {
  const months = Array.from({ length: monthsOf(model) }, (_, i) => i);
  const { cohort } = care.technology;
  const demand = months.map((i) => {
    const starts = at(care.starts, yearIn(i));
    if (cohort || !level) return starts.div(12);
    return i % 12 === 0 ? starts : ZERO;
  });
  const thinned = months.map((i) => {
    const last = lineAt(model, care, i - 1, level);
    if (cohort || last.isZero()) return ZERO;
    const fall = last.plus(demand[i] ?? ZERO).minus(lineAt(model, care, i, level));
    return D.min(1, D.max(0, fall.div(last)));
  });
  return { demand, thinned };
};

/** Patient-months of a stock's plan in a year. */
export const plannedMonths = (model: Model, care: Care, t: number, level = false): Num =>
  add(Array.from({ length: 12 }, (_, k) => lineAt(model, care, 12 * (t - 1) + k, level)));

/** People by technology in a year: in cohorts those who start. */
const partOf = (place: Place | undefined, technology: string, t: number): Num => {
  const care = place?.care.find((c) => same(c.technology.name, technology));
  if (care === undefined) return ZERO;
  return care.technology.cohort ? at(care.starts, t) : peopleOf(care, t);
};

/** Parts of a technology's people by the care they would have had, for one year. They sum to 1. */
export type Otherwise = ReadonlyMap<string, Num>;

const shares = (parts: ReadonlyMap<string, Num>): Map<string, Num> => {
  const sum = add([...parts.values()]);
  return sum.isZero() ? new Map<string, Num>() : new Map([...parts].map(([name, part]) => [name, part.div(sum)]));
};

const named = (model: Model, technology: string): Map<string, Num> => shares(displacementFor(model, technology));

/**
 * Whom more of a technology displaces among the others: as BIM_Displacement says; else in proportion to what they
 * lose; else to their shares without it.
 */
export const displaced = (model: Model, without: Place, plan: Place, technology: string, t: number): Otherwise => {
  const own = named(model, technology);
  if (own.size > 0) return own;
  const others = plan.care.filter((c) => c.technology.role !== 'new').map((c) => c.technology.name);
  const lost = shares(
    new Map(
      others.map((name) => [name.toLowerCase(), D.max(ZERO, partOf(without, name, t).minus(partOf(plan, name, t)))]),
    ),
  );
  if (lost.size > 0) return lost;
  return shares(new Map(others.map((name) => [name.toLowerCase(), partOf(without, name, t)])));
};

/**
 * What those who are to have a technology would have had in `without`: itself, as far as it has a share there;
 * else by BIM_Displacement; else in proportion to what the others lose that displacement does not explain.
 */
export const otherwise = (model: Model, without: Place, plan: Place, technology: string, t: number): Otherwise => {
  const line = plan.care.find((c) => same(c.technology.name, technology))?.technology.line;
  const waiting = line === undefined ? '' : text(line, 'While waiting');
  if (waiting !== '') return new Map([[waiting.toLowerCase(), new D(1)]]);
  const planned = partOf(plan, technology, t);
  const kept = D.min(partOf(without, technology, t), planned);
  const explained = new Map<string, Num>();
  for (const { technology: other } of plan.care) {
    const rise = partOf(plan, other.name, t).minus(partOf(without, other.name, t));
    if (other.role !== 'new' || !rise.gt(0)) continue;
    for (const [name, share] of named(model, other.name))
      explained.set(name, (explained.get(name) ?? ZERO).plus(rise.times(share)));
  }
  const losses = new Map(
    plan.care
      .filter(({ technology: other }) => !same(other.name, technology))
      .map(({ technology: { name } }) => {
        const loss = partOf(without, name, t).minus(partOf(plan, name, t));
        return [name.toLowerCase(), D.max(ZERO, loss.minus(explained.get(name.toLowerCase()) ?? ZERO))];
      }),
  );
  const own = named(model, technology);
  const others = own.size > 0 ? own : shares(losses);
  if (planned.isZero()) return others;
  const stays = others.size === 0 ? new D(1) : kept.div(planned);
  const rest = new D(1).minus(stays);
  return new Map([
    ...[...others].map(([name, share]) => [name, share.times(rest)] as const),
    ...(stays.isZero() ? [] : [[technology.toLowerCase(), stays] as const]),
  ]);
};
