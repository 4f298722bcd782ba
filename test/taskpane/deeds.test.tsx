/** What is done in the pane: explaining, walking, writing, beginning, cancelling; by pointer, by keyboard, by ear. */
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import type { Calculator } from '../../src/taskpane/calculator';
import { FakeWorkbook } from './fakes';
import { assessment, snapshot } from './fixture';
import { accessible, lead, open, press, type Opened } from './opened';

// Asking whether every element is visible makes each query by role a hundred times slower; axe asks once.
configure({ defaultHidden: true });
afterEach(cleanup);

describe('an explanation', () => {
  const openTree = async (): Promise<Opened> => {
    const opened = await open();
    const table = within(screen.getByRole('table', { name: 'Budget impact by year' }));
    const figure = table.getByRole('button', { name: '6.09' });
    figure.focus();
    await act(async () => {
      fireEvent.click(figure);
      await Promise.resolve();
    });
    await screen.findByRole('tree');
    return opened;
  };
  it('takes the focus to its heading and gives it back to the figure', async () => {
    await openTree();
    expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
    expect(document.activeElement?.textContent).toContain('Base case');
    expect(screen.getByText(/11 cells make this figure. Their parts add up to it exactly/)).toBeTruthy();
    await accessible();
    fireEvent.keyDown(screen.getByRole('tree'), { key: 'Escape' });
    await waitFor(() => {
      expect(document.activeElement?.getAttribute('data-figure')).toBe('Budget impact[2029]');
    });
  });
  it('is walked by arrow keys; Enter on a leaf goes to its cell', async () => {
    const { workbook } = await openTree();
    const tree = screen.getByRole('tree');
    const items = (): readonly HTMLElement[] => within(tree).getAllByRole('treeitem');
    const key = (name: string): void => {
      fireEvent.keyDown(tree, { key: name });
    };
    const before = items().length;
    items()[0]?.focus();
    key('ArrowLeft');
    expect(items()).toHaveLength(1);
    expect(items()[0]?.getAttribute('aria-expanded')).toBe('false');
    key('ArrowRight');
    expect(items()).toHaveLength(before);
    key('End');
    expect(document.activeElement?.textContent).toContain('Hospital care avoided');
    key('Enter');
    await waitFor(() => {
      expect(workbook.shown).toMatchObject([{ sheet: 'Costs', cell: 'G9' }]);
    });
    key('Home');
    expect(document.activeElement).toBe(items()[0]);
  });
  it('says when a figure cannot be explained', async () => {
    const calculator: Calculator = {
      ask: (task) =>
        Promise.resolve(
          task.kind === 'assess'
            ? { kind: 'assessed', assessment: assessment() }
            : { kind: 'failed', message: 'There is no such figure.' },
        ),
      cancel: () => undefined,
    };
    await open(assessment, new FakeWorkbook(), calculator);
    await press('£23.8m');
    expect(await screen.findByText('There is no such figure.')).toBeTruthy();
  });
});

describe('the year table', () => {
  it('is one stop for Tab and walked by arrows', async () => {
    await open();
    const table = within(screen.getByRole('table', { name: 'Budget impact by year' }));
    const stops = (): readonly HTMLElement[] =>
      table.getAllByRole('button', { hidden: false }).filter((button) => button.tabIndex === 0);
    expect(stops()).toHaveLength(1);
    const from = table.getByRole('button', { name: '6.09' });
    from.focus();
    fireEvent.keyDown(from, { key: 'ArrowUp' });
    expect(document.activeElement?.textContent).toBe('5.05');
    fireEvent.keyDown(document.activeElement ?? from, { key: 'Home' });
    expect(document.activeElement?.getAttribute('data-figure')).toBe('Treated patients[with, Lipsiran, 2028]');
    expect(stops()).toHaveLength(1);
  });
});

describe('writing', () => {
  it('says what will be written, leaves out what is unticked, and what became of it', async () => {
    const { workbook } = await open();
    await press('Share', 'tab');
    await screen.findByRole('heading', { name: '2 sheets will be written. Your sheets are not touched.' });
    await accessible();
    await act(async () => {
      fireEvent.click(screen.getByRole('checkbox', { name: /Annual/ }));
      await Promise.resolve();
    });
    await press('Write 1 sheet');
    await screen.findByText(/^Written/, { selector: 'span' });
    expect(workbook.writes.map((report) => report.sheets.map((sheet) => sheet.key))).toEqual([['summary']]);
    expect(screen.getByRole('status').textContent).toBe('1 sheet written.');
  });
  it('names a sheet that was changed by hand', async () => {
    const workbook = new FakeWorkbook(
      snapshot(undefined, { owned: [{ key: 'annual', name: 'My annual', stamp: '', changed: true }] }),
    );
    await open(assessment, workbook);
    await press('Share', 'tab');
    expect(await screen.findByText('You changed My annual since the last write')).toBeTruthy();
    await press('Write 2 sheets');
    await screen.findByText(/^Written/, { selector: 'span' });
    expect(workbook.how[0]?.replace).toEqual([]);
  });
  it('replaces it where that is chosen', async () => {
    const workbook = new FakeWorkbook(
      snapshot(undefined, { owned: [{ key: 'annual', name: 'My annual', stamp: '', changed: true }] }),
    );
    await open(assessment, workbook);
    await press('Share', 'tab');
    await screen.findByRole('radiogroup', { name: 'My annual' });
    await act(async () => {
      fireEvent.click(screen.getByRole('radio', { name: 'Replace' }));
      await Promise.resolve();
    });
    expect(screen.getByText('It will be written anew. What you typed there is lost.')).toBeTruthy();
    await accessible();
    await press('Write 2 sheets');
    await screen.findByText(/^Written/, { selector: 'span' });
    expect(workbook.how[0]?.replace).toEqual(['annual']);
  });
  it('that fails keeps the results and can be tried again', async () => {
    const { workbook } = await open();
    await press('Share', 'tab');
    await screen.findByRole('button', { name: 'Write 2 sheets' });
    workbook.fault = new Error('Excel has not answered for 30 seconds. Nothing was written.');
    await press('Write 2 sheets');
    await screen.findByText(
      /Excel has not answered for 30 seconds. Nothing was written. Your results are kept in this pane./,
    );
    workbook.fault = null;
    await press('Try again');
    await screen.findByText(/^Written/, { selector: 'span' });
    expect(workbook.writes).toHaveLength(1);
  });
});

