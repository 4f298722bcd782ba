/** Scenarios, goals and uncertainty: names, addresses, and what a distribution needs. */
import type { Finding } from '../../engine/finding';
import { placeOf, rowsOf, textOf, type Entry } from '../entry';
import type { Field } from '../field';
import { clean, folded } from '../labels';
import { strictNumber } from '../numbers';
import { chosen } from '../row';
import { cellName, error, notice, quoted, rowName } from '../said';
import type { Table } from '../table';
import { goals, namedYears } from '../tables/goals';
import { scenarios } from '../tables/scenarios';
import { uncertainty } from '../tables/uncertainty';
import { findTarget } from '../target';
import type { Check, Seen } from './check';

const column = (table: Table, label: string): Field =>
  table.fields.find((field) => field.label === label) ?? { kind: 'later', label, doc: '', example: '' };

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
  const value = textOf(entry, column(scenarios, 'Value'));
  const word =
    op !== 'set' && op !== '' && value !== '' && strictNumber(clean(value)) === null
      ? [
          error(
            'text-in-number',
            placeOf(entry, 'Value'),
            `${cellName('Value', rowName(entry))} is text: ${quoted(value)}.`,
            `Op ${op} needs a number.`,
          ),
        ]
      : [];
  return [...base, ...word, ...checkAddress(seen, entry, op !== 'set' && op !== '')];
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

/** What a distribution is made of: columns it cannot do without. */
function checkDistribution(entry: Entry): readonly Finding[] {
  const field = column(uncertainty, 'Distribution');
  const kind = field.kind === 'choice' ? chosen(field, textOf(entry, field)) : null;
  const has = (label: string): boolean => entry.cells.has(label);
  const range = has('Low') && has('High');
  const missing =
    kind === null
      ? has('Distribution') || range
        ? []
        : ['Low and High']
      : ['uniform'].includes(kind)
        ? range
          ? []
          : ['Low and High']
        : ['triangular', 'pert'].includes(kind)
          ? [...(has('P1') ? [] : ['P1']), ...(range ? [] : ['Low and High'])]
          : kind === 'dirichlet'
            ? [...(has('P1') ? [] : ['P1']), ...(has('Group') ? [] : ['Group'])]
            : [...(has('P1') ? [] : ['P1']), ...(has('P2') || range ? [] : ['P2'])];
  const low = entry.cells.get('Low');
  const high = entry.cells.get('High');
  const turned =
    low?.kind === 'number' && high?.kind === 'number' && low.given.value.gt(high.given.value)
      ? [
          error(
            'low-above-high',
            low.given.at,
            `Low of ${rowName(entry)} is above High.`,
            'Type the smaller value under Low.',
          ),
        ]
      : [];
  return [
    ...turned,
    ...missing.map((label) =>
      error(
        'blank',
        placeOf(entry, label.split(' ')[0] ?? label),
        `${label} of ${rowName(entry)} ${label.includes(' ') ? 'are' : 'is'} blank.`,
        `${kind === null ? 'One-way analysis' : `Distribution ${kind}`} needs ${label.includes(' ') ? 'them' : 'it'}.`,
      ),
    ),
  ];
}

export const stress: Check = (seen) => {
  const uncertain = rowsOf(seen.entries, uncertainty);
  const [first] = uncertain;
  return [
    ...rowsOf(seen.entries, scenarios).flatMap((entry) => checkScenario(seen, entry)),
    ...rowsOf(seen.entries, goals).flatMap((entry) => checkGoal(seen, entry)),
    ...uncertain.flatMap((entry) => [...checkAddress(seen, entry, true), ...checkDistribution(entry)]),
    ...(first
      ? [
          notice(
            'not-yet-supported',
            first.at,
            'BIM_Uncertainty is read and checked; draws are not made yet.',
            'Results are those of the model as typed.',
          ),
        ]
      : []),
  ];
};
