/**
 * What Excel tells without being asked: that cells changed. Seen in office.js: the registration is a method of the
 * collection or the sheet, the event number 10, and its target the sheet's id or "Workbook". From the documentation:
 * `source` is Remote for a co-author, and `triggerSource` (ExcelApi 1.14) tells the add-in's own writes.
 */
import type { Book, Sheet } from './book';

const CHANGED = 10;
const EVENTS = 65_536;
/** Target of the handlers of a whole workbook. */
export const WHOLE = 'Workbook';

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
  return news.flatMap(({ sheet, address, by }) => {
    const event = {
      changeType: 'RangeEdited',
      worksheetId: sheet.id,
      address,
      source: by === 'a co-author' ? 'Remote' : 'Local',
      triggerSource: by === 'us' ? 'ThisLocalAddin' : 'Unknown',
      shiftDirection: 'None',
    };
    const targets = [WHOLE, sheet.id].filter((target) => book.watchers.has(target));
    return targets.map((targetId) => ({
      messageCategory: EVENTS,
      messageType: CHANGED,
      targetId,
      message: JSON.stringify(event),
      id: 0,
      isRemoteOverride: false,
    }));
  });
}
