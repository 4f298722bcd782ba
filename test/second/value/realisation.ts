/** Value realisation computed a second time: the member `realisation` of the object that a run gives. */
import { add, linesOf, openBook, Refused, same, ZERO } from '../sheet';
import type { Book, Num, PlainTable } from '../sheet';
import { readModel } from '../model';
import type { Model, Years } from '../model';
import { figure, figures } from '../impact';
import { scenarioBooks } from '../scenarios';
import { technologiesOf } from '../shares';
import { drawsOf } from './draws';
import type { Draws } from './draws';
import { totalsOf, valueOf } from './gates';
import type { Totals, Value } from './gates';
import { benefitLines, cashOf, costsWith, impactWith } from './money';
import type { BenefitLine, CostLine, Impact } from './money';
import { monthsOfDelivery } from './months';
import type { Months } from './months';
import { endOf, floatsOf } from './schedule';
import { wavesOf } from './waves';
import { discount, moneyOf, readyFor, worth } from './worth';
import type { Account, Ready } from './worth';

type Figures = string[];
interface Yearly {
  case: string;
  subgroup: string;
  technology: string;
  values: Figures;
}
interface Schedule {
  finish: string;
  tasks: Record<string, string>[];
  waves: { wave: string; live: string; share: string }[];
  draws: Draws | null;
}
interface Scenario {
  scenario: string;
  starts: Months['starts'];
  patients: Yearly[];
  backlog: Months['backlog'];
  impact: { planned: Impact; realised: Impact };
  value: Pick<Value, 'potential' | 'planned' | 'delivered' | 'realised' | 'cashReleased'>;
  activity: { gain: string; cost: string; net: string; payback: string };
}
export interface Realisation extends Months {
  schedule: Schedule | null;
  tests: { world: string; subgroup: string; test: string; measure: string; values: Figures }[];
  eligible: { world: string; subgroup: string; values: Figures }[];
  patients: Yearly[];
  yearlyStarts: Yearly[];
  costs: CostLine[];
  impact: { planned: Impact; realised: Impact };
  benefits: BenefitLine[];
  value: Value;
  scenarios: Scenario[];
}

const scheduleOf = ({ model, tasks, plan }: Ready): Schedule | null => {
  const names = technologiesOf(model)
    .filter(({ role }) => role === 'new')
    .map(({ name }) => name);
  const waves = names
    .flatMap((name) => wavesOf(model, tasks, plan, name))
    .filter((wave, i, all) => wave.row >= 0 && all.findIndex((other) => other.row === wave.row) === i);
  if (tasks.length === 0 && waves.length === 0) return null;
  return {
    finish: figure(endOf(plan)),
    tasks: floatsOf(tasks, plan).map(({ task, critical, ...dates }) => ({
      task,
      ...Object.fromEntries(Object.entries(dates).map(([name, n]) => [name, figure(n)])),
      critical: String(critical),
    })),
    waves: waves.map(({ name, live, share }) => ({ wave: name, live: figure(live ?? ZERO), share: figure(share) })),
    draws: drawsOf(model, tasks),
  };
};

const cases = (totals: Totals): (readonly [name: string, account: Account])[] => [
  ['planned', totals.planned],
  ['realised', totals.delivered],
];

const yearlyOf = (model: Model, totals: Totals, which: 'patients' | 'starts'): Yearly[] =>
  cases(totals).flatMap(([name, { world }]) =>
    world.places.flatMap(({ care }) =>
      care.map((c) => ({
        case: name,
        subgroup: c.subgroup,
        technology: c.technology.name,
        values: figures(model, c[which]),
      })),
    ),
  );

const impactsOf = (model: Model, totals: Totals): { planned: Impact; realised: Impact } => ({
  planned: impactWith(model, totals.planned, false),
  realised: impactWith(model, totals.delivered, true),
});

const testsOf = (ready: Ready): Realisation['tests'] =>
  [...ready.without, ...ready.with].flatMap(({ world, subgroup, tests }) =>
    (tests[1]?.tests ?? []).flatMap(({ test, measures }, i) =>
      [...measures.keys()].map((measure) => ({
        world,
        subgroup,
        test,
        measure,
        values: figures(
          ready.model,
          tests.map((day) => day.tests[i]?.measures.get(measure) ?? ZERO),
        ),
      })),
    ),
  );

/** Cost of category Implementation with less without, and of the tasks, by year. */
const implementationOf = (ready: Ready, account: Account): Num[] => {
  const { payer } = ready.model;
  const counted = (p: string): boolean => same(payer, 'All') || p === '' || same(p, payer);
  const of = (lines: Account['world']['ledger'], world: string, t: number): Num =>
    add(
      lines
        .filter((line) => line.world === world && same(line.category, 'Implementation') && counted(line.payer))
        .map(({ amounts }) => amounts[t] ?? ZERO),
    );
  return account.tasks.map((n, t) =>
    n.plus(of(account.world.ledger, 'with', t)).minus(of(ready.outsideLedger, 'without', t)),
  );
};

