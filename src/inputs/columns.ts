/** The columns of a table: which header is which field, which is a year, and which is not read. */
import type { Finding, Place } from '../engine/finding';
import { placeIn } from '../workbook/bindings';
import type { TableSnapshot } from '../workbook/workbook';
import { letters } from './entry';
import { clean, listed, nearest, squeezed } from './labels';
import { error, notice, quoted, tablePlace, warning } from './said';
import { excelName, type Table } from './table';
import { yearHeader, type YearHeader } from './years';

export interface Columns {
  /** Position (from 0) of each known field, by label. */
  readonly fields: ReadonlyMap<string, number>;
  /** The same as sheet columns, from 1; as sheet rows, where the table is turned. */
  readonly places: ReadonlyMap<string, number>;
  readonly years: readonly { readonly header: YearHeader; readonly label: string; readonly column: number }[];
  readonly findings: readonly Finding[];
}

/** A header that is not read: asked about where it looks like one that is, else only noticed. */
function notRead(header: string, table: Table, at: Place, holds: boolean): Finding {
  const meant = nearest(
    header,
    table.fields.map((field) => field.label),
  );
  const year = table.years !== undefined && /\d{4}/.test(header);
  const remedy =
    meant !== null
      ? `Head it ${quoted(meant)} if that is meant.`
      : year
        ? 'Head a year column 2026, or Year 1.'
        : 'Nothing is lost.';
  const say = (meant !== null || year) && holds ? warning : notice;
  return say('unknown-column', at, `Column ${quoted(header)} of ${excelName(table)} is not read.`, remedy);
}

type Year = Columns['years'][number];

/** What one header is: a field, a year, or something with a finding. */
interface HeaderRead {
  readonly label: string | null;
  readonly year: Year | null;
  readonly finding: Finding | null;
}

function headerRead(snapshot: TableSnapshot, table: Table, column: number, taken: ReadonlySet<string>): HeaderRead {
  const header = snapshot.headers[column] ?? '';
  const place = placeIn(snapshot, -1, column);
  const at: Place = {
    ...tablePlace(table, snapshot.sheet, letters(place.column) + String(place.row), place.row),
    column: header,
  };
  const field = table.fields.find((known) => squeezed(known.label) === squeezed(header));
  const year = table.years ? yearHeader(header) : null;
  if (field && taken.has(field.label)) {
    const message = `${excelName(table)} has two columns ${quoted(field.label)}.`;
    return {
      label: null,
      year: null,
      finding: error('duplicate-column', at, message, 'Keep one of them, or rename the other.'),
    };
  }
  if (field) return { label: field.label, year: null, finding: null };
  if (year) return { label: null, year: { header: year, label: clean(header), column }, finding: null };
  const holds = snapshot.rows.some((row) => row[column] !== undefined && row[column].value !== null);
  return {
    label: null,
    year: null,
    finding: clean(header) === '' && !holds ? null : notRead(header, table, at, holds),
  };
}

/** Finds every header of a table. */
export function columnsOf(snapshot: TableSnapshot, table: Table): Columns {
  const fields = new Map<string, number>();
  const years: Year[] = [];
  const findings: Finding[] = [];
  snapshot.headers.forEach((_, column) => {
    const { label, year, finding } = headerRead(snapshot, table, column, new Set(fields.keys()));
    if (label !== null) fields.set(label, column);
    if (year) years.push(year);
    if (finding) findings.push(finding);
  });
  const read = [...fields, ...years.map(({ label, column }) => [label, column] as const)];
  const first = snapshot.bound === 'turned' ? snapshot.row : snapshot.column;
  const places = new Map(read.map(([label, column]) => [label, first + column]));
  return { fields, places, years, findings: [...findings, ...missingKeys(snapshot, table, fields)] };
}

/** Columns without which no row can be read. */
function missingKeys(snapshot: TableSnapshot, table: Table, fields: ReadonlyMap<string, number>): readonly Finding[] {
  const missing = table.fields
    .filter((field) => field.required === true && !fields.has(field.label))
    .map((field) => field.label);
  if (missing.length === 0) return [];
  const at = tablePlace(table, snapshot.sheet, letters(snapshot.column) + String(snapshot.row), snapshot.row);
  return [
    error(
      'missing-column',
      at,
      `${excelName(table)} has no column ${listed(missing.map(quoted))}.`,
      'Add it; the header is found whatever its case and blanks.',
    ),
  ];
}
