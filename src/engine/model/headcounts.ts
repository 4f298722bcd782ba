/** Headcounts: the people under each agreement, whatever the number of cost lines they are charged in. */
import type { Deal } from '../agreements/kind';
import { axis, type Axis } from '../graph/axis';
import { min, sum } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Contract, Covered } from './contracts';
import type { Costs } from './costs';
import type { Patients } from './patients';
import { distinct, type Structure } from './structure';

/** On the technology, starting, and starting and staying. [agreement, world, year] */
export function headcounts(
  model: Model,
  structure: Structure,
  contract: Axis,
  contracts: readonly Contract[],
  covered: readonly Covered[],
  costs: Costs,
  patients: Patients,
  on: Quantity,
): Pick<Deal, 'heads' | 'starters' | 'settled'> {
  const { arm, world, year } = structure;
  const seen = contracts.flatMap((_, index) =>
    [...new Set(covered.filter((of) => of.contract === index).map((of) => costs.lines[of.line]?.arm ?? -1))]
      .filter((member) => member >= 0)
      .map((member) => ({ contract: index, arm: member })),
  );
  const pair = axis(
    'arm under an agreement',
    distinct(seen.map((of) => `${contract.members[of.contract] ?? ''}: ${arm.members[of.arm] ?? ''}`)),
  );
  pair.belongsTo(
    contract,
    seen.map((of) => of.contract),
  );
  pair.belongsTo(
    arm,
    seen.map((of) => of.arm),
  );
  const source = 'workbook contract, BIM_Agreements';
  const heads = model.quantity(
    'Patients under the agreement',
    'person',
    [contract, world, year],
    () => sum(on, pair, contract),
    { source },
  );
  const settled = model.quantity(
    'Starters who stay under the agreement',
    'person',
    [contract, world, year],
    () => sum(min(patients.starting, on), pair, contract),
    { source },
  );
  const starters = model.quantity(
    'Starters under the agreement',
    'person',
    [contract, world, year],
    () => sum(patients.starting, pair, contract),
    { source },
  );
  return { heads, starters, settled };
}
