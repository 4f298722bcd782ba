/** Cells that the user's own workbook computes from a confidential one, in however many steps: whatever they hold depends on it. */
import { placeIn } from '../workbook/bindings';
import type { Snapshot } from '../workbook/workbook';
import { letters } from '../inputs/entry';
import { excelName } from '../inputs/table';
import type { Secret } from './secrets';
import { tellings } from './spellings';
import { toldBy } from './told';

/** A cell that depends on a secret. */
interface Tainted {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly secret: Secret;
}

/** A cell with a formula. */
interface Computed {
  readonly sheet: string;
  readonly row: number;
  readonly column: number;
  readonly formula: string;
}

const columnNumber = (text: string): number =>
  Array.from(text).reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

/** Confidential cells as numbers of sheet, row and column. */
function secretCells(source: Snapshot, secrets: readonly Secret[]): readonly Tainted[] {
  return secrets.flatMap((secret) =>
    source.tables
      .filter((table) => table.sheet === secret.at.sheet && isTableOf(table.name, secret))
      .flatMap((table) =>
        table.rows.flatMap((cells, index) =>
          cells.flatMap((_, at): readonly Tainted[] => {
            const { row, column } = placeIn(table, index, at);
            const first = placeIn(table, index, 0);
            const mine = `${letters(first.column)}${String(first.row)}` === secret.at.cell;
            const counts = secret.columns?.some((label) => sameLabel(label, table.headers[at] ?? '')) ?? true;
            return mine && counts ? [{ sheet: table.sheet.toUpperCase(), row, column, secret }] : [];
          }),
        ),
      ),
  );
}

const sameLabel = (a: string, b: string): boolean => a.trim().toLowerCase() === b.trim().toLowerCase();
const isTableOf = (name: string, { entry }: Secret): boolean =>
  name.toLowerCase() === excelName(entry.table).toLowerCase();

const REFERENCE =
  /(?:(?:'((?:[^']|'')+)'|([\p{L}\p{N}_.]+))!)?\$?([A-Z]{1,3})\$?(\d{1,7})(?::\$?([A-Z]{1,3})\$?(\d{1,7}))?(?![\p{L}\d(])/gu;

/** The first tainted cell that a formula reads, by address, in a range, or through a column of a table. */
function readBy({ formula, sheet }: Omit<Computed, 'row' | 'column'>, tainted: readonly Tainted[]): Secret | null {
  const text = formula.toUpperCase();
  for (const [, quoted, bare, column = '', row = '', toColumn = column, toRow = row] of text.matchAll(REFERENCE)) {
    const on = (quoted ?? bare ?? sheet).replaceAll("''", "'").toUpperCase();
    const [left, right] = [columnNumber(column), columnNumber(toColumn)];
    const found = tainted.find(
      (cell) =>
        cell.sheet === on &&
        cell.row >= Math.min(Number(row), Number(toRow)) &&
        cell.row <= Math.max(Number(row), Number(toRow)) &&
        cell.column >= Math.min(left, right) &&
        cell.column <= Math.max(left, right),
    );
    if (found) return found.secret;
  }
  return tainted.map(({ secret }) => secret).find((secret) => readsTable(text, secret)) ?? null;
}

/** Whether a formula names a confidential column of a table, or a whole table that holds a confidential row. */
function readsTable(text: string, { entry, columns }: Secret): boolean {
  const name = excelName(entry.table).toUpperCase();
  if (!text.includes(name)) return false;
  const whole = new RegExp(`${name}(?![\\w[])|${name}\\[#`).test(text);
  const labels = columns ?? [...entry.cells.keys()];
  return (
    whole ||
    labels.some((label) => text.includes(`[${label.toUpperCase()}]`) || text.includes(`@${label.toUpperCase()}`))
  );
}

/** Names that stand for a secret: one that reads it, or a constant that tells it. */
function taintedNames(
  { names }: Snapshot,
  tainted: readonly Tainted[],
  secrets: readonly Secret[],
): ReadonlyMap<string, Secret> {
  const all = tellings(secrets);
  return new Map(
    names.flatMap(({ name, refersTo }): readonly (readonly [string, Secret])[] => {
      const constant = /^=\s*-?[\d.]+%?$/.test(refersTo) ? toldBy(`net ${refersTo.slice(1)}`, all) : null;
      const secret = constant?.telling.secret ?? readBy({ formula: refersTo, sheet: '' }, tainted);
      return secret ? [[name.toUpperCase(), secret]] : [];
    }),
  );
}

const WORD = /[\p{L}_\\][\p{L}\p{N}_.\\]*/gu;

/** Cells that depend on a secret, by sheet and address: "COSTS!G7". The confidential cells themselves are among them. */
export function computedFrom(source: Snapshot, secrets: readonly Secret[]): ReadonlyMap<string, Secret> {
  const computed = source.tables.flatMap((table) =>
    table.rows.flatMap((cells, index) =>
      cells.flatMap(({ formula }, at): readonly Computed[] =>
        formula === undefined ? [] : [{ ...placeIn(table, index, at), sheet: table.sheet, formula }],
      ),
    ),
  );
  let tainted = secretCells(source, secrets);
  let open: readonly Computed[] = computed;
  for (let more = tainted.length > 0; more;) {
    const names = taintedNames(source, tainted, secrets);
    const found = open.flatMap((cell): readonly (Tainted & { readonly cell: Computed })[] => {
      const named = names.size === 0 ? [] : [...cell.formula.toUpperCase().matchAll(WORD)].map(([word]) => word);
      const secret = readBy(cell, tainted) ?? named.map((word) => names.get(word)).find((each) => each !== undefined);
      return secret ? [{ sheet: cell.sheet.toUpperCase(), row: cell.row, column: cell.column, secret, cell }] : [];
    });
    const done = new Set(found.map(({ cell }) => cell));
    open = open.filter((cell) => !done.has(cell));
    tainted = [...tainted, ...found];
    more = found.length > 0;
  }
  return new Map(
    tainted.map(({ sheet, row, column, secret }) => [`${sheet}!${letters(column)}${String(row)}`, secret]),
  );
}
