/** Check 40: from potential to realised. */
import { realisationFigures } from '../../engine/appraisal/realisation';
import { Exact } from '../../engine/readings/decimals';
import type { Check } from '../check';
import { unlike } from '../compare';
import { heldOf } from '../delivered';

export const waterfall: Check = {
  number: 40,
  family: 'Conservation',
  name: 'The potential less every loss is what is realised',
  why: 'A waterfall that does not land on the result shows causes that are not the causes.',
  judge: (subject) => {
    const { run } = heldOf(subject);
    const figures = realisationFigures(run, [])?.value;
    if (!figures) return null;
    const left = figures.waterfall.reduce((sum, step) => sum.minus(step.value), new Exact(figures.potential));
    return unlike(
      'every step of the waterfall taken off the potential',
      [{ name: 'realised value', expected: [left], got: [new Exact(figures.realised)] }],
      { scale: [new Exact(figures.potential), new Exact(figures.planned)] },
    );
  },
};
