/**
 * Prices: what one pack costs the payer, built up from the list price. Ex-factory = list × (1 − discount), divided by
 * (1 + mark-up) where the list is a reimbursed price → reimbursed = ex-factory × (1 + mark-up) → rebate on ex-factory
 * → VAT on reimbursed before the rebate. Order pinned by the NCPE (Ireland) template v1.8.
 */
import type { Given, PriceRow } from '../assumptions';
import { blanksIn } from '../given';
import { axis, type Axis } from '../graph/axis';
import { cases, one, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import { seriesByYear } from './series';
import { distinct, type Structure } from './structure';

export interface Prices {
  readonly pack: Axis;
  readonly rows: readonly PriceRow[];
  /** [pack, year] each, money a pack. */
  readonly list: Quantity;
  readonly exFactory: Quantity;
  readonly reimbursed: Quantity;
  readonly rebate: Quantity;
  readonly vat: Quantity;
  /** Reimbursed − rebate + VAT. */
  readonly paid: Quantity;
  /** The fee of a pack, and that of a dispensing. [pack] */
  readonly fee: Quantity;
  readonly dispensingFee: Quantity;
  /** Units in a pack. [pack] */
  readonly content: Quantity;
}

export function prices(model: Model, structure: Structure, growing: Quantity): Prices {
  const { year, baseline, assumptions } = structure;
  const rows = assumptions.prices;
  const money = assumptions.model.currency;
  const pack = axis('pack', distinct(rows.map((row) => (row.pack ? `${row.item} · ${row.pack}` : row.item))));
  const list = seriesByYear(
    model,
    {
      name: 'List price',
      unit: money,
      rows: pack,
      series: rows.map((row) => row.listPrice),
      source: 'workbook contract, BIM_Prices',
    },
    year,
    growing,
    baseline,
  );
  const rate = (name: string, label: string, of: (row: PriceRow) => Given | null): Quantity =>
    model.input(name, '1', [pack], rows.map(of), new Exact(0), {}, blanksIn(rows, label));
  const [discount, markUp, rebateRate, vatRate] = [
    rate('Discount', 'Discount', (row) => row.discount),
    rate('Mark-up', 'Mark-up', (row) => row.markUp),
    rate('Rebate rate', 'Rebate', (row) => row.rebate),
    rate('VAT rate', 'VAT', (row) => row.vat),
  ];
  const source = 'NCPE (Ireland) budget impact model template v1.8; workbook contract, BIM_Prices';
  const build = (name: string, formula: () => Expression): Quantity =>
    model.quantity(name, money, [pack, year], formula, { source });
  const exFactory = build('Ex-factory price', () => {
    const discounted = list.times(one.minus(discount));
    return cases(pack, (row) => rows[row]?.basis ?? 'ex-factory', {
      'ex-factory': discounted,
      reimbursed: discounted.over(one.plus(markUp)),
    });
  });
  const reimbursed = build('Reimbursed price', () => exFactory.times(one.plus(markUp)));
  const rebate = build('Rebate', () => exFactory.times(rebateRate));
  const vat = build('VAT', () => reimbursed.times(vatRate));
  const paid = build('Price paid', () => reimbursed.minus(rebate).plus(vat));
  const fees = (per: PriceRow['feePer']): readonly (Given | null)[] =>
    rows.map((row) => (row.feePer === per ? row.fee : null));
  return {
    pack,
    rows,
    list,
    exFactory,
    reimbursed,
    rebate,
    vat,
    paid,
    fee: model.input('Fee a pack', money, [pack], fees('unit'), new Exact(0)),
    dispensingFee: model.input('Fee a dispensing', money, [pack], fees('dispensing'), new Exact(0)),
    content: model.input(
      'Content of a pack',
      '1',
      [pack],
      rows.map((row) => row.content),
      new Exact(1),
    ),
  };
}
