/** BIM_Horizon: technologies that are coming, each with its chance, its dates and what it would cost. */
import type { HorizonRow } from '../../engine/horizon-assumptions';
import { choice, number, positive, share, source, text, yesNo } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const PHASES = ['I', 'II', 'III', 'filed', 'approved'] as const;
export const phase = choice('Phase', PHASES, 'How far it has come.', 'III', {
  usual: true,
  required: true,
  also: new Map([
    ['i', 'I'],
    ['1', 'I'],
    ['phase i', 'I'],
    ['phase 1', 'I'],
    ['ii', 'II'],
    ['2', 'II'],
    ['phase ii', 'II'],
    ['phase 2', 'II'],
    ['iii', 'III'],
    ['3', 'III'],
    ['phase iii', 'III'],
    ['phase 3', 'III'],
  ]),
});
const technology = text('Technology', 'What is coming.', 'Drug X', { usual: true, required: true });
const company = text('Company', 'Who brings it.', 'Company A');
const indication = text('Indication', 'What it is for.', 'Lymphoma, second line');
const date = (label: string, doc: string, more: { readonly required?: boolean }) =>
  number(label, 'year', doc, '2027.5', {
    minimum: '1900',
    maximum: '2200',
    bounds: 'a year with decimals: 2027.5 is the middle of 2027',
    usual: true,
    ...more,
  });
const launch = date('Launch', 'When it is most likely to launch.', { required: true });
const earliest = date('Earliest', 'The earliest it may launch. With Latest: 1/6, 4/6, 1/6.', {});
const latest = date('Latest', 'The latest it may launch.', {});
const probability = share(
  'Probability',
  'Chance of approval. Blank: the product of the rates of BIM_Phases from its phase on.',
  '0.33',
);
const funded = share('Funded', 'Chance that it is funded once approved.', '0.9', { default: '1', usual: true });
const group = text(
  'Group',
  'Those of one Group share a market: together they treat as many as the largest alone.',
  'lymphoma',
);
const eligible = positive('Eligible', 'people', 'Patients who could have it, a year.', '150', {
  usual: true,
  required: true,
});
const peak = share('Peak uptake', 'The share of them who have it at its peak.', '0.5', { usual: true, required: true });
const years = number('Years to peak', 'years', 'Years from launch to the peak, in a straight line.', '3', {
  minimum: '0',
  above: true,
  bounds: 'a number above 0',
  usual: true,
  required: true,
});
const net = number('Net cost per patient', '£', 'A year, for each patient.', '60000', { usual: true, required: true });
const displaced = number('Displaced cost', '£', 'A year: what each patient would have cost otherwise.', '10000', {
  default: '0',
  usual: true,
});
const needs = text('Needs', 'What has to be ready: scans, beds, nurses.', '2 centres');
const confidential = yesNo('Confidential', 'Left out of a copy for others.', 'no');
const checked = text('Checked', 'When somebody last looked.', '2026-01');

export const horizon: Table = {
  word: 'Horizon',
  sheet: 'Horizon',
  doc: 'A register of what may launch. Expected cost = chance × patients × (net − displaced cost), with three launch dates; beside it the sum if all launch, the range, and what the budget does not provide for.',
  fields: [
    technology,
    company,
    indication,
    phase,
    launch,
    earliest,
    latest,
    probability,
    funded,
    group,
    eligible,
    peak,
    years,
    net,
    displaced,
    needs,
    confidential,
    checked,
    source('Horizon scan 2026'),
  ],
  address: [technology],
  identity: [technology],
};

/** Columns that checks read. */
export const COMING = { launch, earliest, latest } as const;

export const horizonRow = (row: RowReader): HorizonRow => ({
  ...row.frame(),
  technology: row.text(technology),
  phase: row.word(phase) ?? 'I',
  launch: row.sure(launch),
  earliest: row.given(earliest),
  latest: row.given(latest),
  probability: row.given(probability),
  funded: row.given(funded),
  group: row.text(group),
  eligible: row.sure(eligible),
  peakUptake: row.sure(peak),
  yearsToPeak: row.sure(years),
  netCost: row.sure(net),
  displacedCost: row.given(displaced),
  confidential: row.word(confidential) === 'yes',
});
