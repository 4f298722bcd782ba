/** Names of the workbook: those of the report, and the marks of its sheets. */
import { markNames, quotedSheet, type Mark } from '../mark';
import type { NameSpec } from '../workbook';
import { columnLetters } from './a1';

/** Sets names, knowing which of them exist. */
export interface Names {
  readonly put: (name: string, refersTo: string, hidden?: boolean) => void;
}

export function namesOf(context: Excel.RequestContext, existing: Iterable<string>): Names {
  const known = new Set([...existing].map((name) => name.toLowerCase()));
  const { names } = context.workbook;
  return {
    put: (name, refersTo, hidden = false) => {
      if (known.has(name.toLowerCase())) {
        names.getItem(name).formula = refersTo;
        return;
      }
      known.add(name.toLowerCase());
      const item = names.add(name, refersTo);
      if (hidden) item.visible = false;
    },
  };
}

export function putMark(names: Names, mark: Mark): void {
  for (const { name, refersTo } of markNames(mark)) names.put(name, refersTo, true);
}

/** "='Prices'!$B$7:$B$12". */
export function nameFormula({ sheet, range: { from, to } }: NameSpec): string {
  const corner = ([row, column]: readonly [number, number]): string => `$${columnLetters(column)}$${String(row)}`;
  const first = corner(from);
  const last = corner(to);
  return `=${quotedSheet(sheet)}!${first === last ? first : `${first}:${last}`}`;
}
