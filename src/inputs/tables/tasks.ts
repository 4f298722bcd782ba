/** BIM_Tasks: what has to be done before patients can start, how long it takes, and what it waits for. */
import type { TaskRow } from '../../engine/realisation-assumptions';
import { choice, positive, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const id = text('ID', 'A short name of the task, as After, Live after and From call it.', 'B', {
  usual: true,
  required: true,
});
const task = text('Task', 'What is done.', 'Nurses trained', { usual: true });
const dimension = choice(
  'Dimension',
  ['resources', 'process', 'value', 'attention'],
  'What the task is about: resources (money, rooms, supply), process, value (showing what it is worth) or attention (time of clinicians and managers).',
  'process',
  { usual: true, default: 'process' },
);
const duration = positive('Duration', 'as Unit says', 'How long the task takes.', '6', { usual: true, required: true });
const unit = choice(
  'Unit',
  ['month', 'week', 'day', 'working day', 'year'],
  'Unit of Duration, Low and High. A week is 7 days, a working day 1.4 days, a day 12 ÷ Days in year months. Plurals read alike.',
  'week',
  {
    usual: true,
    default: 'month',
    also: new Map([
      ['months', 'month'],
      ['weeks', 'week'],
      ['days', 'day'],
      ['working days', 'working day'],
      ['years', 'year'],
    ]),
  },
);
const after = text(
  'After',
  'What the task waits for: IDs joined by ;, each with FS (starts when the other finishes, the default), SS (starts when it starts), FF (finishes when it finishes) or SF (finishes when it starts), and a lag in d, w, m or y. Single quotes stand around an ID that would be read as something else.',
  'A; B SS+2w',
  { usual: true, prompt: 'IDs joined by ; each with FS, SS, FF or SF and a lag: A; B SS+2w' },
);
const notBefore = positive(
  'Not before',
  'months from the start',
  'The task does not start earlier: 3 is three months after the start.',
  '3',
  { default: '0' },
);
const wave = text('Wave', 'The wave of BIM_Waves that goes live when the task has finished.', 'First sites', {
  usual: true,
  list: 'wave',
});
const opens = text(
  'Opens',
  'Resources of BIM_Resources, joined by ;, that stay empty until the task has finished.',
  'Trained nurses',
);
const owner = text('Owner', 'Who is answerable.', 'Training hub', { usual: true });
const cost = positive(
  'Cost',
  'money',
  'What the task costs, spent evenly from start to finish; category Implementation.',
  '250000',
  { usual: true, default: '0' },
);
const low = positive('Low', 'as Unit says', 'The shortest time it may take: PERT on Low, Duration, High.', '4');
const high = positive('High', 'as Unit says', 'The longest time it may take. Low and High go together.', '12');

export const tasks: Table = {
  word: 'Tasks',
  sheet: 'Plan',
  doc: 'What must be done before patients can start. Time runs in months from the start of the first year; no task starts before it. A task without successors may float to the end of the last task.',
  fields: [
    id,
    task,
    dimension,
    duration,
    unit,
    after,
    notBefore,
    wave,
    opens,
    owner,
    cost,
    low,
    high,
    source('Project plan 2026'),
  ],
  address: [id],
  identity: [id],
};

/** The ID of a task, and what it refers to: columns that other rows and checks read. */
export const TASK = { id, after, opens, low, duration, high } as const;

export const taskRow = (row: RowReader): TaskRow => ({
  ...row.frame(),
  id: row.text(id),
  task: row.text(task),
  dimension: row.word(dimension) ?? 'process',
  duration: row.sure(duration),
  unit: row.word(unit) ?? 'month',
  after: row.links(after),
  notBefore: row.given(notBefore),
  wave: row.name(wave, 'wave'),
  opens: row.list(opens, 'resource'),
  owner: row.text(owner),
  cost: row.given(cost),
  low: row.given(low),
  high: row.given(high),
});
