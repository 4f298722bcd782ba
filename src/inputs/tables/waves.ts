/** BIM_Waves: groups of sites that go live one after another, each with its part of the patients. */
import type { WaveRow } from '../../engine/realisation-assumptions';
import { mixed, positive, share, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const wave = text('Wave', 'The name of the group of sites, as tasks call it.', 'First sites', {
  usual: true,
  required: true,
});
const technology = text(
  'Technology',
  'The new technology that it starts. Blank or All: every new one. A row for one technology stands in place of the wave’s row for all.',
  'Drug A',
  { list: 'technology', default: 'All' },
);
const sites = positive('Sites', 'sites', 'How many sites go live.', '12', { usual: true });
const part = share(
  'Share of patients',
  'The part of the patients who are treated there. Blank: in proportion to Sites. A rest to 1 is never served; above 1 is an error.',
  '0.4',
  { usual: true },
);
const starts = positive(
  'Starts per site',
  'starts a month',
  'The most that one site can start in a month. Blank: no limit.',
  '20',
  { usual: true },
);
const liveAfter = mixed(
  'Live after',
  'month',
  'When the wave goes live, beside the tasks that name it: IDs of tasks with a lag, joined by ;, or a month number (1 is the first month), or a year. A task whose ID is a number stands in single quotes.',
  'B+2w',
  'a month number from 1, a year, or tasks: B+2w; C',
  { usual: true, default: '1' },
);

export const waves: Table = {
  word: 'Waves',
  sheet: 'Waves',
  doc: 'A wave is live from the latest finish of the tasks that name it and of what Live after says; with neither, from the start. In the month it goes live the part that is left counts. Without this table there is one wave, live from the start.',
  fields: [wave, technology, sites, part, starts, liveAfter, source('Project plan 2026')],
  address: [wave],
  identity: [wave, technology],
};

/** Columns that checks read. */
export const WAVE = { liveAfter } as const;

export const waveRow = (row: RowReader): WaveRow => ({
  ...row.frame(),
  wave: row.text(wave),
  technology: row.nameOrEvery(technology, 'technology'),
  sites: row.given(sites),
  share: row.given(part),
  startsPerSite: row.given(starts),
  liveAfter: row.moments(liveAfter),
});
