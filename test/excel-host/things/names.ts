/** Names of the workbook, without those of single sheets (office-js issue 1011). */
import { boxAddress, parseAddress, sheetPrefix } from '../address';
import { findSheet, type Book, type Name } from '../book';
import { thing, type Thing } from '../thing';
import { refuse, text } from '../wire';
import { areaOf, rangeThing } from './range';

function nameThing(book: Book, name: Name): Thing {
  return thing('NamedItem', {
    id: name.name,
    scalars: {
      Name: { get: () => name.name },
      Formula: {
        get: () => name.formula,
        set: (value) => {
          name.formula = checked(text(value));
        },
      },
      Visible: {
        get: () => name.visible,
        set: (value) => {
          name.visible = value === true;
        },
      },
      Comment: {
        get: () => name.comment,
        set: (value) => {
          name.comment = text(value);
        },
      },
      Type: {
        get: () => (name.formula.startsWith('="') ? 'String' : name.formula.includes('#REF!') ? 'Error' : 'Range'),
      },
      Scope: { get: () => 'Workbook' },
    },
    methods: {
      Delete: () => {
        book.names.splice(book.names.indexOf(name), 1);
      },
      GetRange: () => {
        const range = rangeOf(book, name);
        if (range === null) throw refuse.missing();
        return range;
      },
      GetRangeOrNullObject: () => rangeOf(book, name),
    },
  });
}

function rangeOf(book: Book, name: Name): Thing | null {
  if (name.formula.startsWith('="') || name.formula.includes('#REF!')) return null;
  const { sheet, box } = parseAddress(name.formula.slice(1));
  const found = sheet === null ? undefined : findSheet(book, sheet);
  return found === undefined ? null : rangeThing(book, { sheet: found, box });
}

/** A text inside a formula has at most 255 characters. */
function checked(formula: string): string {
  if (!formula.startsWith('=')) throw refuse.argument();
  if (/"[^"]{256,}"/.test(formula)) throw refuse.argument();
  return formula;
}

export function namesThing(book: Book): Thing {
  const find = (key: unknown): Name | undefined =>
    book.names.find((name) => name.name.toLowerCase() === String(key).toLowerCase());
  return thing('NamedItemCollection', {
    items: () => book.names.map((name) => nameThing(book, name)),
    indexer: (key) => {
      const name = find(key);
      if (name === undefined) throw refuse.missing();
      return nameThing(book, name);
    },
    methods: {
      GetCount: () => book.names.length,
      GetItemOrNullObject: (key) => {
        const name = find(key);
        return name === undefined ? null : nameThing(book, name);
      },
      Add: (name, reference, comment) => {
        if (!/^[\p{L}_\\][\p{L}\p{N}_.\\]*$/u.test(text(name)) || /^[A-Z]{1,3}\d+$/i.test(text(name)))
          throw refuse.argument();
        if (
          find(name) !== undefined ||
          book.tables.some((table) => table.name.toLowerCase() === text(name).toLowerCase())
        )
          throw refuse.exists();
        const made = {
          name: text(name),
          formula: formulaOf(reference),
          visible: true,
          comment: typeof comment === 'string' ? comment : '',
        };
        book.names.push(made);
        return nameThing(book, made);
      },
    },
  });
}

function formulaOf(reference: unknown): string {
  if (typeof reference === 'string') return checked(reference);
  const { sheet, box } = areaOf(reference);
  return `=${sheetPrefix(sheet.name)}!${boxAddress(box)
    .replace(/[A-Z]+/g, '$$$&')
    .replace(/\d+/g, '$$$&')}`;
}
