/**
 * Training: how many are trained, month by month. Those trained in a month work from the next; a share of each class may
 * join the trainers. trained' = trained × (1 − attrition) + min(trainers × class × sessions, target − those left).
 * Workbook contract, BIM_Resources Kind staff.
 */
import { first, max, min, one, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { ResourceRow } from '../realisation-assumptions';
import type { Calendar } from './calendar';
import type { Levers } from './levers';
import type { Pools } from './pools';
import { perMonth } from './periods';

export interface Training {
  /** Trained at the start of the month. [pool, month] */
  readonly trained: Quantity;
}

/** `part`: the part of the month for which a row holds. [resource row, month] */
export function training(model: Model, resource: Pools, at: Calendar, lever: Levers, part: Quantity): Training {
  const { pool, pools, row, rows } = resource;
  const { month } = at;
  const source = 'workbook contract, BIM_Resources Kind staff';
  const input = (name: string, of: (row: ResourceRow) => ResourceRow['available'], blank: number): Quantity =>
    model.input(name, '1', [row], rows.map(of), new Exact(blank));
  /** Of the pool as a whole: what its first row of supply says. */
  const ofPool = (name: string, of: (row: ResourceRow) => ResourceRow['available'], blank: number): Quantity =>
    model.input(
      name,
      '1',
      [pool],
      pools.map(
        ({ supply }) =>
          supply
            .map((index) => rows[index])
            .map((held) => held && of(held))
            .find(Boolean) ?? null,
      ),
      new Exact(blank),
    );
  const start = ofPool('Trained at the start', (of) => of.available, 0);
  const attrition = ofPool('Attrition, as typed', (of) => of.attrition, 0);
  const target = ofPool('Target of training', (of) => of.target, 0);
  const hasTarget = model.data(
    'Target of training is set',
    '1',
    [pool],
    pools.map(({ supply }) => new Exact(supply.some((index) => rows[index]?.target) ? 1 : 0)),
  );
  const become = ofPool('Share of a class that joins the trainers', (of) => of.becomeTrainers, 0);
  const trainers = input('Trainers', (of) => of.trainers, 0);
  const classSize = input('Class size', (of) => of.classSize, 0);
  const sessions = input('Sessions, as typed', (of) => of.sessions, 0);
  const monthlySessions = model.quantity('Sessions a month', '1', [row], () => perMonth(row, rows, at, sessions), {
    source,
  });
  const periodOfPool = pools.map(({ supply }) => rows[supply[0] ?? -1]?.period ?? 'month');
  const monthlyAttrition = model.quantity(
    'Attrition a month',
    '1',
    [pool],
    () =>
      perMonth(
        pool,
        periodOfPool.map((period) => ({ period })),
        at,
        attrition,
      ),
    { source },
  );
  const extra: Quantity = model.quantity(
    'Trainers who joined',
    '1',
    [pool, month],
    () => first(month, zero(), extra.previous(month).plus(gained.previous(month).times(become))),
    { source },
  );
  const places = model.quantity(
    'Training places',
    '1',
    [pool, month],
    () => sum(part.times(trainers.plus(extra)).times(classSize).times(monthlySessions), row, pool),
    { source },
  );
  const staying = (of: Expression): Expression => of.times(one.minus(monthlyAttrition));
  const gained: Quantity = model.quantity(
    'Trained in the month',
    '1',
    [pool, month],
    () => select(hasTarget, min(places, max(zero(), target.minus(staying(trained)))), places),
    { source },
  );
  const trained: Quantity = model.quantity(
    'Trained',
    '1',
    [pool, month],
    () => first(month, start.plus(lever.more), staying(trained.previous(month)).plus(gained.previous(month))),
    { source },
  );
  return { trained };
}
