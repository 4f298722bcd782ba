/**
 * The fast reading: a model compiled for thousands of draws. It is held against the exact reading at every run; no
 * equation is written twice. See DECISIONS for what is compiled how.
 */
import { closuresOf } from './closures';
import { programOf, type Asked } from './program';
import type { Rooms } from './room';
import { compiledRooms, moduleOf } from './wasm/module';

/** A model ready for draws. */
export interface Fast {
  /** The WebAssembly module; null where it was refused, or not asked for. */
  readonly bytes: Uint8Array | null;
  readonly room: Rooms;
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
    const bytes = moduleOf(program, asked.draws);
    const room = compiledRooms(program, bytes);
    if (room) return { bytes, room };
  }
  return { bytes: null, room: closuresOf(programOf(asked, 0), asked.draws) };
}
