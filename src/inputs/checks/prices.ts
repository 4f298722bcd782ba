/** Prices and dosing: contents, units, weights, and items that nothing asks for. */
import type { RegimenRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded, isAll } from '../labels';
import { cellName, error, notice, quoted } from '../said';
import { at, called, valuesOf, where, type Check, type Seen } from './check';
import { subgroupsOf } from './population';

const priced = (seen: Seen, item: string) => seen.assumptions.prices.filter((row) => folded(row.item) === folded(item));

/** What a dose is measured in, once it is multiplied by weight or surface. */
const measured = (unit: string): string => singular(folded(unit).replace(/\/(kg|m2)$/, ''));

/** Plurals of units read alike: tablets and tablet. */
const singular = (unit: string): string => (unit.length > 3 ? unit.replace(/s$/, '') : unit);

/** Packs: the content must be known where a dose is made up of it, or where there are several sizes. */
function checkPacks(seen: Seen): readonly Finding[] {
  const { prices, regimens } = seen.assumptions;
  return prices.flatMap((row): readonly Finding[] => {
    const dosed = regimens.some(
      (regimen) => folded(regimen.item) === folded(row.item) && folded(regimen.doseUnit) !== 'pack',
    );
    const several = priced(seen, row.item).length > 1;
    if (row.content !== null || !(dosed || several) || seen.entryOf(row)?.cells.get('Content')?.kind === 'broken')
      return [];
    return [
      error(
        'blank',
        at(seen, row, 'Content'),
        `${cellName('Content', called(seen, row))} is blank.`,
        several
          ? 'Packs of one Item are its sizes: each needs its content.'
          : 'A dose in units needs the content of the pack.',
      ),
    ];
  });
}

/** Packs of one item are measured alike, or the lowest price by content means nothing. */
function checkPackUnits(seen: Seen): readonly Finding[] {
  return seen.assumptions.prices.flatMap((row): readonly Finding[] => {
    const first = priced(seen, row.item).find((other) => other.unit !== '');
    if (!first || row.unit === '' || measured(row.unit) === measured(first.unit)) return [];
    return [
      error(
        'unit-mismatch',
        at(seen, row, 'Unit'),
        `${called(seen, row)} is measured in ${row.unit}, and ${called(seen, first)} in ${first.unit}.`,
        'Measure all packs of an Item in one unit.',
      ),
    ];
  });
}

/** A pharmacy discount typed as a negative fee may not leave less than nothing to pay. */
function checkNet(seen: Seen): readonly Finding[] {
  return seen.assumptions.prices.flatMap((row): readonly Finding[] => {
    const { fee, discount, markUp, rebate, vat, basis } = row;
    if (fee === null || !fee.value.isNegative() || row.feePer !== 'unit') return [];
    const rate = (given: typeof fee | null) => given?.value ?? fee.value.times(0);
    const marked = rate(markUp).plus(1);
    const kept = marked.times(rate(vat).plus(1)).minus(rate(rebate));
    const { base, growth } = row.listPrice;
    const last = base && growth ? [base.value.times(growth.value.plus(1).pow(seen.assumptions.model.years))] : [];
    const paid = [...valuesOf(row.listPrice).map(({ value }) => value), ...last].map((value) => {
      const net = value.times(rate(discount).negated().plus(1));
      return (basis === 'reimbursed' ? net.div(marked) : net).times(kept).plus(fee.value);
    });
    return where(
      paid.some((price) => price.isNegative()),
      () =>
        error(
          'negative-price',
          fee.at,
          `${cellName('Fee', called(seen, row))} is ${fee.value.toString()}, more than the price that is left.`,
          'A price cannot fall below 0. Make the discount or the fee smaller.',
        ),
    );
  });
}

function unusedFee(seen: Seen): readonly Finding[] {
  return seen.assumptions.prices
    .filter((row) => row.fee === null && row.feePer === 'dispensing')
    .map((row) =>
      notice(
        'unused-parameter',
        at(seen, row, 'Fee per'),
        `${cellName('Fee per', called(seen, row))} is dispensing, and no Fee is typed.`,
        'It is not used.',
      ),
    );
}

function checkUnit(seen: Seen, regimen: RegimenRow): readonly Finding[] {
  const unit = measured(regimen.doseUnit);
  const other = priced(seen, regimen.item).find(
    (row) => row.unit !== '' && measured(row.unit) !== unit && unit !== 'pack',
  );
  return other && unit !== ''
    ? [
        error(
          'unit-mismatch',
          at(seen, regimen, 'Dose unit'),
          `${called(seen, regimen)} is dosed in ${regimen.doseUnit}, and priced by the ${other.unit}.`,
          'Use one unit for the dose and the content of the pack.',
        ),
      ]
    : [];
}

/** Doses by weight or surface need them for every subgroup. */
function checkBodies(seen: Seen, regimen: RegimenRow): readonly Finding[] {
  const by = /\/(kg|m2)$/.exec(folded(regimen.doseUnit))?.[1];
  if (by === undefined) return [];
  const known = (subgroup: string): boolean =>
    seen.assumptions.bodies.some(
      (row) =>
        (isAll(row.subgroup) || folded(row.subgroup) === folded(subgroup)) &&
        (by === 'kg' ? row.weight : row.bsa) !== null,
    );
  const without = subgroupsOf(seen.assumptions.population).filter((subgroup) => !known(subgroup));
  return without.length === 0
    ? []
    : [
        error(
          'no-weight',
          at(seen, regimen, 'Dose unit'),
          `${called(seen, regimen)} is dosed by ${by === 'kg' ? 'weight' : 'body surface'}, which BIM_Patients does not give for ${without.join(', ')}.`,
          `Add a row of BIM_Patients with ${by === 'kg' ? 'Weight' : 'BSA'}; Subgroup All stands for every subgroup.`,
        ),
      ];
}

function checkWaste(seen: Seen, regimen: RegimenRow): readonly Finding[] {
  return regimen.wastage?.value.eq(1) === true
    ? [
        error(
          'out-of-bounds',
          regimen.wastage.at,
          `${cellName('Wastage', called(seen, regimen))} is 1: all of it is wasted.`,
          'Type a share below 1.',
        ),
      ]
    : [];
}

function idleItems(seen: Seen): readonly Finding[] {
  const { prices, costs } = seen.assumptions;
  const asked = new Set(costs.map((row) => folded(row.priceItem)));
  const idle = [
    ...new Map(
      prices.filter((row) => row.item !== '' && !asked.has(folded(row.item))).map((row) => [folded(row.item), row]),
    ).values(),
  ];
  return idle.map((row) =>
    notice(
      'unused-row',
      row.at,
      `No row of BIM_Costs asks for the price of ${quoted(row.item)}.`,
      'It is kept, and not used.',
    ),
  );
}

export const prices: Check = (seen) => [
  ...checkPacks(seen),
  ...checkPackUnits(seen),
  ...checkNet(seen),
  ...unusedFee(seen),
  ...seen.assumptions.regimens.flatMap((row) => [
    ...checkUnit(seen, row),
    ...checkBodies(seen, row),
    ...checkWaste(seen, row),
  ]),
  ...idleItems(seen),
];
