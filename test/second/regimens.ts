/** BIM_Regimens: how many doses a year, and what one dose takes and costs. */
import { D, linesOf, mostSpecific, needed, number, numberOr, ONE, Refused, same, text, word, ZERO } from './sheet';
import type { Line, Num } from './sheet';
import { bodySize } from './lognormal';
import type { BodySize } from './lognormal';
import { priceAt } from './prices';
import type { Pack } from './prices';
import type { Model } from './model';

/** What one dose takes: packs, and their cost, after adherence and wastage. */
export interface Dose {
  readonly packs: Num;
  readonly cost: Num;
  readonly fee: Num;
}

/** The regimen of a technology and an item, or null. */
export const regimenOf = (model: Model, technology: string, item: string): Line | null => {
  const rows = linesOf(model.book, 'regimens').filter((line) => same(text(line, 'Item'), item) && item !== '');
  return mostSpecific(rows, { Technology: technology });
};

/** Doses in a full year. */
const dosesPerYear = (model: Model, regimen: Line): Num => {
  const every = numberOr(regimen, 'Every', ONE);
  const unit = word(regimen, 'Every unit', 'day').replace(/s$/, '');
  if (unit === 'day') return model.daysInYear.div(every);
  if (unit === 'week') return model.daysInYear.div(every.times(7));
  if (unit === 'month') return new D(12).div(every);
  if (unit === 'year') return ONE.div(every);
  throw new Refused(`Every unit '${unit}' is not known`);
};

/** Doses of a patient-year in treatment year k; a course that lasts D months has min(12, what is left of it) of them. */
export const dosesIn = (model: Model, regimen: Line, k: number): Num => {
  const months = number(regimen, 'Duration months');
  const yearly = dosesPerYear(model, regimen);
  if (months === null) return yearly;
  return yearly.times(D.max(ZERO, D.min(12, months.minus(12 * (k - 1))))).div(12);
};

export const loadingDoses = (regimen: Line): Num => numberOr(regimen, 'Loading doses', ZERO);

/** The body size a dose goes by, or null for a dose that is the same for all. */
const bodyOf = (model: Model, regimen: Line, subgroup: string): BodySize | null => {
  const unit = word(regimen, 'Dose unit', 'mg').replace(/\s/g, '').replace('²', '2');
  const column = unit.endsWith('/kg') ? 'Weight' : unit.endsWith('/m2') ? 'BSA' : null;
  if (column === null) return null;
  const row = mostSpecific(linesOf(model.book, 'patients'), { Subgroup: subgroup });
  if (row === null) throw new Refused(`${subgroup}: no ${column}`);
  return bodySize(needed(row, column), number(row, `${column} SD`));
};

/** The contents of packs that can be put together up to `limit`, each at its lowest cost, in rising order. */
const mixes = (packs: readonly Pack[], limit: Num): { content: Num; cost: Num; count: number }[] => {
  const best = new Map<string, { content: Num; cost: Num; count: number }>();
  let fresh = [{ content: ZERO, cost: ZERO, count: 0 }];
  while (fresh.length > 0) {
    const next: typeof fresh = [];
    for (const mix of fresh.filter(({ content }) => content.lt(limit)))
      for (const pack of packs) {
        const larger = {
          content: mix.content.plus(pack.content),
          cost: mix.cost.plus(pack.cost),
          count: mix.count + 1,
        };
        const known = best.get(larger.content.toString());
        if (known !== undefined && known.cost.lte(larger.cost)) continue;
        best.set(larger.content.toString(), larger);
        next.push(larger);
      }
    fresh = next;
  }
  return [...best.values()].sort((a, b) => a.content.cmp(b.content));
};

/** Whole packs that cover a dose, the cheapest: the mean over the doses given. */
const wholePacks = (
  packs: readonly Pack[],
  dose: Num,
  most: Num | null,
  body: BodySize | null,
): { packs: Num; cost: Num } => {
  const highest = body === null ? dose : new D(body.largest.times(dose).toString());
  const limit = most === null ? highest : D.min(most, highest);
  const rising = mixes(packs, limit);
  let [before, cost, count] = [ZERO, ZERO, ZERO];
  // The cheapest mix that covers a dose holds at least as much as it: the best of what stands further on.
  const cheapestFrom = rising.reduceRight<typeof rising>((later, mix) => {
    const best = later[0];
    return [best !== undefined && best.cost.lt(mix.cost) ? best : mix, ...later];
  }, []);
  for (const [i, step] of rising.entries()) {
    const reaches = step.content.gte(limit);
    const chance = reaches ? ONE : body === null ? ZERO : new D(body.atMost(step.content.div(dose)).toString());
    const cheapest = cheapestFrom[i] ?? step;
    cost = cost.plus(cheapest.cost.times(chance.minus(before)));
    count = count.plus(chance.minus(before).times(cheapest.count));
    before = chance;
    if (reaches) break;
  }
  return { packs: count, cost };
};

/** Any part of a pack can be used: the lowest price of content. */
const shared = (packs: readonly Pack[], dose: Num): { packs: Num; cost: Num } => {
  const cheapest = packs.reduce((a, b) => (b.cost.div(b.content).lt(a.cost.div(a.content)) ? b : a));
  return { packs: dose.div(cheapest.content), cost: dose.times(cheapest.cost).div(cheapest.content) };
};

/** One dose of a regimen at the prices of a time. */
export const doseAt = (model: Model, regimen: Line, item: string, subgroup: string, t: number): Dose => {
  const price = priceAt(model, item, t);
  const inPacks = word(regimen, 'Dose unit', 'mg') === 'pack';
  const packs = inPacks ? price.packs.map((pack) => ({ ...pack, content: ONE })) : price.packs;
  const [dose, most, body] = [needed(regimen, 'Dose'), number(regimen, 'Max dose'), bodyOf(model, regimen, subgroup)];
  const capped = most === null ? dose : D.min(dose, most);
  const mean =
    body === null
      ? capped
      : new D(
          body
            .meanCapped(most === null ? null : most.div(dose))
            .times(dose)
            .toString(),
        );
  const sharing = word(regimen, 'Vial sharing', 'yes') === 'yes';
  const taken = sharing ? shared(packs, mean) : wholePacks(packs, body === null ? capped : dose, most, body);
  const factor = numberOr(regimen, 'Adherence', ONE).div(ONE.minus(numberOr(regimen, 'Wastage', ZERO)));
  return { packs: taken.packs.times(factor), cost: taken.cost.times(factor), fee: price.perDispensing };
};
