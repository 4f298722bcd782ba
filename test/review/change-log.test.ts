/** The change log as a sheet: steps in order, and a column that adds up from the old impact to the new. */
import { changeLog } from '../../src/change-log/change-log';
import { Exact } from '../../src/engine/readings/decimals';
import { changeLogReport } from '../../src/review/change-log-sheet';
import { but, modelWith } from '../build/snapshot';
import { at, cellAt, sheetOf } from '../outputs/read';

const log = changeLog(
  modelWith(),
  modelWith({
    Population: but('Population', 0, 'Base', 1_100_000),
    Prices: but('Prices', 0, 'List price', 1500),
  }),
);
const side = (name: string) => ({ name, inputs: 'sha256:0123456789abcdef' });
const sheet = sheetOf(changeLogReport(log, side('old.xlsx'), side('new.xlsx'), '23 Nov 2026 08:00'), 'changelog');
const [START, FIRST, SECOND, END] = [7, 8, 9, 10] as const;
const [EFFECT, AFTER, ALONE] = [8, 9, 10] as const;

test('each step says what changed, where, from what to what', () => {
  expect([2, 3, 4, 5, 6, 7].map((column) => at(sheet, FIRST, column))).toEqual([
    '1',
    'changed',
    'Population/Adults/Population/Base',
    '1000000',
    '1100000',
    'Population!E4',
  ]);
  expect(at(sheet, SECOND, 4)).toBe('Prices/Drug A/All/List price');
  expect(at(sheet, 3, 2)).toBe('old.xlsx (inputs 01234567) to new.xlsx (inputs 01234567) · 23 Nov 2026 08:00');
});

test('the effects add up from the old impact to the new, on the sheet as in the figures', () => {
  expect([at(sheet, START, AFTER), at(sheet, END, AFTER)]).toEqual([log.start, log.end]);
  const effects = [FIRST, SECOND].map((row) => at(sheet, row, EFFECT) ?? '');
  expect(effects).toEqual(log.steps.map(({ inTurn }) => inTurn));
  expect(effects.reduce((sum, effect) => sum.plus(effect), new Exact(log.start)).toFixed()).toBe(log.end);
  expect(at(sheet, SECOND, AFTER)).toBe(log.end);
  expect(cellAt(sheet, FIRST, AFTER)?.value).toMatchObject({ formula: '=I7+H8' });
  expect(cellAt(sheet, END, EFFECT)?.value).toMatchObject({
    formula: '=IF(ABS(I9-I10)<=0.000001*(1+ABS(I10)),"● adds up","■ DOES NOT")',
  });
  expect(at(sheet, END, ALONE)).toBe(log.interaction);
});
