/**
 * The fast reading: a model compiled for thousands of draws. It is held against the exact reading at every run; no
 * equation is written twice. See DECISIONS for what is compiled how.
 */
import { closuresOf } from './closures';
import type { DrawRun } from './draw-run';
import { programOf, type Asked } from './program';
import { compiledRun, moduleOf } from './wasm/module';

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
