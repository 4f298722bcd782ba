/** Whether the figures of the pane hold for the cells as they are now. */
import { several } from '../taskpane/figures';
import { errorsIn } from '../taskpane/speech';
import type { Model } from '../taskpane/state';
import { NOT_RUN, type Standing } from './board';

export function standingOf(model: Model): Standing {
  if (model.kind === 'unread') return { kind: 'none', why: NOT_RUN };
  if (model.kind === 'none') return { kind: 'none', why: 'There is no model in this workbook: no table named BIM_….' };
  const { results, findings } = model.assessment;
  const [error] = errorsIn(findings);
  if (results === null)
    return { kind: 'none', why: `The model has errors, so there are no figures. ${error?.message ?? ''}`.trim() };
  const count = model.changes.length;
  return count === 0
    ? { kind: 'fresh', results, snapshot: model.snapshot }
    : { kind: 'none', why: `${several(count, 'input')} changed since the last run of Realise. Choose Run.` };
}
