/**
 * What realisation says, in the order in which people ask: what was planned, what will happen, what holds it back and
 * when, what that costs, and what to do first. For the sheet Realised, the pane and the command line alike. Money of
 * value is discounted; money of the budget is not.
 */
import type { Realisation } from '../engine/realisation-results';
import { amount, printed, sum, ZERO, type Amount } from './amounts';
import { listed } from './answer';
import type { Figures } from './figures';
import { inText, moneySaid, monthsSaid, peopleSaid, same, shareSaid } from './realisation-said';
import { costsWords, firstWords } from './realisation-worth';
import { meanWait, monthName, nameOfGate, peopleByMonth, stretches, gateName, type Stretch } from './realised';

export interface RealisationAnswer {
  readonly question: 'planned' | 'happens' | 'holds' | 'costs' | 'first';
  /** The question, as a heading. */
  readonly title: string;
  readonly text: string;
}

/** The five answers, in order. */
export function realisationAnswers(figures: Figures, realisation: Realisation): readonly RealisationAnswer[] {
  return [
    { question: 'planned', title: 'What was planned', text: plannedWords(figures, realisation) },
    { question: 'happens', title: 'What will happen', text: happensWords(figures, realisation) },
    { question: 'holds', title: 'What holds it back, and when', text: holdsWords(realisation) },
    { question: 'costs', title: 'What that costs', text: costsWords(figures, realisation) },
    { question: 'first', title: 'What to do first', text: firstWords(figures, realisation) },
  ];
}

/** One sentence to open with: how many will have started, and what holds them back longest. */
export function realisationLead(figures: Figures, realisation: Realisation): string {
  const { planned, starts } = totals(realisation);
  const end = String(figures.years.at(-1) ?? '');
  if (planned.isZero()) return `Nobody is planned to start ${figures.adopted} by the end of ${end}.`;
  const people = (count: Amount): string => peopleSaid(figures, count);
  const [longest, next] = longestFirst(realisation);
  const named = (bound: Bound | undefined, before: string): string =>
    bound ? `${before}${inText(bound.name)} (${monthsSaid(bound.months)})` : '';
  const held = longest ? `${named(longest, ' Held back longest by ')}${named(next, ', then by ')}.` : '';
  return same(starts, planned)
    ? `By the end of ${end}, all ${people(planned)} people have started ${figures.adopted}${whenSaid(realisation)}.${held}`
    : `By the end of ${end}, ${people(starts)} people have started ${figures.adopted}, not ${people(planned)}.${held}`;
}

/** What must be known to read the figures: none is shown without. */
export function realisationCautions(figures: Figures, realisation: Realisation): readonly string[] {
  const { value, months } = realisation;
  const { planned } = peopleByMonth(realisation);
  const last = planned.reduce((latest, people, month) => (people.gt(0) ? month : latest), -1);
  const negative = value.gates.filter((gate) => amount(gate.opened).lt(0));
  return [
    'Opened alone: what opening this gate, the others as they are, gives today. Gates overlap, so these figures do not add up; only those in turn do.',
    ...(amount(value.planned).lt(0)
      ? [
          `The plan is worth less than nothing here: ${figures.adopted} costs more than its benefits are valued at, so holding it back avoids a loss.`,
        ]
      : []),
    ...(negative.length > 0
      ? [
          `Opening ${listed(negative.map(({ gate }) => inText(nameOfGate(realisation, gate))))} alone lowers the value: more people start whose costs fall within ${figures.longSpan} and whose benefits do not, or are worth less.`,
        ]
      : []),
    ...(last >= 0 && last >= months.length - 12
      ? [
          `People still start in ${monthName(months[last] ?? '')}, close to the end of the horizon: costs come at the start and benefits later, so every gate is understated. A longer horizon shows more.`,
        ]
      : []),
    ...(realisation.benefits.length === 0
      ? ['No benefits are typed (BIM_Outcomes), so value is the budget impact and the tasks alone.']
      : []),
  ];
}

interface Totals {
  readonly planned: Amount;
  readonly starts: Amount;
  readonly waiting: Amount;
  readonly left: Amount;
}

function totals(realisation: Realisation): Totals {
  const { planned, starts, backlog, leavers } = peopleByMonth(realisation);
  return { planned: sum(planned), starts: sum(starts), waiting: backlog.at(-1) ?? ZERO, left: sum(leavers) };
}

