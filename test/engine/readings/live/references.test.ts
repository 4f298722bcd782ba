/** References as Excel and LibreOffice read them: names of columns and sheets, and cells that follow one another. */
import {
  columnName,
  inColumn,
  quotedName,
  rangesOf,
  refText,
  type CellRef,
} from '../../../../src/engine/readings/live/references';

test.each([
  [1, 'A'],
  [26, 'Z'],
  [27, 'AA'],
  [52, 'AZ'],
  [53, 'BA'],
  [702, 'ZZ'],
  [703, 'AAA'],
])('column %d is %s', (column, name) => {
  expect(columnName(column)).toBe(name);
});

test.each(['Calc', 'Calc2026', 'Costs', 'Rates', 'ABCD1', 'Run', 'R2D2'])('%s needs no quotes', (sheet) => {
  expect(quotedName(sheet)).toBe(sheet);
});
test.each(['A1', 'abc12', 'R', 'c', 'RC', 'R1C1', 'r5', 'C7', 'R1C', '2026', 'My inputs', 'a_b', ''])(
  '%s could be a reference, or holds more than letters and digits',
  (sheet) => {
    expect(quotedName(sheet)).toBe(`'${sheet}'`);
  },
);
test('a quote inside is doubled', () => {
  expect(refText({ sheet: "O'Neill's", column: { at: 5 }, row: 8 }, 'Calc')).toBe("'O''Neill''s'!$E8");
});

const cell = (column: CellRef['column'], row: number, sheet = 'Calc'): CellRef => ({ sheet, column, row });
const [here, E, F] = [{ by: 0 }, { at: 5 }, { at: 6 }];
test.each<[string, readonly CellRef[], readonly string[]]>([
  ['down a column', [cell(here, 8), cell(here, 9), cell(here, 10)], ['[0]8:[0]10']],
  ['with a gap', [cell(E, 8), cell(E, 10), cell(E, 11)], ['$E8', '$E10:$E11']],
  ['upwards', [cell(E, 9), cell(E, 8)], ['$E9', '$E8']],
  ['along a row', [cell(E, 8), cell(F, 8)], ['$E8:$F8']],
  ['along a row and then down', [cell(E, 8), cell(F, 8), cell(F, 9)], ['$E8:$F8', '$F9']],
  ['down and then along', [cell(E, 8), cell(E, 9), cell(F, 9)], ['$E8:$E9', '$F9']],
  ['this column and the next', [cell({ by: 0 }, 8), cell({ by: 1 }, 8)], ['[0]8', '[1]8']],
  ['this column and a fixed one', [cell(here, 8), cell(E, 9), cell({ by: 5 }, 10)], ['[0]8', '$E9', '[5]10']],
  ['on two sheets', [cell(E, 8), cell(E, 9, 'Calc months')], ['$E8', "'Calc months'!$E9"]],
  ['twice the same', [cell(E, 8), cell(E, 8)], ['$E8', '$E8']],
])('ranges of cells: %s', (_, cells, ranges) => {
  expect(rangesOf(cells, 'Calc')).toEqual(ranges);
});

test('distances become columns', () => {
  expect(inColumn('[0]8+[-1]8*$E9-[12]7', 7)).toBe('G8+F8*$E9-S7');
});
