/**
 * Plan and actual a second time, from the contract's words: one measure after another takes its actual place, each step at
 * the planned average price; then price, and mix. Figures for all subgroups are divided as the plan divides that measure.
 */
import { add, D, isAll, linesOf, needed, ONE, openBook, same, text, word, ZERO } from '../sheet';
import type { Num, PlainTable } from '../sheet';
import { readModel } from '../model';
import type { Model, Years } from '../model';
import type { Care } from '../care';
import { technologiesOf } from '../shares';
import { figure } from '../impact';
import { monthsOf, staying, yearIn } from './demand';
import { plannedWorld } from './worlds';
import { readyFor } from './worth';
import type { World } from './worlds';

export interface BridgeLine {
  readonly technology: string;
  readonly step: string;
  readonly values: readonly string[];
}

type Months = readonly Num[];
type Known = readonly (Num | null)[];
type Measure = 'eligible' | 'starts' | 'patients' | 'spend';

const at = (years: Years | undefined, t: number): Num => years?.[t] ?? ZERO;
const range = (n: number): number[] => Array.from({ length: n }, (_, i) => i);
const most = (values: readonly Num[]): Num => values.reduce((a, b) => D.max(a, b), ZERO);

/** One technology in one subgroup: its plan by month. */
interface Plan {
  readonly care: Care;
  /** Who could start in the month (cohorts), or could be on it. */
  readonly eligible: Months;
  /** Of these, who do. */
  readonly share: Months;
  readonly starts: Months;
  /** Planned spending for a patient-year, by year. */
  readonly price: Years;
}

/** People on it by month, of those who start (cohorts) or are on it (stock). */
const onIt = (model: Model, { care }: Plan, taken: Months): Months =>
  care.technology.cohort
    ? taken.map((_, i) => add(range(i + 1).map((age) => (taken[i - age] ?? ZERO).times(staying(model, care, age)))))
    : taken;

const planOf = (model: Model, world: World, eligible: Years, care: Care): Plan => {
  const { cohort, name } = care.technology;
  const months = range(monthsOf(model));
  const counted = cohort ? care.starts : care.patients;
  const share = (t: number): Num => (at(eligible, t).isZero() ? ZERO : at(counted, t).div(at(eligible, t)));
  const lines = world.ledger.filter(
    (line) => line.world === 'with' && same(line.technology, name) && same(line.subgroup, care.subgroup),
  );
  const price = eligible.map((_, t) => {
    const people = at(care.patients, t);
    return people.isZero() ? ZERO : add(lines.map(({ amounts }) => at(amounts, t))).div(people);
  });
  return {
    care,
    price,
    eligible: months.map((i) => at(eligible, yearIn(i)).div(cohort ? 12 : 1)),
    share: months.map((i) => share(yearIn(i))),
    starts: months.map((i) => at(care.starts, yearIn(i)).div(12)),
  };
};

/** Actuals of a measure, by month: a year of starts or spending evenly over its months. */
const recorded = (model: Model, plans: readonly Plan[], plan: Plan, measure: Measure): Known => {
  const { care } = plan;
  const mine = linesOf(model.book, 'actuals').filter(
    (line) =>
      word(line, 'Measure', '') === measure &&
      (isAll(text(line, 'Technology')) || same(text(line, 'Technology'), care.technology.name)),
  );
  const planned = (of: Plan, i: number): Num => {
    if (measure === 'eligible') return of.eligible[i] ?? ZERO;
    if (measure === 'starts') return of.starts[i] ?? ZERO;
    const people = at(of.care.patients, yearIn(i));
    return measure === 'patients' ? people : people.times(at(of.price, yearIn(i)));
  };
  const part = (i: number): Num => {
    const all = add(plans.map((of) => planned(of, i)));
    return all.isZero() ? ONE.div(plans.length) : planned(plan, i).div(all);
  };
  const spread = measure === 'starts' || measure === 'spend' || (measure === 'eligible' && care.technology.cohort);
  return range(monthsOf(model)).map((i) => {
    const year = String(model.firstYear + yearIn(i) - 1);
    const month = `${year}-${String((i % 12) + 1).padStart(2, '0')}`;
    const then = mine.filter((line) => [year, month].includes(text(line, 'Period')));
    const own = then.filter((line) => same(text(line, 'Subgroup'), care.subgroup));
    const all = then.filter((line) => isAll(text(line, 'Subgroup')));
    const chosen = own.length > 0 ? own : all;
    if (chosen.length === 0) return null;
    const whole = add(
      chosen.map((line) => {
        const value = needed(line, 'Value');
        const isYear = text(line, 'Period') === year || measure === 'eligible';
        return spread && isYear ? value.div(12) : value;
      }),
    );
    return own.length > 0 ? whole : whole.times(part(i));
  });
};

/** Later by the lag: nothing before it begins, its last share after it ends. */
const later = (list: Months, lag: number): Months =>
  list.map((_, i) => (i < lag ? ZERO : (list[Math.min(list.length - 1, i - lag)] ?? ZERO)));

interface Stages {
  readonly plan: Plan;
  readonly spend: Known;
  readonly lag: number;
  /** People on it: planned, then after eligible, start date, curve, ceiling, persistence. */
  readonly people: readonly Months[];
  readonly reforecast: Months;
}

