/** Lists of trials in the pane: shown before anything is written, written to a sheet of ours, pasted under the user's. */
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { Pane } from '../../src/taskpane/Pane';
import type { Calculator } from '../../src/taskpane/calculator';
import type { Report, Snapshot } from '../../src/workbook/workbook';
import { modelWith, type Block } from '../build/snapshot';
import { answered, FakeWorkbook } from './fakes';
import { snapshot } from './fixture';
import { accessible } from './opened';

configure({ defaultHidden: true, asyncUtilTimeout: 30_000 });
afterEach(cleanup);

const CSV = [
  'NCT Number,Study Status,Conditions,Interventions,Sponsor,Phases,Primary Completion Date',
  'NCT00000001,RECRUITING,Stroke,DRUG: Examplisiran 300 mg,Firm Inc.,PHASE3,2027-06-30',
  'NCT00000002,TERMINATED,Stroke,DRUG: Examplisiran,Firm,PHASE2,2025-01-01',
  'NCT00000003,WITHDRAWN,Obesity,DRUG: Gonemab,Firm,PHASE2,2026-01-01',
  'NCT00000004,RECRUITING,Obesity,DRUG: Placebo,Firm,PHASE2,2026-01-01',
  'NCT00000005,RECRUITING,Obesity,DRUG: =Evil(1),Other,PHASE1,next year',
].join('\n');

/** The browser's own picker, with somebody who picks this. */
type Picked = readonly [name: string, text: string];
function picks(...files: readonly Picked[]): void {
  jest.spyOn(HTMLInputElement.prototype, 'click').mockImplementationOnce(function (this: HTMLInputElement) {
    const given = files.map(([name, text]) => {
      const bytes = new TextEncoder().encode(text);
      return { name, arrayBuffer: () => Promise.resolve(bytes.buffer) };
    });
    Object.defineProperty(this, 'files', { value: given });
    this.dispatchEvent(new Event('change'));
  });
}

const calculator: Calculator = { ask: (task) => answered(task), cancel: () => undefined };

async function opened(now: Snapshot): Promise<FakeWorkbook> {
  const workbook = new FakeWorkbook(now);
  render(
    <Pane
      workbook={workbook}
      calculator={calculator}
      another={() => calculator}
      sample={() => Promise.resolve()}
      now={() => new Date(2026, 10, 23)}
    />,
  );
  await screen.findByRole('heading', { level: 1 });
  return workbook;
}
async function atHorizon(now: Snapshot): Promise<FakeWorkbook> {
  const workbook = await opened(now);
  fireEvent.click(screen.getByRole('tab', { name: 'Realise' }));
  fireEvent.click(await screen.findByRole('tab', { name: 'Horizon' }));
  return workbook;
}
async function chosen(...files: readonly Picked[]): Promise<void> {
  picks(...files);
  fireEvent.click(await screen.findByRole('button', { name: 'Choose files…' }));
}
const products = (): readonly string[] =>
  within(screen.getByRole('table', { name: /Products found/ }))
    .getAllByRole('row')
    .slice(1)
    .map((row) => row.textContent);

/** Cells of the table BIM_Horizon, below its headers. */
function register(report: Report | undefined): readonly (readonly unknown[])[] {
  const sheet = report?.sheets.find(({ name }) => name === 'Horizon');
  const table = sheet?.tables[0];
  if (!sheet || !table) throw new Error('no register was written');
  expect(table.name).toBe('BIM_Horizon');
  return Array.from({ length: table.rows }, (_, n) =>
    ['Technology', 'Phase', 'Launch', 'Eligible'].map(
      (header) =>
        sheet.cells.find(
          ({ row, column }) => row === table.row + 1 + n && column === table.column + table.headers.indexOf(header),
        )?.value,
    ),
  );
}

