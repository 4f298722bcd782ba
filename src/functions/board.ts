/**
 * The board on which cells hang: every call of a function stays open, gets its figure when a run is made, and loses it
 * when an input is no longer what the run was made from. A stale figure is never shown as if it were fresh.
 */
import type { Results } from '../engine/results';
import type { Snapshot } from '../workbook/workbook';
import type { Given } from './figures';

/** What is known of the model: figures that hold, or why none do. */
export type Standing =
  | { readonly kind: 'fresh'; readonly results: Results; readonly snapshot: Snapshot }
  | { readonly kind: 'none'; readonly why: string };

type Fresh = Extract<Standing, { kind: 'fresh' }>;

/** What a call asks of a run; figures by address take a moment. */
export type Question = (fresh: Fresh) => Given | Promise<Given>;

/** One cell: where its results go. */
export interface Cell {
  readonly question: Question;
  readonly show: (given: Given) => void;
}

export const NOT_RUN = 'Realise has not run in this workbook yet. Choose Run on the Realise tab.';

/** The calls that are open. */
export class Board {
  private readonly cells = new Set<Cell>();
  private standing: Standing = { kind: 'none', why: NOT_RUN };

  /** How many cells hang here. */
  get size(): number {
    return this.cells.size;
  }

  /** Hangs a cell up; gives the way to take it down. */
  hang(cell: Cell): () => void {
    this.cells.add(cell);
    this.show(cell);
    return () => {
      this.cells.delete(cell);
    };
  }

  /** Every cell is shown anew: at each run, and when inputs change. */
  tell(standing: Standing): void {
    this.standing = standing;
    for (const cell of this.cells) this.show(cell);
  }

  private show(cell: Cell): void {
    const { standing } = this;
    if (standing.kind === 'none') {
      cell.show({ missing: standing.why });
      return;
    }
    const given = cell.question(standing);
    if (!(given instanceof Promise)) {
      cell.show(given);
      return;
    }
    void given
      .catch((thrown: unknown): Given => ({ wrong: thrown instanceof Error ? thrown.message : String(thrown) }))
      .then((one) => {
        // What was asked of an earlier run is not shown.
        if (this.standing === standing && this.cells.has(cell)) cell.show(one);
      });
  }
}
