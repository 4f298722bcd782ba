/** BIM_Out_Patients: people counted in the run, one row per count and year. */
import type { WrittenValue } from '../../workbook/workbook';
import type { Results } from '../../engine/results';
import { amount } from '../amounts';
import { WORLDS, type Figures } from '../figures';
import { liveValue } from '../live-terms';
import { COLUMN } from '../page';
import { AMOUNT_FORMAT, YEAR_FORMAT, type OutTable } from '../table';

export const patientsTable: OutTable = {
  name: 'BIM_Out_Patients',
  sheet: 'patients',
  holds: 'people, by what they are counted as',
  columns: [
    {
      header: 'Count',
      meaning: 'funnel, eligible, on technology, starts, test, or testing (what the tests of a subgroup do together)',
      width: 13,
    },
    { header: 'World', meaning: 'without or with; blank where both worlds are the same', width: 8 },
    { header: 'Subgroup', meaning: 'Subgroup', width: 18 },
    { header: 'Of', meaning: 'Step of the funnel, technology, or test', width: 24 },
    {
      header: 'Measure',
      meaning:
        'Stream of a funnel; of a test: tested, positive, truePositive …; of testing: tests, minutes, confirmed, missed, inVain, testsPerConfirmed, costPerConfirmed; else blank',
      width: 13,
    },
    { header: 'Year', meaning: 'Calendar year, the baseline year included', width: 7, format: YEAR_FORMAT },
    {
      header: 'People',
      meaning: 'People, unrounded but where the model rounds; of testing what Measure says',
      width: 14,
      format: AMOUNT_FORMAT,
    },
  ],
  rows: ({ figures }) => [...baselineRows(figures), ...yearRows(figures)],
};

type Keys = readonly [count: string, world: string, subgroup: string, of: string, measure: string];

function expand(
  results: Results,
  keys: Keys,
  values: readonly (string | null)[],
  years: readonly number[],
  first: number = COLUMN.firstYear,
): readonly (readonly WrittenValue[])[] {
  return years.map((year, index) => [
    ...keys,
    { number: String(year) },
    valueAt(results, values, index, first + index),
  ]);
}

/** Blank where there is no figure. */
function valueAt(results: Results, values: readonly (string | null)[], index: number, column: number): WrittenValue {
  const value = values[index];
  return value === null || value === undefined ? '' : liveValue(results, values, column, amount(value));
}

function yearRows({ results, years }: Figures): readonly (readonly WrittenValue[])[] {
  return [
    ...results.funnel.flatMap((each) =>
      expand(results, ['funnel', '', each.subgroup, each.step, each.stream], each.values, years),
    ),
    ...results.eligible.flatMap((each) =>
      expand(results, ['eligible', each.world ?? '', each.subgroup, '', ''], each.values, years),
    ),
    ...results.tests.flatMap((each) =>
      expand(results, ['test', each.world, each.subgroup, each.test, each.measure], each.values, years),
    ),
    ...(results.testing ?? []).flatMap((each) =>
      expand(results, ['testing', each.world, each.subgroup, '', each.measure], each.values, years),
    ),
    ...results.starts.flatMap((each) =>
      expand(results, ['starts', each.world, each.subgroup, each.technology, ''], each.values, years),
    ),
    ...results.patients.flatMap((each) =>
      expand(results, ['on technology', each.world, each.subgroup, each.technology, ''], each.values, years),
    ),
  ];
}

/** In the baseline year both worlds are without. */
function baselineRows({ results }: Figures): readonly (readonly WrittenValue[])[] {
  const { baseline } = results;
  if (baseline === null) return [];
  const before = COLUMN.baseline;
  const years = [baseline.year];
  return [
    ...(baseline.funnel ?? []).flatMap((each) =>
      expand(results, ['funnel', '', each.subgroup, each.step, each.stream], each.values, years, before),
    ),
    ...baseline.eligible.flatMap((each) =>
      expand(results, ['eligible', '', each.subgroup, '', ''], each.values, years, before),
    ),
    ...WORLDS.flatMap((world) =>
      baseline.patients.flatMap((each) =>
        expand(results, ['on technology', world, each.subgroup, each.technology, ''], each.values, years, before),
      ),
    ),
  ];
}
