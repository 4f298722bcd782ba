/** What a list of trials holds, in words: products, the stopped ones apart, and what is worth knowing. */
import type { TrialsImport } from '../import-trials';
import type { TrialFinding } from '../trials/trial';
import { safe } from './terminal';

/** Findings said one by one; the rest are counted. */
const MOST_SAID = 20;
const cut = (text: string, most: number): string => (text.length > most ? `${text.slice(0, most - 1)}…` : text);

export function trialsText(made: TrialsImport): string {
  const going = made.products.filter(({ stopped }) => !stopped);
  const stopped = made.products.filter((product) => product.stopped);
  const count = (n: number, noun: string): string => `${String(n)} ${noun}${n === 1 ? '' : 's'}`;
  return [
    `${count(made.trials.length, 'trial')}, ${count(going.length, 'product')} going on, ${String(stopped.length)} stopped.`,
    ...(made.left.length === 0
      ? []
      : [`${count(made.left.length, 'trial')} without an intervention that is tried, left out.`]),
    '',
    ...(going.length === 0 ? [] : [line('Technology', 'Company', 'Indication', 'Phase', 'Launch', 'Trials')]),
    ...going.map(productLine),
    ...(stopped.length === 0 ? [] : ['', 'Stopped, not written:']),
    ...stopped.map(productLine),
    '',
  ].join('\n');
}

const line = (...cells: readonly string[]): string =>
  cells
    .map((cell, n) => cut(safe(cell), WIDTHS[n] ?? 10).padEnd(WIDTHS[n] ?? 10))
    .join('  ')
    .trimEnd();
const WIDTHS: readonly number[] = [30, 22, 28, 8, 7, 7];

function productLine({
  technology,
  company,
  indication,
  phase,
  launch,
  trials,
}: TrialsImport['products'][number]): string {
  const stopped = trials.filter((trial) => trial.stopped).length;
  const told =
    stopped > 0 && stopped < trials.length
      ? `${String(trials.length)} (${String(stopped)} stopped)`
      : String(trials.length);
  return `${line(technology, company, indication, phase ?? '?', launch === null ? '?' : launch.toFixed(1))}  ${told}`;
}

export function trialFindingsText(findings: readonly TrialFinding[]): string {
  const shown = findings.slice(0, MOST_SAID);
  const rest = findings.length - shown.length;
  const lines = shown.map(
    ({ severity, at, message }) => `${severity}: ${at === '' ? '' : `${safe(at)}: `}${safe(message)}\n`,
  );
  return `${lines.join('')}${rest > 0 ? `and ${String(rest)} more\n` : ''}`;
}
