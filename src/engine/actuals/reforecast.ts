/**
 * Where it leads: starts recorded to date, then the plan's, later by the lag, × (actual ÷ planned and shifted to date).
 * Workbook contract, BIM_Actuals.
 */
import type { Axis } from '../graph/axis';
import { equal, first, less, one, select, sum, zero } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { source, type Records } from './records';
import { inMonths } from './shares';
import type { Tracked } from './tracked';

interface Rooms {
  readonly month: Axis;
  /** Starts of the plan. [arm, month] */
  readonly planned: Quantity;
  /** [tracked subgroup], months */
  readonly lag: Quantity;
  readonly starts: Records | null;
}

/** Starts to be expected now. [tracked subgroup, month] */
export function reforecast(model: Model, { place }: Tracked, { month, planned, lag, starts }: Rooms): Quantity {
  const later = model.quantity(
    'Planned starts, later by the lag',
    'person',
    [place, month],
    () => planned.later(month, inMonths(lag)),
    { source },
  );
  if (!starts) return later;
  const before: Quantity = model.quantity(
    'Months with starts recorded, before this',
    '1',
    [place, month],
    () => first(month, zero(), before.previous(month).plus(starts.known.previous(month))),
    { source },
  );
  const toDate = model.quantity(
    'Month up to the last with starts recorded',
    '1',
    [place, month],
    () => select(less(before, sum(starts.known, month)), one, zero()),
    { source, meaning: '1 up to it' },
  );
  const due = model.quantity(
    'Planned starts to date, later by the lag',
    'person',
    [place],
    () => sum(later.times(toDate), month),
    { source },
  );
  const pace = model.quantity(
    'Starts ÷ planned starts to date',
    '1',
    [place],
    () => select(equal(due, zero()), one, sum(starts.figure, month).over(due)),
    { source },
  );
  return model.quantity(
    'Starts reforecast',
    'person',
    [place, month],
    () => select(equal(toDate, one), starts.figure, later.times(pace)),
    { source },
  );
}
