/** Scenarios, goals and uncertainty: names, addresses, and what a distribution needs. */
import type { Finding } from '../../engine/finding';
import { needsOf, quantileOf } from '../../engine/uncertainty/parameter';
import { placeOf, rowsOf, textOf, type Entry } from '../entry';
import type { Field } from '../field';
import { clean, folded } from '../labels';
import { strictNumber } from '../numbers';
import { chosen, rowReader } from '../row';
import { cellName, error, quoted, rowName } from '../said';
import type { Table } from '../table';
import { goals, namedYears } from '../tables/goals';
import { parts } from '../tables/parts';
import { scenarios } from '../tables/scenarios';
import { uncertainRow, uncertainty } from '../tables/uncertainty';
import { findTarget } from '../target';
import type { Check, Seen } from './check';

const column = (table: Table, label: string): Field =>
  table.fields.find((field) => field.label === label) ?? { kind: 'text', label, doc: '', example: '' };

/** The address of a row: it must match, and hold a number where one is needed. */
function checkAddress(seen: Seen, entry: Entry, numeric: boolean): readonly Finding[] {
  const address = textOf(entry, column(entry.table, 'Parameter'));
  if (address === '') return [];
  const place = placeOf(entry, 'Parameter');
  const found = findTarget(seen.entries, address, seen.horizon);
  if ('fault' in found) return [error(found.code, place, found.fault, found.remedy)];
  const text =
    found.target.kind === 'field' && found.target.field.kind !== 'number' && found.target.field.kind !== 'mixed';
  return numeric && text
    ? [error('not-a-number', place, `${quoted(address)} holds text.`, 'Address a column that holds numbers.')]
    : [];
}

function checkScenario(seen: Seen, entry: Entry): readonly Finding[] {
  const name = textOf(entry, column(scenarios, 'Scenario'));
  const op = folded(textOf(entry, column(scenarios, 'Op')));
  const base =
    folded(name) === 'base'
      ? [
          error(
            'reserved-name',
            placeOf(entry, 'Scenario'),
            'A scenario is called Base.',
            'Base is the model as typed. Give it another name.',
          ),
        ]
      : [];
  const needsNumber = op !== 'set' && op !== '';
  return [...base, ...checkValue(entry, scenarios), ...checkAddress(seen, entry, needsNumber)];
}

/** What is multiplied or added is a number. */
function checkValue(entry: Entry, table: Table): readonly Finding[] {
  const op = folded(textOf(entry, column(table, 'Op')));
  const value = textOf(entry, column(table, 'Value'));
  if (op === 'set' || op === '' || value === '' || strictNumber(clean(value)) !== null) return [];
  return [
    error(
      'text-in-number',
      placeOf(entry, 'Value'),
      `${cellName('Value', rowName(entry))} is text: ${quoted(value)}.`,
      `Op ${op} needs a number.`,
    ),
  ];
}

function checkPart(seen: Seen, entry: Entry): readonly Finding[] {
  const op = folded(textOf(entry, column(parts, 'Op')));
  return [...checkValue(entry, parts), ...checkAddress(seen, entry, op !== 'set' && op !== '')];
}

function checkGoal(seen: Seen, entry: Entry): readonly Finding[] {
  const named = namedYears(textOf(entry, column(goals, 'Years')));
  const { firstYear, years } = seen.horizon;
  const out = named.filter((year) =>
    year >= 1000 ? year < firstYear || year >= firstYear + years : year < 1 || year > years,
  );
  const outside =
    out.length === 0
      ? []
      : [
          error(
            'year-outside',
            placeOf(entry, 'Years'),
            `${cellName('Years', rowName(entry))} holds ${out.map(String).join(', ')}, outside the years of the model.`,
            `Type years from ${String(firstYear)} to ${String(firstYear + years - 1)}.`,
          ),
        ];
  return [...checkAddress(seen, entry, true), ...outside];
}

type Part = 'P1' | 'P2' | 'Low and High' | 'Group';

/** What a distribution cannot do without. A missing standard error comes from Low and High. */
const PARTS: Readonly<Record<string, readonly Part[]>> = {
  uniform: ['Low and High'],
  triangular: ['P1', 'Low and High'],
  pert: ['P1', 'Low and High'],
  dirichlet: ['P1', 'Group'],
};

function checkDistribution(entry: Entry): readonly Finding[] {
  const field = column(uncertainty, 'Distribution');
  const kind = field.kind === 'choice' ? chosen(field, textOf(entry, field)) : null;
  if (kind === null && entry.cells.has('Distribution')) return [];
  const range = entry.cells.has('Low') && entry.cells.has('High');
  const has = (part: Part): boolean =>
    part === 'Low and High' ? range : entry.cells.has(part) || (part === 'P2' && range);
  const parts: readonly Part[] = kind === null ? ['Low and High'] : (PARTS[kind] ?? ['P1', 'P2']);
  const needs = kind === null ? 'One-way analysis' : `Distribution ${kind}`;
  return parts
    .filter((part) => !has(part))
    .map((part) => {
      const both = part === 'Low and High';
      return error(
        'blank',
        placeOf(entry, both ? 'Low' : part),
        `${part} of ${rowName(entry)} ${both ? 'are' : 'is'} blank.`,
        `${needs} needs ${both ? 'them' : 'it'}.`,
      );
    });
}

function checkRange(entry: Entry): readonly Finding[] {
  const [low, high] = [entry.cells.get('Low'), entry.cells.get('High')];
  if (low?.kind !== 'number' || high?.kind !== 'number' || low.given.value.lte(high.given.value)) return [];
  return [
    error(
      'low-above-high',
      low.given.at,
      `Low of ${rowName(entry)} is above High.`,
      'Type the smaller value under Low.',
    ),
  ];
}

/** A distribution that does not exist for these numbers: a beta whose standard error is too large for its mean. */
function checkShape(seen: Seen, entry: Entry): readonly Finding[] {
  const row = uncertainRow(rowReader(entry, seen.names, seen.horizon));
  const complete = row.distribution !== null && checkDistribution(entry).length + checkRange(entry).length === 0;
  if (!complete || row.distribution === 'dirichlet' || quantileOf(row)) return [];
  return [
    error(
      'no-such-distribution',
      placeOf(entry, 'P1'),
      `There is no ${row.distribution} distribution like that of ${rowName(entry)}.`,
      `It needs ${needsOf(row)}.`,
    ),
  ];
}

export const stress: Check = (seen) => {
  return [
    ...rowsOf(seen.entries, scenarios).flatMap((entry) => checkScenario(seen, entry)),
    ...rowsOf(seen.entries, parts).flatMap((entry) => checkPart(seen, entry)),
    ...rowsOf(seen.entries, goals).flatMap((entry) => checkGoal(seen, entry)),
    ...rowsOf(seen.entries, uncertainty).flatMap((entry) => [
      ...checkAddress(seen, entry, true),
      ...checkRange(entry),
      ...checkDistribution(entry),
      ...checkShape(seen, entry),
    ]),
  ];
};
