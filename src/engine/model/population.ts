/**
 * Population: the funnel from everybody to those who could be treated, step by step and year by year.
 * Sullivan et al., Value in Health 2014;17:5–14, section on the eligible population; workbook contract, BIM_Population.
 */
import type { Stream } from '../assumptions';
import { link, type Link } from '../graph/axis';
import { cases, constant, one, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { seriesByYear } from './series';
import type { Structure } from './structure';

export interface Population {
  /** People left after each step of each funnel. [funnel step, year] */
  readonly people: Quantity;
  /** Deaths counted on the way down each funnel. [funnel step, year] */
  readonly deaths: Quantity;
  /** People a funnel brings to its end, in the years in which its stream flows. [funnel, year] */
  readonly reached: Quantity;
  /** People of a subgroup before pools empty and tests select, not rounded. [subgroup, year] */
  readonly candidates: Quantity;
  /** The part of them that stays from year to year (prevalent streams). [subgroup, year] */
  readonly prevalent: Quantity;
  /** Deaths among them. [subgroup, year] */
  readonly died: Quantity;
}

/** The funnels of a model. */
export function population(model: Model, structure: Structure, growing: Quantity): Population {
  const { year, step, steps, funnel, funnels, subgroup, populationRow, assumptions, baseline } = structure;
  const value = seriesByYear(
    model,
    {
      name: 'Funnel value',
      unit: '1',
      rows: populationRow,
      series: assumptions.population.map((row) => row.value),
      source: 'workbook contract, BIM_Population',
    },
    year,
    growing,
    baseline,
  );
  const person = constant(1, 'person');
  const opOf = (member: number): string => {
    const at = steps[member];
    return at?.first ? 'count' : (at?.step.op ?? 'x');
  };
  const people: Quantity = model.quantity(
    'People in the funnel',
    'person',
    [step, year],
    () => {
      const before = people.previous(step);
      const left = cases(step, opOf, {
        count: value.times(person),
        x: before.times(value),
        '+': before.plus(value.times(person)),
        '-': before.minus(value.times(person)),
        leave: before.times(one.minus(value)),
      });
      return flowingYears(structure, left);
    },
    { source: 'workbook contract, BIM_Population Op' },
  );
  const deaths: Quantity = model.quantity(
    'Deaths counted',
    'person',
    [step, year],
    () => {
      const before = deaths.previous(step);
      return cases(step, (member) => (['+', '-'].includes(opOf(member)) ? 'unchanged' : opOf(member)), {
        count: zero(),
        x: before.times(value),
        unchanged: before,
        leave: before.plus(people.previous(step).times(value)),
      });
    },
    { source: 'workbook contract, BIM_Population Op leave' },
  );
  const last = link(
    'last step of the funnel',
    funnel,
    step,
    funnels.map(({ lastStep }) => lastStep),
  );
  const reached = model.quantity('People at the end of the funnel', 'person', [funnel, year], () => people.via(last), {
    source: 'workbook contract, Stream',
  });
  const lost = model.quantity(
    'Deaths by funnel',
    'person',
    [funnel, year],
    () => flowingYears(structure, deaths.via(last)),
    {
      source: 'workbook contract, Stream',
    },
  );
  const prevalentOnly = link(
    'prevalent funnels',
    funnel,
    subgroup,
    funnels.map((of) => (of.stream === 'prevalent' ? of.subgroup : -1)),
  );
  const bySubgroup = (name: string, of: Quantity, which: Link = funnel.linkTo(subgroup)): Quantity =>
    model.quantity(name, 'person', [subgroup, year], () => sum(of, funnel, which), { source: 'sum over funnels' });
  return {
    people,
    deaths,
    reached,
    candidates: bySubgroup('Candidates', reached),
    prevalent: bySubgroup('Prevalent candidates', reached, prevalentOnly),
    died: bySubgroup('Deaths among candidates', lost),
  };
}

/** A bolus enters once: in the first year, and in a baseline year that stands by itself; other streams every year. */
function flowingYears(structure: Structure, of: Expression): Expression {
  const { year, funnel, funnels, baseline, assumptions } = structure;
  const enters = (period: number): boolean =>
    !baseline ? period === 0 : period === 1 || (period === 0 && assumptions.model.baselineCohort === 'ends');
  const isBolus = (stream: Stream | undefined): boolean => stream === 'bolus';
  const bolus = cases(year, (period) => (enters(period) ? 'enters' : 'nobody'), { enters: of, nobody: zero() });
  return cases(funnel, (member) => (isBolus(funnels[member]?.stream) ? 'bolus' : 'flow'), { bolus, flow: of });
}
