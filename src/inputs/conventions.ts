/**
 * Conventions in dispute: the settings of BIM_Model by which published models differ, what each value does to the
 * result, and the published cases (folders of test/published) whose printed figures come out only with it.
 */

/** One value of a setting. */
export interface Way {
  /** As it is typed; a pattern such as `round to N places` stands for all of its kind. */
  readonly value: string;
  readonly does: string;
  /** Empty: no published case here decides it. */
  readonly pinnedBy: readonly string[];
}

export interface Convention {
  readonly setting: string;
  /** What it changes, in a sentence. */
  readonly changes: string;
  /** The first is the default. */
  readonly ways: readonly Way[];
}

const way = (value: string, does: string, ...pinnedBy: readonly string[]): Way => ({ value, does, pinnedBy });

export const CONVENTIONS: readonly Convention[] = [
  {
    setting: 'Growth starts',
    changes: 'The year of the first growth of every value with a Base: one step of growth more or less in all years.',
    ways: [
      way('second year', 'Base is the value of year 1; it has grown once in year 2.'),
      way(
        'first year',
        'Base has grown once in year 1. The default with a baseline year, whose value Base then is.',
        'easybim',
        'cadth',
      ),
    ],
  },
  {
    setting: 'Baseline year',
    changes:
      'Whether the year before the first is shown. Both worlds are without in it, and it is no part of the impact.',
    ways: [
      way('no', 'Everybody treated in year 1 starts in it.'),
      way(
        'yes',
        'Growth starts in year 1; with Baseline cohort continues, those treated before are not starters again.',
        'cadth',
      ),
    ],
  },
  {
    setting: 'Baseline cohort',
    changes: 'What becomes of those who enter in the baseline year.',
    ways: [
      way('ends', 'They are costed in it and not followed; year 1 counts all its people as starters.', 'cadth'),
      way('continues', 'They are followed into year 1 and on, and the bolus enters in year 1 only.'),
    ],
  },
  {
    setting: 'Step',
    changes: 'When the people of a cohort start in their year. Stock accounting is not changed.',
    ways: [
      way('year', 'All at the time that Entry says.'),
      way('month', 'A twelfth each month, so that part of the first treatment year falls in the next calendar year.'),
    ],
  },
  {
    setting: 'Entry',
    changes: 'When a yearly cohort starts. Stock accounting is not changed.',
    ways: [
      way('start of year', 'Each treatment year falls whole in its calendar year.'),
      way('mid-year', 'Half of each treatment year falls in the next calendar year: first years cost less.'),
    ],
  },
  {
    setting: 'Shares',
    changes: 'What happens where the shares of a world do not add up to 1.',
    ways: [
      way('sum to 1', 'The model is refused, and the sum shown.'),
      way('normalise', 'What falls below 0 is 0, and all shares are divided by their sum.', 'easybim'),
    ],
  },
  {
    setting: 'Patients',
    changes:
      'Whether people are whole: the eligible, those on a technology, and those who stay are rounded, nothing else.',
    ways: [
      way('fractional', 'Nobody is rounded.', 'ncpe'),
      way('round', 'Half away from zero; `round to N places` keeps N decimals.', 'china_nip'),
      way('truncate', 'Down to the whole person below.', 'semaglutide_uk', 'ixa001'),
      way('round half even', 'Halves go to the even neighbour.', 'htabim_vignette'),
    ],
  },
  {
    setting: 'Money',
    changes:
      'Whether amounts are rounded before they are added. A part is one cost row in one world, subgroup, technology and year.',
    ways: [
      way('unrounded', 'Totals come from unrounded parts.'),
      way(
        'round each part to N places',
        'Every part is rounded, half away from zero, and totals add the rounded parts.',
        'china_nip',
      ),
    ],
  },
  {
    setting: 'Leavers cost',
    changes: 'The part of a year that is charged for those who stop or die in it. A row’s own Leavers wins.',
    ways: [
      way('0', 'Who leaves in a year costs nothing in it.', 'nice_ng106', 'semaglutide_uk'),
      way('0.5', 'Half a year for each who leaves.', 'ncpe'),
      way('1', 'A whole year for each who leaves.'),
    ],
  },
  {
    setting: 'Days in year',
    changes: 'Doses a year of regimens in days and weeks, and with them what they cost.',
    ways: [way('365.25', 'The mean year.', 'ncpe', 'easybim'), way('365', '0.07 % fewer doses.')],
  },
  {
    setting: 'Discount from',
    changes: 'The discounted total alone: the first year that is discounted.',
    ways: [
      way('second year', 'Year t is divided by (1 + r)^(t − 1).', 'htabim_vignette'),
      way('first year', 'Year t is divided by (1 + r)^t.'),
    ],
  },
];

const folded = (text: string): string =>
  text
    .trim()
    .toLowerCase()
    .replaceAll(/[\s_]+/g, ' ');

/** The convention that a setting is; null for one that is none. */
export const conventionOf = (setting: string): Convention | null =>
  CONVENTIONS.find((known) => folded(known.setting) === folded(setting)) ?? null;

/** The way that a typed value is one of; null where the value is not listed (another number). */
export function wayOf({ ways }: Convention, value: string): Way | null {
  const typed = folded(value);
  const exact = ways.find((known) => folded(known.value) === typed);
  const kind = (text: string): string => folded(text).replace(/ to (n|\d+) places.*$/, '');
  return exact ?? ways.find((known) => kind(known.value) === kind(typed)) ?? null;
}
