/** Pools: rows of one resource agree, say how much there is and when, and are used by somebody. */
import type { Finding } from '../../engine/finding';
import type { ResourceRow } from '../../engine/realisation-assumptions';
import { placeOf, textOf, type Entry } from '../entry';
import type { ChoiceField } from '../field';
import { folded } from '../labels';
import { chosen } from '../row';
import { cellName, error, notice, quoted } from '../said';
import { HORIZON_ROOM, POOL } from '../tables/resources';
import { at, called, needed, where, type Check, type Seen } from './check';

export const isSupply = (row: ResourceRow): boolean => row.available !== null || row.years.size > 0;
export const isUse = (row: ResourceRow): boolean => row.perStart !== null || row.perFollowUp !== null;

/** Rows of gates, pool by pool. */
export function poolsOf(rows: readonly ResourceRow[]): readonly (readonly [ResourceRow, ...ResourceRow[]])[] {
  const pools = new Map<string, [ResourceRow, ...ResourceRow[]]>();
  for (const row of rows) {
    const held = pools.get(folded(row.resource));
    if (row.technology === HORIZON_ROOM || row.resource === '') continue;
    if (held) held.push(row);
    else pools.set(folded(row.resource), [row]);
  }
  return [...pools.values()];
}

/** Kind, Carry and Dimension are the pool's: a row that says another word is refused. */
function disagree(field: ChoiceField, entries: readonly Entry[]): readonly Finding[] {
  const said = entries.flatMap((entry) => {
    const word = chosen(field, textOf(entry, field));
    return word === null ? [] : [{ entry, word }];
  });
  const [first, ...others] = said;
  return others
    .filter(({ word }) => word !== first?.word)
    .map(({ entry, word }) =>
      error(
        'pool-disagrees',
        placeOf(entry, field.label),
        `${field.label} of ${textOf(entry, POOL.resource)} is ${word}, and ${first?.word ?? ''} in row ${String(first?.entry.at.row ?? 0)}.`,
        'All rows of one Resource are one pool: type it once, or name another Resource.',
      ),
    );
}

/** When a row of supply begins, as far as it can be compared: months for typed times, else the words. */
function begins(seen: Seen, { from }: ResourceRow): number | string {
  if (from === null) return 0;
  if (from.kind === 'task')
    return JSON.stringify([from.task, from.lag && [from.lag.amount.value.toString(), from.lag.unit]]);
  const { value } = from.typed;
  return value.gte(1000) ? value.minus(seen.horizon.firstYear).times(12).toNumber() : value.minus(1).toNumber();
}

/** Each row of supply takes over from the one before: it begins later. */
function takesOver(seen: Seen, supplies: readonly ResourceRow[]): readonly Finding[] {
  return supplies.flatMap((row, index): readonly Finding[] => {
    const before = supplies[index - 1];
    if (!before) return [];
    const [start, earlier] = [begins(seen, row), begins(seen, before)];
    const wrong = start === earlier || (typeof start === 'number' && typeof earlier === 'number' && start < earlier);
    return where(wrong, () =>
      error(
        'supply-out-of-order',
        at(seen, row, 'From'),
        `${called(seen, row)} begins no later than row ${String(before.at.row ?? 0)} of the same pool.`,
        'Each row of a supply takes over from its own From: type a later one, or one row alone.',
      ),
    );
  });
}

/** A pool that is needed has a supply, and one that is there is needed. */
function balance(seen: Seen, rows: readonly [ResourceRow, ...ResourceRow[]]): readonly Finding[] {
  const use = rows.find(isUse);
  const supplied = rows.some(isSupply);
  const broken = rows.some((row) => seen.entryOf(row)?.cells.get('Available')?.kind === 'broken');
  const name = rows[0].resource;
  return [
    ...(use && !supplied && !broken
      ? [
          error(
            'no-supply',
            at(seen, use, 'Available'),
            `${name} is needed by starts, and no row says how much there is.`,
            'Type Available, also where it is 0.',
          ),
        ]
      : []),
    ...where(supplied && !use, () =>
      notice('unused-resource', rows[0].at, `Nobody uses ${name}.`, 'Type what a start needs of it: Per start.'),
    ),
  ];
}

const training = (row: ResourceRow) => ({
  Trainers: row.trainers,
  'Class size': row.classSize,
  Sessions: row.sessions,
});
const ofStaff = (row: ResourceRow) => ({
  Yield: row.yield,
  Attrition: row.attrition,
  ...training(row),
  Target: row.target,
  'Become trainers': row.becomeTrainers,
});

/** Training needs trainers, classes and sessions; only staff is trained. */
function staff(seen: Seen, row: ResourceRow): readonly Finding[] {
  if (row.kind === 'staff') {
    const typed = Object.values(training(row)).some((held) => held !== null);
    return typed ? needed(seen, row, 'Training', training(row)) : [];
  }
  const held = Object.entries(ofStaff(row)).filter(([, given]) => given !== null);
  const [first] = held;
  return first
    ? [
        notice(
          'unused-training',
          at(seen, row, first[0]),
          `${cellName(first[0], called(seen, row))} is not used: its Kind is ${row.kind}.`,
          'Staff is trained; the other kinds are there.',
        ),
      ]
    : [];
}

/** A row that says neither how much there is nor who needs it. */
function empty(seen: Seen, row: ResourceRow): readonly Finding[] {
  const broken = [...(seen.entryOf(row)?.cells.values() ?? [])].some((cell) => cell.kind === 'broken');
  return where(!isSupply(row) && !isUse(row) && row.followUpMonths === null && !broken, () =>
    error(
      'no-value',
      at(seen, row, 'Available'),
      `${called(seen, row)} says neither how much there is nor who needs it.`,
      'Type Available, Per start or Per follow-up, also where it is 0.',
    ),
  );
}

function unusedFrom(seen: Seen, row: ResourceRow): readonly Finding[] {
  return where(row.from !== null && !isSupply(row), () =>
    notice(
      'unused-from',
      at(seen, row, 'From'),
      `${cellName('From', called(seen, row))} is not used: the row has no supply.`,
      `From says when ${quoted('Available')} begins.`,
    ),
  );
}

export const pools: Check = (seen) => {
  const rows = seen.assumptions.realisation?.resources ?? [];
  return poolsOf(rows).flatMap((pool) => {
    const entries = pool.flatMap((row) => seen.entryOf(row) ?? []);
    return [
      ...[POOL.kind, POOL.carry, POOL.dimension].flatMap((field) => disagree(field, entries)),
      ...takesOver(seen, pool.filter(isSupply)),
      ...balance(seen, pool),
      ...pool.flatMap((row) => [...empty(seen, row), ...unusedFrom(seen, row), ...staff(seen, row)]),
    ];
  });
};
