/**
 * The uptake curve a month later, as a delivery without queues: month m has the entrants of month m and the share of
 * the month before. Those who miss it have what more of the technology would displace, whatever `While waiting` says.
 */
import { D, ONE, ZERO } from '../sheet';
import type { Num } from '../sheet';
import type { Model } from '../model';
import type { Care, Place } from '../care';
import { monthlyOf, staying, yearIn } from './demand';
import type { Delivery, Queue, Treated } from './delivery';

const at = (list: readonly Num[] | undefined, i: number): Num => list?.[i] ?? ZERO;

/** Starts of each month, a month later: in the first, cohorts have the share they have without the plan. */
const laterStarts = (place: Place, care: Care, outside: Place | undefined, demand: readonly Num[]): Num[] =>
  demand.map((_, i) => {
    if (i === 0) {
      const there = outside?.care.find((c) => c.technology.name === care.technology.name);
      const everybody = at(outside?.eligible ?? [], 1);
      if (there === undefined || !care.technology.cohort || everybody.isZero()) return ZERO;
      return at(there.starts, 1).div(12).times(at(place.eligible, 1)).div(everybody);
    }
    const before = demand[i - 1] ?? ZERO;
    const [now, then] = [at(place.eligible, yearIn(i)), at(place.eligible, yearIn(i - 1))];
    if (!care.technology.cohort || now.eq(then)) return before;
    return then.isZero() ? ZERO : before.times(now).div(then);
  });

const laterFor = (model: Model, place: Place, care: Care, outside: Place | undefined): Treated => {
  const monthly = monthlyOf(model, care);
  const starts = laterStarts(place, care, outside, monthly.demand);
  const months = starts.length;
  const thin = monthly.demand.map((_, i) => ONE.minus(at(monthly.thinned, i - 1)));
  const left = starts.map((n, j) => {
    const row: Num[] = Array.from({ length: months }, () => ZERO);
    for (let m = j; m < months; m++) row[m] = m === j ? n : (row[m - 1] ?? ZERO).times(thin[m] ?? ONE);
    return row;
  });
  const missed = monthly.demand.map((n, j) => {
    const kept = n.minus(at(starts, j));
    return starts.map((_, m) => (m < j ? ZERO : kept));
  });
  const none: readonly Num[] = starts.map(() => ZERO);
  const queue: Queue = {
    care,
    wave: { name: '', live: ZERO, share: ONE, starts: null, row: -1 },
    monthly,
    leave: ZERO,
    started: starts,
    waited: [...none],
    backlog: [...none],
    leavers: [...none],
    waiting: [...none],
    gone: [...none],
    kept: missed,
    held: new Map(),
    asked: [...none],
  };
  const on = starts.map((_, m) =>
    left.reduce(
      (people, row, j) => (j > m ? people : people.plus(at(row, m).times(staying(model, care, m - j)))),
      new D(0),
    ),
  );
  return { care, queues: [queue], monthly, starts, on, left };
};

export const aMonthLater = (model: Model, places: readonly Place[], without: readonly Place[]): Delivery => {
  const treated = places.flatMap((place) => {
    const outside = without.find(({ subgroup }) => subgroup === place.subgroup);
    return place.care
      .filter(({ technology }) => technology.role === 'new')
      .map((care) => laterFor(model, place, care, outside));
  });
  const nothing = new Map<string, Num[]>();
  return {
    treated,
    queues: treated.flatMap(({ queues }) => queues),
    trained: nothing,
    supply: nothing,
    followUp: nothing,
    usable: nothing,
  };
};