/** The first month in which what is spread evenly over the years is back at 0 after having been below. */
const paybackOf = (net: readonly Num[]): string => {
  let [sum, below] = [ZERO, false];
  for (let m = 1; m <= 12 * net.length; m++) {
    const year = Math.floor((m - 1) / 12);
    const before = add(net.slice(0, year));
    sum = before.plus((net[year] ?? ZERO).times(((m - 1) % 12) + 1).div(12));
    if (sum.lt('-1e-9')) below = true;
    else if (below) return String(m);
  }
  return below ? 'none' : 'at once';
};

const discounted = (model: Model, years: Years): Num[] =>
  years.slice(1).map((n, i) =>
    discount(
      model,
      years.map((_, t) => (t === i + 1 ? n : ZERO)),
    ),
  );

/** What a scenario gains and costs against the model as typed. */
const activityOf = (base: Ready, from: Account, ready: Ready, to: Account): Scenario['activity'] => {
  const parts = (r: Ready, account: Account): { gain: Num[]; cost: Num[] } => {
    const cost = implementationOf(r, account);
    const money = moneyOf(r.model, account.benefits, true);
    const other = account.impact.map((n, t) => n.plus(account.tasks[t] ?? ZERO).minus(cost[t] ?? ZERO));
    return {
      gain: discounted(
        r.model,
        money.map((n, t) => n.minus(other[t] ?? ZERO)),
      ),
      cost: discounted(r.model, cost),
    };
  };
  const [before, after] = [parts(base, from), parts(ready, to)];
  const less = (a: readonly Num[], b: readonly Num[]): Num[] => a.map((n, i) => n.minus(b[i] ?? ZERO));
  const [gain, cost] = [less(after.gain, before.gain), less(after.cost, before.cost)];
  const net = less(gain, cost);
  return { gain: figure(add(gain)), cost: figure(add(cost)), net: figure(add(net)), payback: paybackOf(net) };
};

const scenarioOf = (name: string, ready: Ready, base: Ready, from: Account): Scenario => {
  const { model } = ready;
  const totals = totalsOf(ready);
  const months = monthsOfDelivery(ready, totals.delivery);
  const v = (account: Account, haircut = false): string => figure(worth(model, account, haircut));
  return {
    scenario: name,
    starts: months.starts,
    patients: yearlyOf(model, totals, 'patients'),
    backlog: months.backlog,
    impact: impactsOf(model, totals),
    value: {
      potential: v(totals.potential),
      planned: v(totals.planned),
      delivered: v(totals.delivered),
      realised: v(totals.delivered, true),
      cashReleased: figure(discount(model, cashOf(model, totals.delivered.benefits, true))),
    },
    activity: activityOf(base, from, ready, totals.delivered),
  };
};

const TABLES = ['outcomes', 'tasks', 'waves', 'resources'];

const readyBook = (book: Book): Ready => {
  const model = readModel(book);
  const technologies = technologiesOf(model);
  if (!model.byMonth && technologies.some(({ cohort }) => cohort))
    throw new Refused('Value realisation of cohorts needs Step = month');
  return readyFor(model);
};

/** The member `realisation` of a workbook; null where none of its tables is there. */
export const realisationOf = (tables: readonly PlainTable[]): Realisation | null => {
  const book = openBook(tables);
  if (TABLES.every((table) => linesOf(book, table).length === 0)) return null;
  const ready = readyBook(book);
  const { model } = ready;
  const totals = totalsOf(ready);
  const months = monthsOfDelivery(ready, totals.delivery);
  return {
    ...months,
    schedule: scheduleOf(ready),
    tests: testsOf(ready),
    eligible: [...ready.without, ...ready.with].map(({ world, subgroup, eligible }) => ({
      world,
      subgroup,
      values: figures(model, eligible),
    })),
    patients: yearlyOf(model, totals, 'patients'),
    yearlyStarts: yearlyOf(model, totals, 'starts'),
    costs: cases(totals).flatMap(([name, account]) => costsWith(model, account, name)),
    impact: impactsOf(model, totals),
    benefits: [
      ...benefitLines(totals.potential, 'potential', false),
      ...benefitLines(totals.planned, 'planned', false),
      ...benefitLines(totals.delivered, 'delivered', false),
      ...benefitLines(totals.delivered, 'realised', true),
    ],
    value: valueOf(ready, totals, months),
    scenarios: scenarioBooks(book).map(({ scenario, book: changed }) =>
      scenarioOf(scenario, readyBook(changed), ready, totals.delivered),
    ),
  };
};
