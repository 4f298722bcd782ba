/** Mistakes on the way from everybody to the eligible. */
import type { Run } from '../../engine/figures';
import { Exact } from '../../engine/readings/decimals';
import type { Mistake } from '../planted';
import { altered } from '../planted';
import { changing, isLastOfSeveral, named, readFrom, typedOver } from './plant';

const growing = named('Years of growth');
const people = named('People in the funnel');
const candidates = named('Candidates');
const eligible = named('Eligible patients');

/** Growth added in place of compounded. */
const straight = (name: string) => (run: Run) => {
  const [made, base, rate, years] = [name, `${name}, base`, `${name}, growth a year`, 'Years of growth'].map((of) =>
    run.of.model.find(of),
  );
  if (!made || !base || !rate || !years) return null;
  return altered(run, made, (value, [row = 0, year = 0]) => {
    const [from, growth, n] = [run.exact.at(base, [row]), run.exact.at(rate, [row]), run.exact.at(years, [year])];
    const compounded = from.times(growth.plus(1).pow(n));
    return value.minus(compounded).abs().lt('1e-20') ? from.times(growth.times(n).plus(1)) : value;
  });
};

export const mistakesInPeople: readonly Mistake[] = [
  {
    name: 'Growth applied in the base year as well',
    step: 'people',
    plant: changing(growing, (value) => value.plus(1)),
  },
  {
    name: 'Growth starts a year late',
    step: 'people',
    plant: changing(growing, (value) => Exact.max(0, value.minus(1))),
  },
  { name: 'Growth left out', step: 'people', plant: changing(growing, (value) => value.times(0)) },
  { name: 'Population growth added, not compounded', step: 'people', plant: straight('Funnel value') },
  {
    name: 'The last step of the funnel left out',
    step: 'people',
    plant: changing(people, (value, [step = 0, year = 0], run) => {
      const { steps, funnels } = run.of.structure;
      const last = funnels.some((funnel) => funnel.lastStep === step);
      const quantity = people(run);
      return last && quantity && steps[step]?.first === false ? run.exact.at(quantity, [step - 1, year]) : value;
    }),
  },
  {
    name: 'A fraction of the funnel used twice',
    step: 'people',
    plant: changing(people, (value, [step = 0, year = 0], run) => {
      const { steps, funnels } = run.of.structure;
      const at = steps[step];
      const rate = run.of.model.find('Funnel value');
      const last = funnels.some((funnel) => funnel.lastStep === step);
      return last && at?.step.op === 'x' && rate ? value.times(run.exact.at(rate, [at.row, year])) : value;
    }),
  },
  {
    name: 'The last subgroup left out of the sum',
    step: 'people',
    plant: changing(candidates, (value, [subgroup], run) =>
      isLastOfSeveral(candidates(run), 0, subgroup) ? value.times(0) : value,
    ),
  },
  { name: 'People of the year before', step: 'people', plant: readFrom(candidates, (year) => year - 1) },
  { name: 'The eligible rounded to whole people', step: 'people', plant: changing(eligible, (value) => value.round()) },
  {
    name: 'A number of eligible people typed over its formula in the last year',
    step: 'people',
    plant: typedOver(eligible, (members, run) => members.at(-1) === run.of.structure.year.size - 1),
  },
  {
    name: 'World with has one per cent more eligible people',
    step: 'people',
    plant: changing(eligible, (value, [world]) => (world === 1 ? value.times('1.01') : value)),
  },
  {
    name: 'The eligible of all years added up in each',
    step: 'people',
    plant: changing(eligible, (value, [world = 0, subgroup = 0, year = 0], run) => {
      const quantity = eligible(run);
      return quantity
        ? Array.from({ length: year }, (_, before) => run.exact.at(quantity, [world, subgroup, before])).reduce(
            (sum, each) => sum.plus(each),
            value,
          )
        : value;
    }),
  },
];
