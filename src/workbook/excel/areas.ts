/** Cells that share something, gathered into as few rectangles as a simple sweep finds. */
import type { CellSpec, RangeSpec } from '../workbook';
import { rangeAddress } from './a1';

/** Longest list of areas in one call: the limit of Excel's own Range("…"), assumed to hold for getRanges too. */
const LONGEST_ADDRESS = 255;

/** Groups cells by a key; cells without one (null) are left out. A merged cell counts in its whole width. */
export function areasBy(
  cells: readonly CellSpec[],
  key: (cell: CellSpec) => string | null,
): ReadonlyMap<string, readonly RangeSpec[]> {
  const groups = new Map<string, CellSpec[]>();
  for (const cell of cells) {
    const name = key(cell);
    if (name === null) continue;
    const members = groups.get(name);
    if (members === undefined) groups.set(name, [cell]);
    else members.push(cell);
  }
  return new Map([...groups].map(([name, members]) => [name, rectangles(members)]));
}

/** Runs along each row, then runs of the same width stacked upon each other. */
function rectangles(cells: readonly CellSpec[]): readonly RangeSpec[] {
  const open = new Map<string, RangeSpec>();
  const done: RangeSpec[] = [];
  for (const run of rowRuns(cells)) {
    const columns = `${String(run.from[1])}:${String(run.to[1])}`;
    const above = open.get(columns);
    if (above === undefined) open.set(columns, run);
    else if (above.to[0] === run.from[0] - 1) open.set(columns, { from: above.from, to: run.to });
    else {
      done.push(above);
      open.set(columns, run);
    }
  }
  return [...done, ...open.values()].sort((a, b) => a.from[0] - b.from[0] || a.from[1] - b.from[1]);
}

function rowRuns(cells: readonly CellSpec[]): readonly RangeSpec[] {
  const runs: RangeSpec[] = [];
  for (const cell of [...cells].sort((a, b) => a.row - b.row || a.column - b.column)) {
    const last = runs.at(-1);
    const end = cell.column + (cell.span ?? 1) - 1;
    if (last?.to[0] === cell.row && last.to[1] === cell.column - 1)
      runs[runs.length - 1] = { from: last.from, to: [cell.row, end] };
    else runs.push({ from: [cell.row, cell.column], to: [cell.row, end] });
  }
  return runs;
}

/** Lists of areas, "B2:C3,E5", each short enough for one call. */
export function addressLists(areas: readonly RangeSpec[]): readonly string[] {
  const lists: string[] = [];
  for (const area of areas) {
    const address = rangeAddress(area);
    const last = lists.at(-1);
    if (last !== undefined && last.length + address.length < LONGEST_ADDRESS)
      lists[lists.length - 1] = `${last},${address}`;
    else lists.push(address);
  }
  return lists;
}
