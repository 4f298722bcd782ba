/** The fan: median, middle half and 95 % of the draws by year, stacked on a base without fill; as lines where any of it lies below zero. */
import { COLOURS } from '../../workbook/looks';
import type { WrittenValue } from '../../workbook/workbook';
import { inCell, printed, ZERO, type Amount } from '../amounts';
import { linkTo, placedAt, type OutChart } from '../drawing';
import { axisFormat, fineMoneyFormat, unitWords } from '../money';
import { overTime, type TimeSeries } from '../over-time';
import { address, amountAt, type Page, type Placed } from '../page';

const OUTER = 'D3E6F5';
const EDGES = ['0.025', '0.25', '0.75', '0.975'] as const;

export const fan: OutChart = {
  name: 'Fan',
  sheet: 'sensitivity',
  width: 'wide',
  draw: (page) => {
    const edges = placedAt(
      page,
      EDGES.map((at) => `draws/${at}`),
    );
    const [median] = placedAt(page, ['draws/0.5']);
    const [low, , , high] = edges;
    if (!low || !high || !median || edges.length < EDGES.length) return [];
    const { money, years } = page.figures;
    const stacks = [...low.value.years].every((value) => value !== null && !value.isNegative());
    const said = (placed: Placed, n: number): string =>
      printed(placed.value.years[n] ?? ZERO, money.places, money.power);
    const last = years.length - 1;
    return [
      overTime(page, {
        baseline: false,
        cells: fineMoneyFormat(money),
        series: [...(stacks ? bands(edges) : lines(edges)), ...middle(median), ...limit(page)],
        chart: {
          kind: stacks ? 'area' : 'line',
          title: `Budget impact, ${unitWords(money)}: median (line), middle half and 95 % of draws (${stacks ? 'bands' : 'thin lines'})`,
          format: axisFormat(money),
          legend: false,
          description: `Fan chart. The middle estimate goes from ${said(median, 0)} to ${said(median, last)}; in ${String(years[last] ?? '')} 95 of 100 draws lie between ${said(low, last)} and ${said(high, last)}.`,
        },
      }),
    ];
  },
};

/** The lowest edge, then the width from each edge to the next. */
function bands(edges: readonly Placed[]): readonly TimeSeries[] {
  const colours = ['none', OUTER, COLOURS.task, OUTER];
  const labels = ['base', 'to 25 %', 'to 75 %', 'to 97.5 %'];
  return edges.map((edge, n) => {
    const below = edges[n - 1];
    return {
      label: labels[n] ?? '',
      colour: colours[n] ?? OUTER,
      cell: (column: number) => (below ? width(edge, below, column) : linkTo([edge], column)),
    };
  });
}

function width(edge: Placed, below: Placed, column: number): WrittenValue {
  const of = (placed: Placed): Amount => amountAt(placed.value, column) ?? ZERO;
  return {
    formula: `=${address(edge.row, column)}-${address(below.row, column)}`,
    cached: inCell(of(edge).minus(of(below))),
  };
}

const lines = (edges: readonly Placed[]): readonly TimeSeries[] =>
  edges.map((edge, n) => ({
    label: `${EDGES[n] ?? ''} of draws`,
    colour: n === 0 || n === 3 ? COLOURS.sky : COLOURS.task,
    line: { width: 1.5, marker: 'none', dash: false },
    cell: (column) => linkTo([edge], column),
  }));

const middle = (median: Placed): readonly TimeSeries[] => [
  {
    label: 'Median',
    colour: COLOURS.navy,
    line: { width: 2.5, marker: 'none', dash: false },
    cell: (column) => linkTo([median], column),
  },
];

/** The threshold of the test. */
function limit({ figures: { results } }: Page): readonly TimeSeries[] {
  const { test } = results.impact;
  if (!test) return [];
  const value = { number: test.threshold };
  return [{ label: 'Test', colour: COLOURS.bad, line: { width: 1.5, marker: 'none', dash: true }, cell: () => value }];
}
