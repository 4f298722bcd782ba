/** What is coming, what happened and what combines: dates, periods and addresses that cannot be. */
import { modelWith, type Block, type Typed } from '../../build/snapshot';
import { faults, type Case } from './cases';

/** B Technology, C Phase, D Launch, E Earliest, F Latest, G Eligible, H Peak uptake, I Years to peak, J Net cost. */
const horizon = (...row: readonly Typed[]): Block => [
  [
    'Technology',
    'Phase',
    'Launch',
    'Earliest',
    'Latest',
    'Eligible',
    'Peak uptake',
    'Years to peak',
    'Net cost per patient',
  ],
  row,
];
/** B Period, C Measure, D Technology, E Subgroup, F Value. */
const actuals = (...rows: readonly (readonly Typed[])[]): Block => [
  ['Period', 'Measure', 'Technology', 'Subgroup', 'Value'],
  ...rows,
];
const part = (...row: readonly Typed[]): Block => [['Part', 'Parameter', 'Op', 'Value'], row];
const month: Block = [
  ['Setting', 'Value'],
  ['First year', 2026],
  ['Years', 3],
];

const CASES: readonly Case[] = [
  [
    'a launch before its earliest date',
    modelWith({ Horizon: horizon('X', 'III', 2026, 2026.5, 2028, 100, 0.5, 3, 9000) }),
    'error',
    'dates-out-of-order',
    'D4',
    /between Earliest and Latest/,
    /in order/,
  ],
  [
    'one date of two',
    modelWith({ Horizon: horizon('X', 'III', 2027, 2026.5, null, 100, 0.5, 3, 9000) }),
    'error',
    'blank',
    'F4',
    /Latest of X is blank/,
    /both Earliest and Latest/,
  ],
  [
    'a phase that nobody knows',
    modelWith({ Horizon: horizon('X', 'IV', 2027, null, null, 100, 0.5, 3, 9000) }),
    'error',
    'unknown-word',
    'C4',
    /Phase/,
    /III/,
  ],
  [
    'a peak above everybody',
    modelWith({ Horizon: horizon('X', 'III', 2027, null, null, 100, 1.5, 3, 9000) }),
    'error',
    'out-of-bounds',
    'H4',
    /Peak uptake of X is 1.5/,
    /0 to 1/,
  ],
  [
    'no time to the peak',
    modelWith({ Horizon: horizon('X', 'III', 2027, null, null, 100, 0.5, 0, 9000) }),
    'error',
    'out-of-bounds',
    'I4',
    /Years to peak of X is 0/,
    /above 0/,
  ],
  [
    'a period outside the model',
    modelWith({ Model: month, Actuals: actuals(['2031', 'starts', 'Drug A', 'Adults', 40]) }),
    'error',
    'year-outside',
    'B4',
    /2031, outside the years of the model/,
    /2026 to 2028/,
  ],
  [
    'a period that is none',
    modelWith({ Actuals: actuals(['March 2026', 'starts', 'Drug A', 'Adults', 40]) }),
    'error',
    'unknown-word',
    'B4',
    /March 2026/,
    /2026-03/,
  ],
  [
    'a year beside one of its months',
    modelWith({
      Actuals: actuals(['2026', 'starts', 'Drug A', 'Adults', 40], ['2026-03', 'starts', 'Drug A', 'Adults', 4]),
    }),
    'error',
    'counted-twice',
    'B4',
    /whole of 2026/,
    /Keep the year or its months/,
  ],
  [
    'an unknown technology',
    modelWith({ Actuals: actuals(['2026', 'starts', 'Drug Z', 'Adults', 40]) }),
    'error',
    'unknown-name',
    'D4',
    /Drug Z/,
    /Drug A/,
  ],
  [
    'actuals of what is not new',
    modelWith({ Actuals: actuals(['2026', 'starts', 'Drug B', 'Adults', 40]) }),
    'notice',
    'not-planned',
    'D4',
    /is not new/,
    /Nothing is lost/,
  ],
  [
    'a part that nothing is called',
    modelWith({ Parts: part('Test', 'Prices/Drug Q/List price', 'set', 1) }),
    'error',
    'unknown-parameter',
    'C4',
    /matches/,
    /./,
  ],
  [
    'a part that multiplies by a word',
    modelWith({ Parts: part('Drug', 'Prices/Drug A/List price', 'x', 'half') }),
    'error',
    'text-in-number',
    'E4',
    /“half”/,
    /number/,
  ],
];

faults(CASES);
