/** BIM_Population: who is eligible, one funnel for each subgroup and stream. */
import type { PopulationRow } from '../../engine/assumptions';
import { choice, growth, positive, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const subgroup = text(
  'Subgroup',
  'A group of people with a funnel of its own: an indication, a region. Blank or All: a step of every subgroup.',
  'Adults',
  { usual: true, list: 'subgroup', default: 'All' },
);
const group = text('Group', 'A heading under which subgroups are shown together.', 'England');
const step = text('Step', 'The name of the step: who is left after it.', 'Diagnosed', { usual: true, required: true });
const op = choice(
  'Op',
  ['count', 'x', '+', '-', 'leave'],
  'What the step does: count starts the funnel; x multiplies people (and deaths so far); + and - add and take people; leave moves people × value to deaths.',
  'x',
  {
    usual: true,
    required: true,
    prompt: 'count starts a funnel, x multiplies, leave moves people to deaths',
    also: new Map([
      ['×', 'x'],
      ['*', 'x'],
      ['−', '-'],
      ['–', '-'],
    ]),
  },
);
const stream = choice(
  'Stream',
  ['prevalent', 'incident', 'bolus', 'pool'],
  'Whom the funnel counts: prevalent (people who have the condition), incident (new each year), bolus (once, in year 1), pool (treated people leave it). Blank: every funnel of the subgroup; prevalent where it has no other.',
  'prevalent',
  {
    usual: true,
    prompt: 'prevalent: people with the condition; incident: new each year; bolus: once; pool: the treated leave it',
  },
);
const base = positive(
  'Base',
  'people or share',
  'The value in the year the Base belongs to (see Growth starts).',
  '0.003',
  { usual: true, minimum: null, bounds: 'a count from 0 up; for leave a share from 0 to 1' },
);
const grows = growth('value');

export const population: Table = {
  word: 'Population',
  sheet: 'Population',
  doc: 'The rows of one Subgroup and Stream, in table order, are one funnel; the eligible patients of a subgroup are the sum of its funnels. Regions are subgroups.',
  fields: [subgroup, group, step, op, stream, base, grows, source('Office for National Statistics, mid-2024 estimate')],
  address: [subgroup, step],
  identity: [subgroup, stream, step],
  years: { value: base, base: true, growth: true },
  rules: [
    'A funnel starts with a count.',
    'An All row stands in every subgroup’s funnel at its place, unless the subgroup has the same Step.',
  ],
};

export const populationRow = (row: RowReader): PopulationRow => ({
  ...row.frame(),
  subgroup: row.member(subgroup, 'subgroup'),
  group: row.text(group),
  step: row.text(step),
  op: row.word(op) ?? 'x',
  stream: row.word(stream),
  value: row.series(),
});
