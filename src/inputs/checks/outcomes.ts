/** Outcomes: benefits that are worth nothing in money. */
import type { Finding } from '../../engine/finding';
import type { OutcomeRow } from '../../engine/realisation-assumptions';
import { cellName, notice } from '../said';
import { at, called, where, type Check, type Seen } from './check';

function worth(seen: Seen, row: OutcomeRow): readonly Finding[] {
  const { qalyValue } = seen.assumptions.model;
  const entry = seen.entryOf(row);
  if (row.unitValue !== null || entry?.cells.get('Unit value')?.kind === 'broken') return [];
  const place = at(seen, row, 'Unit value');
  const name = cellName('Unit value', called(seen, row));
  if (row.class !== 'health')
    return [
      notice(
        'no-unit-value',
        place,
        `${name} is blank, so it is worth nothing in money.`,
        'Type what a unit is worth.',
      ),
    ];
  return where(qalyValue.value.isZero(), () =>
    notice(
      'no-unit-value',
      place,
      `${called(seen, row)} is health, and BIM_Model has no Value of a QALY, so it is worth nothing in money.`,
      'Add the setting Value of a QALY.',
    ),
  );
}

export const outcomes: Check = (seen) =>
  (seen.assumptions.realisation?.outcomes ?? []).flatMap((row) => worth(seen, row));
