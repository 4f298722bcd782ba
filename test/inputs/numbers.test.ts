/** Numbers as typed: the shortest decimal of a double, 15 digits of a computed one, text strictly and without a locale. */
import fc from 'fast-check';
import { cellNumber, meantNumber, strictNumber } from '../../src/inputs/numbers';

describe('numbers', () => {
  test.each([
    ['1', '1'],
    ['-0.5', '-0.5'],
    ['+2', '2'],
    ['.25', '0.25'],
    ['3.', '3'],
    ['1e3', '1000'],
    ['2.5E-2', '0.025'],
    ['-0', '0'],
    [' 7 ', '7'],
  ])('%p is the number %s', (text, value) => {
    expect(strictNumber(text)?.toString()).toBe(value);
    expect(Object.is(strictNumber(text)?.toNumber(), -0)).toBe(false);
  });

  test.each([
    '',
    ' ',
    '0x10',
    '0b1',
    '1_000',
    '1,5',
    '1 000',
    'Infinity',
    'NaN',
    '5 %',
    '1e',
    '--1',
    '1.2.3',
    '１２',
    'e5',
    '1e99999',
  ])('%p is no number', (text) => {
    expect(strictNumber(text)).toBeNull();
  });

  test('a typed cell is the shortest decimal of its double, a computed one has 15 digits', () => {
    expect(cellNumber(0.1, false).toString()).toBe('0.1');
    expect(cellNumber(0.1 + 0.2, false).toString()).toBe('0.30000000000000004');
    expect(cellNumber(0.1 + 0.2, true).toString()).toBe('0.3');
    expect(cellNumber(0.05 * 0.6 + 0.45 * 0.5 + 0.5 * 0.9, true).toString()).toBe('0.705');
    expect(cellNumber(1e21, false).toString()).toBe('1000000000000000000000');
  });

  test.each([
    ['5 %', '0.05'],
    ['5%', '0.05'],
    ['1 200', '1200'],
    ['1\u00a0200,5', '1200.5'],
    ['1\u202f200', '1200'],
    ['１２', '12'],
    ["1'200", '1200'],
    ['1’200', '1200'],
    ['12,5', '12.5'],
    ['1,234,567', '1234567'],
    ['1,234.5', '1234.5'],
    ['£1200', '1200'],
    ['−3', '-3'],
    ['0.5', '0.5'],
  ])('%p probably means %s', (text, value) => {
    expect(meantNumber(text)).toBe(value);
  });

  test.each(['1,200', '1.234.567', 'about 5', 'n/a', '5 % of 3', '-', ''])('%p is not guessed', (text) => {
    expect(meantNumber(text)).toBeNull();
  });

  test('every double survives text and back', () => {
    fc.assert(
      fc.property(
        fc.double({ noNaN: true, noDefaultInfinity: true }).filter((value) => value !== 0),
        (value) => {
          expect(cellNumber(value, false).toNumber()).toBe(value);
          expect(strictNumber(cellNumber(value, false).toExponential())?.toNumber()).toBe(value);
        },
      ),
    );
  });
});
