/** The payer copy in the pane: what leaks and how, remedies until nothing does, and the very file that was searched handed over. */
import { cleanup, configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { Pane } from '../../src/taskpane/Pane';
import type { Calculator } from '../../src/taskpane/calculator';
import type { FileGiven } from '../../src/taskpane/picking';
import { openXlsx } from '../../src/workbook/xlsx';
import type { Snapshot } from '../../src/workbook/workbook';
import { modelWith } from '../build/snapshot';
import { answered, FakeWorkbook } from './fakes';
import { accessible } from './opened';

configure({ defaultHidden: true, asyncUtilTimeout: 60_000 });
jest.setTimeout(240_000);
afterEach(cleanup);

const priced = (source: string, marked: string): Snapshot =>
  modelWith({
    Prices: [
      ['Item', 'List price', 'Discount', 'Confidential', 'Source'],
      ['Drug A', 1234.5, 0.2375, marked, source],
    ],
  });

/** The pane on its Payer copy, and what was handed over. */
async function opened(snapshot: Snapshot) {
  const files: FileGiven[] = [];
  const workbook = new FakeWorkbook(snapshot);
  const here: Calculator = { ask: async (task) => answered(task), cancel: () => undefined };
  const handOver = (file: FileGiven): Promise<string> => {
    files.push(file);
    return Promise.resolve('It is among your downloads.');
  };
  render(
    <Pane
      workbook={workbook}
      calculator={here}
      another={() => here}
      sample={() => Promise.resolve()}
      handOver={handOver}
    />,
  );
  await screen.findByTestId('lead');
  fireEvent.click(screen.getByRole('tab', { name: 'Share' }));
  fireEvent.click(await screen.findByRole('tab', { name: 'Payer copy' }));
  return { files, workbook };
}
const button = (name: string | RegExp): HTMLButtonElement => screen.getByRole<HTMLButtonElement>('button', { name });

test('a leak is told with its cell and how it tells; closed by a remedy, the searched file is handed over', async () => {
  const { files, workbook } = await opened(priced('net price £941.31', 'yes'));
  await screen.findByText('The price of Drug A can be read');
  expect(screen.getByText(/It stands there, rounded/)).toBeTruthy();
  expect(button('Make the copy').disabled).toBe(true);
  expect(document.body.textContent).not.toMatch(/941|23\.75/);
  await waitFor(() => {
    expect(screen.getByRole('alert').textContent).toBe('1 leak to close.');
  });
  await accessible();
  fireEvent.click(button('Prices!F4'));
  await waitFor(() => {
    expect(workbook.shown).toEqual([{ sheet: 'Prices', cell: 'F4' }]);
  });
  fireEvent.click(button('Leave this cell out'));
  await screen.findByText('Prices!F4 is left out');
  await waitFor(() => {
    expect(button('Make the copy').disabled).toBe(false);
  });
  expect(screen.getByText('1 confidential row')).toBeTruthy();
  await accessible();
  fireEvent.click(button('Make the copy'));
  await screen.findByText('The copy is made');
  expect(files[0]?.name).toBe('Drug A in Northbridge payer copy.xlsx');
  const copy = await (await openXlsx(files[0]?.bytes ?? new Uint8Array())).read();
  expect(copy.tables.find((table) => table.name === 'BIM_Prices')?.rows[0]?.map((cell) => cell.value)).toEqual([
    'Drug A',
    1234.5,
    null,
    'yes',
    null,
  ]);
});

test('the impact at net prices is told to give the price away, and rounded until it does not', async () => {
  await opened(priced('Tariff', 'yes'));
  await screen.findByText(/No leaks found in [\d,]+ places/, { selector: 'footer span' });
  fireEvent.click(screen.getByRole('radio', { name: 'Each year' }));
  await screen.findByText('The price of Drug A can be worked out');
  expect(screen.getByText(/Worked out exactly from net budget impact 2026/)).toBeTruthy();
  fireEvent.click(button(/^Round to £/));
  await screen.findByText(/to the nearest £/);
  await waitFor(() => {
    expect(button('Make the copy').disabled).toBe(false);
  });
  fireEvent.click(screen.getByRole('switch', { name: 'Result at list price' }));
  await waitFor(() => {
    expect(screen.getByRole<HTMLInputElement>('switch', { name: 'Result at list price' }).checked).toBe(false);
  });
});

test('where nothing is marked it is said plainly, with what to do and where', async () => {
  await opened(priced('Tariff', 'no'));
  await screen.findByText(/Nothing in this workbook is marked Confidential/);
  expect(screen.getByText(/Put yes into the column Confidential/)).toBeTruthy();
  expect(button('Prices!B4')).toBeTruthy();
  expect(document.body.textContent).not.toMatch(/without 0|0 confidential/);
  await accessible();
});
