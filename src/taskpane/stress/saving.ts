/** Saving dials as a scenario: the rows of BIM_Scenarios that they become. */
import type { Turned } from '../../engine/stress/dial';
import type { ExampleRow } from '../../inputs/examples/example';
import type { Growing } from '../adding';

export const rowsOf = (name: string, note: string, turned: readonly Turned[]): readonly ExampleRow[] =>
  turned.map(({ parameter, op, value }) => ({
    Scenario: name,
    Parameter: parameter,
    Op: op,
    Value: value,
    Note: note,
  }));

/** The table that they are added to. */
export const SCENARIOS: Growing = { word: 'Scenarios', labels: ['Scenario', 'Parameter', 'Op', 'Value', 'Note'] };
