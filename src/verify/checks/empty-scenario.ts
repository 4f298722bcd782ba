/** Check 66: a scenario that changes nothing. */
import type { Change } from '../../engine/assumptions';
import { changedAssumptions } from '../../inputs/read-assumptions';
import type { Check } from '../check';
import { needs, outside } from '../outside';
import { costOf, impactOf, unlike } from '../compare';
import { needsCosts } from '../conditions';

export const emptyScenario: Check = {
  number: 66,
  family: 'Uncertainty',
  name: 'A scenario that changes nothing is the base',
  why: 'A scenario that moves by itself shows the difference between two programs, not between two plans.',
  judge: ({ assumptions, run, rerun, source }) => {
    needsCosts(run);
    needs(source !== null, 'the model is not that of a workbook');
    const given =
      assumptions.costs.find((row) => row.unitCost?.base)?.unitCost?.base ??
      assumptions.population.find((row) => row.value.base)?.value.base;
    if (!given) return outside('no input has a Base');
    const same: readonly Change[] = [{ parameter: given.parameter, op: 'x', value: '1', at: null }];
    const made = changedAssumptions(source.reading, same).assumptions;
    if (!made) return outside('the changed model is refused');
    return unlike(
      `${given.parameter} × 1`,
      [{ name: 'budget impact', expected: impactOf(run), got: impactOf(rerun({ ...made, realisation: null })) }],
      { scale: costOf(run), at: given.at },
    );
  },
};
