/** Checks in the pane: begun by a press, shown as they go, called off at once, told by shape and words. */
import { configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Pane } from '../../src/taskpane/Pane';
import type { SumsAsked, SumsTried } from '../../src/workbook/tries-sums';
import type { Snapshot } from '../../src/workbook/workbook';
import { openXlsx } from '../../src/workbook/xlsx';
import { answered, FakeWorkbook } from './fakes';
import { accessible } from './opened';

configure({ defaultHidden: true, asyncUtilTimeout: 60_000 });

async function modelRead(): Promise<Snapshot> {
  const file = readFileSync(join(__dirname, '../published/nice_ng106/model.xlsx'));
  return (await openXlsx(new Uint8Array(file))).read();
}

/** The pane beside a workbook, at Checks. */
async function openedAtChecks(workbook: FakeWorkbook): Promise<void> {
  const calculator = {
    ask: (task: Parameters<typeof answered>[0]) => answered(task),
    cancel: () => undefined,
  };
  render(<Pane workbook={workbook} calculator={calculator} sample={() => Promise.resolve()} />);
  await screen.findByTestId('lead');
  fireEvent.click(screen.getByRole('tab', { name: 'Model' }));
  fireEvent.click(await screen.findByRole('tab', { name: 'Checks' }));
}

test('nothing runs until it is asked for; then progress, lamps by family, and what was planted', async () => {
  const workbook = new FakeWorkbook(await modelRead());
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
  await openedAtChecks(workbook);
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

test('where the workbook calculates, its own formulas are tried; what is not so of them is said by name, with the cell', async () => {
  const read = await modelRead();
  const names = [...read.names, { name: 'BIM_Own_impact', refersTo: '=Own!$B$1:$K$1' }];
  // Formulas that say 0 whatever is typed.
  const trySums = ({ answers, tries }: SumsAsked): Promise<SumsTried> =>
    Promise.resolve({ answers: tries.map(() => answers.map(() => [Array.from({ length: 10 }, () => 0)])), held: 2 });
  const workbook = Object.assign(new FakeWorkbook({ ...read, names }), { trySums });
  await openedAtChecks(workbook);
  fireEvent.click(await screen.findByRole('button', { name: 'Check my model' }));
  const own = within(await screen.findByRole('region', { name: 'Your own formulas' }));
  expect(own.getByText(/typed over in a copy of the sheets of your own model/)).toBeTruthy();
  expect(own.getByText(/^Not so of the formulas: Every row that is read moves a figure/)).toBeTruthy();
  expect(own.getByRole('img', { name: /^Formulas: \d+ of \d+ hold\.$/ })).toBeTruthy();
  expect(own.getByText(/^2 formulas with names or columns of tables stood as their values\.$/)).toBeTruthy();
  fireEvent.click(own.getAllByRole('button', { name: /![A-Z]+\d+/ })[0] ?? document.body);
  await waitFor(() => {
    expect(workbook.shown.length).toBe(1);
  });
  await accessible();
}, 120_000);
