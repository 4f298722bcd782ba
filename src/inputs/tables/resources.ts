/** BIM_Resources: what a start needs and how much of it there is. Rows of one Resource are one pool. */
import type { Dimension, ResourceKind, ResourceRow } from '../../engine/realisation-assumptions';
import { choice, mixed, number, positive, share, source, text } from '../field';
import { folded } from '../labels';
import type { RowReader } from '../row';
import type { Table } from '../table';

/** The Technology of a row that is the room of BIM_Horizon, and no gate. */
export const HORIZON_ROOM = 'horizon';

const resource = text('Resource', 'The name of the pool. All rows with one name are one pool.', 'Trained nurses', {
  usual: true,
  required: true,
});
const kind = choice(
  'Kind',
  ['service', 'staff', 'attention', 'budget', 'supply'],
  'service (slots, beds, chairs), staff (trained people), attention (hours of clinicians and managers), budget, or supply (doses, slots of a maker, patients found). Typed once a pool.',
  'staff',
  { usual: true, default: 'service' },
);
const unit = text('Unit', 'What is counted.', 'hours', { usual: true });
const available = positive(
  'Available',
  'units a Period; staff: people',
  'What there is in each Period; for staff the people trained at the start. A row with it, or with year columns, is a supply.',
  '200',
  { usual: true },
);
const period = choice(
  'Period',
  ['month', 'year', 'week'],
  'The time that Available, Attrition and Sessions count for. A year is 12 months.',
  'month',
  {
    usual: true,
    default: 'month',
    also: new Map([
      ['months', 'month'],
      ['years', 'year'],
      ['weeks', 'week'],
    ]),
  },
);
const from = mixed(
  'From',
  'month',
  'When the supply begins: a month number (1 is the first month), a year, or the ID of a task with a lag. The next row of the pool takes over from its own From. Blank: the start.',
  '2027',
  'a month number from 1, a year, or a task: B+2w',
  { usual: true, default: '1' },
);
const perStart = positive('Per start', 'units', 'Units that one start needs.', '6', { usual: true });
const perFollowUp = positive(
  'Per follow-up',
  'units a month',
  'Units that each person on treatment at the end of the month before needs; served before starts.',
  '0.1',
  { usual: true },
);
const followUpMonths = positive(
  'Follow-up months',
  'months',
  'Follow-up only for those who started in the last so many months. Blank: for everybody on treatment.',
  '12',
);
const technology = text(
  'Technology',
  'The new technology that uses it. Blank or All: every new one; a row for one stands in place of it. horizon: the room in the budget for BIM_Horizon, which is no gate.',
  'Drug A',
  { usual: true, list: 'technology', beside: [HORIZON_ROOM], default: 'All' },
);
const subgroup = text('Subgroup', 'A subgroup of BIM_Population. Blank or All: every subgroup.', 'All', {
  list: 'subgroup',
  default: 'All',
});
const test = text(
  'Test',
  'A test of BIM_Tests: Per start is multiplied by the tests carried out per patient found.',
  'Companion diagnostic',
  { list: 'test' },
);
const carry = choice(
  'Carry',
  ['no', 'forward', 'year'],
  'no: what is not used lapses. forward: it is kept. year: the whole year’s amount is ready in the year’s first month and lapses at its end. Blank: supply forward, budget year, else no.',
  'no',
);
const yieldOf = positive('Yield', 'units', 'Units that one trained person gives in a month (staff).', '8', {
  default: '1',
});
const attrition = share('Attrition', 'The share of trained people who leave in each Period (staff).', '0.01', {
  default: '0',
});
const trainers = positive('Trainers', 'people', 'People who train others (staff).', '10');
const classSize = positive('Class size', 'people', 'Learners in one class of one trainer (staff).', '8');
const sessions = positive(
  'Sessions',
  'classes a Period',
  'Classes that one trainer gives in each Period (staff).',
  '1',
);
const target = positive(
  'Target',
  'people',
  'Training ends when so many are trained, and replaces those who leave (staff).',
  '2500',
);
const becomeTrainers = share('Become trainers', 'The share of each class that joins the trainers (staff).', '0.01', {
  default: '0',
});
const dimension = choice(
  'Dimension',
  ['resources', 'process', 'value', 'attention'],
  'What the gate is counted under. Blank: staff process, attention attention, else resources.',
  'resources',
);
const costPerUnit = number(
  'Cost per unit',
  'money',
  'What one more unit of Available costs in each Period. It is set beside the worth of one more unit and never charged.',
  '45',
  { usual: true },
);

export const resources: Table = {
  word: 'Resources',
  sheet: 'Capacity',
  doc: 'What a start needs and how much of it there is: a supply, a use, or both in a row. Training: trained next month = trained × (1 − Attrition) + the smaller of Trainers × Class size × Sessions and what is missing to Target.',
  fields: [
    resource,
    kind,
    unit,
    available,
    period,
    from,
    perStart,
    perFollowUp,
    followUpMonths,
    technology,
    subgroup,
    test,
    carry,
    yieldOf,
    attrition,
    trainers,
    classSize,
    sessions,
    target,
    becomeTrainers,
    dimension,
    costPerUnit,
    source('Workforce survey 2026'),
  ],
  address: [resource, technology],
  identity: [resource, technology, subgroup, test, from],
  years: { value: available, base: true, growth: false },
};

/** Columns that say one thing of a whole pool. */
export const POOL = { resource, kind, carry, dimension, from } as const;

const DIMENSIONS: Readonly<Record<ResourceKind, Dimension>> = {
  service: 'resources',
  staff: 'process',
  attention: 'attention',
  budget: 'resources',
  supply: 'resources',
};
const CARRIES = { service: 'no', staff: 'no', attention: 'no', budget: 'year', supply: 'forward' } as const;

/** `pool` reads the first row of the pool that says something in a column. */
export function resourceRow(row: RowReader, pool: Pick<RowReader, 'word'>): ResourceRow {
  const known = row.word(kind) ?? pool.word(kind) ?? 'service';
  return {
    ...row.frame(),
    resource: row.name(resource, 'resource'),
    kind: known,
    unit: row.text(unit),
    available: row.given(available),
    period: row.word(period) ?? 'month',
    from: row.moments(from)[0] ?? null,
    years: row.series().years,
    perStart: row.given(perStart),
    perFollowUp: row.given(perFollowUp),
    followUpMonths: row.given(followUpMonths),
    technology:
      folded(row.text(technology)) === HORIZON_ROOM ? HORIZON_ROOM : row.nameOrEvery(technology, 'technology'),
    subgroup: row.member(subgroup, 'subgroup'),
    test: row.name(test, 'test'),
    carry: pool.word(carry) ?? CARRIES[known],
    yield: row.given(yieldOf),
    attrition: row.given(attrition),
    trainers: row.given(trainers),
    classSize: row.given(classSize),
    sessions: row.given(sessions),
    target: row.given(target),
    becomeTrainers: row.given(becomeTrainers),
    dimension: pool.word(dimension) ?? DIMENSIONS[known],
    costPerUnit: row.given(costPerUnit),
  };
}
