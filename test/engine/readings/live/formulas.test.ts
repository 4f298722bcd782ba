/** Formulas as they are written: signs and brackets, choices, functions, rounding, counters, and where figures are read. */
import {
  atMost,
  cases,
  constant,
  equal,
  exp,
  first,
  less,
  ln,
  max,
  min,
  normal,
  one,
  position,
  round,
  select,
  sum,
  zero,
} from '../../../../src/engine/graph/expression';
import { byName, rowsOf, type Pinned } from './small-graph';

const WRITTEN: readonly Pinned[] = [
  ['a product', ['year'], ({ trend, rate }) => trend.times(rate), 'Figure =Trend*$Rate'],
  [
    'what is taken away stands in brackets',
    ['year'],
    ({ trend, rate }) => trend.minus(trend.minus(rate)).minus(rate.plus(rate)),
    'Figure =Trend-(Trend-$Rate)-($Rate+$Rate)',
  ],
  [
    'what is divided by stands in brackets',
    ['year'],
    ({ trend, rate }) => trend.over(trend.over(rate)).over(rate.times(trend)).times(rate.over(trend)),
    'Figure =Trend/(Trend/$Rate)/($Rate*Trend)*$Rate/Trend',
  ],
  [
    'a power of a power stands in brackets, its exponent too',
    ['year'],
    ({ trend, rate }) =>
      trend
        .power(rate)
        .power(trend.power(rate))
        .times(trend.plus(rate).power(rate.minus(trend))),
    'Figure =(Trend^$Rate)^(Trend^$Rate)*(Trend+$Rate)^($Rate-Trend)',
  ],
  [
    'what is added stands in none, a factor that is a sum does',
    ['year'],
    ({ trend, rate }) =>
      trend
        .plus(rate)
        .times(trend.minus(rate))
        .plus(trend.plus(rate.plus(rate))),
    'Figure =(Trend+$Rate)*(Trend-$Rate)+Trend+$Rate+$Rate',
  ],
  [
    'numbers of the method but 0 and 1 stand in cells',
    ['year'],
    ({ trend }) =>
      trend
        .times(constant(-1))
        .plus(constant('0.5').times(constant(12)))
        .plus(one),
    'Figure =Trend*$-1+$a half*$months in a year+1',
  ],
  [
    'what is so or not is 1 or 0',
    ['year'],
    ({ trend, rate }) => less(trend, rate).plus(atMost(trend.plus(one), rate.times(rate))),
    'Figure =IF(Trend<$Rate,1,0)+IF(Trend+1<=$Rate*$Rate,1,0)',
  ],
  [
    'a choice by what is so, and by a figure',
    ['year'],
    ({ trend, rate }) => select(equal(trend, rate), trend, zero()).plus(select(trend, rate, one)),
    'Figure =IF(Trend=$Rate,Trend,0)+IF(Trend,$Rate,1)',
  ],
  [
    'a choice by what the period decides',
    ['year'],
    ({ trend, rate, year }) => select(first(year, less(trend, rate), equal(trend, rate)), rate, trend),
    'Figure =IF(Trend<$Rate,$Rate,Trend) | =IF(Trend=$Rate,$Rate,Trend)',
  ],
  [
    'the least and the largest; of one, itself',
    ['year'],
    ({ trend, rate }) => max(min(trend.plus(rate), rate), one).times(max(trend.plus(rate))),
    'Figure =MAX(MIN(Trend+$Rate,$Rate),1)*(Trend+$Rate)',
  ],
  [
    'functions',
    ['year'],
    ({ trend, rate }) => exp(trend.plus(one)).plus(ln(rate)).plus(normal(trend)),
    'Figure =EXP(Trend+1)+LN($Rate)+NORMSDIST(Trend)',
  ],
  [
    'rounding half up, and cutting',
    ['year'],
    ({ trend, rate }) =>
      round(trend.times(rate), 'half up', 2)
        .plus(round(trend, 'half up', 0))
        .plus(round(trend, 'truncate', 1)),
    'Figure =ROUND(Trend*$Rate,$two)+ROUND(Trend,0)+ROUNDDOWN(Trend,1)',
  ],
  [
    'rounding half even: one cell is rounded, and ties go by its half',
    ['year'],
    ({ trend, rate }) => round(trend.times(rate), 'half even', 0).times(round(trend, 'half even', 1)),
    'Figure: before rounding =Trend*$Rate',
    'Figure =IF(Figure: before rounding-INT(Figure: before rounding)=$a half,$two*ROUND(Figure: before rounding/$two,0),ROUND(Figure: before rounding,0))*IF(Trend*$10-INT(Trend*$10)=$a half,$two*ROUND(Trend*$10/$two,0)/$10,ROUND(Trend,1))',
  ],
  [
    'two roundings of the same kind, their parts told apart',
    ['year'],
    ({ trend, rate }) => round(trend.times(rate), 'half even', 0).times(round(trend.plus(rate), 'half even', 0)),
    'Figure: before rounding =Trend*$Rate',
    'Figure: before rounding (2) =Trend+$Rate',
    'Figure =IF(Figure: before rounding-INT(Figure: before rounding)=$a half,$two*ROUND(Figure: before rounding/$two,0),ROUND(Figure: before rounding,0))*IF(Figure: before rounding (2)-INT(Figure: before rounding (2))=$a half,$two*ROUND(Figure: before rounding (2)/$two,0),ROUND(Figure: before rounding (2),0))',
  ],
  [
    '15 places are rounded, 16 are more than a cell has',
    ['year'],
    ({ trend, rate }) =>
      round(trend.plus(rate), 'half even', 15)
        .times(round(trend.plus(rate), 'half even', 16))
        .times(round(trend.plus(one), 'half up', 16)),
    'Figure: before rounding =Trend+$Rate',
    'Figure =IF(Figure: before rounding*$1000000000000000-INT(Figure: before rounding*$1000000000000000)=$a half,$two*ROUND(Figure: before rounding*$1000000000000000/$two,0)/$1000000000000000,ROUND(Figure: before rounding,$15))*(Trend+$Rate)*(Trend+1)',
  ],
  [
    'the number of a year where there is a baseline year',
    ['year'],
    ({ year, rate }) =>
      position(year)
        .times(rate)
        .plus(position(year))
        .plus(rate.minus(position(year))),
    'Figure =(year counted+1)*$Rate+year counted+1+$Rate-(year counted+1)',
  ],
  [
    'numbers of members that are rows',
    ['drug'],
    ({ drug, group, dose }) => position(drug).plus(position(group).times(dose)),
    'Figure(a) =1+1*$Dose(a)',
    'Figure(b) =$two+$two*$Dose(b)',
    'Figure(c) =$3+1*$Dose(c)',
  ],
  [
    'numbers of a month and of its year',
    ['month'],
    ({ year, month, course }) => position(year).times(position(month)).plus(course),
    'Figure =(year of the month+1)*month counted+Course',
  ],
  [
    'the year before, and none before the first',
    ['year'],
    ({ year, trend }) => first(year, zero(), trend.previous(year)),
    'Figure =0 | =Trend[-1]',
  ],
  [
    'one member whatever the current one',
    ['year'],
    ({ year, drug, trend, price, dose }) => trend.at(year, '2027').plus(price.at(drug, 'b')).plus(dose.at(drug, 'c')),
    'Figure =$Trend[H]+Price(b)+$Dose(c)',
  ],
  [
    'the group of each drug',
    ['drug', 'year'],
    ({ price, weight }) => price.times(weight),
    'Figure(a) =Price(a)*Weight(g)',
    'Figure(b) =Price(b)*Weight(h)',
    'Figure(c) =Price(c)*Weight(g)',
  ],
  [
    'the year of each month, and the year before it',
    ['month'],
    ({ year, course, trend }) => course.times(trend).plus(trend.previous(year)),
    'Figure =Course*INDEX($Trend[F]:$Trend[H],year of the month+1)+INDEX($Trend[F]:$Trend[H],year of the month)',
  ],
  [
    'the month before',
    ['month'],
    ({ month, course }) => first(month, course, course.previous(month)),
    'Figure =Course | =Course[-1]',
  ],
  [
    'later by a figure',
    ['year'],
    ({ year, trend, rate }) => trend.later(year, rate.plus(one)),
    'Figure =SUMIF($year counted[F]:$year counted[H],MIN(year counted-($Rate+1),$year counted[H]),$Trend[F]:$Trend[H])',
  ],
  [
    'later by a figure of the row, along months',
    ['drug', 'month'],
    ({ month, monthly, dose }) => monthly.later(month, dose),
    'Figure(a) =SUMIF($month counted[G]:$month counted[J],MIN(month counted-$Dose(a),$month counted[J]),$Monthly(a)[G]:$Monthly(a)[J])',
    'Figure(b) =SUMIF($month counted[G]:$month counted[J],MIN(month counted-$Dose(b),$month counted[J]),$Monthly(b)[G]:$Monthly(b)[J])',
    'Figure(c) =SUMIF($month counted[G]:$month counted[J],MIN(month counted-$Dose(c),$month counted[J]),$Monthly(c)[G]:$Monthly(c)[J])',
  ],
  [
    'differences between rows',
    ['drug', 'year'],
    ({ drug, group, price, rate }) =>
      cases(drug, (n) => (n === 0 ? 'x' : 'y'), { x: price, y: price.times(rate) }).plus(
        cases(group, (n) => (n === 0 ? 'x' : 'y'), { x: rate, y: price }),
      ),
    'Figure(a) =Price(a)+$Rate',
    'Figure(b) =Price(b)*$Rate+Price(b)',
    'Figure(c) =Price(c)*$Rate+$Rate',
  ],
  [
    'three kinds of years by flags, in brackets of their own',
    ['year'],
    ({ year, trend, rate }) =>
      cases(year, (n) => `k${String(n)}`, { k0: trend, k1: rate, k2: trend.plus(rate) }).times(rate),
    'Figure =IF(year: k0=1,Trend,IF(year: k1=1,$Rate,Trend+$Rate))*$Rate',
  ],
  [
    'kinds of the year of a month, and of the month',
    ['month'],
    ({ year, month, course, rate }) =>
      cases(month, (n) => `k${String(n % 2)}`, {
        k0: cases(year, (n) => `k${String(n % 2)}`, { k0: course, k1: rate }),
        k1: rate,
      }).plus(course),
    'Figure =IF(month: k0=1,IF(year: k1=1,$Rate,Course),$Rate)+Course',
  ],
  [
    'by period, times 1 and divided by 1 say nothing',
    ['year'],
    ({ year, trend, rate }) =>
      first(year, one, trend)
        .times(rate)
        .plus(rate.times(first(year, one, trend)))
        .plus(rate.over(first(year, one, trend))),
    'Figure =$Rate+$Rate+$Rate | =Trend*$Rate+$Rate*Trend+$Rate/Trend',
  ],
  [
    'by period, 0 added or taken away says nothing',
    ['year'],
    ({ year, trend, rate }) =>
      rate
        .minus(first(year, zero(), trend))
        .plus(first(year, zero(), trend))
        .times(first(year, zero(), trend).plus(rate)),
    'Figure =$Rate*$Rate | =($Rate-Trend+Trend)*(Trend+$Rate)',
  ],
  [
    'by period, 0 less and 1 divided or added stay',
    ['year'],
    ({ year, trend, rate }) =>
      first(year, zero(), trend)
        .minus(rate)
        .plus(first(year, one, trend).over(rate))
        .plus(first(year, one, trend).plus(rate))
        .plus(rate.minus(first(year, one, trend))),
    'Figure =0-$Rate+1/$Rate+1+$Rate+$Rate-1 | =Trend-$Rate+Trend/$Rate+Trend+$Rate+$Rate-Trend',
  ],
  [
    'what is left when one side goes keeps its brackets',
    ['year'],
    ({ year, trend, rate }) =>
      rate.minus(first(year, one, trend).times(rate.plus(trend))).over(rate.plus(trend).over(first(year, one, trend))),
    'Figure =($Rate-($Rate+Trend))/($Rate+Trend) | =($Rate-Trend*($Rate+Trend))/(($Rate+Trend)/Trend)',
  ],
  [
    'a branch that nobody takes is not written',
    ['drug'],
    ({ drug, year, dose, trend }) => cases(drug, () => 'y', { x: sum(trend.times(trend), year), y: dose }),
    'Figure(a) =$Dose(a)',
    'Figure(b) =$Dose(b)',
    'Figure(c) =$Dose(c)',
  ],
];

test.each(byName(WRITTEN))('%s', (_, [, axes, formula, ...rows]) => {
  expect(rowsOf(axes, formula)).toEqual(rows);
});

const WITHOUT_BASELINE: readonly Pinned[] = [
  ['the number of a year', ['year'], ({ year, rate }) => position(year).times(rate), 'Figure =year counted*$Rate'],
  [
    'the year of a month',
    ['month'],
    ({ course, trend }) => course.times(trend),
    'Figure =Course*INDEX($Trend[G]:$Trend[H],year of the month)',
  ],
];

test.each(byName(WITHOUT_BASELINE))(
  'without a baseline year the first year is 1: %s',
  (_, [, axes, formula, ...rows]) => {
    expect(rowsOf(axes, formula, false)).toEqual(rows);
  },
);
