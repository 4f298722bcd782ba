/**
 * Excel, through Office.js: the third adapter of the workbook port. Reads in two round trips and writes in two while
 * what is said is under 2 MB (and asks once more how charts can be described); compares the inputs before it writes;
 * never selects or activates while writing; one conversation at a time.
 */
import type { ReadsSheets } from './sheets-read';
import type { TriesSums } from './tries-sums';
import type { Snapshot, Workbook, Written } from './workbook';
import { codeOf, isAbout, plainError, Plain, Silence, type Deed } from './excel/errors';
import { forgetEarlier, readEarlier } from './excel/earlier';
import { NOTHING, type Memory } from './excel/own';
import { readSnapshot } from './excel/read';
import { readSheets } from './excel/read-sheets';
import { trySums } from './excel/try-sums';
import { converse, isEditing, PATIENCE, type Patience } from './excel/session';
import type { Grade } from './excel/charts';
import type { Task } from './excel/prepare';
import { writeReport, type Progress } from './excel/write';

/** The workbook that the add-in was opened in. Call after `Office.onReady`. */
export function excelWorkbook(patience: Patience = PATIENCE): Workbook & ReadsSheets & TriesSums {
  let busy = false;
  let memory = NOTHING;
  const alone = async <T>(doing: string, work: () => Promise<T>): Promise<T> => {
    if (busy)
      throw new Plain(
        `Realise is still busy with this workbook, so it could not ${doing}. Wait a moment, then try again.`,
      );
    busy = true;
    try {
      return await work();
    } finally {
      busy = false;
    }
  };
  return {
    read: (how) =>
      alone('read the workbook', async () => {
        const { snapshot, met } = await read(patience, memory, how?.fresh === true);
        memory = met;
        return snapshot;
      }),
    readSheets: () =>
      alone('read the sheets', async () => {
        try {
          return await converse(patience, readSheets);
        } catch (error) {
          throw plainError(error, { doing: 'read the sheets', done: 'Nothing was changed.' });
        }
      }),
    trySums: (asked) =>
      alone('try the formulas', async () => {
        try {
          return await converse(patience, (session) => trySums(session, asked));
        } catch (error) {
          throw plainError(error, { doing: 'try the formulas', done: 'Your own sheets are as they were.' });
        }
      }),
    write: (report, how = {}) =>
      alone('write the results', async () => {
        const before = memory;
        memory = NOTHING;
        const written = await write(patience, { report, how, memory: before });
        memory = written.met;
        return written.written;
      }),
    show: (address) => alone('go to the cell', () => show(patience, address)),
    isEditing: () => isEditing(),
    earlier: {
      list: () => alone('read earlier results', () => converse(patience, readEarlier)),
      forget: () => alone('forget earlier results', () => converse(patience, forgetEarlier)),
    },
  };
}

async function read(patience: Patience, memory: Memory, fresh: boolean): Promise<{ snapshot: Snapshot; met: Memory }> {
  try {
    return await converse(patience, (session) => readSnapshot(session, memory, fresh));
  } catch (error) {
    throw plainError(error, { doing: 'read the workbook', done: 'Nothing was changed.' });
  }
}

const POORER: Readonly<Record<Grade, Grade | null>> = { full: 'plain', plain: 'none', none: null };

/**
 * Sheets remembered from before may be gone: then the write begins again without memory, as nothing was sent. Charts may
 * be refused: then it begins again with plainer ones, over the sheets that are marked as unfinished; and so may settings,
 * which is no reason to write nothing.
 */
async function write(
  patience: Patience,
  task: Task,
  grade: Grade = 'full',
): Promise<{ written: Written; met: Memory }> {
  const progress: Progress = { begun: [], finished: [] };
  try {
    return await converse(patience, (session) => {
      progress.finished = []; // what an earlier attempt began stays begun
      return writeReport(session, task, progress, grade);
    });
  } catch (error) {
    const stale = codeOf(error) === 'ItemNotFound' && progress.begun.length === 0 && task.memory !== NOTHING;
    if (stale) return await write(patience, { ...task, memory: NOTHING }, grade);
    const poorer = isAbout('Chart', error) ? POORER[grade] : null;
    if (poorer !== null) return await write(patience, { ...task, memory: NOTHING }, poorer);
    if (task.how.keep === true && isAbout('Setting', error))
      return await write(patience, { ...task, memory: NOTHING, how: { ...task.how, keep: false } }, grade);
    if (error === task.how.signal?.reason) throw error;
    throw plainError(error, deedOf(progress, error));
  }
}

function deedOf({ begun, finished }: Progress, error: unknown): Deed {
  const doing = 'write the results';
  if (begun.length === 0) return { doing, done: 'Nothing was written.' };
  const open = begun.filter((name) => !finished.includes(name));
  const done = finished.length > 0 ? `Written: ${finished.join(', ')}. ` : '';
  const late = error instanceof Silence ? ' Excel may still write what it was sent.' : '';
  const part = open.length > 0 ? `Perhaps incomplete: ${open.join(', ')}; the next write does them again.${late} ` : '';
  return { doing, done: `${done}${part}Your own sheets were not touched, and the results are still in the pane.` };
}

/** Brings a cell into view; the only place that selects anything. */
async function show(
  patience: Patience,
  { sheet, cell }: { readonly sheet: string; readonly cell: string },
): Promise<void> {
  try {
    await converse(patience, async ({ context, send }) => {
      const item = context.workbook.worksheets.getItem(sheet);
      item.activate();
      item.getRange(cell).select();
      await send();
    });
  } catch (error) {
    throw plainError(error, { doing: `go to ${sheet}!${cell}`, done: 'Nothing was changed.' });
  }
}
