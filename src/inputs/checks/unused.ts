/** Parameters that the kind of a row does not ask for: kept, not used, and said so, since they may have been meant. */
import type { AgreementRow, AgreementType, CurveName, Row, TechnologyRow } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { cellName, notice } from '../said';
import { at, called, type Check, type Seen } from './check';

/** A notice for each of these columns that is filled in. */
function unread(seen: Seen, row: Row, kind: string, columns: readonly string[]): readonly Finding[] {
  const cells = seen.entryOf(row)?.cells;
  return columns
    .filter((label) => cells?.has(label) === true)
    .map((label) =>
      notice(
        'unused-parameter',
        at(seen, row, label),
        `${cellName(label, called(seen, row))} is not used: ${kind} does not ask for it.`,
        'Clear it, or choose the kind that does.',
      ),
    );
}

const BY_CURVE: Readonly<Record<CurveName, readonly string[]>> = {
  linear: ['P4'],
  logistic: [],
  gompertz: ['P4'],
  bass: ['P4'],
  'bass discrete': ['P4'],
  step: ['P3', 'P4'],
  analogue: ['P3', 'P4'],
};

const BY_PERSISTENCE: Readonly<Record<TechnologyRow['persistence'], readonly string[]>> = {
  all: ['P1', 'P2', 'Course months'],
  exponential: ['P2', 'Course months'],
  weibull: ['Course months'],
  course: ['P1', 'P2'],
  table: ['P1', 'P2', 'Course months'],
};

const BY_AGREEMENT: Readonly<Record<AgreementType, readonly string[]>> = {
  discount: ['Threshold', 'P1', 'P2', 'P3'],
  tiers: ['P1', 'P2', 'P3'],
  'volume tiers': ['P1', 'P2', 'P3'],
  'price-volume': ['P1', 'P2', 'P3'],
  'dose cap': ['Threshold', 'Rate', 'P3'],
  'spend cap': ['P1', 'P2', 'P3'],
  'free start': ['Threshold', 'Rate', 'P2', 'P3'],
  'outcome refund': ['Threshold', 'P3'],
  'pay on response': ['Threshold', 'Rate', 'P3'],
  annuity: ['Threshold', 'P3'],
  subscription: ['Threshold', 'P3'],
  blend: ['Threshold', 'Rate', 'P2', 'P3'],
};

const ofAgreement = (seen: Seen, row: AgreementRow): readonly Finding[] =>
  unread(seen, row, `Type ${row.type}`, BY_AGREEMENT[row.type]);

export const unused: Check = (seen) => {
  const { uptake, technologies, agreements } = seen.assumptions;
  return [
    ...uptake.flatMap((row) => (row.curve ? unread(seen, row, `Curve ${row.curve}`, BY_CURVE[row.curve]) : [])),
    ...technologies.flatMap((row) =>
      unread(seen, row, `Persistence ${row.persistence}`, BY_PERSISTENCE[row.persistence]),
    ),
    ...agreements.flatMap((row) => ofAgreement(seen, row)),
  ];
};
