/**
 * Laws of value realisation, by drawn models: nobody is lost, more capacity starts nobody later, the waterfall adds (40),
 * one gate is its capacity (67), and a schedule only ever slips (68). Figures are decimals, so sums hold to the last digits.
 */
import fc from 'fast-check';
import { valueWorkbooks } from '../../random/value';
import { snapshotOf } from '../../random/workbooks';
import { assess } from '../../../src/assess';
import { Exact } from '../../../src/engine/readings/decimals';
import type { Realisation } from '../../../src/engine/realisation-results';
import type { Block } from '../../build/snapshot';
import { numbers, places, realised, type Tables } from './realised';

const sum = (values: readonly string[]) => values.reduce((total, value) => total.plus(value), new Exact(0));
const near = (a: string | InstanceType<typeof Exact>, b: string | InstanceType<typeof Exact>, scale = '1'): void => {
  const most = Exact.max(1, new Exact(scale).abs(), new Exact(a).abs());
  expect(new Exact(a).minus(b).abs().div(most).toNumber()).toBeLessThan(1e-25);
};

/** Demand = starts + change of backlog + leavers, in every month and queue; starts never exceed those asked. */
function conserved({ demand, starts, backlog, leavers }: Realisation): void {
  demand.forEach(({ values }, row) => {
    values.forEach((coming, month) => {
      const before = backlog[row]?.values[month - 1] ?? '0';
      const [started, left, gone] = [starts, backlog, leavers].map((list) => list[row]?.values[month] ?? 'NaN');
      near(sum([started ?? '', left ?? '', gone ?? '']).minus(before), coming, left);
      for (const people of [started, left, gone]) expect(new Exact(people ?? 'NaN').gte('-1e-25')).toBe(true);
    });
  });
}

function added({ value }: Realisation): void {
  const { potential, planned, delivered, realised: real, waterfall, gates, even, joint, shortfall } = value;
  const scale = [potential, planned, real].reduce((a, b) => (new Exact(a).abs().gt(b) ? a : b));
  near(new Exact(potential).minus(sum(waterfall.map((step) => step.value))), real, scale);
  near(sum(gates.map(({ sequence }) => sequence)), joint, scale);
  near(sum(even.map((part) => part.value)), joint, scale);
  near(new Exact(planned).minus(delivered), joint, scale);
  near(sum([shortfall.delayed, shortfall.low, shortfall.slow]), new Exact(potential).minus(planned), scale);
}

test.each(['cohort', 'stock'] as const)('%s: nobody is lost, and the waterfall adds', (accounting) => {
  for (const tables of fc.sample(valueWorkbooks({ accounting }), { numRuns: 2, seed: 67 })) {
    const realisation = assess(snapshotOf(tables)).results?.realisation;
    if (!realisation) throw new Error('a drawn workbook is valued');
    conserved(realisation);
    added(realisation);
  }
});

test('who leaves the queue is counted, once', () => {
  const leaving = realised({
    Technologies: [
      ['Technology', 'Role', 'Accounting', 'Leave queue'],
      ['N', 'new', 'cohort', 0.1],
      ['C', 'current', 'cohort', null],
    ],
    Resources: places(4),
  });
  conserved(leaving);
  // 6 of the first 10 wait, and a tenth of them leaves.
  expect([leaving.backlog, leaving.leavers].map((list) => numbers(list)[0])).toEqual([5.4, 0.6]);
});

test('one gate alone is its capacity: everybody waits for it, and the starts are what it lets through', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 1, max: 4 }), (available, each) => {
      const { starts, capacity, backlog, wait } = realised({ Resources: places(available, each) });
      const through = available / each;
      numbers(starts).forEach((people, month) => {
        expect(people).toBeCloseTo(through, 12);
        expect(numbers(capacity)[month]).toBeCloseTo(through, 12);
        expect(numbers(backlog)[month]).toBeCloseTo((month + 1) * (10 - through), 9);
      });
      // First come, first served: the queue grows, and the wait with it.
      expect(numbers(wait)[23]).toBeGreaterThan(numbers(wait)[11] ?? 0);
    }),
    { numRuns: 3 },
  );
});

