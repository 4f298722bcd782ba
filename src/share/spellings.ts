/** The numbers that give a secret away: the number itself, × 100, ÷ 100, 1 − x, its inverse, what it makes of the list price. */
import type { Decimal } from 'decimal.js';
import { Exact } from '../engine/readings/decimals';
import type { Secret } from './secrets';

/** A number that gives a secret away when it is found. */
export interface Telling {
  readonly secret: Secret;
  readonly value: Decimal;
  /** The same as a float: thousands of numbers are compared, and few are near. */
  readonly near: number;
  /** Rates of two digits are found all over a model: they tell something only beside a word such as discount. */
  readonly rate: boolean;
  /** What it is of the secret: "× 100"; empty for the number itself. */
  readonly as: string;
}

type Form = readonly [as: string, value: Decimal];

const ONE = new Exact(1);

const amountForms = (value: Decimal): readonly Form[] => [
  ['', value],
  ['× 100', value.times(100)],
  ['÷ 100', value.div(100)],
  ['÷ 1,000', value.div(1000)],
  ['1 ÷ it', ONE.div(value)],
  ['a million ÷ it', new Exact(1_000_000).div(value)],
];

/** x: what is taken off. Also what is left, by how much the list price is more than the net price, and how many times. */
function rateForms(rate: Decimal): readonly Form[] {
  const rest = ONE.minus(rate);
  const shares: readonly Form[] = [
    ['', rate],
    ['1 − it', rest],
    ...(rest.lte(0) || rate.gte(1)
      ? []
      : ([
          ['1 ÷ (1 − it)', ONE.div(rest)],
          ['it ÷ (1 − it)', rate.div(rest)],
        ] as const)),
  ];
  return shares.flatMap(([as, value]): readonly Form[] => [
    [as, value],
    [`${as} × 100`.trim(), value.times(100)],
  ]);
}

export function tellings(secrets: readonly Secret[]): readonly Telling[] {
  return secrets.flatMap((secret) => {
    const telling = ([as, value]: Form, rate: boolean): Telling => ({
      secret,
      value,
      near: Math.abs(value.toNumber()),
      rate,
      as,
    });
    return [
      ...secret.amounts.flatMap((amount) => amountForms(amount).map((form) => telling(form, false))),
      ...secret.rates.flatMap((rate) => rateForms(rate).map((form) => telling(form, true))),
    ];
  });
}

/** Whether a number is within a hundredth of a telling one: only then is it compared digit by digit. */
export const isNear = (value: number, { near }: Telling): boolean => Math.abs(Math.abs(value) - near) <= near * 0.01;
