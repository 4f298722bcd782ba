/** BIM_Agreements: what a company and a payer have agreed on the acquisition cost. */
import type { AgreementRow } from '../../engine/assumptions';
import { choice, mixed, positive, source, text, whole, yesNo } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const technology = text(
  'Technology',
  'A technology of BIM_Technologies. Blank or All: every technology that has no row of its own.',
  'Drug A',
  { usual: true, list: 'technology', default: 'All' },
);
const subgroup = text('Subgroup', 'A subgroup of BIM_Population. Blank or All: every subgroup.', 'All', {
  list: 'subgroup',
  default: 'All',
});
const group = text('Group', 'Technologies of one Group count their volumes together.', 'Antivirals');
const type = choice(
  'Type',
  [
    'discount',
    'tiers',
    'volume tiers',
    'price-volume',
    'dose cap',
    'spend cap',
    'free start',
    'outcome refund',
    'pay on response',
    'annuity',
    'subscription',
    'blend',
  ],
  'The kind of agreement; it says what the other columns mean.',
  'discount',
  { usual: true, required: true },
);
const order = whole(
  'Order',
  'place',
  'Agreements apply in this order, each on what the one before left. Rows of one Type and Order are its bands.',
  '1',
  '1',
  null,
  { usual: true, default: '1' },
);
const from = whole(
  'From',
  'year',
  'The first year in which it holds: 2027, or 2 for year 2. Blank: from the start.',
  '2027',
  '1',
  '2200',
  { bounds: 'a year: 2027, or 2 for year 2' },
);
const to = whole('To', 'year', 'The last year in which it holds. Blank: to the end.', '2029', '1', '2200', {
  bounds: 'a year: 2029, or 4 for year 4',
});
const threshold = positive(
  'Threshold',
  'units or money a year',
  'Where a band begins: units a year (tiers, volume tiers) or money a year (price-volume, spend cap).',
  '10000',
  { usual: true },
);
const rate = positive(
  'Rate',
  '1, or money',
  'The rate off, repaid, refunded or charged; for a subscription the price per patient above the number included. Blank: the whole, for a spend cap and an outcome refund.',
  '0.25',
  { usual: true, bounds: 'a share from 0 to 1; for subscription a price' },
);
const p1 = positive(
  'P1',
  'as Type says',
  'dose cap: doses paid per patient. free start: units free. outcome refund, pay on response: response. annuity: instalments. subscription: fee a year. blend: price in this Subgroup.',
  '766000000',
  { usual: true },
);
const p2 = mixed(
  'P2',
  'as Type says',
  'dose cap: year or course. outcome refund: share collected. pay on response: months to assessment. annuity: yes where it is paid only while on treatment. subscription: patients included (blank: all).',
  'year',
  'a number, or the word the Type asks for',
  { usual: true },
);
const p3 = positive('P3', 'as Type says', 'Not used by the types of today.', '');
const lag = positive(
  'Lag',
  'months',
  'Months until a rebate arrives: Lag/12 of a year’s rebate falls in the next year.',
  '6',
  { default: '0', maximum: '12', bounds: 'months from 0 to 12' },
);
const confidential = yesNo('Confidential', 'yes: must never leave in a shared copy.', 'yes');

export const agreements: Table = {
  word: 'Agreements',
  sheet: 'Agreements',
  doc: 'Agreements act on the acquisition cost of a technology. Units are the regimen’s, else Quantity × people, else people.',
  fields: [
    technology,
    subgroup,
    group,
    type,
    order,
    from,
    to,
    threshold,
    rate,
    p1,
    p2,
    p3,
    lag,
    confidential,
    source('Commercial access agreement'),
  ],
  address: [technology, type],
  identity: [technology, subgroup, group, type, order, from, to, threshold],
};

export const agreementRow = (row: RowReader): AgreementRow => ({
  ...row.frame(),
  technology: row.member(technology, 'technology'),
  subgroup: row.member(subgroup, 'subgroup'),
  group: row.text(group),
  type: row.word(type) ?? 'discount',
  order: row.given(order)?.value.toNumber() ?? 1,
  from: row.calendarYear(from),
  to: row.calendarYear(to),
  typed: { from: row.given(from), to: row.given(to) },
  threshold: row.given(threshold),
  rate: row.given(rate),
  p1: row.given(p1),
  p2: row.given(p2),
  p3: row.given(p3),
  p2Text: row.given(p2) === null ? row.text(p2).toLowerCase() : '',
  lag: row.given(lag),
  confidential: row.word(confidential) === 'yes',
});
