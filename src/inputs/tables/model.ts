/** BIM_Model: settings of the whole model, one a row. */
import type { Given, ModelSettings, Rounding } from '../../engine/assumptions';
import { choice, positive, share, source, text, whole, yesNo, type ChoiceField, type Field } from '../field';
import { ALL, isAll } from '../labels';
import type { Table } from '../table';

const ROUNDED = /^(round|truncate|round half even)(?: to (\d+) places?)?$/;
const MONEY = /^round each part to (\d+) places?(?:, ?(half up|half even))?$/;
const fewPlaces = (places: string | undefined): boolean => Number(places ?? '0') <= 10;
const fitsPatients = (typed: string): boolean =>
  typed === 'fractional' || (ROUNDED.test(typed) && fewPlaces(ROUNDED.exec(typed)?.[2]));
const fitsMoney = (typed: string): boolean =>
  typed === 'unrounded' || (MONEY.test(typed) && fewPlaces(MONEY.exec(typed)?.[1]));

const title = text('Title', 'The name of the model, as it heads every sheet.', 'Drug A in England');
const schema = whole('Schema', 'version', 'The version of this contract.', '1', '1', '1', {
  default: '1',
  bounds: 'the version that is read here: 1. A later one needs a newer Realise',
});
const currency = text('Currency', 'ISO 4217 code of all amounts.', 'GBP', {
  form: { fits: (typed) => /^[a-z]{3}$/.test(typed), words: 'a currency code of three letters: GBP, EUR, USD' },
});
const firstYear = whole('First year', 'year', 'The first year of the comparison.', '2026', '1900', '2200', {
  required: true,
});
const years = whole('Years', 'years', 'How many years are compared.', '5', '1', '10', { required: true });
const baselineYear = yesNo(
  'Baseline year',
  'yes: the year before the first is shown beside; both worlds are the world without in it.',
  'no',
);
const baselineCohort = choice(
  'Baseline cohort',
  ['ends', 'continues'],
  'ends: the baseline year stands by itself. continues: those who entered in it are followed.',
  'ends',
  { default: 'ends' },
);
const step = choice('Step', ['year', 'month'], 'The step in which cohorts are followed.', 'year', { default: 'year' });
const payer = text('Payer', 'Whose budget is the headline; All counts everybody’s.', 'NHS England', {
  default: 'All',
  list: 'payer',
});
const discountRate = share('Discount rate', 'Rate a year for the discounted total.', '0.035', {
  default: '0',
  bounds: 'a rate from 0 to 1; 3.5 % is 0.035',
});
const discountFrom = choice(
  'Discount from',
  ['second year', 'first year'],
  'second year divides year t by (1 + r)^(t − 1), first year by (1 + r)^t.',
  'second year',
  { default: 'second year' },
);
const members = positive('Members', 'people', 'Members of the plan, for the impact per member per month.', '1000000', {
  above: true,
  bounds: 'a number above 0',
});
const testThreshold = positive(
  'Test threshold',
  'money a year',
  'The affordability line: the impact that no tested year may exceed.',
  '40000000',
);
const testYears = whole(
  'Test years',
  'years',
  'How many first years are tested against the threshold.',
  '3',
  '1',
  '10',
  { default: '3' },
);
const growthStarts = choice(
  'Growth starts',
  ['second year', 'first year'],
  'The year of the first growth. second year: Base is year 1’s value. first year: year 1 has grown once. Default: first year with a baseline year, else second year.',
  'second year',
);
const shares = choice(
  'Shares',
  ['sum to 1', 'normalise'],
  'sum to 1: other sums are refused. normalise: shares are divided by their sum.',
  'sum to 1',
  { default: 'sum to 1', also: new Map([['normalize', 'normalise'] as const]) },
);
const patients = text(
  'Patients',
  'Where people are counted: fractional, round, truncate or round half even, the last three “to N places”.',
  'fractional',
  {
    default: 'fractional',
    form: {
      fits: fitsPatients,
      words: 'fractional, round, truncate or round half even, the last three with “to N places”',
    },
  },
);
const money = text('Money', 'unrounded, or “round each part to N places” (half up, away from zero).', 'unrounded', {
  default: 'unrounded',
  form: { fits: fitsMoney, words: 'unrounded, or “round each part to 2 places, half up”' },
});
const daysInYear = positive('Days in year', 'days', 'Days in a year, for regimens.', '365.25', {
  default: '365.25',
  above: true,
  maximum: '366',
  bounds: 'days, above 0 and up to 366',
});
const leaversCost = share('Leavers cost', 'The part of a year charged for those who stop or die in it.', '0.5', {
  default: '0',
  bounds: 'a part of a year, from 0 to 1',
});
const entry = choice('Entry', ['start of year', 'mid-year'], 'When those who enter a cohort enter.', 'start of year', {
  default: 'start of year',
});
const qalyValue = positive(
  'Value of a QALY',
  'money',
  'Value of a quality-adjusted life year, for health benefits.',
  '20000',
  { default: '0' },
);
const draws = whole('Draws', 'draws', 'Draws of the probabilistic analysis.', '2000', '1', '1000000', {
  default: '2000',
});
const seed = whole(
  'Seed',
  'seed',
  'Where the draws begin: the same seed gives the same draws.',
  '1',
  '0',
  '9007199254740991',
  { default: '1' },
);
const targetWait = positive(
  'Target wait',
  'months',
  'How long people may wait for a start. Target queue = demand × wait ÷ 4.',
  '3',
  { above: true, bounds: 'a number of months above 0' },
);
const reliefMonths = positive(
  'Relief months',
  'months',
  'Months in which a backlog is worked off: relief capacity = demand + (backlog − target queue) ÷ Relief months.',
  '12',
  { default: '12', above: true, bounds: 'a number of months above 0' },
);

