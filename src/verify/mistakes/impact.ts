/** Mistakes in adding up. */
import { Exact, power } from '../../engine/readings/decimals';
import type { Mistake } from '../planted';
import { changing, isLastOfSeveral, named, readFrom } from './plant';

const total = named('Budget impact');
const cost = named('Cost');
const byYear = named('Discounted budget impact by year');
const cumulative = named('Cumulative budget impact');
const bySubgroup = named('Budget impact by subgroup');
const byCategory = named('Budget impact by category');
const byPayer = named('Budget impact by payer');

export const mistakesInImpact: readonly Mistake[] = [
  { name: 'Without less with', step: 'impact', plant: changing(total, (value) => value.negated()) },
  { name: 'Savings cut off at 0', step: 'impact', plant: changing(total, (value) => Exact.max(0, value)) },
  {
    name: 'The headline discounted',
    step: 'impact',
    plant: changing(total, (value, [year = 0], run) => {
      const quantity = byYear(run);
      return quantity ? run.exact.at(quantity, [year]) : value;
    }),
  },
  {
    name: 'Discounted a year too long',
    step: 'impact',
    plant: changing(byYear, (value, _, run) =>
      value.div(run.of.structure.assumptions.model.discountRate.value.plus(1)),
    ),
  },
  {
    name: 'Discounted by interest not compounded',
    step: 'impact',
    plant: changing(byYear, (value, [year = 0], run) => {
      const { discountRate, discountFrom } = run.of.structure.assumptions.model;
      const n = year - (run.of.structure.baseline ? 1 : 0) + (discountFrom === 'first year' ? 1 : 0);
      return n < 0
        ? value
        : value.times(power(discountRate.value.plus(1), new Exact(n))).div(discountRate.value.times(n).plus(1));
    }),
  },
  {
    name: 'The last year left out of the sum',
    step: 'impact',
    plant: readFrom(cumulative, (year, last) => (last > 0 ? Math.min(year, last - 1) : year)),
  },
  {
    name: 'The mean of the years in place of their sum',
    step: 'impact',
    plant: changing(cumulative, (value, [year = 0]) => value.div(year + 1)),
  },
  { name: 'The impact of the year before', step: 'impact', plant: readFrom(total, (year) => year - 1) },
  {
    name: 'The last category left out of the total',
    step: 'impact',
    plant: changing(cost, (value, [world = 0, year = 0], run) => {
      const { byCategory: parts, category } = run.of.ledger;
      return category.size > 1 ? value.minus(run.exact.at(parts, [world, category.size - 1, year])) : value;
    }),
  },
  {
    name: 'A category counted in two',
    step: 'impact',
    plant: changing(byCategory, (value, [category = 0, year = 0], run) => {
      const quantity = byCategory(run);
      return quantity && isLastOfSeveral(quantity, 0, category) ? value.plus(run.exact.at(quantity, [0, year])) : value;
    }),
  },
  {
    name: 'The last subgroup left out of its table',
    step: 'impact',
    plant: changing(bySubgroup, (value, [subgroup], run) =>
      isLastOfSeveral(bySubgroup(run), 0, subgroup) ? value.times(0) : value,
    ),
  },
  {
    name: 'Every payer shown the whole',
    step: 'impact',
    plant: changing(byPayer, (value, [, year = 0], run) =>
      run.exact.at(run.of.impact.total, [year]).plus(value.times(0)),
    ),
  },
  {
    name: 'World without of another year',
    step: 'impact',
    plant: changing(cost, (value, [world = 0, year = 0], run) =>
      world === 0 && year > 0 ? run.exact.at(run.of.ledger.cost, [0, year - 1]) : value,
    ),
  },
];
