/** A portfolio in words: each model in three lines, then the actions across them. */
import { printed, amount } from '../outputs/amounts';
import { moneyOf, moneyShort } from '../outputs/money';
import type { Portfolio, PortfolioAction, PortfolioModel } from '../outputs/portfolio';
import { safe } from './terminal';

/** Actions said; the rest are in --json and the workbook. */
const MOST = 12;

export const portfolioText = ({ models, actions }: Portfolio): string =>
  [...models.map(modelText), ...(actions.length === 0 ? [] : [actionsText(actions)])].join('\n');

/** Money in a scale of its own. */
const money = (currency: string, value: string): string =>
  moneyShort(moneyOf(currency, [amount(value)]), amount(value));

function modelText({ name, title, currency, impact, value, starts, heldBy }: PortfolioModel): string {
  const m = (of: string): string => safe(money(currency, of));
  const lines = [
    `${safe(title)} (${safe(name)})`,
    `  impact planned ${m(impact.planned)}, realised ${m(impact.realised)}`,
    ...(value ? [`  value planned ${m(value.planned)}, realised ${m(value.realised)}`] : []),
    ...(starts
      ? [`  ${printed(amount(starts.realised), 0)} of ${printed(amount(starts.planned), 0)} planned people start`]
      : []),
    ...(heldBy
      ? [
          `  held back most by ${safe(heldBy.gate)} (${heldBy.dimension}): ${m(heldBy.opened)}, binding ${heldBy.months} months`,
        ]
      : []),
  ];
  return `${lines.join('\n')}\n`;
}

function actionsText(actions: readonly PortfolioAction[]): string {
  const lines = actions.slice(0, MOST).map(({ action, model, currency, gain, cost, perUnit, net }) => {
    const paid =
      perUnit === null
        ? 'at no cost'
        : `for ${money(currency, cost)}: ${printed(amount(perUnit), 2)} for each unit, net ${money(currency, net)}`;
    return `  ${safe(action)} (${safe(model)}): gains ${safe(money(currency, gain))} ${safe(paid)}`;
  });
  const rest = actions.length > MOST ? [`  and ${String(actions.length - MOST)} more`] : [];
  return `${['Worth most for what it costs:', ...lines, ...rest].join('\n')}\n`;
}
