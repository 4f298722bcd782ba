/** Random models, written live: no formula breaks the habits of the trade (published cases: agreement.slow.test.ts; of value realisation: random.slow.test.ts). */
import fc from 'fast-check';
import { assessLive } from '../../src/assess';
import { liveReport } from '../../src/outputs/live-report';
import type { Report, Snapshot } from '../../src/workbook/workbook';
import { snapshotOf, workbooks } from '../random/workbooks';
import { lint, r1c1 } from './lint';

const reportOf = (snapshot: Snapshot): Report | null => {
  const { live, results } = assessLive(snapshot);
  return live && results ? liveReport(results, live, '1 Jan 2026 12:00') : null;
};

const ALL = { streams: true, cohorts: true, regimens: true, agreements: true, tests: true, splits: true };

test.each([
  ['the core tables', {}],
  ['streams and tests', { streams: true, tests: true }],
  ['cohorts and regimens', { cohorts: true, regimens: true }],
  ['agreements', { agreements: true, streams: true }],
  ['everything', ALL],
])(
  'random models of %s have none',
  (_, families) => {
    let written = 0;
    fc.assert(
      fc.property(workbooks(families), (tables) => {
        const report = reportOf(snapshotOf(tables));
        if (!report) return;
        written += 1;
        expect(lint(report).slice(0, 3)).toEqual([]);
      }),
      { numRuns: 6, seed: 3, endOnFailure: true },
    );
    expect(written).toBeGreaterThan(3);
  },
  120_000,
);

describe('the linter', () => {
  const cell = (column: number, formula: string, style = 'calculation') =>
    ({ row: 8, column, value: { formula, cached: { number: '1' } }, style }) as const;
  const found = (...cells: readonly ReturnType<typeof cell>[]): readonly string[] =>
    lint({
      title: '',
      stamp: '',
      language: 'en-GB',
      names: [],
      open: 'Calc',
      sheets: [
        {
          key: 'calc',
          name: 'Calc',
          purpose: 'calculation',
          widths: [],
          cells: cells as never,
          tables: [],
          charts: [],
          validations: [],
          conditions: [],
          print: {
            area: { from: [1, 1], to: [9, 9] },
            orientation: 'landscape',
            fit: 'one page',
            footer: ['', '', ''],
          },
        },
      ],
    }).map(({ rule }) => rule);

  test.each([
    ['two formulas along a row', [cell(7, '=G1'), cell(8, '=H1'), cell(9, '=J1')], 'several formulas along a row'],
    [
      'a first period without its mark',
      [cell(7, '=G1*2'), cell(8, '=H1'), cell(9, '=I1')],
      'a first period that is not marked',
    ],
    ['a constant', [cell(7, '=G1*12')], 'a constant in a formula'],
    ['a volatile function', [cell(7, '=OFFSET(G1,1,1)')], 'a function that is not listed'],
    ['a long formula', [cell(7, `=SUM(${'G1,'.repeat(80)}G2)`)], 'a long formula'],
    ['a long addition', [cell(7, '=G1+G2+G3+G4+G5+G6+G7')], 'a total that is not a SUM'],
  ])('notices %s', (_, cells, rule) => {
    expect(found(...cells)).toContain(rule);
  });

  test('lets pass what is as it should be', () => {
    expect(found(cell(7, '=F8+G1', 'firstPeriod'), cell(8, '=G8+H1'), cell(9, '=H8+I1'))).toEqual([]);
    expect(r1c1("=IF(G$6=1,'My sheet'!$E$4,F8)", 8, 7)).toBe("=IF(R6C[0]=1,'My sheet'!R4C5,R[0]C[-1])");
  });
});
