/**
 * What one dose costs. With vial sharing, and for doses in packs: the needed amount at the lowest price by content.
 * Without: the cheapest mix of whole packs that covers each patient's dose, as a mean over the lognormal weights —
 * the mean of the rounded-up doses, not the rounded-up mean. Exact, no draws.
 */
import { type Axis } from '../graph/axis';
import { cases, less, ln, min, normal, one, select, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { bodyMeasure, packAt, type Use } from './regimen';
import { coverOf } from './cover';
import type { Prices } from './prices';
import { sameName, type Structure } from './structure';
import { covered } from './whole-packs';
import { lognormal, type Needs } from './needs';

/** Whether a use is charged by content ('shared'), in packs as typed ('packs'), or by whole packs. */
export function charged(at: Use, content: boolean): 'shared' | 'packs' | 'whole' {
  if (sameName(at.regimen.doseUnit, 'pack')) return 'packs';
  return at.regimen.vialSharing || !content ? 'shared' : 'whole';
}

/** Cost of one dose and packs in it, before adherence and wastage. [use, year] */
export function dosePacks(
  model: Model,
  structure: Structure,
  prices: Prices,
  use: Axis,
  uses: readonly Use[],
  packsOf: readonly (readonly number[])[],
  needs: Needs,
): { readonly cost: Quantity; readonly packs: Quantity } {
  const { year, assumptions } = structure;
  const money = assumptions.model.currency;
  const source = 'workbook contract, BIM_Regimens Vial sharing';
  const bought = model.quantity('Cost of a pack', money, [prices.pack, year], () => prices.paid.plus(prices.fee), {
    source,
  });
  const kinds = uses.map((at, index) =>
    charged(
      at,
      (packsOf[index] ?? []).some((pack) => prices.rows[pack]?.content),
    ),
  );
  const lowest =
    (of: (place: number) => Expression) =>
    (places: number): Expression =>
      min(...Array.from({ length: Math.max(1, places) }, (_, place) => of(place)));
  const byCount = (of: (places: number) => Expression, none: Expression = zero()): Expression => {
    const counts = [...new Set(packsOf.map((list) => list.length))];
    const branches = Object.fromEntries(counts.map((count) => [String(count), count === 0 ? none : of(count)]));
    return cases(use, (at) => String(packsOf[at]?.length ?? 0), branches);
  };
  const pack = (place: number) => packAt(use, prices.pack, packsOf, place);
  const unit = model.quantity(
    'Lowest price of a unit',
    money,
    [use, year],
    () =>
      cases(use, (at) => (kinds[at] === 'packs' ? 'packs' : 'content'), {
        packs: byCount(lowest((place) => bought.via(pack(place)))),
        content: byCount(lowest((place) => bought.via(pack(place)).over(prices.content.via(pack(place))))),
      }),
    { source },
  );
  const covers = uses.map((at, index) =>
    kinds[index] === 'whole'
      ? coverOf(
          at,
          (packsOf[index] ?? []).map((row) => prices.rows[row]),
        )
      : null,
  );
  const cover = covers.some((entry) => entry)
    ? covered(model, structure, prices, use, uses, packsOf, covers, needs, bought)
    : null;
  const shared = meanDose(model, use, uses, needs);
  const inPacks = (at: number): string =>
    kinds[at] === 'whole' ? 'whole' : kinds[at] === 'packs' ? 'packs' : 'content';
  const cost = model.quantity(
    'Cost of what a dose needs',
    money,
    [use, year],
    () =>
      cases(use, inPacks, {
        packs: shared.times(unit),
        content: shared.times(unit),
        whole: cover?.cost ?? zero(),
      }),
    { source },
  );
  const packs = model.quantity(
    'Packs of a dose',
    '1',
    [use, year],
    () =>
      cases(use, inPacks, {
        packs: shared,
        content: byCount(
          (places) =>
            cheapestContent(
              places,
              (place) => bought.via(pack(place)),
              (place) => prices.content.via(pack(place)),
            ),
          one,
        ),
        whole: cover?.packs ?? zero(),
      }),
    { source },
  );
  const packsNeeded = model.quantity(
    'Packs needed for a dose',
    '1',
    [use, year],
    () =>
      cases(use, inPacks, {
        packs,
        content: shared.over(packs),
        whole: packs,
      }),
    { source },
  );
  return { cost, packs: packsNeeded };
}

/** Content of the pack with the lowest price by content. */
function cheapestContent(
  places: number,
  price: (place: number) => Expression,
  content: (place: number) => Expression,
): Expression {
  let [best, held] = [price(0).over(content(0)), content(0)];
  for (let place = 1; place < places; place += 1) {
    const by = price(place).over(content(place));
    held = select(less(by, best), content(place), held);
    best = min(best, by);
  }
  return held;
}

/** Mean of the dose over the patients' weights; with a highest dose, of the capped dose. */
function meanDose(model: Model, use: Axis, uses: readonly Use[], needs: Needs): Quantity {
  const spreading = (at: Use): boolean =>
    bodyMeasure(at.regimen.doseUnit) !== 'none' &&
    Boolean(
      bodyMeasure(at.regimen.doseUnit) === 'weight' ? at.body?.weightSd?.value.gt(0) : at.body?.bsaSd?.value.gt(0),
    );
  return model.quantity(
    'Mean dose',
    '1',
    [use],
    () => {
      const { sigma, location } = lognormal(needs);
      const z = ln(needs.cap.over(needs.perDose)).minus(location).over(sigma);
      const limited = needs.perDose
        .times(needs.body)
        .times(normal(z.minus(sigma)))
        .plus(needs.cap.times(one.minus(normal(z))));
      return cases(use, (at) => (uses[at]?.regimen.maxDose && spreading(uses[at]) ? 'limited' : 'plain'), {
        limited,
        plain: needs.needed,
      });
    },
    { source: 'mean of a lognormal limited above' },
  );
}
