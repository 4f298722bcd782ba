/** Writing a report: one look, one plan, and then as few loads as its size allows. */
import { contentHash, plain } from '../mark';
import type { CellSpec, Report, SheetSpec, Writing, Written } from '../workbook';
import { cellAddress } from './a1';
import { contentOf, contentOfSpec, type Used } from './content';
import { describeCharts } from './descriptions';
import { Plain } from './errors';
import { look, type View } from './look';
import { nameFormula, namesOf, putMark, type Names } from './names';
import { askOwn, beyond, recall, type Memory } from './own';
import { planWrite, type Plan } from './plan';
import { preflight } from './preflight';
import type { Session } from './session';
import { sheetSteps } from './sheet';
import { carryOut, step, type Step } from './steps';
import { expected } from './text';

/** How far a write has come, for the sentence that is shown when it fails. */
export interface Progress {
  /** Sheets that a load already sent began to write. */
  begun: string[];
  /** Sheets that are wholly written. */
  finished: string[];
}

/** What is to be written, and how. `memory` spares a round trip where our sheets were met before. */
export interface Task {
  readonly report: Report;
  readonly how: Writing;
  readonly memory: Memory;
}

/** Writes all sheets of a report. */
export async function writeReport(
  session: Session,
  { report, how, memory }: Task,
  progress: Progress,
): Promise<{ written: Written; met: Memory }> {
  report.sheets.forEach(preflight);
  const { plan, view } = await prepare(session, report, memory, how.replace ?? []);
  how.signal?.throwIfAborted();
  const names = namesOf(
    session.context,
    view.names.map((name) => name.name),
  );
  const asked: Asked[] = [];
  const steps = plan.targets.flatMap((target): Step[] => {
    const { spec } = target;
    const [first, ...rest] = sheetSteps(session.context, target, names, report.stamp);
    if (first === undefined) return [];
    const begin = step(first.bytes, () => {
      progress.begun.push(spec.name);
      first.queue();
    });
    return [
      begin,
      ...rest,
      step(contentBytes(spec), () => {
        asked.push(askBack(session.context, spec));
      }),
    ];
  });
  const named = plan.names.map((name) =>
    step(300, () => {
      names.put(name.name, nameFormula(name));
    }),
  );
  await carryOut(session, [...steps, ...named], () => {
    progress.finished = asked.map((one) => one.spec.name);
  });
  const found = asked.map(takeBack);
  await settle(session, report, found, names);
  await describeCharts(
    session,
    plan.targets.map((target) => target.spec),
  );
  const sheets = plan.targets.map(({ spec }) => ({ key: spec.key, name: spec.name, cells: spec.cells.length }));
  return { written: { sheets, kept: plan.kept }, met: metBy(plan, view, found) };
}

/** What the next write may ask for at once: the sheets just written, and every table that still exists. */
function metBy(plan: Plan, view: View, found: readonly Check[]): Memory {
  const before = new Set(plan.targets.flatMap(({ laid }) => laid.map((table) => table.id)));
  return {
    sheets: found.map(({ sheetId }) => sheetId),
    tables: [...recall(view).tables.filter((id) => !before.has(id)), ...found.flatMap(({ tableIds }) => tableIds)],
  };
}

/** The first round trip; a second one only where our sheets are met for the first time. */
async function prepare(
  session: Session,
  report: Report,
  memory: Memory,
  replace: readonly string[],
): Promise<{ plan: Plan; view: View }> {
  const met = askOwn(session.context, memory);
  const view = await look(session);
  const { owns, laid } = met();
  const ours = recall(view);
  const fresh = beyond(ours, memory);
  if (ours.sheets.length > 0 && fresh.sheets.length + fresh.tables.length > 0) {
    const more = askOwn(session.context, fresh);
    await session.send();
    const answer = more();
    owns.push(...answer.owns);
    laid.push(...answer.laid);
  }
  return { plan: planWrite(report, { view, owns, laid }, replace), view };
}

