/** Checks in the pane: begun by a press, shown as they go, called off at once, told by shape and words. */
import { configure, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pane } from '../../src/taskpane/Pane';
import { openXlsx } from '../../src/workbook/xlsx';
import { answered, FakeWorkbook } from './fakes';
import { accessible } from './opened';

configure({ defaultHidden: true, asyncUtilTimeout: 60_000 });

test('nothing runs until it is asked for; then progress, lamps by family, and what was planted', async () => {
  const file = readFileSync(join(__dirname, '../published/nice_ng106/model.xlsx'));
  const workbook = new FakeWorkbook(await (await openXlsx(new Uint8Array(file))).read());
  workbook.sheets = {
    sheets: [
      {
        name: 'Own',
        hidden: false,
        tables: [],
        cells: [{ row: 2, column: 2, value: 5, formula: '=WEBSERVICE("https://example.org")' }],
      },
    ],
    names: [],
  };
  const calculator = {
    ask: (task: Parameters<typeof answered>[0]) => answered(task),
    cancel: () => undefined,
  };
  render(<Pane workbook={workbook} calculator={calculator} sample={() => Promise.resolve()} />);
  await screen.findByTestId('lead');
  fireEvent.click(screen.getByRole('tab', { name: 'Model' }));
  fireEvent.click(await screen.findByRole('tab', { name: 'Checks' }));
  expect(screen.queryByRole('progressbar')).toBeNull();
  fireEvent.click(await screen.findByRole('button', { name: 'Check my model' }));
  await screen.findByRole('progressbar');
  fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  fireEvent.click(await screen.findByRole('button', { name: 'Check my model' }));
  await screen.findByText(/checks hold\. None fails/);
  expect(screen.getByRole('img', { name: /^Conservation: \d+ of \d+ hold\.$/ })).toBeTruthy();
  expect(screen.getByText(/mistakes were planted in a copy of the model/)).toBeTruthy();
  // The user's own sheets are read by the same press, and each remark leads to its cell.
  expect(screen.getByText('Calls out (1)')).toBeTruthy();
  fireEvent.click(screen.getByRole('button', { name: /Own!B2/ }));
  await waitFor(() => {
    expect(workbook.shown.at(-1)).toMatchObject({ sheet: 'Own', cell: 'B2' });
  });
  await accessible();
  // What was found goes out with the sheets of the run.
  fireEvent.click(screen.getByRole('button', { name: 'Write as TECH-VER sheet…' }));
  expect(await screen.findByRole('checkbox', { name: /^TECH-VER/ })).toBeTruthy();
  for (const name of [/^AdViSHE/, /^Remarks/, /^Checks/]) expect(screen.getByRole('checkbox', { name })).toBeTruthy();
}, 120_000);
