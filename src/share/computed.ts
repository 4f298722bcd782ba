/** Public cells that the user's own workbook computes from a confidential one: their value depends on it, whatever it is. */
import { letters } from '../inputs/entry';
import type { Snapshot, TableSnapshot } from '../workbook/workbook';
import type { Leak } from './search';
import type { Secret } from './secrets';

/** Addresses of the confidential cells, without dollars: "C7", and the sheet they stand on. */
const cellsOf = ({ entry, columns }: Secret): readonly string[] =>
  [...entry.columns]
    .filter(([label]) => columns === null || columns.includes(label))
    .map(([, column]) => `${letters(column)}${String(entry.at.row ?? 0)}`);

/** Whether a formula reads a confidential cell, by its address or by the name of its column. */
function reads(formula: string, sheet: string, secret: Secret): boolean {
  const text = formula.replaceAll('$', '').toUpperCase();
  const named =
    secret.columns?.some(
      (label) => text.includes(`[${label.toUpperCase()}]`) || text.includes(`@${label.toUpperCase()}`),
    ) ?? false;
  const home = secret.at.sheet.toUpperCase();
  return (
    (named && text.includes('BIM_')) ||
    [...text.matchAll(/(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))?(!)?([A-Z]{1,3}\d{1,7})/gu)].some(
      ([, quoted, bare, bang, cell]) => {
        const on = bang === '!' ? (quoted ?? bare ?? '').replaceAll("''", "'") : sheet.toUpperCase();
        return on === home && cellsOf(secret).includes(cell ?? '');
      },
    )
  );
}

/** Cells of the public tables that are computed from a secret. */
export function computedFrom(
  source: Snapshot,
  shown: readonly TableSnapshot[],
  secrets: readonly Secret[],
): readonly Leak[] {
  const names = new Set(shown.map((table) => table.name.toLowerCase()));
  return source.tables
    .filter((table) => names.has(table.name.toLowerCase()))
    .flatMap((table) =>
      table.rows.flatMap((row, r) =>
        row.flatMap((cell, c): readonly Leak[] => {
          const { formula } = cell;
          const secret =
            formula === undefined
              ? undefined
              : secrets.find((each) => reads(formula, table.sheet, each) && !isOwn(each, table, r, c));
          return secret
            ? [
                {
                  secret: secret.name,
                  place: 'Formulas and names',
                  at: `${table.sheet}!${letters(table.column + c)}${String(table.row + 1 + r)}`,
                },
              ]
            : [];
        }),
      ),
    );
}

/** The confidential cells themselves may be computed; they do not go into the copy. */
const isOwn = ({ entry, columns }: Secret, table: TableSnapshot, row: number, column: number): boolean =>
  entry.at.sheet === table.sheet &&
  entry.at.row === table.row + 1 + row &&
  (columns === null || columns.some((label) => entry.columns.get(label) === table.column + column));
