/** New technologies side by side, asked of a calculator of their own while a page shows them; what was found is kept. */
import type { SideBySide } from '../engine/appraisal/side-by-side';
import type { Snapshot } from '../workbook/workbook';
import { Beside } from './beside';
import type { Calculator } from './calculator';
import { Kept, type Stored } from './stress/store';

export type ComparingNow =
  | { readonly kind: 'running'; readonly done: number; readonly of: number }
  | { readonly kind: 'done'; readonly sideBySide: SideBySide | null }
  | { readonly kind: 'failed'; readonly message: string };

const BEGUN: ComparingNow = { kind: 'running', done: 0, of: 0 };

/** Those of one model. */
export class Comparing implements Stored<ComparingNow> {
  private readonly kept = new Kept<ComparingNow>(BEGUN);
  private readonly beside: Beside;
  readonly now = this.kept.now;
  readonly watch = this.kept.watch;

  constructor(
    private readonly snapshot: Snapshot,
    another: (() => Calculator) | undefined,
  ) {
    this.beside = new Beside(another);
  }

  /** Asks, unless it is known. */
  want(): void {
    if (this.now().kind === 'done') return;
    this.kept.set(BEGUN);
    const task = { kind: 'side by side', snapshot: this.snapshot } as const;
    const asked = this.beside.anew().ask(task, ({ done, of }) => {
      this.kept.set({ kind: 'running', done, of });
    });
    void asked.then((answer) => {
      this.close();
      if (answer.kind === 'side by side') this.kept.set({ kind: 'done', sideBySide: answer.sideBySide });
      if (answer.kind === 'failed') this.kept.set(answer);
    });
  }

  close(): void {
    this.beside.end();
  }
}
