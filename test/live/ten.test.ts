/** Ten subgroups, technologies and years: the live workbook stays below 10 MB; what is too large is refused in words. */
import { tenByTenByTen } from '../../bench/workloads/ten';
import { templateReport } from '../../src/inputs/template';
import { newXlsx } from '../../src/workbook/xlsx';
import { writeLive } from './written';

test('ten by ten by ten stays below 10 MB', async () => {
  const made = newXlsx();
  await made.write(templateReport(tenByTenByTen));
  const written = await writeLive(await made.bytes());
  expect(written?.bytes.length).toBeLessThan(10_000_000);
  expect(written?.live.figures.scenarios).toEqual(['Base', 'Dearer']);
}, 300_000);
