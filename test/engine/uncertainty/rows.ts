/** Rows of BIM_Uncertainty for tests of draws. */
import { Exact } from '../../../src/engine/readings/decimals';
import type { UncertainRow } from '../../../src/engine/uncertainty/parameter';

export const givenOf = (value: number | null): UncertainRow['p1'] =>
  value === null ? null : { value: new Exact(value), at: { sheet: 's', cell: 'A1' }, parameter: 'p' };

export const rowOf = (
  parameter: string,
  distribution: string,
  p1: number | null,
  p2: number | null,
  more: Partial<UncertainRow> = {},
): UncertainRow => ({
  at: { sheet: 's', cell: 'A1' },
  address: parameter,
  source: '',
  parameter,
  op: 'set',
  low: null,
  high: null,
  distribution,
  p1: givenOf(p1),
  p2: givenOf(p2),
  group: '',
  ...more,
});
export const normalRow = (parameter: string, mean: number, error: number): UncertainRow =>
  rowOf(parameter, 'normal', mean, error);
