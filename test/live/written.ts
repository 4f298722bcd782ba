/** Live models of the published cases and of random ones, and how their recalculated figures are compared. */
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assessLive, type LiveOptions } from '../../src/assess';
import type { LiveModel } from '../../src/engine/readings/live/document';
import { columnName } from '../../src/engine/readings/live/references';
import { liveReport } from '../../src/outputs/live-report';
import type { Report } from '../../src/workbook/workbook';
import { openXlsx } from '../../src/workbook/xlsx';
import type { Sheets } from '../libreoffice/batch';

const CASES = path.join(__dirname, '../published');

/** Published cases that have a model. */
export const CASE_NAMES: readonly string[] = readdirSync(CASES).filter((name) =>
  existsSync(path.join(CASES, name, 'model.xlsx')),
);
/** Worked cases of value realisation that are written in full within seconds; LIVE_CASES=all takes every one. */
export const REALISED_NAMES: readonly string[] = (
  process.env.LIVE_CASES === 'all'
    ? readdirSync(path.join(CASES, 'realisation')).filter((name) => !name.includes('.'))
    : ['micro_example', 'horizon_register']
).map((name) => `realisation/${name}`);
export const modelOf = (name: string): Uint8Array => readFileSync(path.join(CASES, name, 'model.xlsx'));

/** A workbook with its live model, and what was written. */
export interface Written {
  readonly live: LiveModel;
  readonly report: Report;
  readonly bytes: Uint8Array;
}

/** Writes the live model into a workbook; null where the model has no figures. */
export async function writeLive(model: Uint8Array, options: LiveOptions = {}): Promise<Written | null> {
  const workbook = await openXlsx(model);
  const { live, results } = assessLive(await workbook.read(), options);
  if (!live || !results) return null;
  const report = liveReport(results, live, '1 Jan 2026 12:00');
  await workbook.write(report);
  return { live, report, bytes: await workbook.bytes() };
}

/** A figure that differs: its block, its row and its period (from 0). */
export interface Differs {
  readonly block: string;
  readonly row: number;
  readonly period: number;
  readonly said: string;
}

/** Differences of recalculated sheets from a live model's figures. */
export interface Compared {
  readonly largest: number;
  readonly where: string;
  readonly compared: number;
  /** The first figures that differ, in the order of the model: what the others rest on. */
  readonly first: readonly Differs[];
}

/** Figures below this are what 40 digits leave of a difference that is 0: a third times three is 1 less 1e-40. */
const NOTHING = 1e-25;

