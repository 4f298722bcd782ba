/** Check 7: one more technology, which nobody takes. */
import { Exact } from '../../engine/readings/decimals';
import { typedShares } from '../alter';
import type { Check } from '../check';
import { costOf, impactOf, unlike } from '../compare';
import { needsCosts } from '../conditions';

const NAME = 'Taken by nobody, for a check';

export const unusedTechnology: Check = {
  number: 7,
  family: 'Zero and identity',
  name: 'A technology that nobody takes changes nothing, at an absurd price',
  why: 'Figures that move add up rows that have no patients.',
  judge: ({ run, rerun }) => {
    needsCosts(run);
    const of = typedShares(run);
    const [tech] = of.technologies;
    const [cost] = of.costs;
    if (!tech || !cost) return null;
    const nothing = of.uptake
      .filter((row) => row.technology === tech.technology)
      .map((row) => ({
        ...row,
        technology: NAME,
        years: new Map([...row.years].map(([year, given]) => [year, { ...given, value: new Exact(0) }])),
      }));
    const price = { value: new Exact('987654321.99'), at: cost.at, parameter: '' };
    const made = rerun({
      ...of,
      technologies: [
        ...of.technologies,
        { ...tech, technology: NAME, role: 'current', accounting: 'stock', persistence: 'all', discontinuation: null },
      ],
      uptake: [...of.uptake, ...nothing],
      costs: [
        ...of.costs,
        {
          ...cost,
          technology: NAME,
          subgroup: 'All',
          world: null,
          item: NAME,
          per: 'patient-year',
          quantity: null,
          unitCost: { base: price, growth: null, years: new Map() },
          priceItem: '',
          treatmentYear: '',
        },
      ],
    });
    return unlike(
      'a technology added that nobody takes, at 987,654,321.99',
      [{ name: 'budget impact', expected: impactOf(run), got: impactOf(made) }],
      { scale: costOf(run) },
    );
  },
};
