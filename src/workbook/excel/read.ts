/** Reading a workbook in two round trips: what there is, then what stands in it. */
import { contentHash, isMarkName, UNFINISHED, type Mark } from '../mark';
import type { OwnedSheet, Snapshot, TableSnapshot } from '../workbook';
import { contentOf } from './content';
import { codeOf } from './errors';
import { look, type View } from './look';
import { recall, type Memory } from './own';
import { readInPieces } from './pieces';
import type { Session } from './session';
import { askSource, sourcesIn, takeSource, type Source } from './sources';

/**
 * Every table of the model, every name, and every sheet of ours with whether somebody changed it. `fresh`: an Excel that
 * calculates on request is asked to, in the round trip that reads. Its mode is never set: that is ignored on some desktops
 * (office-js issue 6922), and misreported on others (2770), so what it says of its state counts as well.
 */
export async function readSnapshot(
  session: Session,
  memory: Memory,
  fresh: boolean,
): Promise<{ snapshot: Snapshot; met: Memory }> {
  const view = await look(session);
  const state = fresh && view.waits ? calculateFirst(session.context) : null;
  const sources = sourcesIn(view);
  const asksOwned = (): readonly AskedSheet[] => view.marks.map((mark) => askOwned(session.context, view, mark));
  const { tables, rest, large } = await readSources(session, sources, memory.large, asksOwned);
  const snapshot = {
    sheets: view.sheets.map((sheet) => sheet.name),
    tables,
    names: view.names.filter((name) => !isMarkName(name.name)),
    owned: rest.map(takeOwned),
    language: view.language,
    calculated: state === null ? view.calculated : state() === 'Done',
    ...(state === null ? {} : { recalculated: true }),
    ...(view.roundsAsShown ? { roundsAsShown: true } : {}),
    ...(view.iterates ? { iterates: true } : {}),
  };
  return { snapshot, met: { ...recall(view), large } };
}

/**
 * Reads sources in one round trip, with whatever else is asked for in it. Where Excel gives less in one answer, and
 * where it is known to from before, they are read in pieces.
 */
export async function readSources<T>(
  session: Session,
  sources: readonly Source[],
  large: boolean,
  ask: () => T,
): Promise<{ tables: readonly TableSnapshot[]; rest: T; large: boolean }> {
  if (!large) {
    try {
      const asked = sources.map((source) => askSource(session.context, source, true));
      const rest = ask();
      await session.send();
      return { tables: asked.flatMap((one) => takeSource(one) ?? []), rest, large };
    } catch (error) {
      if (codeOf(error) !== 'ResponsePayloadSizeLimitExceeded') throw error;
    }
  }
  const rest = ask();
  return { tables: await readInPieces(session, sources), rest, large: true };
}

/** Asks for what F9 does, before anything is read; gives what Excel says of its state afterwards. */
function calculateFirst({ application }: Excel.RequestContext): () => string {
  application.calculate('Recalculate');
  application.load('calculationState');
  return () => application.calculationState;
}

interface AskedSheet {
  readonly mark: Mark;
  readonly used: Excel.Range;
}

function askOwned(context: Excel.RequestContext, view: View, mark: Mark): AskedSheet {
  const id = view.sheets.find((sheet) => sheet.name === mark.sheet)?.id ?? mark.sheet;
  const used = context.workbook.worksheets.getItem(id).getUsedRangeOrNullObject(true);
  used.load('formulas,rowIndex,columnIndex');
  return { mark, used };
}

/** A sheet of ours, compared with what was written. */
function takeOwned({ mark, used }: AskedSheet): OwnedSheet {
  const content = used.isNullObject ? [] : contentOf(used);
  const unfinished = mark.hash === UNFINISHED;
  const changed = !unfinished && contentHash(content) !== mark.hash;
  return { name: mark.sheet, key: mark.key, stamp: mark.stamp, changed, ...(unfinished ? { unfinished } : {}) };
}
