/** Check 60: what is no number. */
import { readAssumptions } from '../../inputs/read-assumptions';
import { excelName } from '../../inputs/table';
import type { Cell, Snapshot } from '../../workbook/workbook';
import type { Check, Failure } from '../check';
import { needs } from '../outside';
import type { Reading } from '../../inputs/read-assumptions';

const CELLS = 8;
const WRONG: readonly (readonly [string, Cell])[] = [
  ['#N/A', { value: null, error: '#N/A' }],
  ['text', { value: 'n/a, see note' }],
  ['TRUE', { value: true }],
];

interface Spot {
  readonly table: number;
  readonly row: number;
  readonly column: number;
  readonly at: Failure['at'];
}

/** Cells that hold a number and may hold nothing else. */
function spotsOf(reading: Reading, { tables }: Snapshot): readonly Spot[] {
  return [...reading.entries.values()].flatMap(({ table, rows, columns }) => {
    const which = tables.findIndex((of) => of.name.toLowerCase() === excelName(table).toLowerCase());
    const place = tables[which];
    if (!place) return [];
    return rows.flatMap((entry) =>
      table.fields.flatMap((field): readonly Spot[] => {
        const cell = entry.cells.get(field.label);
        const column = columns.get(field.label);
        if (field.kind !== 'number' || cell?.kind !== 'number' || column === undefined) return [];
        return [
          { table: which, row: (entry.at.row ?? 0) - place.row - 1, column: column - place.column, at: cell.given.at },
        ];
      }),
    );
  });
}

const placed = (of: Snapshot, spot: Spot, cell: Cell): Snapshot => ({
  ...of,
  tables: of.tables.map((table, n) =>
    n === spot.table
      ? {
          ...table,
          rows: table.rows.map((row, r) =>
            r === spot.row ? row.map((old, c) => (c === spot.column ? cell : old)) : row,
          ),
        }
      : table,
  ),
});

export const neverCoerced: Check = {
  number: 60,
  family: 'Traceability',
  name: 'Errors, text and TRUE in place of a number are said, and never become one',
  why: 'A text that counts as 0 loses a cost without a word.',
  ofFormulas: true,
  judge: ({ source }) => {
    needs(source !== null, 'the model is not that of a workbook');
    const { snapshot, reading } = source;
    const spots = spotsOf(reading, snapshot);
    needs(spots.length > 0, 'no cell holds a number');
    const step = Math.max(1, Math.ceil(spots.length / CELLS));
    for (const spot of spots.filter((_, n) => n % step === 0))
      for (const [name, cell] of WRONG) {
        const { findings } = readAssumptions(placed(snapshot, spot, cell));
        const said = findings.some(
          (found) =>
            found.severity === 'error' && found.at?.sheet === spot.at?.sheet && found.at?.cell === spot.at?.cell,
        );
        if (!said)
          return {
            changed: `${name} in place of a number`,
            expected: 'an error that names the cell',
            got: 'none',
            at: spot.at,
          };
      }
    return null;
  },
};
