/** Sums over periods as they are written: months found by their year, and figures lagged. */
import { cases, first, position, sum, zero } from '../../../../src/engine/graph/expression';
import { byName, rowsOf, type Pinned } from './small-graph';

const WRITTEN: readonly Pinned[] = [
  [
    'numbers of what a month belongs to beside its year',
    ['month'],
    ({ season }) => position(season),
    'Figure =1 | =$two | =1 | =$two',
  ],
  [
    'kinds within a kind: only those that it has',
    ['month'],
    ({ year, month, course, rate, monthly, drug }) =>
      cases(month, (n) => (n < 2 ? 'x' : 'y'), {
        x: cases(year, (n) => `k${String(n)}`, { k0: rate, k1: course, k2: rate }),
        y: cases(month, (n) => (n === 2 ? 'x' : 'y'), { x: rate, y: monthly.at(drug, 'a') }),
      }),
    'Figure =IF(month: x=1,Course,IF(month: x=1,$Rate,Monthly(a)))',
  ],
  [
    'lagged where all of it is after the first year',
    ['year'],
    ({ year, trend, world }) => first(year, zero(), sum(trend.lagged(year, world), world)),
    'Figure: each world(without) =0 | =Trend',
    'Figure: each world(with) =0 | =IF(year counted<1,0,INDEX($Trend[F]:$Trend[H],year counted))',
    'Figure =0 | =SUM(Figure: each world(without):Figure: each world(with))',
  ],
  [
    'months of the year',
    ['year'],
    ({ course, month, year }) => sum(course, month, year),
    'Figure =SUMIF($year of the month[G]:$year of the month[J],year counted,$Course[G]:$Course[J])',
  ],
  [
    'months of the year, a row each',
    ['drug', 'year'],
    ({ monthly, month, year }) => sum(monthly, month, year),
    'Figure(a) =SUMIF($year of the month[G]:$year of the month[J],year counted,$Monthly(a)[G]:$Monthly(a)[J])',
    'Figure(b) =SUMIF($year of the month[G]:$year of the month[J],year counted,$Monthly(b)[G]:$Monthly(b)[J])',
    'Figure(c) =SUMIF($year of the month[G]:$year of the month[J],year counted,$Monthly(c)[G]:$Monthly(c)[J])',
  ],
  [
    'what is made of months stands on their sheet',
    ['year'],
    ({ monthly, trend, drug, month, year }) => sum(sum(monthly, drug).times(trend), month, year),
    'Figure =SUMIF($year of the month[G]:$year of the month[J],year counted,$Figure: each month[G]:$Figure: each month[J])',
    'Figure: each month =SUM(Monthly(a):Monthly(c))*INDEX($Trend[F]:$Trend[H],year of the month+1)',
  ],
  [
    'the months before, and one month',
    ['year'],
    ({ course, month, year }) =>
      sum(first(month, zero(), course.previous(month)), month, year).plus(sum(course.at(month, 'm4'), month, year)),
    'Figure =SUMIF($year of the month[G]:$year of the month[J],year counted,$Figure: each month[G]:$Figure: each month[J])+SUMIF($year of the month[G]:$year of the month[J],year counted,$Figure: each month (2)[G]:$Figure: each month (2)[J])',
    'Figure: each month =0 | =Course[-1]',
    'Figure: each month (2) =$Course[J]',
  ],
  ['all months', [], ({ course, month }) => sum(course, month), 'Figure =SUM($Course[G]:$Course[J])'],
  [
    'the figure of a year once for each of its months',
    ['year'],
    ({ trend, month, year }) => sum(trend, month, year),
    'Figure =0 | =SUM(Trend,Trend)',
  ],
  [
    'a month as part of its year: each month adds its own',
    ['month'],
    ({ course, month, year }) => course.over(sum(course, month, year)),
    'Figure =Course/SUM($Course[G]:$Course[H]) | =Course/SUM($Course[I]:$Course[J])',
  ],
  [
    'lagged by years, where there is a baseline year',
    ['year'],
    ({ trend, rate, year, age }) => sum(trend.lagged(year, age).times(rate), age),
    'Figure: each age(0) =Trend*$Rate',
    'Figure: each age(1) =IF(year counted<1,0,INDEX($Trend[F]:$Trend[H],year counted))*$Rate',
    'Figure: each age(2) =IF(year counted<$two,0,INDEX($Trend[F]:$Trend[H],year counted-1))*$Rate',
    'Figure: each age(3) =IF(year counted<$3,0,INDEX($Trend[F]:$Trend[H],year counted-$two))*$Rate',
    'Figure =SUM(Figure: each age(0):Figure: each age(3))',
  ],
  [
    'lagged by months',
    ['month'],
    ({ course, month, world }) => sum(course.lagged(month, world), world),
    'Figure: each world(without) =Course',
    'Figure: each world(with) =IF(month counted<$two,0,INDEX($Course[G]:$Course[J],month counted-1))',
    'Figure =SUM(Figure: each world(without):Figure: each world(with))',
  ],
  [
    'years of drugs in a month',
    ['month'],
    ({ price, drug }) => sum(price, drug),
    'Figure =SUM(INDEX($Price(a)[F]:$Price(a)[H],year of the month+1),INDEX($Price(b)[F]:$Price(b)[H],year of the month+1),INDEX($Price(c)[F]:$Price(c)[H],year of the month+1))',
  ],
];

test.each(byName(WRITTEN))('%s', (_, [, axes, formula, ...rows]) => {
  expect(rowsOf(axes, formula)).toEqual(rows);
});