describe('beginning', () => {
  it('offers the sample, then shows its result', async () => {
    await open(assessment, new FakeWorkbook(snapshot([])));
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe(
      'What a new technology will cost you, and how much of it will really be adopted.',
    );
    expect(screen.queryByRole('button', { name: /template/ })).toBeNull();
    await accessible();
    await press(/Open the sample model/);
    await waitFor(() => {
      expect(lead()).toContain('£23.8m');
    });
  });
  it('can be skipped', async () => {
    await open(assessment, new FakeWorkbook(snapshot([])));
    await press('Skip');
    expect(screen.getByText('Nothing to show yet')).toBeTruthy();
    expect(screen.getByText('No model yet')).toBeTruthy();
    await accessible();
  });
  it('says when the workbook cannot be read, and tries again', async () => {
    const workbook = new FakeWorkbook();
    workbook.fault = new Error('The workbook is protected.');
    await open(assessment, workbook);
    expect(screen.getAllByText('The workbook is protected.').length).toBeGreaterThan(0);
    workbook.fault = null;
    await press('Try again');
    expect(lead()).toContain('£23.8m');
  });
});

describe('while a cell is being edited', () => {
  /** A workbook that does not answer until it is told that the edit is over. */
  const edited = (): { readonly workbook: FakeWorkbook; readonly end: () => Promise<void> } => {
    const workbook = new FakeWorkbook();
    workbook.editing = true;
    let end: () => void = () => undefined;
    const over = new Promise<void>((resolve) => {
      end = resolve;
    });
    const read = workbook.read.bind(workbook);
    workbook.read = () => over.then(read);
    return {
      workbook,
      end: async () => {
        await act(async () => {
          end();
          await jest.advanceTimersByTimeAsync(10);
        });
      },
    };
  };
  const wait = (milliseconds: number): Promise<void> =>
    act(async () => {
      await jest.advanceTimersByTimeAsync(milliseconds);
    });
  beforeEach(() => {
    jest.useFakeTimers();
  });
  afterEach(() => {
    jest.useRealTimers();
  });

  it('the foot says what is waited for, and the run goes on by itself', async () => {
    const { workbook, end } = edited();
    await open(assessment, workbook);
    expect(screen.queryByText('Waiting for your edit')).toBeNull();
    await wait(1100);
    expect(screen.getByText('Waiting for your edit')).toBeTruthy();
    expect(screen.getByText('A cell is being edited')).toBeTruthy();
    expect(screen.getByRole('button', { name: 'Cancel' })).toBeTruthy();
    await end();
    expect(screen.queryByText('A cell is being edited')).toBeNull();
    expect(lead()).toContain('£23.8m');
  });
  it('silence that is no edit is told apart', async () => {
    const { workbook, end } = edited();
    workbook.editing = false;
    await open(assessment, workbook);
    await wait(2100);
    expect(screen.queryByText('Waiting for an answer')).toBeNull();
    await wait(1000);
    expect(screen.getByText('Waiting for an answer')).toBeTruthy();
    await end();
  });
  it('a write that is cancelled writes nothing when the edit ends', async () => {
    const workbook = new FakeWorkbook();
    await open(assessment, workbook);
    await press('Share', 'tab');
    await wait(10);
    const gate = edited();
    workbook.editing = true;
    const write = workbook.write.bind(workbook);
    workbook.write = (given, how) => gate.workbook.read().then(() => write(given, how));
    await press('Write 2 sheets');
    await wait(1100);
    await press('Cancel');
    expect(screen.getByText('Stopping')).toBeTruthy();
    await gate.end();
    expect(workbook.writes).toHaveLength(0);
    expect(screen.getByRole('button', { name: 'Write 2 sheets' })).toBeTruthy();
    expect(screen.getByRole('status').textContent).toBe('Cancelled.');
  });
});

describe('a long run', () => {
  it('is single flight and can be cancelled by Esc', async () => {
    let asked = 0;
    const calculator = {
      cancelled: 0,
      ask: () => {
        asked += 1;
        return new Promise<never>(() => undefined);
      },
      cancel() {
        this.cancelled += 1;
      },
    };
    const { workbook } = await open(assessment, new FakeWorkbook(), calculator);
    expect(screen.getByText('Working on 2 tables')).toBeTruthy();
    fireEvent.keyDown(screen.getByRole('tab', { name: 'Model' }), { key: 'Escape' });
    expect(calculator.cancelled).toBe(1);
    expect(screen.queryByText('Working on 2 tables')).toBeNull();
    expect([asked, workbook.reads]).toEqual([1, 1]);
  });
});
