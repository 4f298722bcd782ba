/** Options of every command that computes: changes on top of the model as typed, and the scenario to show. */
import type { AssessOptions } from '../assess';
import type { Change } from '../engine/assumptions';
import type { Flags, Given } from './given';
import { Mistake } from './terminal';

export const RUN_FLAGS = { scenario: 'text', set: 'text' } as const satisfies Flags;

export function runOptions(given: Given): AssessOptions {
  const scenario = given.text('scenario');
  return { changes: given.texts('set').map(change), ...(scenario === null ? {} : { scenario }) };
}

/** `PARAMETER=VALUE`; a quoted part of the parameter may hold "=", so the last one divides. */
function change(text: string): Change {
  const at = text.lastIndexOf('=');
  const [parameter, value] = [text.slice(0, Math.max(0, at)).trim(), text.slice(at + 1).trim()];
  if (at < 1 || parameter === '' || value === '')
    throw new Mistake(`--set wants PARAMETER=VALUE, not "${text}".`, true);
  return { parameter, op: 'set', value, at: null };
}

/** A number as plain decimal text; commas between thousands are let pass. Null where it is none. */
export function numberSaid(given: string | null): string | null {
  const text = given?.replace(/,(?=\d{3}(\D|$))/g, '').trim() ?? '';
  return /^-?\d+(\.\d+)?$/.test(text) ? text : null;
}
