/**
 * Changes: a scenario's, a goal's or `--set`'s, made to entries as if they had been typed. A change of a year that is
 * not typed starts from the value that the year has in the model as typed.
 */
import type { Decimal } from 'decimal.js';
import type { Change } from '../engine/assumptions';
import type { Finding, Place } from '../engine/finding';
import { findTarget, type Target } from './target';
import { readTyped } from './cell';
import { parameterOf, placeOf, type Entries, type Entry, type EntryCell } from './entry';
import type { Field } from './field';
import { clean } from './labels';
import { strictNumber } from './numbers';
import { error, quoted, valueName } from './said';
import { horizonOf } from './settings';
import { trendOf } from './trend';
import { periodHeader, periodOf, yearHeader, type Horizon } from './years';

/** The value that a row has in a period of the model as typed, where only the engine knows it (an uptake curve). */
export type Resolve = (entry: Entry, period: number) => Decimal | null;

export interface Changed {
  readonly entries: Entries;
  readonly findings: readonly Finding[];
}

interface Making {
  readonly change: Change;
  readonly entry: Entry;
  readonly field: Field;
  readonly label: string;
  readonly at: Place;
  /** What stands in the cell before the change. */
  readonly held: EntryCell | undefined;
}

const wrong = (making: Making, message: string, remedy: string): Finding =>
  error('change', making.change.at, message, remedy);

/** The new cell: set as typed, or reckoned from the old one. */
function changedCell(making: Making, old: Decimal | null, findings: Finding[]): EntryCell | null {
  const { change, entry, field, label, at } = making;
  const name = valueName(entry, label);
  const parameter = parameterOf(entry, label);
  if (change.op === 'set') {
    const read = readTyped(clean(change.value), { field, at, parameter, name });
    if (read.finding) findings.push({ ...read.finding, at: change.at });
    return read.cell;
  }
  const by = strictNumber(change.value);
  if (by === null)
    findings.push(wrong(making, `${quoted(change.value)} is not a number.`, `Op ${change.op} needs a number.`));
  else if (field.kind !== 'number' && field.kind !== 'mixed')
    findings.push(wrong(making, `${name} holds text.`, `Use Op set: ${change.op} needs a number to start from.`));
  else if (entry.cells.get(label)?.kind === 'text')
    findings.push(wrong(making, `${name} holds text.`, `Use Op set: ${change.op} needs a number to start from.`));
  else if (old === null)
    findings.push(
      wrong(
        making,
        `${name} has no value in the model as typed.`,
        `Use Op set: ${change.op} needs a number to start from.`,
      ),
    );
  else {
    const value = change.op === 'x' ? old.times(by) : old.plus(by);
    const from = making.held?.kind === 'number' ? making.held.given : null;
    return { kind: 'number', given: { value, at, parameter, change: { op: change.op, by, from, old } } };
  }
  return null;
}

function changeField(entry: Entry, field: Field, change: Change, findings: Finding[]): Entry {
  const cell = entry.cells.get(field.label);
  const standing = field.default === undefined ? null : strictNumber(field.default);
  const label = entry.table.variants?.fields.includes(field) === true ? entry.table.variants.column.label : field.label;
  const held = entry.cells.get(label) ?? cell;
  const old = held?.kind === 'number' ? held.given.value : held === undefined ? standing : null;
  const made = changedCell(
    { change, entry, field, label, at: change.at ?? placeOf(entry, label), held },
    old,
    findings,
  );
  return made === null ? entry : { ...entry, cells: new Map(entry.cells).set(label, made) };
}

/** Changes one year of a row: its typed cell where there is one, else what the year has as typed. */
function changeYear(
  entry: Entry,
  period: number,
  horizon: Horizon,
  change: Change,
  resolve: Resolve,
  findings: Finding[],
): Entry {
  const field = entry.table.years?.value;
  if (!field) return entry;
  const typed = entry.years.find((year) => periodOf(year.header, horizon) === period);
  const label = typed?.label ?? periodHeader(period, horizon);
  const old =
    change.op === 'set' ? null : typed?.cell.kind === 'number' ? typed.cell.given.value : resolve(entry, period);
  const made = changedCell(
    { change, entry, field, label, at: change.at ?? placeOf(entry, label), held: typed?.cell },
    old,
    findings,
  );
  const header = typed?.header ?? yearHeader(label);
  if (made === null || header === null) return entry;
  return { ...entry, years: [...entry.years.filter((year) => year !== typed), { header, label, cell: made }] };
}

function changeEntry(
  entry: Entry,
  target: Target,
  change: Change,
  horizon: Horizon | null,
  resolve: Resolve,
  findings: Finding[],
): Entry {
  if (target.kind === 'field') return changeField(entry, target.field, change, findings);
  if (horizon === null) return entry;
  // Every year starts from the row as it stood, so that a year changed first does not become the base of the next.
  const started: Resolve = (_, period) => trendOf(entry, period, horizon) ?? resolve(entry, period);
  return target.periods.reduce((row, period) => changeYear(row, period, horizon, change, started, findings), entry);
}

/** Applies changes in order. An address that matches no row is an error. */
export function applyChanges(entries: Entries, changes: readonly Change[], resolve: Resolve = () => null): Changed {
  const findings: Finding[] = [];
  let made = entries;
  for (const change of changes) {
    const horizon = horizonOf(made);
    const found = findTarget(made, change.parameter, horizon);
    if ('fault' in found) {
      findings.push(error(found.code, change.at, found.fault, found.remedy));
      continue;
    }
    const held = made.get(found.table.word);
    const rows = [...(held?.rows ?? []), ...found.added];
    const changed = rows.map((entry) =>
      found.matches(entry) ? changeEntry(entry, found.target, change, horizon, resolve, findings) : entry,
    );
    if (held) made = new Map(made).set(found.table.word, { ...held, rows: changed });
  }
  return { entries: made, findings };
}
