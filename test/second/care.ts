/** Who is on what: eligible patients, starters, those who stay, leave or die, by world, subgroup, technology and time. */
import { add, D, ONE, Refused, same, ZERO } from './sheet';
import type { Num } from './sheet';
import { overTimes, seriesAt, WORLDS } from './model';
import type { Model, World, Years } from './model';
import { meanOverYear, onTreatment } from './persistence';
import { funnelsOf, subgroupsOf } from './population';
import type { Funnel, Stream } from './population';
import { divide, takesPart, technologiesOf } from './shares';
import type { Technology } from './shares';
import { testAt, testRows } from './testing';
import type { TestDay } from './testing';

/** One technology's people in one world and subgroup. */
export interface Care {
  readonly world: World;
  readonly subgroup: string;
  readonly technology: Technology;
  readonly starts: Years;
  /** On the technology after discontinuation; cohorts: all treatment years. */
  readonly patients: Years;
  readonly stops: Years;
  readonly deaths: Years;
  /** Treatment years: in stock accounting year 1 and the rest; in cohorts one by one. */
  readonly treatmentYears: readonly Years[];
}

/** A subgroup in one world. */
export interface Place {
  readonly world: World;
  readonly subgroup: string;
  readonly takesPart: boolean;
  readonly eligible: Years;
  /** People on technologies that treat, before discontinuation. */
  readonly treated: Years;
  readonly tests: readonly TestDay[];
  readonly care: readonly Care[];
  readonly atStep: (step: string, t: number) => Num;
}

/** One time of one place: what is divided among technologies. */
interface Moment {
  readonly eligible: Num;
  readonly byStream: ReadonlyMap<Stream, Num>;
  readonly deaths: Num;
  readonly tests: TestDay;
  /** Shares and people before discontinuation (in cohorts: those who start). */
  readonly divided: ReadonlyMap<string, { readonly share: Num; readonly people: Num }>;
}

const at = (years: Years, t: number): Num => years[t] ?? ZERO;
const rounded = (model: Model, n: Num): Num => (model.patients === null ? n : model.patients(n));

/** Adds up, time by time. */
export const sumYears = (model: Model, lists: readonly Years[]): Num[] =>
  overTimes(model, (t) => add(lists.map((list) => at(list, t))));

const atStepOf =
  (funnels: readonly Funnel[]) =>
  (step: string, t: number): Num => {
    const found = funnels.flatMap((funnel) => funnel.steps.filter((s) => same(s.step, step)).slice(-1));
    if (found.length === 0) throw new Refused(`No funnel has the step '${step}'`);
    return add(found.map((s) => at(s.people, t)));
  };

/** People on other technologies than `none` who have left the pool before this time. */
const treatedOf = (moment: Moment, technologies: readonly Technology[]): Num => {
  const everybody = moment.eligible;
  const pool = moment.byStream.get('pool') ?? ZERO;
  const treated = add(
    technologies.filter(({ role }) => role !== 'none').map(({ name }) => moment.divided.get(name)?.people ?? ZERO),
  );
  return pool.eq(everybody) ? treated : everybody.isZero() ? ZERO : treated.times(pool).div(everybody);
};

const momentOf = (
  model: Model,
  world: World,
  subgroup: string,
  funnels: readonly Funnel[],
  gone: Num,
  t: number,
): Moment => {
  const streams = new Map(
    funnels.map((funnel) => {
      const people = at(funnel.people, t);
      return [funnel.stream, funnel.stream === 'pool' ? D.max(ZERO, people.minus(gone)) : people] as const;
    }),
  );
  const before = add([...streams.values()]);
  const offered = rounded(model, before);
  const tests = testAt(model, testRows(model, world, subgroup), t, offered, (step) => atStepOf(funnels)(step, t));
  const eligible = tests.passed === null ? offered : rounded(model, tests.passed);
  const byStream = new Map(
    [...streams].map(([stream, n]) => {
      if (streams.size === 1) return [stream, eligible] as const;
      return [stream, eligible.eq(before) ? n : before.isZero() ? ZERO : n.times(eligible).div(before)] as const;
    }),
  );
  const typed = takesPart(model, subgroup) ? divide(model, world, subgroup, t, eligible) : new Map<string, never>();
  const shaped = world === 'with' && t > 0 ? (model.reshape?.(subgroup, t, eligible, typed) ?? typed) : typed;
  const divided = new Map(
    [...shaped].map(([name, { share, people }]) => [name, { share, people: rounded(model, people) }] as const),
  );
  return { eligible, byStream, deaths: add(funnels.map((funnel) => at(funnel.deaths, t))), tests, divided };
};

/** Part of a technology's people who come from one stream. */
const fromStream = (model: Model, moment: Moment, name: string, stream: Stream): Num => {
  const part = moment.byStream.get(stream) ?? ZERO;
  const { share, people } = moment.divided.get(name) ?? { share: ZERO, people: ZERO };
  if (part.eq(moment.eligible)) return people;
  if (model.patients === null) return share.times(part);
  return moment.eligible.isZero() ? ZERO : people.times(part).div(moment.eligible);
};

