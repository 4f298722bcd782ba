/** Where each sheet of a report goes, and under which names, before anything is written. */
import { freeSheetName, freeTableName, withSheetNames } from '../sheet-names';
import type { OwnedSheet, Report, SheetSpec, WrittenValue } from '../workbook';

/** One sheet to write: `replaces` is the name of the unchanged sheet of ours that it stands in for. */
export interface Target {
  readonly spec: SheetSpec;
  readonly name: string;
  readonly replaces: string | null;
}
/** The whole write. `kept` names sheets of ours that a user had changed. */
export interface Plan {
  readonly targets: readonly Target[];
  readonly kept: readonly string[];
  readonly names: Report['names'];
}

/** What stands in the workbook now. */
export interface Standing {
  readonly sheets: readonly string[];
  readonly tables: readonly { readonly name: string; readonly sheet: string }[];
  readonly owned: readonly OwnedSheet[];
}

function followed(value: WrittenValue, follow: (text: string) => string): WrittenValue {
  if (typeof value === 'string' || 'number' in value) return value;
  if ('formula' in value && value.theirs === true) return value;
  return 'formula' in value ? { ...value, formula: follow(value.formula) } : { ...value, link: follow(value.link) };
}

/** A sheet under the names it got: what refers to it follows. */
function renamed(spec: SheetSpec, follow: (text: string) => string, tables: string[]): SheetSpec {
  return {
    ...spec,
    tables: spec.tables.map((table) => {
      const name = freeTableName(table.name, tables);
      tables.push(name);
      return { ...table, name };
    }),
    cells: spec.cells.map((cell) => ({ ...cell, value: followed(cell.value, follow) })),
    conditions: spec.conditions.map((condition) => ({ ...condition, formula: follow(condition.formula) })),
    validations: spec.validations.map((entry) =>
      entry.rule.kind === 'range'
        ? { ...entry, rule: { kind: 'range', refersTo: follow(entry.rule.refersTo) } }
        : entry,
    ),
  };
}

/** A number that no cell can hold is a fault of ours, found before anything is written. */
function refuseImpossible(report: Report): void {
  for (const sheet of report.sheets) {
    const wrong = sheet.cells.find(
      ({ value }) => typeof value !== 'string' && 'number' in value && !Number.isFinite(Number(value.number)),
    );
    if (wrong !== undefined)
      throw new Error(`A figure of the sheet “${sheet.name}” is too large for a cell. Nothing was written.`);
  }
}

/** Unchanged sheets of ours, and those named in `replace`, are replaced where they stand; all else is left alone. */
export function planReport(report: Report, standing: Standing, replace: readonly string[]): Plan {
  refuseImpossible(report);
  const taken = [...standing.sheets];
  const renames = new Map<string, string>();
  const kept: string[] = [];
  const places = report.sheets.map((spec) => {
    const ours = standing.owned.filter((sheet) => sheet.key === spec.key);
    const replaces = ours.find((sheet) => !sheet.changed || replace.includes(sheet.key))?.name ?? null;
    if (replaces === null) kept.push(...ours.map((sheet) => sheet.name));
    const name = replaces ?? freeSheetName(spec.name, taken);
    if (replaces === null) taken.push(name);
    if (name !== spec.name) renames.set(spec.name, name);
    return { spec, name, replaces };
  });
  const gone = new Set(places.map((place) => place.replaces));
  const tables = standing.tables.filter((table) => !gone.has(table.sheet)).map((table) => table.name);
  const follow = (text: string): string => withSheetNames(text, renames);
  return {
    targets: places.map((place) => ({ ...place, spec: renamed(place.spec, follow, tables) })),
    kept,
    names: report.names.map((name) => ({ ...name, sheet: renames.get(name.sheet) ?? name.sheet })),
  };
}
