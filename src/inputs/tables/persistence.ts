/** BIM_Persistence: the share still on treatment, by time since start, for technologies with Persistence = table. */
import type { PersistenceRow } from '../../engine/assumptions';
import { choice, positive, share, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const technology = text('Technology', 'A technology of BIM_Technologies whose Persistence is table.', 'Drug A', {
  usual: true,
  required: true,
  list: 'technology',
});
const since = positive('Since start', 'months or years', 'Time since the start of treatment.', '12', {
  usual: true,
  required: true,
});
const unit = choice('Unit', ['month', 'year'], 'Unit of Since start.', 'month', {
  usual: true,
  default: 'month',
  also: new Map([
    ['months', 'month'],
    ['years', 'year'],
  ]),
});
const onTreatment = share('On treatment', 'The share of those who started that is on treatment at that time.', '0.72', {
  usual: true,
  required: true,
});

export const persistence: Table = {
  word: 'Persistence',
  sheet: 'Technologies',
  doc: 'Points of a persistence curve, joined by straight lines. A curve that rises is an error.',
  fields: [technology, since, unit, onTreatment, source('Registry 2019–2023')],
  address: [technology, since],
  identity: [technology, since, unit],
};

export const persistenceRow = (row: RowReader): PersistenceRow => ({
  ...row.frame(),
  technology: row.name(technology, 'technology'),
  since: row.sure(since),
  unit: row.word(unit) ?? 'month',
  onTreatment: row.sure(onTreatment),
});
