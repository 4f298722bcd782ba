/** Check 58: written down and read again. */
import { canonicalInputs } from '../../inputs/canonical';
import { readAssumptions } from '../../inputs/read-assumptions';
import type { Snapshot } from '../../workbook/workbook';
import type { Check } from '../check';
import { needs } from '../outside';

export const roundTrip: Check = {
  number: 58,
  family: 'Traceability',
  name: 'Written down and read again, the inputs are the same',
  why: 'Digits lost on the way to another machine give another result there.',
  ofFormulas: true,
  judge: ({ source }) => {
    needs(source !== null, 'the model is not that of a workbook');
    const again = readAssumptions(JSON.parse(JSON.stringify(source.snapshot)) as Snapshot);
    const [one, other] = [source.reading, again].map((of) => canonicalInputs(of.entries));
    return one === other
      ? null
      : {
          changed: 'the workbook written as JSON and read again',
          expected: 'the same inputs',
          got: 'other inputs',
          at: null,
        };
  },
};
