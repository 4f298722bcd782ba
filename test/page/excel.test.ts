/** The built add-in in an emulated Excel on the web: the whole journey of a person, and what stands outside the pane. */
import { findSheet, type Book } from '../excel-host/book';
import { plant } from '../workbook/excelBench';
import { MODEL } from '../workbook/faults/bench';
import { ExcelSite, type OpenAddin } from './excel-site';
import { journey } from './journey';
import { upToDate } from './pane';

let site: ExcelSite;
beforeAll(async () => {
  site = await ExcelSite.open();
});
afterAll(async () => {
  await site.close();
});

describe('the journey', () => {
  journey(() => site);
});

/** A small model on sheets of the user's own. */
const small = ({ book }: { readonly book: Book }): void => {
  plant(book, MODEL);
};
async function withModel(opening: Parameters<ExcelSite['visit']>[0] = {}): Promise<OpenAddin> {
  const opened = await site.visit({ arrange: small, ...opening });
  await upToDate(opened.pane);
  return opened;
}
test('functions in cells and buttons of the ribbon: figures of the run, none when an input changes, new ones after Run', async () => {
  const { pane, host, faults, close } = await withModel();
  const shown = async (id: number, many: number): Promise<unknown> => {
    for (let n = 0; n < 100 && (host.given.get(id)?.length ?? 0) < many; n += 1)
      await new Promise((resolve) => setTimeout(resolve, 100));
    const value = host.given.get(id)?.at(-1)?.value as
      { readonly basicValue?: string; readonly message?: string } | number;
    return typeof value === 'object' ? `${value.basicValue ?? ''} ${value.message ?? ''}` : value;
  };
  const figures = [
    host.call('IMPACT', [2026]),
    host.call('PATIENTS', [2027, 'New']),
    host.call('FIGURE', ['Budget impact[2028]']),
  ];
  expect(await Promise.all(figures.map((id) => shown(id, 1)))).toEqual([6000, 300, 30000]);
  expect(await shown(host.call('IMPACT', [1900]), 1)).toMatch(/^#VALUE! There is no year 1900/);

  const inputs = findSheet(host.book, 'Inputs');
  if (inputs === undefined) throw new Error('no inputs');
  host.type(inputs, 12, 4, 140);
  expect(await shown(figures[0] ?? 0, 2)).toMatch(/^#N\/A 1 input changed since the last run/);
  host.press('run');
  expect(await shown(figures[0] ?? 0, 3)).toBe(10000);
  host.press('check');
  await pane.locator('#place-model[aria-selected=true]').waitFor();
  host.press('live');
  await pane.locator('#place-share[aria-selected=true]').waitFor();
  expect(faults).toEqual([]);
  await close();
});
