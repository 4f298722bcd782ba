/** Inclisiran in England: every figure with its source, and the words by which rows name them. */
import type { ExampleSource } from '../example';

export const DRUG = 'Inclisiran';
export const CARE = 'Statins and ezetimibe alone';
export const NURSES = 'Practice nurses';
export const HOURS = 'Practice hours';

export const SOURCES: readonly ExampleSource[] = [
  {
    figure: 'Plan',
    value: '300,000 people in three years',
    kind: 'published',
    source: 'NHS England, announcement of the agreement on inclisiran, September 2021; NICE TA733, October 2021',
  },
  {
    figure: 'Events and deaths prevented',
    value: '55,000 heart attacks and strokes and 30,000 deaths within a decade',
    kind: 'published',
    source: 'NHS England, as 1',
  },
  {
    figure: 'Price of a dose in general practice',
    value: 'bought at GBP 45, reimbursed at GBP 60',
    kind: 'published',
    source: 'NHS England, funding of inclisiran in general practice',
  },
  {
    figure: 'Doses given to February 2025',
    value: '64,163: at most 21.4 % of the plan, even at one dose a person',
    kind: 'published',
    source: 'Primary care prescribing in England to February 2025; the share is 64,163 ÷ 300,000',
  },
  {
    figure: 'Doses of a person',
    value: 'at the start, after 3 months, then every 6 months: 3 in the first year, then 2 a year',
    kind: 'published',
    source: 'Summary of product characteristics of Leqvio',
  },
  {
    figure: 'Integrated care systems',
    value: '42',
    kind: 'published',
    source: 'NHS England, integrated care boards from July 2022',
  },
  {
    figure: 'Events prevented in a year of treatment',
    value: '55,000 ÷ (300,000 × 10 years) = 0.0183',
    kind: 'derived',
    source: 'from 1 and 2, as if all were treated for the whole decade',
  },
  {
    figure: 'People who come forward in a year',
    value: '500,000, of whom 10, 20 and 30 % start: together the planned 300,000',
    kind: 'derived',
    source: 'the total from 1, its spread over the years assumed; level from the fourth year on',
  },
  {
    figure: 'Task lengths and costs, nurses, hours, worth of an event, gain in health, realised shares',
    value: '',
    kind: 'assumption',
    source: 'made for this example; nothing of it is published',
  },
];
export const EVENTS = 'Sources 2';
export const PRICE = 'Sources 3';
export const SET = 'Sources 4, 9: assumption, set to give about as many doses';
export const DOSES = 'Sources 5';
export const SYSTEMS = 'Sources 6';
export const RATE = 'Sources 7: derived';
export const COMING = 'Sources 8: derived from the plan';
export const MADE = 'Sources 9: assumption';
