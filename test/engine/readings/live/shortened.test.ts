/** Long formulas: which part of one is taken out, under which differences, and what stays. */
import {
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
  type Expression,
} from '../../../../src/engine/graph/expression';
import { byName, rowsOf, type Pinned } from './small-graph';

const WRITTEN: readonly Pinned[] = [
  [
    'a short part that is said often goes before a long one',
    ['year'],
    ({ trend, rate }) =>
      ((part: Expression) =>
        max(
          part.over(rate),
          part.times(trend),
          part.power(rate),
          part.minus(trend),
          trend.times(trend).times(rate),
          part,
        ))(trend.plus(rate)),
    'Figure: part 1 =Trend+$Rate',
    'Figure =MAX(Figure: part 1/$Rate,Figure: part 1*Trend,Figure: part 1^$Rate,Figure: part 1-Trend,Trend*Trend*$Rate,Figure: part 1)',
  ],
  [
    'parts that differ in one thing are not one: places',
    ['drug', 'year'],
    ({ year, drug, trend, price, weight, treats }) =>
      first(
        year,
        trend,
        max(
          trend.plus(one),
          trend.previous(year).plus(one),
          price.at(drug, 'a').plus(one),
          price.at(drug, 'b').plus(one),
          weight.plus(one),
          weight.via(treats).plus(one),
          price.plus(one),
        ),
      ),
    'Figure: part 1 =0 | =Trend+1',
    'Figure: part 2 =0 | =Trend[-1]+1',
    'Figure(a) =Trend | =MAX(Figure: part 1,Figure: part 2,Price(a)+1,Price(b)+1,Weight(g)+1,Weight(h)+1,Price(a)+1)',
    'Figure(b) =Trend | =MAX(Figure: part 1,Figure: part 2,Price(a)+1,Price(b)+1,Weight(h)+1,Weight(h)+1,Price(b)+1)',
    'Figure(c) =Trend | =MAX(Figure: part 1,Figure: part 2,Price(a)+1,Price(b)+1,Weight(g)+1,Weight(g)+1,Price(c)+1)',
  ],
  [
    'parts that differ in one thing are not one: sums and numbers',
    ['group', 'year'],
    ({ year, drug, group, price, trend, treats }) =>
      max(
        sum(price, drug).plus(trend),
        sum(price, drug, group).plus(trend),
        sum(price, drug, treats).plus(trend),
        position(year).plus(trend),
        position(group).plus(trend),
        constant(2).plus(trend),
        constant(3).plus(trend),
      ),
    'Figure: part 1 =SUM(Price(a):Price(c))+Trend',
    'Figure: part 2(g) =SUM(Price(a),Price(c))+Trend',
    'Figure: part 2(h) =Price(b)+Trend',
    'Figure(g) =MAX(Figure: part 1,Figure: part 2(g),Price(c)+Trend,year counted+1+Trend,1+Trend,$two+Trend,$3+Trend)',
    'Figure(h) =MAX(Figure: part 1,Figure: part 2(h),SUM(Price(a):Price(b))+Trend,year counted+1+Trend,$two+Trend,$two+Trend,$3+Trend)',
  ],
  [
    'parts that differ in one thing are not one: roundings, functions and comparisons',
    ['year'],
    ({ trend, rate }) =>
      max(
        round(trend, 'half up', 0).plus(rate),
        round(trend, 'half up', 2).plus(rate),
        round(trend, 'truncate', 0).plus(rate),
        exp(trend).plus(rate),
        normal(trend).plus(rate),
        less(trend, rate).plus(rate),
        equal(trend, rate).plus(rate),
      ),
    'Figure: part 1 =IF(Trend<$Rate,1,0)+$Rate',
    'Figure: part 2 =IF(Trend=$Rate,1,0)+$Rate',
    'Figure =MAX(ROUND(Trend,0)+$Rate,ROUND(Trend,$two)+$Rate,ROUNDDOWN(Trend,0)+$Rate,EXP(Trend)+$Rate,NORMSDIST(Trend)+$Rate,Figure: part 1,Figure: part 2)',
  ],
  [
    'parts that differ in one thing are not one: lags and kinds',
    ['month'],
    ({ year, month, course, rate }) =>
      max(
        course.later(month, rate).plus(one),
        course.later(month, one).plus(one),
        cases(year, (n) => (n === 1 ? 'x' : 'y'), { x: course, y: rate }).plus(one),
        cases(year, (n) => (n === 2 ? 'x' : 'y'), { x: course, y: rate }).plus(one),
        cases(month, (n) => (n === 1 ? 'x' : 'y'), { x: course, y: rate }).plus(one),
        rate.plus(one),
      ),
    'Figure: part 1 =SUMIF($month counted[G]:$month counted[J],MIN(month counted-$Rate,$month counted[J]),$Course[G]:$Course[J])+1',
    'Figure =MAX(Figure: part 1,SUMIF($month counted[G]:$month counted[J],MIN(month counted-1,$month counted[J]),$Course[G]:$Course[J])+1,IF(year: x=1,Course,$Rate)+1,IF(year: x=1,$Rate,Course)+1,IF(month: y=1,$Rate,Course)+1,$Rate+1)',
  ],
  [
    'the longest first, until 12 figures are left',
    ['year'],
    ({ trend, rate }) =>
      trend
        .plus(rate)
        .times(trend.minus(rate))
        .plus(trend.times(trend).times(rate))
        .plus(trend.over(rate))
        .plus(trend.plus(rate).power(constant(2)))
        .plus(trend)
        .plus(rate),
    'Figure: part 1 =(Trend+$Rate)*(Trend-$Rate)+Trend*Trend*$Rate',
    'Figure =Figure: part 1+Trend/$Rate+(Trend+$Rate)^$two+Trend+$Rate',
  ],
  [
    'what divides is not taken out of a choice that guards it',
    ['year'],
    ({ trend, rate }) =>
      ((part: Expression) =>
        select(less(trend, rate), part.plus(part).plus(part), trend.times(rate).times(rate).plus(part)))(
        trend.over(rate).plus(trend.over(rate.plus(one))),
      ),
    'Figure: part 1 =$Rate+1',
    'Figure: part 2 =Trend*$Rate*$Rate',
    'Figure =IF(Trend<$Rate,Trend/$Rate+Trend/$Figure: part 1+Trend/$Rate+Trend/$Figure: part 1+Trend/$Rate+Trend/$Figure: part 1,Figure: part 2+Trend/$Rate+Trend/$Figure: part 1)',
  ],
  [
    'nor a logarithm or a power; what cannot fail is, and the condition',
    ['year'],
    ({ trend, rate }) =>
      ((part: Expression) =>
        select(
          less(trend.plus(rate).plus(trend), rate.times(trend)),
          part.plus(part),
          part.plus(trend.times(rate).times(trend)).plus(exp(rate.plus(trend))),
        ))(ln(trend.plus(rate)).plus(rate.power(trend))),
    'Figure: part 1 =Trend+$Rate',
    'Figure: part 2 =Trend*$Rate*Trend',
    'Figure: part 3 =Figure: part 1+Trend',
    'Figure: part 4 =$Rate*Trend',
    'Figure: part 5 =EXP($Rate+Trend)',
    'Figure =IF(Figure: part 3<Figure: part 4,LN(Figure: part 1)+$Rate^Trend+LN(Figure: part 1)+$Rate^Trend,LN(Figure: part 1)+$Rate^Trend+Figure: part 2+Figure: part 5)',
  ],
  [
    'what divides outside the choice is taken out',
    ['year'],
    ({ trend, rate }) =>
      ((part: Expression) =>
        select(less(part, rate), rate, trend).plus(part).plus(trend.times(rate)).plus(trend).plus(rate))(
        trend.over(rate).plus(trend.over(rate.plus(one))),
      ),
    'Figure: part 1 =Trend/$Rate+Trend/($Rate+1)',
    'Figure =IF(Figure: part 1<$Rate,$Rate,Trend)+Figure: part 1+Trend*$Rate+Trend+$Rate',
  ],
  [
    'a part of two of three kinds is 0 in the third',
    ['drug', 'year'],
    ({ drug, trend, rate, price }) =>
      ((part: Expression) =>
        cases(drug, (n) => `k${String(n)}`, {
          k0: part.plus(part).plus(price),
          k1: part.times(part).plus(trend),
          k2: price,
        }))(trend.plus(rate).times(price.plus(rate)).plus(price.times(trend))),
    'Figure: part 1(a) =(Trend+$Rate)*(Price(a)+$Rate)+Price(a)*Trend',
    'Figure: part 1(b) =(Trend+$Rate)*(Price(b)+$Rate)+Price(b)*Trend',
    'Figure: part 1(c) =0',
    'Figure(a) =Figure: part 1(a)+Figure: part 1(a)+Price(a)',
    'Figure(b) =Figure: part 1(b)*Figure: part 1(b)+Trend',
    'Figure(c) =Price(c)',
  ],
  [
    'a part that stands in and beside a difference is everywhere',
    ['drug', 'year'],
    ({ drug, trend, rate, price }) =>
      ((part: Expression) => cases(drug, (n) => (n === 0 ? 'x' : 'y'), { x: part.plus(part), y: price }).plus(part))(
        trend.plus(rate).times(price.plus(rate)).plus(price.times(trend)),
      ),
    'Figure: part 1(a) =(Trend+$Rate)*(Price(a)+$Rate)+Price(a)*Trend',
    'Figure: part 1(b) =(Trend+$Rate)*(Price(b)+$Rate)+Price(b)*Trend',
    'Figure: part 1(c) =(Trend+$Rate)*(Price(c)+$Rate)+Price(c)*Trend',
    'Figure(a) =Figure: part 1(a)+Figure: part 1(a)+Figure: part 1(a)',
    'Figure(b) =Price(b)+Figure: part 1(b)',
    'Figure(c) =Price(c)+Figure: part 1(c)',
  ],
  [
    'a part has the axes it needs',
    ['drug', 'year'],
    ({ trend, rate, price }) =>
      ((part: Expression) => part.times(part).plus(price.times(part)))(
        trend.plus(rate).times(trend.minus(rate)).times(trend.over(rate)),
      ),
    'Figure: part 1 =(Trend+$Rate)*(Trend-$Rate)*Trend/$Rate',
    'Figure(a) =Figure: part 1*Figure: part 1+Price(a)*Figure: part 1',
    'Figure(b) =Figure: part 1*Figure: part 1+Price(b)*Figure: part 1',
    'Figure(c) =Figure: part 1*Figure: part 1+Price(c)*Figure: part 1',
  ],
  [
    'of the largest of many, a part',
    ['year'],
    ({ trend, rate }) =>
      min(
        trend.plus(rate),
        max(trend.times(rate), trend.times(trend), rate.plus(one)),
        exp(trend.plus(rate)),
        trend.over(rate),
        rate.minus(trend),
      ),
    'Figure: part 1 =MAX(Trend*$Rate,Trend*Trend,$Rate+1)',
    'Figure =MIN(Trend+$Rate,Figure: part 1,EXP(Trend+$Rate),Trend/$Rate,$Rate-Trend)',
  ],
  [
    'comparisons, roundings and lags count what they hold, and stay whole',
    ['year'],
    ({ year, trend, rate }) =>
      less(trend.plus(rate).plus(rate), rate.times(trend).times(trend))
        .plus(less(trend.times(rate), round(rate.plus(trend).plus(rate), 'half up', 0)))
        .plus(trend.later(year, rate.plus(rate))),
    'Figure: part 1 =Trend+$Rate+$Rate',
    'Figure =IF(Figure: part 1<$Rate*Trend*Trend,1,0)+IF(Trend*$Rate<ROUND($Rate+Trend+$Rate,0),1,0)+SUMIF($year counted[F]:$year counted[H],MIN(year counted-($Rate+$Rate),$year counted[H]),$Trend[F]:$Trend[H])',
  ],
  [
    'of kinds of years the longest counts',
    ['year'],
    ({ year, trend, rate }) =>
      first(
        year,
        trend.plus(rate).plus(trend.times(rate)).plus(rate.over(trend)).plus(trend.plus(rate)),
        trend
          .times(trend)
          .plus(rate)
          .plus(trend.times(rate))
          .plus(rate.over(trend))
          .plus(trend.plus(rate))
          .plus(trend.times(trend).times(trend))
          .plus(rate),
      ),
    'Figure: part 1 =0 | =Trend*Trend+$Rate+Trend*$Rate+$Rate/Trend',
    'Figure =Trend+$Rate+Trend*$Rate+$Rate/Trend+Trend+$Rate | =Figure: part 1+Trend+$Rate+Trend*Trend*Trend+$Rate',
  ],
  [
    'sums and places are told apart, and so are numbers of members',
    ['drug', 'year'],
    ({ drug, year, price, dose, trend }) =>
      first(
        year,
        trend,
        trend
          .previous(year)
          .plus(price)
          .times(trend.plus(price))
          .plus(sum(price, drug).plus(price).times(sum(dose, drug).plus(price)))
          .plus(position(drug).plus(price).times(position(year).plus(price)))
          .plus(price.at(drug, 'a').plus(price).times(price.at(drug, 'b').plus(price))),
      ),
    'Figure: part 1(a) =0 | =(Trend[-1]+Price(a))*(Trend+Price(a))+(SUM(Price(a):Price(c))+Price(a))*(SUM($Dose(a):$Dose(c))+Price(a))',
    'Figure: part 1(b) =0 | =(Trend[-1]+Price(b))*(Trend+Price(b))+(SUM(Price(a):Price(c))+Price(b))*(SUM($Dose(a):$Dose(c))+Price(b))',
    'Figure: part 1(c) =0 | =(Trend[-1]+Price(c))*(Trend+Price(c))+(SUM(Price(a):Price(c))+Price(c))*(SUM($Dose(a):$Dose(c))+Price(c))',
    'Figure(a) =Trend | =Figure: part 1(a)+(1+Price(a))*(year counted+1+Price(a))+(Price(a)+Price(a))*(Price(b)+Price(a))',
    'Figure(b) =Trend | =Figure: part 1(b)+($two+Price(b))*(year counted+1+Price(b))+(Price(a)+Price(b))*(Price(b)+Price(b))',
    'Figure(c) =Trend | =Figure: part 1(c)+($3+Price(c))*(year counted+1+Price(c))+(Price(a)+Price(c))*(Price(b)+Price(c))',
  ],
  [
    'twelve figures stay',
    ['year'],
    ({ trend, rate }) =>
      trend
        .plus(rate)
        .plus(trend.times(rate))
        .plus(trend.over(rate))
        .plus(rate.times(rate))
        .plus(rate.over(trend))
        .plus(trend.times(trend)),
    'Figure =Trend+$Rate+Trend*$Rate+Trend/$Rate+$Rate*$Rate+$Rate/Trend+Trend*Trend',
  ],
];

test.each(byName(WRITTEN))('%s', (_, [, axes, formula, ...rows]) => {
  expect(rowsOf(axes, formula)).toEqual(rows);
});
