/**
 * What Excel tells without being asked: that cells changed, or data of a binding. Seen in office.js: the registration is a method of the
 * collection or the sheet, the event number 10, and its target the sheet's id or "Workbook". From the documentation:
 * `source` is Remote for a co-author, and `triggerSource` (ExcelApi 1.14) tells the add-in's own writes. Of a binding office.js
 * registers nothing in a native Excel and passes over what nobody listens to; the event has number 4 and says no more than
 * which binding it was. Documented: it comes for formats too, which is not emulated.
 */
import { overlap, parseAddress } from './address';
import { areaOfBinding, type Binding, type Book, type Sheet } from './book';
import type { Thing } from './thing';

const CHANGED = 10;
/** Cells of a table changed. */
const TABLE_CHANGED = 101;
/** Data of a binding changed. */
export const BOUND = 4;
const EVENTS = 65_536;
/** Target of the handlers of a whole workbook. */
export const WHOLE = 'Workbook';

/** Watchers of all tables of a sheet or of the workbook, which is then the target of the event (seen in office.js). */
export const TABLES = 'Tables of ';

/** Registering handlers of changes. */
export const watching = (book: Book, target: string): Thing['methods'] => ({
  _RegisterDataChangedEvent: () => {
    book.watchers.add(target);
  },
  _UnregisterDataChangedEvent: () => {
    book.watchers.delete(target);
  },
});

/** A change that somebody may want to hear of. */
export interface News {
  readonly sheet: Sheet;
  /** A1 address without the sheet. */
  readonly address: string;
  readonly by: 'us' | 'the user' | 'a co-author';
}

/** An event as office.js takes it, by either transport. */
export interface Entry {
  readonly messageCategory: number;
  readonly messageType: number;
  readonly targetId: string;
  readonly message: string;
  readonly id: number;
  readonly isRemoteOverride: boolean;
}

/** The events for handlers that are registered now. */
export function messagesOf(book: Book, news: readonly News[]): readonly Entry[] {
  return [...news.flatMap((one) => changeOf(book, one)), ...bindingsOf(book, news).map(boundEntry)];
}

const entry = (messageType: number, targetId: string, said: object): Entry => ({
  messageCategory: EVENTS,
  messageType,
  targetId,
  message: JSON.stringify(said),
  id: 0,
  isRemoteOverride: false,
});

const boundEntry = ({ id }: Binding): Entry => entry(BOUND, id, {});

/** The bindings that have some of the cells. */
const bindingsOf = (book: Book, news: readonly News[]): readonly Binding[] =>
  book.bindings.filter((binding) => {
    const area = areaOfBinding(book, binding);
    return news.some(
      ({ sheet, address }) => sheet === area?.sheet && overlap(area.box, parseAddress(address).box) !== null,
    );
  });

function changeOf(book: Book, { sheet, address, by }: News): readonly Entry[] {
  const event = {
    changeType: 'RangeEdited',
    worksheetId: sheet.id,
    address,
    source: by === 'a co-author' ? 'Remote' : 'Local',
    triggerSource: by === 'us' ? 'ThisLocalAddin' : 'Unknown',
    shiftDirection: 'None',
  };
  const targets = [WHOLE, sheet.id].filter((target) => book.watchers.has(target));
  return [
    ...targets.map((targetId) => entry(CHANGED, targetId, event)),
    ...book.tables.flatMap((table) => {
      if (table.sheet !== sheet || overlap(table.box, parseAddress(address).box) === null) return [];
      const heard = [TABLES + WHOLE, TABLES + sheet.id, table.id].filter((target) => book.watchers.has(target));
      const said = { ...event, tableId: table.id };
      return heard.map((target) => entry(TABLE_CHANGED, target.replace(TABLES, ''), said));
    }),
  ];
}
