/** Files of trials as one list: decoded, read as what they are, and no trial twice. */
import { readCsv, type CsvRead } from './csv';
import { decode } from './decode';
import { readJson } from './json';
import type { Trial, TrialFinding, TrialList } from './trial';

export interface TrialFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** In the order given: pages without a header follow the page that has one. */
export function readTrials(files: readonly TrialFile[]): TrialList {
  const findings: TrialFinding[] = [];
  const all: Trial[] = [];
  let before: CsvRead | null = null;
  for (const { name, bytes } of files) {
    const { text, guessed } = decode(bytes);
    if (guessed !== null)
      findings.push({
        severity: 'notice',
        at: name,
        message: `The file does not say its encoding; read as ${guessed}.`,
      });
    const clean = text.replace(/^\uFEFF/, '').replaceAll('\0', '');
    const isJson = /^\s*[[{]/.test(clean);
    const read: TrialList = isJson ? readJson(name, clean) : (before = readCsv(name, clean, before));
    findings.push(...read.findings);
    all.push(...read.trials);
  }
  return once(all, findings);
}

/** A trial that stands more than once counts once: the fuller of the two, the later where they are alike. */
function once(all: readonly Trial[], findings: readonly TrialFinding[]): TrialList {
  const found = new Map<string, Trial>();
  let repeated = 0;
  all.forEach((trial, n) => {
    const key = trial.id === '' ? `row ${String(n)}` : trial.id;
    const held = found.get(key);
    if (held) repeated += 1;
    if (!held || fullness(trial) >= fullness(held)) found.set(key, trial);
  });
  const nameless = all.filter(({ id }) => id === '').length;
  return {
    trials: [...found.values()],
    findings: [
      ...findings,
      ...(repeated === 0
        ? []
        : [
            told(
              'notice',
              `${String(repeated)} more ${repeated === 1 ? 'row' : 'rows'} of trials already listed: each trial counts once.`,
            ),
          ]),
      ...(nameless === 0
        ? []
        : [told('warning', `${count(nameless, 'row')} without an NCT number: they may repeat others.`)]),
    ],
  };
}

const told = (severity: TrialFinding['severity'], message: string): TrialFinding => ({ severity, at: '', message });
const count = (n: number, what: string): string => `${String(n)} ${what}${n === 1 ? '' : 's'}`;

const fullness = ({
  title,
  status,
  conditions,
  interventions,
  sponsor,
  phase,
  enrolment,
  start,
  completion,
}: Trial): number =>
  [title, status, sponsor].filter((text) => text !== '').length +
  conditions.length +
  interventions.length +
  [phase, enrolment, start, completion].filter((value) => value !== null).length;
