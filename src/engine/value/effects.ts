/**
 * Effects: how much of a benefit is there so many months after a start. ρ(a) = min(1, max(0, (a + 1 − Lag) / max(1, Ramp))),
 * a = 0 in the month of the start. Workbook contract, BIM_Outcomes Per.
 */
import { blanksIn } from '../given';
import { axis, type Axis } from '../graph/axis';
import { cases, constant, first, max, min, one, position, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { distinct } from '../model/structure';
import { Exact } from '../readings/decimals';
import type { OutcomeRow } from '../realisation-assumptions';
import type { Calendar } from './calendar';

export interface Effects {
  readonly outcome: Axis;
  /** Part of the effect that a month of presence gives, by months since the start. [outcome, months since] */
  readonly weight: Quantity;
}

export function effects(model: Model, rows: readonly OutcomeRow[], { age }: Calendar): Effects {
  const source = 'workbook contract, BIM_Outcomes';
  const outcome = axis(
    'outcome',
    distinct(rows.map((row) => [row.technology, row.subgroup, row.benefit].filter(Boolean).join(' · '))),
  );
  const input = (name: string, label: string, of: (row: OutcomeRow) => OutcomeRow['lagMonths']): Quantity =>
    model.input(name, '1', [outcome], rows.map(of), new Exact(0), {}, blanksIn(rows, label));
  const lag = input('Lag of the benefit', 'Lag months', (row) => row.lagMonths);
  const ramp = input('Ramp of the benefit', 'Ramp months', (row) => row.rampMonths);
  const there = model.quantity(
    'Part of the effect that is there',
    '1',
    [outcome, age],
    () => min(one, max(zero(), position(age).minus(lag).over(max(one, ramp)))),
    { source },
  );
  const twelfth = (of: Expression): Expression => of.over(constant(12));
  const weight = model.quantity(
    'Weight of a month since the start',
    '1',
    [outcome, age],
    () =>
      cases(outcome, (member) => rows[member]?.per ?? 'year', {
        'patient-year': twelfth(there),
        'year since start': twelfth(there),
        start: first(age, there, there.minus(there.previous(age))),
        year: zero(),
      }),
    { source },
  );
  return { outcome, weight };
}
