/**
 * Plan and actual in a live workbook: typed over, blank cells filled, every figure of the bridge is what the engine makes
 * of a workbook that holds them, on Calc as on the sheet Bridge.
 */
import { assessLive } from '../../src/assess';
import { soundnessFaults } from '../../src/engine/readings/soundness';
import { unitFaults } from '../../src/engine/readings/units';
import { liveReport } from '../../src/outputs/live-report';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { runModel } from '../../src/run/run-model';
import type { Snapshot } from '../../src/workbook/workbook';
import { modelWith, type Block } from '../build/snapshot';
import { calculated, type Edit } from './calculated';
import { edited, type Typing } from './edited';
import { lint } from './lint';
import { marksWrong } from './marks';
import { atPlacesOf, compare, otherCells, resultsAfter } from './written';

/** Two subgroups, a dear and a cheap one. */
const plan = (accounting: 'cohort' | 'stock', Actuals: Block): Snapshot =>
  modelWith({
    Model: [
      ['Setting', 'Value'],
      ['First year', 2026],
      ['Years', 1],
      ['Baseline year', accounting === 'stock' ? 'yes' : 'no'],
      ['Step', accounting === 'stock' ? 'year' : 'month'],
    ],
    Population: [
      ['Subgroup', 'Step', 'Op', 'Stream', 'Base'],
      ['Adults', 'New', 'count', 'incident', 120],
      ['Children', 'New', 'count', 'incident', 60],
    ],
    Technologies: [
      ['Technology', 'Role', 'Accounting', 'Persistence', 'P1'],
      [
        'Drug A',
        'new',
        accounting,
        accounting === 'cohort' ? 'exponential' : null,
        accounting === 'cohort' ? 0.2 : null,
      ],
      ['Drug B', 'current', accounting, null, null],
    ],
    Uptake: [
      ['World', 'Subgroup', 'Technology', '2026'],
      ['without', 'All', 'Drug A', 0],
      ['without', 'All', 'Drug B', 1],
      ['with', 'Adults', 'Drug A', 0.25],
      ['with', 'Children', 'Drug A', 0.4],
    ],
    Prices: null,
    Costs: [
      ['Technology', 'Subgroup', 'Category', 'Item', 'Per', 'Unit cost'],
      ['Drug A', 'Adults', 'Acquisition', 'a', 'patient-year', 1200],
      ['Drug A', 'Children', 'Acquisition', 'a', 'patient-year', 700],
      ['Drug B', 'All', 'Acquisition', 'b', 'patient-year', 600],
    ],
    Actuals,
  });

const ACTUALS: Block = [
  ['Period', 'Measure', 'Technology', 'Subgroup', 'Value'],
  ['2026-03', 'starts', 'Drug A', 'Adults', 1.5],
  ['2026-04', 'starts', 'Drug A', 'Adults', 2.25],
  ['2026-05', 'starts', 'Drug A', 'Adults', null],
  ['2026-06', 'starts', 'Drug A', 'All', 4],
  ['2026-05', 'starts', 'Drug A', 'All', 7],
  ['2026-04', 'patients', 'Drug A', 'Adults', 3],
  ['2026', 'patients', 'Drug A', 'All', 25],
  ['2026', 'eligible', null, 'Adults', 140],
  ['2026', 'eligible', null, 'All', 210],
  ['2026', 'spend', 'Drug A', 'All', 4000],
  ['2026-02', 'spend', 'Drug A', 'Children', null],
];

const liveOf = (snapshot: Snapshot) => {
  const { live, results, findings } = assessLive(snapshot);
  if (!live || !results) throw new Error(findings.map(({ message }) => message).join('\n'));
  return { live, results, report: liveReport(results, live, '1 Jan 2026 12:00') };
};

const EDITS: readonly (readonly Typing[])[] = [
  // The start moves, and with it the whole plan; cells that were blank are typed.
  [
    ['BIM_Actuals', 0, 'Value', 0],
    ['BIM_Actuals', 2, 'blank Value', 5],
    ['BIM_Actuals', 10, 'blank Value', 900],
    ['BIM_Actuals', 4, 'Value', 20],
    ['BIM_Actuals', 6, 'Value', 66],
    ['BIM_Actuals', 7, 'Value', 0],
  ],
  // Another plan.
  [
    ['BIM_Uptake', 2, '2026', 0.5],
    ['BIM_Costs', 1, 'Unit cost', 950],
  ],
];

/** The waterfall leaves steps of nothing out, so that the data of charts stand elsewhere in a rerun. */
const isPrinted = (said: string): boolean => !/^Bridge!A[A-Z]/.test(said);

test.each([
  ['cohort', EDITS],
  ['stock', EDITS.slice(0, 1)],
] as const)('%s accounting', (accounting, all) => {
  const snapshot = plan(accounting, ACTUALS);
  const { assumptions } = readAssumptions(snapshot);
  const model = assumptions && runModel(assumptions).run?.of.model;
  if (!model) throw new Error('no model');
  expect([soundnessFaults(model), unitFaults(model)]).toEqual([[], []]);
  const { live, report, results } = liveOf(snapshot);
  expect([...lint(report), ...marksWrong(live)]).toEqual([]);
  const sheets = calculated(snapshot, report);
  expect([...compare(live, sheets).first, ...otherCells(report, sheets).slice(0, 3)]).toEqual([]);
  for (const cells of all) {
    let there = snapshot;
    const edits = cells.map((typing): Edit => {
      const made = edited(there, typing);
      if (!made) throw new Error('no cell');
      there = made.snapshot;
      return [made.sheet, made.cell, made.value];
    });
    const again = liveOf(there);
    const after = calculated(snapshot, report, edits);
    expect(compare(atPlacesOf(live, again.live), after).first.map(({ said }) => said)).toEqual([]);
    expect(again.results.realisation?.bridge).not.toEqual(results.realisation?.bridge);
    const { compared, wrong } = resultsAfter(report, again.report, after);
    expect(wrong.filter(isPrinted)).toEqual([]);
    expect(compared).toBeGreaterThan(60);
    expect([after['As run']?.['D6'], after['As run']?.['D7']]).toEqual([edits.length, 0]);
  }
});
