/** Names of the workbook, without those of single sheets (office-js issue 1011), and those of one sheet. */
import { boxAddress, parseAddress, sheetPrefix } from '../address';
import { findSheet, type Book, type Name, type Sheet } from '../book';
import { thing, type Thing } from '../thing';
import { refuse, text } from '../wire';
import { areaOf, rangeThing } from './range';

function nameThing(book: Book, name: Name): Thing {
  return thing('NamedItem', {
    id: name.name,
    scalars: {
      Name: { get: () => name.name },
      _Id: { get: () => name.name },
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
      Scope: { get: () => (name.sheet === undefined ? 'Workbook' : 'Worksheet') },
      Value: { get: () => valueOf(book, name) },
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

/** The address of a range, as text; of another formula nothing that is known here. */
function valueOf(book: Book, name: Name): string {
  const range = rangeOf(book, name);
  if (range === null) throw refuse.notEmulated(`the value of the name ${name.name}`);
  return String(range.scalars.Address?.get?.());
}

function rangeOf(book: Book, name: Name): Thing | null {
  if (name.formula.startsWith('="') || name.formula.includes('#REF!') || name.formula.includes('(')) return null;
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

export function namesThing(book: Book, sheet?: Sheet): Thing {
  const here = (): readonly Name[] => book.names.filter((name) => name.sheet === sheet);
  const find = (key: unknown): Name | undefined =>
    here().find((name) => name.name.toLowerCase() === String(key).toLowerCase());
  return thing('NamedItemCollection', {
    items: () => here().map((name) => nameThing(book, name)),
    indexer: (key) => {
      const name = find(key);
      if (name === undefined) throw refuse.missing();
      return nameThing(book, name);
    },
    methods: {
      GetCount: () => here().length,
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
        const made: Name = {
          ...(sheet === undefined ? {} : { sheet }),
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
