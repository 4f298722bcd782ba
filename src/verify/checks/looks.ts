/** Check 59: looks and notes. */
import { canonicalInputs } from '../../inputs/canonical';
import { readAssumptions } from '../../inputs/read-assumptions';
import type { Snapshot, TableSnapshot } from '../../workbook/workbook';
import type { Check } from '../check';
import { needs } from '../outside';

/** The same workbook in another language, its tables moved to the right and wider by a column of notes. */
const dressed = (of: Snapshot): Snapshot => ({
  ...of,
  language: 'de-CH',
  tables: of.tables.map((table): TableSnapshot => ({
    ...table,
    column: table.column + 3,
    headers: [...table.headers, 'Our own notes'],
    rows: table.rows.map((row) => [...row, { value: 'seen' }]),
  })),
});

export const looks: Check = {
  number: 59,
  family: 'Traceability',
  name: 'Language, place and notes of a workbook change no figure and no hash',
  why: 'A result that depends on where a table stands changes when somebody tidies up.',
  ofFormulas: true,
  judge: ({ source }) => {
    needs(source !== null, 'the model is not that of a workbook');
    const [one, other] = [source.reading, readAssumptions(dressed(source.snapshot))].map((of) =>
      canonicalInputs(of.entries),
    );
    return one === other
      ? null
      : {
          changed: 'tables moved, a column of notes added, language changed',
          expected: 'the same inputs',
          got: 'other inputs',
          at: null,
        };
  },
};