/** What a written sheet turned out to hold. */
interface Check {
  readonly spec: SheetSpec;
  readonly hash: string;
  readonly faults: readonly string[];
  readonly sheetId: string;
  readonly tableIds: readonly string[];
}

/** Reading back costs an answer about as large as the request. */
const contentBytes = (spec: SheetSpec): number => spec.cells.length * 20;

interface Asked {
  readonly spec: SheetSpec;
  readonly sheet: Excel.Worksheet;
  readonly tables: Excel.TableCollection;
  readonly used: Excel.Range;
  /** Texts that begin as formulas do: `formulas` gives both alike, only the value tells. */
  readonly tempting: readonly (readonly [cell: CellSpec, range: Excel.Range])[];
}

function askBack(context: Excel.RequestContext, spec: SheetSpec): Asked {
  const sheet = context.workbook.worksheets.getItem(spec.name);
  sheet.load('id');
  const { tables } = sheet;
  tables.load('items/id');
  const used = sheet.getUsedRangeOrNullObject(true);
  used.load('formulas,rowIndex,columnIndex');
  const tempting = spec.cells.flatMap((cell) => {
    if (isFormula(cell) || !String(expected(cell.value)).startsWith('=')) return [];
    const range = sheet.getRange(cellAddress(cell.row, cell.column));
    range.load('values');
    return [[cell, range] as const];
  });
  return { spec, sheet, tables, used, tempting };
}

function takeBack({ spec, sheet, tables, used, tempting }: Asked): Check {
  const { hash, faults } = compare(spec, used.isNullObject ? { formulas: [], rowIndex: 0, columnIndex: 0 } : used);
  const computed = tempting
    .filter(([cell, range]) => range.values[0]?.[0] !== expected(cell.value))
    .map(([cell]) => `${spec.name}!${cellAddress(cell.row, cell.column)}`);
  return {
    spec,
    hash,
    faults: [...faults, ...computed],
    sheetId: sheet.id,
    tableIds: tables.items.map((table) => table.id),
  };
}

const isFormula = ({ value }: CellSpec): boolean => typeof value === 'object' && 'formula' in value;

/** Addresses of cells that Excel did not keep as written: above all, text that became a formula. */
function compare(spec: SheetSpec, used: Used): Pick<Check, 'hash' | 'faults'> {
  const content = contentOf(used);
  const found = new Map(content.map((cell) => [cellAddress(cell.row, cell.column), cell.content]));
  const faults = spec.cells
    .map((cell) => [cell, cellAddress(cell.row, cell.column)] as const)
    .filter(([cell, address]) => !isAsWritten(cell, found.get(address) ?? ''))
    .map(([, address]) => `${spec.name}!${address}`);
  return { hash: contentHash(content), faults };
}

/** Formulas may come back in other words (Excel drops quotes and a leading plus); text and numbers may not. */
function isAsWritten(cell: CellSpec, found: string | number | boolean): boolean {
  if (isFormula(cell)) return typeof found === 'string' && found.startsWith('=');
  return plain(expected(cell.value)) === plain(found);
}

/** Refuses where content was lost; puts right the marks of sheets whose formulas Excel worded otherwise. */
async function settle(session: Session, report: Report, found: readonly Check[], names: Names): Promise<void> {
  const faults = found.flatMap((one) => one.faults);
  if (faults.length > 0) {
    throw new Plain(
      `All sheets were written, but Excel did not keep ${String(faults.length)} cells as they were given, first ${faults[0] ?? ''}. ` +
        'The results in the pane are right; do not use those cells. Your own sheets were not touched.',
    );
  }
  const reworded = found.filter(({ spec, hash }) => hash !== hashOfSpec(spec));
  if (reworded.length === 0) return;
  for (const { spec, hash } of reworded) putMark(names, { key: spec.key, sheet: spec.name, stamp: report.stamp, hash });
  await session.send();
}

const hashOfSpec = (spec: SheetSpec): string => contentHash(contentOfSpec(spec));
