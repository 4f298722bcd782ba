/** From files of trials to a register: what was found, and the workbook that would be written. */
import type { ExampleRow } from './inputs/examples/example';
import { trialsRegister } from './inputs/examples/trials-register';
import { templateReport } from './inputs/template';
import { productsOf, type Product } from './trials/products';
import { readTrials, type TrialFile } from './trials/read-trials';
import type { Trial, TrialFinding, TrialPhase } from './trials/trial';
import type { Report } from './workbook/workbook';

/** A product with when it may launch; null where no trial says when it ends. */
export type FoundProduct = Product & { readonly launch: number | null };

export interface TrialsImport {
  readonly trials: readonly Trial[];
  /** Those that go on first. */
  readonly products: readonly FoundProduct[];
  /** Trials that name nothing that is tried. */
  readonly left: readonly Trial[];
  readonly findings: readonly TrialFinding[];
}

/**
 * Years from the primary completion of a trial of this phase to the launch: an assumption, set beside the figures, and
 * typed over where more is known.
 */
export const YEARS_TO_LAUNCH: Readonly<Record<TrialPhase, number>> = { I: 6, II: 4, III: 1.5, approved: 0 };

export function importTrials(files: readonly TrialFile[]): TrialsImport {
  const { trials, findings } = readTrials(files);
  const products = productsOf(trials).map((product) => ({ ...product, launch: launchOf(product) }));
  const grouped = new Set(products.flatMap((product) => product.trials));
  return { trials, products, left: trials.filter((trial) => !grouped.has(trial)), findings };
}

const launchOf = ({ phase, completion }: Product): number | null =>
  completion === null || phase === null ? null : completion + YEARS_TO_LAUNCH[phase];

/**
 * Rows of BIM_Horizon for those that go on, in their order. `firstYear`: launches before it have happened, and stand at
 * its start; `checked`: when the list was read, as `2026-11`.
 */
export const registerRows = ({ products }: TrialsImport, firstYear: number, checked: string): readonly ExampleRow[] =>
  products
    .filter(({ stopped }) => !stopped)
    .map((product) => ({
      Technology: product.technology,
      Company: product.company,
      Indication: product.indication,
      Phase: product.phase ?? '',
      Launch: product.launch === null ? '' : Math.max(firstYear, product.launch).toFixed(2),
      Checked: checked,
      Source: sourceOf(product),
    }));

/** The register as a workbook of its own. */
export const trialsReport = (found: TrialsImport, firstYear: number, checked: string): Report =>
  templateReport(trialsRegister(registerRows(found, firstYear, checked), firstYear));

/** Trials named in a source; the rest are counted. */
const NAMED = 4;

function sourceOf({ trials, phase }: Product): string {
  const ids = trials.flatMap(({ id, stopped }) => (id === '' ? [] : `${id}${stopped ? ' (stopped)' : ''}`));
  const more = ids.length > NAMED ? ` and ${String(ids.length - NAMED)} more` : '';
  const assumed =
    phase === null ? '' : `; launch: primary completion + ${String(YEARS_TO_LAUNCH[phase])} years, an assumption`;
  return `ClinicalTrials.gov ${ids.slice(0, NAMED).join(', ')}${more}${assumed}`;
}
