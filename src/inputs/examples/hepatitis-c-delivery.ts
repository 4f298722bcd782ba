/** Delivery and benefits that the hepatitis C example can have besides: what is assumed says so. */
import type { ExampleOption, ExampleRow } from './example';

const DAA = 'Direct-acting antivirals';
const KNOWN = 'Patients found';
const CLINIC = 'Clinic hours';
const MADE = 'assumption';

const tasks: readonly ExampleRow[] = [
  {
    ...{ ID: 'tender', Task: 'Tender awarded', Dimension: 'resources', Duration: '3', Unit: 'month' },
    ...{ Owner: 'NHS England', Cost: '200000', Low: '2', High: '6', Source: MADE },
  },
  {
    ...{ ID: 'staff', Task: 'Networks staffed', Dimension: 'process', Duration: '6', Unit: 'week' },
    ...{ After: 'tender SS+4w', Wave: 'First networks', Owner: 'Networks', Cost: '300000', Source: MADE },
  },
  {
    ...{
      ID: 'prisons',
      Task: 'Prisons and drug services signed up',
      Dimension: 'process',
      Duration: '9',
      Unit: 'month',
    },
    ...{ After: 'tender', Wave: 'Other networks', Owner: 'Networks', Cost: '900000', Source: MADE },
  },
  {
    ...{ ID: 'outreach', Task: 'Outreach workers trained', Dimension: 'attention', Duration: '4', Unit: 'month' },
    ...{ After: 'prisons FS-2m', Owner: 'Charities', Cost: '500000', Source: MADE },
  },
];

const waves: readonly ExampleRow[] = [
  {
    ...{ Wave: 'First networks', Sites: '12', 'Starts per site': '60' },
    Source: 'NHS England: 22 operational delivery networks; the first 12 are an assumption',
  },
  { ...{ Wave: 'Other networks', Sites: '10', 'Starts per site': '60' }, Source: 'the other 10 of the 22' },
];

const resources: readonly ExampleRow[] = [
  {
    ...{ Resource: KNOWN, Kind: 'supply', Unit: 'patients', Available: '850', Period: 'month', 'Per start': '1' },
    ...{ Technology: DAA, 'Cost per unit': '900', Source: MADE },
  },
  {
    ...{ Resource: KNOWN, Kind: 'supply', Unit: 'patients', Available: '1200', Period: 'month', From: 'outreach' },
    Source: MADE,
  },
  {
    ...{ Resource: CLINIC, Kind: 'attention', Unit: 'hours', Available: '4500', Period: 'month', 'Per start': '4' },
    ...{ 'Per follow-up': '0.1', Technology: DAA, 'Cost per unit': '60', Source: MADE },
  },
];

const outcomes: readonly ExampleRow[] = [
  {
    ...{ Technology: DAA, Benefit: 'Quality-adjusted life years', Class: 'health', Quantity: '1.2' },
    ...{ Per: 'start', 'Lag months': '3', Realised: '0.95', 'Optimism bias': '0.1' },
    Source: `${MADE}: what a cure gives over a lifetime, counted when it is confirmed`,
  },
  {
    ...{ Technology: DAA, Benefit: 'Liver admissions avoided', Class: 'cash-releasing', Quantity: '0.02' },
    ...{ Per: 'year since start', 'Lag months': '12', 'Ramp months': '24', 'Unit value': '3000', Realised: '0.5' },
    ...{ Payer: 'NHS England', Source: MADE },
  },
];

const QALY: ExampleRow = {
  ...{ Setting: 'Value of a QALY', Value: '20000', Unit: 'GBP' },
  Source: 'NICE, lower end of the usual range',
};

const MONTHLY: ExampleRow = {
  ...{ Setting: 'Step', Value: 'month', Unit: '' },
  Source: 'cohorts are followed by month where starts are',
};

/** What must be done before patients start, where and with whom, and what the starts are worth. */
export const delivery: ExampleOption = {
  brings: ['Tasks', 'Waves', 'Resources', 'Outcomes'],
  add: (tables) => {
    const cohorts = (tables['Technologies'] ?? []).some((row) => row['Accounting'] === 'cohort');
    const settings = [...(tables['Model'] ?? []), QALY, ...(cohorts ? [MONTHLY] : [])];
    return { ...tables, Model: settings, Tasks: tasks, Waves: waves, Resources: resources, Outcomes: outcomes };
  },
};
