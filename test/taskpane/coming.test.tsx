/** Actuals, Parts and Horizon: what they say is what the engine found, also where the workbook holds nothing of them. */
import { cleanup, configure, fireEvent, render, screen, within } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess } from '../../src/assess';
import { Pane } from '../../src/taskpane/Pane';
import type { Snapshot } from '../../src/workbook/workbook';
import { openXlsx } from '../../src/workbook/xlsx';
import { modelWith, type Block } from '../build/snapshot';
import { FakeWorkbook } from './fakes';
import { accessible } from './opened';

configure({ defaultHidden: true, asyncUtilTimeout: 30_000 });
afterEach(cleanup);

const caseOf = async (name: string): Promise<Snapshot> =>
  (await openXlsx(new Uint8Array(readFileSync(join(__dirname, `../published/realisation/${name}/model.xlsx`))))).read();

async function opened(snapshot: Snapshot, part: string): Promise<ReturnType<typeof assess>> {
  const assessment = assess(snapshot);
  const calculator = { ask: () => Promise.resolve({ kind: 'assessed', assessment } as const), cancel: () => undefined };
  render(<Pane workbook={new FakeWorkbook(snapshot)} calculator={calculator} sample={() => Promise.resolve()} />);
  await screen.findByRole('heading', { level: 1 });
  fireEvent.click(screen.getByRole('tab', { name: 'Realise' }));
  fireEvent.click(await screen.findByRole('tab', { name: part }));
  return assessment;
}
const figuresIn = (table: HTMLElement): readonly string[] =>
  within(table)
    .getAllByRole('row')
    .map((row) => row.textContent);

test('Actuals bridges the plan to what happened, for all years and for one', async () => {
  await opened(await caseOf('inclisiran_england'), 'Actuals');
  expect((await screen.findByTestId('lead')).textContent).toMatch(
    /was spent on Inclisiran so far, £.* less than planned/,
  );
  const table = (): HTMLElement => screen.getByRole('table', { name: 'From planned to actual spending' });
  const rows = figuresIn(table());
  expect([rows[0], rows.at(-1)]).toEqual(['Planned60.97', 'Actual5.40']);
  expect(rows.find((row) => row.startsWith('Height so far'))).toBe('Height so far−56.32');
  fireEvent.click(screen.getByRole('radio', { name: '2022' }));
  expect(figuresIn(table()).at(-1)).toMatch(/^Actual/);
  expect(figuresIn(table()).at(-1)).not.toBe('Actual5.40');
  expect(screen.getByRole('img', { name: /Planned starts add up to 300,000/ })).toBeTruthy();
  await accessible();
});

test('Horizon shows every year, marks what the room does not hold, and lists the dearest first', async () => {
  const { results } = await opened(await caseOf('horizon_register'), 'Horizon');
  const { register } = results ?? {};
  if (!register) throw new Error('no register');
  expect((await screen.findByTestId('lead')).textContent).toContain('from 2028 on the budget has no room');
  const years = figuresIn(screen.getByRole('table', { name: 'What is coming, by year' }));
  expect(years).toHaveLength(6);
  expect(years[5]).toBe('203030.7650.72−18.76');
  const items = (): readonly string[] => figuresIn(screen.getByRole('table', { name: /the dearest first/ }));
  expect(items()[1]).toContain('Gene therapy, sickle cell');
  fireEvent.click(screen.getByRole('button', { name: /more/ }));
  expect(items()).toHaveLength(1 + register.chances.length);
  await accessible();
});

test('Parts tells what each is worth alone, last and together', async () => {
  const Parts: Block = [
    ['Part', 'Parameter', 'Op', 'Value'],
    ['Uptake', 'Uptake/with/All/Drug A/*', 'x', 0],
    ['People', 'Population/*/*/Base', 'x', 0],
  ];
  const Uptake: Block = [
    ['World', 'Subgroup', 'Technology', '2026', '2027', '2028'],
    ['without', 'All', 'Drug B', 1, 1, 1],
    ['without', 'All', 'Drug A', 0, 0, 0],
    ['with', 'All', 'Drug A', 0.1, 0.2, 0.3],
  ];
  await opened(modelWith({ Parts, Uptake }), 'Parts');
  const steps = figuresIn(await screen.findByRole('table', { name: 'From none of the parts to all of them' }));
  expect(steps.map((row) => row.replace(/[−+\d.,]+$/, ''))).toEqual([
    'None of them',
    'Uptake, alone',
    'People, alone',
    'Only together',
    'All of them',
  ]);
  expect(screen.getByRole('region', { name: 'Each part' })).toBeTruthy();
  await accessible();
});