test('a workbook with a model: what was found and left out is shown, and written only then, to a sheet of ours', async () => {
  const workbook = await atHorizon(modelWith({}));
  await chosen(['list.csv', CSV]);
  expect(await screen.findByText(/in 5 trials of list\.csv\. Nothing is written yet/)).toBeTruthy();
  expect(products()).toEqual([
    'Examplisiran 300 mgStroke · Firm Inc. · 2 trials, 1 stoppedIII2029.0',
    '=Evil(1)Obesity · Other · 1 trialI–',
  ]);
  const page = screen.getByRole('region', { name: 'From lists of trials' }).textContent;
  expect(page).toContain('Stopped: NCT00000003 withdrawn');
  expect(page).toContain('NCT00000004');
  expect(page).toContain('list.csv, row 6: "next year" is no date: left out');
  expect(workbook.writes).toEqual([]);
  await accessible();
  fireEvent.click(screen.getByRole('button', { name: 'Write 2 rows' }));
  await waitFor(() => {
    expect(workbook.writes).toHaveLength(1);
  });
  expect(workbook.writes[0]?.sheets.map(({ key }) => key)).toEqual(['input_horizon']);
  expect(register(workbook.writes[0])).toEqual([
    ['Examplisiran 300 mg', 'III', { number: '2029.00' }, ''],
    ['=Evil(1)', 'I', '', ''],
  ]);
});

test('a product that is not wanted is left out', async () => {
  const workbook = await atHorizon(modelWith({}));
  await chosen(['list.csv', CSV]);
  fireEvent.click(await screen.findByRole('checkbox', { name: /Examplisiran/ }));
  fireEvent.click(screen.getByRole('button', { name: 'Write 1 row' }));
  await waitFor(() => {
    expect(register(workbook.writes[0]).map(([technology]) => technology)).toEqual(['=Evil(1)']);
  });
});

const Horizon: Block = [
  ['Technology', 'Phase', 'Launch', 'Eligible', 'Peak uptake', 'Years to peak', 'Net cost per patient'],
  ['examplisiran 300 MG', 'III', 2028, 100, 0.5, 2, 1000],
];

test('a register of the user: what stands in it is not taken again, and new rows are handed over', async () => {
  const workbook = await atHorizon(modelWith({ Horizon }));
  const written = jest.fn((text: string) => Promise.resolve(text));
  Object.defineProperty(navigator, 'clipboard', { value: { writeText: written }, configurable: true });
  await chosen(['list.csv', CSV]);
  expect((await screen.findByRole('checkbox', { name: /in the register/ })).hasAttribute('checked')).toBe(false);
  fireEvent.click(screen.getByRole('button', { name: 'Copy the rows' }));
  await screen.findByText('Copied.');
  expect(written.mock.calls[0]?.[0]).toBe("'=Evil(1)\tI\t\t\t\t\t");
  expect(workbook.writes).toEqual([]);
});

test('a register of ours that nobody touched grows by the new rows', async () => {
  const owned = [{ name: 'Horizon', key: 'input_horizon', stamp: '', changed: false }];
  const workbook = await atHorizon({ ...modelWith({ Horizon }), owned });
  await chosen(['list.csv', CSV]);
  fireEvent.click(await screen.findByRole('button', { name: 'Write 1 row' }));
  await waitFor(() => {
    expect(workbook.how[0]?.replace).toEqual(['input_horizon']);
  });
  expect(register(workbook.writes[0])).toEqual([
    ['examplisiran 300 MG', 'III', { number: '2028' }, { number: '100' }],
    ['=Evil(1)', 'I', '', ''],
  ]);
});

test('an empty workbook gets settings too; what comes of it is read, and the blanks are named', async () => {
  const workbook = await opened(snapshot([]));
  fireEvent.click(await screen.findByRole('button', { name: /Begin a register/ }));
  await chosen(
    ['page 2.csv', CSV.split('\n').slice(2).join('\n')],
    ['page 1.csv', CSV.split('\n').slice(0, 2).join('\n')],
  );
  expect(await screen.findByText(/of page 1\.csv, page 2\.csv/)).toBeTruthy();
  await accessible();
  fireEvent.click(screen.getByRole('button', { name: 'Write 2 rows' }));
  await waitFor(() => {
    expect(workbook.writes[0]?.sheets.map(({ key }) => key)).toEqual(['start', 'input_model', 'input_horizon']);
  });
});

test('a file that cannot be read is a finding, and there is nothing to write', async () => {
  const workbook = await atHorizon(modelWith({}));
  await chosen(['broken.json', '{"studies":[']);
  expect(await screen.findByText(/The file is broken/)).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Write 0 rows' }).hasAttribute('disabled')).toBe(true);
  expect(workbook.writes).toEqual([]);
});
