/** Check 69: what tests find and miss. */
import { Exact } from '../../engine/readings/decimals';
import { valuesOf, years } from '../../engine/figures';
import type { Check } from '../check';
import { needs } from '../outside';
import { minus, plus, unlike, type Figures } from '../compare';

export const testsAdd: Check = {
  number: 69,
  family: 'Delivery',
  name: 'Found and missed are the ill, in vain and cleared are the rest, and nobody is tested who is not there',
  why: 'A test that finds more people than there are treats somebody twice.',
  judge: ({ run }) => {
    const { tests } = run.of;
    needs(tests !== null && tests.uses.length > 0, 'there is no test');
    for (const [index, use] of tests.uses.entries()) {
      const row = tests.rows[use.row];
      if (!row || row.prevalence === null) continue;
      const of = (name: keyof typeof tests.measures): Figures =>
        valuesOf(run, tests.measures[name], [index], years(run));
      const ill = of('tested').map((value) => value.times(row.prevalence?.value ?? new Exact(0)));
      const failure = unlike(
        `${row.test}: results added up`,
        [
          { name: 'found and missed', expected: ill, got: plus(of('truePositive'), of('falseNegative')) },
          {
            name: 'in vain and cleared',
            expected: minus(of('tested'), ill),
            got: plus(of('falsePositive'), of('trueNegative')),
          },
          { name: 'positive', expected: plus(of('truePositive'), of('falsePositive')), got: of('positive') },
          ...(row.sensitivity
            ? [
                {
                  name: 'found',
                  expected: ill.map((value) => value.times(row.sensitivity?.value ?? 0)),
                  got: of('truePositive'),
                },
              ]
            : []),
        ],
        { scale: of('tested'), at: row.at },
      );
      if (failure) return failure;
    }
    return null;
  },
};
