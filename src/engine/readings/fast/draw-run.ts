/** Running a batch of draws: what goes in, and what comes back. */

/** Figures of a batch of draws. */
export interface Figures {
  /** By figure, then by draw: figure f of draw n stands at f × draws + n. */
  readonly figures: Float64Array;
  /** 1 for a draw in which something that is rounded lies at a tie: it may differ from the exact one by a unit. */
  readonly ties: Uint8Array;
}

/** Runs a batch: `draws` holds each varied cell by draw (cell c of draw n at c × count + n). */
export type DrawRun = (draws: Float64Array, count: number) => Figures;
