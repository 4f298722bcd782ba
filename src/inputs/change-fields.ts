/** The columns by which a table changes a parameter: what BIM_Scenarios and BIM_Parts share. */
import type { Change } from '../engine/assumptions';
import { choice, mixed, text, type MixedField, type TextField } from './field';
import type { RowReader } from './row';

export const op = choice('Op', ['set', 'x', '+'], 'set to the Value, multiply by it, or add it.', 'x', {
  usual: true,
  default: 'set',
  also: new Map([
    ['×', 'x'],
    ['*', 'x'],
  ]),
});

export const parameter = (doc: string, example: string): TextField =>
  text('Parameter', doc, example, { usual: true, required: true });

export const value = (doc: string, example: string): MixedField =>
  mixed('Value', 'as the parameter', doc, example, 'a number, or text where the parameter holds text', {
    usual: true,
    required: true,
  });

/** The change that a row makes. */
export const changeIn = (row: RowReader, changed: TextField, to: MixedField): Change => ({
  parameter: row.text(changed),
  op: row.word(op) ?? 'set',
  value: row.text(to),
  at: row.at(to),
});
