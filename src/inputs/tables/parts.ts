/** BIM_Parts: a combination taken apart: the changes that take each part of it away. */
import type { Change } from '../../engine/assumptions';
import { choice, mixed, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const part = text('Part', 'The part of the combination: the test, the drug, the algorithm.', 'AI triage', {
  usual: true,
  required: true,
});
const parameter = text(
  'Parameter',
  'The address of what is changed to take it away.',
  'Tests/AI triage/with/Sensitivity',
  {
    usual: true,
    required: true,
  },
);
const op = choice('Op', ['set', 'x', '+'], 'set to the Value, multiply by it, or add it.', 'set', {
  usual: true,
  default: 'set',
  also: new Map([
    ['×', 'x'],
    ['*', 'x'],
  ]),
});
const value = mixed(
  'Value',
  'as the parameter',
  'Its value without the part.',
  '1',
  'a number, or text where the parameter holds text',
  { usual: true, required: true },
);

export const parts: Table = {
  word: 'Parts',
  sheet: 'Scenarios',
  doc: 'Rows with one Part take it away together. Alone: its worth added to none. Last: its worth taken from all. What the parts are worth together and not apart is the interaction.',
  fields: [part, parameter, op, value],
  address: [part, parameter],
  identity: [],
};

/** One row of BIM_Parts: the part, and its change. */
export interface PartRow {
  readonly part: string;
  readonly change: Change;
}

export const partRow = (row: RowReader): PartRow => ({
  part: row.text(part),
  change: { parameter: row.text(parameter), op: row.word(op) ?? 'set', value: row.text(value), at: row.at(value) },
});
