/** Money by year as `realisation` shows it: costs of the world `with`, impact, cash released, benefits. */
import { add, isAll, ONE, same, text, word, ZERO } from '../sheet';
import type { Num } from '../sheet';
import { overTimes } from '../model';
import type { Model, Years } from '../model';
import { figure, figures } from '../impact';
import type { Benefit } from './benefits';
import type { Account } from './worth';

type Figures = string[];

/** Cash-releasing benefits of the model's Payer; a blank payer counts for every payer. */
export const cashOf = (model: Model, benefits: readonly Benefit[], haircut: boolean): Num[] => {
  const cash = benefits.filter(({ line }) => {
    const payer = text(line, 'Payer');
    return (
      word(line, 'Class', '') === 'cash-releasing' && (isAll(model.payer) || isAll(payer) || same(payer, model.payer))
    );
  });
  return overTimes(model, (t) =>
    add(cash.map((b) => (b.quantity[t] ?? ZERO).times(b.unitValue).times(haircut ? b.haircut : ONE))),
  );
};

export interface Impact {
  total: Figures;
  cumulative: Figures;
  cashReleased: Figures;
  afterCash: Figures;
}

export const impactWith = (model: Model, account: Account, haircut: boolean): Impact => {
  const total = account.impact.map((n, t) => n.plus(account.tasks[t] ?? ZERO));
  const cash = cashOf(model, account.benefits, haircut);
  const show = (years: Years): Figures => figures(model, years);
  return {
    total: show(total),
    cumulative: show(total.map((_, t) => add(total.slice(1, t + 1)))),
    cashReleased: show(cash),
    afterCash: show(total.map((n, t) => n.minus(cash[t] ?? ZERO))),
  };
};

export interface CostLine {
  case: string;
  subgroup: string;
  technology: string;
  category: string;
  payer: string;
  values: Figures;
}

/** The ledger of the world `with`, tasks included, summed by its names. */
export const costsWith = (model: Model, account: Account, name: string): CostLine[] => {
  const sums = new Map<string, { names: Omit<CostLine, 'values'>; years: Num[] }>();
  const put = (names: Omit<CostLine, 'values'>, years: Years): void => {
    const key = JSON.stringify(names);
    const known = sums.get(key)?.years ?? years.map(() => ZERO);
    sums.set(key, { names, years: known.map((n, t) => n.plus(years[t] ?? ZERO)) });
  };
  for (const { world, subgroup, technology, category, payer, amounts } of account.world.ledger)
    if (world === 'with') put({ case: name, subgroup, technology, category, payer }, amounts);
  if (account.tasks.some((n) => !n.isZero()))
    put({ case: name, subgroup: '', technology: '', category: 'Implementation', payer: '' }, account.tasks);
  return [...sums.values()].map(({ names, years }) => ({ ...names, values: figures(model, years) }));
};

export interface BenefitLine {
  case: string;
  technology: string;
  subgroup: string;
  benefit: string;
  class: string;
  payer: string;
  measure: string;
  values: Figures;
}

export const benefitLines = (account: Account, name: string, haircut: boolean): BenefitLine[] =>
  account.benefits.flatMap((b) => {
    const cut = haircut ? b.haircut : ONE;
    const names = {
      case: name,
      technology: b.technology,
      subgroup: b.subgroup,
      benefit: text(b.line, 'Benefit'),
      class: word(b.line, 'Class', ''),
      payer: text(b.line, 'Payer'),
    };
    const values = (by: Num): Figures => b.quantity.slice(1).map((n) => figure(n.times(by)));
    return [
      { ...names, measure: 'money', values: values(cut.times(b.unitValue)) },
      { ...names, measure: 'quantity', values: values(cut) },
    ];
  });
