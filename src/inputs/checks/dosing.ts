/** Doses and bodies that do nothing, or not what was meant: regimens nobody buys, caps below the dose, spreads without a mean. */
import type { BodyRow, CostRow, RegimenRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded, isAll } from '../labels';
import { cellName, error, notice, warning } from '../said';
import { at, called, where, type Check, type Seen } from './check';

const meets = (a: string, b: string): boolean => isAll(a) || isAll(b) || folded(a) === folded(b);
const perBody = (regimen: RegimenRow): boolean => /\/(kg|m2)$/.test(folded(regimen.doseUnit));

/** Cost rows that buy what a regimen doses, and those that count its administrations. */
const buys = (row: CostRow, regimen: RegimenRow): boolean =>
  meets(row.technology, regimen.technology) && folded(row.priceItem) === folded(regimen.item);
const counts = (row: CostRow, regimen: RegimenRow): boolean =>
  meets(row.technology, regimen.technology) && row.per === 'dose' && folded(row.item) === folded(regimen.item);

function checkUse(seen: Seen, regimen: RegimenRow): readonly Finding[] {
  const { costs } = seen.assumptions;
  const name = called(seen, regimen);
  const bought = costs.filter((row) => buys(row, regimen));
  const [typed] = bought.filter((row) => row.quantity !== null);
  if (typed?.quantity)
    return [
      notice(
        'unused-regimen',
        typed.quantity.at,
        `${cellName('Quantity', called(seen, typed))} stands in place of the units of the regimen ${name}.`,
        'Leave Quantity blank where the regimen says how much is needed.',
      ),
    ];
  return where(bought.length === 0 && !costs.some((row) => counts(row, regimen)), () =>
    notice(
      'unused-row',
      regimen.at,
      `No row of BIM_Costs buys what the regimen ${name} doses, or counts its doses.`,
      'Name its Item as the Price item of a cost row, or count a row of that Item per dose.',
    ),
  );
}

/** A cap below every dose, where the dose is the same for everybody. */
function checkCap(seen: Seen, regimen: RegimenRow): readonly Finding[] {
  const { maxDose, dose } = regimen;
  return where(maxDose !== null && !perBody(regimen) && maxDose.value.lt(dose.value), () =>
    notice(
      'dose-capped',
      maxDose?.at ?? regimen.at,
      `${cellName('Max dose', called(seen, regimen))} is below its Dose, so every dose is ${maxDose?.value.toString() ?? ''}.`,
      'A cap matters where doses go by weight or surface.',
    ),
  );
}

/** Weights and surfaces: a spread needs a mean, and is rarely as large as it. */
function checkBody(seen: Seen, row: BodyRow): readonly Finding[] {
  const pairs = [
    ['Weight', row.weight, row.weightSd],
    ['BSA', row.bsa, row.bsaSd],
  ] as const;
  return pairs.flatMap(([label, mean, sd]): readonly Finding[] => {
    if (sd === null) return [];
    if (mean === null)
      return [
        error(
          'blank',
          at(seen, row, label),
          `${cellName(label, called(seen, row))} is blank, and its SD is typed.`,
          'A standard deviation needs its mean.',
        ),
      ];
    return where(sd.value.gte(mean.value), () =>
      warning(
        'unusual',
        sd.at,
        `${cellName(`${label} SD`, called(seen, row))} is ${sd.value.toString()}, as large as the mean.`,
        'Type the standard deviation, not the variance or the standard error.',
      ),
    );
  });
}

function idleBodies(seen: Seen): readonly Finding[] {
  const { bodies, regimens } = seen.assumptions;
  const [first] = bodies;
  if (!first || regimens.some(perBody)) return [];
  return [
    notice('unused-row', first.at, 'No regimen doses by weight or surface.', 'BIM_Patients is kept, and not used.'),
  ];
}

export const dosing: Check = (seen) => [
  ...seen.assumptions.regimens.flatMap((row) => [...checkUse(seen, row), ...checkCap(seen, row)]),
  ...seen.assumptions.bodies.flatMap((row) => checkBody(seen, row)),
  ...idleBodies(seen),
];
