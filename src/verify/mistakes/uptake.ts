/** Mistakes in who takes what. */
import type { Run } from '../../engine/figures';
import { Exact } from '../../engine/readings/decimals';
import type { Mistake } from '../planted';
import { changing, named, readFrom, typedOver } from './plant';

const treated = named('Treated patients before discontinuation');
const staying = named('Patients who stay');
const starting = named('Patients who start');
const isNew = ({ of }: Run, arm: number | undefined): boolean => of.structure.arms[arm ?? -1]?.role === 'new';
const lastYear = (members: readonly number[], { of }: Run): boolean => members.at(-1) === of.structure.year.size - 1;

export const mistakesInUptake: readonly Mistake[] = [
  { name: 'Uptake a year late', step: 'uptake', plant: readFrom(treated, (year) => year - 1) },
  { name: 'Uptake a year early', step: 'uptake', plant: readFrom(treated, (year) => year + 1) },
  {
    name: 'What is new taken from nobody',
    step: 'uptake',
    plant: changing(treated, (value, [world, arm = 0, year = 0], run) => {
      const quantity = treated(run);
      return world === 1 && quantity && !isNew(run, arm) ? run.exact.at(quantity, [0, arm, year]) : value;
    }),
  },
  {
    name: 'Shares read from the row below',
    step: 'uptake',
    plant: changing(treated, (value, [world = 0, arm = 0, year = 0], run) => {
      const quantity = treated(run);
      const size = run.of.structure.arms.length;
      return quantity && size > 0 ? run.exact.at(quantity, [world, (arm + 1) % size, year]) : value;
    }),
  },
  {
    name: 'The share of the first year held for ever',
    step: 'uptake',
    plant: changing(treated, (value, [world = 0, arm = 0, year = 0], run) => {
      const [share, eligible] = [run.of.patients.shares.share, run.of.patients.eligible];
      const start = run.of.structure.baseline ? 1 : 0;
      const subgroup = run.of.structure.arms[arm]?.subgroup ?? 0;
      return year > start
        ? run.exact.at(share, [world, arm, start]).times(run.exact.at(eligible, [world, subgroup, year]))
        : value;
    }),
  },
  {
    name: 'A number of patients typed over its formula',
    step: 'uptake',
    plant: typedOver(treated, (members, run) => members[0] === 1 && isNew(run, members[1]) && lastYear(members, run)),
  },
  {
    name: 'Uptake of the new technology one per cent too high',
    step: 'uptake',
    plant: changing(treated, (value, [world, arm], run) =>
      world === 1 && isNew(run, arm) ? value.times('1.01') : value,
    ),
  },
  {
    name: 'Patients who stop are not taken off',
    step: 'uptake',
    plant: changing(staying, (value, members, run) => {
      const quantity = treated(run);
      const stock = run.of.structure.arms[members[1] ?? -1]?.accounting === 'stock';
      return quantity && stock ? run.exact.at(quantity, members) : value;
    }),
  },
  {
    name: 'Everybody treated counted as a starter each year',
    step: 'uptake',
    plant: changing(starting, (value, members, run) => {
      const quantity = treated(run);
      return quantity ? run.exact.at(quantity, members) : value;
    }),
  },
  {
    name: 'Fewer starters when uptake falls, below nobody',
    step: 'uptake',
    plant: changing(starting, (value, [world = 0, arm = 0, year = 0], run) => {
      const quantity = treated(run);
      const stock = run.of.structure.arms[arm]?.accounting === 'stock';
      if (!quantity || !stock || year === 0 || !value.isZero()) return value;
      return Exact.min(
        value,
        run.exact.at(quantity, [world, arm, year]).minus(run.exact.at(quantity, [world, arm, year - 1])),
      );
    }),
  },
];
