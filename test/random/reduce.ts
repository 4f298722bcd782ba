/** Makes a failing workbook small: tables, rows, columns and cells are taken away as long as it still fails. */
import type { PlainTable } from '../second/sheet';

type Tables = readonly PlainTable[];

const withoutRow = (tables: Tables, t: number, r: number): Tables =>
  tables.map((table, i) => (i !== t ? table : { ...table, rows: table.rows.filter((_, j) => j !== r) }));
const withoutColumn = (tables: Tables, t: number, c: number): Tables =>
  tables.map((table, i) =>
    i !== t
      ? table
      : {
          ...table,
          headers: table.headers.filter((_, j) => j !== c),
          rows: table.rows.map((row) => row.filter((_, j) => j !== c)),
        },
  );
const withCell = (tables: Tables, t: number, r: number, c: number, value: string | number | null): Tables =>
  tables.map((table, i) =>
    i !== t
      ? table
      : {
          ...table,
          rows: table.rows.map((row, j) => (j !== r ? row : row.map((cell, k) => (k === c ? value : cell)))),
        },
  );

/** Every workbook that is one step smaller. */
function* smaller(tables: Tables): Generator<Tables> {
  for (const t of tables.keys()) yield tables.filter((_, i) => i !== t);
  for (const [t, table] of tables.entries()) for (const r of table.rows.keys()) yield withoutRow(tables, t, r);
  for (const [t, table] of tables.entries()) for (const c of table.headers.keys()) yield withoutColumn(tables, t, c);
  for (const [t, table] of tables.entries())
    for (const [r, row] of table.rows.entries())
      for (const [c, cell] of row.entries()) {
        if (cell !== null) yield withCell(tables, t, r, c, null);
        if (typeof cell === 'number' && cell !== 1) yield withCell(tables, t, r, c, 1);
      }
}

/** The smallest workbook found that still fails; at most `tries` are tried. */
export const reduced = (tables: Tables, fails: (tables: Tables) => boolean, tries = 4000): Tables => {
  let best = tables;
  for (let left = tries; left > 0;) {
    const next = [...smaller(best)].slice(0, left).find((candidate) => {
      left--;
      return fails(candidate);
    });
    if (next === undefined) return best;
    best = next;
  }
  return best;
};

/** A workbook to read: tables with their rows. */
export const shown = (tables: Tables): string =>
  tables
    .map(({ table, headers, rows }) =>
      [table, headers.join(' | '), ...rows.map((row) => row.map((cell) => String(cell ?? '')).join(' | '))].join(
        '\n  ',
      ),
    )
    .join('\n');
