/** BIM_Displacement: whom a new technology's patients come from. */
import type { DisplacementRow } from '../../engine/assumptions';
import { share, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const technology = text(
  'Technology',
  'A technology of Role new. Blank or All: every new technology without a row of its own.',
  'Drug A',
  {
    usual: true,
    list: 'technology',
    default: 'All',
  },
);
const displaced = text('Displaced', 'The technology of Role current or none that gives way.', 'Drug B', {
  usual: true,
  required: true,
  list: 'technology',
});
const part = share('Share', 'The share of the rise of the new technology that comes from it.', '0.7', {
  usual: true,
  required: true,
});

export const displacement: Table = {
  word: 'Displacement',
  sheet: 'Uptake',
  doc: 'Used for the technologies that are left out of the world with; without rows they give way in proportion to their shares in the world without.',
  fields: [technology, displaced, part, source('Clinical opinion')],
  address: [technology, displaced],
  identity: [technology, displaced],
};

export const displacementRow = (row: RowReader): DisplacementRow => ({
  ...row.frame(),
  technology: row.member(technology, 'technology'),
  displaced: row.name(displaced, 'technology'),
  share: row.sure(part),
});
