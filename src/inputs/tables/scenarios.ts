/** BIM_Scenarios: named sets of changes to the model as typed. */
import type { Change } from '../../engine/assumptions';
import { text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';
import { changeIn, op, parameter as parameterField, value as valueField } from '../change-fields';

const scenario = text(
  'Scenario',
  'The name of the set. Base is the model as typed, and cannot be used.',
  'Half price',
  { usual: true, required: true },
);
const parameter = parameterField('The address of what is changed: Table/key/…/Column.', 'Prices/Drug A/List price');
const value = valueField('The new value, the factor, or what is added.', '0.5');
const note = text('Note', 'What the change stands for.', 'Price after loss of exclusivity', { usual: true });

export const scenarios: Table = {
  word: 'Scenarios',
  sheet: 'Scenarios',
  doc: 'Rows with one Scenario are its changes, applied in order, always to the model as typed.',
  fields: [scenario, parameter, op, value, note],
  address: [scenario, parameter],
  identity: [],
};

/** One row of BIM_Scenarios: the scenario it belongs to, and its change. */
export interface ScenarioRow {
  readonly scenario: string;
  readonly change: Change;
}

export const scenarioRow = (row: RowReader): ScenarioRow => ({
  scenario: row.text(scenario),
  change: changeIn(row, parameter, value),
});
