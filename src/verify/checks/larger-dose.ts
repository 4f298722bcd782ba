/** Check 31: larger doses and heavier people. */
import { scaled, scaledOr } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { below, costOf } from '../compare';
import { needsCosts, needsProportional } from '../conditions';

export const largerDose: Check = {
  number: 31,
  family: 'Direction',
  name: 'Larger doses and heavier people never cost less',
  why: 'A lower cost means that a dose is bought in the wrong pack, or by the wrong weight.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needs(assumptions.regimens.length > 0, 'there is no regimen');
    needsProportional(assumptions);
    const cost = costOf(run);
    needs(
      assumptions.prices.every((row) =>
        [row.listPrice.base, ...row.listPrice.years.values()].every((given) => !given?.value.isNegative()),
      ),
      'a price is below 0',
    );
    const dose = rerun({
      ...assumptions,
      regimens: assumptions.regimens.map((row) => ({
        ...row,
        dose: scaled(row.dose, '1.3'),
        maxDose: scaledOr(row.maxDose, '1.3'),
      })),
    });
    const weight = rerun({
      ...assumptions,
      bodies: assumptions.bodies.map((row) => ({
        ...row,
        weight: scaledOr(row.weight, '1.2'),
        weightSd: scaledOr(row.weightSd, '1.2'),
        bsa: scaledOr(row.bsa, '1.2'),
        bsaSd: scaledOr(row.bsaSd, '1.2'),
      })),
    });
    const at = assumptions.regimens[0]?.dose.at ?? null;
    return (
      below('every dose 30% larger', [{ name: 'cost of both worlds', expected: cost, got: costOf(dose) }], at) ??
      below('everybody 20% heavier', [{ name: 'cost of both worlds', expected: cost, got: costOf(weight) }], at)
    );
  },
};
