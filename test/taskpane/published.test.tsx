/** The pane on published models: every dotted figure can be explained, and its explanation is the figure. */
import { cleanup, configure, render, screen, waitFor } from '@testing-library/react';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { assess, explainFigure } from '../../src/assess';
import { answer } from '../../src/worker/tasks';
import { Pane } from '../../src/taskpane/Pane';
import { subtract } from '../../src/taskpane/exact';
import { costOf, figuresOf, BASE } from '../../src/taskpane/reading';
import { check } from '../../src/taskpane/places/explained';
import { openXlsx } from '../../src/workbook/xlsx';
import type { Snapshot } from '../../src/workbook/workbook';
import { FakeWorkbook } from './fakes';

configure({ defaultHidden: true });
afterEach(cleanup);

const read = async (name: string): Promise<Snapshot> => {
  const file = readFileSync(join(__dirname, '..', 'published', name, 'model.xlsx'));
  return (await openXlsx(new Uint8Array(file))).read();
};
const CASES = ['ixa001', 'semaglutide_uk', 'china_nip', 'pmprb', 'nice_ng106', 'bia_lecture'] as const;

async function figuresShown(snapshot: Snapshot): Promise<readonly string[]> {
  const calculator = {
    ask: (task: Parameters<typeof answer>[0]) => Promise.resolve(answer(task)),
    cancel: () => undefined,
  };
  render(<Pane workbook={new FakeWorkbook(snapshot)} calculator={calculator} sample={() => Promise.resolve()} />);
  await waitFor(() => {
    expect(screen.getByTestId('lead')).toBeTruthy();
  });
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
