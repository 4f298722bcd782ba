/** Rows of an example written as they look in a table: cells parted by bars, blanks left out. */
import type { ExampleRow, ExampleSource } from './example';

const cellsOf = (line: string): readonly string[] => line.split('|').map((cell) => cell.trim());

/** `headers` and each line have as many cells. */
export function rows(headers: string, ...lines: readonly string[]): readonly ExampleRow[] {
  const names = cellsOf(headers);
  return lines.map((line) => {
    const cells = cellsOf(line);
    if (cells.length !== names.length) throw new Error(`${String(cells.length)} cells under ${headers}: ${line}`);
    return Object.fromEntries(names.flatMap((name, n) => (cells[n] ? [[name, cells[n]] as const] : [])));
  });
}

const KINDS = ['published', 'derived', 'assumption'] as const;

/** Figure | value | published, derived or assumption | source or reason. */
export const sources = (...lines: readonly string[]): readonly ExampleSource[] =>
  lines.map((line) => {
    const [figure = '', value = '', kind = '', source = ''] = cellsOf(line);
    const known = KINDS.find((word) => word === kind);
    if (known === undefined) throw new Error(`${kind} is no kind of source: ${line}`);
    return { figure, value, kind: known, source };
  });
