/**
 * Saving dials as a scenario. Where the workbook has no BIM_Scenarios, or ours, a sheet of our own holds the rows; a table
 * of the user's is his: its new rows are handed over to be pasted.
 */
import type { CellAddress, Snapshot, TableSnapshot } from '../../workbook/workbook';
import type { Turned } from '../../engine/stress/dial';
import { columnLetters } from '../changes';

/** One row of BIM_Scenarios, by header. */
export type ScenarioRow = Readonly<Record<'Scenario' | 'Parameter' | 'Op' | 'Value' | 'Note', string>>;

export const rowsOf = (name: string, note: string, turned: readonly Turned[]): readonly ScenarioRow[] =>
  turned.map(({ parameter, op, value }) => ({
    Scenario: name,
    Parameter: parameter,
    Op: op,
    Value: value,
    Note: note,
  }));

/** Key of the sheet that `inputs/scenario-sheet.ts` makes. */
const OURS = 'input_scenarios';

/** Where rows go: to a sheet of ours with those it has, or below a table of the user's. */
export type Where =
  | { readonly kind: 'ours'; readonly key: string | null; readonly before: readonly ScenarioRow[] }
  | { readonly kind: 'theirs'; readonly table: TableSnapshot; readonly below: CellAddress };

export function whereToSave(snapshot: Snapshot): Where {
  const table = snapshot.tables.find(({ name }) => /^BIM_Scenarios$/i.test(name));
  if (table === undefined) return { kind: 'ours', key: null, before: [] };
  const ours = snapshot.owned.find(({ name, key }) => name === table.sheet && key === OURS);
  const only = snapshot.tables.filter(({ sheet }) => sheet === table.sheet).length === 1;
  if (ours !== undefined && only) return { kind: 'ours', key: ours.key, before: rowsIn(table) };
  const below = {
    sheet: table.sheet,
    cell: `${columnLetters(table.column)}${String(table.row + table.rows.length + 1)}`,
  };
  return { kind: 'theirs', table, below };
}

function rowsIn({ headers, rows }: TableSnapshot): readonly ScenarioRow[] {
  return rows.map((row) => {
    const cell = (header: string): string => {
      const value = row[headers.findIndex((one) => one.trim().toLowerCase() === header.toLowerCase())]?.value ?? null;
      return value === null ? '' : String(value);
    };
    return {
      Scenario: cell('Scenario'),
      Parameter: cell('Parameter'),
      Op: cell('Op'),
      Value: cell('Value'),
      Note: cell('Note'),
    };
  });
}

/** Rows as a sheet takes them from the clipboard, in the order of the table's headers. Text stays text. */
export function asPasted(rows: readonly ScenarioRow[], { headers }: TableSnapshot): string {
  const cells = new Map<string, keyof ScenarioRow>([
    ['scenario', 'Scenario'],
    ['parameter', 'Parameter'],
    ['op', 'Op'],
    ['value', 'Value'],
    ['note', 'Note'],
  ]);
  const text = (cell: string): string => (/^[=@+-]/.test(cell) && Number.isNaN(Number(cell)) ? `'${cell}` : cell);
  return rows
    .map((row) =>
      headers
        .map((header) => {
          const key = cells.get(header.trim().toLowerCase());
          return key === undefined ? '' : text(row[key]).replace(/[\t\r\n]+/g, ' ');
        })
        .join('\t'),
    )
    .join('\n');
}
