/**
 * Bindings: a range, a table or a text of one cell, kept under an id. They follow inserted rows and renamed sheets, and
 * one whose cells are gone answers InvalidBinding (documented in Excel's list of errors). That their data changed is told
 * (`events.ts`). A second binding of an id is refused here: no source says what Excel does.
 */
import { parseAddress } from '../address';
import { areaOfBinding, findSheet, type Area, type Binding, type Book, type Table } from '../book';
import { heldOf } from '../calculate';
import { thing, type Thing } from '../thing';
import { refuse, Refusal, text, whole } from '../wire';
import { areaOf, rangeThing } from './range';
import { tableThing } from './tables';

const TYPES = ['Range', 'Table', 'Text'];
const invalid = (): Refusal =>
  new Refusal('InvalidBinding', 'This object binding is no longer valid due to previous updates.');

export function bindingsThing(book: Book): Thing {
  const find = (id: unknown): Thing | null => {
    const binding = book.bindings.find((one) => one.id === id);
    return binding === undefined ? null : bindingThing(book, binding);
  };
  const sure = (one: Thing | null): Thing => {
    if (one === null) throw refuse.missing();
    return one;
  };
  return thing('BindingCollection', {
    items: () => book.bindings.map((one) => bindingThing(book, one)),
    indexer: (id) => sure(find(id)),
    scalars: { Count: { get: () => book.bindings.length } },
    methods: {
      Add: (range, type, id) =>
        bind(book, { area: typeof range === 'string' ? namedArea(book, range) : areaOf(range), type, id }),
      AddFromNamedItem: (name, type, id) => bind(book, { area: areaOfName(book, text(name)), type, id }),
      AddFromSelection: (type, id) => bind(book, { area: namedArea(book, book.selection), type, id }),
      GetCount: () => book.bindings.length,
      GetItemAt: (n) => sure(find(book.bindings[whole(n)]?.id)),
      GetItemOrNullObject: find,
    },
  });
}

/** "Sheet1!A1:B2" as an area. */
function namedArea(book: Book, address: string): Area {
  const { sheet, box } = parseAddress(address);
  const found = findSheet(book, sheet ?? book.active);
  if (found === undefined) throw refuse.argument();
  return { sheet: found, box };
}

function areaOfName(book: Book, name: string): Area {
  const item = book.names.find((one) => one.name.toLowerCase() === name.toLowerCase());
  if (item === undefined) throw refuse.missing();
  return namedArea(book, item.formula.slice(1));
}

interface Asked {
  readonly area: Area;
  readonly type: unknown;
  readonly id: unknown;
}

function bind(book: Book, { area, type, id }: Asked): Thing {
  if (!TYPES.includes(text(type)) || text(id) === '') throw refuse.argument();
  if (book.bindings.some((one) => one.id === id)) throw refuse.notEmulated('a second binding of one id');
  const table = tableAt(book, area);
  if (type === 'Table' && table === undefined) throw refuse.argument();
  const binding: Binding = {
    id: text(id),
    type: text(type),
    area,
    tableId: type === 'Table' ? (table?.id ?? null) : null,
  };
  book.bindings.push(binding);
  return bindingThing(book, binding);
}

const tableAt = (book: Book, { sheet, box }: Area): Table | undefined =>
  book.tables.find((one) => one.sheet === sheet && one.box.top <= box.top && one.box.bottom >= box.bottom);

function bindingThing(book: Book, binding: Binding): Thing {
  const place = (): Area => {
    const area = areaOfBinding(book, binding);
    if (area === null) throw invalid();
    return area;
  };
  const table = (): Table => {
    const known = book.tables.find((one) => one.id === binding.tableId);
    if (known === undefined) throw invalid();
    return known;
  };
  return thing('Binding', {
    id: binding.id,
    scalars: { Id: { get: () => binding.id }, Type: { get: () => binding.type } },
    methods: {
      Delete: () => {
        book.bindings.splice(book.bindings.indexOf(binding), 1);
      },
      GetRange: () => rangeThing(book, place()),
      GetTable: () => tableThing(book, table()),
      GetText: () => {
        if (binding.type !== 'Text') throw invalid();
        const { sheet, box } = place();
        return String(heldOf(book, sheet, box.top, box.left)?.value ?? '');
      },
    },
  });
}
