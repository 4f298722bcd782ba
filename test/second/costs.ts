/** BIM_Costs: one ledger line per row, world, subgroup and technology. */
import { D, isAll, linesOf, number, numberOr, ONE, Refused, text, ZERO } from './sheet';
import type { Line, Num } from './sheet';
import { seriesAt } from './model';
import type { Model } from './model';
import type { Care, Place } from './care';
import { at, perOf, rowsFor, unitCost } from './ledger';
import type { LedgerLine } from './ledger';
import { fixedLines, PER_PLACE, placeLines, testLines } from './place-costs';
import { doseAt, dosesIn, loadingDoses, regimenOf } from './regimens';

/** Which treatment years a row speaks of: [1, null] is all, [2, 2] the second, [2, null] the second and later. */
const treatmentYears = (row: Line): readonly [from: number, to: number | null] => {
  const typed = text(row, 'Treatment year');
  if (isAll(typed)) return [1, null];
  const [, from = '', open] = /^(\d+)(\+?)$/.exec(typed) ?? [];
  if (from === '') throw new Refused(`Treatment year '${typed}' is not known`);
  return [Number(from), open === '+' ? null : Number(from)];
};

/** People charged in treatment year k: those on it and a part of a year for those who left or died. */
const chargedIn = (model: Model, care: Care, row: Line, k: number, t: number): Num => {
  const part = numberOr(row, 'Leavers', model.leaversCost);
  const staying = at(care.treatmentYears[k - 1], t);
  if (care.technology.cohort) return k > 1 || model.byMonth ? staying : staying.plus(part.times(at(care.deaths, t)));
  const before = at(care.patients, t).plus(at(care.stops, t));
  const starters = at(care.starts, t);
  const early = starters.minus(at(care.treatmentYears[0], t));
  const stops = k === 1 ? early : at(care.stops, t).minus(early);
  const firstDeaths = before.isZero()
    ? ZERO
    : starters.eq(before)
      ? at(care.deaths, t)
      : at(care.deaths, t).times(starters).div(before);
  const deaths = k === 1 ? firstDeaths : at(care.deaths, t).minus(firstDeaths);
  return staying.plus(part.times(stops.plus(deaths)));
};

/** Treatment years of a row, and who is charged in each. */
const charged = (model: Model, care: Care, row: Line, t: number): { k: number; people: Num }[] => {
  const [from, to] = treatmentYears(row);
  const cohort = care.technology.cohort;
  if (!cohort && !(from === 1 && (to === 1 || to === null)) && !(from === 2 && to === null))
    throw new Refused(`Treatment year '${text(row, 'Treatment year')}' needs cohorts`);
  if (!cohort && from === 1 && to === null) {
    const part = numberOr(row, 'Leavers', model.leaversCost);
    return [{ k: 1, people: at(care.patients, t).plus(part.times(at(care.stops, t).plus(at(care.deaths, t)))) }];
  }
  return care.treatmentYears
    .map((_, i) => i + 1)
    .filter((k) => k >= from && (to === null || k <= to))
    .map((k) => ({ k, people: chargedIn(model, care, row, k, t) }));
};

/** Amount and units of a time. */
interface Charge {
  readonly amount: Num;
  readonly units: Num;
  readonly startUnits: Num;
  readonly people: Num;
  readonly starts: Num;
}
const nothing: Charge = { amount: ZERO, units: ZERO, startUnits: ZERO, people: ZERO, starts: ZERO };
const together = (a: Charge, b: Charge): Charge => ({
  amount: a.amount.plus(b.amount),
  units: a.units.plus(b.units),
  startUnits: a.startUnits.plus(b.startUnits),
  people: a.people.plus(b.people),
  starts: a.starts.plus(b.starts),
});

/** Patients of a treatment year on a regimen: doses × what a dose costs; starters have loading doses besides. */
const regimenCharge = (
  model: Model,
  care: Care,
  row: Line,
  regimen: Line,
  k: number,
  people: Num,
  t: number,
): Charge => {
  const perDose = perOf(row) === 'dose';
  // Stock accounting knows no second year of a course: each patient of the year has it in full.
  const doses = dosesIn(model, regimen, care.technology.cohort ? k : 1);
  const starts = k === 1 ? at(care.starts, t) : ZERO;
  const extra = starts.times(loadingDoses(regimen));
  const given = people.times(doses).plus(extra);
  if (
    number(row, 'Quantity') === null &&
    text(row, 'Price item') !== '' &&
    seriesAt(model, row, 'Unit cost', t) === null
  ) {
    // What is bought each time is what the regimen of the Price item says; without one, one of it.
    const bought = regimenOf(model, care.technology.name, text(row, 'Price item'));
    const dose =
      bought === null
        ? { packs: ONE, cost: unitCost(model, row, t), fee: ZERO }
        : doseAt(model, bought, text(row, 'Price item'), care.subgroup, t);
    const startDoses = starts.times(doses).plus(extra);
    return {
      amount: given.times(dose.cost.plus(dose.fee)),
      units: given.times(dose.packs),
      startUnits: startDoses.times(dose.packs),
      people,
      starts,
    };
  }
  const quantity = numberOr(row, 'Quantity', ONE);
  const units = (perDose ? given : people).times(quantity);
  const startUnits = (perDose ? starts.times(doses).plus(extra) : starts).times(quantity);
  return { amount: units.times(unitCost(model, row, t)), units, startUnits, people, starts };
};

