/** Check 41: growth in the year it starts from. */
import { Exact } from '../../engine/readings/decimals';
import type { Assumptions, Series } from '../../engine/assumptions';
import type { Check } from '../check';
import { needs } from '../outside';
import { unlike } from '../compare';
import { needsSubjects } from '../conditions';

const faster = (of: Series): Series => ({
  ...of,
  growth: of.base && { value: (of.growth?.value ?? new Exact(0)).plus('0.5'), at: of.base.at, parameter: '' },
});

const growing = (of: Assumptions): Assumptions => ({
  ...of,
  population: of.population.map((row) => ({ ...row, value: faster(row.value) })),
  prices: of.prices.map((row) => ({ ...row, listPrice: faster(row.listPrice) })),
  costs: of.costs.map((row) => ({ ...row, unitCost: row.unitCost && faster(row.unitCost) })),
});

export const growthBaseYear: Check = {
  number: 41,
  family: 'Time',
  name: 'Growth does nothing in the year it starts from',
  why: 'Growth that is applied a year too early makes every year too large.',
  judge: ({ assumptions, run, rerun }) => {
    needsSubjects(run);
    const { baselineYear, growthStarts } = assumptions.model;
    needs(baselineYear || growthStarts === 'second year', 'the Base belongs to the year before the first');
    const made = rerun(growing(assumptions));
    const period = baselineYear && growthStarts === 'second year' ? 1 : 0;
    const at = (of: typeof run) => [
      ...[0, 1].map((world) => of.exact.at(of.of.ledger.cost, [world, period])),
      ...of.of.structure.steps.map((_, step) => of.exact.at(of.of.population.people, [step, period])),
    ];
    return unlike('every growth rate 50% higher', [
      { name: `cost and people of ${run.of.structure.year.members[period] ?? ''}`, expected: at(run), got: at(made) },
    ]);
  },
};
