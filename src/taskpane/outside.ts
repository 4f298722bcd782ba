/** What reaches the pane from outside it: buttons and keys of the ribbon, functions in cells, ranges that are selected. */
import { useEffect } from 'react';
import type { FileGiven } from './picking';
import type { Action, Model } from './state';

/** What may be asked for outside the pane. */
export type Order = 'run' | 'check' | 'scenarios' | 'live';

/** Ranges of the user's in the place of tables. */
export interface Binder {
  /** Binds the table to the selected range; rejects with a sentence where that cannot be. */
  readonly bind: (table: string, turned: boolean) => Promise<void>;
  readonly unbind: (table: string) => Promise<void>;
}

/** Hands a new workbook to the user; says in a sentence where it is, and rejects with one where it cannot. */
export type HandOver = (file: FileGiven) => Promise<string>;

/** Doors that an application has and the browser has not. */
export interface OutsideDoors {
  /** What is asked for outside the pane, by the ribbon and by keys; gives a way to stop. */
  readonly orders?: ((obey: (order: Order) => void) => () => void) | undefined;
  /** Is told whatever is known of the model: for figures outside the pane. */
  readonly heard?: ((model: Model) => void) | undefined;
  /** Binds a table to what the user has selected, and lets it go. */
  readonly binder?: Binder | undefined;
  readonly handOver?: HandOver | undefined;
}

/** Where an order is carried out to be seen. */
const PLACE_OF = { check: 'model', scenarios: 'stress', live: 'share' } as const;

/** Obeys what is asked for outside the pane, and tells there what is known of the model. */
export function useOutside(
  { orders, heard }: OutsideDoors,
  model: Model,
  run: () => void,
  dispatch: (action: Action) => void,
): void {
  useEffect(
    () =>
      orders?.((order) => {
        if (order === 'live') dispatch({ type: 'form', form: 'live' });
        if (order === 'run' || order === 'check') run();
        if (order !== 'run') dispatch({ type: 'visit', place: PLACE_OF[order] });
      }),
    [orders, run, dispatch],
  );
  useEffect(() => {
    heard?.(model);
  }, [heard, model]);
}
