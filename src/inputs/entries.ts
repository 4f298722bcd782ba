/** From a Snapshot to entries: finds the tables, columns and rows, and reads every cell of them. */
import type { Finding, Place } from '../engine/finding';
import { bindingsIn, isBroken, placeIn, type Binding } from '../workbook/bindings';
import type { Cell, Snapshot, TableSnapshot } from '../workbook/workbook';
import { addressOf } from './address';
import { readCell } from './cell';
import { columnsOf, type Columns } from './columns';
import {
  cellText,
  fieldOf,
  letters,
  parameterOf,
  type Entries,
  type Entry,
  type EntryCell,
  type EntryTable,
  type YearCell,
} from './entry';
import type { Field } from './field';
import { ALL, squeezed } from './labels';
import { error, notice, tablePlace, valueName, warning } from './said';
import { shownRounded } from './shown';
import { excelName, type Table } from './table';
import { TABLES } from './tables';
import { unknownTable } from './unread';

/** Entries, and what was noticed while reading them. */
export interface EntriesRead {
  readonly entries: Entries;
  readonly findings: readonly Finding[];
}

const blank = (cell: Cell | undefined): boolean =>
  cell === undefined ||
  (cell.error === undefined && (cell.value === null || (typeof cell.value === 'string' && cell.value.trim() === '')));

/** A row under way: keys are read first, so that the other cells can be named by them. */
interface Draft {
  readonly table: Table;
  readonly at: Place;
  readonly cells: Map<string, EntryCell>;
  address: string;
}

function readInto(
  draft: Draft,
  cell: Cell | undefined,
  field: Field,
  label: string,
  at: Place,
  findings: Finding[],
): EntryCell | null {
  if (cell === undefined) return null;
  const read = readCell(cell, {
    field,
    at: { ...at, column: label },
    parameter: parameterOf(draft, label),
    name: valueName(draft, label),
  });
  if (read.finding) findings.push(read.finding);
  return read.cell;
}

/** Keys first: the address and the name of the row come from them. */
const inOrder = (table: Table, columns: Columns): readonly (readonly [string, number])[] => {
  const isKey = (label: string): boolean => table.address.some((field) => field.label === label);
  return [...columns.fields].sort(([a], [b]) => Number(isKey(b)) - Number(isKey(a)));
};

const rowAddress = ({ table, cells }: Draft): string =>
  addressOf(table.word, ...table.address.map((field) => cellText(cells.get(field.label)) || ALL));

function readRow(snapshot: TableSnapshot, table: Table, columns: Columns, index: number, findings: Finding[]): Entry {
  const cells = snapshot.rows[index] ?? [];
  const at = (column: number): Place => {
    const place = placeIn(snapshot, index, column);
    return tablePlace(table, snapshot.sheet, letters(place.column) + String(place.row), place.row);
  };
  const draft: Draft = { table, at: at(0), cells: new Map(), address: table.word };
  for (const [label, column] of inOrder(table, columns)) {
    draft.address = rowAddress(draft);
    const field = fieldOf(table, label, table.variants ? cellText(draft.cells.get(table.variants.key.label)) : '');
    const read = field && readInto(draft, cells[column], field, label, at(column), findings);
    if (read) draft.cells.set(label, read);
  }
  draft.address = rowAddress(draft);
  const years = columns.years.flatMap(({ header, label, column }): YearCell[] => {
    const read = table.years ? readInto(draft, cells[column], table.years.value, label, at(column), findings) : null;
    return read ? [{ header, label, cell: read }] : [];
  });
  return { ...draft, index, years, columns: columns.places, turned: snapshot.bound === 'turned' };
}

/** Notices rows of which nothing is read, and rows that are hidden. */
function rowNotices(snapshot: TableSnapshot, table: Table, unused: readonly number[]): readonly Finding[] {
  const place = (row: number): Place => tablePlace(table, snapshot.sheet, letters(snapshot.column) + String(row), row);
  const line = (index: number): Place => {
    const { row, column } = placeIn(snapshot, index, 0);
    return tablePlace(table, snapshot.sheet, letters(column) + String(row), row);
  };
  const called = (index: number): string =>
    snapshot.bound === 'turned'
      ? `Column ${letters(placeIn(snapshot, index, 0).column)}`
      : `Row ${String(placeIn(snapshot, index, 0).row)}`;
  const hidden = (snapshot.hiddenRows ?? []).filter(
    (row) => row > snapshot.row && row <= snapshot.row + snapshot.rows.length,
  );
  return [
    ...unused.map((index) =>
      notice(
        'unused-row',
        line(index),
        `${called(index)} of ${excelName(table)} is not read: it holds nothing in a known column.`,
        'Nothing is lost.',
      ),
    ),
    ...(hidden[0] === undefined
      ? []
      : [
          notice(
            'hidden-rows',
            place(hidden[0]),
            `${String(hidden.length)} hidden ${hidden.length === 1 ? 'row' : 'rows'} of ${excelName(table)} ${hidden.length === 1 ? 'is' : 'are'} read like the others.`,
          ),
        ]),
  ];
}

