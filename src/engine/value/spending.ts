/** Spending on tasks: evenly from start to finish, at once where a task lasts no time; in the plan and in what is delivered. */
import { atMost, equal, less, max, min, one, position, select, sum, zero } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Structure } from '../model/structure';
import { Exact } from '../readings/decimals';
import { aMonth, type Calendar } from './calendar';
import type { Schedule } from './schedule';

/** Cost of all tasks by year. [year], money */
export function spending(model: Model, structure: Structure, { month }: Calendar, plan: Schedule): Quantity {
  const { year, assumptions } = structure;
  const { currency } = assumptions.model;
  const { task, tasks, duration, start, finish } = plan;
  const source = 'workbook contract, BIM_Tasks Cost';
  const cost = model.input(
    'Cost of the task',
    currency,
    [task],
    tasks.map((row) => row.cost),
    new Exact(0),
  );
  const end = position(month).times(aMonth);
  const begin = end.minus(aMonth);
  const overlap = max(zero(), min(end, finish).minus(max(begin, start)));
  const atOnce = select(atMost(begin, start), select(less(start, end), one, zero()), zero());
  const spent = model.quantity(
    'Part of the task in the month',
    '1',
    [task, month],
    () => select(equal(duration, zero()), atOnce, overlap.over(duration)),
    { source },
  );
  const byTask = model.quantity(
    'Spending on the task',
    currency,
    [task, year],
    () => sum(spent.times(cost), month, year),
    {
      source,
    },
  );
  return model.quantity('Spending on tasks', currency, [year], () => sum(byTask, task), { source });
}