const stagesOf = (model: Model, plans: readonly Plan[], plan: Plan, covered: readonly boolean[]): Stages => {
  const known = (measure: Measure): Known => recorded(model, plans, plan, measure);
  const [coming, starts, patients] = [known('eligible'), known('starts'), known('patients')];
  const eligible = plan.eligible.map((n, i) => coming[i] ?? n);
  const actual: Known = (plan.care.technology.cohort ? starts : patients).map((n, i) => {
    const all = eligible[i] ?? ZERO;
    return n === null || all.isZero() ? null : n.div(all);
  });
  const first = actual.findIndex((n) => n?.gt(0) === true);
  const planned = plan.share.findIndex((n) => n.gt(0));
  const lag = first < 0 || planned < 0 ? 0 : first - planned;
  const moved = later(plan.share, lag);
  const real = moved.map((n, i) => actual[i] ?? n);
  const highest = (list: Months): Num => most(list.filter((_, i) => covered[i]));
  const to = highest(real).isZero() ? ONE : highest(plan.share).div(highest(real));
  const shaped = moved.map((n, i) => actual[i]?.times(to) ?? n);
  const people = (of: Months, shares: Months): Months =>
    onIt(
      model,
      plan,
      shares.map((n, i) => n.times(of[i] ?? ZERO)),
    );
  const counted = people(eligible, real);
  return {
    plan,
    lag,
    spend: known('spend'),
    people: [
      people(plan.eligible, plan.share),
      people(eligible, plan.share),
      people(eligible, moved),
      people(eligible, shaped),
      counted,
      plan.care.technology.cohort ? counted.map((n, i) => patients[i] ?? n) : counted,
    ],
    reforecast: reforecastOf(plan, starts, lag),
  };
};

/** Actual starts to date; then the plan's, later by the lag, × (actual ÷ planned and shifted to date). */
const reforecastOf = (plan: Plan, starts: Known, lag: number): Months => {
  const expected = later(plan.starts, lag);
  const last = starts.reduce((at, n, i) => (n === null ? at : i), -1);
  const [done, due] = [starts, expected].map((list) => add(list.slice(0, last + 1).map((n) => n ?? ZERO)));
  const by = last < 0 || !due || !done || due.isZero() ? ONE : done.div(due);
  return expected.map((n, i) => (i <= last ? (starts[i] ?? ZERO) : n.times(by)));
};

const STEPS = ['eligible', 'start date', 'curve', 'ceiling', 'persistence'];

const linesFor = (
  model: Model,
  technology: string,
  all: readonly Stages[],
  covered: readonly boolean[],
): BridgeLine[] => {
  const years = range(model.count).map((i) => i + 1);
  const inYear = (t: number): number[] => range(monthsOf(model)).filter((i) => yearIn(i) === t && covered[i] === true);
  const patientYears = (stages: Stages, n: number, t: number): Num =>
    add(inYear(t).map((i) => stages.people[n]?.[i] ?? ZERO)).div(12);
  const whole = (n: number, t: number): Num => add(all.map((stages) => patientYears(stages, n, t)));
  const priced = (n: number, t: number): Num =>
    add(all.map((stages) => patientYears(stages, n, t).times(at(stages.plan.price, t))));
  const average = (t: number): Num => (whole(0, t).isZero() ? ZERO : priced(0, t).div(whole(0, t)));
  const spent = (t: number): Num =>
    add(
      all.flatMap(({ spend, people, plan }) =>
        inYear(t).map((i) => spend[i] ?? (people[5]?.[i] ?? ZERO).div(12).times(at(plan.price, t))),
      ),
    );
  const line = (step: string, of: (t: number) => Num): BridgeLine => ({
    technology,
    step,
    values: years.map(of).map(figure),
  });
  return [
    line('planned', (t) => priced(0, t)),
    ...STEPS.map((step, n) => line(step, (t) => average(t).times(whole(n + 1, t).minus(whole(n, t))))),
    line('price', (t) => spent(t).minus(priced(5, t))),
    line('mix', (t) => priced(5, t).minus(average(t).times(whole(5, t)))),
    line('actual', spent),
    { technology, step: 'lag months', values: [String(all[0]?.lag ?? 0)] },
    line('reforecast starts', (t) => add(all.flatMap(({ reforecast }) => reforecast.slice(12 * (t - 1), 12 * t)))),
  ];
};

/** The bridge of every new technology for which starts, patients or spending were recorded. */
export const bridgeOf = (tables: readonly PlainTable[]): BridgeLine[] => {
  const model = readModel(openBook(tables));
  const ready = readyFor(model);
  const world = plannedWorld(model, ready.with);
  const fresh = technologiesOf(model).filter(({ role }) => role === 'new');
  return fresh.flatMap(({ name }) => {
    const plans = ready.with.flatMap((place) =>
      place.care
        .filter(({ technology }) => same(technology.name, name))
        .map((care) => planOf(model, world, place.eligible, care)),
    );
    const measures = (['starts', 'patients', 'spend'] as const).flatMap((measure) =>
      plans.map((plan) => recorded(model, plans, plan, measure)),
    );
    const covered = range(monthsOf(model)).map((i) => measures.some((list) => (list[i] ?? null) !== null));
    if (!covered.includes(true)) return [];
    return linesFor(
      model,
      name,
      plans.map((plan) => stagesOf(model, plans, plan, covered)),
      covered,
    );
  });
};
