/** What is typed and can hardly be meant: categories nearly spelled like usual ones, offsets that cost, sums in both worlds. */
import type { CostRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded, nearest } from '../labels';
import { cellName, notice, quoted, warning } from '../said';
import { USUAL_CATEGORIES } from '../tables/costs';
import { at, called, valuesOf, where, type Check, type Seen } from './check';

const isUsual = (category: string): boolean => USUAL_CATEGORIES.some((usual) => folded(usual) === folded(category));

/** Agreements act on Acquisition, and Testing is where tests stand: a slip of spelling would change the sums. */
function checkCategory(seen: Seen, row: CostRow): readonly Finding[] {
  if (row.category === '' || isUsual(row.category)) return [];
  const meant = nearest(row.category, USUAL_CATEGORIES);
  return where(meant !== null, () =>
    warning(
      'category-meant',
      at(seen, row, 'Category'),
      `${cellName('Category', called(seen, row))} is ${quoted(row.category)}.`,
      `${quoted(meant ?? '')} is probably meant. Any word is a category, but agreements act on Acquisition alone.`,
    ),
  );
}

/** Offsets are negative costs; a medicine with a negative price is rarely one. */
function checkSign(seen: Seen, row: CostRow): readonly Finding[] {
  const [typed] = valuesOf(row.unitCost).filter(({ value }) => !value.isZero());
  if (!typed) return [];
  const negative = typed.value.isNegative() !== (row.quantity?.value.isNegative() === true);
  const name = cellName('Unit cost', called(seen, row));
  return [
    ...where(folded(row.category) === 'offsets' && !negative, () =>
      warning('offset-costs', typed.at, `${name} is above 0 in the category Offsets.`, 'Offsets are negative costs.'),
    ),
    ...where(folded(row.category) === 'acquisition' && negative, () =>
      notice(
        'negative-acquisition',
        typed.at,
        `${name} is below 0 in the category Acquisition.`,
        'What is saved elsewhere belongs to Offsets; a rebate belongs to BIM_Prices or BIM_Agreements.',
      ),
    ),
  ];
}

/** A sum that is paid in both worlds alike has no impact. */
function checkWorlds(seen: Seen, row: CostRow): readonly Finding[] {
  return where(row.world === null && row.per === 'year', () =>
    notice(
      'both-worlds',
      at(seen, row, 'World'),
      `${called(seen, row)} is a fixed sum in both worlds, so it has no impact.`,
      'Type with under World where it is paid for the new technology alone.',
    ),
  );
}

export const meant: Check = (seen) =>
  seen.assumptions.costs.flatMap((row) => [
    ...checkCategory(seen, row),
    ...checkSign(seen, row),
    ...checkWorlds(seen, row),
  ]);
