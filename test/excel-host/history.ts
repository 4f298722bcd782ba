/**
 * Undo. From Microsoft's page on undo (office-js-docs, May 2025): each sync is a step of the user's own list; what cannot be
 * taken back empties that list from there on, and inside a merged group is refused as UndoNotSupported. The lists below are
 * that page's, as far as the host has the members. `mergeUndoGroup` is younger than the office.js that can be installed, so
 * no flag of it is on the wire: the host is told of a group beside it (`host.ts`). Colours of tabs and what a chart looks
 * like stay as they are when a step is taken back: nothing rests on them.
 */
import type { Book, Cell, Sheet } from './book';
import { keptCharts } from './things/charts';
import { keptConditions } from './things/rules';
import { Refusal, type Request } from './wire';

/** Where Excel runs; what Undo can take back differs. */
export type Platform = 'web' | 'desktop';

const NEVER = [
  'Workbook.Close',
  'Workbook.InsertWorksheetsFromBase64',
  'Workbook.Save',
  'WorkbookProtection.Protect',
  'WorkbookProtection.Unprotect',
  'Worksheet.Copy',
  'Worksheet.Delete',
  'WorksheetProtection.Protect',
  'WorksheetProtection.Unprotect',
];
const NOT_UNDONE: Readonly<Record<Platform, ReadonlySet<string>>> = {
  web: new Set([...NEVER, 'NamedItem.Comment', 'Worksheet.StandardWidth']),
  desktop: new Set([...NEVER, 'Worksheet.Name', 'Worksheet.Position', 'Worksheet.Visibility']),
};

export interface History {
  /** Before a request is carried out. */
  readonly before: (request: Request) => void;
  /** A member that is about to be used: throws where a group forbids it. */
  readonly uses: (member: string) => void;
  /** Begins or ends a group that is one step. */
  readonly group: (on: boolean) => void;
  /** Takes the last step back; false where there is none. */
  readonly undo: () => boolean;
  readonly steps: () => number;
}

export function history(book: Book, platform: Platform): History {
  const steps: (() => void)[] = [];
  let [isGroup, isOpen] = [false, false];
  return {
    before: (request) => {
      if (!isChanging(request) || (isGroup && isOpen)) return;
      steps.push(kept(book));
      isOpen = isGroup;
    },
    uses: (member) => {
      if (!NOT_UNDONE[platform].has(member)) return;
      if (isGroup) throw new Refusal('UndoNotSupported', 'The operation cannot be undone.', member);
      steps.length = 0;
    },
    group: (on) => {
      [isGroup, isOpen] = [on, false];
    },
    undo: () => {
      const step = steps.pop();
      step?.();
      return step !== undefined;
    },
    steps: () => steps.length,
  };
}

/** Members that change nothing in this workbook. */
const READING = /^(Get|_|Select$|Activate$|Suspend|Calculate$|CreateWorkbook$|CreateAndOpenWorkbook$|Open$)/;

const isChanging = (request: Request): boolean =>
  request.Actions.some((one) => one.ActionType === 4 || (one.ActionType === 3 && !READING.test(one.Name))) ||
  Object.values(request.ObjectPaths).some((path) => path.ObjectPathType === 3 && !READING.test(path.Name));

/** The workbook as it is now, to be put back. Settings and custom XML are no part of it. */
function kept(book: Book): () => void {
  const sheets = book.sheets.map((sheet) => [sheet, keptSheet(sheet)] as const);
  const tables = book.tables.map((table) => [table, { ...table }] as const);
  const names = book.names.map((name) => [name, { ...name }] as const);
  return () => {
    for (const [, restore] of sheets) restore();
    for (const [table, was] of tables) Object.assign(table, was);
    for (const [name, was] of names) Object.assign(name, was);
    book.sheets.splice(0, book.sheets.length, ...sheets.map(([sheet]) => sheet));
    book.tables.splice(0, book.tables.length, ...tables.map(([table]) => table));
    book.names.splice(0, book.names.length, ...names.map(([name]) => name));
    if (!book.sheets.some((sheet) => sheet.id === book.active)) book.active = book.sheets[0]?.id ?? '';
    book.results.clear();
  };
}

function keptSheet(sheet: Sheet): () => void {
  const { name, merges, isProtected, frozen, validations } = sheet;
  const parts = [
    keptMap(sheet.cells, (line) => new Map([...line].map(([column, cell]) => [column, copied(cell)]))),
    keptMap(sheet.base, same),
    keptMap(sheet.rows, (line) => new Map(line)),
    keptMap(sheet.columns, (line) => new Map(line)),
    keptMap(sheet.outline, same),
    keptMap(sheet.links, same),
    keptSet(sheet.hiddenRows),
    keptSet(sheet.filteredRows),
    keptSet(sheet.pageBreaks),
    keptCharts(sheet),
    keptConditions(sheet),
  ];
  const rules = validations.map((rule) => ({ box: rule.box, members: new Map(rule.members) }));
  return () => {
    for (const restore of parts) restore();
    Object.assign(sheet, { name, merges, isProtected, frozen, validations: rules });
  };
}

const same = <T>(value: T): T => value;
const copied = ({ held, format }: Cell): Cell => ({ held, format: new Map(format) });

function keptMap<K, V>(map: Map<K, V>, copy: (value: V) => V): () => void {
  const were = [...map].map(([key, value]) => [key, copy(value)] as const);
  return () => {
    map.clear();
    for (const [key, value] of were) map.set(key, value);
  };
}

function keptSet<T>(set: Set<T>): () => void {
  const were = [...set];
  return () => {
    set.clear();
    for (const one of were) set.add(one);
  };
}
