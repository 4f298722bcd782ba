/** Faults 37–39: charts that are refused, empty or in the way, and columns that fit themselves. */
import type { ChartSpec, Report } from '../../../src/workbook/workbook';
import { chartsOf } from '../../excel-host/things/charts';
import { report, sheetSpec } from '../contract';
import { asked, recovers, sheetOf, writingUnder } from './bench';

const chart: ChartSpec = {
  kind: 'stacked columns',
  name: 'By year',
  title: 'By year, £',
  at: { from: [12, 2], to: [20, 4] },
  format: '#,##0',
  legend: true,
  description: 'Falls.',
  series: [
    {
      name: { from: [4, 3], to: [4, 3] },
      categories: { from: [5, 2], to: [6, 2] },
      values: { from: [5, 3], to: [6, 3] },
      colour: '14375E',
    },
    {
      name: { from: [4, 2], to: [4, 2] },
      categories: { from: [5, 2], to: [6, 2] },
      values: { from: [5, 2], to: [6, 2] },
      colour: '000000',
      line: { width: 2, marker: 'diamond', dash: true },
    },
  ],
};
const given: Report = {
  ...report('run 1'),
  sheets: [{ ...sheetSpec('summary', 'Summary'), charts: [chart] }],
  names: [],
};

test.each(['ChartSeries.MarkerStyle', 'ChartSeries.ChartType', 'ChartAxis.TickLabelPosition', 'ChartSeries.GapWidth'])(
  'fault 37: where %s is refused, the chart is plain, its series are whole, and it is said',
  async (member) => {
    const outcome = await writingUnder(
      ({ host }) => {
        host.forbid(member, 'InvalidArgument');
      },
      { given },
    );
    expect(outcome.written?.notices).toEqual([expect.stringMatching(/the charts are plain/)]);
    const charts = chartsOf(sheetOf(outcome.bench, 'Summary'));
    expect(charts.map((one) => one.series.length)).toEqual([2]);
    await recovers(outcome, given);
  },
);

test('fault 37: where every chart is refused, the figures stand in their tables', async () => {
  const outcome = await writingUnder(
    ({ host }) => {
      host.forbid('ChartCollection.Add', 'EmptyChartSeries');
    },
    { given },
  );
  expect(outcome.written?.notices).toEqual([expect.stringMatching(/refused charts.*in the tables/)]);
  expect(await outcome.bench.look('Summary', 'C6')).toBe(-0.3);
});

test('fault 37: charts draw from hidden rows as well, and a chart without series is not begun', async () => {
  const empty = { ...given, sheets: given.sheets.map((sheet) => ({ ...sheet, charts: [{ ...chart, series: [] }] })) };
  const { bench, message } = await writingUnder(() => undefined, { given: empty });
  expect(message).toBe('written');
  expect(chartsOf(sheetOf(bench, 'Summary'))).toHaveLength(0);
});

test('faults 38 and 39: charts stand on our own sheet, over the cells they were given, after widths that are set and not fitted', async () => {
  const { bench } = await writingUnder(() => undefined, { given });
  expect(chartsOf(sheetOf(bench, 'Summary')).map((one) => one.at)).toEqual([
    { top: 12, left: 2, bottom: 20, right: 4 },
  ]);
  expect(chartsOf(sheetOf(bench, 'Inputs'))).toEqual([]);
  const names = bench.host.exchanges.flatMap(({ request }) => request.Actions.map((action) => action.Name));
  expect(names.lastIndexOf('ColumnWidth')).toBeLessThan(names.indexOf('SetPosition'));
  expect(names).toContain('ColumnWidth');
  for (const member of ['AutofitColumns', 'AutofitRows']) expect(asked(bench.host.exchanges)).not.toContain(member);
});
