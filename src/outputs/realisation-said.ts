/** People, shares and money as sentences of realisation say them. */
import type { Realisation } from '../engine/realisation-results';
import { amount, printed, type Amount } from './amounts';
import type { Figures } from './figures';
import { moneyOf, moneyWords, peopleWords } from './money';

/** Two amounts that differ by nothing anybody would see. */
export const same = (a: Amount, b: Amount): boolean => a.minus(b).abs().lt('1e-6');
/** Capitals of our own names go inside a sentence; those of a user stay. */
export const inText = (name: string): string =>
  /^(Waves not|Places at) /.test(name) ? name.charAt(0).toLowerCase() + name.slice(1) : name;
export const monthsSaid = (months: number): string => `${String(months)} month${months === 1 ? '' : 's'}`;

/** People: one decimal where there are few. */
export const peopleSaid = ({ people }: Figures, count: Amount): string =>
  count.abs().lt(100) && !count.minus(count.round()).abs().lt('0.05') ? printed(count, 1) : peopleWords(people, count);

/** A share: never 0 or 100 unless it is. */
export function shareSaid(part: Amount, whole: Amount): string {
  const share = part.div(whole).times(100);
  if (share.gt(99) && share.lt(100)) return 'over 99 %';
  if (share.gt(0) && share.lt(1)) return 'under 1 %';
  return `${printed(share, 0)} %`;
}

/** Money with its sign, in the scale of the workbook or, where that would not show it, in its own. */
export function moneySaid({ money, results }: Figures, value: Amount): string {
  if (nothing(value)) return `${money.symbol}0`;
  const shows = value.abs().gte(amount(10).pow(money.power - money.places + 1));
  const words = moneyWords(shows ? money : moneyOf(results.currency, [value]), value);
  return value.isNegative() ? `−${words}` : words;
}

/** Nothing worth a word: less than half a penny. */
export const nothing = (value: Amount): boolean => value.abs().lt('0.005');

/** One more unit of a gate, as the subject of a sentence. */
export function unitSaid({ gates }: Realisation, key: string): string {
  const gate = gates.find((each) => each.gate === key);
  if (gate?.at?.table === 'BIM_Resources') return `One more unit of ${gate.gate}`;
  return key === 'access' ? 'A month earlier for every wave' : 'One more site in every wave';
}
