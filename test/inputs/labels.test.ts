/** Labels: headers and names are found whatever their case, blanks and underscores; a hyphen matters. */
import fc from 'fast-check';
import { clean, folded, isAll, listed, nearest, squeezed } from '../../src/inputs/labels';

test.each([
  ['List price', 'LIST_PRICE'],
  ['List price', ' list\u00a0 price '],
  ['List price', 'Listprice'],
  ['Mark-up', 'mark‑up'],
  ['P1', 'p 1'],
])('header %p is header %p', (a, b) => {
  expect(squeezed(a)).toBe(squeezed(b));
});

test.each([
  ['Mark-up', 'Markup'],
  ['Per follow-up', 'Per follow up'],
  ['Fee', 'Fee per'],
])('header %p is not header %p', (a, b) => {
  expect(squeezed(a)).not.toBe(squeezed(b));
});

test('names keep their blanks and marks, not their case', () => {
  expect(folded(' Drug  A\u202f(new) ')).toBe('drug a (new)');
  expect(folded('Drug_A')).not.toBe(folded('Drug A'));
  expect([isAll(''), isAll('ALL'), isAll(' all '), isAll('Alle')]).toEqual([true, true, true, false]);
});

test('the nearest word is offered, a far one is not', () => {
  const words = ['Discount', 'Discontinuation', 'List price', 'Mark-up'];
  expect(nearest('Discuont', words)).toBe('Discount');
  expect(nearest('markup', words)).toBe('Mark-up');
  expect(nearest('Lst price', words)).toBe('List price');
  expect(nearest('Approved by', words)).toBeNull();
  expect(nearest('', words)).toBeNull();
});

test('words are listed as a sentence has them', () => {
  expect([listed([]), listed(['a']), listed(['a', 'b']), listed(['a', 'b', 'c'], 'or')]).toEqual([
    '',
    'a',
    'a and b',
    'a, b or c',
  ]);
});

test('cleaning is done once and for all', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      expect(clean(clean(text))).toBe(clean(text));
      expect(squeezed(clean(text))).toBe(squeezed(text));
    }),
  );
});
