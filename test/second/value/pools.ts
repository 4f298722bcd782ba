/** BIM_Resources: what a pool holds each month, and what starts and follow-up take from it. */
import {
  add,
  D,
  fold,
  isAll,
  linesOf,
  mostSpecific,
  number,
  numberOr,
  ONE,
  Refused,
  same,
  text,
  word,
  ZERO,
} from '../sheet';
import type { Line, Num } from '../sheet';
import { headersOf, seriesAt } from '../model';
import type { Model } from '../model';
import { momentOf, monthsIn } from './schedule';
import type { Plan, Task } from './schedule';

export interface Pool {
  readonly name: string;
  readonly kind: string;
  readonly dimension: string;
  readonly carry: string;
  readonly supplies: readonly Line[];
  readonly uses: readonly Line[];
  /** Cost of one more unit of Available in each Period. */
  readonly unitCost: Num | null;
}

const hasSupply = (model: Model, line: Line): boolean =>
  ['Available', ...Array.from({ length: model.count }, (_, i) => headersOf(model, i + 1)).flat()].some(
    (header) => number(line, header) !== null,
  );

const firstWord = (lines: readonly Line[], header: string): string =>
  lines.map((line) => word(line, header, '')).find((typed) => typed !== '') ?? '';

const carryOf = (kind: string): string => (kind === 'supply' ? 'forward' : kind === 'budget' ? 'year' : 'no');
const dimensionOf = (kind: string): string =>
  kind === 'staff' ? 'process' : kind === 'attention' ? 'attention' : 'resources';

/** Pools in the order of their first rows. Room for the register (`horizon`) is no pool. */
export const poolsOf = (model: Model): Pool[] => {
  const lines = linesOf(model.book, 'resources').filter((line) => !same(text(line, 'Technology'), 'horizon'));
  const names: string[] = [];
  for (const line of lines) {
    const name = text(line, 'Resource');
    if (name !== '' && !names.some((known) => same(known, name))) names.push(name);
  }
  return names.map((name) => {
    const own = lines.filter((line) => same(text(line, 'Resource'), name));
    const kind = firstWord(own, 'Kind') === '' ? 'service' : firstWord(own, 'Kind');
    const uses = own.filter((line) => number(line, 'Per start') !== null || number(line, 'Per follow-up') !== null);
    const [carry, dimension] = [firstWord(own, 'Carry'), firstWord(own, 'Dimension')];
    return {
      name,
      kind,
      carry: carry === '' ? carryOf(kind) : carry,
      dimension: dimension === '' ? dimensionOf(kind) : dimension,
      supplies: own.filter((line) => hasSupply(model, line)),
      uses,
      unitCost: own.map((line) => number(line, 'Cost per unit')).find((cost) => cost !== null) ?? null,
    };
  });
};

/** The row that says what a technology's starts in a subgroup take, or null. */
export const rowOfUse = (pool: Pool, technology: string, subgroup: string): Line | null =>
  mostSpecific(pool.uses, { Technology: technology, Subgroup: subgroup });

/** What part of a Period's amount one month holds. */
const inMonth = (model: Model, line: Line): Num => {
  const period = word(line, 'Period', 'month').replace(/s$/, '');
  if (period === 'month') return ONE;
  if (period === 'year') return ONE.div(12);
  if (period === 'week') return ONE.div(monthsIn(model, 'week'));
  throw new Refused(`Period '${period}' is not known`);
};

/** When the last task that opens a pool has finished. */
export const opensAt = (tasks: readonly Task[], plan: Plan, pool: Pool): Num =>
  tasks
    .filter((task) =>
      text(task.line, 'Opens')
        .split(';')
        .some((name) => name.trim() !== '' && same(name, pool.name)),
    )
    .map((task) => plan.get(task.id)?.finish ?? ZERO)
    .reduce((a, b) => D.max(a, b), ZERO);

/** Part of month i that lies between two times. */
const part = (i: number, from: Num, to: Num | null): Num =>
  D.max(ZERO, (to === null ? new D(i + 1) : D.min(to, i + 1)).minus(D.max(from, i)));

export interface Clock {
  readonly model: Model;
  readonly tasks: readonly Task[];
  readonly plan: Plan;
  readonly months: number;
}

/** A pool's amount in each month, before what it carries: each row from its From until the next row's. */
const flowing = ({ model, tasks, plan, months }: Clock, pool: Pool, extra: Num): Num[] => {
  const rows = pool.supplies
    .map((line) => ({ line, from: momentOf(model, tasks, plan, line, 'From') ?? ZERO }))
    .map((row, order) => ({ ...row, order }))
    .sort((a, b) => a.from.cmp(b.from) || a.order - b.order);
  const opens = opensAt(tasks, plan, pool);
  return Array.from({ length: months }, (_, i) =>
    add(
      rows.map(({ line, from }, k) => {
        const rate = (seriesAt(model, line, 'Available', Math.floor(i / 12) + 1) ?? ZERO).plus(extra);
        const until = rows[k + 1]?.from ?? null;
        return rate.times(inMonth(model, line)).times(part(i, D.max(from, opens), until));
      }),
    ),
  );
};

/** Trained people month by month: those trained in a month work from the next. */
export const trainedIn = ({ model, tasks, plan, months }: Clock, pool: Pool, extra: Num): Num[] => {
  const line = pool.supplies[0];
  if (line === undefined) return Array.from({ length: months }, () => ZERO);
  const at = (header: string): Num => numberOr(line, header, ZERO);
  const period = inMonth(model, line);
  const begins = D.max(opensAt(tasks, plan, pool), momentOf(model, tasks, plan, line, 'From') ?? ZERO);
  const target = number(line, 'Target');
  let [trained, trainers] = [at('Available').plus(extra), at('Trainers')];
  return Array.from({ length: months }, (_, i) => {
    const now = trained;
    const left = trained.times(ONE.minus(at('Attrition').times(period)));
    const room = target === null ? null : D.max(ZERO, target.minus(left));
    const taught = trainers
      .times(at('Class size'))
      .times(at('Sessions'))
      .times(period)
      .times(part(i, begins, null));
    const joining = room === null ? taught : D.min(taught, room);
    trained = left.plus(joining);
    trainers = trainers.plus(joining.times(at('Become trainers')));
    return now;
  });
};

/** What flows into a pool by month: trained people × Yield, or its supply. */
export const supplyIn = (clock: Clock, pool: Pool, extra: Num): Num[] => {
  const line = pool.supplies[0];
  return pool.kind === 'staff' && line !== undefined
    ? trainedIn(clock, pool, extra).map((n) => n.times(numberOr(line, 'Yield', ONE)))
    : flowing(clock, pool, extra);
};

/** What is ready in each month: with Carry `year` the year's sum in its first month, or when the pool opens. */
export const readyIn = ({ tasks, plan }: Clock, pool: Pool, supply: readonly Num[]): Num[] => {
  const opens = opensAt(tasks, plan, pool);
  return supply.map((n, i) => {
    if (pool.carry !== 'year') return n;
    const from = 12 * Math.floor(i / 12);
    const first = Math.max(from, opens.floor().toNumber());
    return first === i ? add(supply.slice(from, from + 12)) : ZERO;
  });
};

/** Tests carried out per patient found, in the world `with`: 1 without a Test. */
export type PerFound = (test: string, subgroup: string, year: number) => Num;

export const perStart = (line: Line, subgroup: string, year: number, found: PerFound): Num => {
  const test = text(line, 'Test');
  const units = numberOr(line, 'Per start', ZERO);
  return isAll(test) || fold(test) === '' ? units : units.times(found(test, subgroup, year));
};
