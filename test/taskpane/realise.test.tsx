/** Realise on a worked model: what it says and draws is what the engine found, and a screen reader hears it. */
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess, explainFigure } from '../../src/assess';
import { bindingByMonth } from '../../src/outputs/realised';
import { Pane } from '../../src/taskpane/Pane';
import { openXlsx } from '../../src/workbook/xlsx';
import type { Snapshot } from '../../src/workbook/workbook';
import { FakeWorkbook } from './fakes';
import { accessible } from './opened';

configure({ defaultHidden: true, asyncUtilTimeout: 30_000 });
afterEach(cleanup);

const file = readFileSync(join(__dirname, '../published/realisation/inclisiran_england/model.xlsx'));
let snapshot: Snapshot;
let assessment: ReturnType<typeof assess>;
beforeAll(async () => {
  snapshot = await (await openXlsx(new Uint8Array(file))).read();
  assessment = assess(snapshot);
});

async function opened(part?: string): Promise<FakeWorkbook> {
  const workbook = new FakeWorkbook(snapshot);
  const calculator = { ask: () => Promise.resolve({ kind: 'assessed', assessment } as const), cancel: () => undefined };
  render(<Pane workbook={workbook} calculator={calculator} sample={() => Promise.resolve()} />);
  await screen.findByTestId('lead');
  fireEvent.click(screen.getByRole('tab', { name: 'Realise' }));
  await screen.findByRole('region', { name: 'People who have started' });
  if (part !== undefined) fireEvent.click(screen.getByRole('tab', { name: part }));
  return workbook;
}

test('Uptake answers in order, and its lanes hold every month in which somebody is held back', async () => {
  await opened();
  const titles = screen.getAllByRole('heading', { level: 2 }).map((heading) => heading.textContent);
  expect(titles).toEqual([
    'People who have started',
    'What was planned',
    'What will happen',
    'What holds it back, and when',
    'What that costs',
    'What to do first',
  ]);
  expect(screen.getByTestId('lead').textContent).toContain('118,511 people have started Inclisiran, not 300,000');
  const { realisation } = assessment.results ?? {};
  if (realisation === undefined) throw new Error('no realisation');
  const texts = [...document.querySelectorAll('text')].map((text) => /^(\d+) mo$/.exec(text.textContent)?.[1]);
  const held = bindingByMonth(realisation).filter((gate) => gate !== null).length;
  expect(texts.reduce((sum, months) => sum + Number(months ?? 0), 0)).toBe(held);
  const list = within(screen.getByRole('region', { name: 'What holds it back, and when' }));
  expect(list.getAllByRole('listitem').map((item) => item.textContent)[0]).toContain('Process: Waves not yet live');
  await accessible();
});

test('Schedule marks the critical path, says it aloud, and leads to the cells of tasks', async () => {
  const workbook = await opened('Schedule');
  const rows = within(await screen.findByRole('region', { name: 'Tasks' })).getAllByRole('listitem');
  const told = rows.map((row) => row.textContent);
  expect(told.filter((text) => text.endsWith(', critical'))).toHaveLength(5);
  expect(told.filter((text) => text.endsWith(', has float'))).toHaveLength(2);
  expect(told.filter((text) => / goes live, /.test(text))).toHaveLength(3);
  expect(screen.getByTestId('lead').textContent).toContain('The last wave goes live in Apr 2023');
  const floats = within(screen.getByRole('table', { name: /What each task may slip/ }));
  expect(floats.getByText('Report to ministers').closest('tr')?.textContent).toContain('6.0');
  fireEvent.click(floats.getByRole('button', { name: 'D4' }));
  await waitFor(() => {
    expect(workbook.shown).toMatchObject([{ sheet: 'Roll-out', cell: 'D4' }]);
  });
  await accessible();
});

test('Worth adds up: every step of the waterfall leads to the next level', async () => {
  await opened('Worth');
  const table = within(await screen.findByRole('table', { name: /From perfect implementation/ }));
  const rows = table.getAllByRole('row').map((row) => {
    const text = row.querySelector('td:last-child')?.textContent ?? '';
    return [
      row.querySelector('th')?.textContent ?? '',
      Number(text.replace('\u2212', '-').replaceAll(',', '')),
    ] as const;
  });
  let level = 0;
  for (const [name, value] of rows) {
    const isLevel = /^(As|Perfect) /.test(name);
    if (isLevel && level !== 0) expect(level).toBeCloseTo(value, 1);
    level = isLevel ? value : level + value;
  }
  expect(rows.map(([name]) => name)).toContain('As realised');
  expect(screen.getByTestId('lead').textContent).toBe(
    'The gates withhold £42.9m in net benefit. Each month of delay at the start costs £8.3m.',
  );
  await accessible();
});

test('figures of Realise that are dotted explain themselves: what is explained is what is printed', async () => {
  const { realisation, years = [] } = assessment.results ?? {};
  if (!realisation?.schedule) throw new Error('no schedule');
  const { value, impact, schedule } = realisation;
  const [wave] = schedule.waves;
  const task = schedule.tasks.find(({ critical }) => critical === 'false');
  const wanted: Readonly<Record<string, readonly (readonly [figure: string, value: string | undefined])[]>> = {
    Uptake: [[`Realised budget impact[${String(years[1])}]`, impact.realised.total[1]]],
    Schedule: [
      [`Wave goes live[${wave?.wave ?? ''}]`, wave?.live],
      [`Total float[${task?.task ?? ''}]`, task?.totalFloat],
    ],
    Worth: [
      ['Realised value', value.realised],
      ['Cash released, discounted', value.cashReleased],
    ],
  };
  await opened();
  for (const [part, figures] of Object.entries(wanted)) {
    fireEvent.click(screen.getByRole('tab', { name: part }));
    for (const [figure, exact] of figures) {
      await waitFor(() => {
        expect([...document.querySelectorAll('[data-figure]')].map((at) => at.getAttribute('data-figure'))).toContain(
          figure,
        );
      });
      expect([figure, explainFigure(snapshot, figure).value]).toEqual([figure, exact]);
    }
  }
});
