/** The sheet in the browser, without a screen: reading, growing tables, writing reports, giving edits back. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Grid } from '../../../src/workbook/grid';
import { readBook } from '../../../src/workbook/xlsx/sheets';
import { withoutScreen } from './headless';

const MODEL = path.join(__dirname, '../../published/semaglutide_uk/model.xlsx');

describe('a published model in the sheet', () => {
  test('is read as its file is', async () => {
    const grid = new Grid(withoutScreen(), readBook(readFileSync(MODEL)), { language: 'en-GB', owned: [] });
    const snapshot = await grid.read();
    expect(snapshot.tables.map((table) => table.name)).toEqual(['BIM_Model', 'BIM_Population', 'BIM_Technologies', 'BIM_Uptake', 'BIM_Costs', 'BIM_Scenarios']);
  });
});
