/** Check 28: signs of costs and offsets. */
import { isAcquisition } from '../../engine/model/acquisition';
import type { Check, Failure } from '../check';
import { shown } from '../compare';
import { needsCosts } from '../conditions';
import { booked, type Booked } from '../facts';
import { scaled, series } from '../alter';
import { below, impactOf } from '../compare';

const isOffset = (category: string): boolean => /^(off-?sets?|savings?)$/i.test(category.trim());
/** What is bought and done is never below 0; an offset never above. */
const isCost = (of: Booked): boolean =>
  isAcquisition(of.category) || /^(administration|monitoring|testing)$/i.test(of.category.trim());

function wrongSign(all: readonly Booked[]): Failure | null {
  for (const of of all) {
    const wrong = of.values.find((value) => (isOffset(of.category) ? value.gt(0) : isCost(of) && value.lt(0)));
    if (wrong)
      return {
        changed: `the signs of ${of.category}${of.row?.item ? `, ${of.row.item},` : ''} read`,
        expected: isOffset(of.category) ? 'an offset below 0: type it as a negative cost' : 'a cost above 0',
        got: shown(wrong),
        at: of.row?.unitCost?.base?.at ?? of.row?.at ?? null,
      };
  }
  return null;
}

export const signs: Check = {
  number: 28,
  family: 'Direction',
  name: 'Costs are not negative, offsets not positive, and a larger offset never raises the cost of a world',
  why: 'A saving with the wrong sign is counted as a cost, twice its size in the impact.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    const wrong = wrongSign(booked(run));
    if (wrong) return wrong;
    const worldOnly = assumptions.costs.filter((row) => isOffset(row.category) && row.unitCost && row.world === 'with');
    for (const offset of worldOnly) {
      const made = rerun({
        ...assumptions,
        costs: assumptions.costs.map((row) =>
          row === offset && row.unitCost
            ? { ...row, unitCost: series(row.unitCost, (given) => scaled(given, '1.5')) }
            : row,
        ),
      });
      const failure = below(
        `offset ${offset.item} half as large again`,
        [{ name: 'impact before', expected: impactOf(made), got: impactOf(run) }],
        offset.at,
      );
      if (failure) return failure;
    }
    return null;
  },
};
