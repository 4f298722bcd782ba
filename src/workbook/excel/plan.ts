/** Decides, before anything is written, where each sheet of a report goes. */
import type { Report, SheetSpec } from '../workbook';
import { freeSheetName, freeTableName, withSheetNames } from '../sheet-names';
import { Plain } from './errors';
import type { View } from './look';
import { isChanged, type Laid, type Own } from './own';

/** One sheet to be written, with the names it really gets. */
export interface Target {
  readonly spec: SheetSpec;
  /** The sheet of ours that is written again; null where one is added. */
  readonly own: Own | null;
  /** Tables of ours that lie there now. */
  readonly laid: readonly Laid[];
}

export interface Plan {
  readonly targets: readonly Target[];
  readonly names: Report['names'];
  /** Names of sheets that a user changed or protected, and that are kept. */
  readonly kept: readonly string[];
}

/** What the workbook holds now, as far as the plan needs it. */
export interface Standing {
  readonly view: View;
  readonly owns: readonly Own[];
  readonly laid: readonly Laid[];
}

/** Ours and unchanged, or named in `replace`, is written again, wherever it stands and whatever it is called; all else is left alone. */
export function planWrite(report: Report, { view, owns, laid }: Standing, replace: readonly string[]): Plan {
  const kept: string[] = [];
  const taken = view.sheets.map((sheet) => sheet.name);
  const renames = new Map<string, string>();
  const places = report.sheets.map((spec) => {
    const { own, name, held } = placeOf(spec, view, owns, replace.includes(spec.key));
    if (held !== null) kept.push(held);
    const given = name ?? freeSheetName(spec.name, taken);
    if (own === null) taken.push(given);
    if (given !== spec.name) renames.set(spec.name, given);
    return { spec, own };
  });
  if (view.locked && places.some(({ own }) => own === null)) {
    throw new Plain(
      'The structure of this workbook is protected, so no sheet can be added. Nothing was written. Remove the protection (Review, Protect Workbook), then try again.',
    );
  }
  const free = tableNames(
    view,
    laid,
    places.flatMap(({ own }) => (own === null ? [] : [own.id])),
  );
  const targets = places.map(({ spec, own }) => ({
    spec: renamed(spec, renames, free),
    own,
    laid: own === null ? [] : laid.filter((table) => table.sheetId === own.id),
  }));
  const names = report.names.map((name) => ({ ...name, sheet: renames.get(name.sheet) ?? name.sheet }));
  return { targets, names, kept };
}

interface Place {
  readonly own: Own | null;
  readonly name: string | null;
  readonly held: string | null;
}

/** A protected sheet is kept whatever is asked: its protection is the user's. */
function placeOf(spec: SheetSpec, view: View, owns: readonly Own[], replace: boolean): Place {
  const mark = view.marks.find((candidate) => candidate.key === spec.key);
  const id = view.sheets.find((sheet) => sheet.name === mark?.sheet)?.id;
  const own = owns.find((candidate) => candidate.id === id);
  if (mark === undefined || own === undefined) return { own: null, name: null, held: null };
  if (own.isProtected || (isChanged(mark, own) && !replace)) return { own: null, name: null, held: mark.sheet };
  return { own, name: mark.sheet, held: null };
}

/** Names of tables that stay taken: all but those that lie on sheets written again. */
function tableNames(view: View, laid: readonly Laid[], rewritten: readonly string[]): string[] {
  const ours = new Set(laid.filter((table) => rewritten.includes(table.sheetId)).map((table) => table.id));
  const names = view.names.map((name) => name.name);
  return [...view.tables.filter((table) => !ours.has(table.id)).map((table) => table.name), ...names];
}

/** A sheet that calls itself, and every sheet it refers to, by the names they have in this workbook. */
function renamed(spec: SheetSpec, renames: ReadonlyMap<string, string>, taken: string[]): SheetSpec {
  const follow = (formula: string): string => withSheetNames(formula, renames);
  const tables = spec.tables.map((table) => {
    const name = freeTableName(table.name, taken);
    taken.push(name);
    return { ...table, name };
  });
  return {
    ...spec,
    name: renames.get(spec.name) ?? spec.name,
    tables,
    cells: spec.cells.map((cell) => ({ ...cell, value: followed(cell.value, follow) })),
    conditions: spec.conditions.map((condition) => ({ ...condition, formula: follow(condition.formula) })),
    validations: spec.validations.map((validation) =>
      validation.rule.kind === 'range'
        ? { ...validation, rule: { kind: 'range' as const, refersTo: follow(validation.rule.refersTo) } }
        : validation,
    ),
  };
}

type Value = SheetSpec['cells'][number]['value'];

function followed(value: Value, follow: (formula: string) => string): Value {
  if (typeof value === 'string' || 'number' in value) return value;
  if ('formula' in value && value.theirs === true) return value;
  return 'formula' in value ? { ...value, formula: follow(value.formula) } : { ...value, link: follow(value.link) };
}
