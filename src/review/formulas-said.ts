/** What came of the checks on the user's own formulas, in words. */
import { CHECKS } from '../verify/checks';
import type { FormulaLamp, FormulasTried } from '../verify/formulas/judged';
import { OF_PARTS } from '../verify/formulas/trials';
import type { Tried } from '../outputs/tried';

/** Properties on formulas as the sheet Checks shows them; `number` is that of the check. */
export function formulasAsTried({ of, lamps }: FormulasTried): readonly Tried[] {
  return lamps.map((lamp): Tried => ({
    number: lamp.number,
    family: `Formulas of ${of}`,
    name: CHECKS.find(({ number }) => number === lamp.number)?.name ?? '',
    verdict: lamp.verdict,
    changed: lamp.changed,
    expected: lamp.expected,
    got: lamp.got,
    smallest: '',
    says: saysOf(lamp),
    at: lamp.at,
  }));
}

const saysOf = ({ number, verdict, tries }: FormulaLamp): string => {
  if (verdict === 'does not apply')
    return OF_PARTS.has(number)
      ? 'no cells have the names of its parts (docs/workbook.md, Checks on your own formulas)'
      : 'no cells can be typed over for it in this workbook';
  if (verdict === 'fails')
    return 'the formulas do not follow what the inputs mean: a number in a formula, a wrong cell, or another method';
  return `${String(tries)} ${tries === 1 ? 'try' : 'tries'} in a copy of the sheets`;
};
