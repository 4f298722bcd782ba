/**
 * Plan and actual by hand, in two subgroups: 15 of the 30 adults a month and 2.5 of the 10 others are to start N, who stay.
 */
import { planAndActualFigures } from '../../../src/engine/appraisal/plan-and-actual-figures';
import { readAssumptions } from '../../../src/inputs/read-assumptions';
import { runModel } from '../../../src/run/run-model';
import { modelWith, type Block, type Typed } from '../../build/snapshot';
import { SMALL, type Tables } from '../value/realised';

const PLAN: Tables = {
  ...SMALL,
  Population: [
    ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
    ['Adults', 'New', 'count', 'incident', 360],
    ['Young/old', 'New', 'count', 'incident', 120],
  ],
  Technologies: [
    ['Technology', 'Role', 'Accounting'],
    ['N', 'new', 'cohort'],
    ['M', 'new', 'cohort'],
    ['C', 'current', 'cohort'],
  ],
  Uptake: [
    ['World', 'Subgroup', 'Technology', '2026', '2027'],
    ['without', 'All', 'C', 1, 1],
    ['with', 'Adults', 'N', 0.5, 0],
    ['with', 'Young/old', 'N', 0.25, 0],
    ['with', 'Adults', 'M', 0.1, 0.1],
  ],
};
const recorded = (...rows: readonly (readonly Typed[])[]) => {
  const Actuals: Block = [['Period', 'Measure', 'Technology', 'Subgroup', 'Value'], ...rows];
  const { assumptions, findings } = readAssumptions(modelWith({ ...PLAN, Actuals }));
  const run = assumptions && runModel(assumptions).run;
  if (!run) throw new Error(findings.map(({ message }) => message).join('\n'));
  const { bridge = [], recorded: lists = [], forecast = [] } = planAndActualFigures(run);
  const list = (measure: string, of: string, technology = 'N'): readonly (number | null)[] =>
    (
      lists.find((row) => row.technology === technology && row.measure === measure && row.case === of)?.values ?? []
    ).map((value) => (value === null ? null : Number(Number(value).toFixed(9))));
  const step = (name: string, technology = 'N'): readonly number[] =>
    (bridge.find((row) => row.technology === technology && row.step === name)?.values ?? []).map((value) =>
      Number(Number(value).toFixed(6)),
    );
  return { lists, forecast, list, step };
};
const times = (count: number, value: number | null): readonly (number | null)[] =>
  Array.from({ length: count }, () => value);

test('starts of all go to subgroups as planned, those of a subgroup are its own; what is to come goes on at its pace', () => {
  const { list, step, forecast } = recorded(
    ['2026-01', 'starts', 'N', null, 7],
    ['2026-02', 'starts', 'n', 'ADULTS', 9],
    ['2026-02', 'starts', 'N', 'Young/old', 1],
    ['2026-03', 'starts', 'N', 'Adults', 30],
    // Of 14 for all the others have a seventh; the adults have their own.
    ['2026-03', 'starts', 'N', 'All', 17.5],
  );
  expect(list('starts', 'planned')).toEqual([...times(12, 17.5), ...times(12, 0)]);
  expect(list('starts', 'actual')).toEqual([7, 10, 32.5, ...times(21, null)]);
  // Adults: 45 of 45 planned. The others: 4.5 of 7.5.
  expect(list('starts', 'reforecast')).toEqual([7, 10, 32.5, ...times(9, 16.5), ...times(12, 0)]);
  expect(step('reforecast starts')).toEqual([198, 0]);
  expect(step('lag months')).toEqual([0]);
  // 52.5 planned beside 49.5; off by 10.5, 7.5 and 15.
  expect(forecast).toEqual([
    {
      technology: 'N',
      measure: 'starts',
      periods: 3,
      bias: expect.stringMatching(/^0\.060606/) as string,
      error: expect.stringMatching(/^0\.666666/) as string,
    },
  ]);
});

test('a year as a whole is one period; patients of a year are those of each month, and nothing that happened has no error', () => {
  const { list, lists, forecast } = recorded(
    ['2026', 'starts', 'M', null, 24],
    ['2026', 'patients', 'N', null, 140],
    ['2027', 'starts', 'M', null, 0],
    ['2026', 'spend', 'N', 'Adults', 0],
  );
  expect(list('starts', 'planned', 'M')).toEqual(times(24, 3));
  expect(list('starts', 'actual', 'M')).toEqual([...times(12, 2), ...times(12, 0)]);
  expect(list('patients', 'actual').slice(0, 13)).toEqual([...times(12, 140), null]);
  expect(lists.map(({ technology, measure, case: of }) => [technology, measure, of].join(' '))).toEqual([
    ...['N patients planned', 'N patients actual', 'N spend planned', 'N spend actual'],
    ...['M starts planned', 'M starts actual', 'M starts reforecast'],
  ]);
  const [patients, spend, starts] = forecast;
  // 17.5 × (1 + … + 12) patient-months planned beside 12 × 140: off by 315, in the year as a whole.
  expect([patients?.periods, Number(patients?.bias), Number(patients?.error)]).toEqual([1, -0.1875, 0.1875]);
  expect([spend?.technology, spend?.periods, spend?.bias, spend?.error]).toEqual(['N', 1, null, null]);
  expect([starts?.technology, starts?.periods, Number(starts?.bias), Number(starts?.error)]).toEqual(['M', 2, 2, 2]);
});

test('where nobody is planned, what was recorded for all is shared alike', () => {
  const { list } = recorded(['2027-01', 'starts', 'N', null, 8]);
  expect(list('starts', 'actual').slice(11, 14)).toEqual([null, 8, null]);
});

test('a launch three months late moves what is to come by as much', () => {
  const { list, step } = recorded(
    ...['01', '02', '03'].map((month): readonly Typed[] => [`2026-${month}`, 'starts', 'N', 'Adults', 0]),
    ['2026-04', 'starts', 'N', 'Adults', 15],
  );
  expect(step('lag months')).toEqual([3]);
  // The adults' plan of twelve months ends in March; the others keep to theirs.
  expect(list('starts', 'reforecast')).toEqual([2.5, 2.5, 2.5, ...times(9, 17.5), ...times(3, 15), ...times(9, 0)]);
});
