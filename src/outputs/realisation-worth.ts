/** What realisation says of money: what the gaps cost, and what to do first. Values are discounted. */
import type { GateFigures, Realisation } from '../engine/realisation-results';
import { amount, type Amount } from './amounts';
import { listed } from './answer';
import type { Figures } from './figures';
import { inText, moneySaid, nothing, unitSaid } from './realisation-said';
import { nameOfGate, stretches } from './realised';

/** What the gates, the benefits that do not come, and a month's delay cost. */
export function costsWords(figures: Figures, realisation: Realisation): string {
  const { value } = realisation;
  const say = (text: string): string => moneySaid(figures, amount(text));
  const worth = `Perfect implementation would be worth ${say(value.potential)}, the plan ${say(value.planned)}, what is delivered ${say(value.delivered)} and what is realised ${say(value.realised)}: benefits less budget impact less tasks, discounted.`;
  return [worth, gatesSaid(figures, realisation), lossSaid(figures, realisation), delaySaid(figures, realisation)]
    .filter((text) => text !== '')
    .join(' ');
}

function gatesSaid(figures: Figures, { value }: Realisation): string {
  const joint = amount(value.joint);
  if (value.gates.length === 0 || nothing(joint)) return 'The gates withhold nothing.';
  const steps = value.waterfall.filter(({ cause, value: step }) => cause === 'gates' && !nothing(amount(step)));
  const parts = listed(steps.map((step) => `${step.dimension} ${moneySaid(figures, amount(step.value))}`));
  const turn = steps.length > 1 ? ` (${parts}, closed in that order)` : ` (${parts})`;
  return joint.gt(0)
    ? `The gates together withhold ${moneySaid(figures, joint)}${turn}.`
    : `The gates together avoid a loss of ${moneySaid(figures, joint.abs())}${turn}.`;
}

function lossSaid(figures: Figures, { value }: Realisation): string {
  const lost = amount(value.delivered).minus(value.realised);
  return nothing(lost) ? '' : `Benefits that are not realised take another ${moneySaid(figures, lost)}.`;
}

function delaySaid(figures: Figures, { value, schedule }: Realisation): string {
  const [plan, tasks] = [amount(value.costOfDelay.plan), amount(value.costOfDelay.schedule)];
  const change = (lost: Amount): string => `${moneySaid(figures, lost.abs())} ${lost.gt(0) ? 'less' : 'more'}`;
  const said = [
    ...(nothing(plan) ? [] : [`were the uptake a month later, the plan would be worth ${change(plan)}`]),
    ...(nothing(tasks) || !schedule ? [] : [`with every task a month later, ${change(tasks)} would be delivered`]),
  ];
  const text = said.join('; ');
  return text === '' ? '' : `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

/** Gates worth opening, those that withhold most today first. */
export const worthOpening = ({ value }: Realisation): readonly GateFigures[] =>
  value.gates
    .filter(({ opened }) => amount(opened).gt('0.005'))
    .sort((a, b) => amount(b.opened).comparedTo(amount(a.opened)));

/** Activities that pay, the gates to open, the task to protect. */
export function firstWords(figures: Figures, realisation: Realisation): string {
  const parts = [
    ...activitySaid(figures, realisation),
    ...openSaid(figures, realisation),
    ...taskSaid(figures, realisation),
  ];
  if (parts.length > 0) return parts.join(' ');
  return stretches(realisation).length === 0
    ? 'Nothing is held back, so there is no gate to open.'
    : 'No gate is worth opening by itself: alone, none of them gives more value than it costs.';
}

/** Activities are scenarios with a cost; those that gain more than they cost come first. */
function activitySaid(figures: Figures, { scenarios }: Realisation): readonly string[] {
  const paid = scenarios.filter(({ activity }) => amount(activity.cost).gt('0.005'));
  const net = ({ activity }: (typeof paid)[number]): Amount => amount(activity.net);
  const [best] = paid.filter((each) => net(each).gt(0)).sort((a, b) => net(b).comparedTo(net(a)));
  const vain = paid.filter((each) => net(each).lte(0));
  const say = (text: string): string => moneySaid(figures, amount(text));
  return [
    ...(best
      ? [
          `${best.scenario}: it gains ${say(best.activity.gain)} for ${say(best.activity.cost)}, ${say(best.activity.net)} net, ${backSaid(best.activity.payback)}.`,
        ]
      : []),
    ...(vain.length > 0
      ? [
          `Not worth its cost: ${listed(vain.map(({ scenario, activity }) => `${scenario} (gains ${nothing(amount(activity.gain)) ? 'nothing' : say(activity.gain)} for ${say(activity.cost)})`))}.`,
        ]
      : []),
  ];
}

const backSaid = (payback: string): string =>
  payback === 'none'
    ? 'not paid back within the horizon'
    : payback === 'at once'
      ? 'paid back at once'
      : `paid back in month ${payback}`;

function openSaid(figures: Figures, realisation: Realisation): readonly string[] {
  const [first, ...others] = worthOpening(realisation);
  if (!first) return [];
  const name = (gate: GateFigures): string => inText(nameOfGate(realisation, gate.gate));
  const worth = (text: string): string => moneySaid(figures, amount(text));
  const next = others.slice(0, 2).map((gate) => `${name(gate)} ${worth(gate.opened)}`);
  const then = next.length > 0 ? `; then ${listed(next)}` : '';
  const unit = amount(first.unit).gt('0.005')
    ? ` ${unitSaid(realisation, first.gate)} is worth ${worth(first.unit)}.`
    : '';
  return [
    `The first gate to open: ${name(first)} (${first.dimension}), worth ${worth(first.opened)} opened alone${then}.${unit}`,
  ];
}

function taskSaid(figures: Figures, { value, tasks }: Realisation): readonly string[] {
  const [worst] = [...value.tasks].sort((a, b) => amount(b.delay).comparedTo(amount(a.delay)));
  if (!worst || amount(worst.delay).lte('0.005')) return [];
  const name = tasks.find(({ task }) => task === worst.task)?.name ?? '';
  return [
    `The task to protect is ${name === '' ? worst.task : name}: each month it takes longer costs ${moneySaid(figures, amount(worst.delay))}.`,
  ];
}
