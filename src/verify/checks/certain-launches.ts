/** Check 71: launches that are certain, and that never come. */
import { registerFigures } from '../../engine/appraisal/register';
import type { HorizonRow, Register } from '../../engine/horizon-assumptions';
import { Exact } from '../../engine/readings/decimals';
import type { Check } from '../check';
import { needs } from '../outside';
import { unlike } from '../compare';

const at = (register: Register, chance: string): Register => ({
  ...register,
  items: register.items.map((row): HorizonRow => ({
    ...row,
    probability: { value: new Exact(chance), at: row.at, parameter: '' },
    funded: null,
    earliest: null,
    latest: null,
  })),
});

export const certainLaunches: Check = {
  number: 71,
  family: 'Delivery',
  name: 'A launch with chance 0 costs nothing, and with chance 1 what it costs for certain',
  why: 'A chance that is applied twice, or to the price alone, hides half of what is coming.',
  judge: ({ assumptions, rerun }) => {
    const { register } = assumptions;
    needs(register !== null && register.items.length > 0, 'there is no BIM_Horizon');
    const figures = (chance: string) => registerFigures(rerun({ ...assumptions, register: at(register, chance) }));
    const [never, surely] = [figures('0'), figures('1')];
    if (!never || !surely) return null;
    const list = (values: readonly string[]) => values.map((value) => new Exact(value));
    return unlike(
      'every chance of launch set to 0, then to 1',
      [
        {
          name: 'expected cost at chance 0',
          expected: never.weighted.map(() => new Exact(0)),
          got: list(never.weighted),
        },
        { name: 'expected cost at chance 1', expected: list(surely.unweighted), got: list(surely.weighted) },
        { name: 'spread at chance 1', expected: surely.sd.map(() => new Exact(0)), got: list(surely.sd) },
      ],
      { scale: list(surely.unweighted) },
    );
  },
};