/** Starters and their units are those of the first treatment year. */
const firstYear = (k: number, charge: Charge): Charge =>
  k === 1 ? charge : { ...charge, startUnits: ZERO, starts: ZERO };

/** What one row charges one technology's people at a time. */
const careCharge = (model: Model, care: Care, row: Line, t: number): Charge => {
  const per = perOf(row);
  const quantity = numberOr(row, 'Quantity', ONE);
  const starts = at(care.starts, t);
  const simple = (people: Num, times: Num): Charge => {
    const units = people.times(times);
    return {
      amount: units.times(unitCost(model, row, t)),
      units,
      startUnits: people.isZero() ? ZERO : starts.times(times),
      people,
      starts,
    };
  };
  if (per === 'start') return simple(starts, quantity);
  if (per === 'stop') return simple(at(care.stops, t), quantity);
  if (per === 'death') return simple(at(care.deaths, t), quantity);
  const regimen =
    per === 'dose'
      ? regimenOf(model, care.technology.name, text(row, 'Item'))
      : regimenOf(model, care.technology.name, text(row, 'Price item'));
  if (per === 'dose' && regimen === null) throw new Refused(`No regimen of '${text(row, 'Item')}'`);
  const byRegimen = regimen !== null && (per === 'dose' || number(row, 'Quantity') === null);
  return charged(model, care, row, t)
    .map(({ k, people }) =>
      byRegimen
        ? regimenCharge(model, care, row, regimen, k, people, t)
        : firstYear(k, simple(people, per === 'month' ? quantity.times(12) : quantity)),
    )
    .reduce(together, nothing);
};

/** Doses of a patient-year: those of the regimen, else each unit is one. */
const dosesOf = (model: Model, row: Line, bought: Line | null, given: Line | null): Num => {
  const often = given === null ? (perOf(row) === 'month' ? new D(12) : ONE) : dosesIn(model, given, 1);
  return bought !== null && number(row, 'Quantity') === null ? often : often.times(numberOr(row, 'Quantity', ONE));
};

const careLine = (model: Model, care: Care, row: Line): LedgerLine => {
  const charges = Array.from({ length: model.count + 1 }, (_, t) =>
    model.times.includes(t) ? careCharge(model, care, row, t) : nothing,
  );
  const regimen = regimenOf(model, care.technology.name, text(row, 'Price item'));
  const given =
    perOf(row) === 'dose'
      ? regimenOf(model, care.technology.name, text(row, 'Item'))
      : number(row, 'Quantity') === null
        ? regimen
        : null;
  return {
    world: care.world,
    subgroup: care.subgroup,
    technology: care.technology.name,
    category: text(row, 'Category'),
    payer: text(row, 'Payer'),
    amounts: charges.map((charge) => charge.amount),
    volume: {
      units: charges.map((charge) => charge.units),
      startUnits: charges.map((charge) => charge.startUnits),
      people: charges.map((charge) => charge.people),
      patients: care.patients,
      starts: charges.map((charge) => charge.starts),
      // Without a regimen each unit is a dose.
      doses: dosesOf(model, row, regimen, given),
      loading: given === null || !['patient-year', 'month', 'dose'].includes(perOf(row)) ? ZERO : loadingDoses(given),
      cohort: care.technology.cohort,
    },
  };
};

/** Every line of the ledger, before agreements and rounding. */
export const ledgerOf = (model: Model, places: readonly Place[]): LedgerLine[] => {
  const rows = linesOf(model.book, 'costs');
  const perPerson = rows.filter((row) => perOf(row) !== 'year' && !PER_PLACE.includes(perOf(row)));
  const people = places.flatMap((place) =>
    place.care.flatMap((care) =>
      rowsFor(rows, place.world, place.subgroup, care.technology.name)
        .filter((row) => perPerson.includes(row))
        .map((row) => careLine(model, care, row)),
    ),
  );
  // Without any uptake a workbook gives what it can: what hangs on places alone.
  const partaking = places.filter((place) => place.takesPart || linesOf(model.book, 'uptake').length === 0);
  return [
    ...people,
    ...partaking.flatMap((place) => placeLines(model, place, rows)),
    ...fixedLines(model, rows, partaking),
    ...places.flatMap((place) => testLines(model, place)),
  ];
};
