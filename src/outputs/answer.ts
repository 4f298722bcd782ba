/**
 * The answer in one to three clauses: how much, in which year, over the horizon, and how far from the limit.
 * Every figure in it is a figure of the summary's table. The pane may lead with the same sentence.
 */
import { amount, sum } from './amounts';
import { affordabilityOf, highestYear, testedYears, type Affordability, type YearImpact } from './affordability';
import { eligibleRow, isAll, type Figures } from './figures';
import { moneyWords, peopleWords, roundMoneyWords } from './money';

export function answerOf(figures: Figures): string {
  if (!figures.hasCosts) return withoutCosts(figures);
  const test = affordabilityOf(figures);
  const worst =
    test?.highest ??
    highestYear(
      figures,
      figures.results.impact,
      figures.years.map((_, index) => index),
    );
  if (worst === null) return 'The model has no years.';
  const clauses = [howMuch(figures, worst, testedYears(figures, test))];
  if (test !== null) clauses.push(againstTheLimit(figures, test));
  return clauses.join(' ');
}

/** Who pays, in the middle of a sentence. */
const payerIn = ({ results }: Figures): string => (isAll(results.payer) ? '' : ` ${results.payer}`);

function howMuch(figures: Figures, worst: YearImpact, among: string | null): string {
  const { money, years, longSpan, results } = figures;
  const total = sum(results.impact.total.map(amount));
  const subject = figures.newTechnologies.length > 0 ? `Adopting ${figures.adopted}` : 'The change';
  if (results.impact.total.every((value) => amount(value).isZero()))
    return `${subject} leaves the budget${ofPayer(figures)} as it is, ${longSpan}.`;
  const [most, all] = [moneyWords(money, worst.impact), moneyWords(money, total)];
  const payer = payerIn(figures);
  const when = `${String(worst.year)}, the dearest ${among === null ? 'year' : `of ${among}`}`;
  if (years.length === 1)
    return `${subject} ${worst.impact.gt(0) ? `costs${payer} ${most} more` : `saves${payer} ${most}`} in ${longSpan}.`;
  if (worst.impact.gt(0)) {
    const costs = `${subject} costs${payer} ${most} more in ${when}, `;
    return costs + (total.lt(0) ? `but saves ${all} over ${longSpan}.` : `and ${all} over ${longSpan}.`);
  }
  if (total.gt(0) && worst.impact.isZero())
    return `${subject} costs${payer} nothing more in ${when}, but ${all} over ${longSpan}.`;
  if (total.gt(0)) return `${subject} saves${payer} ${most} even in ${when}, but costs ${all} more over ${longSpan}.`;
  return `${subject} saves${payer} ${all} over ${longSpan}, ${worst.impact.isZero() ? 'and costs more in no year' : `and ${most} even in ${when}`}.`;
}

const ofPayer = (figures: Figures): string => (payerIn(figures) === '' ? '' : ` of${payerIn(figures)}`);

function againstTheLimit({ money, results }: Figures, test: Affordability): string {
  const room = test.threshold.minus(test.highest.impact);
  const limit = `${roundMoneyWords(money, test.threshold)} a year affordability test`;
  const place = room.isZero()
    ? `exactly at the ${limit}`
    : `${moneyWords(money, room)} ${room.gt(0) ? 'below' : 'over'} the ${limit}`;
  const over = results.impact.test?.years ?? [];
  return `That is ${place}${over.length > 1 ? `, which fails in ${listed(over.map(String))}` : ''}.`;
}

/** "a, b and c". */
export const listed = (names: readonly string[]): string =>
  names.length < 2 ? names.join('') : `${names.slice(0, -1).join(', ')} and ${names.at(-1) ?? ''}`;

/** A model that gives only a part says what there is. */
function withoutCosts(figures: Figures): string {
  const eligible = eligibleRow(figures.results, 'with');
  const [first, last] = [eligible?.years[0], eligible?.years.at(-1)];
  const missing = 'The workbook has no costs yet, so there is no budget impact.';
  if (!first || !last) return `${figures.results.tests.length > 0 ? 'The tests are computed. ' : ''}${missing}`;
  const [from, to] = [String(figures.years[0] ?? ''), String(figures.years.at(-1) ?? '')];
  const people = peopleWords(figures.people, last);
  if (from === to) return `${people} people are eligible in ${to}. ${missing}`;
  return `${people} people are eligible in ${to}, after ${peopleWords(figures.people, first)} in ${from}. ${missing}`;
}