test('Portfolio sets technologies side by side, with what holds each back, and ranks what can be done', async () => {
  const Tasks: Block = [
    ['ID', 'Task', 'Duration', 'Cost'],
    ['T', 'Set-up', 1, 5000],
  ];
  const Resources: Block = [
    ['Resource', 'Kind', 'Available', 'Period', 'Per start', 'Technology'],
    ['Chairs', 'service', 20, 'month', 1, 'Drug A'],
  ];
  const Outcomes: Block = [
    ['Technology', 'Benefit', 'Class', 'Quantity', 'Per', 'Unit value'],
    ['Drug A', 'Days saved', 'cash-releasing', 2, 'start', 90000],
  ];
  const Technologies: Block = [
    ['Technology', 'Role'],
    ['Drug A', 'new'],
    ['Drug C', 'new'],
    ['Drug B', 'current'],
  ];
  const Uptake: Block = [
    ['World', 'Subgroup', 'Technology', '2026', '2027', '2028'],
    ['without', 'All', 'Drug B', 1, 1, 1],
    ['with', 'All', 'Drug A', 0.1, 0.2, 0.3],
    ['with', 'All', 'Drug C', 0.1, 0.1, 0.1],
  ];
  const Scenarios: Block = [
    ['Scenario', 'Parameter', 'Op', 'Value'],
    ['More chairs', 'Resources/Chairs/*/Available', 'x', 2],
    ['More chairs', 'Tasks/T/Cost', '+', 30000],
    ['Fewer chairs', 'Resources/Chairs/*/Available', 'x', 0.5],
  ];
  const { results } = await opened(
    modelWith({ Tasks, Resources, Outcomes, Technologies, Uptake, Scenarios }),
    'Portfolio',
  );
  expect((await screen.findByTestId('lead')).textContent).toMatch(
    /^Of £.* planned in value, £.* is realised\. More chairs gains most for its cost: [\d,.]+ for each £1\.$/,
  );
  await screen.findByText(/Each row is what the workbook has less without it/);
  const table = screen.getByRole('table', { name: /New technologies: impact and value/ });
  const names = within(table)
    .getAllByRole('rowheader')
    .map((head) => head.textContent);
  expect(names).toEqual(['Drug A', 'Drug C', 'Shared', 'Together']);
  const rows = within(table).getAllByRole('row').slice(2);
  expect(
    rows.filter((row) => within(row).queryAllByRole('rowheader').length === 0).map((row) => row.textContent),
  ).toEqual([
    expect.stringMatching(/^held back by Chairs, \d+ of 36 months$/),
    'nothing holds it back',
    'tasks, fixed costs, and what they do to each other',
  ]);
  // Columns add up to the whole, to the digits that are shown.
  const cells = rows
    .filter((row) => within(row).queryAllByRole('rowheader').length > 0)
    .map((row) =>
      within(row)
        .getAllByRole('cell')
        .map((cell) => Number(cell.textContent.replace('−', '-'))),
    );
  const [whole = []] = cells.slice(-1);
  whole.forEach((figure, n) => {
    const parts = cells.slice(0, -1).reduce((sum, row) => sum + (row[n] ?? Number.NaN), 0);
    expect(Math.abs(parts - figure)).toBeLessThan(0.021);
  });
  expect(results?.realisation?.scenarios).toHaveLength(2);
  const actions = within(screen.getByRole('table', { name: /what gains most for its cost first/ }));
  expect(actions.getAllByRole('rowheader').map((head) => head.textContent)).toEqual(['More chairs']);
  await accessible();
});

test.each([
  ['Actuals', 'Nothing recorded yet.'],
  ['Parts', 'No parts in this workbook.'],
  ['Horizon', 'No register in this workbook.'],
])('%s says which table it wants', async (part, lead) => {
  await opened(await caseOf('micro_example'), part);
  expect(await screen.findByRole('heading', { level: 1, name: lead })).toBeTruthy();
});
