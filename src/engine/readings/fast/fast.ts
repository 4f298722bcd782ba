/**
 * The fast reading: a model compiled for thousands of draws. It is held against the exact reading at every run; no
 * equation is written twice. See DECISIONS for what is compiled how.
 */
import { closuresOf } from './closures';
import { programOf, type Asked } from './program';
import { compiledRun, moduleOf } from './wasm/module';

/** Figures of a batch of draws. */
export interface Figures {
  /** By figure, then by draw: figure f of draw n stands at f × draws + n. */
  readonly figures: Float64Array;
  /** 1 for a draw in which something that is rounded lies at a tie: it may differ from the exact one by a unit. */
  readonly ties: Uint8Array;
}

/** Runs a batch: `draws` holds each varied cell by draw (cell c of draw n at c × count + n). */
export type DrawRun = (draws: Float64Array, count: number) => Figures;

/** A model ready for draws. */
export interface Fast {
  /** The WebAssembly module; null where it was refused, or not asked for. */
  readonly bytes: Uint8Array | null;
  readonly run: DrawRun;
}

/** Most parts of a formula that are written out rather than looped over. */
const UNROLL = 160;

/**
 * Compiles what the outputs rest on. Figures come in the order of the outputs, all cells of each; draws in that of the
 * varied cells. `plain` asks for JavaScript even where WebAssembly would be had.
 */
export function compileFast(asked: Asked, plain = false): Fast {
  if (!plain) {
    const program = programOf(asked, UNROLL);
    const bytes = moduleOf(program);
    const run = compiledRun(program, bytes);
    if (run) return { bytes, run };
  }
  return { bytes: null, run: closuresOf(programOf(asked, 0)) };
}
