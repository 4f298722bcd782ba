/** Check 29: more wastage, and shared vials. */
import type { Assumptions } from '../../engine/assumptions';
import { Exact } from '../../engine/readings/decimals';
import type { Check } from '../check';
import { needs } from '../outside';
import { below, costOf, unlike } from '../compare';
import { needsCosts, needsProportional, needsUnrounded } from '../conditions';
import { doublesOrLess } from '../dosing';

const wasting = (of: Assumptions, wastage: string, vialSharing: boolean | null = null): Assumptions => ({
  ...of,
  regimens: of.regimens.map((row) => ({
    ...row,
    wastage: { value: new Exact(wastage), at: row.at, parameter: '' },
    vialSharing: vialSharing ?? row.vialSharing,
  })),
});

export const moreWastage: Check = {
  number: 29,
  family: 'Direction',
  name: 'More wastage costs more, half wasted twice as much, and vials that are shared never cost more',
  why: 'Wastage divides what is needed; where it multiplies, what is thrown away is not paid for.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needs(assumptions.regimens.length > 0, 'there is no regimen');
    needsProportional(assumptions);
    needsUnrounded(assumptions);
    const [none, half] = [rerun(wasting(assumptions, '0')), rerun(wasting(assumptions, '0.5'))];
    const [shared, whole] = [rerun(wasting(assumptions, '0', true)), rerun(wasting(assumptions, '0', false))];
    return (
      unlike('wastage 0, then 50%', [doublesOrLess(run, none, half)], { scale: costOf(run) }) ??
      below('wastage 0, then 50%', [{ name: 'cost of both worlds', expected: costOf(none), got: costOf(half) }]) ??
      below('vials shared, then not', [{ name: 'cost of both worlds', expected: costOf(shared), got: costOf(whole) }])
    );
  },
};
