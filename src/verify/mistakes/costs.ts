/** Mistakes in what is charged to whom. */
import type { Decimal } from 'decimal.js';
import type { Run } from '../../engine/figures';
import type { Quantity } from '../../engine/graph/quantity';
import { isAcquisition } from '../../engine/model/acquisition';
import { Exact } from '../../engine/readings/decimals';
import type { Mistake } from '../planted';
import { changing, named, readFrom } from './plant';

const amount = named('Amount');
const dosed = named('People dosed');
const gross = named('Gross cost');
const entryOf = ({ of }: Run, entry: number | undefined) => of.ledger.entries[entry ?? -1];
const lineOf = ({ of }: Run, line: number | undefined) => of.costs.lines[line ?? -1];
const firstWith = ({ of, exact }: Run): number =>
  of.ledger.entries.findIndex(
    (entry, index) =>
      entry.world === 1 &&
      of.structure.year.members.some((_, year) => !exact.at(of.ledger.amount, [index, year]).isZero()),
  );

/** Amounts of some entries of the ledger, changed. */
const booking = (
  which: (run: Run, entry: number) => boolean,
  wrong: (value: Decimal, year: number) => Decimal,
): Mistake['plant'] =>
  changing(amount, (value, [entry = 0, year = 0], run) => (which(run, entry) ? wrong(value, year) : value));

/** What a line is before agreements: the gross cost behind an entry. */
const grossOf = (run: Run, entry: number, year: number): Decimal | null => {
  const at = entryOf(run, entry);
  const quantity: Quantity | null = gross(run);
  return at?.kind === 'cost' && quantity ? run.exact.at(quantity, [at.at, year]) : null;
};

export const mistakesInCosts: readonly Mistake[] = [
  {
    name: 'A cost counted twice in world with',
    step: 'costs',
    plant: booking(
      (run, entry) => entry === firstWith(run),
      (value) => value.times(2),
    ),
  },
  {
    name: 'A cost left out of world with',
    step: 'costs',
    plant: booking(
      (run, entry) => entry === firstWith(run),
      () => new Exact(0),
    ),
  },
  {
    name: 'An offset with the wrong sign',
    step: 'costs',
    plant: booking(
      () => true,
      (value) => value.abs(),
    ),
  },
  {
    name: 'Costs of the year before',
    step: 'costs',
    plant: readFrom(amount, (year) => year - 1),
  },
  {
    name: 'A sum of money added in world with',
    step: 'costs',
    plant: booking(
      (run, entry) => entry === firstWith(run),
      (value) => value.plus(1000),
    ),
  },
  {
    name: 'Amounts rounded to thousands',
    step: 'costs',
    plant: booking(
      () => true,
      (value) => value.div(1000).round().times(1000),
    ),
  },
  {
    name: 'A one-off charged every year',
    step: 'costs',
    plant: changing(amount, (value, [entry = 0, year = 0], run) => {
      const quantity = amount(run);
      const at = entryOf(run, entry);
      const once = at?.kind === 'cost' && lineOf(run, at.at)?.cost.per === 'year';
      const start = run.of.structure.baseline ? 1 : 0;
      return once && quantity && year > start ? run.exact.at(quantity, [entry, start]) : value;
    }),
  },
  {
    name: 'Agreements forgotten: the gross cost',
    step: 'costs',
    plant: changing(amount, (value, [entry = 0, year = 0], run) =>
      run.of.agreements ? (grossOf(run, entry, year) ?? value) : value,
    ),
  },
  {
    name: 'A rebate of an agreement added, not taken off',
    step: 'costs',
    plant: changing(amount, (value, [entry = 0, year = 0], run) => {
      const before = run.of.agreements ? grossOf(run, entry, year) : null;
      return before ? before.times(2).minus(value) : value;
    }),
  },
  {
    name: 'Medicines charged to all eligible patients of world with',
    step: 'costs',
    plant: changing(dosed, (value, [line = 0, year = 0], run) => {
      const at = lineOf(run, line);
      return at && at.world === 1 && at.arm >= 0 && isAcquisition(at.cost.category)
        ? run.exact.at(run.of.patients.eligible, [at.world, at.subgroup, year])
        : value;
    }),
  },
  {
    name: 'Starting costs charged to everybody on treatment',
    step: 'costs',
    plant: changing(dosed, (value, [line = 0, year = 0], run) => {
      const at = lineOf(run, line);
      return at?.cost.per === 'start' && at.arm >= 0
        ? run.exact.at(run.of.onTechnology, [at.world, at.arm, year])
        : value;
    }),
  },
  {
    name: 'The last subgroup charged at the first one’s costs',
    step: 'costs',
    plant: changing(named('Cost each'), (value, [line = 0, year = 0], run) => {
      const quantity = run.of.costs.each;
      const at = lineOf(run, line);
      const twin = run.of.costs.lines.findIndex(
        (other) =>
          at !== undefined &&
          other.world === at.world &&
          other.technology === at.technology &&
          other.cost.category === at.cost.category &&
          other.cost.item === at.cost.item,
      );
      return twin >= 0 && twin !== line
        ? run.exact
            .at(quantity, [twin, year])
            .plus(
              at && lineOf(run, twin)?.subgroup !== at.subgroup ? 0 : value.minus(run.exact.at(quantity, [twin, year])),
            )
        : value;
    }),
  },
];
