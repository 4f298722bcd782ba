/** Bridge: from what was planned to what happened, technology by technology; where it leads, and how good the plan was. */
import type { ForecastFigures, Realisation } from '../../engine/realisation-results';
import { amount, sum, ZERO, type Amount } from '../amounts';
import { drawn, type Drawn } from '../drawn';
import type { Figures } from '../figures';
import { moneyLine, peopleLine } from '../lines';
import { markValues } from '../live-rows';
import { differenceFormat, PERCENT_DIFFERENCE, unitOf } from '../money';
import { heading, line, newPage, periodHeader, section, type Page } from '../page';
import { BRIDGE_STEPS, bridgeScale, bridgesOf, recordedList, type Bridged } from '../plan-and-actual';
import { bridgeAnswers, bridgeLead } from '../plan-words';
import { constant, flow, type Row } from '../row';
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

const ofYears = (values: readonly Amount[]): Row => flow(values, null);

/** Planned spending and each step are actual spending, in every year. */
function stepsSection(page: Page, { technology, planned, steps, actual }: Bridged): void {
  const { money } = page.figures;
  markValues(page, section(page, `${technology}: from plan to actual`, unitOf(money)));
  moneyLine(page, `bridge/${technology}/planned`, 'Planned', ofYears(planned), { tone: 'total' });
  steps.forEach(({ step, label, values }, n) => {
    moneyLine(page, `bridge/${technology}/step/${step}`, label, ofYears(values), {
      format: differenceFormat(money),
      indent: 2,
      note: BRIDGE_STEPS[n]?.means ?? '',
    });
  });
  moneyLine(page, `bridge/${technology}/actual`, 'Actual', ofYears(actual), { tone: 'total' });
}

/** Planned starts, those recorded, and what is to be expected now. */
function startsSection(page: Page, realisation: Realisation, { technology, reforecast, lag }: Bridged): void {
  const of = (kind: string): Row | null => {
    const list = recordedList(realisation, technology, 'starts', kind);
    return list && ofYears(byYear(list));
  };
  const [planned, actual] = [of('planned'), of('actual')];
  if (!planned || !actual) return;
  markValues(page, section(page, `${technology}: people starting`, page.figures.people.unit));
  peopleLine(page, `tracked/${technology}/planned`, 'Planned', planned);
  peopleLine(page, `tracked/${technology}/actual`, 'Recorded so far', actual);
  peopleLine(page, `tracked/${technology}/reforecast`, 'Reforecast', ofYears(reforecast), {
    tone: 'total',
    note:
      lag === 0
        ? 'Recorded, then the plan × actual ÷ plan so far'
        : `Recorded, then the plan ${String(Math.abs(lag))} months ${lag > 0 ? 'later' : 'earlier'} × actual ÷ plan so far`,
  });
}

const byYear = (months: readonly (Amount | null)[]): readonly Amount[] =>
  Array.from({ length: Math.ceil(months.length / 12) }, (_, year) =>
    sum(months.slice(12 * year, 12 * year + 12).map((value) => value ?? ZERO)),
  );

const MEASURES = { starts: 'Starts', patients: 'People on it', spend: 'Spending' } as const;

function errorSection(page: Page, { forecast = [] }: Realisation, { technology }: Bridged): void {
  const mine = forecast.filter((each) => each.technology === technology && each.bias !== null);
  if (mine.length === 0) return;
  markValues(page, section(page, `${technology}: forecast error`, '%'));
  for (const each of mine) {
    errorLine(page, each, 'bias', '(planned − actual) ÷ actual: above 0 the plan was too high');
    errorLine(page, each, 'error', '|planned − actual| ÷ actual, period by period');
  }
}

function errorLine(page: Page, each: ForecastFigures, which: 'bias' | 'error', note: string): void {
  const { years } = page.figures;
  line(page, {
    key: `forecast/${each.technology}/${each.measure}/${which}`,
    label: MEASURES[each.measure],
    member: which === 'bias' ? 'bias' : 'mean error',
    unit: '%',
    row: constant(amount(each[which] ?? '0'), years),
    format: which === 'bias' ? PERCENT_DIFFERENCE : '0.0%;-0.0%;"–"',
    note: `${note}; ${each.periods === 1 ? 'one period' : `${String(each.periods)} periods`}`,
  });
}
