/** The worked examples say what is known of the world: what they give is held against public figures. */
import { inclisiranEngland } from '../../src/inputs/examples/inclisiran-england';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { templateReport } from '../../src/inputs/template';
import { runModel } from '../../src/run/run-model';
import { newXlsx, openXlsx } from '../../src/workbook/xlsx';

/** Months from the first: inclisiran was first given in 2022, and 64,163 doses to February 2025. */
const TO_FEBRUARY_2025 = 38;
/** Months since the start at which a dose falls due. */
const DUE = [0, 3, 9, 15, 21, 27, 33];

test('inclisiran: planned starts are the announced 300,000, and doses to February 2025 about the 64,163 given', async () => {
  const workbook = newXlsx();
  await workbook.write(templateReport(inclisiranEngland));
  const { assumptions } = readAssumptions(await (await openXlsx(await workbook.bytes())).read());
  const run = assumptions && runModel(assumptions).run;
  const monthly = (name: string): readonly number[] => {
    const quantity = run?.of.model.find(name);
    const [arms, months] = quantity?.block.axes ?? [];
    const arm = arms?.members.findIndex((member) => member.includes('Inclisiran')) ?? -1;
    return months?.members.map((_, month) => (quantity ? Number(run?.exact.at(quantity, [arm, month])) : NaN)) ?? [];
  };
  const total = (values: readonly number[]): number => values.reduce((sum, value) => sum + value, 0);
  expect(total(monthly('Demand').slice(0, 36))).toBeCloseTo(300000, 6);
  const doses = monthly('Starts by month').flatMap((started, month) =>
    DUE.filter((age) => month + age < TO_FEBRUARY_2025).map((age) => started * Math.exp((-0.1 * age) / 12)),
  );
  expect(Math.abs(total(doses) / 64163 - 1)).toBeLessThan(0.02);
});
