/** Check 26: more adherence. */
import type { Assumptions } from '../../engine/assumptions';
import { Exact } from '../../engine/readings/decimals';
import type { Check } from '../check';
import { needs } from '../outside';
import { below, costOf, unlike } from '../compare';
import { needsCosts, needsProportional, needsUnrounded } from '../conditions';
import { doublesOrLess } from '../dosing';

const at = (of: Assumptions, adherence: string): Assumptions => ({
  ...of,
  regimens: of.regimens.map((row) => ({
    ...row,
    adherence: { value: new Exact(adherence), at: row.at, parameter: '' },
  })),
});

export const moreAdherence: Check = {
  number: 26,
  family: 'Direction',
  name: 'More adherence never costs less, and at none nothing is dosed',
  why: 'Doses that are not taken must not be paid for, and those taken must.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needs(assumptions.regimens.length > 0, 'there is no regimen');
    needsProportional(assumptions);
    needsUnrounded(assumptions);
    const [little, much] = [rerun(at(assumptions, '0.5')), rerun(at(assumptions, '1'))];
    const changed = 'adherence of every regimen 50%, then 100%';
    return (
      below(changed, [{ name: 'cost of both worlds', expected: costOf(little), got: costOf(much) }]) ??
      unlike(changed, [doublesOrLess(run, little, much)], { scale: costOf(run) })
    );
  },
};
