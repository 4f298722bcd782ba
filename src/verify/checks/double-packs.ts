/** Check 22: packs of twice the content at twice the price. */
import { sameName } from '../../engine/model/structure';
import { scaled, scaledOr, series } from '../alter';
import type { Check } from '../check';
import { needs } from '../outside';
import { below, costOf, unlike } from '../compare';
import { needsCosts, needsProportional, needsUnrounded } from '../conditions';

export const doublePacks: Check = {
  number: 22,
  family: 'Scale',
  name: 'Packs of twice the content at twice the price cost the same where vials are shared, and never less where not',
  why: 'A saving means that a dose pays for part of a pack without sharing it.',
  judge: ({ assumptions, run, rerun }) => {
    needsCosts(run);
    needsProportional(assumptions);
    needsUnrounded(assumptions);
    const dosed = (item: string): boolean => assumptions.regimens.some((row) => sameName(row.item, item));
    needs(
      assumptions.prices.some((row) => row.content !== null && dosed(row.item)),
      'no pack is bought by the dose',
    );
    needs(
      assumptions.prices.every((row) => row.fee === null) &&
        assumptions.costs.every((row) => row.priceItem === '' || (row.quantity === null && dosed(row.priceItem))),
      'a pack is bought in whole numbers, or has a fee',
    );
    needs(
      assumptions.prices.every((row) => row.content !== null),
      'a pack has no content',
    );
    const larger = {
      ...assumptions,
      prices: assumptions.prices.map((row) => ({
        ...row,
        content: scaledOr(row.content, 2),
        listPrice: series(row.listPrice, (given) => scaled(given, 2)),
      })),
    };
    const changed = 'content and list price of every pack doubled';
    const compared = { name: 'cost of both worlds', expected: costOf(run), got: costOf(rerun(larger)) };
    return assumptions.regimens.every((row) => row.vialSharing)
      ? unlike(changed, [compared])
      : below(changed, [compared]);
  },
};
