/** The pane as a person meets it: read, findings, run, result, changed inputs. */
import { act, cleanup, configure, fireEvent, screen, waitFor, within } from '@testing-library/react';
import { assessment, ERRORS, prices, results, snapshot, uptake } from './fixture';
import { accessible, lead, open, press } from './opened';

// Asking whether every element is visible makes each query by role a hundred times slower; axe asks once.
configure({ defaultHidden: true });
afterEach(cleanup);

describe('a model without errors', () => {
  it('opens with the answer, the table and the live region', async () => {
    await open();
    expect(lead()).toBe(
      'Lipsiran adds £23.8m over five years. It goes over the £6.0m line in 2029, by £0.09m, and stays over.',
    );
    const table = screen.getByRole('table', { name: 'Budget impact by year' });
    const row = within(table).getByRole('row', { name: /^2029/ });
    expect(
      within(row)
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['12,970', '2,724', '5.92', '12.01', '6.09', '−0.09', '2,236']);
    expect(screen.getByRole('status').textContent).toContain('Lipsiran adds £23.8m');
    expect(
      screen.getByRole('img', { name: /^Stacked columns\. Budget impact rises from £1\.97m in 2026/ }),
    ).toBeTruthy();
    await accessible();
  });
  it('changes world and scenario', async () => {
    await open();
    await press('Without', 'radio');
    expect(lead()).toBe('Without Lipsiran, care costs £5.7m in 2026 and £6.0m in 2030; £29.3m over five years.');
    await press('Change', 'radio');
    fireEvent.change(screen.getByRole('combobox', { name: 'Scenario' }), { target: { value: 'Half the uptake' } });
    expect(lead()).toContain('£11.9m');
    const scenarios = within(screen.getByRole('table', { name: 'Scenarios compared' }));
    expect(
      within(scenarios.getByRole('row', { name: /Half the uptake/ }))
        .getAllByRole('cell')
        .map((cell) => cell.textContent),
    ).toEqual(['11.90', '−11.90', 'never']);
  });
  it('gives the other headline figures, a limit on its safe side', async () => {
    await open();
    const more = within(screen.getByRole('region', { name: 'More figures' }));
    expect(more.getByRole('row', { name: /Break-even list price, Lipsiran/ }).textContent).toContain('£1,053.91');
    expect(more.getByRole('row', { name: /^Test of £6.0m a year/ }).textContent).toContain('over in 2029 and 2030');
    expect(more.getByRole('cell', { name: '3.2%' })).toBeTruthy();
  });
  it('goes to the cells of a finding and of a table', async () => {
    const { workbook } = await open();
    await press('Model', 'tab');
    await press('Costs!M15');
    await press('Population');
    expect(workbook.shown).toMatchObject([
      { sheet: 'Costs', cell: 'M15' },
      { sheet: 'Population', cell: 'B6' },
    ]);
    await accessible();
  });
  it('treats text from cells as text', async () => {
    const evil = '<img src=x onerror=alert(1)>';
    await open(() =>
      assessment(
        [{ severity: 'warning', code: 'x', at: null, message: evil, remedy: '=cmd|calc' }],
        results({ title: evil }),
      ),
    );
    await press('Model', 'tab');
    expect(screen.getByRole('heading', { level: 1, name: evil })).toBeTruthy();
    expect(document.querySelector('img[src="x"]')).toBeNull();
  });
});

describe('errors', () => {
  it('stop every figure, in every place', async () => {
    await open(() => assessment(ERRORS));
    expect(
      screen.getByRole('heading', { name: '3 cells stop the sums. Nothing is shown until they are right.' }),
    ).toBeTruthy();
    expect(screen.getByRole('alert').textContent).toContain('3 cells stop the sums');
    expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Run' }).disabled).toBe(true);
    await press('Result', 'tab');
    expect(screen.getByText('Price of ezetimibe is text')).toBeTruthy();
    expect(screen.queryByText(/£/)).toBeNull();
    await accessible();
  });
  it('can be run again once a cell is mended', async () => {
    let wrong = true;
    const { workbook } = await open(() => (wrong ? assessment(ERRORS) : assessment()));
    wrong = false;
    workbook.now = snapshot([uptake(0.22), prices(1950)]);
    await act(async () => {
      fireEvent.focus(screen.getByRole('tab', { name: 'Model' }));
      await Promise.resolve();
    });
    await waitFor(() => {
      expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Run' }).disabled).toBe(false);
    });
    await press('Run');
    expect(lead()).toContain('£23.8m');
  });
});

describe('changed inputs', () => {
  it('are shown with old and new value, and old figures stay', async () => {
    const { workbook } = await open();
    workbook.now = snapshot([uptake(0.19), prices(1950)]);
    await act(async () => {
      fireEvent.focus(screen.getByRole('tab', { name: 'Result' }));
      await Promise.resolve();
    });
    await screen.findByRole('button', { name: 'Run again' });
    expect(lead()).toContain('£23.8m');
    await press('Model', 'tab');
    expect(screen.getByText('21%').tagName).toBe('S');
    await press('Uptake!I7');
    expect(workbook.shown).toMatchObject([{ sheet: 'Uptake', cell: 'I7' }]);
  });
  it('forbid a write of figures that are no longer true', async () => {
    const { workbook } = await open();
    await press('Share', 'tab');
    const button = await screen.findByRole('button', { name: 'Write 2 sheets' });
    workbook.now = snapshot([uptake(0.21), prices(1)]);
    await act(async () => {
      fireEvent.click(button);
      await Promise.resolve();
    });
    await screen.findAllByText(/Inputs changed since this run, so nothing is written/);
    expect(workbook.writes).toEqual([]);
  });
});
