/** What a workbook keeps between two openings: earlier results, and sheets that a write left unfinished. */
import { act, cleanup, configure, screen } from '@testing-library/react';
import type { Report } from '../../src/workbook/workbook';
import { answering, FakeWorkbook, report } from './fakes';
import { assessment, snapshot } from './fixture';
import { accessible, open, press } from './opened';

configure({ defaultHidden: true });
afterEach(cleanup);

/** A workbook that keeps reports, as Excel's settings do. */
class Keeping extends FakeWorkbook {
  asked = 0;
  kept: readonly Report[] = [{ ...report(), stamp: 'monday' }];
  readonly earlier = {
    list: () => {
      this.asked += 1;
      return Promise.resolve(this.kept);
    },
    forget: () => {
      this.kept = [];
      return Promise.resolve();
    },
  };
}
const settle = (): Promise<void> =>
  act(async () => {
    await new Promise((resolve) => setTimeout(resolve, 20));
  });

it('what the workbook keeps can be restored by a pane that never wrote it, and forgotten', async () => {
  const workbook = new Keeping();
  await open(assessment, workbook, answering());
  expect(workbook.asked).toBe(0);
  await press('Share', 'tab');
  await settle();
  expect(screen.getByRole('region', { name: 'Earlier results' }).textContent).toMatch(/kept in this workbook.*monday/);
  await accessible();
  await press('Restore monday');
  await settle();
  expect([workbook.writes[0]?.stamp, workbook.how[0]?.keep]).toEqual(['monday', true]);
  await press('Model', 'tab');
  await press('Share', 'tab');
  await settle();
  expect(workbook.asked).toBe(1);
  await press('Forget them');
  await settle();
  expect([workbook.kept, screen.queryByRole('region', { name: 'Earlier results' })]).toEqual([[], null]);
});

it('fault 48: on opening, sheets that a write left unfinished are named, with both ways out of it', async () => {
  const owned = [
    { name: 'Summary', key: 'summary', stamp: 'run 1', changed: false, unfinished: true },
    { name: 'Annual', key: 'annual', stamp: 'run 1', changed: false },
  ];
  const workbook = new FakeWorkbook(snapshot(undefined, { owned }));
  await open(assessment, workbook, answering());
  expect(screen.getByText('Summary: a write broke off')).toBeTruthy();
  await accessible();
  await press('Go to Share');
  expect(screen.getByRole('tabpanel').getAttribute('aria-labelledby')).toBe('place-share');
  workbook.now = snapshot(undefined, { owned: owned.slice(1) });
  await press('Empty them');
  await settle();
  expect(workbook.writes.map((one) => one.sheets.map((sheet) => [sheet.key, sheet.name, sheet.cells.length]))).toEqual([
    [['summary', 'Summary', 1]],
  ]);
  expect(screen.queryByText('Summary: a write broke off')).toBeNull();
});
