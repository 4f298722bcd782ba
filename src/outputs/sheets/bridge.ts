/** Bridge: from what was planned to what happened, technology by technology; where it leads, and how good the plan was. */
import type { ForecastFigures, Realisation } from '../../engine/realisation-results';
import type { Amounts } from '../../engine/results';
import { amount } from '../amounts';
import { drawn, type Drawn } from '../drawn';
import type { Figures } from '../figures';
import { moneyLine, peopleLine } from '../lines';
import { errorKey } from '../../engine/appraisal/plan-and-actual-figures';
import { markValues, rowOfConstant, rowOfMonths } from '../live-rows';
import { termsOf } from '../live-terms';
import { differenceFormat, PERCENT_DIFFERENCE, unitOf } from '../money';
import { heading, line, newPage, periodHeader, section, type Page } from '../page';
import { BRIDGE_STEPS, bridgeScale, bridgesOf, recordedFigures, type Bridged } from '../plan-and-actual';
import { bridgeAnswers, bridgeLead } from '../plan-words';
import { flow, type Row } from '../row';
import { answersSection } from '../wide-text';
import { staleLine } from '../stale';

const HEADER_ROW = 5;

export function bridgeSheet(figures: Figures, realisation: Realisation, stamp: string): Drawn {
  const bridges = bridgesOf(realisation);
  const page = newPage(bridgeScale(figures, bridges), HEADER_ROW + 2);
  heading(page, 'Plan and actual', 'From what was planned to what happened, one step after another', stamp);
  staleLine(page);
  periodHeader(page, HEADER_ROW, '');
  answersSection(page, [
    { title: 'So far', text: bridgeLead(figures, bridges) },
    ...bridges.flatMap((each) =>
      bridgeAnswers(figures, realisation, each).map(({ title, text }) => ({
        title: bridges.length === 1 ? title : `${each.technology}: ${title.charAt(0).toLowerCase()}${title.slice(1)}`,
        text,
      })),
    ),
  ]);
  for (const each of bridges) {
    stepsSection(page, each);
    startsSection(page, realisation, each);
    errorSection(page, realisation, each);
  }
  return drawn(page, {
    key: 'bridge',
    tableRow: HEADER_ROW,
    note: 46,
    caption:
      'Spending of the months that were recorded, undiscounted. Steps are taken in this order at the planned average price; they add up exactly.',
  });
}

const ofYears = ({ figures: { results } }: Page, list: Amounts): Row =>
  flow(list.map(amount), null, termsOf(results, list));

/** Says so where a live workbook has no cells for a list. */
const markUnlessLive = (page: Page, band: number, list: Amounts): void => {
  if (termsOf(page.figures.results, list) === undefined) markValues(page, band);
};

/** Planned spending and each step are actual spending, in every year. */
function stepsSection(page: Page, { technology, lists, steps }: Bridged): void {
  const { money } = page.figures;
  markUnlessLive(page, section(page, `${technology}: from plan to actual`, unitOf(money)), lists.planned);
  moneyLine(page, `bridge/${technology}/planned`, 'Planned', ofYears(page, lists.planned), { tone: 'total' });
  steps.forEach(({ step, label, list }, n) => {
    moneyLine(page, `bridge/${technology}/step/${step}`, label, ofYears(page, list), {
      format: differenceFormat(money),
      indent: 2,
      note: BRIDGE_STEPS[n]?.means ?? '',
    });
  });
  moneyLine(page, `bridge/${technology}/actual`, 'Actual', ofYears(page, lists.actual), { tone: 'total' });
}

/** Planned starts, those recorded, and what is to be expected now. */
function startsSection(page: Page, realisation: Realisation, { technology, lists, lag }: Bridged): void {
  const of = (kind: string): Row | null => {
    const values = recordedFigures(realisation, technology, 'starts', kind);
    return values && rowOfMonths(page, [{ values }], 'added');
  };
  const [planned, actual] = [of('planned'), of('actual')];
  if (!planned || !actual) return;
  markUnlessLive(page, section(page, `${technology}: people starting`, page.figures.people.unit), lists.reforecast);
  peopleLine(page, `tracked/${technology}/planned`, 'Planned', planned);
  peopleLine(page, `tracked/${technology}/actual`, 'Recorded so far', actual);
  peopleLine(page, `tracked/${technology}/reforecast`, 'Reforecast', ofYears(page, lists.reforecast), {
    tone: 'total',
    note:
      lag === 0
        ? 'Recorded, then the plan × actual ÷ plan so far'
        : `Recorded, then the plan ${String(Math.abs(lag))} months ${lag > 0 ? 'later' : 'earlier'} × actual ÷ plan so far`,
  });
}

const MEASURES = { starts: 'Starts', patients: 'People on it', spend: 'Spending' } as const;

function errorSection(page: Page, { forecast = [] }: Realisation, { technology }: Bridged): void {
  const mine = forecast.filter((each) => each.technology === technology && each.bias !== null);
  if (mine.length === 0) return;
  const band = section(page, `${technology}: forecast error`, '%');
  if (mine.some((each) => !page.figures.results.live?.errors.has(errorKey(each, 'bias')))) markValues(page, band);
  for (const each of mine) {
    errorLine(page, each, 'bias', '(planned − actual) ÷ actual: above 0 the plan was too high');
    errorLine(page, each, 'error', '|planned − actual| ÷ actual, period by period');
  }
}

function errorLine(page: Page, each: ForecastFigures, which: 'bias' | 'error', note: string): void {
  const term = page.figures.results.live?.errors.get(errorKey(each, which));
  line(page, {
    key: `forecast/${each.technology}/${each.measure}/${which}`,
    label: MEASURES[each.measure],
    member: which === 'bias' ? 'bias' : 'mean error',
    unit: '%',
    row: rowOfConstant(page, amount(each[which] ?? '0'), term),
    format: which === 'bias' ? PERCENT_DIFFERENCE : '0.0%;-0.0%;"–"',
    note: `${note}; ${each.periods === 1 ? 'one period' : `${String(each.periods)} periods`}`,
  });
}
