/** BIM_Technologies: the treatments that are compared, and how their patients are counted. */
import type { TechnologyRow } from '../../engine/assumptions';
import type { AdoptionRow } from '../../engine/realisation-assumptions';
import { choice, positive, share, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const technology = text(
  'Technology',
  'The name of the treatment, test or service, as every other table calls it.',
  'Drug A',
  { usual: true, required: true, list: 'technology' },
);
const role = choice(
  'Role',
  ['new', 'current', 'none'],
  'new: what is decided upon; current: what is used today; none: untreated.',
  'new',
  { usual: true, required: true, prompt: 'new, current, or none for people who are not treated' },
);
const accounting = choice(
  'Accounting',
  ['stock', 'cohort'],
  'stock: a share of the eligible patients of each year. cohort: a share of those who enter, who keep the technology and are followed by time since start.',
  'stock',
  { usual: true, default: 'stock' },
);
const persistence = choice(
  'Persistence',
  ['all', 'exponential', 'weibull', 'course', 'table'],
  'How long those who started stay on treatment (cohorts): all; exponential e^(−P1·years); weibull e^(−(months/P1)^P2); course of Course months; table (BIM_Persistence).',
  'all',
  { default: 'all' },
);
const p1 = positive('P1', 'a year, or months', 'exponential: hazard a year. weibull: scale in months.', '0.25');
const p2 = positive('P2', '', 'weibull: shape.', '1.2', { above: true, bounds: 'a number above 0' });
const courseMonths = positive('Course months', 'months', 'course: how long a course lasts.', '3', {
  above: true,
  bounds: 'a number of months above 0',
});
const discontinuation = share(
  'Discontinuation',
  'The share of a year’s patients that stops in the year (stock accounting). Year columns hold the same, year by year.',
  '0.1',
  { default: '0', usual: true },
);
const potential = share(
  'Potential',
  'The share of eligible patients who would have the technology if implementation were perfect.',
  '0.8',
  { default: '1' },
);
const leaveQueue = share(
  'Leave queue',
  'The share of those still waiting at a month’s end who leave the queue for good; 1: nobody waits.',
  '0.02',
  { default: '0' },
);
const whileWaiting = text(
  'While waiting',
  'The technology whose care people have until they start, and keep if they leave the queue. Blank: what they would have had without.',
  'Drug B',
  { list: 'technology' },
);

export const technologies: Table = {
  word: 'Technologies',
  sheet: 'Technologies',
  doc: 'One row for each treatment in either world. Year columns are the discontinuation.',
  fields: [
    technology,
    role,
    accounting,
    persistence,
    p1,
    p2,
    courseMonths,
    discontinuation,
    potential,
    leaveQueue,
    whileWaiting,
    source('Summary of product characteristics'),
  ],
  address: [technology],
  identity: [technology],
  years: { value: discontinuation, base: true, growth: false },
};

export const technologyRow = (row: RowReader): TechnologyRow => ({
  ...row.frame(),
  technology: row.text(technology),
  role: row.word(role) ?? 'current',
  accounting: row.word(accounting) ?? 'stock',
  persistence: row.word(persistence) ?? 'all',
  p1: row.given(p1),
  p2: row.given(p2),
  courseMonths: row.given(courseMonths),
  discontinuation: row.seriesOrNone(),
});

/** What the table says of adoption, which value realisation reads. */
export const adoptionRow = (row: RowReader): AdoptionRow => ({
  ...row.frame(),
  technology: row.text(technology),
  potential: row.given(potential),
  leaveQueue: row.given(leaveQueue),
  whileWaiting: row.name(whileWaiting, 'technology'),
});
