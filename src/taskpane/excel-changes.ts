/**
 * Hints from Excel that cells changed. Events are missed by some hosts and fire for our own writes, so they
 * are only ever a reason to look again, never the news itself. Nothing is shown from a handler but a quiet badge.
 */
import type { TriesSums } from '../workbook/tries-sums';
import type { Report, Workbook } from '../workbook/workbook';

const PAUSE = 400;
/** From so many cells Excel on the web has been seen to crash where it tells of every one (office-js issue 539). */
const MANY = 20_000;

/** Tells of changes, and keeps quiet while much is written. */
export interface ExcelChanges {
  /** Calls back, at most every 400 ms, after cells changed that we did not write; gives a way to stop. */
  readonly watch: (changed: () => void) => () => void;
  /** The workbook, listened to by nobody while a large report is written into it, or copies of its sheets. */
  readonly unwatched: <W extends Workbook & TriesSums>(workbook: W) => W;
}

export function excelChanges(): ExcelChanges {
  const ears = new Set<Ear>();
  const each = (deed: (ear: Ear) => Promise<void>): Promise<unknown> => Promise.all([...ears].map(deed));
  const unheard = async <T>(deed: () => Promise<T>): Promise<T> => {
    await each((ear) => ear.close());
    try {
      return await deed();
    } finally {
      void each((ear) => ear.open());
    }
  };
  return {
    watch: (changed) => {
      const ear = new Ear(changed);
      ears.add(ear);
      void ear.open();
      return () => {
        ears.delete(ear);
        void ear.close();
      };
    },
    unwatched: (workbook) => {
      const { trySums } = workbook;
      return {
        ...workbook,
        write: (report, how) => {
          const write = (): ReturnType<Workbook['write']> => workbook.write(report, how);
          return cellsOf(report) < MANY ? write() : unheard(write);
        },
        ...(trySums ? { trySums: (asked) => unheard(() => trySums(asked)) } : {}),
      };
    },
  };
}

const cellsOf = ({ sheets }: Report): number => sheets.reduce((sum, sheet) => sum + sheet.cells.length, 0);

type Handler = OfficeExtension.EventHandlerResult<Excel.WorksheetChangedEventArgs>;

/** One listener. A workbook that cannot be listened to is looked at all the same. */
class Ear {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private handler: Promise<Handler | null> = Promise.resolve(null);

  constructor(private readonly changed: () => void) {}

  async open(): Promise<void> {
    this.handler = Excel.run(async (context) => {
      const handler = context.workbook.worksheets.onChanged.add(this.hear);
      await context.sync();
      return handler;
    }).catch(() => null);
    await this.handler;
  }

  async close(): Promise<void> {
    clearTimeout(this.timer);
    const handler = await this.handler;
    this.handler = Promise.resolve(null);
    if (handler === null) return;
    await Excel.run(handler.context, async (context) => {
      handler.remove();
      await context.sync();
    }).catch(() => undefined);
  }

  private readonly hear = (event: Excel.WorksheetChangedEventArgs): Promise<void> => {
    if (event.triggerSource === 'ThisLocalAddin') return Promise.resolve();
    clearTimeout(this.timer);
    this.timer = setTimeout(this.changed, PAUSE);
    return Promise.resolve();
  };
}
