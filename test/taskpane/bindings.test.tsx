/** Ranges that are bound, earlier results that are restored, and what is asked for outside the pane. */
import { act, cleanup, configure, fireEvent, render, screen } from '@testing-library/react';
import { TABLES } from '../../src/inputs/tables';
import { Pane } from '../../src/taskpane/Pane';
import { BINDABLE } from '../../src/taskpane/places/bindable';
import type { Order } from '../../src/taskpane/outside';
import type { Doors } from '../../src/taskpane/session';
import type { Model } from '../../src/taskpane/state';
import { answering, FakeWorkbook } from './fakes';
import { snapshot } from './fixture';
import { accessible, press } from './opened';

configure({ defaultHidden: true });
afterEach(cleanup);

async function open(doors: Partial<Doors>, workbook = new FakeWorkbook()): Promise<FakeWorkbook> {
  render(<Pane workbook={workbook} calculator={answering()} sample={() => Promise.resolve()} {...doors} />);
  await act(async () => {
    await Promise.resolve();
  });
  return workbook;
}

it('every table of the contract can be bound, and no other', () => {
  expect(BINDABLE).toEqual(TABLES.map((table) => table.word));
});

it('shows which range stands for which table, binds the selection, and lets it go', async () => {
  const asked: unknown[] = [];
  const binder = {
    bind: (table: string, turned: boolean) => Promise.resolve(void asked.push([table, turned])),
    unbind: (table: string) => Promise.resolve(void asked.push(table)),
  };
  const names = [
    { name: 'BIM_Range_Prices', refersTo: '=Drugs!$B$3:$G$20' },
    { name: 'BIM_Turned_Costs', refersTo: '=#REF!$A$1' },
  ];
  const now = snapshot(undefined, { names });
  const prices = now.tables.map((table, n) =>
    n === 0 ? { ...table, name: 'BIM_Prices', sheet: 'Drugs', bound: 'as it lies' as const } : table,
  );
  const workbook = await open({ binder }, new FakeWorkbook({ ...now, tables: prices }));
  await press('Model', 'tab');
  const table = screen.getByRole('table', { name: 'Ranges that are bound' });
  expect(table.textContent).toMatch(/Prices.*Drugs!B3:G20.*Costs, on its side.*gone/);
  fireEvent.change(screen.getByRole('combobox', { name: 'Table' }), { target: { value: 'Uptake' } });
  fireEvent.click(screen.getByRole('checkbox', { name: 'Headers in the first column' }));
  await accessible();
  await press('Use selection');
  await press('Unbind Prices');
  expect(asked).toEqual([['BIM_Uptake', true], 'BIM_Prices']);
  expect(workbook.reads).toBe(3);
});

it('what was written is kept, and written again as it was, whatever the inputs are by now', async () => {
  const workbook = await open({});
  await press('Share', 'tab');
  await press('Write 2 sheets');
  await screen.findByRole('heading', { name: 'Earlier results' });
  workbook.now = snapshot([]);
  await press('Restore stamp');
  expect(workbook.writes).toHaveLength(2);
  expect(workbook.writes[1]).toEqual(workbook.writes[0]);
  expect(workbook.how[1]?.basis).toBeUndefined();
  expect(screen.getAllByRole('button', { name: /^Restore/ })).toHaveLength(1);
});

it('obeys the ribbon, and tells outside what is known of the model', async () => {
  let order: (wanted: Order) => void = () => undefined;
  const heard: Model['kind'][] = [];
  const orders = (obey: (wanted: Order) => void): (() => void) => {
    order = obey;
    return () => undefined;
  };
  const workbook = await open({
    orders,
    heard: (model) => {
      heard.push(model.kind);
    },
  });
  const wish = (wanted: Order): Promise<void> =>
    act(async () => {
      order(wanted);
      await Promise.resolve();
    });
  const place = (): string | null => screen.getByRole('tabpanel').getAttribute('aria-labelledby');
  expect(heard).toEqual(['unread', 'read']);
  await wish('scenarios');
  expect(place()).toBe('place-stress');
  await wish('check');
  expect([place(), workbook.reads]).toEqual(['place-model', 2]);
  await wish('live');
  expect(place()).toBe('place-share');
});
