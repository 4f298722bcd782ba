/**
 * The buttons of the ribbon and their keys. Pane, functions and buttons share one page, so a button only shows the pane
 * and says what is wanted; the pane does it, and shows it.
 */
import type { Order } from '../taskpane/outside';

const ORDERS: readonly Order[] = ['run', 'check', 'scenarios', 'live'];

/** Takes what is asked for until somebody obeys; gives a way to stop. */
export type Orders = (obey: (order: Order) => void) => () => void;

/** Answers the buttons from now on. What was pressed before the pane stood is obeyed as soon as it does. */
export function ribbonOrders(help: () => void): Orders {
  const waiting: Order[] = [];
  let obeyed: ((order: Order) => void) | null = null;
  const order = async (wanted: Order): Promise<void> => {
    if (obeyed === null) waiting.push(wanted);
    else obeyed(wanted);
    await Office.addin.showAsTaskpane();
  };
  for (const one of ORDERS) answer(one, () => order(one));
  answer('help', () => {
    help();
    return Promise.resolve();
  });
  return (obey) => {
    obeyed = obey;
    for (const one of waiting.splice(0)) obey(one);
    return () => {
      if (obeyed === obey) obeyed = null;
    };
  };
}

/** Excel waits for `completed`, whatever became of the button. */
function answer(name: string, act: () => Promise<void>): void {
  if (!('actions' in Office)) return; // an Excel without shared pages has no buttons of ours
  Office.actions.associate(name, (event: Office.AddinCommands.Event | undefined) => {
    void act()
      .catch(() => undefined)
      .finally(() => {
        event?.completed(); // keys come without an event
      });
  });
}
