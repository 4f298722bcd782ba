/** BIM_Prices: what one pack costs in a year, and the fee of a dispensing. */
import { D, linesOf, numberOr, ONE, Refused, same, text, word, ZERO } from './sheet';
import type { Line, Num } from './sheet';
import { valueAt } from './model';
import type { Model } from './model';

export interface Pack {
  readonly content: Num;
  readonly cost: Num;
}
export interface Price {
  readonly packs: readonly Pack[];
  readonly perDispensing: Num;
}

/** List price → ex-factory → reimbursed → rebate, VAT → cost, without the fee. */
const costOf = (line: Line, list: Num): Num => {
  const rate = (header: string): Num => numberOr(line, header, ZERO);
  const markedUp = ONE.plus(rate('Mark-up'));
  const discounted = list.times(ONE.minus(rate('Discount')));
  const reimbursedBasis = word(line, 'Price basis', 'ex-factory') === 'reimbursed';
  const exFactory = reimbursedBasis ? discounted.div(markedUp) : discounted;
  const reimbursed = exFactory.times(markedUp);
  return reimbursed.minus(exFactory.times(rate('Rebate'))).plus(reimbursed.times(rate('VAT')));
};

const feePerUnit = (line: Line): boolean => word(line, 'Fee per', 'unit') === 'unit';

/** The packs of an item at a time; a fee per unit is part of what each pack costs. */
export const priceAt = (model: Model, item: string, t: number): Price => {
  const lines = linesOf(model.book, 'prices').filter((line) => same(text(line, 'Item'), item));
  if (lines.length === 0) throw new Refused(`No price of '${item}'`);
  return {
    packs: lines.map((line) => ({
      content: numberOr(line, 'Content', ONE),
      cost: costOf(line, valueAt(model, line, 'List price', t)).plus(
        feePerUnit(line) ? numberOr(line, 'Fee', ZERO) : ZERO,
      ),
    })),
    perDispensing: D.max(ZERO, ...lines.filter((line) => !feePerUnit(line)).map((line) => numberOr(line, 'Fee', ZERO))),
  };
};

/** The price of a unit where no regimen says how many units a dose takes: the cheapest pack. */
export const unitPrice = (price: Price): Num => D.min(...price.packs.map(({ cost }) => cost.plus(price.perDispensing)));
