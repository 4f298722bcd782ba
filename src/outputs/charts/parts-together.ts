/** From none of the parts of a combination to all of them: each alone, and what they are worth only together. */
import type { PartsFigures } from '../../engine/realisation-results';
import { COLOURS } from '../../workbook/looks';
import { amount, printed, ZERO, type Amount } from '../amounts';
import { byCategory } from '../by-category';
import type { Drawing, OutChart } from '../drawing';
import { shortened, type Figures } from '../figures';
import { endsOf, floatingSeries, type Floating } from '../floating';
import { axisFormat, fineMoneyFormat, unitWords } from '../money';

export const partsTogether: OutChart = {
  name: 'The parts of a combination',
  sheet: 'parts',
  width: 'wide',
  draw: ({ figures }) => {
    const parts = figures.results.realisation?.parts;
    return parts ? drawings(figures, parts) : [];
  },
};

interface Column extends Floating {
  readonly kind: 'end' | 'part' | 'together';
}

function columnsOf({ money }: Figures, { none, whole, parts, interaction }: PartsFigures): readonly Column[] {
  const said = (value: Amount): string => printed(value, money.places, money.power).replace('-', '−');
  let at = amount(none);
  const step = (label: string, value: Amount, kind: Column['kind']): Column => {
    const from = at;
    at = from.plus(value);
    return { label: `${shortened(label, 24)} ${said(value)}`, from, to: at, kind };
  };
  const end = (label: string, value: string): Column => ({
    label: `${label} ${said(amount(value))}`,
    from: ZERO,
    to: amount(value),
    kind: 'end',
  });
  return [
    end('None', none),
    ...parts.map(({ part, alone }) => step(part, amount(alone), 'part')),
    step('Only together', amount(interaction), 'together'),
    end('All', whole),
  ];
}

function drawings(figures: Figures, parts: PartsFigures): readonly Drawing[] {
  const columns = columnsOf(figures, parts);
  const ends = endsOf(columns);
  if (ends === null) return [];
  const title = `Realised value, discounted, ${unitWords(figures.money)}: part by part`;
  return [
    byCategory({
      of: 'Part',
      labels: columns.map(({ label }) => label),
      cells: fineMoneyFormat(figures.money),
      series: floatingSeries(columns, [
        { label: 'value as it stands', colour: COLOURS.navy, mine: ({ kind }) => kind === 'end' },
        { label: 'alone', colour: COLOURS.sky, mine: ({ kind }) => kind === 'part' },
        { label: 'only together', colour: COLOURS.orange, mine: ({ kind }) => kind === 'together' },
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
