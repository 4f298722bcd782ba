/** A copy for the payer, from the pane: made and searched by a calculator of its own, made again at each choice, then handed over. */
import type { LeftCell, Remedy, Shared } from '../share/shared';
import { OPEN } from '../share/shared';
import type { Finished } from '../share/sharing';
import type { Snapshot } from '../workbook/workbook';
import { Beside } from './beside';
import type { Calculator } from './calculator';
import type { HandOver } from './outside';
import type { Does } from './session';
import { timeOfRun } from './drafting';
import { useOfModel } from './of-model';
import { Kept, type Stored } from './stress/store';
import type { State } from './state';

/** What goes on. `handed` says where the copy is now; `refused` why it is not there. */
export type CopyDoing =
  | { readonly kind: 'nothing' }
  | { readonly kind: 'searching'; readonly done: number; readonly of: number }
  | { readonly kind: 'failed'; readonly message: string }
  | { readonly kind: 'searched' }
  | { readonly kind: 'handing' }
  | { readonly kind: 'handed'; readonly said: string }
  | { readonly kind: 'refused'; readonly message: string };

/** What is asked, what goes on, and the last copy that was finished: while another is made it stays to be seen. */
export interface CopyingNow {
  readonly shared: Shared;
  readonly doing: CopyDoing;
  readonly copy: Finished | null;
}

/** Tells aloud what was found; `aloud`: at once, since something would leak. */
type Say = (words: string, aloud: boolean) => void;

/** The copies of one model. */
export class Copying implements Stored<CopyingNow> {
  private readonly kept = new Kept<CopyingNow>({ shared: OPEN, doing: { kind: 'nothing' }, copy: null });
  private readonly beside: Beside;
  readonly now = this.kept.now;
  readonly watch = this.kept.watch;

  constructor(
    private readonly snapshot: Snapshot,
    another: (() => Calculator) | undefined,
    private readonly time: () => string,
    private readonly say: Say,
  ) {
    this.beside = new Beside(another);
  }

  /** Searches unless that was done or is under way. */
  want(): void {
    if (this.now().doing.kind === 'nothing') this.ask(this.now().shared);
  }

  /** Makes the copy as asked, and searches it, in place of what was asked before. */
  ask(shared: Shared): void {
    this.put({ shared, doing: { kind: 'searching', done: 0, of: 0 } });
    const task = { kind: 'share', snapshot: this.snapshot, shared, now: this.time() } as const;
    const asked = this.beside.anew().ask(task, ({ done, of }) => {
      this.put({ doing: { kind: 'searching', done, of } });
    });
    void asked.then((answer) => {
      this.close();
      if (answer.kind === 'shared') this.found(answer.copy);
      else
        this.put({
          doing: { kind: 'failed', message: answer.kind === 'failed' ? answer.message : 'The copy was not made.' },
        });
    });
  }

  readonly remedy = ({ shared }: Remedy): void => {
    this.ask(shared);
  };
  /** Puts a cell that was left out back in. */
  readonly restore = (cell: LeftCell): void => {
    const { shared } = this.now();
    const out = shared.out.filter((one) => one.sheet !== cell.sheet || one.cell !== cell.cell);
    this.ask({ ...shared, out });
  };
  /** Calls it off: what was known before stays, and nothing is handed over until it is asked for again. */
  readonly cancel = (): void => {
    if (this.now().doing.kind !== 'searching') return;
    this.close();
    this.put({ doing: { kind: 'nothing' }, copy: null });
  };

  /** Hands over the very bytes that were searched. */
  async handOver(hand: HandOver, name: string): Promise<void> {
    const { copy, doing } = this.now();
    if (copy === null || copy.leaks.length > 0 || doing.kind === 'searching' || doing.kind === 'handing') return;
    this.put({ doing: { kind: 'handing' } });
    try {
      const said = await hand({ name, bytes: copy.bytes });
      this.put({ doing: { kind: 'handed', said } });
      this.say(said, false);
    } catch (refused) {
      const message = refused instanceof Error ? refused.message : String(refused);
      this.put({ doing: { kind: 'refused', message } });
      this.say(message, true);
    }
  }

  close(): void {
    this.beside.end();
  }

  private found(copy: Finished): void {
    this.put({ doing: { kind: 'searched' }, copy });
    this.say(foundSaid(copy), copy.leaks.length > 0);
  }
  private put(part: Partial<CopyingNow>): void {
    this.kept.set({ ...this.now(), ...part });
  }
}

/** Places that were searched in all. */
export const placesIn = ({ counts }: Finished): number => Object.values(counts).reduce((sum, count) => sum + count, 0);

const leaks = (n: number): string => `${String(n)} ${n === 1 ? 'leak' : 'leaks'}`;

export function foundSaid(copy: Finished): string {
  if (copy.leaks.length > 0) return `${leaks(copy.leaks.length)} to close.`;
  return copy.marked === 0
    ? 'Nothing is marked Confidential.'
    : `No leaks found in ${placesIn(copy).toLocaleString('en-GB')} places.`;
}

const today = (): Date => new Date();

/** The copies of the model that was read last. */
export function useCopying(
  state: State,
  { dispatch }: Pick<Does, 'dispatch'>,
  another: (() => Calculator) | undefined,
  clock: () => Date = today,
): Copying {
  const say: Say = (words, aloud) => {
    dispatch({ type: 'say', words, aloud });
  };
  return useOfModel(state, (snapshot) => new Copying(snapshot, another, () => timeOfRun(clock()), say));
}
