/** Typed cells go back into a file, and nothing else of it changes. */
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate';
import type { CellEdit } from '../../../../src/workbook/book';
import { editFile } from '../../../../src/workbook/xlsx/edit';
import { moveFormula } from '../../../../src/workbook/xlsx/sheets/address';
import { readBook } from '../../../../src/workbook/xlsx/sheets';
import { seedFile } from '../fixture';

const SEED = seedFile({
  sheets: [
    {
      name: 'Model',
      rows: [
        ['Setting', 'Value'],
        ['Rate', 0.1],
        ['Sum', { formula: '=B2*2', value: 0.2 }],
      ],
      tables: { BIM_Model: 'A1:B3' },
    },
    { name: 'Other', rows: [['kept', 1]] },
  ],
});
const edit = (row: number, column: number, cell: CellEdit['cell']): CellEdit => ({ sheet: 'Model', row, column, cell });
const cellOf = (bytes: Uint8Array, sheet: string, row: number, column: number) => {
  const found = readBook(bytes)
    .sheets.find((one) => one.name === sheet)
    ?.cells.find((one) => one.row === row && one.column === column);
  if (found === undefined) return undefined;
  return { value: found.value, formula: found.formula, error: found.error };
};

test('no edit, the same bytes', () => {
  expect(editFile(SEED, [], [])).toBe(SEED);
});

test.each<[string, CellEdit['cell']]>([
  ['a number', { value: 0.30000000000000004 }],
  ['text', { value: ' =1+1 <b>&"_x0041_ ' }],
  ['a truth', { value: true }],
  ['a formula', { value: 4, formula: '=B2*40' }],
  ['an error', { value: null, error: '#N/A' }],
  ['a formula of words', { value: 'x', formula: '="x"' }],
])('%s is read back as typed', (_, cell) => {
  const saved = editFile(SEED, [edit(2, 2, cell), edit(9, 4, cell)], []);
  const wanted = { value: cell.value, formula: cell.formula, error: cell.error };
  expect(cellOf(saved, 'Model', 2, 2)).toEqual(wanted);
  expect(cellOf(saved, 'Model', 9, 4)).toEqual(wanted);
  expect(cellOf(saved, 'Model', 3, 1)?.value).toBe('Sum');
});

test('a cleared cell is gone', () => {
  expect(cellOf(editFile(SEED, [edit(2, 2, { value: null })], []), 'Model', 2, 2)?.value ?? null).toBeNull();
});

test('parts that were not touched stay byte for byte', () => {
  const [before, after] = [unzipSync(SEED), unzipSync(editFile(SEED, [edit(2, 2, { value: 5 })], []))];
  const changed = Object.keys(before).filter(
    (path) => strFromU8(before[path] ?? new Uint8Array()) !== strFromU8(after[path] ?? new Uint8Array()),
  );
  expect(changed.sort()).toEqual(['xl/workbook.xml', 'xl/worksheets/sheet1.xml']);
  expect(strFromU8(after['xl/workbook.xml'] ?? new Uint8Array())).toContain('fullCalcOnLoad="1"');
});

test('a table grows, with its filter and its columns', () => {
  const table = { name: 'BIM_Model', top: 1, left: 1, bottom: 4, right: 3, headers: ['Setting', 'Value', 'A & B'] };
  const saved = editFile(SEED, [edit(4, 1, { value: 'Years' })], [{ sheet: 'Model', table }]);
  const [model] = readBook(saved).sheets;
  expect(model?.tables).toEqual([table]);
  expect(cellOf(saved, 'Model', 1, 3)?.value).toBe('A & B');
});

/** A file whose third row shares the formula of the second, and that keeps a chain of calculation. */
function sharing(): Uint8Array {
  const parts = unzipSync(SEED);
  const text = (path: string): string => strFromU8(parts[path] ?? new Uint8Array());
  parts['xl/worksheets/sheet1.xml'] = strToU8(
    text('xl/worksheets/sheet1.xml').replace(
      /<sheetData>.*<\/sheetData>/s,
      '<sheetData><row r="1"><c r="A1"><v>1</v></c><c r="B1"><f t="shared" ref="B1:B3" si="0">A1*$A$1</f><v>1</v></c></row>' +
        '<row r="2"><c r="A2"><v>2</v></c><c r="B2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><v>3</v></c><c r="B3"><f t="shared" si="0"/><v>3</v></c></row></sheetData>',
    ),
  );
  parts['xl/calcChain.xml'] = strToU8(
    '<calcChain xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><c r="B1" i="1"/></calcChain>',
  );
  parts['[Content_Types].xml'] = strToU8(
    text('[Content_Types].xml').replace(
      '</Types>',
      '<Override PartName="/xl/calcChain.xml" ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.calcChain+xml"/></Types>',
    ),
  );
  parts['xl/_rels/workbook.xml.rels'] = strToU8(
    text('xl/_rels/workbook.xml.rels').replace(
      '</Relationships>',
      '<Relationship Id="rId99" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/calcChain" Target="calcChain.xml"/></Relationships>',
    ),
  );
  return zipSync(parts);
}

test('followers of a formula that is overwritten get their own', () => {
  expect(cellOf(sharing(), 'Model', 3, 2)?.formula).toBe('=A3*$A$1');
  const saved = editFile(sharing(), [edit(1, 2, { value: 7 })], []);
  expect([1, 2, 3].map((row) => cellOf(saved, 'Model', row, 2)?.formula)).toEqual([undefined, '=A2*$A$1', '=A3*$A$1']);
  expect(cellOf(saved, 'Model', 1, 2)?.value).toBe(7);
  expect(strFromU8(unzipSync(saved)['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain('shared');
});

test('the chain of calculation goes, and nothing names it', () => {
  const parts = unzipSync(editFile(sharing(), [edit(1, 2, { value: 7 })], []));
  expect(Object.keys(parts)).not.toContain('xl/calcChain.xml');
  for (const path of ['[Content_Types].xml', 'xl/_rels/workbook.xml.rels'])
    expect(strFromU8(parts[path] ?? new Uint8Array())).not.toContain('calcChain');
});

test.each([
  ['A1+$B2*C$3', 1, 2, 'C2+$B3*E$3'],
  ['SUM(A1:B2)&"A1"', 1, 0, 'SUM(A2:B3)&"A1"'],
  ["'A1 x'!A1+LOG10(5)", 1, 1, "'A1 x'!B2+LOG10(5)"],
  ['Z9+T[A1]', 0, 1, 'AA9+T[A1]'],
])('%s moves %i down and %i right to %s', (formula, rows, columns, moved) => {
  expect(moveFormula(formula, rows, columns)).toBe(moved);
});

test.each([
  ['text', strToU8('not a workbook'), /not an \.xlsx/],
  ['an old file', new Uint8Array([0xd0, 0xcf, 0x11, 0xe0]), /password|\.xls format/],
])('%s is refused in plain words', (_, bytes, words) => {
  expect(() => readBook(bytes)).toThrow(words);
});
