/** BIM_Outcomes: the register of benefits, who has them, when they come and how much of them is real. */
import type { OutcomeRow } from '../../engine/realisation-assumptions';
import { choice, number, positive, share, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const technology = text(
  'Technology',
  'The technology whose patients have the benefit; any role, since a benefit is with less without. Blank or All: every technology.',
  'Drug A',
  { usual: true, list: 'technology', default: 'All' },
);
const subgroup = text(
  'Subgroup',
  'A subgroup of BIM_Population. Blank or All: every subgroup; a row for one stands in place of it.',
  'All',
  { list: 'subgroup', default: 'All' },
);
const benefit = text('Benefit', 'The name of the benefit.', 'Admissions avoided', { usual: true, required: true });
const kind = choice(
  'Class',
  ['cash-releasing', 'non-cash-releasing', 'health', 'societal'],
  'Class of the Green Book. Only cash-releasing benefits are set against the budget.',
  'cash-releasing',
  { usual: true, required: true },
);
const quantity = number('Quantity', 'units', 'How much of it one Per gives in full effect.', '0.1', {
  usual: true,
  required: true,
});
const per = choice(
  'Per',
  ['patient-year', 'year since start', 'start', 'year'],
  'patient-year: while on treatment. year since start: whether or not still on treatment. start: once. year: a fixed sum from the month of the first start.',
  'patient-year',
  { usual: true, required: true },
);
const lagMonths = positive('Lag months', 'months', 'Months from a person’s start to the first effect.', '3', {
  usual: true,
  default: '0',
});
const rampMonths = positive('Ramp months', 'months', 'Months over which the effect then grows to its full size.', '6', {
  usual: true,
  default: '0',
});
const unitValue = number(
  'Unit value',
  'money',
  'What one unit is worth. Blank: Value of a QALY for health, else 0. A saving stands in BIM_Costs or here, never in both.',
  '1500',
  { usual: true },
);
const realised = share('Realised', 'The share of the benefit that is expected to be realised.', '0.6', {
  usual: true,
  default: '1',
});
const optimismBias = share('Optimism bias', 'The share taken off for optimism: × (1 − Optimism bias).', '0.1', {
  usual: true,
  default: '0',
});
const payer = text('Payer', 'Whose benefit it is. Blank counts for every payer.', 'NHS England', { list: 'payer' });
const owner = text('Owner', 'Who is answerable for the benefit.', 'Diabetes network');
const measure = text('Measure', 'How it will be measured.', 'admissions');

export const outcomes: Table = {
  word: 'Outcomes',
  sheet: 'Benefits',
  doc: 'What the starts are worth. Of a person a months after the start the share min(1, (a + 1 − Lag) ÷ max(1, Ramp)) of the effect is there, not below 0. Amount = Quantity × base × Unit value, realised amounts also × Realised × (1 − Optimism bias).',
  fields: [
    technology,
    subgroup,
    benefit,
    kind,
    quantity,
    per,
    lagMonths,
    rampMonths,
    unitValue,
    realised,
    optimismBias,
    payer,
    owner,
    measure,
    source('Trial A, 2024'),
  ],
  address: [technology, subgroup, benefit],
  identity: [technology, subgroup, benefit],
};

export const outcomeRow = (row: RowReader): OutcomeRow => ({
  ...row.frame(),
  technology: row.member(technology, 'technology'),
  subgroup: row.member(subgroup, 'subgroup'),
  benefit: row.text(benefit),
  class: row.word(kind) ?? 'societal',
  quantity: row.sure(quantity),
  per: row.word(per) ?? 'patient-year',
  lagMonths: row.given(lagMonths),
  rampMonths: row.given(rampMonths),
  unitValue: row.given(unitValue),
  realised: row.given(realised),
  optimismBias: row.given(optimismBias),
  payer: row.text(payer),
  owner: row.text(owner),
  measure: row.text(measure),
});