/** Every setting, in the order in which a template writes them. */
export const SETTINGS: readonly Field[] = [
  title,
  schema,
  currency,
  firstYear,
  years,
  baselineYear,
  baselineCohort,
  step,
  payer,
  discountRate,
  discountFrom,
  members,
  testThreshold,
  testYears,
  growthStarts,
  shares,
  patients,
  money,
  daysInYear,
  leaversCost,
  entry,
  qalyValue,
  draws,
  seed,
  targetWait,
  reliefMonths,
];

const setting = text('Setting', 'The name of the setting.', 'First year', { usual: true, required: true });
const value = text('Value', 'What it is set to. Blank: the default.', '2026', { usual: true });

export const model: Table = {
  word: 'Model',
  sheet: 'Model',
  doc: 'Settings of the whole model, one a row. A setting without a row, or with a blank Value, has its default.',
  fields: [
    setting,
    value,
    text('Unit', 'The unit of the value, for the reader.', 'year', { usual: true }),
    text('Default', 'What a blank means, for the reader.', '', { usual: true }),
    source('Scope of the appraisal'),
  ],
  address: [setting],
  identity: [setting],
  variants: { column: value, key: setting, fields: SETTINGS },
};

/** The settings that say which years there are; read before any year column is. */
export const HORIZON = { firstYear, years, baselineYear, growthStarts } as const;

/** Settings of value realisation. */
export const WAITING = { targetWait, reliefMonths } as const;

/** What stands in the Value of a setting: read by the caller, who knows the cells. */
export interface SettingReader {
  text(field: Field): string;
  word<W extends string>(field: ChoiceField<W>): W | null;
  given(field: Field): Given | null;
  /** The default of a setting as a given number, placed at the table. */
  standing(field: Field): Given;
}

function rounding(typed: string): Rounding {
  const [, mode, places] = ROUNDED.exec(typed.toLowerCase()) ?? [];
  const known = mode === 'round' || mode === 'truncate' || mode === 'round half even' ? mode : 'fractional';
  return { mode: known, places: Number(places ?? '0') };
}

function moneyRounding(typed: string): ModelSettings['money'] {
  const found = MONEY.exec(typed.toLowerCase());
  return found ? { places: Number(found[1] ?? '0'), mode: found[2] === 'half even' ? 'half even' : 'half up' } : null;
}

export function modelSettings(read: SettingReader): ModelSettings {
  const sure = (field: Field): Given => read.given(field) ?? read.standing(field);
  const count = (field: Field): number => sure(field).value.toNumber();
  const baseline = read.word(baselineYear) === 'yes';
  return {
    title: read.text(title),
    currency: read.text(currency).toUpperCase() || 'XXX',
    firstYear: count(firstYear),
    years: count(years),
    baselineYear: baseline,
    baselineCohort: read.word(baselineCohort) ?? 'ends',
    step: read.word(step) ?? 'year',
    payer: isAll(read.text(payer)) ? ALL : read.text(payer),
    discountRate: sure(discountRate),
    discountFrom: read.word(discountFrom) ?? 'second year',
    members: read.given(members),
    testThreshold: read.given(testThreshold),
    testYears: count(testYears),
    growthStarts: read.word(growthStarts) ?? (baseline ? 'first year' : 'second year'),
    shares: read.word(shares) ?? 'sum to 1',
    patients: rounding(read.text(patients)),
    money: moneyRounding(read.text(money)),
    daysInYear: sure(daysInYear),
    leaversCost: sure(leaversCost),
    entry: read.word(entry) ?? 'start of year',
    qalyValue: sure(qalyValue),
    draws: count(draws),
    seed: count(seed),
  };
}