/** Formulas without a choice: what they give is no surer than what they are made from. */
const PLAIN = /^=[-+*/^(),:$!'A-Za-z0-9 ]*$/;
/** A quotient that is nothing where it would divide by nothing is a quotient. */
const [GUARDED, QUOTIENT] = [/^=IF\(([^,()=]+)=0,0,(.*)\/\1\)$/, '=$2/$1'];
const [CHOOSES, FACTORS] = [/\b(?!SUM\()[A-Z]+\(/, /[*/^]/];
const CELL = /(?:('(?:[^']|'')+'|[A-Za-z][\w.]*)!)?\$?([A-Z]{1,3})\$?(\d+)(?::\$?([A-Z]{1,3})\$?(\d+))?/g;

/** The size of the largest total that a cell is the sum or the difference of; a product is as loose as its factors are. */
function totalsOf(live: LiveModel, sheets: Sheets): (sheet: string, address: string) => number {
  const formulas = new Map(
    live.sheets.flatMap(({ sheet, blocks }) =>
      blocks.flatMap(({ rows }) =>
        rows.flatMap(({ row, cells }) =>
          cells.map((cell) => [`${sheet}!${columnName(cell.column)}${String(row)}`, cell.formula ?? ''] as const),
        ),
      ),
    ),
  );
  const size = (sheet: string, address: string, depth: number): number => {
    const value = Math.abs(Number(sheets[sheet]?.[address] ?? 0)) || 0;
    const formula = (formulas.get(`${sheet}!${address}`) ?? '').replace(GUARDED, QUOTIENT);
    if (depth === 0 || !PLAIN.test(formula) || CHOOSES.test(formula)) return value;
    const product = FACTORS.test(formula);
    const parts = [...formula.matchAll(CELL)].flatMap(([, named, column = '', row = '', , last]) =>
      Array.from({ length: Math.max(1, Number(last ?? row) - Number(row) + 1) }, (_, n) => {
        const [there, cell] = [named?.replace(/^'|'$/g, '') ?? sheet, `${column}${String(Number(row) + n)}`];
        const [own, of] = [Math.abs(Number(sheets[there]?.[cell] ?? 0)) || 0, size(there, cell, depth - 1)];
        if (!product) return of;
        return own === 0 ? 0 : (value * of) / own;
      }),
    );
    return Math.max(value, ...parts);
  };
  return (sheet, address) => size(sheet, address, 6);
}

/** Compares every written figure, relative to the larger of the largest of its block and the totals it is made from. */
export function compare(live: LiveModel, sheets: Sheets): Compared {
  let [largest, where, compared] = [0, '', 0];
  const first: Differs[] = [];
  const totals = totalsOf(live, sheets);
  for (const { sheet, blocks } of live.sheets) {
    const found = sheets[sheet] ?? {};
    for (const block of blocks) {
      const cellsIn = block.rows.flatMap((row) => row.cells);
      const scale = cellsIn.reduce((most, cell) => Math.max(most, Math.abs(Number(cell.value)) || 0), NOTHING);
      for (const row of block.rows) {
        for (const cell of row.cells) {
          const address = `${columnName(cell.column)}${String(row.row)}`;
          const value = found[address] ?? 0;
          const off =
            value === cell.value ? 0 : typeof value === 'number' ? Math.abs(value - Number(cell.value)) : Infinity;
          const difference = off <= 1e-9 * scale ? off / scale : off / Math.max(scale, totals(sheet, address));
          compared += 1;
          const said = `${sheet} ${block.name} ${row.labels.join(' · ')} ${address}: ${String(value)} for ${cell.value} by ${cell.formula ?? 'number'}`;
          if (!(difference <= 1e-9) && first.length < 5)
            first.push({ block: block.name, row: block.rows.indexOf(row), period: row.cells.indexOf(cell), said });
          if (!(difference <= largest)) [largest, where] = [difference, said];
        }
      }
    }
  }
  return { largest, where, compared, first };
}

/** Cells of the other sheets (results, flat tables, chart data, checks) that do not recalculate to what they show. */
export function otherCells(report: Report, sheets: Sheets): readonly string[] {
  return report.sheets.flatMap(({ name, purpose, cells }) => {
    const largest = cells.reduce((most, { value }) => Math.max(most, Math.abs(numberOf(value)) || 0), 1e-300);
    return cells.flatMap(({ row, column, value }) => {
      if (purpose === 'calculation' || typeof value !== 'object' || !('formula' in value)) return [];
      const shown = typeof value.cached === 'string' ? value.cached : Number(value.cached.number);
      // What is empty or nothing is left out of what LibreOffice tells.
      const found = sheets[name]?.[`${columnName(column)}${String(row)}`] ?? (typeof shown === 'string' ? '' : 0);
      const same =
        typeof shown === 'number' && typeof found === 'number'
          ? Math.abs(found - shown) <= 1e-9 * largest
          : found === shown;
      return same
        ? []
        : [`${name}!${columnName(column)}${String(row)}: ${String(found)} for ${String(shown)} by ${value.formula}`];
    });
  });
}

/** Sheets of results that follow the cells. */
const FOLLOW = ['Summary', 'Annual', 'Patients', 'Realised', 'Gates', 'Bridge', 'Parts', 'Register'];

/** Formulas of the result sheets, recalculated after an edit, against the report of a rerun of the engine. */
export function resultsAfter(
  written: Report,
  rerun: Report,
  sheets: Sheets,
): { readonly compared: number; readonly wrong: readonly string[] } {
  const wrong: string[] = [];
  let compared = 0;
  for (const { name, cells } of written.sheets.filter((sheet) => FOLLOW.includes(sheet.name))) {
    const again = new Map(
      (rerun.sheets.find((sheet) => sheet.name === name)?.cells ?? []).map((cell) => [
        `${columnName(cell.column)}${String(cell.row)}`,
        cell.value,
      ]),
    );
    const largest = [...again.values()].reduce((most, value) => Math.max(most, Math.abs(numberOf(value)) || 0), 1e-300);
    for (const { row, column, value } of cells) {
      const at = `${columnName(column)}${String(row)}`;
      const wanted = again.get(at);
      if (!isFigure(value) || wanted === undefined || !isFigure(wanted)) continue;
      const found = sheets[name]?.[at] ?? 0;
      compared += 1;
      if (typeof found !== 'number' || Math.abs(found - numberOf(wanted)) > 1e-9 * largest)
        wrong.push(`${name}!${at}: ${String(found)} for ${String(numberOf(wanted))} by ${value.formula}`);
    }
  }
  return { compared, wrong };
}

type Value = Report['sheets'][number]['cells'][number]['value'];

/** A formula that gives a number. */
const isFigure = (value: Value): value is Extract<Value, { readonly formula: string }> =>
  typeof value === 'object' && 'formula' in value && typeof value.cached === 'object';

function numberOf(value: Value): number {
  if (typeof value !== 'object') return 0;
  if ('number' in value) return Number(value.number);
  return 'formula' in value && typeof value.cached === 'object' ? Number(value.cached.number) : 0;
}

/** Blocks of another writing of the model, each where this one put it: the same rows, with other figures. */
export function atPlacesOf(live: LiveModel, again: LiveModel): LiveModel {
  const figures = (sheet: LiveModel['sheets'][number]): LiveModel['sheets'][number]['blocks'] =>
    sheet.blocks.filter((block) => !/^Live less/.test(block.name));
  const places = new Map(live.sheets.flatMap((sheet) => figures(sheet).map((block) => [block.name, block] as const)));
  return {
    ...again,
    sheets: again.sheets.map((sheet) => ({
      ...sheet,
      blocks: figures(sheet).flatMap((block) => {
        const there = places.get(block.name);
        return there?.rows.length === block.rows.length
          ? [{ ...block, rows: block.rows.map((row, at) => ({ ...row, row: there.rows[at]?.row ?? 0 })) }]
          : [];
      }),
    })),
  };
}
