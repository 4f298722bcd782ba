/** Importing lists of trials: files are picked, read by a calculator of their own, and shown before anything is written. */
import { useState } from 'react';
import type { TrialsFound } from '../worker/trials-desk';
import { useBeside } from './beside';
import type { Calculator } from './calculator';
import { pickFiles, type FileGiven } from './picking';

export type Importing =
  | { readonly kind: 'not yet' }
  | { readonly kind: 'reading' }
  | { readonly kind: 'read'; readonly names: readonly string[]; readonly found: TrialsFound }
  | { readonly kind: 'failed'; readonly message: string };

interface ImportingDoors {
  readonly another?: (() => Calculator) | undefined;
  readonly now?: (() => Date) | undefined;
}

const ACCEPT = '.csv,.tsv,.txt,.json,.jsonl,text/csv,application/json';

/** When the list was read, as `2026-11`. */
const monthOf = (time: Date): string => `${String(time.getFullYear())}-${String(time.getMonth() + 1).padStart(2, '0')}`;

/** `firstYear` of the model: launches before it stand at its start; null: this year. */
export function useImporting(
  { another, now }: ImportingDoors,
  firstYear: number | null,
): { readonly now: Importing; readonly choose: () => void; readonly drop: () => void } {
  const [state, setState] = useState<Importing>({ kind: 'not yet' });
  const beside = useBeside(another);
  const read = async (files: readonly FileGiven[]): Promise<void> => {
    if (files.length === 0) return;
    const calculator = beside.anew();
    setState({ kind: 'reading' });
    const time = now?.() ?? new Date();
    const asked = { files, firstYear: firstYear ?? time.getFullYear(), checked: monthOf(time) };
    const answer = await calculator.ask({ kind: 'import trials', ...asked });
    beside.end();
    if (answer.kind === 'imported')
      setState({ kind: 'read', names: files.map(({ name }) => name), found: answer.found });
    if (answer.kind === 'failed') setState(answer);
  };
  const choose = (): void => {
    pickFiles(ACCEPT, true)
      .then(read)
      .catch((refused: unknown) => {
        setState({ kind: 'failed', message: refused instanceof Error ? refused.message : String(refused) });
      });
  };
  const drop = (): void => {
    beside.end();
    setState({ kind: 'not yet' });
  };
  return { now: state, choose, drop };
}
