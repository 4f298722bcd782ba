/** Check 21: changes in either order. */
import type { Change } from '../../engine/assumptions';
import { changedAssumptions } from '../../inputs/read-assumptions';
import type { Check } from '../check';
import { needs, outside } from '../outside';
import { costOf, impactOf, unlike } from '../compare';
import { needsCosts } from '../conditions';

export const changesCommute: Check = {
  number: 21,
  family: 'Scale',
  name: 'Changes of different inputs can come in any order',
  why: 'A scenario whose order matters gives another answer to the next person who types it.',
  judge: ({ assumptions, run, rerun, source }) => {
    needsCosts(run);
    needs(source !== null, 'the model is not that of a workbook');
    const people = assumptions.population.find((row) => row.value.base)?.value.base;
    const price = assumptions.costs.find((row) => row.unitCost?.base)?.unitCost?.base;
    if (!people || !price) return outside('no Base is typed for people and a unit cost');
    const changes: readonly Change[] = [
      { parameter: people.parameter, op: 'x', value: '0.5', at: null },
      { parameter: price.parameter, op: 'x', value: '1.5', at: null },
    ];
    const made = [changes, [...changes].reverse()].map((list) => changedAssumptions(source.reading, list).assumptions);
    const [one, other] = made;
    if (!one || !other) return outside('the changed model is refused');
    const [first, second] = [one, other].map((of) => rerun({ ...of, realisation: null }));
    if (!first || !second) return null;
    return unlike(
      `${people.parameter} × 0.5 and ${price.parameter} × 1.5, in either order`,
      [{ name: 'budget impact', expected: impactOf(first), got: impactOf(second) }],
      { scale: costOf(run), at: price.at },
    );
  },
};
