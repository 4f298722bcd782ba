/** BIM_Phases: the chance to pass each phase of development. Without it the rates of BIO 2006–2015. */
import type { PhaseRow } from '../../engine/horizon-assumptions';
import { share, source } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';
import { phase } from './horizon';

const rate = share('Rate', 'The share of those in the phase that pass it.', '0.581', { usual: true, required: true });

export const phases: Table = {
  word: 'Phases',
  sheet: 'Horizon',
  doc: 'A rate stands in place of the default: I 0.632, II 0.307, III 0.581, filed 0.853, approved 1 (BIO, Biomedtracker and Amplion, 2006–2015).',
  fields: [phase, rate, source('BIO 2016')],
  address: [phase],
  identity: [phase],
};

export const phaseRow = (row: RowReader): PhaseRow => ({
  ...row.frame(),
  phase: row.word(phase) ?? 'I',
  rate: row.sure(rate),
});
