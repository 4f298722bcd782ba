/**
 * A copy for the payer: a new workbook made from what may be shown, never the old one with things removed. Everything in
 * it is computed from public inputs alone, at list prices, so that nothing in it can depend on a secret; figures at net
 * prices are added on request, and only where no secret can be solved from them.
 */
import type { Decimal } from 'decimal.js';
import { assess } from '../assess';
import type { Run } from '../engine/figures';
import { Exact } from '../engine/readings/decimals';
import { readAssumptions } from '../inputs/read-assumptions';
import { buildReport } from '../outputs/report';
import { runModel } from '../run/run-model';
import type { Report, Snapshot } from '../workbook/workbook';
import { computedFrom } from './computed';
import { coverSheet } from './cover';
import { solvableFrom } from './infer';
import { inputSheets } from './input-sheets';
import { netFigures, type Net } from './net-figures';
import { publicSnapshot } from './public-snapshot';
import { typedNumbers, type Leak } from './search';
import { secretsOf, type Secret } from './secrets';

/** What goes into the copy. */
export interface Shared {
  readonly sources: boolean;
  readonly results: boolean;
  readonly delivery: boolean;
  readonly net: Net;
}
/** What is done where a secret could be solved: bands wide enough, the years added up, or the net figures left out. */
export type Remedy = 'band' | 'aggregate' | 'leave out';
export const REMEDIES: readonly Remedy[] = ['band', 'aggregate', 'leave out'];

/** The copy to be written, and what would give a secret away. */
export interface Copy {
  readonly report: Report;
  readonly secrets: readonly Secret[];
  /** Secrets that can be solved from the net figures. With any of these nothing is written. */
  readonly solved: readonly Leak[];
  /** Cells of the user's that hold a secret, or are computed from one. */
  readonly typed: readonly Leak[];
  readonly net: Net;
  /** Why there are no results at list prices; empty where there are. */
  readonly without: string;
}

const DELIVERY = /^BIM_(Tasks|Waves|Resources|Outcomes|Parts|Actuals|Horizon|Phases)$/i;

/** Makes the copy; null where the workbook has errors. */
export function copyOf(snapshot: Snapshot, shared: Shared, now: string): Copy | null {
  const { assumptions, entries } = readAssumptions(snapshot);
  const run: Run | null = assumptions && runModel(assumptions).run;
  if (!run) return null;
  const secrets = secretsOf(entries, run);
  const shown = publicSnapshot(snapshot, entries, secrets, { sources: !shared.sources });
  const open: Snapshot = shared.delivery
    ? shown
    : { ...shown, tables: shown.tables.filter((table) => !DELIVERY.test(table.name)) };
  const { results, findings } = assess(open);
  const figures = netFigures(run, secrets, shared.net);
  const solved = secrets.flatMap((secret, unknown): readonly Leak[] => {
    const from = solvableFrom(figures, unknown);
    return from
      ? [{ secret: secret.name, place: 'Sums that give it away', at: from.map((of) => of.name).join(', ') }]
      : [];
  });
  const made = shared.results && results ? buildReport(results, now) : null;
  const title = run.of.structure.assumptions.model.title || 'Budget impact';
  const sheets = made?.sheets ?? [];
  const missing = secrets.find((secret) => secret.listPrice);
  const because = missing
    ? `the list ${missing.name} is itself confidential`
    : (findings.find((of) => of.severity === 'error')?.message ?? '');
  const without = !shared.results ? 'results were left out' : results ? '' : because;
  return {
    report: {
      title,
      stamp: made?.stamp ?? '',
      language: 'en-GB',
      sheets: [
        coverSheet(title, secrets.length, figures, shared.net, without),
        ...sheets,
        ...inputSheets(
          open,
          title,
          sheets.map((sheet) => sheet.name),
        ),
      ],
      names: made?.names ?? [],
      open: 'Payer copy',
    },
    secrets,
    solved,
    typed: [...computedFrom(snapshot, open.tables, secrets), ...typedNumbers(open.tables, secrets)],
    net: shared.net,
    without,
  };
}

/** Bands that are tried: 1, 2 and 5 times powers of ten. */
function widerBand(band: Decimal): Decimal {
  if (band.isZero()) return new Exact(100_000);
  const lead = band.div(new Exact(10).pow(band.log(10).floor()));
  return lead.lt('1.5') ? band.times(2) : lead.lt(3) ? band.times('2.5') : band.times(2);
}

const WIDEST = new Exact('1e12');

/** Makes the copy again with a remedy until nothing can be solved; bands grow, and what cannot be banded is left out. */
export function remedied(snapshot: Snapshot, shared: Shared, remedy: Remedy, now: string): Copy | null {
  let asked = shared;
  let made = copyOf(snapshot, asked, now);
  while (made && made.solved.length > 0) {
    const { shown, band } = asked.net;
    const net: Net =
      remedy === 'leave out' || (remedy === 'aggregate' && shown === 'total') || band.gte(WIDEST)
        ? { shown: 'none', band: new Exact(0) }
        : remedy === 'aggregate'
          ? { shown: 'total', band }
          : { shown, band: widerBand(band) };
    asked = { ...asked, net };
    made = copyOf(snapshot, asked, now);
  }
  return made;
}
