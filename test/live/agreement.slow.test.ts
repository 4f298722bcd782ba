/**
 * The live workbook recalculates in LibreOffice to the engine's figures: every written figure of every case, to 1e-9 of
 * the larger of the figure and the totals of its block.
 */
import { recalculateAll } from '../libreoffice/batch';
import { CASE_NAMES, compare, modelOf, writeLive } from './written';

describe('the live models of the published cases', () => {
  it('recalculate to the engine’s figures', async () => {
    const written = await Promise.all(CASE_NAMES.map((name) => writeLive(modelOf(name))));
    const all = await recalculateAll(
      written.flatMap((of) => (of ? [{ bytes: of.bytes, sheets: of.live.sheets.map(({ sheet }) => sheet) }] : [])),
    );
    const lives = written.flatMap((of) => (of ? [of.live] : []));
    const found = lives.map((live, index) => compare(live, all[index] ?? {}));
    expect(lives.length).toBe(CASE_NAMES.length);
    expect(found.filter(({ largest }) => largest > 1e-9).map(({ where }) => where)).toEqual([]);
    expect(found.every(({ compared }) => compared > 30)).toBe(true);
  }, 600_000);
});
