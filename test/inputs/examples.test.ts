/** The worked examples say what is known of the world: what they give is held against public figures. */
import { assess } from '../../src/assess';
import { inclisiranEngland } from '../../src/inputs/examples/inclisiran-england';
import { templateReport } from '../../src/inputs/template';
import { newXlsx, openXlsx } from '../../src/workbook/xlsx';

test('inclisiran: planned starts are the announced 300,000, and doses to February 2025 about the 64,163 given', async () => {
  const workbook = newXlsx();
  await workbook.write(
    templateReport({ ...inclisiranEngland, tables: { ...inclisiranEngland.tables, Scenarios: [] } }),
  );
  const { results, findings } = assess(await (await openXlsx(await workbook.bytes())).read());
  expect(findings).toEqual([]);
  const demand = results?.realisation?.demand[0]?.values.map(Number) ?? [];
  const starts = results?.realisation?.starts[0]?.values.map(Number) ?? [];
  expect(demand.slice(0, 36).reduce((sum, value) => sum + value, 0)).toBeCloseTo(300000, 6);
  const staying = (age: number): number => Math.exp((-0.1 * age) / 12);
  const doses = starts
    .flatMap((started, month) =>
      [0, 3, 9, 15, 21, 27, 33].map((age) => (month + age < 38 ? started * staying(age) : 0)),
    )
    .reduce((sum, value) => sum + value, 0);
  expect(Math.abs(doses / 64163 - 1)).toBeLessThan(0.02);
});
