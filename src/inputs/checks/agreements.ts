/** Agreements: what each type needs, shares within bounds, years the right way round, bands that neither overlap nor leave gaps. */
import type { AgreementRow, AgreementType } from '../../engine/assumptions';
import type { Finding } from '../../engine/finding';
import { folded, isAll } from '../labels';
import { cellName, error, notice, quoted, warning } from '../said';
import { at, called, isShare, needed, outside, where, type Check, type Seen } from './check';

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
  // A blank share is the whole: all of the excess, or of what is paid for those who do not respond.
  'spend cap': { needs: ['Threshold'], shares: ['Rate'] },
  'free start': { needs: ['P1'], shares: [] },
  'outcome refund': { needs: ['P1'], shares: ['P1', 'Rate', 'P2'] },
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
  const wanted = kind.needs.filter((name) => !(name === 'P2' && row.p2Text !== ''));
  return [
    ...needed(seen, row, `Type ${row.type}`, Object.fromEntries(wanted.map((name) => [name, column(row, name)]))),
    ...outside(seen, row, held(kind.shares), isShare, 'a share from 0 to 1; 25 % is 0.25'),
    ...outside(seen, row, held(kind.above ?? []), (value) => value.gt(0), 'a number above 0'),
    ...checkWord(seen, row, kind),
  ];
}

/** From and To: the right way round, and not all outside the model. */
function checkYears(seen: Seen, row: AgreementRow): readonly Finding[] {
  const { firstYear, years } = seen.assumptions.model;
  const [from, to] = [row.from ?? 0, row.to ?? 9999];
  const name = called(seen, row);
  return [
    ...where(from > to, () =>
      error(
        'years-out-of-order',
        at(seen, row, 'To'),
        `${name} ends in ${String(to)}, before it begins in ${String(from)}.`,
        'From is the first year, To the last.',
      ),
    ),
    ...where(from > firstYear + years - 1 || to < firstYear, () =>
      notice(
        'year-outside',
        at(seen, row, 'From'),
        `${name} holds in no year of the model.`,
        'It is kept, and not used.',
      ),
    ),
  ];
}

const keyOf = (row: AgreementRow): string =>
  JSON.stringify([row.type, row.order, ...[row.technology, row.subgroup, row.group].map(folded)]);
const yearsMeet = (a: AgreementRow, b: AgreementRow): boolean =>
  (a.from ?? 0) <= (b.to ?? 9999) && (b.from ?? 0) <= (a.to ?? 9999);
const sameYears = (a: AgreementRow, b: AgreementRow): boolean => a.from === b.from && a.to === b.to;
const sameThreshold = (a: AgreementRow, b: AgreementRow): boolean =>
  a.threshold?.value.toString() === b.threshold?.value.toString();

/** Other rows of the same agreement that hold in some of the same years. */
const beside = (seen: Seen, row: AgreementRow): readonly AgreementRow[] =>
  seen.assumptions.agreements.filter((other) => other !== row && keyOf(other) === keyOf(row) && yearsMeet(row, other));

/** Bands need thresholds of their own, anything else needs years of its own. (The very same row twice has its finding.) */
function overlaps(seen: Seen, row: AgreementRow, index: number): readonly Finding[] {
  const { bands = false } = KINDS[row.type];
  const before = beside(seen, row)
    .filter((other) => seen.assumptions.agreements.indexOf(other) < index)
    .find((other) =>
      bands
        ? sameThreshold(row, other) && !sameYears(row, other)
        : !(sameThreshold(row, other) && sameYears(row, other)),
    );
  if (!before) return [];
  const rows = `rows ${String(before.at.row ?? 0)} and ${String(row.at.row ?? 0)}`;
  const mend = bands
    ? 'Give each band a Threshold of its own.'
    : 'Part their years with From and To, or give them different Orders.';
  return [
    error(
      'bands-overlap',
      at(seen, row, bands ? 'Threshold' : 'From'),
      `${called(seen, row)} holds twice in the same years, in ${rows}.`,
      mend,
    ),
  ];
}

/** Bands that begin above 0: below them nothing is taken off. */
function gaps(seen: Seen, row: AgreementRow): readonly Finding[] {
  const { threshold } = row;
  if (KINDS[row.type].bands !== true || threshold === null || threshold.value.isZero()) return [];
  if (beside(seen, row).some((other) => other.threshold?.value.lt(threshold.value) === true)) return [];
  return [
    notice(
      'bands-gap',
      threshold.at,
      `The lowest band of ${called(seen, row)} begins at ${threshold.value.toString()}.`,
      'Below it nothing is taken off.',
    ),
  ];
}

