/** The pane on published models: every dotted figure can be explained, and its explanation is the figure. */
import { cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess, explainFigure } from '../../src/assess';
import { CALC } from '../../src/outputs/sheets/calc';
import type { Calculator } from '../../src/taskpane/calculator';
import { LIVE_SHEET } from '../../src/taskpane/state';
import { Pane } from '../../src/taskpane/Pane';
import { subtract } from '../../src/taskpane/exact';
import { costOf, figuresOf, BASE } from '../../src/taskpane/reading';
import { check } from '../../src/taskpane/places/explained';
import { openXlsx } from '../../src/workbook/xlsx';
import type { Snapshot } from '../../src/workbook/workbook';
import { answered, FakeWorkbook } from './fakes';

// Whole models are worked out here, and pages that are loaded when visited are compiled.
configure({ defaultHidden: true, asyncUtilTimeout: 30_000 });
afterEach(cleanup);

const read = async (name: string): Promise<Snapshot> => {
  const file = readFileSync(join(__dirname, '..', 'published', name, 'model.xlsx'));
  return (await openXlsx(new Uint8Array(file))).read();
};
const CASES = [
  'ixa001',
  'semaglutide_uk',
  'china_nip',
  'pmprb',
  'nice_ng106',
  'bia_lecture',
  'cadth',
  'ncpe',
  'hcv_australia_subscription',
] as const;

const calculating = (): Calculator => ({
  ask: (task) => answered(task),
  cancel: () => undefined,
});

/** A pane on a workbook, with its figures there. */
async function opened(workbook: FakeWorkbook, calculator = calculating()): Promise<void> {
  render(<Pane workbook={workbook} calculator={calculator} sample={() => Promise.resolve()} />);
  await waitFor(() => {
    expect(screen.getByTestId('lead')).toBeTruthy();
  });
  await screen.findByRole('region', { name: 'Patient flow' });
}

async function figuresShown(snapshot: Snapshot): Promise<readonly string[]> {
  await opened(new FakeWorkbook(snapshot));
  const named = [...document.querySelectorAll<HTMLElement>('[data-figure]')].map((one) => one.dataset['figure'] ?? '');
  return [...new Set(named)];
}

describe.each(CASES)('%s', (name) => {
  it('explains every figure that is dotted', async () => {
    const snapshot = await read(name);
    const figures = await figuresShown(snapshot);
    expect(figures.length).toBeGreaterThan(3);
    for (const figure of figures) expect(check(explainFigure(snapshot, figure)).wrong).toBe(0);
  });
  it('shows worlds whose difference is the impact, and explains the impact it shows', async () => {
    const snapshot = await read(name);
    const { results } = assess(snapshot);
    if (results === null) throw new Error('no figures');
    for (const scenario of [BASE, ...results.scenarios.map((one) => one.scenario)]) {
      const figures = figuresOf(results, scenario);
      const without = costOf(results, figures, 'without');
      const change = costOf(results, figures, 'with').map((value, index) =>
        Number(subtract(value, without[index] ?? '0')),
      );
      figures.impact.total.forEach((value, index) => {
        expect(change[index]).toBeCloseTo(Number(value), 6);
      });
    }
    const year = results.years[0] ?? 0;
    expect(explainFigure(snapshot, `Budget impact[${String(year)}]`).value).toBe(results.impact.total[0]);
  });
});

describe('agreements', () => {
  it('are compared with none, told apart by who bears which risk, and lead to their cells', async () => {
    const snapshot = await read('hcv_australia_subscription');
    const workbook = new FakeWorkbook(snapshot);
    await opened(workbook);
    fireEvent.click(screen.getByRole('tab', { name: 'Stress' }));
    fireEvent.click(screen.getByRole('tab', { name: 'Deals' }));
    const list = await screen.findByRole('region', { name: 'Impact of each agreement' });
    const [none, deal, ...others] = within(list).getAllByRole('listitem');
    expect(others).toEqual([]); // with one agreement, all together are that one
    expect(none?.textContent).toContain('No agreement');
    expect(deal?.textContent).toContain('subscription');
    expect(deal?.textContent).toContain('a year, however many patients there are.');
    expect(deal?.textContent).toContain('The manufacturer bears more patients');
    expect(screen.getByTestId('lead').textContent).toMatch(/costs least: .* less than no agreement\.$/);
    const { results } = assess(snapshot);
    const at = results?.agreements?.find((one) => one.kind === 'one')?.at;
    fireEvent.click(within(list).getByRole('button', { name: `${at?.sheet ?? ''}!${at?.cell ?? ''}` }));
    await waitFor(() => {
      expect(workbook.shown).toEqual([at]);
    });
  });
});

describe('the live model', () => {
  it('is drafted from the pane: what will be written is said before, and the form is kept', async () => {
    const workbook = new FakeWorkbook(await read('semaglutide_uk'));
    await opened(workbook);
    fireEvent.click(screen.getByRole('tab', { name: 'Share' }));
    const live = await screen.findByRole('radio', { name: /Live formulas/ });
    expect(screen.queryByRole('checkbox', { name: /Calc/ })).toBeNull();
    fireEvent.click(live);
    const calc = await screen.findByRole('checkbox', { name: /^Calc/ });
    expect(calc.closest('div')?.textContent).toMatch(/[\d,]+ formulas/);
    fireEvent.click(screen.getByRole('button', { name: /^Write \d+ sheets$/ }));
    await screen.findByText('Your sheets are as they were.', { exact: false });
    const written = workbook.writes[0]?.sheets.find((sheet) => sheet.key === LIVE_SHEET);
    expect(written?.cells.some(({ value }) => typeof value === 'object' && 'formula' in value)).toBe(true);
    expect(LIVE_SHEET).toBe(CALC.key);
  });
  it('that no sheet could hold says so, and the figures are offered instead', async () => {
    const snapshot = await read('semaglutide_uk');
    const real = calculating();
    const ask: Calculator['ask'] = (task) =>
      task.kind === 'draft live'
        ? Promise.resolve({ kind: 'too large', message: 'The live model would take 2,000,000 rows.', byYear: false })
        : real.ask(task);
    await opened(new FakeWorkbook(snapshot), { ...real, ask });
    fireEvent.click(screen.getByRole('tab', { name: 'Share' }));
    fireEvent.click(await screen.findByRole('radio', { name: /Live formulas/ }));
    expect(await screen.findByText('The live model would take 2,000,000 rows.')).toBeTruthy();
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /Values/ }).checked).toBe(true);
    expect(screen.getByRole('button', { name: /^Write \d+ sheets$/ })).toBeTruthy();
  });
});