test('more of one limit never starts fewer people by any month, where no follow-up draws on it', () => {
  const cumulative = (available: number): readonly number[] => {
    let all = 0;
    return numbers(
      realised({
        Resources: [
          ['Resource', 'Kind', 'Available', 'Carry', 'Per start'],
          ['Doses', 'supply', available, 'forward', 1],
          ['Places', 'service', 7, null, 1],
        ],
        Waves: [
          ['Wave', 'Share of patients', 'Live after'],
          ['first', 1, 4],
        ],
      }).starts,
    ).map((people) => (all += people));
  };
  fc.assert(
    fc.property(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 1, max: 5 }), (available, more) => {
      const [before, after] = [cumulative(available), cumulative(available + more)];
      before.forEach((people, month) => {
        expect(after[month]).toBeGreaterThanOrEqual(people - 1e-9);
      });
    }),
    { numRuns: 3 },
  );
});

/** A drawn network: each task may follow earlier ones, by any kind of link. */
const network = fc.array(
  fc.record({
    duration: fc.integer({ min: 1, max: 9 }),
    links: fc.array(
      fc.record({ to: fc.nat(9), kind: fc.constantFrom('', ' SS', ' FF', ' SF'), lag: fc.integer({ min: 0, max: 3 }) }),
      { maxLength: 3 },
    ),
  }),
  { minLength: 3, maxLength: 6 },
);
type Network = typeof network extends fc.Arbitrary<infer T> ? T : never;

/** The last task makes the wave live. */
function plan(tasks: Network, without: number | null = null): Tables {
  const rows = tasks.map(({ duration, links }, n): Block[1] => {
    const after = links
      .filter((_, at) => n > 0 && (without !== n || at > 0))
      .map(({ to, kind, lag }) => `T${String(to % n)}${kind}+${String(lag)}m`);
    return [`T${String(n)}`, duration, [...new Set(after)].join('; ') || null, n === tasks.length - 1 ? 'first' : null];
  });
  return {
    Tasks: [['ID', 'Duration', 'After', 'Wave'], ...rows],
    Waves: [
      ['Wave', 'Share of patients'],
      ['first', 1],
    ],
  };
}

const scheduled = (tables: Tables) => {
  const { schedule } = realised(tables);
  if (!schedule) throw new Error('no schedule');
  const figures = (of: 'start' | 'finish' | 'totalFloat') => schedule.tasks.map((task) => Number(task[of]));
  return {
    start: figures('start'),
    finish: figures('finish'),
    float: figures('totalFloat'),
    live: Number(schedule.waves[0]?.live),
  };
};

test('a dependency less never finishes anything later; a slip moves the go-live by no more than itself', () => {
  fc.assert(
    fc.property(network, fc.nat(5), fc.integer({ min: 1, max: 4 }), (tasks, at, slip) => {
      const which = at % tasks.length;
      const before = scheduled(plan(tasks));
      scheduled(plan(tasks, which)).start.forEach((start, n) => {
        expect(start).toBeLessThanOrEqual((before.start[n] ?? NaN) + 1e-9);
      });
      const later = scheduled(
        plan(tasks.map((task, n) => (n === which ? { ...task, duration: task.duration + slip } : task))),
      );
      expect(later.live - before.live).toBeLessThanOrEqual(slip + 1e-9);
      expect(Math.max(...later.finish) - Math.max(...before.finish)).toBeLessThanOrEqual(slip + 1e-9);
      // As much float as the slip, and the end of the plan stays.
      if ((before.float[which] ?? 0) >= slip) expect(Math.max(...later.finish)).toBe(Math.max(...before.finish));
    }),
    { numRuns: 6, seed: 68, endOnFailure: true },
  );
});

test('a task of no length between two others changes nothing', () => {
  const of = (after: string) =>
    scheduled({
      Tasks: [
        ['ID', 'Duration', 'After', 'Wave'],
        ['A', 2.5, null, null],
        ['none', 0, 'A', null],
        ['B', 3, after, 'first'],
      ],
      Waves: [
        ['Wave', 'Share of patients'],
        ['first', 1],
      ],
    });
  expect(of('none')).toMatchObject({ live: 5.5, finish: [2.5, 2.5, 5.5] });
  expect(of('A').live).toBe(5.5);
});
