/** Functions that formulas of users and of samples want, beside those that a live model may use. */
import { ofAll, type Made } from '../live/formulas/functions';
import { isFault, rowsOf, single, textOf, type Held, type Value } from '../live/formulas/values';

const heldIn = (given: readonly Value[]): readonly Held[] => given.flatMap((value) => rowsOf(value).flat());

/** Of one value, looked at alone. */
const ofOne =
  (result: (held: Held) => Held): Made =>
  ([value = null]) =>
    result(single(value));

export const OTHERS: ReadonlyMap<string, Made> = new Map<string, Made>([
  ['PRODUCT', ofAll((all) => all.reduce((a, b) => a * b, 1))],
  ['AVERAGE', ofAll((all) => (all.length === 0 ? '#DIV/0!' : all.reduce((a, b) => a + b, 0) / all.length))],
  ['OR', ofAll((all) => all.some((each) => each !== 0))],
  ['NOT', ofOne((held) => (isFault(held) ? held : !held))],
  ['COUNT', (given) => heldIn(given).filter((held) => typeof held === 'number').length],
  ['COUNTA', (given) => heldIn(given).filter((held) => held !== null).length],
  ['ISNUMBER', ofOne((held) => typeof held === 'number')],
  ['ISTEXT', ofOne((held) => typeof held === 'string' && !isFault(held))],
  ['IFERROR', ([value = null, otherwise = null]) => (isFault(single(value)) ? single(otherwise) : single(value))],
  ['NOW', () => Date.now() / 86_400_000 + 25_569],
  ['HYPERLINK', ([link = null, shown = link]) => single(shown)],
  ['CONCATENATE', (given) => heldIn(given).map(textOf).join('')],
]);
