/** BIM_Parts: a combination taken apart: the changes that take each part of it away. */
import type { Change } from '../../engine/assumptions';
import { text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';
import { changeIn, op, parameter as parameterField, value as valueField } from '../change-fields';

const part = text('Part', 'The part of the combination: the test, the drug, the algorithm.', 'AI triage', {
  usual: true,
  required: true,
});
const parameter = parameterField('The address of what is changed to take it away.', 'Tests/AI triage/with/Sensitivity');
const value = valueField('Its value without the part.', '1');

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
  change: changeIn(row, parameter, value),
});
