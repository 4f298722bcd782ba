/** A new workbook beside the one the pane stands in: Excel opens it from a file, in a window of its own, not yet saved. */
import { plainError, Plain, Silence } from './errors';
import { can } from './features';
import { PATIENCE, type Patience } from './session';

const ELSEWHERE =
  'Open this workbook in the workbench in a browser, or give it to realise share, and make the copy there.';
/** Bytes that are turned into letters at once: a call takes only so many arguments. */
const AT_ONCE = 0x8000;

function base64(bytes: Uint8Array): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += AT_ONCE) text += String.fromCharCode(...bytes.subarray(at, at + AT_ONCE));
  return btoa(text);
}

/**
 * Opens it. Some Excels refuse although they claim to be able to: on the web after an internal error (office-js issue
 * 3646), on Windows under extension hardening (3568); and a browser may hold a new window back.
 */
export async function openNewWorkbook(bytes: Uint8Array, patience: Patience = PATIENCE): Promise<void> {
  if (!can('newWorkbook')) throw new Plain(`This Excel opens no new workbooks for add-ins. ${ELSEWHERE}`);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const silence = new Promise<never>((_, reject) => {
    timer = setTimeout(() => {
      reject(new Silence(patience.seconds));
    }, patience.seconds * 1000);
  });
  try {
    await Promise.race([Excel.createWorkbook(base64(bytes)), silence]);
  } catch (error) {
    const { message } = plainError(error, { doing: 'open the new workbook', done: 'Nothing was changed.' });
    throw new Plain(`${message} ${ELSEWHERE}`);
  } finally {
    clearTimeout(timer);
  }
}
