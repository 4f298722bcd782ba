/** BIM_Out_Tornado: one-way analysis, one row a parameter, widest first. */
import { amount, inCell } from '../amounts';
import { AMOUNT_FORMAT, type OutTable } from '../table';
import type { WrittenValue } from '../../workbook/workbook';

export const tornadoTable: OutTable = {
  name: 'BIM_Out_Tornado',
  sheet: 'sensitivity',
  holds: 'each parameter alone, low and high',
  columns: [
    { header: 'Parameter', meaning: 'Its address; the first of a Group, whose rows move together', width: 40 },
    { header: 'Op', meaning: '`set`, `x` or `+`, as in BIM_Uncertainty', width: 5 },
    { header: 'Low', meaning: 'The low end', width: 12, format: 'General' },
    { header: 'High', meaning: 'The high end', width: 12, format: 'General' },
    { header: 'Figure', meaning: 'What is watched', width: 20 },
    { header: 'Base', meaning: 'The figure as typed', width: 15, format: AMOUNT_FORMAT },
    {
      header: 'At low',
      meaning: 'The figure at the low end; blank where the model refuses it',
      width: 15,
      format: AMOUNT_FORMAT,
    },
    {
      header: 'At high',
      meaning: 'The figure at the high end; blank where the model refuses it',
      width: 15,
      format: AMOUNT_FORMAT,
    },
  ],
  rows: ({ figures }) => {
    const { oneWay } = figures.results.stress ?? {};
    const cell = (value: string | null): WrittenValue => (value === null ? '' : inCell(amount(value)));
    return (oneWay?.bars ?? []).map(({ parameter, op, low, high }) => [
      parameter,
      op,
      cell(low.value),
      cell(high.value),
      oneWay?.figure ?? '',
      cell(oneWay?.base ?? null),
      cell(low.figure),
      cell(high.figure),
    ]);
  },
};
