/** Ten subgroups, technologies and years: the live workbook stays below 10 MB; what is too large is refused in words. */
import { tenByTenByTen } from '../../bench/workloads/ten';
import { templateReport } from '../../src/inputs/template';
import { newXlsx } from '../../src/workbook/xlsx';
import { liveBytes } from '../../src/outputs/live-said';
import { modelOf, writeLive, type Written } from './written';

/** How far what is said beforehand is from what is written, as a part of it. */
const foretold = (written: Written | null): number =>
  written ? Math.abs(liveBytes(written.live) / written.bytes.length - 1) : Infinity;

test.each(['dx_2x2_mammography', 'easybim', 'realisation/micro_example'])(
  'the size of %s is foretold',
  async (name) => {
    expect(foretold(await writeLive(modelOf(name)))).toBeLessThan(0.4);
  },
);

test('ten by ten by ten stays below 10 MB', async () => {
  const made = newXlsx();
  await made.write(templateReport(tenByTenByTen));
  const written = await writeLive(await made.bytes());
  expect(written?.bytes.length).toBeLessThan(10_000_000);
  expect(foretold(written)).toBeLessThan(0.4);
  expect(written?.live.figures.scenarios).toEqual(['Base', 'Dearer']);
}, 300_000);
