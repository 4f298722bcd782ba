/** What a change of convention does to the headline, in words. */
import type { Results } from '../engine/results';
import { amount, printed, sum, type Amount } from './amounts';
import { eligibleRow, figuresOf, treatedRow, type Figures } from './figures';
import { moneyOf, moneyShort, moneyWords, peopleWords } from './money';

/** The difference of two amounts, with its sign: "+£0.6m (+4.9 %)". */
function difference(figures: Figures, before: Amount, after: Amount): string {
  const change = after.minus(before);
  const sign = change.gt(0) ? '+' : '';
  const share = before.isZero() ? '' : ` (${sign}${printed(change.div(before.abs()).times(100), 1)} %)`;
  // In a unit of its own, so that a small change shows.
  return `${sign}${moneyShort(moneyOf(figures.results.currency, [change]), change)}${share}`;
}

const totalOf = (results: Results): Amount => sum(results.impact.total.map(amount));

const signed = (figures: Figures, value: Amount): string =>
  `${value.isNegative() ? '-' : ''}${moneyWords(figures.money, value)}`;

/** The impact before and after: in all, and in the years that change. */
function moneyLines(figures: Figures, before: Results, after: Results): readonly string[] {
  const [was, is] = [totalOf(before), totalOf(after)];
  if (before.impact.total.every((value, n) => amount(value).eq(after.impact.total[n] ?? '0')))
    return [`Budget impact ${figures.longSpan}: ${signed(figures, was)}, not changed.`];
  const years = figures.years.flatMap((year, n) => {
    const [from, to] = [amount(before.impact.total[n] ?? '0'), amount(after.impact.total[n] ?? '0')];
    return from.eq(to)
      ? []
      : [`${String(year)} ${signed(figures, from)} → ${signed(figures, to)}, ${difference(figures, from, to)}`];
  });
  return [
    `Budget impact ${figures.longSpan}: ${signed(figures, was)} → ${signed(figures, is)}, ${difference(figures, was, is)}.`,
    `By year: ${years.join('; ')}.`,
  ];
}

/** People in the last year, where they change. */
function peopleLine(before: Figures, after: Figures): readonly string[] {
  const last = (row: { readonly years: readonly (Amount | null)[] } | null): Amount | null => row?.years.at(-1) ?? null;
  const pairs = [
    ['eligible', last(eligibleRow(before.results, 'with')), last(eligibleRow(after.results, 'with'))],
    [`on ${before.adopted}`, last(treatedRow(before)), last(treatedRow(after))],
  ] as const;
  const changed = pairs.flatMap(([name, was, is]) =>
    was === null || is === null || was.eq(is)
      ? []
      : [`${name} ${peopleWords(before.people, was)} → ${peopleWords(before.people, is)}`],
  );
  return changed.length === 0 ? [] : [`People in ${String(before.years.at(-1) ?? '')}: ${changed.join('; ')}.`];
}

/** The affordability test, where its verdict changes; and the discounted total, where that alone does. */
function otherLines(figures: Figures, before: Results, after: Results): readonly string[] {
  const [was, is] = [before.impact.test, after.impact.test];
  const verdict = (test: Results['impact']['test']): string => (test?.passed === true ? 'passed' : 'failed');
  const [from, to] = [amount(before.impact.discounted), amount(after.impact.discounted)];
  return [
    ...(was && is && was.passed !== is.passed ? [`Affordability test: ${verdict(was)} → ${verdict(is)}.`] : []),
    ...(from.eq(to)
      ? []
      : [`Discounted: ${signed(figures, from)} → ${signed(figures, to)}, ${difference(figures, from, to)}.`]),
  ];
}

/** Everything that changes, a line each; one line says so where nothing does. */
export function effectWords(before: Results, after: Results): readonly string[] {
  const figures = figuresOf(before);
  return [
    ...moneyLines(figures, before, after),
    ...otherLines(figures, before, after),
    ...peopleLine(figures, figuresOf(after)),
  ];
}
