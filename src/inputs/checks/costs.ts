/** Cost rows: one price each, the step, dose and treatment year they name, and technologies that cost nothing. */
import type { CostRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded, isAll } from '../labels';
import { cellName, error, notice } from '../said';
import { at, called, where, type Check, type Seen } from './check';

const TIMED: readonly CostRow['per'][] = ['patient-year', 'month', 'dose'];

function checkPrice(seen: Seen, row: CostRow): readonly Finding[] {
  return row.priceItem !== '' && row.unitCost !== null
    ? [
        error(
          'two-prices',
          at(seen, row, 'Price item'),
          `${called(seen, row)} has a Unit cost and a Price item.`,
          'Clear one of the two.',
        ),
      ]
    : [];
}

/** Per step needs the step; any other Per does not use it. */
function checkStep(seen: Seen, row: CostRow): readonly Finding[] {
  const name = cellName('Step', called(seen, row));
  const place = at(seen, row, 'Step');
  return [
    ...where(row.per === 'step' && seen.entryOf(row)?.cells.has('Step') === false, () =>
      error('blank', place, `${name} is blank.`, 'Per step needs the step whose people are counted.'),
    ),
    ...where(row.per !== 'step' && row.step !== '', () =>
      notice(
        'unused-step',
        place,
        `${name} is not used: the row is counted per ${row.per}.`,
        'Per step counts the people at a step.',
      ),
    ),
  ];
}

function checkLeavers(seen: Seen, row: CostRow): readonly Finding[] {
  if (row.leavers === null || TIMED.includes(row.per)) return [];
  const name = cellName('Leavers', called(seen, row));
  return [notice('unused-leavers', row.leavers.at, `${name} is not used: the row is counted per ${row.per}.`)];
}

/** Per dose counts the administrations of a regimen of the same Item. */
function checkDose(seen: Seen, row: CostRow): readonly Finding[] {
  const given = seen.assumptions.regimens.some(
    (regimen) =>
      folded(regimen.item) === folded(row.item) &&
      (isAll(row.technology) || isAll(regimen.technology) || folded(regimen.technology) === folded(row.technology)),
  );
  return where(row.per === 'dose' && !given, () =>
    error(
      'no-regimen',
      at(seen, row, 'Item'),
      `${called(seen, row)} is counted per dose, and BIM_Regimens has no such Item for ${row.technology}.`,
      'The Item of the row is the Item of the regimen whose doses are counted.',
    ),
  );
}

/** Without cohorts only the first year on treatment is known from the rest. */
function checkTreatmentYear(seen: Seen, row: CostRow): readonly Finding[] {
  if (['', '1', '2+'].includes(row.treatmentYear)) return [];
  const { technologies } = seen.assumptions;
  const stock = technologies.filter(
    (technology) =>
      technology.accounting === 'stock' &&
      (isAll(row.technology) || folded(technology.technology) === folded(row.technology)),
  );
  const named = stock.map((technology) => technology.technology).join(', ');
  return stock.length === 0
    ? []
    : [
        error(
          'needs-cohorts',
          at(seen, row, 'Treatment year'),
          `${cellName('Treatment year', called(seen, row))} is ${row.treatmentYear}, and ${named} ${stock.length === 1 ? 'is' : 'are'} counted as stock.`,
          'Stock accounting knows 1 and 2+; other years need Accounting cohort.',
        ),
      ];
}

/** A technology that somebody has, and that costs nothing. */
function checkFree(seen: Seen): readonly Finding[] {
  const { technologies, costs } = seen.assumptions;
  const charges = (row: CostRow, name: string): boolean =>
    folded(row.technology) === folded(name) ||
    (isAll(row.technology) && !['year', 'eligible', 'step'].includes(row.per));
  if (costs.length === 0) return [];
  return technologies
    .filter(
      (row) => row.role !== 'none' && row.technology !== '' && !costs.some((cost) => charges(cost, row.technology)),
    )
    .map((row) =>
      notice(
        'no-cost',
        row.at,
        `${row.technology} has no price and no cost.`,
        'It costs nothing in both worlds, unless BIM_Costs has a row for it.',
      ),
    );
}

export const costs: Check = (seen) => [
  ...seen.assumptions.costs.flatMap((row) => [
    ...checkPrice(seen, row),
    ...checkStep(seen, row),
    ...checkLeavers(seen, row),
    ...checkDose(seen, row),
    ...checkTreatmentYear(seen, row),
  ]),
  ...checkFree(seen),
];
