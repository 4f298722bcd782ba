/**
 * Sharing: how much of what each queue asks for it gets. All are served in equal shares of what they ask: the share rises
 * from 0 for all at once; when a limit is spent, the queues that draw on it stop there; the others go on, to 1 at most.
 * A queue that shares no limit gets the least of its terms. Workbook contract, Delivery 4.
 */
import { axis, link } from '../graph/axis';
import {
  atMost,
  cases,
  constant,
  equal,
  first,
  less,
  max,
  min,
  one,
  select,
  sum,
  zero,
  type Expression,
} from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Calendar } from './calendar';
import type { Limits } from './limits';
import type { Queues } from './queues';

export interface Sharing {
  /** [queue, month], people */
  readonly started: Quantity;
  /** 1 where this limit is the one that stops the queue. [claim, month] */
  readonly stopping: Quantity;
}

const source = 'workbook contract, Delivery';
const yes = one;
/** Below this part of what is asked nobody is held: limits that are spent together differ by no more than divisions leave. */
const nobody = constant('1e-25');

/** `asked` [queue, month], people; `room` [limit, month], units. */
export function sharing(
  model: Model,
  line: Queues,
  at: Calendar,
  limit: Limits,
  asked: Quantity,
  room: Quantity,
): Sharing {
  const { queue, queues } = line;
  const { month } = at;
  const { claim, claims, perStart, open } = limit;
  const shared = (n: number): boolean =>
    claims.some((of) => of.queue === n && claims.some((other) => other.limit === of.limit && other.queue !== n));
  const someShared = queues.some((_, n) => shared(n));
  const terms = model.quantity(
    'Starts a limit allows',
    'person',
    [claim, month],
    () => select(atMost(perStart.times(one.minus(open)), zero()), asked, room.over(perStart)),
    { source, meaning: 'what starts may use ÷ what one takes; opened, it allows all that are asked for' },
  );
  const leastSoFar: Quantity = model.quantity(
    'Least of the terms so far',
    'person',
    [claim, month],
    () =>
      cases(claim, (n) => (claims[n]?.queue === claims[n - 1]?.queue ? 'later' : 'first'), {
        first: min(asked, terms),
        later: min(leastSoFar.previous(claim), terms),
      }),
    { source },
  );
  const last = link(
    'last claim of the queue',
    queue,
    claim,
    queues.map((_, n) => claims.reduce((found, of, index) => (of.queue === n ? index : found), -1)),
  );
  const rounds = someShared ? inEqualShares(model, line, at, limit, asked, room) : null;
  const started = model.quantity(
    'Starts of the queue',
    'person',
    [queue, month],
    () =>
      cases(queue, (n) => (shared(n) ? 'shared' : claims.some((of) => of.queue === n) ? 'alone' : 'free'), {
        shared: rounds ? asked.times(rounds.share) : asked,
        alone: max(zero(), leastSoFar.via(last)),
        free: asked,
      }),
    { source },
  );
  const stops = model.quantity(
    'The limit is reached',
    '1',
    [claim, month],
    () => {
      const slack = asked.times(nobody);
      const alone = select(less(slack, asked.minus(started)), atMost(terms.minus(started), slack), zero());
      return cases(claim, (n) => (shared(claims[n]?.queue ?? -1) ? 'shared' : 'alone'), {
        shared: rounds ? rounds.stops : alone,
        alone,
      });
    },
    { source },
  );
  const soFar: Quantity = model.quantity(
    'Limits reached so far',
    '1',
    [claim, month],
    () =>
      cases(claim, (n) => (claims[n]?.queue === claims[n - 1]?.queue ? 'later' : 'first'), {
        first: stops,
        later: soFar.previous(claim).plus(stops),
      }),
    { source },
  );
  const stopping = model.quantity(
    'The limit stops the queue',
    '1',
    [claim, month],
    () => select(equal(soFar, yes), stops, zero()),
    { source: 'workbook contract, Gates: the earlier on a tie' },
  );
  return { started, stopping };
}

interface Rounds {
  /** Share of what is asked that the queue gets, as it stands on queues. */
  readonly share: Expression;
  /** 1 where the limit was spent and stopped the queue, as it stands on claims. */
  readonly stops: Expression;
}

/** Round by round: the share at which the next limit is spent, and the queues it stops. */
function inEqualShares(
  model: Model,
  line: Queues,
  at: Calendar,
  limit: Limits,
  asked: Quantity,
  room: Quantity,
): Rounds {
  const { queue } = line;
  const { month } = at;
  const { claim, claims, perStart, open } = limit;
  const most = Math.min(limit.limits.length, line.queues.length);
  const round = axis(
    'round of sharing',
    Array.from({ length: most + 1 }, (_, n) => String(n + 1)),
  );
  const going: Quantity = model.quantity(
    'Queue goes on',
    '1',
    [queue, round, month],
    () =>
      first(
        round,
        one,
        select(equal(going.previous(round), yes), select(equal(hits.previous(round), zero()), one, zero()), zero()),
      ),
    { source },
  );
  const share: Quantity = model.quantity(
    'Share at which the queue stopped',
    '1',
    [queue, round, month],
    () =>
      first(round, zero(), select(less(going, going.previous(round)), spentAt.previous(round), share.previous(round))),
    { source },
  );
  const wanted = (which: Expression): Expression => sum(which.times(asked).times(perStart), claim, limit.limit);
  const load = model.quantity('Asked by those who go on', '1', [limit.limit, round, month], () => wanted(going), {
    source,
  });
  const spent = model.quantity(
    'Taken by those who stopped',
    '1',
    [limit.limit, round, month],
    () => wanted(one.minus(going).times(share)),
    { source },
  );
  const reach = model.quantity(
    'Share that the limit reaches',
    '1',
    [limit.limit, round, month],
    () => select(atMost(load.times(one.minus(open)), zero()), one, max(zero(), room.minus(spent)).over(load)),
    { source },
  );
  const leastSoFar: Quantity = model.quantity(
    'Least share so far',
    '1',
    [limit.limit, round, month],
    () => first(limit.limit, min(one, reach), min(leastSoFar.previous(limit.limit), reach)),
    { source },
  );
  const lastLimit = limit.limit.members.at(-1) ?? '';
  const spentAt = model.quantity(
    'Share of the round',
    '1',
    [round, month],
    () => leastSoFar.at(limit.limit, lastLimit),
    {
      source,
    },
  );
  const hit = model.quantity(
    'Limit stops the claim in the round',
    '1',
    [claim, round, month],
    () =>
      select(
        less(nobody, one.minus(spentAt)),
        select(equal(going, yes), select(less(zero(), perStart), atMost(reach.minus(spentAt), nobody), zero()), zero()),
        zero(),
      ),
    { source },
  );
  const hits = model.quantity('Limits that stop the queue', '1', [queue, round, month], () => sum(hit, claim, queue), {
    source,
  });
  const end = String(most + 1);
  return {
    share: select(equal(going.at(round, end), yes), one, share.at(round, end)),
    stops: claims.length > 0 ? sum(hit, round) : constant(0),
  };
}
