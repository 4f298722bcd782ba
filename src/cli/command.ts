/** What a command of the command line is: its name, how it is called, and what it does. */
import type { Flags, Given } from './given';
import type { Terminal } from './terminal';

export interface Command {
  readonly name: string;
  /** What follows the name: `MODEL.xlsx [--json]`; a longer call goes on in further lines. */
  readonly usage: readonly string[];
  /** What it is for, in lines. */
  readonly says: readonly string[];
  /** Options it takes: with a text after them, or alone. */
  readonly flags: Flags;
  /** Reads the call (a mistake in it is thrown before anything is opened) and returns what does the work. */
  prepare(given: Given): (terminal: Terminal) => Promise<number>;
}