/** Whole-volume tiers: just below a threshold more costs less. Said once an agreement, at the band that drops most. */
function cheaperWithMore(seen: Seen, row: AgreementRow): readonly Finding[] {
  const { threshold, rate } = row;
  if (row.type !== 'volume tiers' || !threshold || !rate || threshold.value.isZero()) return [];
  const lower = beside(seen, row)
    .filter((other) => other.threshold?.value.lt(threshold.value) === true)
    .sort((a, b) => (a.threshold && b.threshold ? b.threshold.value.cmp(a.threshold.value) : 0))[0];
  const before = lower?.rate?.value ?? rate.value.times(0);
  if (rate.value.lte(before)) return [];
  // n × (1 − d) just below the threshold costs what the threshold costs at the better rate, from this volume on.
  const from = threshold.value.times(rate.value.negated().plus(1)).div(before.negated().plus(1));
  return [
    warning(
      'more-costs-less',
      threshold.at,
      `Under ${called(seen, row)} a year with more than ${from.toSignificantDigits(6).toFixed()} and fewer than ${threshold.value.toFixed()} units costs more than one with ${threshold.value.toFixed()}.`,
      'Whole-volume tiers take the rate off all units. Type tiers takes each rate off the units of its own band.',
    ),
  ];
}

/** Terms that fit no year, or only part of one. */
function checkTime(seen: Seen, row: AgreementRow): readonly Finding[] {
  const { p1, p2 } = row;
  const name = called(seen, row);
  return [
    ...where(row.type === 'annuity' && p1?.value.isInteger() === false, () =>
      error(
        'out-of-bounds',
        at(seen, row, 'P1'),
        `${cellName('P1', name)} is ${p1?.value.toString() ?? ''}.`,
        'Type a whole number of instalments.',
      ),
    ),
    ...where(row.type === 'pay on response' && p2?.value.gt(12) === true, () =>
      notice(
        'assessment-late',
        at(seen, row, 'P2'),
        `${cellName('P2', name)} is ${p2?.value.toString() ?? ''} months, and a year has 12.`,
        'Nothing is paid for new patients in their first year; from the second on responders are paid for.',
      ),
    ),
  ];
}

/** Agreements act on the acquisition cost: without such a row they take nothing off. */
function checkActs(seen: Seen, row: AgreementRow): readonly Finding[] {
  const { costs } = seen.assumptions;
  const acts = costs.some(
    (cost) =>
      folded(cost.category) === 'acquisition' &&
      !['year', 'eligible', 'step'].includes(cost.per) &&
      (isAll(row.technology) || isAll(cost.technology) || folded(cost.technology) === folded(row.technology)),
  );
  return where(costs.length > 0 && !acts, () =>
    warning(
      'nothing-to-act-on',
      at(seen, row, 'Technology'),
      `${called(seen, row)} takes nothing off: ${isAll(row.technology) ? 'no technology' : row.technology} has no cost row of category Acquisition.`,
      'Agreements act on the acquisition cost; give the row of BIM_Costs that category.',
    ),
  );
}

/** One agreement of a Group has one set of terms, but for its bands. */
function checkGroup(seen: Seen, row: AgreementRow, index: number): readonly Finding[] {
  const { agreements: rows } = seen.assumptions;
  if (row.group === '' || KINDS[row.type].bands === true || row.type === 'blend') return [];
  const other = rows
    .slice(0, index)
    .find(
      (each) =>
        folded(each.group) === folded(row.group) &&
        each.type === row.type &&
        each.order === row.order &&
        folded(each.technology) !== folded(row.technology) &&
        yearsMeet(each, row),
    );
  const differs =
    other &&
    (['Threshold', 'Rate', 'P1', 'P2'] as const).find(
      (name) => column(other, name)?.value.toString() !== column(row, name)?.value.toString(),
    );
  return differs === undefined
    ? []
    : [
        warning(
          'group-terms',
          at(seen, row, differs),
          `${cellName(differs, called(seen, row))} is not that of ${called(seen, other ?? row)}, and both are one agreement of the Group ${row.group}.`,
          'Give the rows of a Group the same terms, or another Order.',
        ),
      ];
}

export const agreements: Check = (seen) =>
  seen.assumptions.agreements.flatMap((row, index) => [
    ...checkTerms(seen, row),
    ...checkYears(seen, row),
    ...overlaps(seen, row, index),
    ...gaps(seen, row),
    ...cheaperWithMore(seen, row),
    ...checkTime(seen, row),
    ...checkActs(seen, row),
    ...checkGroup(seen, row, index),
  ]);
