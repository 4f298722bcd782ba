/** Names that another table must define: technologies, subgroups, steps, price items. */
import type { Finding } from '../../engine/finding';
import { placeOf, textOf, type Entry } from '../entry';
import { folded, isAll, nearest } from '../labels';
import type { Kind, Names } from '../kinds';
import { DEFINED, isKind } from '../names';
import { cellName, error, quoted, rowName } from '../said';
import { excelName } from '../table';
import { regimens } from '../tables/regimens';
import type { Check } from './check';

/** An unknown name, with the one that was probably meant. */
export function unknownName(entry: Entry, label: string, typed: string, kind: Kind, names: Names): Finding {
  const table = excelName(DEFINED[kind].table);
  const known = names.of(kind);
  const meant = nearest(typed, known);
  const remedy =
    meant !== null
      ? `${quoted(meant)} is probably meant.`
      : known.length === 0
        ? `${table} names none.`
        : `${table} has: ${known.slice(0, 8).join(', ')}${known.length > 8 ? ' …' : ''}.`;
  return error(
    'unknown-name',
    placeOf(entry, label),
    `${cellName(label, rowName(entry))} is ${quoted(typed)}, which ${table} does not name.`,
    remedy,
  );
}

function checkEntry(entry: Entry, names: Names, defined: (kind: Kind) => boolean): readonly Finding[] {
  return entry.table.fields.flatMap((field): readonly Finding[] => {
    if (field.kind !== 'text' || !isKind(field.list)) return [];
    const { table, label } = DEFINED[field.list];
    const typed = textOf(entry, field);
    const itself = table.word === entry.table.word && label === field.label;
    const free = entry.table.word === regimens.word && field.list === 'price item';
    const beside = field.beside?.includes(folded(typed)) === true;
    if (itself || free || beside || isAll(typed) || !defined(field.list) || names.knows(field.list, typed)) return [];
    return [unknownName(entry, field.label, typed, field.list, names)];
  });
}

export const references: Check = ({ entries, names }) => {
  // A missing table of technologies or people has its own finding; a missing table of anything else has not.
  const defined = (kind: Kind): boolean =>
    !['technology', 'subgroup', 'step'].includes(kind) || names.of(kind).length > 0;
  return [...entries.values()].flatMap(({ rows }) => rows.flatMap((entry) => checkEntry(entry, names, defined)));
};
