/** From and To of an agreement, typed over in a live model: what the engine makes of a workbook that holds them. */
import { assessLive } from '../../src/assess';
import { liveReport } from '../../src/outputs/live-report';
import type { Snapshot } from '../../src/workbook/workbook';
import { snapshotOf, type Block } from '../build/snapshot';
import { costOfNew, model, small, switching } from '../engine/small';
import { calculated, type Edit } from './calculated';
import { edited, type Typing } from './edited';
import { lint } from './lint';
import { atPlacesOf, compare } from './written';

const Agreements: Block = [
  ['Technology', 'Type', 'Order', 'From', 'To', 'Threshold', 'Rate', 'P1'],
  ['New', 'discount', 1, 2027, null, null, 0.2, null],
  ['New', 'spend cap', 2, 1, 3, 300, 0.5, null],
  ['New', 'annuity', 3, null, 2028, null, 0.04, 3],
  // Bands of one agreement that take over from each other.
  ['Old', 'discount', 1, 2026, 2026, null, 0.1, null],
  ['Old', 'discount', 1, 2027, null, null, 0.3, null],
];

const tables = (baseline: string): Snapshot =>
  snapshotOf(
    small({
      Model: model(4, ['Baseline year', baseline]),
      Uptake: switching(0.25, 0.5, 0.75, 1),
      Costs: [...costOfNew(10), ['Old', 'Acquisition', 'drug', 'patient-year', 4]],
      Agreements,
    }),
  );

const liveOf = (snapshot: Snapshot) => {
  const { live, results, findings } = assessLive(snapshot);
  if (!live || !results) throw new Error(findings.map(({ message }) => message).join('\n'));
  return { live, report: liveReport(results, live, '1 Jan 2026 12:00') };
};

const EDITS: readonly Typing[] = [
  ['BIM_Agreements', 0, 'From', 2028],
  ['BIM_Agreements', 0, 'From', 4],
  ['BIM_Agreements', 0, 'blank To', 2028],
  ['BIM_Agreements', 1, 'From', 2],
  ['BIM_Agreements', 1, 'To', 2027],
  ['BIM_Agreements', 2, 'blank From', 2027],
  ['BIM_Agreements', 2, 'To', 2],
];

test.each(['yes', 'no'])('with a baseline year: %s', (baseline) => {
  const snapshot = tables(baseline);
  const { live, report } = liveOf(snapshot);
  expect(lint(report)).toEqual([]);
  expect(compare(live, calculated(snapshot, report)).first).toEqual([]);
  for (const typing of baseline === 'yes' ? EDITS : EDITS.slice(0, 1)) {
    const made = edited(snapshot, typing);
    if (!made) throw new Error('no cell');
    const edit: Edit = [made.sheet, made.cell, made.value];
    const sheets = calculated(snapshot, report, [edit]);
    const again = liveOf(made.snapshot).live;
    expect(compare(atPlacesOf(live, again), sheets).first.map(({ said }) => said)).toEqual([]);
    expect(again).not.toEqual(live);
    expect([sheets['As run']?.['D6'], sheets['As run']?.['D7']]).toEqual([1, 0]);
  }
});

test('years of bands that take over from each other are said to be followed by nothing', () => {
  const snapshot = tables('no');
  const { report } = liveOf(snapshot);
  const made = edited(snapshot, ['BIM_Agreements', 3, 'To', 2027]);
  if (!made) throw new Error('no cell');
  const sheets = calculated(snapshot, report, [[made.sheet, made.cell, made.value]]);
  expect([sheets['As run']?.['D6'], sheets['As run']?.['D7']]).toEqual([1, 1]);
});
