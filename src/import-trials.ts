/** From files of trials to a register: what was found, and the workbook that would be written. */
import { trialsRegister } from './inputs/examples/trials-register';
import { templateReport } from './inputs/template';
import { productsOf, type Product } from './trials/products';
import { readTrials, type TrialFile } from './trials/read-trials';
import type { Trial, TrialFinding, TrialPhase } from './trials/trial';
import type { Report } from './workbook/workbook';

export interface TrialsImport {
  readonly trials: readonly Trial[];
  /** Each with when it may launch; null where no trial says when it ends. */
  readonly products: readonly (Product & { readonly launch: number | null })[];
  /** Trials that name nothing that is tried. */
  readonly left: number;
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
  const grouped = products.reduce((sum, product) => sum + product.trials.length, 0);
  return { trials, products, left: trials.length - grouped, findings };
}

const launchOf = ({ phase, completion }: Product): number | null =>
  completion === null || phase === null ? null : completion + YEARS_TO_LAUNCH[phase];

/** The register of those that go on. `firstYear`: launches before it have happened, and stand at its start. */
export function trialsReport({ products }: TrialsImport, firstYear: number, checked: string): Report {
  const going = products.filter(({ stopped }) => !stopped);
  const found = going.map((product) => ({
    technology: product.technology,
    company: product.company,
    indication: product.indication,
    phase: product.phase ?? '',
    launch: product.launch === null ? '' : Math.max(firstYear, product.launch).toFixed(2),
    source: sourceOf(product),
  }));
  return templateReport(trialsRegister(found, firstYear, checked));
}

/** Trials named in a source; the rest are counted. */
const NAMED = 4;

function sourceOf({ trials, phase }: Product): string {
  const ids = trials.flatMap(({ id, stopped }) => (id === '' ? [] : `${id}${stopped ? ' (stopped)' : ''}`));
  const more = ids.length > NAMED ? ` and ${String(ids.length - NAMED)} more` : '';
  const assumed =
    phase === null ? '' : `; launch: primary completion + ${String(YEARS_TO_LAUNCH[phase])} years, an assumption`;
  return `ClinicalTrials.gov ${ids.slice(0, NAMED).join(', ')}${more}${assumed}`;
}
