/** BIM_Patients: body weight and surface, for doses by weight or surface. */
import type { BodyRow } from '../../engine/assumptions';
import { positive, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const subgroup = text(
  'Subgroup',
  'A subgroup of BIM_Population. Blank or All: every subgroup without a row of its own.',
  'All',
  { usual: true, list: 'subgroup', default: 'All' },
);
const weight = positive('Weight', 'kg', 'Mean body weight.', '80', {
  usual: true,
  above: true,
  bounds: 'kilograms above 0',
});
const weightSd = positive('Weight SD', 'kg', 'Standard deviation of the weight (lognormal).', '16', {
  usual: true,
  default: '0',
});
const bsa = positive('BSA', 'm²', 'Mean body surface.', '1.85', {
  usual: true,
  above: true,
  bounds: 'square metres above 0',
});
const bsaSd = positive('BSA SD', 'm²', 'Standard deviation of the surface (lognormal).', '0.2', {
  usual: true,
  default: '0',
});

export const patients: Table = {
  word: 'Patients',
  sheet: 'Dosing',
  doc: 'Weights and surfaces are lognormal with this mean and standard deviation.',
  fields: [subgroup, weight, weightSd, bsa, bsaSd, source('Health survey')],
  address: [subgroup],
  identity: [subgroup],
};

export const bodyRow = (row: RowReader): BodyRow => ({
  ...row.frame(),
  subgroup: row.member(subgroup, 'subgroup'),
  weight: row.given(weight),
  weightSd: row.given(weightSd),
  bsa: row.given(bsa),
  bsaSd: row.given(bsaSd),
});
