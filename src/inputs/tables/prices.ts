/** BIM_Prices: what a pack of an item costs, from list price to the cost of the payer. */
import type { PriceRow } from '../../engine/assumptions';
import { choice, growth, number, positive, share, source, text, yesNo } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const item = text('Item', 'The name under which BIM_Costs and BIM_Regimens ask for the price.', 'Drug A', {
  usual: true,
  required: true,
  list: 'price item',
});
const pack = text(
  'Pack',
  'The name of the pack. Several packs of one Item are its sizes: a dose takes the cheapest mix.',
  'vial 100 mg',
  { usual: true },
);
const content = positive('Content', 'units a pack', 'How many units a pack holds.', '100', {
  usual: true,
  above: true,
  bounds: 'a number above 0',
});
const unit = text('Unit', 'The unit of Content, in which doses are measured.', 'mg', { usual: true });
const listPrice = positive(
  'List price',
  'money a pack',
  'The price of one pack. The year columns hold the same, year by year.',
  '1209',
  { usual: true },
);
const basis = choice(
  'Price basis',
  ['ex-factory', 'reimbursed'],
  'Whether the list price is without the mark-up (ex-factory) or with it (reimbursed).',
  'ex-factory',
  { default: 'ex-factory', also: new Map([['ex factory', 'ex-factory']]) },
);
const discount = share('Discount', 'Taken off the list price.', '0.23', { default: '0', usual: true });
const markUp = positive('Mark-up', '1', 'Wholesale mark-up on the ex-factory price.', '0.08', {
  default: '0',
  unusual: '1',
  bounds: 'a fraction from 0 up; 8 % is 0.08',
});
const rebate = share('Rebate', 'Paid back on the ex-factory price.', '0.085', { default: '0' });
const vat = positive('VAT', '1', 'Value added tax on the reimbursed price, before the rebate.', '0.23', {
  default: '0',
  unusual: '1',
  bounds: 'a fraction from 0 up; 20 % is 0.2',
});
const fee = number(
  'Fee',
  'money',
  'Dispensing fee, with VAT if any. Negative for a sum taken off each pack, such as a pharmacy discount.',
  '5.48',
  { default: '0', bounds: 'a number; what is left to pay is not below 0' },
);
const feePer = choice(
  'Fee per',
  ['unit', 'dispensing'],
  'unit: for each pack. dispensing: once each dose interval, whatever the units.',
  'unit',
  { default: 'unit' },
);
const confidential = yesNo('Confidential', 'yes: must never leave in a shared copy.', 'no');

export const prices: Table = {
  word: 'Prices',
  sheet: 'Prices',
  doc: 'Year columns and Growth are the list price.',
  fields: [
    item,
    pack,
    content,
    unit,
    listPrice,
    basis,
    discount,
    markUp,
    rebate,
    vat,
    fee,
    feePer,
    confidential,
    growth('list price'),
    source('Drug tariff, March 2026'),
  ],
  address: [item, pack],
  openKeys: 1,
  identity: [item, pack],
  years: { value: listPrice, base: true, growth: true },
  rules: [
    'ex-factory = list × (1 − discount) [÷ (1 + mark-up) where the basis is reimbursed] → reimbursed = ex-factory × (1 + mark-up) → rebate = ex-factory × rebate rate → VAT = reimbursed × VAT → cost = reimbursed − rebate + VAT.',
  ],
};

export const priceRow = (row: RowReader): PriceRow => ({
  ...row.frame(),
  item: row.text(item),
  pack: row.text(pack),
  content: row.given(content),
  unit: row.text(unit),
  listPrice: row.series(),
  basis: row.word(basis) ?? 'ex-factory',
  discount: row.given(discount),
  markUp: row.given(markUp),
  rebate: row.given(rebate),
  vat: row.given(vat),
  fee: row.given(fee),
  feePer: row.word(feePer) ?? 'unit',
  confidential: row.word(confidential) === 'yes',
});
