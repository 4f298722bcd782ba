/** From planned to actual spending, technology by technology: what raised it and what lowered it, over the years recorded. */
import { COLOURS } from '../../workbook/looks';
import { printed, sum, ZERO, type Amount } from '../amounts';
import { byCategory } from '../by-category';
import type { Drawing, OutChart } from '../drawing';
import { shortened, type Figures } from '../figures';
import { endsOf, floatingSeries, type Floating } from '../floating';
import { axisFormat, fineMoneyFormat, unitWords } from '../money';
import { bridgesOf, type Bridged } from '../plan-and-actual';

/** More technologies than these are in the table alone. */
const MOST = 4;

export const planToActual: OutChart = {
  name: 'From plan to actual',
  sheet: 'bridge',
  width: 'wide',
  draw: ({ figures }) => {
    const { realisation } = figures.results;
    return realisation
      ? bridgesOf(realisation)
          .slice(0, MOST)
          .flatMap((each) => drawings(figures, each))
      : [];
  },
};

interface Column extends Floating {
  readonly kind: 'end' | 'more' | 'less';
}

function columnsOf({ money }: Figures, { planned, steps, actual }: Bridged): readonly Column[] {
  const said = (value: Amount, plus = ''): string =>
    `${value.gt(0) ? plus : ''}${printed(value, money.places, money.power).replace('-', '−')}`;
  const end = (label: string, value: Amount): Column => ({
    label: `${label} ${said(value)}`,
    from: ZERO,
    to: value,
    kind: 'end',
  });
  let at = sum(planned);
  const moved = steps.flatMap(({ label, values }): readonly Column[] => {
    const [from, step] = [at, sum(values)];
    at = from.plus(step);
    // What divisions leave behind the last digit is nothing.
    if (step.abs().lt('1e-9')) return [];
    return [{ label: `${label} ${said(step, '+')}`, from, to: at, kind: step.gt(0) ? 'more' : 'less' }];
  });
  return [end('Planned', sum(planned)), ...moved, end('Actual', sum(actual))];
}

function drawings(figures: Figures, bridged: Bridged): readonly Drawing[] {
  const columns = columnsOf(figures, bridged);
  const ends = endsOf(columns);
  if (ends === null) return [];
  const title = `${shortened(bridged.technology, 40)}: spending from plan to actual, ${unitWords(figures.money)}`;
  return [
    byCategory({
      of: 'Step',
      labels: columns.map(({ label }) => label),
      cells: fineMoneyFormat(figures.money),
      series: floatingSeries(columns, [
        { label: 'spending', colour: COLOURS.navy, mine: ({ kind }) => kind === 'end' },
        { label: 'more than planned', colour: COLOURS.orange, mine: ({ kind }) => kind === 'more' },
        { label: 'less than planned', colour: COLOURS.sky, mine: ({ kind }) => kind === 'less' },
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