const impactOf = ({ impact }: Realisation, of: 'planned' | 'realised'): Amount => sum(impact[of].total.map(amount));

/** "the budget pays £62.2 million more". */
function budgetSaid(figures: Figures, impact: Amount): string {
  if (same(impact, ZERO)) return 'the budget stays as it is';
  return `the budget pays ${moneySaid(figures, impact.abs())} ${impact.gt(0) ? 'more' : 'less'}`;
}

/** "over 2026–2030", "in 2026". */
const span = ({ years, longSpan }: Figures): string => `${years.length > 1 ? 'over' : 'in'} ${longSpan}`;

function plannedWords(figures: Figures, realisation: Realisation): string {
  const { planned } = totals(realisation);
  const impact = impactOf(realisation, 'planned');
  const budget = `${budgetSaid(figures, impact)}${same(impact, ZERO) ? '' : ' than without it'}`;
  return planned.isZero()
    ? `Nobody is planned to start ${figures.adopted} ${span(figures)}; ${budget}.`
    : `${peopleSaid(figures, planned)} people start ${figures.adopted} ${span(figures)}, and ${budget}.`;
}

function happensWords(figures: Figures, realisation: Realisation): string {
  const { planned, starts, waiting, left } = totals(realisation);
  if (planned.isZero()) return 'Nothing is held back.';
  const [plan, real] = [impactOf(realisation, 'planned'), impactOf(realisation, 'realised')];
  const gap = real.minus(plan);
  const money = same(gap, ZERO)
    ? 'The budget impact is as planned.'
    : `Then ${budgetSaid(figures, real)}: ${moneySaid(figures, gap.abs())} ${gap.lt(0) ? 'less' : 'more'} than planned.`;
  if (same(starts, planned)) return `All of them start${whenSaid(realisation)}. ${money}`;
  const wait = meanWait(realisation);
  const others = [
    ...(waiting.gt('0.05')
      ? [`${peopleSaid(figures, waiting)} still wait at the end of ${String(figures.years.at(-1) ?? '')}`]
      : []),
    ...(left.gt('0.05') ? [`${peopleSaid(figures, left)} have left the queue for good`] : []),
  ];
  const waited = wait?.gt('0.05') ? ` Those who start have waited ${printed(wait, 1)} months on average.` : '';
  const who = starts.isZero()
    ? 'None of them start'
    : `${peopleSaid(figures, starts)} of them start (${shareSaid(starts, planned)})`;
  return `${who}${others.length > 0 ? `; ${listed(others)}` : ''}.${waited} ${money}`;
}

function whenSaid(realisation: Realisation): string {
  const wait = meanWait(realisation);
  return wait?.gt('0.05') ? `, after ${printed(wait, 1)} months of waiting on average` : ', each in the month planned';
}

interface Bound {
  readonly name: string;
  readonly dimension: string;
  readonly months: number;
  readonly spans: readonly Stretch[];
}

/** Gates that hold most people in some month, in the order in which they first do. */
function bounds(realisation: Realisation): readonly Bound[] {
  const all = stretches(realisation);
  return [...new Set(all.map(({ gate }) => gate))].map((gate) => {
    const spans = all.filter((each) => each.gate === gate);
    const months = spans.reduce((count, { from, to }) => count + to - from + 1, 0);
    return { name: gateName(gate), dimension: gate.dimension, months, spans };
  });
}

const longestFirst = (realisation: Realisation): readonly Bound[] =>
  [...bounds(realisation)].sort((a, b) => b.months - a.months);

/** Stretches of one gate that are told; the others are counted. */
const MOST_SPANS = 3;

function holdsWords(realisation: Realisation): string {
  const found = bounds(realisation);
  if (found.length === 0) return 'Nothing: everybody starts in the month planned.';
  const month = (index: number): string => monthName(realisation.months[index] ?? '');
  const said = found.map(({ name, dimension, months, spans }) => {
    const told = spans
      .slice(0, MOST_SPANS)
      .map(({ from, to }) => (from === to ? month(from) : `${month(from)} to ${month(to)}`));
    const more = spans.length > MOST_SPANS ? [`${String(spans.length - MOST_SPANS)} more stretches`] : [];
    return `${name} (${dimension}) for ${monthsSaid(months)}: ${listed([...told, ...more])}`;
  });
  return `${said.join('. ')}. In those months that gate holds most people; others may hold some too.`;
}
