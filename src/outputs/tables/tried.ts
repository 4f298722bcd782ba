/** BIM_Out_Tried: every property that was tried on the model, where it was checked before it was written. */
import type { OutTable } from '../table';
import { TRIED_LAMPS } from '../tried-section';

export const triedTable: OutTable = {
  name: 'BIM_Out_Tried',
  sheet: 'checks',
  holds: 'every property tried on the model',
  columns: [
    { header: 'Number', meaning: 'Number of the property, which forms quote', width: 8, format: '0' },
    { header: 'Family', meaning: 'Kind of property', width: 14 },
    { header: 'Property', meaning: 'What must hold of any model', width: 36 },
    { header: 'Lamp', meaning: '● holds, ■ FAILS, or ○ n/a (does not apply)', width: 10 },
    { header: 'Changed', meaning: 'What was changed; blank where it holds', width: 26 },
    { header: 'Expected', meaning: 'What should have come of it', width: 20 },
    { header: 'Got', meaning: 'What came of it', width: 20 },
    { header: 'Smallest', meaning: 'The smallest model that still fails', width: 26 },
    { header: 'Cell', meaning: 'The cell to look at, where there is one', width: 14 },
    { header: 'Says', meaning: 'Why it matters, or why it does not apply', width: 36 },
    { header: 'Fails', meaning: '1 where it fails, else 0', width: 7, format: '0' },
  ],
  rows: ({ tried }) =>
    tried.map(({ number, family, name, verdict, changed, expected, got, smallest, at, says }) => [
      { number: String(number) },
      family,
      name,
      TRIED_LAMPS[verdict],
      changed,
      expected,
      got,
      smallest,
      at === null ? '' : `${at.sheet}!${at.cell}`,
      says,
      { number: verdict === 'fails' ? '1' : '0' },
    ]),
};
