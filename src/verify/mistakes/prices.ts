/** Mistakes in what things cost each. */
import type { Run } from '../../engine/figures';
import { isAcquisition } from '../../engine/model/acquisition';
import type { Mistake } from '../planted';
import { changing, named, readFrom, typedOver } from './plant';

const each = named('Cost each');
const unitCost = named('Unit cost');
const list = named('List price');
const paid = named('Price paid');
const factory = named('Ex-factory price');
const perYear = named('Administrations a year');
const [discount, markUp, rebateRate, vatRate] = ['Discount', 'Mark-up', 'Rebate rate', 'VAT rate'].map(named);
const rate = (run: Run, of: typeof discount, row: number) => {
  const quantity = of?.(run);
  return quantity ? run.exact.at(quantity, [row]) : null;
};
const isDrug = ({ of }: Run, line: number | undefined): boolean =>
  isAcquisition(of.costs.lines[line ?? -1]?.cost.category ?? '');

export const mistakesInPrices: readonly Mistake[] = [
  { name: 'Unit costs of the year before', step: 'prices', plant: readFrom(unitCost, (year) => year - 1) },
  {
    name: 'A discount taken twice',
    step: 'prices',
    plant: changing(factory, (value, [row = 0], run) => value.times(rate(run, discount, row)?.negated().plus(1) ?? 1)),
  },
  {
    name: 'A discount forgotten',
    step: 'prices',
    plant: changing(factory, (value, [row = 0, year = 0], run) => {
      const quantity = list(run);
      return quantity && rate(run, discount, row)?.gt(0) ? run.exact.at(quantity, [row, year]) : value;
    }),
  },
  {
    name: 'VAT after the rebate',
    step: 'prices',
    plant: changing(paid, (value, [row = 0, year = 0], run) => {
      const [from, rebate, vat] = [factory(run), rate(run, rebateRate, row), rate(run, vatRate, row)];
      return from && rebate && vat ? value.minus(run.exact.at(from, [row, year]).times(rebate).times(vat)) : value;
    }),
  },
  {
    name: 'A rebate added, not taken off',
    step: 'prices',
    plant: changing(paid, (value, [row = 0, year = 0], run) => {
      const [from, rebate] = [factory(run), rate(run, rebateRate, row)];
      return from && rebate ? value.plus(run.exact.at(from, [row, year]).times(rebate).times(2)) : value;
    }),
  },
  {
    name: 'A mark-up left out',
    step: 'prices',
    plant: changing(paid, (value, [row = 0, year = 0], run) => {
      const [from, margin] = [factory(run), rate(run, markUp, row)];
      return from && margin ? value.minus(run.exact.at(from, [row, year]).times(margin)) : value;
    }),
  },
  { name: 'A price typed over its formula', step: 'prices', plant: typedOver(paid, ([row]) => row === 0) },
  { name: 'A unit cost typed over its formula', step: 'prices', plant: typedOver(unitCost, ([row]) => row === 0) },
  {
    name: 'A month charged as a year',
    step: 'prices',
    plant: changing(perYear, (value) => (value.eq(12) ? value.div(12) : value)),
  },
  {
    name: 'A year of 52 weeks',
    step: 'prices',
    plant: changing(perYear, (value) => (value.gt(1) && !value.eq(12) ? value.times(364).div('365.25') : value)),
  },
  {
    name: 'Doses rounded to whole numbers',
    step: 'prices',
    plant: changing(perYear, (value) => value.round()),
  },
  {
    name: 'A constant inside a price formula',
    step: 'prices',
    plant: changing(each, (value, [line], run) =>
      isDrug(run, line) && run.of.costs.lines[line ?? -1]?.world === 1 ? value.plus(1) : value,
    ),
  },
];