function readTable(snapshot: TableSnapshot, table: Table, findings: Finding[]): EntryTable {
  const columns = columnsOf(snapshot, table);
  findings.push(...columns.findings);
  const read = [...columns.fields.values(), ...columns.years.map(({ column }) => column)];
  const kept: number[] = [];
  const unused: number[] = [];
  snapshot.rows.forEach((cells, index) => {
    if (read.some((column) => !blank(cells[column]))) kept.push(index);
    else if (cells.some((cell) => !blank(cell))) unused.push(index);
  });
  findings.push(...rowNotices(snapshot, table, unused), ...shownRounded(snapshot, table, read));
  return {
    table,
    at: tablePlace(table, snapshot.sheet, letters(snapshot.column) + String(snapshot.row), snapshot.row),
    bound: snapshot.bound,
    columns: columns.places,
    yearColumns: columns.years.map(({ header, label, column }) => ({
      header,
      label,
      column: columns.places.get(label) ?? snapshot.column + column,
    })),
    rows: kept
      .map((index) => readRow(snapshot, table, columns, index, findings))
      .map((entry, index) => ({ ...entry, index })),
  };
}

/** A range that is bound stands in the place of the table of its name; adapters give it first. */
const snapshotIsReplaced = (each: TableSnapshot, table: Table, found: ReadonlyMap<string, EntryTable>): boolean =>
  each.bound === undefined && found.get(table.word)?.bound !== undefined;

const replacedTable = (each: TableSnapshot, table: Table): Finding =>
  notice(
    'replaced-table',
    tablePlace(table, each.sheet, letters(each.column) + String(each.row), each.row),
    `The table ${excelName(table)} is not read: a range of yours is bound in its place.`,
    'To read the table again, unbind it in the pane.',
  );

/** Reads one table into those found, or says why it is not read. Our own results are passed by. */
function readInTurn(each: TableSnapshot, found: Map<string, EntryTable>, findings: Finding[]): void {
  if (!/^BIM_(?!Out_)/iu.test(each.name)) return;
  const word = squeezed(each.name).replace(/^bim/, '');
  const table = TABLES.find((known) => squeezed(known.word) === word);
  if (!table) findings.push(unknownTable(each));
  else if (!found.has(table.word)) found.set(table.word, readTable(each, table, findings));
  else if (snapshotIsReplaced(each, table, found)) findings.push(replacedTable(each, table));
  else {
    const at = tablePlace(table, each.sheet, letters(each.column) + String(each.row), each.row);
    const message = `${excelName(table)} stands twice in this workbook.`;
    findings.push(error('duplicate-table', at, message, 'Keep one of the two tables.'));
  }
}

const STALE = warning(
  'manual-calculation',
  null,
  'The workbook calculates only on request, so computed inputs may be stale.',
  'Press F9 in Excel and run again.',
);

const RECALCULATED = notice(
  'recalculated',
  null,
  'The workbook calculates only on request, so it was calculated before its inputs were read.',
);

const AS_DISPLAYED = warning(
  'precision-as-displayed',
  null,
  'This workbook rounds every number to the digits that its cell shows (Precision as displayed); what was typed beyond is lost.',
  'Switch it off in Excel (File, Options, Advanced), and type the lost digits again.',
);

const CIRCLES = notice(
  'iterative-calculation',
  null,
  'The workbook iterates formulas that refer to themselves, so a circle in your sheets would not be noticed.',
  'Where no circle is meant, switch iterative calculation off in Excel (File, Options, Formulas).',
);

/** The range of a binding was deleted: Excel keeps the name, which now leads nowhere. */
const lostRange = ({ table, name }: Binding): Finding =>
  error(
    'lost-range',
    null,
    `The range bound in the place of ${table} is no longer there (the name ${name} leads to #REF!).`,
    'Select the range again and bind it, or delete the name.',
  );

/** Reads every table of the contract in a workbook. */
export function readEntries(snapshot: Snapshot): EntriesRead {
  const findings: Finding[] = [];
  const found = new Map<string, EntryTable>();
  for (const each of snapshot.tables) readInTurn(each, found, findings);
  findings.push(...bindingsIn(snapshot.names).filter(isBroken).map(lostRange));
  if (!snapshot.calculated) findings.push(STALE);
  else if (snapshot.recalculated === true) findings.push(RECALCULATED);
  if (snapshot.roundsAsShown === true) findings.push(AS_DISPLAYED);
  if (snapshot.iterates === true) findings.push(CIRCLES);
  const entries = TABLES.flatMap((table) => {
    const read = found.get(table.word);
    return read ? [[table.word, read] as const] : [];
  });
  return { entries: new Map(entries), findings };
}
