/** Each cell by itself: required and blank, out of bounds, a word that is not on the list. */
import type { Decimal } from 'decimal.js';
import type { Finding } from '../../engine/finding';
import { cellPlace, cellText, fieldOf, placeOf, textOf, type Entries, type Entry, type EntryCell } from '../entry';
import type { Field, NumberField } from '../field';
import { folded, isAll, listed, nearest } from '../labels';
import { chosen } from '../row';
import { error, quoted, valueName, warning } from '../said';

/** A number against its field's bounds. */
function outOfBounds(value: Decimal, field: NumberField): boolean {
  const { minimum, maximum, above, whole } = field;
  if (minimum !== null && (above === true ? value.lte(minimum) : value.lt(minimum))) return true;
  return (maximum !== null && value.gt(maximum)) || (whole === true && !value.isInteger());
}

function checkNumber(cell: EntryCell, field: NumberField, name: string): readonly Finding[] {
  if (cell.kind !== 'number') return [];
  const { value, at } = cell.given;
  if (outOfBounds(value, field))
    return [error('out-of-bounds', at, `${name} is ${value.toString()}.`, `Type ${field.bounds}.`)];
  return field.unusual !== undefined && value.gt(field.unusual)
    ? [
        warning(
          'unusual',
          at,
          `${name} is ${value.toString()}, which is ${value.times(100).toString()} %.`,
          'A per cent is typed as a fraction: 5 % is 0.05.',
        ),
      ]
    : [];
}

function checkWords(cell: EntryCell, field: Field, name: string): readonly Finding[] {
  if (cell.kind === 'broken') return [];
  const typed = cellText(cell);
  const at = cellPlace(cell);
  if (field.kind === 'choice' && chosen(field, typed) === null && !(isAll(typed) && field.label === 'World')) {
    const meant = nearest(typed, field.words);
    return [
      error(
        'unknown-word',
        at,
        `${name} is ${quoted(typed)}.`,
        `${meant === null ? '' : `${meant} is probably meant. `}Type ${listed(field.words, 'or')}.`,
      ),
    ];
  }
  if (field.kind === 'text' && field.form && !isAll(typed) && !field.form.fits(folded(typed))) {
    return [error('unknown-word', at, `${name} is ${quoted(typed)}.`, `Type ${field.form.words}.`)];
  }
  return [];
}

function checkEntry(entry: Entry): readonly Finding[] {
  const { table } = entry;
  const key = table.variants ? textOf(entry, table.variants.key) : '';
  const findings = table.fields.flatMap(({ label }): readonly Finding[] => {
    const field = fieldOf(table, label, key);
    const cell = entry.cells.get(label);
    if (field === null) return [];
    if (cell === undefined) {
      const open = entry.columns.has(label) || table.variants?.column.label === label;
      return field.required === true && open
        ? [
            error(
              'blank',
              placeOf(entry, label),
              `${valueName(entry, label)} is blank.`,
              `Fill it in; for example ${field.example}.`,
            ),
          ]
        : [];
    }
    return field.kind === 'number'
      ? checkNumber(cell, field, valueName(entry, label))
      : checkWords(cell, field, valueName(entry, label));
  });
  const years = entry.years.flatMap(({ label, cell }) =>
    table.years ? checkNumber(cell, table.years.value, valueName(entry, label)) : [],
  );
  return [...findings, ...years];
}

/** Checks every cell of every table. */
export const checkCells = (entries: Entries): readonly Finding[] =>
  [...entries.values()].flatMap(({ rows }) => rows.flatMap(checkEntry));
