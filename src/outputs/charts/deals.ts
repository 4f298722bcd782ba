/** Agreements side by side: the yearly impact with none, with all, and with those that save most. */
import { COLOURS } from '../../workbook/looks';
import { printed } from '../amounts';
import { dealsOf, type Deal } from '../deals';
import { placedAt, type Drawing, type OutChart } from '../drawing';
import { shortened } from '../figures';
import { axisFormat, moneyFormat, unitWords } from '../money';
import { overTime, rowSeries } from '../over-time';
import type { Page } from '../page';

/** At most so many beside none and all. */
const OTHERS = 3;
const COLOUR = [COLOURS.text, COLOURS.sky, COLOURS.orange, COLOURS.sand, COLOURS.navy] as const;

export const dealsChart: OutChart = {
  name: 'Agreements',
  sheet: 'deals',
  width: 'wide',
  draw: (page) => {
    const deals = shown(page);
    return deals.length === 0 ? [] : [drawing(page, deals)];
  },
};

/** None, those that save most in table order, all. With a single agreement it is all there is. */
function shown({ figures }: Page): readonly Deal[] {
  const deals = dealsOf(figures);
  const alone = deals.filter((deal) => deal.kind === 'one');
  const kept = new Set([...alone].sort((a, b) => a.saved.comparedTo(b.saved)).slice(0, OTHERS));
  return deals.filter((deal) => deal.kind === 'none' || kept.has(deal) || (deal.kind === 'all' && alone.length > 1));
}

function drawing(page: Page, deals: readonly Deal[]): Drawing {
  const { money } = page.figures;
  return overTime(page, {
    baseline: false,
    cells: moneyFormat(money),
    series: deals.map(({ name, kind }, index) =>
      rowSeries(shortened(name, 40), placedAt(page, [`deal/${name}`]), {
        colour: kind === 'all' ? COLOURS.navy : (COLOUR[index] ?? COLOURS.grey),
      }),
    ),
    chart: {
      kind: 'clustered columns',
      title: `Budget impact by agreement, ${unitWords(money)}`,
      format: axisFormat(money),
      legend: true,
      gap: 60,
      overlap: 0,
      description: inWords(page, deals),
    },
  });
}

function inWords({ figures: { money, longSpan } }: Page, deals: readonly Deal[]): string {
  const parts = deals.map(({ name, impact: { total } }) =>
    total === null ? name : `${name} ${printed(total, money.places, money.power)}`,
  );
  return `Budget impact by year with each agreement. Over ${longSpan}, ${unitWords(money)}: ${parts.join('; ')}.`;
}
