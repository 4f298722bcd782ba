/** The cheapest set of actions, for the terminal: the answer, how it was found, and what was tried. */
import type { ActionSearch, ActionSet } from '../stress/cheapest-actions';
import { amount, printed } from '../outputs/amounts';
import { listed } from '../outputs/answer';
import { moneyOf, moneyWords } from '../outputs/money';
import { safe } from './terminal';

/** Combinations that are printed. */
const MOST = 12;

export function actionsText(search: ActionSearch): string {
  const { none, cheapest, tried, exact, actions } = search;
  const reached = (set: ActionSet): string => reachedSaid(search, set.reached);
  const lines = [
    `Target: ${reachedSaid(search, search.target)} over ${search.years.join('–')}${none ? `; ${reached(none)} without any action` : ''}.`,
    answerOf(search),
    exact
      ? exactSaid(search)
      : `A heuristic: with ${String(actions.length)} actions not every combination is run (${String(tried.length)} were). A cheaper set may exist.`,
    '',
    ...table(search),
  ];
  const shown = Math.min(MOST, tried.length);
  const more = tried.length > shown ? [`  and ${String(tried.length - shown)} more`] : [];
  return [
    ...lines,
    ...more,
    cheapest === null ? '' : 'Cost: category Implementation and tasks beyond the model as typed, discounted.',
    '',
  ]
    .join('\n')
    .replace(/\n\n+$/, '\n');
}

/** Combinations whose inputs are at fault together cannot be run. */
function exactSaid({ actions, tried }: ActionSearch): string {
  const all = 2 ** actions.length;
  const failed = all - tried.length;
  const of = `${String(all)} combinations of ${String(actions.length)} action${actions.length === 1 ? '' : 's'}`;
  return failed === 0
    ? `Exact: all ${of} were run, each from the funnel up.`
    : `Exact: of ${of} all were run but ${String(failed)}, whose inputs do not go together.`;
}

const named = ({ actions }: ActionSet): string => (actions.length === 0 ? 'no action' : safe(listed(actions)));

function answerOf(search: ActionSearch): string {
  const { cheapest, tried } = search;
  if (cheapest?.actions.length === 0) return 'It is reached without any action.';
  if (cheapest)
    return `Cheapest: ${named(cheapest)}, ${reachedSaid(search, cheapest.reached)} for ${moneySaid(search, cheapest.cost)}.`;
  const [most] = [...tried].sort((a, b) => amount(b.reached).comparedTo(amount(a.reached)));
  return most
    ? `No combination reaches it. Furthest: ${named(most)}, ${reachedSaid(search, most.reached)} for ${moneySaid(search, most.cost)}.`
    : 'No combination can be run.';
}

function moneySaid({ currency }: ActionSearch, value: string): string {
  const of = amount(value);
  if (of.abs().lt('0.005')) return `${moneyOf(currency, [of]).symbol}0`;
  return `${of.isNegative() ? '−' : ''}${moneyWords(moneyOf(currency, [of]), of)}`;
}

function reachedSaid(search: ActionSearch, value: string): string {
  if (search.measure === 'value') return `a realised value of ${moneySaid(search, value)}`;
  const of = amount(value);
  return `${printed(of, of.abs().lt(1000) && !of.isInteger() ? 1 : 0)} starts`;
}

/** The cheapest first; those that reach the target are marked. */
function table(search: ActionSearch): readonly string[] {
  const sorted = [...search.tried].sort(
    (a, b) => amount(a.cost).comparedTo(amount(b.cost)) || a.actions.length - b.actions.length,
  );
  return sorted.slice(0, MOST).map((set) => {
    const mark = amount(set.reached).gte(search.target) ? '●' : ' ';
    return `  ${mark} ${named(set)}: ${reachedSaid(search, set.reached)} for ${moneySaid(search, set.cost)}`;
  });
}
