/** Check 61: ranges of uncertain inputs. */
import { Exact } from '../../engine/readings/decimals';
import { valueTyped } from '../../inputs/value-typed';
import type { Check } from '../check';
import { needs } from '../outside';
import { shown } from '../compare';

export const ranges: Check = {
  number: 61,
  family: 'Uncertainty',
  name: 'Every range holds the value that is typed',
  why: 'A bar that does not begin at the base compares two ranges with a model that lies in neither.',
  judge: ({ source }) => {
    needs(source !== null && source.reading.uncertain.length > 0, 'there is no BIM_Uncertainty');
    for (const row of source.reading.uncertain) {
      const typed =
        row.op === 'set' ? valueTyped(source.reading.entries, row.parameter) : new Exact(row.op === 'x' ? 1 : 0);
      if (!typed || !row.low || !row.high) continue;
      if (row.low.value.gt(typed) || row.high.value.lt(typed))
        return {
          changed: `${row.parameter} set to its Low and High`,
          expected: `a range that holds ${shown(typed)}`,
          got: `${shown(row.low.value)} to ${shown(row.high.value)}`,
          at: row.low.at,
        };
    }
    return null;
  },
};
