/** On Compare: from Base to a scenario, change by change; what the changes do together and not apart is a step of its own. */
import type { Difference } from '../../engine/stress/answers';
import { COLOURS } from '../../workbook/looks';
import { amount, printed, ZERO, type Amount } from '../amounts';
import { byCategory } from '../by-category';
import type { Drawing, OutChart } from '../drawing';
import { shortened, type Figures } from '../figures';
import { endsOf, floatingSeries, type Floating } from '../floating';
import { axisFormat, fineMoneyFormat, unitWords } from '../money';
import { parameterWords } from '../parameter-words';

/** More scenarios than these are in the table alone; those that move the figure most are drawn. */
const MOST = 3;

export const differenceWaterfall: OutChart = {
  name: 'What makes the difference',
  sheet: 'compare',
  width: 'wide',
  draw: ({ figures }) =>
    [...(figures.results.stress?.differences ?? [])]
      .filter(({ start, end }) => start !== end)
      .sort((a, b) => moved(b).comparedTo(moved(a)))
      .slice(0, MOST)
      .flatMap((each) => drawing(figures, each)),
};

const moved = ({ start, end }: Difference): Amount => amount(end).minus(start).abs();

interface Column extends Floating {
  readonly kind: 'end' | 'more' | 'less' | 'together';
}

function columnsOf({ money }: Figures, of: Difference): readonly Column[] {
  const said = (value: Amount, plus = ''): string =>
    `${value.gt(0) ? plus : ''}${printed(value, money.places, money.power).replace('-', '−')}`;
  const end = (label: string, value: string): Column => ({
    label: `${shortened(label, 24)} ${said(amount(value))}`,
    from: ZERO,
    to: amount(value),
    kind: 'end',
  });
  let at = amount(of.start);
  const step = (label: string, by: Amount, kind: Column['kind']): readonly Column[] => {
    const from = at;
    at = at.plus(by);
    return by.abs().lt('1e-9') ? [] : [{ label: `${shortened(label, 36)} ${said(by, '+')}`, from, to: at, kind }];
  };
  const steps = of.steps.flatMap(({ parameter, alone }) => {
    const by = amount(alone ?? '0');
    return step(parameterWords(parameter), by, by.gt(0) ? 'more' : 'less');
  });
  const together = step('together and not apart', amount(of.interaction), 'together');
  return [end(of.from, of.start), ...steps, ...together, end(of.to, of.end)];
}

function drawing(figures: Figures, of: Difference): readonly Drawing[] {
  const columns = columnsOf(figures, of);
  const ends = endsOf(columns);
  if (ends === null) return [];
  const title = `${of.figure}: from ${of.from} to ${shortened(of.to, 40)}, ${unitWords(figures.money)}`;
  return [
    byCategory({
      of: 'Step',
      labels: columns.map(({ label }) => label),
      cells: fineMoneyFormat(figures.money),
      series: floatingSeries(columns, [
        { label: of.figure, colour: COLOURS.navy, mine: ({ kind }) => kind === 'end' },
        { label: 'more', colour: COLOURS.orange, mine: ({ kind }) => kind === 'more' },
        { label: 'less', colour: COLOURS.sky, mine: ({ kind }) => kind === 'less' },
        { label: 'together and not apart', colour: COLOURS.grey, mine: ({ kind }) => kind === 'together' },
      ]),
      chart: {
        kind: 'stacked columns',
        title,
        format: axisFormat(figures.money),
        legend: false,
        gap: 35,
        overlap: 100,
        ...ends,
        description: `${title}. ${columns.map(({ label }) => label).join('; ')}.`,
      },
    }),
  ];
}
