/** exp, ln, powers and rounding on two floats at a time, as functions of the module: as `elementary.ts` makes them of one. */
import type { RoundingMode } from '../../../graph/expression';
import { ARTANH, EXPONENTIAL, GREATEST_EXPONENT, LEAST_EXPONENT, LN2_HIGH, LN2_LOW, MAGIC } from '../../../elementary';
import { NEAR, SLACK } from '../floats';
import { Bytes, I32, OP, V128 } from './code-bytes';

/** A function of the module: what it takes, gives and has for locals, and its instructions. */
export interface Made {
  readonly takes: readonly number[];
  readonly gives: readonly number[];
  readonly locals: readonly number[];
  readonly code: readonly number[];
}

/** x → sum of factors[n]·x^n, by Horner's rule: the local x, into the stack. */
function polynomial(code: Bytes, x: number, factors: readonly number[]): void {
  const [last = 0, ...others] = [...factors].reverse();
  code.float(last);
  for (const factor of others) code.get(x).two('multiply').float(factor).two('add');
}

/** e^x = 2^k · e^r with |r| ≤ ln 2 / 2, e^r by its series to r^13. */
export function exponential(): Made {
  const [x, k, r] = [0, 1, 2];
  const code = new Bytes();
  code
    .get(x)
    .float(Math.LOG2E)
    .two('multiply')
    .two('nearest')
    .float(-1022)
    .two('greatest')
    .float(1023)
    .two('least')
    .set(k);
  code.get(x).get(k).float(LN2_HIGH).two('multiply').two('subtract');
  code.get(k).float(LN2_LOW).two('multiply').two('subtract').set(r);
  code.float(Infinity).float(0);
  polynomial(code, r, EXPONENTIAL);
  code.get(k).float(MAGIC).two('add').whole(52).two('wholeShiftLeft').two('wholeAdd');
  code.get(x).float(LEAST_EXPONENT).two('less').two('bitselect');
  code.get(x).float(GREATEST_EXPONENT).two('more').two('bitselect');
  return { takes: [V128], gives: [V128], locals: [V128, V128], code: code.bytes };
}

/** ln x = e·ln 2 + 2·artanh((m − 1)/(m + 1)), x = m·2^e with m between √½ and √2. */
export function logarithm(): Made {
  const [x, e, m, s, q, high] = [0, 1, 2, 3, 4, 5];
  const code = new Bytes();
  code
    .get(x)
    .whole(52)
    .two('wholeShiftRight')
    .bits(0x4338000000000000n - 1023n)
    .two('wholeAdd');
  code.float(MAGIC).two('subtract').set(e);
  code.get(x).bits(0x000fffffffffffffn).two('and').bits(0x3ff0000000000000n).two('or').set(m);
  code.get(m).float(Math.SQRT2).two('more').set(high);
  code.get(m).float(0.5).two('multiply').get(m).get(high).two('bitselect').set(m);
  code.get(e).float(1).get(high).two('and').two('add').set(e);
  code.get(m).float(1).two('subtract').get(m).float(1).two('add').two('divide').set(s);
  code.get(s).get(s).two('multiply').set(q);
  code.float(NaN).float(-Infinity).float(Infinity);
  code.get(e).float(LN2_HIGH).two('multiply');
  code.get(s).float(2).two('multiply');
  polynomial(code, q, ARTANH);
  code.two('multiply').get(e).float(LN2_LOW).two('multiply').two('add').two('add');
  code.get(x).float(Infinity).two('equal').two('bitselect');
  code.get(x).float(0).two('equal').two('bitselect');
  code.get(x).float(0).two('less').get(x).get(x).two('differ').two('or').two('bitselect');
  return { takes: [V128], gives: [V128], locals: [V128, V128, V128, V128, V128], code: code.bytes };
}

/** x^y = e^(y·ln|x|), negative where x is and y is odd; not a number where x is negative and y is not whole. */
export function power(exp: number, ln: number): Made {
  const [x, y, whole, size] = [0, 1, 2, 3];
  const code = new Bytes();
  code.float(1);
  code.get(x).two('absolute').call(ln).get(y).two('multiply').call(exp).set(size);
  code.get(y).get(y).two('nearest').two('equal').set(whole);
  code.float(NaN).get(size).two('negate').get(size);
  code.get(y).float(0.5).two('multiply').two('truncate').float(2).two('multiply').get(y).two('differ');
  code.get(x).float(0).two('less').two('and').get(whole).two('and').two('bitselect');
  code.get(x).float(0).two('less').get(whole).two('andNot').two('bitselect');
  code.get(y).float(0).two('equal').two('bitselect');
  return { takes: [V128, V128], gives: [V128], locals: [V128, V128], code: code.bytes };
}

/** x^n for a whole n that the structure fixes, by squares. */
export function wholePower(): Made {
  const [x, n, left, total, square] = [0, 1, 2, 3, 4];
  const code = new Bytes().float(1).set(total).get(x).set(square);
  code.whole(0).get(n).byte(OP.subtract).get(n).get(n).whole(0).byte(OP.less, OP.select).set(left);
  code.byte(OP.block, 0x40, OP.loop, 0x40).get(left).byte(OP.eqz, OP.brIf, 1);
  code.get(left).whole(1).byte(OP.and, OP.if, 0x40).get(total).get(square).two('multiply').set(total).byte(OP.end);
  code.get(square).get(square).two('multiply').set(square);
  code.get(left).whole(1).byte(OP.shiftRight).set(left).byte(OP.br, 0, OP.end, OP.end);
  code.get(n).whole(0).byte(OP.less, OP.if, V128).float(1).get(total).two('divide').byte(0x05).get(total).byte(OP.end);
  return { takes: [V128, I32], gives: [V128], locals: [I32, V128, V128], code: code.bytes };
}

/** Standard normal distribution function: rare, and done outside, one float after the other. */
export function normal(outside: number): Made {
  const code = new Bytes().get(0);
  for (const lane of [0, 1]) {
    code.get(0).two('lane').byte(lane).call(outside).two('setLane').byte(lane);
  }
  return { takes: [V128], gives: [V128], locals: [], code: code.bytes };
}

/** x rounded at a scale (10^places); ties are marked at the place `marks` in memory. See {@link roundFloat}. */
export function rounding(mode: RoundingMode, marks: number): Made {
  const [x, scale, size, slack, shifted] = [0, 1, 2, 3, 4];
  const half = mode === 'truncate' ? 0 : 0.5;
  const code = new Bytes();
  code.get(x).get(scale).two('multiply').two('absolute').set(size);
  code.get(size).float(1).two('add').set(slack);
  code.get(size).float(half).two('add').set(shifted);
  code.whole(0).whole(0).loadTwo(marks);
  code.get(shifted).get(shifted).two('nearest').two('subtract').two('absolute');
  code.get(slack).float(NEAR).two('multiply').two('atMost').get(size).float(0).two('differ').two('and');
  code.two('or').storeTwo(marks);
  if (mode === 'half even') {
    code.get(size).two('floor').float(0.5).two('add').two('nearest');
    code.get(shifted).two('floor');
    code.get(size).get(size).two('floor').two('subtract').float(0.5).two('subtract').two('absolute');
    code.get(slack).float(SLACK).two('multiply').two('atMost').two('bitselect');
  } else code.get(shifted).get(slack).float(SLACK).two('multiply').two('add').two('floor');
  code.get(scale).two('divide').set(size);
  code.get(size).two('negate').get(size).get(x).float(0).two('less').two('bitselect');
  return { takes: [V128, V128], gives: [V128], locals: [V128, V128, V128], code: code.bytes };
}
