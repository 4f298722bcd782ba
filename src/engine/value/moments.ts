/**
 * Moments: when waves go live, pools open and rows of supply begin, from tasks that finish, lags and typed times. A typed
 * month number n is time n − 1; a calendar year (from 1000) is the beginning of its first month.
 */
import type { Given } from '../assumptions';
import { axis, link, type Axis } from '../graph/axis';
import { cases, constant, less, one, select, zero } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Lag, Moment } from '../realisation-assumptions';
import { aMonth, asLength, lengths, type Calendar } from './calendar';
import { extremeOf } from './longest';
import type { Schedule } from './schedule';

const source = 'workbook contract, BIM_Waves Live after and BIM_Resources From';

/** The latest of the moments listed for each member of an axis, 0 where none is. [of], months from the start */
export function latestMoment(
  model: Model,
  at: Calendar,
  plan: Schedule,
  name: string,
  of: Axis,
  listed: readonly (readonly Moment[])[],
): Quantity {
  const all = listed.flatMap((moments, member) => moments.map((moment) => ({ member, moment })));
  const list = axis(
    `condition of ${name.toLowerCase()}`,
    all.map(({ member }, n) => `${of.members[member] ?? ''} (${String(n + 1)})`),
  );
  const lagOf = ({ moment }: (typeof all)[number]): Lag | null => (moment.kind === 'task' ? moment.lag : null);
  const lag = lengths(
    model,
    at,
    `Lag, ${name.toLowerCase()}`,
    list,
    all.map((condition) => asLength(lagOf(condition))),
  );
  const typed = model.input(
    `Time typed, ${name.toLowerCase()}`,
    '1',
    [list],
    all.map(({ moment }): Given | null => (moment.kind === 'time' ? moment.typed : null)),
    new Exact(1),
  );
  const task = link(
    `task of ${name.toLowerCase()}`,
    list,
    plan.task,
    all.map(({ moment }) => (moment.kind === 'task' ? moment.task : -1)),
  );
  const months = select(
    less(typed, constant(1000)),
    typed.minus(one),
    typed.minus(constant(at.firstYear)).times(constant(12)),
  );
  const latest = extremeOf(model, {
    name,
    list,
    holdsFor: all.map(({ member }) => member),
    of,
    bound: () => zero(),
    bounds: true,
    moment: () =>
      cases(list, (member) => all[member]?.moment.kind ?? 'time', {
        task: plan.finish.via(task).plus(lag),
        time: months.times(aMonth),
      }),
    which: 'latest',
    source,
  });
  return model.quantity(name, 'month', [of], () => latest, { source });
}
