/** The pane's number rules, as in its design: every example there is a line here. */
import { add, compare, largestRemainder, ratio, round, subtract } from '../../src/taskpane/exact';
import {
  asTyped,
  count,
  money,
  number,
  numeralsOf,
  people,
  percent,
  price,
  scaled,
  several,
  signed,
  span,
  tableScale,
  unitOf,
  wholeMoney,
} from '../../src/taskpane/figures';

const GB = numeralsOf('en-GB', 'GBP');
const DE = numeralsOf('de-DE', 'EUR');
const FR = numeralsOf('fr-FR', 'EUR');

describe('money', () => {
  test.each([
    ['23793926', '£23.8m'],
    ['6000000', '£6.0m'],
    ['203400', '£203k'],
    ['950', '£950'],
    ['-1030000', '−£1.0m'],
    ['0', '£0'],
    ['999.5', '£1,000'],
    ['5233', '£5,233'],
    ['5923700000', '£5.9bn'],
  ])('%s in a sentence is %s', (amount, text) => {
    expect(money(amount, GB)).toBe(text);
  });

  it('keeps the point that would vanish beside millions', () => {
    expect(money('90925.47', GB, ['6000000'])).toBe('£0.09m');
    expect(money('499', GB, ['592300'])).toBe('£499');
    expect(money('0.2', GB, ['592300'])).toBe('£0');
  });
  it('signs a change, and zero has no sign', () => {
    expect(signed('0', 2, GB)).toBe('0.00');
    expect(signed('-0.001', 2, GB)).toBe('0.00');
    expect(signed('1266.4', 0, GB)).toBe('+1,266');
  });
  it('prices to the penny, rounding a limit to the safe side', () => {
    expect(price('1209', GB)).toBe('£1,209.00');
    expect(price('1053.9198', GB, 'at most')).toBe('£1,053.91');
    expect(price('1053.9198', GB)).toBe('£1,053.92');
    expect(price('-0.001', GB, 'at least')).toBe('£0.00');
    expect(wholeMoney('6090925.47', GB)).toBe('£6,090,925');
  });
  it('writes as the language does', () => {
    expect(money('23793926', DE)).toBe('23,8m\u00a0€');
    expect(price('1209.5', DE)).toBe('1.209,50\u00a0€');
    expect(price('1209.5', FR)).toBe('1\u202f209,50\u00a0€');
    expect(money('-23793926', numeralsOf('en-GB', 'CHF'))).toBe('−CHF\u00a023.8m');
  });
  it('survives a language and a currency that nobody knows', () => {
    expect(numeralsOf('not a language', 'GBP').language).toBe('en-GB');
    expect(money('1500000', numeralsOf('en-GB', 'guineas'))).toBe('guineas\u00a01.5m');
  });
});

describe('tables', () => {
  it('take one scale from the largest figure', () => {
    expect(unitOf(tableScale(['1970000', '-23790000']), GB)).toBe('£m');
    expect(unitOf(tableScale(['203000']), GB)).toBe('£k');
    expect(unitOf(tableScale(['950']), GB)).toBe('£');
    expect(tableScale(['2500000000']).places).toBe(0);
  });
  it('print two decimals of millions, a true minus, no brackets', () => {
    const scale = tableScale(['6090925.47']);
    expect(scaled('6090925.47', scale, GB)).toBe('6.09');
    expect(scaled('-1030000', scale, GB)).toBe('−1.03');
    expect(scaled(null, scale, GB)).toBe('–');
    expect(scaled('-4000', scale, GB)).toBe('0.00');
  });
  it('keep every digit that a double would lose', () => {
    expect(number('12345678901234567890.125', 2, GB)).toBe('12,345,678,901,234,567,890.13');
    expect(add('0.1', '0.2')).toBe('0.3');
    expect(number('1.005', 2, GB)).toBe('1.01');
    expect(subtract('6000000', '6090925.47')).toBe('-90925.47');
  });
  it('let printed parts add up to their printed total', () => {
    expect(largestRemainder(['1', '1', '1'], 0, 0)).toEqual(['1', '1', '1']);
    expect(largestRemainder(['333333', '333333', '333334'], 1, 6)).toEqual(['0.3', '0.3', '0.4']);
    const parts = ['22579272', '1279531', '149856', '1030000', '-1247734'];
    const printed = largestRemainder(parts, 2, 6);
    expect(add(...printed)).toBe(add(round(add(...parts), 2, 6)));
    expect(printed[4]).toBe('-1.25');
  });
});

describe('shares, people, years', () => {
  test.each([
    ['0.21', '21%'],
    ['0.213', '21%'],
    ['0.064', '6.4%'],
    ['0.04', '4%'],
    ['0', '0%'],
    ['1', '100%'],
    ['0.0004', '<0.1%'],
    ['0.9995', '>99%'],
    ['-0.05', '−5%'],
    ['1.234', '123%'],
    [null, '–'],
  ])('%s is %s', (share, text) => {
    expect(percent(share, GB)).toBe(text);
  });
  it('never prints a small part as nothing', () => {
    expect(percent('0.004', GB, true)).toBe('<1%');
  });
  it('counts people whole', () => {
    expect(people('2723.76', GB)).toBe('2,724');
  });
  it('keeps what was typed', () => {
    expect(asTyped('0.930', GB)).toBe('0.93');
    expect(asTyped('1950', GB)).toBe('1,950');
    expect(asTyped('100', GB)).toBe('100');
  });
  it('joins years with a dash and counts in words', () => {
    expect(span([2026, 2027, 2030])).toBe('2026–2030');
    expect(span([2026])).toBe('2026');
    expect(span([])).toBe('–');
    expect(count(5)).toBe('five');
    expect(several(1, 'sheet')).toBe('1 sheet');
    expect(several(3, 'sheet')).toBe('3 sheets');
  });
  it('writes Arabic digits where the language does', () => {
    expect(number('1234.5', 1, numeralsOf('ar-EG', 'EGP'))).toBe('١٬٢٣٤٫٥');
  });
  it('has no ratio to nothing', () => {
    expect(ratio('1', '0')).toBeNull();
    expect(compare(ratio('1', '3') ?? '0', '0.3333')).toBeGreaterThan(0);
  });
});
