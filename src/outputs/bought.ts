/** What is bought: units and scripts of each medicine in each world, and its price on the way from list to net. */
import type { VolumeFigures } from '../engine/results';
import { amount, sum } from './amounts';
import { WORLDS, type Figures, type World } from './figures';
import { termsOf, termsOfAll } from './live-terms';
import { flow, stock, type Row } from './row';

/** One medicine in one world: all subgroups, those of one technology and item. */
export interface Bought {
  readonly technology: string;
  readonly item: string;
  readonly world: World;
  readonly units: Row;
  readonly scripts: Row;
}

const keyOf = ({ technology, item, world }: VolumeFigures): string => JSON.stringify([world, technology, item]);

/** Medicines somebody buys, in table order, without and then with. */
export function boughtIn({ results }: Figures): readonly Bought[] {
  const volumes = results.volumes ?? [];
  return WORLDS.flatMap((world) => {
    const here = volumes.filter((each) => each.world === world);
    const firsts = here.filter((each, index) => here.findIndex((other) => keyOf(other) === keyOf(each)) === index);
    return firsts.flatMap((first): readonly Bought[] => {
      const same = here.filter((each) => keyOf(each) === keyOf(first));
      const row = (of: 'units' | 'scripts'): Row => {
        const lists = same.map((each) => each[of]);
        const years = results.years.map((_, n) => sum(lists.map((list) => amount(list[n] ?? '0'))));
        return flow(years, null, termsOfAll(results, lists));
      };
      const [units, scripts] = [row('units'), row('scripts')];
      const { technology, item } = first;
      return units.years.every((value) => value?.isZero() === true)
        ? []
        : [{ technology, item, world, units, scripts }];
    });
  });
}

/** One pack's price: as listed, reimbursed, and net of rebates and with VAT; of a confidential one the list price alone. */
export interface PackPrice {
  readonly name: string;
  readonly confidential: boolean;
  readonly lines: readonly { readonly label: 'List' | 'Reimbursed' | 'Net'; readonly row: Row }[];
}

/** Every pack of BIM_Prices. */
export function packPrices({ results }: Figures): readonly PackPrice[] {
  return (results.prices ?? []).map((price) => {
    const row = (values: readonly string[]): Row => stock(values.map(amount), null, termsOf(results, values));
    return {
      name: [price.item, price.pack].filter((part) => part !== '' && part !== 'All').join(', '),
      confidential: price.confidential,
      lines: [
        { label: 'List', row: row(price.list) },
        ...(price.confidential
          ? []
          : ([
              { label: 'Reimbursed', row: row(price.reimbursed) },
              { label: 'Net', row: row(price.net) },
            ] as const)),
      ],
    };
  });
}
