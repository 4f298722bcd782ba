/** BIM_Uptake: a row's value in a year, typed or on a curve. t = 1 in the first year. */
import { D, needed, number, numberOr, ONE, Refused, same, text, word, ZERO } from './sheet';
import type { Line, Num } from './sheet';
import { seriesAt, typedAt, yearOf } from './model';
import type { Model } from './model';

const bass = (line: Line, t: Num): Num => {
  const [m, p, q] = [needed(line, 'P1'), needed(line, 'P2'), needed(line, 'P3')];
  const left = p.plus(q).times(t).neg().exp();
  return m.times(ONE.minus(left)).div(q.div(p).times(left).plus(1));
};

/** F grows each year by (p + q·F)(1 − F), from 0. */
const bassDiscrete = (line: Line, t: number): Num => {
  const [m, p, q] = [needed(line, 'P1'), needed(line, 'P2'), needed(line, 'P3')];
  let adopted = ZERO;
  for (let year = 1; year <= t; year++) adopted = adopted.plus(q.times(adopted).plus(p).times(ONE.minus(adopted)));
  return m.times(adopted);
};

const step = (model: Model, line: Line, t: Num): Num => {
  const from = needed(line, 'P2');
  const start = from.gte(1000) ? from.minus(yearOf(model, 0)) : from;
  return t.gte(start) ? needed(line, 'P1') : ZERO;
};

/** The curve at time t (which need not be whole). */
const curveAt = (model: Model, line: Line, others: readonly Line[], t: Num): Num => {
  const curve = word(line, 'Curve', '');
  const p = (name: string): Num => needed(line, name);
  if (curve === 'linear')
    return p('P1').plus(
      p('P2')
        .minus(p('P1'))
        .times(D.min(1, t.div(p('P3')))),
    );
  if (curve === 'logistic') {
    const floor = numberOr(line, 'P4', ZERO);
    return floor.plus(
      p('P1')
        .minus(floor)
        .div(
          p('P3')
            .times(t.minus(p('P2')))
            .neg()
            .exp()
            .plus(1),
        ),
    );
  }
  if (curve === 'gompertz') return p('P1').times(p('P2').neg().times(p('P3').times(t).neg().exp()).exp());
  if (curve === 'bass') return bass(line, t);
  if (curve === 'bass discrete') return betweenYears(t, (year) => bassDiscrete(line, year));
  if (curve === 'step') return step(model, line, t);
  if (curve === 'analogue') return analogue(model, line, others, t);
  throw new Refused(`Curve '${curve}' is not known`);
};

/** A straight line between whole years. */
const betweenYears = (t: Num, at: (year: number) => Num): Num => {
  const whole = t.floor().toNumber();
  const part = t.minus(whole);
  return part.isZero() ? at(whole) : at(whole).plus(part.times(at(whole + 1).minus(at(whole))));
};

/** The row of another technology, P2 times as fast; its typed years are joined by straight lines from 0 at time 0. */
const analogue = (model: Model, line: Line, others: readonly Line[], t: Num): Num => {
  const followed = others.find((other) => other !== line && same(text(other, 'Technology'), text(line, 'P1')));
  if (followed === undefined) throw new Refused(`No row of '${text(line, 'P1')}' to follow`);
  const time = t.times(numberOr(line, 'P2', ONE));
  const years = Array.from({ length: model.count }, (_, i) => i + 1);
  if (word(followed, 'Curve', '') !== '' && years.every((year) => typedAt(model, followed, year) === null))
    return curveAt(model, followed, others, time);
  return betweenYears(D.min(time, model.count), (year) =>
    year === 0 ? ZERO : uptakeAt(model, followed, others, year),
  );
};

/** A typed year wins over the curve; a curve is 0 in the baseline year; without one a blank year repeats the last. */
export const uptakeAt = (model: Model, line: Line, others: readonly Line[], t: number): Num => {
  const typed = typedAt(model, line, t);
  if (typed !== null) return typed;
  if (word(line, 'Curve', '') !== '') return t === 0 ? ZERO : curveAt(model, line, others, new D(t));
  const value = seriesAt(model, line, 'Base', t) ?? number(line, 'Base');
  if (value === null)
    throw new Refused(`Uptake of ${text(line, 'Technology')}: no value in ${String(yearOf(model, t))}`);
  return value;
};
