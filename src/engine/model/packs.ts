/**
 * What one dose costs. With vial sharing, and for doses in packs: the needed amount at the lowest price by content.
 * Without: the cheapest mix of whole packs that covers each patient's dose, as a mean over the lognormal weights —
 * the mean of the rounded-up doses, not the rounded-up mean. Exact, no draws.
 */
import { axis, link, type Axis, type Link } from '../graph/axis';
import { atMost, cases, constant, equal, less, ln, min, normal, one, position, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { bodyMeasure, packAt, type Use } from './regimen';
import { coverOf, type Cover } from './cover';
import type { Prices } from './prices';
import { sameName, type Structure } from './structure';

interface Needs {
  readonly needed: Quantity;
  readonly perDose: Quantity;
  readonly body: Quantity;
  readonly spread: Quantity;
  readonly cap: Quantity;
}

/** Whether a use is charged by content ('shared'), in packs as typed ('packs'), or by whole packs. */
export function charged(at: Use, content: boolean): 'shared' | 'packs' | 'whole' {
  if (sameName(at.regimen.doseUnit, 'pack')) return 'packs';
  return at.regimen.vialSharing || !content ? 'shared' : 'whole';
}

/** Cost of one dose and packs in it, before adherence and wastage. [use, year] */
export function dosePacks(model: Model, structure: Structure, prices: Prices, use: Axis, uses: readonly Use[], packsOf: readonly (readonly number[])[], needs: Needs): { readonly cost: Quantity; readonly packs: Quantity } {
  const { year, assumptions } = structure;
  const money = assumptions.model.currency;
  const source = 'workbook contract, BIM_Regimens Vial sharing';
  const bought = model.quantity('Cost of a pack', money, [prices.pack, year], () => prices.paid.plus(prices.fee), { source });
  const kinds = uses.map((at, index) => charged(at, (packsOf[index] ?? []).some((pack) => prices.rows[pack]?.content)));
  const lowest = (of: (place: number) => Expression) => (places: number): Expression =>
    min(...Array.from({ length: Math.max(1, places) }, (_, place) => of(place)));
  const byCount = (of: (places: number) => Expression, none: Expression = zero(money)): Expression => {
    const counts = [...new Set(packsOf.map((list) => list.length))];
    const branches = Object.fromEntries(counts.map((count) => [String(count), count === 0 ? none : of(count)]));
    return cases(use, (at) => String(packsOf[at]?.length ?? 0), branches);
  };
  const pack = (place: number) => packAt(use, prices.pack, packsOf, place);
  const unit = model.quantity('Lowest price of a unit', money, [use, year], () => cases(use, (at) => (kinds[at] === 'packs' ? 'packs' : 'content'), {
    packs: byCount(lowest((place) => bought.via(pack(place)))),
    content: byCount(lowest((place) => bought.via(pack(place)).over(prices.content.via(pack(place))))),
  }), { source });
  const covers = uses.map((at, index) => (kinds[index] === 'whole' ? coverOf(at, (packsOf[index] ?? []).map((row) => prices.rows[row])) : null));
  const cover = covers.some((entry) => entry) ? covered(model, structure, prices, use, uses, packsOf, covers, needs, bought) : null;
  const shared = meanDose(model, use, uses, needs);
  const inPacks = (at: number): string => (kinds[at] === 'whole' ? 'whole' : kinds[at] === 'packs' ? 'packs' : 'content');
  const cost = model.quantity('Cost of what a dose needs', money, [use, year], () => cases(use, inPacks, {
    packs: shared.times(unit), content: shared.times(unit), whole: cover?.cost ?? zero(money),
  }), { source });
  const packs = model.quantity('Packs of a dose', '1', [use, year], () => cases(use, inPacks, {
    packs: shared, content: byCount((places) => cheapestContent(places, (place) => bought.via(pack(place)), (place) => prices.content.via(pack(place))), one), whole: cover?.packs ?? zero(),
  }), { source });
  const packsNeeded = model.quantity('Packs needed for a dose', '1', [use, year], () => cases(use, inPacks, {
    packs, content: shared.over(packs), whole: packs,
  }), { source });
  return { cost, packs: packsNeeded };
}

/** Content of the pack with the lowest price by content. */
function cheapestContent(places: number, price: (place: number) => Expression, content: (place: number) => Expression): Expression {
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
  const spreading = (at: Use): boolean => bodyMeasure(at.regimen.doseUnit) !== 'none' && Boolean(bodyMeasure(at.regimen.doseUnit) === 'weight' ? at.body?.weightSd?.value.gt(0) : at.body?.bsaSd?.value.gt(0));
  return model.quantity('Mean dose', '1', [use], () => {
    const { sigma, location } = lognormal(needs);
    const z = ln(needs.cap.over(needs.perDose)).minus(location).over(sigma);
    const limited = needs.perDose.times(needs.body).times(normal(z.minus(sigma))).plus(needs.cap.times(one.minus(normal(z))));
    return cases(use, (at) => (uses[at]?.regimen.maxDose && spreading(uses[at]) ? 'limited' : 'plain'), { limited, plain: needs.needed });
  }, { source: 'mean of a lognormal limited above' });
}

/** Parameters of the lognormal weight with the typed mean and SD: σ² = ln(1 + (SD/mean)²), μ = ln mean − σ²/2. */
function lognormal(needs: Needs): { sigma: Expression; location: Expression } {
  const ratio = needs.spread.over(needs.body);
  const variance = ln(one.plus(ratio.times(ratio)));
  return { sigma: variance.power(constant('0.5')), location: ln(needs.body).minus(variance.over(constant(2))) };
}

/** Mean cost of whole packs: Σ over amounts covered of the cheapest cost × the part of patients who need just that. */
function covered(model: Model, structure: Structure, prices: Prices, use: Axis, uses: readonly Use[], packsOf: readonly (readonly number[])[], covers: readonly (Cover | null)[], needs: Needs, bought: Quantity): { readonly cost: Quantity; readonly packs: Quantity } {
  const { year, assumptions } = structure;
  const money = assumptions.model.currency;
  const source = 'workbook contract, BIM_Regimens Vial sharing no';
  const levels = covers.flatMap((cover, at) => (cover ? Array.from({ length: cover.levels }, (_, level) => ({ at, level: level + 1, cover })) : []));
  const level = axis('amount covered', levels.map((entry) => `${use.members[entry.at] ?? ''} · ${String(entry.level)}`));
  level.belongsTo(use, levels.map((entry) => entry.at));
  const starts = new Map<number, number>();
  levels.forEach((entry, index) => { if (!starts.has(entry.at)) starts.set(entry.at, index); });
  const amount = model.quantity('Amount covered', '1', [level], () => position(level).minus(offsetOf(level, levels, starts)).times(stepOf(level, levels)), { source });
  const most = Math.max(0, ...packsOf.map((list) => list.length));
  const options = Array.from({ length: most }, (_, place) => {
    const price = bought.via(link(`pack ${String(place + 1)}`, level, prices.pack, levels.map((entry) => packsOf[entry.at]?.[place] ?? -1)));
    const rest = link(`rest after pack ${String(place + 1)}`, level, level, levels.map((entry, index) => {
      const size = entry.cover.sizes[place] ?? 0;
      return entry.level > size ? index - size : -1;
    }));
    const with1 = (of: (rest: Link) => Expression, alone: Expression): Expression =>
      cases(level, (member) => ((rest.map[member] ?? -1) >= 0 ? 'more' : 'covered'), { more: alone.plus(of(rest)), covered: alone });
    return { price, with1 };
  });
  const byPacks = (none: Expression, of: (count: number) => Expression): Expression =>
    cases(level, (member) => String(packsOf[levels[member]?.at ?? -1]?.length ?? 0),
      Object.fromEntries(Array.from({ length: most + 1 }, (_, count) => [String(count), count === 0 ? none : of(count)])));
  const costOf = (place: number): Expression => options[place]?.with1((rest) => cheapest.via(rest), options[place].price) ?? zero(money);
  const countOf = (place: number): Expression => options[place]?.with1((rest) => packsIn.via(rest), one) ?? zero();
  const cheapest: Quantity = model.quantity('Cheapest cover', money, [level, year], () =>
    byPacks(zero(money), (count) => min(...Array.from({ length: count }, (_, place) => costOf(place)))), { source });
  const packsIn: Quantity = model.quantity('Packs in the cheapest cover', '1', [level, year], () =>
    byPacks(zero(), (count) => Array.from({ length: count }, (_, place) => place).reduceRight<Expression>((other, place) =>
      (place === count - 1 ? countOf(place) : select(equal(costOf(place), cheapest), countOf(place), other)), zero())), { source });
  const before = link('amount before', level, level, levels.map((entry, index) => (entry.level > 1 ? index - 1 : -1)));
  const reach = model.quantity('Part of patients covered', '1', [level], () => {
    const { sigma, location } = lognormal(needs);
    const spread = normal(ln(amount.over(needs.perDose)).minus(location).over(sigma));
    const capped = select(atMost(needs.cap, amount), one, spread);
    return cases(level, (member) => coverKind(levels[member]?.cover, uses[levels[member]?.at ?? -1]), {
      fixed: select(less(amount, needs.needed), zero(), one), spread, capped,
    });
  }, { source: 'lognormal distribution function' });
  const overPatients = (name: string, unit: string, of: Quantity): Quantity => model.quantity(name, unit, [use, year], () => {
    const part = cases(level, (member) => ((before.map[member] ?? -1) < 0 ? 'first' : 'later'), { first: reach, later: reach.minus(reach.via(before)) });
    return sum(of.times(part), level, use);
  }, { source });
  return { cost: overPatients('Cost of whole packs', money, cheapest), packs: overPatients('Whole packs', '1', packsIn) };
}

const coverKind = (cover: Cover | undefined, at: Use | undefined): string =>
  !cover?.spread ? 'fixed' : at?.regimen.maxDose ? 'capped' : 'spread';

interface Level {
  readonly at: number;
  readonly level: number;
  readonly cover: Cover;
}

/** Position of the level before the first of its use. */
function offsetOf(level: Axis, levels: readonly Level[], starts: ReadonlyMap<number, number>): Expression {
  const kinds = levels.map((entry) => String(starts.get(entry.at) ?? 0));
  return cases(level, (member) => kinds[member] ?? '0', Object.fromEntries([...new Set(kinds)].map((start) => [start, constant(start)])));
}

/** Size of a step of the amounts covered. */
function stepOf(level: Axis, levels: readonly Level[]): Expression {
  const kinds = levels.map((entry) => entry.cover.step);
  return cases(level, (member) => kinds[member] ?? '1', Object.fromEntries([...new Set(kinds)].map((step) => [step, constant(step)])));
}
