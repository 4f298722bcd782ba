/** Faults 17, 46, 47, 49, 50 and 55, at the pane: events, long runs, refused workers, an Office that is missing or old, themes. */
import { act, cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { assess } from '../../src/assess';
import { hintFrom } from '../../src/taskpane/appearance';
import { calculator, type WorkerPort } from '../../src/taskpane/calculator';
import { Pane } from '../../src/taskpane/Pane';

import { answering, FakeWorkbook } from './fakes';
import { snapshot } from './fixture';

jest.mock('../../src/taskpane/startWorker', () => ({
  startWorker: () => {
    throw new Error('refused');
  },
}));
configure({ defaultHidden: true, asyncUtilTimeout: 30_000 });
afterEach(() => {
  cleanup();
  document.body.innerHTML = '';
  Reflect.deleteProperty(globalThis, 'Office');
  jest.resetModules();
});

const settle = (): Promise<void> =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 30));
  });

it('fault 17: what an event tells is shown as a quiet line; focus, place and page stay where they are', async () => {
  const workbook = new FakeWorkbook();
  let tell: () => void = () => undefined;
  const watch = (changed: () => void): (() => void) => {
    tell = changed;
    return () => undefined;
  };
  render(<Pane workbook={workbook} calculator={answering()} sample={() => Promise.resolve()} watch={watch} />);
  await settle();
  const tab = screen.getByRole('tab', { name: 'Model' });
  tab.focus(); // the pane looks by itself
  await waitFor(() => {
    expect(workbook.reads).toBe(2);
  });
  const place = screen.getByRole('tabpanel').getAttribute('aria-labelledby');
  workbook.now = snapshot(
    workbook.now.tables.map((table) => ({
      ...table,
      rows: table.rows.map((row, n) =>
        n === 0 ? row.map((cell) => (typeof cell.value === 'number' ? { value: cell.value + 1 } : cell)) : row,
      ),
    })),
  );
  tell(); // so soon after a look the hint waits, and is not lost
  await waitFor(() => {
    expect(screen.getByRole('status').textContent).toMatch(/changed/);
  });
  expect(document.activeElement).toBe(tab);
  expect(screen.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe(place);
  expect(screen.queryByRole('dialog')).toBeNull();
  expect(screen.queryByRole('alertdialog')).toBeNull();
});

it('fault 46: sums are done beside the page, and Cancel ends them at once', async () => {
  let ended = 0;
  const worker = (): WorkerPort => ({
    postMessage: () => undefined,
    onmessage: null,
    onerror: null,
    terminate: () => {
      ended += 1;
    },
  });
  const sums = calculator(worker);
  let answered = false;
  void sums.ask({ kind: 'assess', snapshot: snapshot(), options: {} }).then(() => {
    answered = true;
  });
  const before = performance.now();
  sums.cancel();
  expect(performance.now() - before).toBeLessThan(200);
  await settle();
  expect([ended, answered]).toEqual([1, false]);
});

it('fault 47: where a worker is refused, the same code gives the same answer on the page', async () => {
  const refused = calculator(() => {
    throw new Error('refused by the content security policy');
  });
  const given = await refused.ask({ kind: 'assess', snapshot: snapshot(), options: {} });
  expect(JSON.stringify(given)).toBe(JSON.stringify({ kind: 'assessed', assessment: assess(snapshot()) }));
});

/** Starts the page as Excel would, with what is there of Office. */
async function start(office: object | null): Promise<string> {
  const root = document.createElement('div');
  root.id = 'root';
  document.body.append(root);
  if (office !== null) Object.assign(globalThis, { Office: office });
  await act(async () => {
    await import('../../src/taskpane/main');
    await new Promise((resolve) => setTimeout(resolve, 30));
  });
  return root.textContent;
}
const office = (host: string | null, supports: (version: string) => boolean): object => ({
  HostType: { Excel: 'Excel' },
  context: { requirements: { isSetSupported: (_name: string, version: string) => supports(version) } },
  onReady: () => Promise.resolve({ host }),
});

it('fault 49: where office.js is blocked or offline, the pane says so and what to do', async () => {
  expect(await start(null)).toMatch(
    /office\.js could not load.*appsforoffice\.microsoft\.com is not blocked.*Nothing in the workbook was touched/s,
  );
});

it('fault 50: an Excel that is too old is told so, with what would do', async () => {
  expect(await start(office('Excel', () => false))).toMatch(/This Excel is too old.*ExcelApi 1\.9/s);
});

it('fault 50: outside Excel as well', async () => {
  expect(await start(office(null, () => true))).toMatch(/This page belongs in Excel/);
});

it('fault 55: a theme is taken from the lightness of its background; without one the system decides', () => {
  expect(['#FFFFFF', '#f3f2f1', '#262626', '#0a0a0a'].map(hintFrom)).toEqual(['light', 'light', 'dark', 'dark']);
  expect([undefined, '', 'teal', 'rgb(0,0,0)'].map(hintFrom)).toEqual([undefined, undefined, undefined, undefined]);
});
