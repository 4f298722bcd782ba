/** From the ledger to the budget impact: with less without, counted for the model's Payer. */
import { add, isAll, ONE, same, ZERO } from './sheet';
import type { Num } from './sheet';
import { overTimes, yearOf } from './model';
import type { Model, Years } from './model';
import type { LedgerLine } from './ledger';
import { sumYears } from './care';

export type Figures = string[];
export interface Impact {
  total: Figures;
  byCategory: Record<string, Figures>;
  bySubgroup: Record<string, Figures>;
  byPayer: Record<string, Figures>;
  cumulative: Figures;
  discounted: string;
  pmpm: Figures | null;
  test: { threshold: string; passed: boolean; years: number[] } | null;
}

export const figure = (n: Num): string => (n.isZero() ? '0' : n.toString());
/** Years 1…N as they are given back. */
export const figures = (model: Model, years: Years): Figures => years.slice(1, model.count + 1).map(figure);

const worldTotal = (model: Model, lines: readonly LedgerLine[], world: string): Num[] =>
  sumYears(
    model,
    lines.filter((line) => line.world === world).map((line) => line.amounts),
  );
const difference = (model: Model, lines: readonly LedgerLine[]): Num[] => {
  const [withIt, without] = [worldTotal(model, lines, 'with'), worldTotal(model, lines, 'without')];
  return overTimes(model, (t) => (withIt[t] ?? ZERO).minus(without[t] ?? ZERO));
};

/** A blank payer counts for every payer. */
const paidBy =
  (payer: string) =>
  (line: LedgerLine): boolean =>
    isAll(payer) || line.payer === '' || same(line.payer, payer);

const by = (model: Model, lines: readonly LedgerLine[], key: (line: LedgerLine) => string): Record<string, Figures> => {
  const parts = Object.create(null) as Record<string, Figures>;
  for (const name of new Set(lines.map(key)))
    parts[name] = figures(
      model,
      difference(
        model,
        lines.filter((line) => key(line) === name),
      ),
    );
  return parts;
};

export const impactOf = (model: Model, ledger: readonly LedgerLine[]): Impact => {
  const counted = ledger.filter(paidBy(model.payer));
  const total = difference(model, counted).slice(1);
  const named = ledger.map((line) => line.payer).filter((payer) => !isAll(payer));
  const payers = named.filter((payer, i) => named.findIndex((other) => same(other, payer)) === i);
  const byPayer = Object.create(null) as Record<string, Figures>;
  for (const payer of payers) byPayer[payer] = figures(model, difference(model, ledger.filter(paidBy(payer))));
  const { threshold, members } = model;
  const over =
    threshold === null
      ? []
      : total.slice(0, model.testYears).flatMap((n, i) => (n.gt(threshold) ? [yearOf(model, i + 1)] : []));
  return {
    total: total.map(figure),
    byCategory: by(model, counted, (line) => line.category),
    bySubgroup: by(model, counted, (line) => line.subgroup),
    byPayer,
    cumulative: total.map((_, i) => figure(add(total.slice(0, i + 1)))),
    discounted: figure(
      add(total.map((n, i) => n.div(ONE.plus(model.discountRate).pow(model.discountFromFirst ? i + 1 : i)))),
    ),
    pmpm: members === null ? null : total.map((n) => figure(n.div(members).div(12))),
    test: threshold === null ? null : { threshold: figure(threshold), passed: over.length === 0, years: over },
  };
};
