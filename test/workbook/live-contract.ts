/**
 * A live model through every door: its formulas stand in their cells as they were written, links find the user's own
 * sheet whatever it is called, and what is read back is ours and unchanged, until somebody changes a formula.
 */
import { assessLive } from '../../src/assess';
import { columnName } from '../../src/engine/readings/live/references';
import { liveReport } from '../../src/outputs/live-report';
import type { CellSpec, Report, Workbook } from '../../src/workbook/workbook';
import type { Bench, Seed } from './contract';

const SHEET = "Tom's model (2)";
/** A small model with a scenario; what is not needed is left out. */
const MODEL: Seed = {
  sheets: [
    {
      name: SHEET,
      rows: [
        ['Setting', 'Value', null, null, null, null],
        ['Title', '=Small', null, null, null, null],
        ['Currency', 'GBP', null, null, null, null],
        ['First year', 2026, null, null, null, null],
        ['Years', 2, null, null, null, null],
        [],
        ['Subgroup', 'Step', 'Op', 'Base', null, null],
        ['+All adults', 'People', 'count', 1000, null, null],
        [],
        ['Technology', 'Role', null, null, null, null],
        ['New', 'new', null, null, null, null],
        ['Old', 'current', null, null, null, null],
        [],
        ['World', 'Subgroup', 'Technology', '2026', '2027', null],
        ['without', 'All', 'Old', 1, 1, null],
        ['with', 'All', 'New', 0.1, 0.25, null],
        [],
        ['Technology', 'Category', 'Item', 'Per', 'Unit cost', 'Quantity'],
        ['New', 'Acquisition', '@New', 'patient-year', 100, 2],
        ['Old', 'Acquisition', 'Old', 'patient-year', 40, null],
        [],
        ['Scenario', 'Parameter', 'Op', 'Value', null, null],
        ['Dearer', 'Costs/New/All/Acquisition/@New/Unit cost', 'x', 1.5, null, null],
      ],
      tables: {
        BIM_Model: 'A1:B5',
        BIM_Population: 'A7:D8',
        BIM_Technologies: 'A10:B12',
        BIM_Uptake: 'A14:E16',
        BIM_Costs: 'A18:F20',
        BIM_Scenarios: 'A22:D23',
      },
    },
  ],
};
/** The blank quantity of the last cost. */
const QUANTITY = "'Tom''s model (2)'!F20";
/** Cells looked at, spread over the model: looking is slow behind some doors. */
const LOOKED_AT = 40;

const formulaOf = ({ value }: CellSpec): string | null =>
  typeof value === 'object' && 'formula' in value ? value.formula : null;

async function draftFor(workbook: Workbook): Promise<Report> {
  const { live, results, findings } = assessLive(await workbook.read());
  if (!live || !results) throw new Error(findings.map(({ message }) => message).join(' '));
  return liveReport(results, live, '1 Jan 2026 12:00');
}

export function liveTests(make: (seed: Seed) => Promise<Bench>, readsBack: boolean): void {
  test('a live model arrives formula by formula, on the user’s own cells', async () => {
    const bench = await make(MODEL);
    const report = await draftFor(await bench.open());
    await (await bench.open()).write(report);
    const calc = report.sheets.find(({ key }) => key === 'calc');
    const formulas = calc?.cells.filter((cell) => formulaOf(cell) !== null) ?? [];
    const links = formulas.filter((cell) => formulaOf(cell)?.includes("'Tom''s model (2)'!"));
    expect(links.length).toBeGreaterThan(10);
    // A quantity that is blank is 1 until it is typed.
    expect(formulas.map(formulaOf)).toContain(`=IF(LEN(${QUANTITY})>0,${QUANTITY}+0,1)`);
    const step = Math.ceil(formulas.length / LOOKED_AT);
    for (const cell of [...formulas.filter((_, index) => index % step === 0), ...links.slice(0, 3)]) {
      const found = await bench.look('Calc', `${columnName(cell.column)}${String(cell.row)}`);
      expect(found).toBe(formulaOf(cell));
    }
  });

  if (!readsBack) return;

  test('a live model is ours when it is read back, gives the same figures, and is written over', async () => {
    const bench = await make(MODEL);
    const report = await draftFor(await bench.open());
    await (await bench.open()).write(report);
    const snapshot = await (await bench.open()).read();
    const own = snapshot.owned.find(({ key }) => key === 'calc');
    expect(own).toMatchObject({ name: 'Calc', changed: false });
    const again = await draftFor(await bench.open());
    expect(again.sheets.map(({ cells }) => cells)).toEqual(report.sheets.map(({ cells }) => cells));
    expect(await (await bench.open()).write(again)).toMatchObject({ kept: [] });
  });

  test('a formula that somebody changed is noticed and kept; a new sheet stands beside it', async () => {
    const bench = await make(MODEL);
    const report = await draftFor(await bench.open());
    await (await bench.open()).write(report);
    const calc = report.sheets.find(({ key }) => key === 'calc');
    const cell = calc?.cells.find((each) => formulaOf(each)?.startsWith('=SUM('));
    const address = `${columnName(cell?.column ?? 0)}${String(cell?.row)}`;
    await bench.type('Calc', address, '=MAX(1,2)');
    const snapshot = await (await bench.open()).read();
    expect(snapshot.owned.filter(({ changed }) => changed).map(({ key }) => key)).toEqual(['calc']);
    const { kept } = await (await bench.open()).write(await draftFor(await bench.open()));
    expect(kept).toEqual(['Calc']);
    expect(await bench.look('Calc', address)).toBe('=MAX(1,2)');
    expect(await bench.look('Calc (Realise)', address)).toBe(cell && formulaOf(cell));
  });
}
