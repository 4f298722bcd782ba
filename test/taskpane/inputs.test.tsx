/** Inputs of every table: seen row by row, searched, explained in the manual's words, and found on the sheet. */
import { cleanup, configure, fireEvent, screen, within } from '@testing-library/react';
import { columnMeaning, meaningsOf } from '../../src/inputs/meanings';
import { TABLES } from '../../src/inputs/tables';
import { accessible, open, press } from './opened';

configure({ defaultHidden: true });
afterEach(cleanup);

const search = (wanted: string): void => {
  fireEvent.change(screen.getByRole('searchbox', { name: 'Find an input' }), { target: { value: wanted } });
};
const rowsOf = (table: string): string[] =>
  within(screen.getByRole('list', { name: `Rows of ${table}` }))
    .getAllByRole('listitem')
    .map((row) => row.textContent);

it('a table opens to its rows, a row to its cells with what each column means, a cell to the sheet', async () => {
  const { workbook } = await open();
  await press('Model', 'tab');
  await press(/Uptake *,/);
  expect(rowsOf('Uptake')).toContain('without · All · Ezetimibe');
  await press('without · All · Ezetimibe');
  expect(document.body.textContent).toMatch(/WorldwithoutThe world without the new technology/);
  expect(screen.getByText('2026', { selector: 'dt' })).toBeTruthy();
  await accessible();
  await press('0.54');
  expect(workbook.shown.at(-1)).toMatchObject({ sheet: 'Uptake', table: 'BIM_Uptake', column: '2026' });
});

it('a search shows the rows that hold every word, and says where nothing does', async () => {
  await open();
  await press('Model', 'tab');
  search('lipsiran 1950');
  expect(rowsOf('Prices')).toEqual(['Lipsiran']);
  expect(screen.queryByRole('list', { name: 'Rows of Uptake' })).toBeNull();
  search('ezetimibe share');
  expect(rowsOf('Uptake')).toEqual(['without · All · Ezetimibe']);
  search('no such thing');
  expect(document.body.textContent).toContain('Nothing that was typed holds that.');
});

it.each(TABLES.map((table) => [table.word, table] as const))('every column of %s has a meaning', (_, table) => {
  const meanings = meaningsOf(table);
  expect(meanings.doc).not.toBe('');
  for (const { label } of table.fields) expect(columnMeaning(meanings, label.toUpperCase())).not.toBe('');
  expect(columnMeaning(meanings, '2026') !== '').toBe(table.years !== undefined);
  expect(columnMeaning(meanings, 'Colour')).toBe('');
});
