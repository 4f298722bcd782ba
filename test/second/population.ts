/** BIM_Population: the funnels of each subgroup, step by step, with the deaths counted on the way. */
import { covers, isAll, linesOf, ONE, Refused, same, text, word, ZERO } from './sheet';
import type { Line, Num } from './sheet';
import { overTimes, valueAt } from './model';
import type { Model, Years } from './model';

export type Stream = 'prevalent' | 'incident' | 'bolus' | 'pool';
const STREAMS: readonly Stream[] = ['prevalent', 'incident', 'bolus', 'pool'];

export interface Step {
  readonly step: string;
  readonly people: Years;
}
export interface Funnel {
  readonly subgroup: string;
  readonly stream: Stream;
  readonly steps: readonly Step[];
  readonly people: Years;
  readonly deaths: Years;
}

/** Subgroups in the order in which they are first named; with none named, everybody is one subgroup `All`. */
export const subgroupsOf = (model: Model): string[] => {
  const named: string[] = [];
  for (const line of linesOf(model.book, 'population')) {
    const subgroup = text(line, 'Subgroup');
    if (!isAll(subgroup) && !named.some((known) => same(known, subgroup))) named.push(subgroup);
  }
  return named.length === 0 && linesOf(model.book, 'population').length > 0 ? ['All'] : named;
};

const opOf = (line: Line): string => word(line, 'Op', 'x').replace('−', '-').replace('×', 'x');
/** A count with a blank Stream starts the prevalent funnel; another such row belongs to every funnel. */
const streamOf = (line: Line): string => word(line, 'Stream', opOf(line) === 'count' ? 'prevalent' : '');

/** The rows of one funnel, in table order: an `All` row gives way to the subgroup's own row of the same Step. */
const rowsOf = (model: Model, subgroup: string, stream: Stream): Line[] => {
  const rows = linesOf(model.book, 'population').filter(
    (line) => covers(text(line, 'Subgroup'), subgroup) && ['', stream].includes(streamOf(line)),
  );
  const own = (step: string): boolean =>
    rows.some((line) => !isAll(text(line, 'Subgroup')) && same(text(line, 'Step'), step));
  return rows.filter((line) => !isAll(text(line, 'Subgroup')) || subgroup === 'All' || !own(text(line, 'Step')));
};

/** Whether a stream has people at a time: a bolus enters in year 1, and in a baseline year that stands by itself. */
const flows = (model: Model, stream: Stream, t: number): boolean =>
  stream !== 'bolus' || t === 1 || (t === 0 && !model.cohortContinues);

/** People and deaths after one more row. */
const advance = (op: string, value: Num, people: Num, deaths: Num): readonly [people: Num, deaths: Num] => {
  if (op === 'count') return [value, ZERO];
  if (op === '+') return [people.plus(value), deaths];
  if (op === '-') return [people.minus(value), deaths];
  if (op === 'leave') return [people.times(ONE.minus(value)), deaths.plus(people.times(value))];
  if (op === 'x') return [people.times(value), deaths.times(value)];
  throw new Refused(`Op '${op}' is not known`);
};

const funnelOf = (model: Model, subgroup: string, stream: Stream): Funnel | null => {
  const rows = rowsOf(model, subgroup, stream);
  const first = rows[0];
  if (first === undefined || !rows.some((line) => opOf(line) === 'count')) return null;
  if (opOf(first) !== 'count') throw new Refused(`${subgroup}: the funnel does not start with a count`);
  let people = overTimes(model, () => ZERO);
  let deaths = people;
  const steps = rows.map((line) => {
    const after = people.map((n, t) =>
      model.times.includes(t) && flows(model, stream, t)
        ? advance(opOf(line), valueAt(model, line, 'Base', t), n, deaths[t] ?? ZERO)
        : ([ZERO, ZERO] as const),
    );
    people = after.map(([n]) => n);
    deaths = after.map(([, dead]) => dead);
    if (people.some((n) => n.isNegative() && !n.isZero()))
      throw new Refused(`${subgroup} ${text(line, 'Step')}: fewer than none`);
    return { step: text(line, 'Step'), people };
  });
  return { subgroup, stream, steps, people, deaths };
};

/** Every funnel, subgroup by subgroup. */
export const funnelsOf = (model: Model): Funnel[] =>
  subgroupsOf(model).flatMap((subgroup) =>
    STREAMS.map((stream) => funnelOf(model, subgroup, stream)).filter((funnel) => funnel !== null),
  );
