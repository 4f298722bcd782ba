/** What plan and actual say of a technology: how far apart they are, what accounts for it, and where it leads. */
import type { Realisation } from '../engine/realisation-results';
import { amount, printed, sum, ZERO, type Amount } from './amounts';
import type { Figures } from './figures';
import { bridgeScale, recordedAmounts, weightiest, type Bridged } from './plan-and-actual';
import { moneySaid, monthsSaid, peopleSaid } from './realisation-said';

/** One sentence to open with: spending against plan, and the step that accounts for most of the gap. */
export function bridgeLead(figures: Figures, bridges: readonly Bridged[]): string {
  const scaled = bridgeScale(figures, bridges);
  const [planned, actual] = [sum(bridges.flatMap((each) => each.planned)), sum(bridges.flatMap((each) => each.actual))];
  const gap = actual.minus(planned);
  const what = bridges.length === 1 ? (bridges[0]?.technology ?? '') : 'the new technologies';
  if (gap.abs().lt('0.005')) return `Spending on ${what} is as planned: ${moneySaid(scaled, actual)} so far.`;
  const [first] = bridges.length === 1 && bridges[0] ? weightiest(bridges[0]) : [];
  const most = first && sameWay(first.value, gap) ? `; most of it is ${first.words}` : '';
  return `${moneySaid(scaled, actual)} was spent on ${what} so far, ${moneySaid(scaled, gap.abs())} ${gap.gt(0) ? 'more' : 'less'} than planned${most}.`;
}

const sameWay = (a: Amount, b: Amount): boolean => a.gt(0) === b.gt(0);
const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** Sentences on one technology. */
export function bridgeAnswers(
  figures: Figures,
  realisation: Realisation,
  bridged: Bridged,
): readonly { readonly title: string; readonly text: string }[] {
  return [
    { title: 'What accounts for it', text: stepsWords(bridgeScale(figures, [bridged]), bridged) },
    { title: 'Where it leads', text: forecastWords(figures, realisation, bridged) },
    { title: 'How good the plan was', text: errorWords(realisation, bridged) },
  ].filter(({ text }) => text !== '');
}

function stepsWords(scaled: Figures, bridged: Bridged): string {
  const said = weightiest(bridged).map(
    ({ words, value }) => `${words} ${value.gt(0) ? '+' : ''}${moneySaid(scaled, value)}`,
  );
  const late =
    bridged.lag === 0
      ? ''
      : ` It began ${monthsSaid(Math.abs(bridged.lag))} ${bridged.lag > 0 ? 'later' : 'earlier'} than planned.`;
  return said.length === 0 ? `Every step is as planned.${late}` : `${capital(said.join(', '))}.${late}`;
}

function forecastWords(figures: Figures, realisation: Realisation, { technology, reforecast }: Bridged): string {
  const planned = recordedAmounts(realisation, technology, 'starts', 'planned');
  if (planned === null) return '';
  const [plan, now] = [sum(planned.map((value) => value ?? ZERO)), sum(reforecast)];
  const end = String(figures.years.at(-1) ?? '');
  return `At this rate ${peopleSaid(figures, now)} people start by the end of ${end}, against ${peopleSaid(figures, plan)} planned.`;
}

const MEASURES = { starts: 'starts', patients: 'people on it', spend: 'spending' } as const;

function errorWords({ forecast = [] }: Realisation, { technology }: Bridged): string {
  return forecast
    .filter((each) => each.technology === technology && each.bias !== null && each.error !== null)
    .map(({ measure, bias, error, periods }) => {
      const [off, apart] = [amount(bias ?? '0'), amount(error ?? '0')];
      const over = periods === 1 ? 'one period' : `${String(periods)} periods`;
      const average = apart.minus(off.abs()).abs().lt('0.005')
        ? ''
        : `, ${printed(apart.times(100), 0)} % off on average`;
      return `The plan of ${MEASURES[measure]} was ${sideSaid(off)} over ${over}${average}.`;
    })
    .join(' ');
}

function sideSaid(off: Amount): string {
  if (off.abs().lt('0.005')) return 'neither too high nor too low';
  if (off.gt(1)) return `${printed(off.plus(1), 1)} times what happened`;
  return `${printed(off.abs().times(100), 0)} % too ${off.gt(0) ? 'high' : 'low'}`;
}
