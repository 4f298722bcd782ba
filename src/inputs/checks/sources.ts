/** Sources and payers: values without a source (one notice a table), and a headline payer that pays for nothing. */
import type { Finding } from '../../engine/finding';
import { placeOf, settingNamed, type EntryTable } from '../entry';
import { folded, isAll, listed } from '../labels';
import { notice, quoted } from '../said';
import { settingEntry } from '../settings';
import { excelName, sourceOf } from '../table';
import { model } from '../tables/model';
import type { Check } from './check';

function emptySources({ table, columns, rows }: EntryTable): readonly Finding[] {
  const source = sourceOf(table);
  if (!source || !columns.has(source.label) || table.word === model.word) return [];
  const empty = rows.filter((entry) => !entry.cells.has(source.label));
  const [first] = empty;
  if (!first) return [];
  const which =
    empty.length === rows.length
      ? `${empty.length === 1 ? 'The row' : `None of the ${String(empty.length)} rows`} of ${excelName(table)} has ${empty.length === 1 ? 'no' : 'a'} source.`
      : `${String(empty.length)} of ${String(rows.length)} rows of ${excelName(table)} ${empty.length === 1 ? 'has' : 'have'} no source.`;
  return [notice('no-source', placeOf(first, source.label), which, 'A reviewer will ask.')];
}

/** Tables without any Source column, in one notice. */
function noSourceColumn(tables: readonly EntryTable[]): readonly Finding[] {
  const without = tables.filter(
    ({ table, columns, rows }) => sourceOf(table) !== null && !columns.has('Source') && rows.length > 0,
  );
  const [first] = without;
  return first
    ? [
        notice(
          'no-source',
          first.at,
          `${listed(without.map(({ table }) => excelName(table)))} ${without.length === 1 ? 'has' : 'have'} no Source column.`,
          'A reviewer will ask where the figures come from.',
        ),
      ]
    : [];
}

export const sources: Check = ({ entries }) => {
  const tables = [...entries.values()];
  return [...tables.flatMap(emptySources), ...noSourceColumn(tables)];
};

export const payers: Check = ({ entries, assumptions }) => {
  const { payer } = assumptions.model;
  const named = [...assumptions.costs, ...assumptions.tests, ...(assumptions.realisation?.outcomes ?? [])]
    .map((row) => row.payer)
    .filter((name) => name !== '');
  if (isAll(payer) || named.some((name) => folded(name) === folded(payer))) return [];
  const setting = settingNamed(model, 'Payer');
  const entry = setting && settingEntry(entries, setting);
  const known = [...new Set(named)];
  return [
    notice(
      'payer-unknown',
      entry ? placeOf(entry, 'Value') : null,
      `Payer ${quoted(payer)} is in no Payer column.`,
      known.length === 0
        ? 'A blank Payer counts for every payer, so all costs are its own.'
        : `A blank Payer counts for every payer; named are ${listed(known)}.`,
    ),
  ];
};