/** Stock accounting: starters are the rise of the prevalent, and everybody of the other streams. */
const stockCare = (
  model: Model,
  moments: readonly (Moment | undefined)[],
  technology: Technology,
): Omit<Care, 'world' | 'subgroup' | 'technology' | 'deaths'> => {
  const { name } = technology;
  const people = overTimes(model, (t) => moments[t]?.divided.get(name)?.people ?? ZERO);
  const prevalent = overTimes(model, (t) => {
    const moment = moments[t];
    return moment === undefined ? ZERO : fromStream(model, moment, name, 'prevalent');
  });
  const starts = overTimes(model, (t) => {
    const others = at(people, t).minus(at(prevalent, t));
    const compared = t > 1 || (t === 1 && model.baseline && model.cohortContinues);
    const rise = compared ? D.max(ZERO, at(prevalent, t).minus(at(prevalent, t - 1))) : at(prevalent, t);
    return rise.plus(others);
  });
  const patients = overTimes(model, (t) => {
    const stopping = seriesAt(model, technology.line, 'Discontinuation', t) ?? ZERO;
    return rounded(model, at(people, t).times(ONE.minus(stopping)));
  });
  const first = overTimes(model, (t) => D.min(at(starts, t), at(patients, t)));
  return {
    starts,
    patients,
    stops: overTimes(model, (t) => at(people, t).minus(at(patients, t))),
    treatmentYears: [first, overTimes(model, (t) => at(patients, t).minus(at(first, t)))],
  };
};

/** Starters of a time whose cohort is followed at a later one. */
const followed = (model: Model, starts: Years, from: number, t: number): Num => {
  if (from < 0 || !model.times.includes(from)) return ZERO;
  return from === 0 && t > 0 && !model.cohortContinues ? ZERO : at(starts, from);
};

/** Patient-years of month j's starters (a twelfth of its year's) in treatment year k within year t. */
const monthlyCohort = (model: Model, technology: Technology, starts: Years, k: number, t: number): Num => {
  let months = ZERO;
  for (let m = 12 * (t - 1) + 1; m <= 12 * t; m++)
    for (let age = 12 * (k - 1); age < 12 * k; age++) {
      const from = Math.floor((m - age - 1) / 12) + 1;
      months = months.plus(
        followed(model, starts, from, t)
          .div(12)
          .times(onTreatment(model, technology, age)),
      );
    }
  return months.div(12);
};

/** Cohort accounting: those who start keep the technology and are followed by time since the start. */
const cohortCare = (
  model: Model,
  moments: readonly (Moment | undefined)[],
  technology: Technology,
): Omit<Care, 'world' | 'subgroup' | 'technology' | 'deaths'> => {
  if (moments.some((moment) => !(moment?.byStream.get('prevalent') ?? ZERO).isZero()))
    throw new Refused(`${technology.name}: cohort accounting takes no prevalent stream`);
  const starts = overTimes(model, (t) => moments[t]?.divided.get(technology.name)?.people ?? ZERO);
  const ks = Array.from({ length: model.count + 1 }, (_, i) => i + 1);
  const treatmentYears = ks.map((k) => {
    if (model.byMonth) return overTimes(model, (t) => monthlyCohort(model, technology, starts, k, t));
    const mean = meanOverYear(model, technology, k);
    const entering = (t: number): Num => {
      const now = followed(model, starts, t - k + 1, t);
      return model.midYear ? now.plus(followed(model, starts, t - k, t)).div(2) : now;
    };
    return overTimes(model, (t) => entering(t).times(mean));
  });
  const drops = ks.map((k) =>
    onTreatment(model, technology, 12 * (k - 1)).minus(onTreatment(model, technology, 12 * k)),
  );
  const stops = overTimes(model, (t) => add(drops.map((drop, i) => followed(model, starts, t - i, t).times(drop))));
  return { starts, stops, treatmentYears, patients: sumYears(model, treatmentYears) };
};

const placeOf = (model: Model, world: World, subgroup: string, funnels: readonly Funnel[]): Place => {
  const technologies = technologiesOf(model);
  const moments: (Moment | undefined)[] = [];
  let gone = ZERO;
  for (const t of model.times) {
    const moment = momentOf(model, world, subgroup, funnels, gone, t);
    moments[t] = moment;
    if (t > 0 || model.cohortContinues) gone = gone.plus(treatedOf(moment, technologies));
  }
  const care = !takesPart(model, subgroup)
    ? []
    : technologies.map((technology) => ({
        world,
        subgroup,
        technology,
        ...(technology.cohort ? cohortCare : stockCare)(model, moments, technology),
        deaths: overTimes(model, (t) =>
          (moments[t]?.deaths ?? ZERO).times(moments[t]?.divided.get(technology.name)?.share ?? ZERO),
        ),
      }));
  return {
    world,
    subgroup,
    care,
    takesPart: takesPart(model, subgroup),
    atStep: atStepOf(funnels),
    eligible: overTimes(model, (t) => moments[t]?.eligible ?? ZERO),
    treated: overTimes(model, (t) =>
      add(
        technologies
          .filter(({ role }) => role !== 'none')
          .map(({ name }) => moments[t]?.divided.get(name)?.people ?? ZERO),
      ),
    ),
    tests: Array.from(
      { length: model.count + 1 },
      (_, t) => moments[t]?.tests ?? { tests: [], passed: null, together: new Map() },
    ),
  };
};

/** Every subgroup in both worlds, and the funnels. */
export const careFor = (model: Model): { readonly funnels: readonly Funnel[]; readonly places: readonly Place[] } => {
  const funnels = funnelsOf(model);
  const places = WORLDS.flatMap((world) =>
    subgroupsOf(model).map((subgroup) =>
      placeOf(
        model,
        world,
        subgroup,
        funnels.filter((funnel) => same(funnel.subgroup, subgroup)),
      ),
    ),
  );
  return { funnels, places };
};
