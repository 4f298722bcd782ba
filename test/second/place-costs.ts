/** Costs that no technology's patients bear: people eligible or at a step, fixed sums, and tests. */
import { number, numberOr, ONE, same, text, ZERO } from './sheet';
import type { Line } from './sheet';
import { inWorld, overTimes, WORLDS } from './model';
import type { Model } from './model';
import type { Place } from './care';
import { at, nameOf, perOf, rowsFor, standsFor, unitCost } from './ledger';
import type { LedgerLine } from './ledger';

export const PER_PLACE = ['eligible', 'step'];

/** Rows for people eligible or at a step: once, whatever the technologies. */
export const placeLines = (model: Model, place: Place, rows: readonly Line[]): LedgerLine[] =>
  rows
    .filter(
      (row) =>
        PER_PLACE.includes(perOf(row)) &&
        rowsFor(
          rows.filter((other) => same(nameOf(other, 'Technology'), nameOf(row, 'Technology'))),
          place.world,
          place.subgroup,
          text(row, 'Technology'),
        ).includes(row),
    )
    .map((row) => ({
      world: place.world,
      subgroup: place.subgroup,
      technology: nameOf(row, 'Technology'),
      category: text(row, 'Category'),
      payer: text(row, 'Payer'),
      volume: null,
      amounts: overTimes(model, (t) => {
        const people = perOf(row) === 'step' ? place.atStep(text(row, 'Step'), t) : at(place.eligible, t);
        return people.times(numberOr(row, 'Quantity', ONE)).times(unitCost(model, row, t));
      }),
    }));

/** Fixed sums: once in each world they hold for, to the subgroup and technology they name. */
export const fixedLines = (model: Model, rows: readonly Line[], places: readonly Place[]): LedgerLine[] =>
  WORLDS.flatMap((world) =>
    rows
      .filter(
        (row) =>
          perOf(row) === 'year' &&
          inWorld(row, world) &&
          (nameOf(row, 'Subgroup') === '' || places.some(({ subgroup }) => same(subgroup, nameOf(row, 'Subgroup')))) &&
          !rows.some(
            (other) =>
              standsFor(other, row) &&
              inWorld(other, world) &&
              perOf(other) === 'year' &&
              ['Technology', 'Subgroup'].every((header) => same(nameOf(other, header), nameOf(row, header))),
          ),
      )
      .map((row) => ({
        world,
        subgroup: nameOf(row, 'Subgroup'),
        technology: nameOf(row, 'Technology'),
        category: text(row, 'Category'),
        payer: text(row, 'Payer'),
        volume: null,
        amounts: overTimes(model, (t) => numberOr(row, 'Quantity', ONE).times(unitCost(model, row, t))),
      })),
  );

/** Tests that cost: people tested × unit cost, to the technology the row names. */
export const testLines = (model: Model, place: Place): LedgerLine[] => {
  const rows = new Set(place.tests.flatMap((day) => day.tests.map(({ line }) => line)));
  return [...rows]
    .filter((row) => number(row, 'Unit cost') !== null)
    .map((row) => ({
      world: place.world,
      subgroup: place.subgroup,
      technology: nameOf(row, 'Technology'),
      category: 'Testing',
      payer: text(row, 'Payer'),
      volume: null,
      amounts: overTimes(model, (t) => {
        const tested = place.tests[t]?.tests.find(({ line }) => line === row)?.measures.get('tested') ?? ZERO;
        return tested.times(numberOr(row, 'Unit cost', ZERO));
      }),
    }));
};
