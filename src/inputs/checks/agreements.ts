/** Agreements: what each type needs, shares within bounds, years the right way round, bands that neither overlap nor leave gaps. */
import type { AgreementRow, AgreementType } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded } from '../labels';
import { cellName, error, notice, quoted } from '../said';
import { at, called, isShare, needed, outside, type Check, type Seen } from './check';

type Column = 'Threshold' | 'Rate' | 'P1' | 'P2';
interface Kind {
  readonly needs: readonly Column[];
  /** Columns that hold a share. */
  readonly shares: readonly Column[];
  /** Columns that hold a number above 0. */
  readonly above?: readonly Column[];
  /** Words that P2 may hold. */
  readonly words?: readonly string[];
  readonly bands?: boolean;
}

const KINDS: Readonly<Record<AgreementType, Kind>> = {
  discount: { needs: ['Rate'], shares: ['Rate'] },
  tiers: { needs: ['Threshold', 'Rate'], shares: ['Rate'], bands: true },
  'volume tiers': { needs: ['Threshold', 'Rate'], shares: ['Rate'], bands: true },
  'price-volume': { needs: ['Threshold', 'Rate'], shares: ['Rate'], bands: true },
  'dose cap': { needs: ['P1'], shares: [], words: ['year', 'course'] },
  'spend cap': { needs: ['Threshold', 'Rate'], shares: ['Rate'] },
  'free start': { needs: ['P1'], shares: [] },
  'outcome refund': { needs: ['P1', 'Rate'], shares: ['P1', 'Rate', 'P2'] },
  'pay on response': { needs: ['P1', 'P2'], shares: ['P1'] },
  annuity: { needs: ['P1'], shares: ['Rate'], above: ['P1'], words: ['yes', 'no'] },
  subscription: { needs: ['P1'], shares: [] },
  blend: { needs: ['P1'], shares: [] },
};

const column = (row: AgreementRow, name: Column) =>
  ({ Threshold: row.threshold, Rate: row.rate, P1: row.p1, P2: row.p2 })[name];

function checkWord(seen: Seen, row: AgreementRow, kind: Kind): readonly Finding[] {
  const place = at(seen, row, 'P2');
  const name = cellName('P2', called(seen, row));
  if (kind.words && row.p2 !== null)
    return [error('unknown-word', place, `${name} is ${row.p2.value.toString()}.`, `Type ${kind.words.join(' or ')}.`)];
  if (row.p2Text === '' || kind.words?.includes(row.p2Text) === true) return [];
  return [
    error(
      'unknown-word',
      place,
      `${name} is ${quoted(row.p2Text)}.`,
      kind.words ? `Type ${kind.words.join(' or ')}.` : 'Type a number.',
    ),
  ];
}

function checkTerms(seen: Seen, row: AgreementRow): readonly Finding[] {
  const kind = KINDS[row.type];
  const held = (columns: readonly Column[]) => columns.flatMap((name) => column(row, name) ?? []);
  const missing = Object.fromEntries(
    kind.needs.filter((name) => !(name === 'P2' && row.p2Text !== '')).map((name) => [name, column(row, name)]),
  );
  const years =
    row.from !== null && row.to !== null && row.from > row.to
      ? [
          error(
            'years-out-of-order',
            at(seen, row, 'To'),
            `${called(seen, row)} ends in ${String(row.to)}, before it begins in ${String(row.from)}.`,
            'From is the first year, To the last.',
          ),
        ]
      : [];
  const { firstYear, years: count } = seen.assumptions.model;
  const never =
    (row.from !== null && row.from > firstYear + count - 1) || (row.to !== null && row.to < firstYear)
      ? [
          notice(
            'year-outside',
            at(seen, row, 'From'),
            `${called(seen, row)} holds in no year of the model.`,
            'It is kept, and not used.',
          ),
        ]
      : [];
  return [
    ...needed(seen, row, `Type ${row.type}`, missing),
    ...outside(seen, row, held(kind.shares), isShare, 'a share from 0 to 1; 25 % is 0.25'),
    ...outside(seen, row, held(kind.above ?? []), (value) => value.gt(0), 'a number above 0'),
    ...checkWord(seen, row, kind),
    ...years,
    ...never,
  ];
}

const sameAgreement = (a: AgreementRow, b: AgreementRow): boolean =>
  a.type === b.type &&
  a.order === b.order &&
  folded(a.technology) === folded(b.technology) &&
  folded(a.subgroup) === folded(b.subgroup) &&
  folded(a.group) === folded(b.group);
const yearsMeet = (a: AgreementRow, b: AgreementRow): boolean =>
  (a.from ?? 0) <= (b.to ?? 9999) && (b.from ?? 0) <= (a.to ?? 9999);

/** Rows of one agreement: bands need thresholds of their own, anything else needs years of its own. */
function checkBands(seen: Seen, row: AgreementRow, index: number): readonly Finding[] {
  const rows = seen.assumptions.agreements;
  const { bands } = KINDS[row.type];
  const before = rows
    .slice(0, index)
    .find(
      (other) =>
        sameAgreement(row, other) &&
        yearsMeet(row, other) &&
        (bands !== true || (row.threshold !== null && other.threshold?.value.eq(row.threshold.value) === true)),
    );
  const exactly =
    before &&
    before.from === row.from &&
    before.to === row.to &&
    (bands === true || before.threshold?.value.toString() === row.threshold?.value.toString());
  if (before && exactly !== true)
    return [
      error(
        'bands-overlap',
        at(seen, row, bands === true ? 'Threshold' : 'From'),
        `${called(seen, row)} holds twice in the same years, in rows ${String(before.at.row ?? 0)} and ${String(row.at.row ?? 0)}.`,
        bands === true
          ? 'Give each band a Threshold of its own.'
          : 'Part their years with From and To, or give them different Orders.',
      ),
    ];
  if (bands !== true || row.threshold === null || row.threshold.value.isZero()) return [];
  const lower = rows.some(
    (other) =>
      other !== row &&
      sameAgreement(row, other) &&
      yearsMeet(row, other) &&
      other.threshold !== null &&
      row.threshold !== null &&
      other.threshold.value.lt(row.threshold.value),
  );
  return lower
    ? []
    : [
        notice(
          'bands-gap',
          row.threshold.at,
          `The lowest band of ${called(seen, row)} begins at ${row.threshold.value.toString()}.`,
          'Below it nothing is taken off.',
        ),
      ];
}

export const agreements: Check = (seen) =>
  seen.assumptions.agreements.flatMap((row, index) => [...checkTerms(seen, row), ...checkBands(seen, row, index)]);
