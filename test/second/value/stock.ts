/** Stock accounting as delivered: the world `without` and a part of the way from it to the plan. */
import { add, D, ONE, ZERO } from '../sheet';
import type { Num } from '../sheet';
import { overTimes } from '../model';
import type { Model, Years } from '../model';
import type { Care } from '../care';
import type { Treated } from './delivery';
import { ownFlow } from './groups';
import type { Group } from './groups';
import { ratioOf, yearly } from './waiting';
import type { Waiting } from './waiting';

const at = (years: Years | undefined, t: number): Num => years?.[t] ?? ZERO;

/** A straight way between two years' figures. */
const mixed = (part: Years, from: Years, to: Years): Num[] =>
  from.map((n, t) => n.plus(at(part, t).times(at(to, t).minus(n))));

/** Treatment year 1: the smaller of those who start and those who stay, of whichever world they make up. */
const splitOf = (starts: Years, patients: Years): Pick<Care, 'starts' | 'patients' | 'treatmentYears'> => {
  const first = patients.map((n, t) => D.min(at(starts, t), n));
  return { starts, patients, treatmentYears: [first, patients.map((n, t) => n.minus(at(first, t)))] };
};

export const mixedCare = (part: Years, care: Care, to: Care): Care => ({
  ...care,
  ...splitOf(mixed(part, care.starts, to.starts), mixed(part, care.patients, to.patients)),
  stops: mixed(part, care.stops, to.stops),
  deaths: mixed(part, care.deaths, to.deaths),
});

const times = (part: Years, years: Years): Num[] => years.map((n, t) => n.times(at(part, t)));

/**
 * A new stock technology: planned patients × realised ÷ planned patient-months; those it has in `without` go on there,
 * unless everybody waits with a technology that is `named`.
 */
export const newStock = (model: Model, planned: Group, without: Care, treated: Treated, named: boolean): Group => {
  const ratio = ratioOf(model, treated);
  const { care } = planned;
  const missing = ratio.map((n) => (named ? ZERO : ONE.minus(n)));
  const plus = (years: Years, own: Years, out: Years): Num[] =>
    years.map((_, t) => at(own, t).plus(at(missing, t).times(at(out, t))));
  const scaled = (which: 'patients' | 'stops' | 'deaths'): Num[] =>
    plus(care[which], times(ratio, care[which]), without[which]);
  const starts = plus(care.starts, yearly(model, treated.starts), without.starts);
  return {
    ...planned,
    flow: ownFlow(treated),
    care: { ...care, ...splitOf(starts, scaled('patients')), stops: scaled('stops'), deaths: scaled('deaths') },
  };
};

/**
 * How much of the way back to `without` another stock technology goes, by year: the mean of those that displace it, by
 * how many each displaces; of all of them, by those they are to treat, where none does.
 */
export const wayBack = (
  model: Model,
  displacing: readonly Waiting[],
  rises: readonly Years[],
  fresh: readonly Waiting[],
  name: string,
): Num[] =>
  overTimes(model, (t) => {
    const mean = (waits: readonly Waiting[], weights: readonly Num[]): Num | null => {
      const whole = add(weights);
      return whole.isZero()
        ? null
        : add(waits.map((w, i) => ONE.minus(at(w.realised, t)).times(weights[i] ?? ZERO))).div(whole);
    };
    // Of what is displaced: a part may have the new technology itself without the plan.
    const share = (w: Waiting): Num => {
      const others = [...w.otherwise(t)].filter(([other]) => other !== w.care.technology.name.toLowerCase());
      const [all, own] = [add(others.map(([, n]) => n)), w.otherwise(t).get(name.toLowerCase()) ?? ZERO];
      return all.isZero() ? ZERO : own.div(all);
    };
    const moved = displacing.map((w, i) => at(rises[i], t).times(share(w)));
    const planned = fresh.map((w) => at(w.care.patients, t).plus(at(w.care.stops, t)));
    return mean(displacing, moved) ?? mean(fresh, planned) ?? ZERO;
  });

/** Those who wait with a named technology of stock accounting; `dying` of each of them. */
export const namedWaits = (model: Model, group: Group, waits: readonly Waiting[], dying: Years): Group => {
  const { care } = group;
  const named = waits.filter((w) => w.named && w.otherwise(1).has(care.technology.name.toLowerCase()));
  if (named.length === 0) return group;
  const extra = overTimes(model, (t) =>
    add(named.map((w) => ONE.minus(at(w.realised, t)).times(at(w.care.patients, t).plus(at(w.care.stops, t))))),
  );
  const people = overTimes(model, (t) => at(care.patients, t).plus(at(care.stops, t)));
  const staysIn = (t: number): Num => (at(people, t).isZero() ? ONE : at(care.patients, t).div(at(people, t)));
  const patients = overTimes(model, (t) => at(care.patients, t).plus(at(extra, t).times(staysIn(t))));
  // As for anybody in stock accounting, those who begin are the rise of all of them together.
  const starts = overTimes(model, (t) =>
    at(care.starts, t).plus(D.max(ZERO, at(extra, t).minus(t > 1 ? at(extra, t - 1) : ZERO))),
  );
  return {
    ...group,
    care: {
      ...care,
      ...splitOf(starts, patients),
      stops: overTimes(model, (t) => at(care.stops, t).plus(at(extra, t).times(ONE.minus(staysIn(t))))),
      deaths: overTimes(model, (t) => at(care.deaths, t).plus(at(extra, t).times(at(dying, t)))),
    },
  };
};
