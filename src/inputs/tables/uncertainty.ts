/** BIM_Uncertainty: how far parameters may lie from what is typed. */
import type { UncertainRow } from '../../engine/uncertainty/parameter';
import { choice, number, positive, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const parameter = text(
  'Parameter',
  'The address of what is uncertain: Table/key/…/Column.',
  'Costs/Drug A/All/Acquisition/*/2026',
  { usual: true, required: true },
);
const op = choice('Op', ['set', 'x', '+'], 'As in scenarios: what is drawn is set, multiplied by, or added.', 'set', {
  default: 'set',
  also: new Map([
    ['×', 'x'],
    ['*', 'x'],
  ]),
});
const low = number(
  'Low',
  'as the parameter',
  'The low end: of a 95 % interval, or of the range of a uniform, triangular or pert.',
  '0.15',
  { usual: true },
);
const high = number('High', 'as the parameter', 'The high end.', '0.25', { usual: true });
const distribution = choice(
  'Distribution',
  ['normal', 'lognormal', 'gamma', 'beta', 'uniform', 'triangular', 'pert', 'dirichlet'],
  'Blank: for one-way analysis only.',
  'beta',
  { usual: true },
);
const p1 = number('P1', 'as the parameter', 'Mean; for triangular and pert the mode.', '0.2', { usual: true });
const p2 = positive('P2', 'as the parameter', 'Standard error. Blank: from Low and High as a 95 % interval.', '0.025', {
  usual: true,
});
const group = text(
  'Group',
  'Rows of one Group move together; dirichlet rows of one Group are shares that add up to 1.',
  'Shares',
);

export const uncertainty: Table = {
  word: 'Uncertainty',
  sheet: 'Scenarios',
  doc: 'One row for each uncertain parameter. A year column is a parameter of its own.',
  fields: [parameter, op, low, high, distribution, p1, p2, group, source('Expert elicitation')],
  address: [parameter],
  identity: [],
};

export const uncertainRow = (row: RowReader): UncertainRow => ({
  ...row.frame(),
  parameter: row.text(parameter),
  op: row.word(op) ?? 'set',
  low: row.given(low),
  high: row.given(high),
  distribution: row.word(distribution),
  p1: row.given(p1),
  p2: row.given(p2),
  group: row.text(group),
});
