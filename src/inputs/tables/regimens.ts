/** BIM_Regimens: doses, and how often they are given. */
import type { RegimenRow } from '../../engine/assumptions';
import { choice, positive, share, source, text, yesNo } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const technology = text(
  'Technology',
  'A technology of BIM_Technologies. Blank or All: every technology without a regimen of its own for the Item.',
  'Drug A',
  { usual: true, list: 'technology', default: 'All' },
);
const item = text('Item', 'An Item of BIM_Prices, or the Item of cost rows counted Per dose.', 'Drug A', {
  usual: true,
  required: true,
  list: 'price item',
});
const dose = positive('Dose', 'as Dose unit says', 'Amount of one dose.', '50', { usual: true, required: true });
const doseUnit = text('Dose unit', 'mg, mg/kg, mg/m2, pack, or the unit of the item itself.', 'mg/kg', {
  usual: true,
  required: true,
});
const every = positive('Every', 'as Every unit says', 'Time between doses.', '3', {
  usual: true,
  required: true,
  above: true,
  bounds: 'a number above 0',
});
const everyUnit = choice('Every unit', ['day', 'week', 'month', 'year'], 'Unit of Every. Plurals read alike.', 'week', {
  usual: true,
  required: true,
  also: new Map([
    ['days', 'day'],
    ['weeks', 'week'],
    ['months', 'month'],
    ['years', 'year'],
  ]),
});
const durationMonths = positive(
  'Duration months',
  'months',
  'How long the regimen lasts, a course. In stock accounting each patient of a year has it, up to 12 months of it; a cohort has it once, each treatment year what falls in it. Blank: it goes on.',
  '4.5',
  { usual: true },
);
const maxDose = positive('Max dose', 'unit of the dose', 'A dose is never larger than this.', '200');
const loadingDoses = positive('Loading doses', 'doses a start', 'Extra doses for each person who starts.', '2', {
  default: '0',
});
const adherence = positive(
  'Adherence',
  '1',
  'The share of the needed units that is dispensed. It does not touch the fee.',
  '0.9',
  { default: '1', unusual: '1.5', bounds: 'a share; 90 % is 0.9' },
);
const wastage = share(
  'Wastage',
  'The share of what is dispensed that is wasted: units = needed × Adherence ÷ (1 − Wastage).',
  '0.05',
  { default: '0', bounds: 'a share from 0 to below 1' },
);
const vialSharing = yesNo(
  'Vial sharing',
  'yes: dose × lowest price per content. no: the cheapest whole packs that cover each dose.',
  'yes',
  { usual: true, default: 'yes' },
);

export const regimens: Table = {
  word: 'Regimens',
  sheet: 'Dosing',
  doc: 'Doses a year = Days in year ÷ interval in days, 12 ÷ months, 1 ÷ years; with a duration, × months ÷ 12.',
  fields: [
    technology,
    item,
    dose,
    doseUnit,
    every,
    everyUnit,
    durationMonths,
    maxDose,
    loadingDoses,
    adherence,
    wastage,
    vialSharing,
    source('Summary of product characteristics'),
  ],
  address: [technology, item],
  identity: [technology, item],
};

/** Units as the engine compares them: `mg/m²` is `mg/m2`. */
const plainUnit = (unit: string): string =>
  unit
    .replace('²', '2')
    .replace(/^packs$/iu, 'pack')
    .replace(/^(mg)(?:\s*\/\s*(kg|m2))?$/iu, (_, mg: string, per?: string) =>
      (per === undefined ? mg : `${mg}/${per}`).toLowerCase(),
    );

export const regimenRow = (row: RowReader): RegimenRow => ({
  ...row.frame(),
  technology: row.member(technology, 'technology'),
  item: row.name(item, 'price item'),
  dose: row.sure(dose),
  doseUnit: plainUnit(row.text(doseUnit)),
  every: row.given(every),
  everyUnit: row.word(everyUnit) ?? 'day',
  durationMonths: row.given(durationMonths),
  maxDose: row.given(maxDose),
  loadingDoses: row.given(loadingDoses),
  adherence: row.given(adherence),
  wastage: row.given(wastage),
  vialSharing: row.word(vialSharing) !== 'no',
});
