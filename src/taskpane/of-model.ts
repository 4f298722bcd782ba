/** What goes on beside a run: begun for the model that was read last, and closed with it. Another model begins anew. */
import { useEffect, useRef } from 'react';
import type { Assessment } from '../assess';
import type { Snapshot } from '../workbook/workbook';
import type { State } from './state';

const NOTHING: Snapshot = { sheets: [], tables: [], names: [], owned: [], language: 'en-GB', calculated: true };

export function useOfModel<T extends { readonly close: () => void }>(
  { model }: Pick<State, 'model'>,
  begin: (snapshot: Snapshot) => T,
): T {
  // A look at the workbook gives a new snapshot of the same inputs: only another assessment is another model.
  const assessment = model.kind === 'read' ? model.assessment : null;
  const held = useRef<{ readonly of: Assessment | null; readonly begun: T } | null>(null);
  if (held.current === null || held.current.of !== assessment)
    held.current = { of: assessment, begun: begin(model.kind === 'read' ? model.snapshot : NOTHING) };
  const { begun } = held.current;
  useEffect(
    () => () => {
      begun.close();
    },
    [begun],
  );
  return begun;
}
