/** A new workbook beside the one the pane stands in: Excel opens it from a file, in a window of its own, not yet saved. */
import { base64 } from '../base64';
import { plainError, Plain, Silence } from './errors';
import { can } from './features';
import { PATIENCE, within, type Patience } from './session';

const ELSEWHERE =
  'Open this workbook in the workbench in a browser, or give it to realise share, and make the copy there.';

/**
 * Opens it. Some Excels refuse although they claim to be able to: on the web after an internal error (office-js issue
 * 3646), on Windows under extension hardening (3568); and a browser may hold a new window back.
 */
export async function openNewWorkbook(bytes: Uint8Array, patience: Patience = PATIENCE): Promise<void> {
  if (!can('newWorkbook')) throw new Plain(`This Excel opens no new workbooks for add-ins. ${ELSEWHERE}`);
  try {
    const opened = Excel.createWorkbook(base64(bytes)).then(() => true);
    if (!(await within(opened, patience.seconds))) throw new Silence(patience.seconds);
  } catch (error) {
    const { message } = plainError(error, { doing: 'open the new workbook', done: 'Nothing was changed.' });
    throw new Plain(`${message} ${ELSEWHERE}`);
  }
}
