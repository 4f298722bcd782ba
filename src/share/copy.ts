/**
 * A copy for the payer: a new workbook made from what may be shown, never the old one with things removed. Everything in
 * it is computed from public inputs alone, at list prices, so that nothing in it can depend on a secret; figures at net
 * prices are added on request, and only where no secret can be solved from them.
 */
import { assess, type Assessment } from '../assess';
import type { Run } from '../engine/figures';
import type { Entries } from '../inputs/entry';
import { readAssumptions } from '../inputs/read-assumptions';
import { buildReport } from '../outputs/report';
import { runModel } from '../run/run-model';
import type { Report, Snapshot } from '../workbook/workbook';
import { coverSheet } from './cover';
import { inputSheets } from './input-sheets';
import type { Leak } from './leak';
import { netByYear, netFigures, type NetFigure } from './net-figures';
import { publicSnapshot, shownTables, type ShownTable } from './public-snapshot';
import { secretsOf, unmarked, type Secret } from './secrets';
import type { LeftCell, Shared } from './shared';
import { solvedLeaks } from './solved';
import { typedLeaks } from './typed';

/** A model read, with what of it is secret. */
export interface Kept {
  readonly source: Snapshot;
  readonly entries: Entries;
  readonly run: Run;
  readonly secrets: readonly Secret[];
  /** Discounts, rebates and agreements that are not marked. */
  readonly unmarked: readonly LeftCell[];
}

/** The copy as it may be shown, before anything is computed. */
export interface Shown {
  readonly tables: readonly ShownTable[];
  readonly snapshot: Snapshot;
  /** The impact at net prices, year by year; none where none is asked for. */
  readonly net: readonly NetFigure[];
  /** Cells of the user's that hold a secret, or are computed from one; and what can be solved from net figures. */
  readonly leaks: readonly Leak[];
}

/** The copy to be written. */
export interface Laid {
  readonly report: Report;
  /** Names of the sheets in it that hold results. */
  readonly results: readonly string[];
  /** Why there are no results at list prices; empty where there are. */
  readonly without: string;
}

/** Reads a model and its secrets; null where the workbook has errors. */
export function keptOf(source: Snapshot): Kept | null {
  const { assumptions, entries } = readAssumptions(source);
  const run: Run | null = assumptions && runModel(assumptions).run;
  if (!run) return null;
  const secrets = secretsOf(entries, run);
  return { source, entries, run, secrets, unmarked: unmarked(entries) };
}

/** What of it may be shown, and what in that would give a secret away. */
export function shownOf({ source, entries, run, secrets }: Kept, shared: Shared): Shown {
  const net = shared.net.shown === 'none' ? [] : netByYear(run, secrets);
  const tables = shownTables(source, entries, secrets, shared);
  const leaks = [...solvedLeaks(net, secrets, shared), ...typedLeaks(source, entries, tables, secrets, shared)];
  return { tables, snapshot: publicSnapshot(tables), net, leaks };
}

/** Figures at list prices, from public inputs alone. */
export const listed = ({ snapshot }: Shown): Assessment => assess(snapshot);

/** Lays the copy out. */
export function laidOut(
  kept: Kept,
  { snapshot, net }: Shown,
  { results, findings }: Assessment,
  shared: Shared,
  now: string,
): Laid {
  const made = shared.results && results ? buildReport(results, now) : null;
  const title = kept.run.of.structure.assumptions.model.title || 'Budget impact';
  const sheets = made?.sheets ?? [];
  const missing = kept.secrets.find((secret) => secret.listPrice);
  const because = missing
    ? `the list ${missing.name} is itself confidential`
    : (findings.find((of) => of.severity === 'error')?.message ?? '');
  const without = !shared.results ? 'results were left out' : results ? '' : because;
  const taken = sheets.map((sheet) => sheet.name);
  return {
    report: {
      title,
      stamp: made?.stamp ?? '',
      language: 'en-GB',
      sheets: [
        coverSheet(title, kept.secrets.length, netFigures(net, shared.net), shared.net, without),
        ...sheets,
        ...inputSheets(snapshot, title, taken),
      ],
      names: made?.names ?? [],
      open: 'Payer copy',
    },
    results: taken,
    without,
  };
}
