/**
 * Names that tables share: technologies, subgroups, steps, price items. A name typed elsewhere is found whatever its
 * case and blanks, and then written as it stands in the table that defines it.
 */
import { rowsOf, textOf, type Entries } from './entry';
import type { TextField } from './field';
import type { Kind, Names } from './kinds';
import { ALL, folded, isAll } from './labels';
import type { Table } from './table';
import { population } from './tables/population';
import { prices } from './tables/prices';
import { resources } from './tables/resources';
import { TASK, tasks } from './tables/tasks';
import { technologies } from './tables/technologies';
import { tests } from './tables/tests';
import { waves } from './tables/waves';

/** Where each kind of name is defined. */
export const DEFINED: Readonly<Record<Kind, { readonly table: Table; readonly label: string }>> = {
  technology: { table: technologies, label: 'Technology' },
  subgroup: { table: population, label: 'Subgroup' },
  step: { table: population, label: 'Step' },
  'price item': { table: prices, label: 'Item' },
  wave: { table: waves, label: 'Wave' },
  resource: { table: resources, label: 'Resource' },
  test: { table: tests, label: 'Test' },
};

export const isKind = (list: TextField['list']): list is Kind => list !== undefined && list in DEFINED;

function definedNames(entries: Entries, kind: Kind): ReadonlyMap<string, string> {
  const { table, label } = DEFINED[kind];
  const field = table.fields.find((known) => known.label === label);
  const names = new Map<string, string>();
  for (const entry of field ? rowsOf(entries, table) : []) {
    const name = field ? textOf(entry, field) : '';
    if (!isAll(name) && !names.has(folded(name))) names.set(folded(name), name);
  }
  return names;
}

export function namesIn(entries: Entries): Names {
  const kinds = new Map((Object.keys(DEFINED) as Kind[]).map((kind) => [kind, definedNames(entries, kind)]));
  const lists = new Map([...kinds].map(([kind, names]) => [kind, [...names.values()]]));
  const spelling = (kind: Kind, typed: string): string =>
    kinds.get(kind)?.get(folded(typed)) ?? (isAll(typed) && typed !== '' ? ALL : typed);
  return {
    of: (kind) => lists.get(kind) ?? [],
    spelling,
    knows: (kind, typed) => kinds.get(kind)?.has(folded(typed)) ?? false,
    tasks: rowsOf(entries, tasks).map((entry) => textOf(entry, TASK.id)),
  };
}
