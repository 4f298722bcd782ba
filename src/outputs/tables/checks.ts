/** BIM_Out_Checks: every check of the run; its cells are links, so that they stay live. */
import type { FormulaValue } from '../../workbook/workbook';
import { SHAPE } from '../lamps';
import type { OutTable } from '../table';

/** 1 where a lamp has this shape. */
function flag(lamp: FormulaValue, shape: string): FormulaValue {
  const shown = typeof lamp.cached === 'string' && lamp.cached.startsWith(shape);
  return { formula: `=IF(LEFT(${lamp.formula.slice(1)},1)="${shape}",1,0)`, cached: { number: shown ? '1' : '0' } };
}

export const FAILS = `${SHAPE.bad} FAILS`;
export const READ = `${SHAPE.careful} READ`;
export const STALE = `${SHAPE.careful} STALE, run again`;

export const checksTable: OutTable = {
  name: 'BIM_Out_Checks',
  sheet: 'checks',
  holds: 'every check of this run',
  columns: [
    { header: 'Check', meaning: 'What is checked', width: 36 },
    { header: 'Compares', meaning: 'Where the two figures come from', width: 26 },
    { header: 'Is', meaning: 'The figure as it is', width: 16, format: '#,##0.00' },
    { header: 'Should be', meaning: 'What it should be', width: 16, format: '#,##0.00' },
    {
      header: 'Tolerance',
      meaning: 'The largest difference that passes, summed over periods',
      width: 10,
      format: 'General',
    },
    { header: 'Lamp', meaning: '● OK, ▲ READ or STALE, or ■ FAILS', width: 10, format: 'General' },
    { header: 'Fails', meaning: '1 where the check fails, else 0', width: 7, format: '0' },
    { header: 'To read', meaning: '1 where somebody should read it, else 0', width: 7, format: '0' },
  ],
  rows: (page) =>
    page.checks.map((check) => [
      check.title,
      check.compares,
      check.is,
      check.should,
      check.tolerance,
      check.lamp,
      flag(check.lamp, SHAPE.bad),
      flag(check.lamp, SHAPE.careful),
    ]),
};
