/** Laws that value realisation must keep, held against the second calculation on random models. */
import fc from 'fast-check';
import { valueWorkbooks } from '../random/value';
import type { ValueFamily } from '../random/value';
import { shown } from '../random/reduce';
import { readModel } from './model';
import { D, linesOf, openBook, text, ZERO } from './sheet';
import type { Num, PlainTable } from './sheet';
import { realisationOf } from './value/realisation';
import { accountOf, deliveredAccount, plannedAccount, readyFor } from './value/worth';
import type { Account, Ready } from './value/worth';
import { aMonthLater } from './value/later';
import { deliveredWorld } from './value/worlds';

const COUNT = Number(process.env['RANDOM_MODELS'] ?? '6');
const SEED = Number(process.env['RANDOM_SEED'] ?? '20261');
const PATIENCE = 60_000 + COUNT * 6000;
const FAMILIES: readonly ValueFamily[] = [{ accounting: 'cohort' }, { accounting: 'stock' }];

const sample = (family: ValueFamily): PlainTable[][] =>
  fc.sample(valueWorkbooks(family), { numRuns: COUNT, seed: SEED });
const readyBook = (tables: readonly PlainTable[]): Ready => readyFor(readModel(openBook(tables)));

const largest = (values: readonly Num[]): Num => values.reduce((a, b) => D.max(a, b.abs()), new D(1));

/** Costs and impact of two worlds, where they differ. */
const differences = (a: Account, b: Account): string[] => {
  const scale = largest([...a.impact, ...a.world.ledger.flatMap(({ amounts }) => amounts)]);
  return a.impact.flatMap((n, t) => {
    const other = b.impact[t] ?? ZERO;
    return n.minus(other).abs().lte(scale.times('1e-25')) ? [] : [`${String(t)}: ${n.toString()} ${other.toString()}`];
  });
};

describe.each(FAMILIES)('laws of value realisation, $accounting accounting', (family) => {
  test(
    'demand = starts + change of backlog + leavers, in every month; the waterfall adds; gates add to joint',
    () => {
      for (const tables of sample(family)) {
        const run = realisationOf(tables);
        if (run === null) throw new Error('no realisation');
        for (const [i, { values: demand }] of run.demand.entries()) {
          const of = (list: readonly { values: string[] }[], m: number): Num => new D(list[i]?.values[m] ?? 0);
          for (const [m, n] of demand.entries()) {
            const before = m === 0 ? ZERO : of(run.backlog, m - 1);
            const rest = of(run.starts, m).plus(of(run.backlog, m)).minus(before).plus(of(run.leavers, m));
            expect(
              rest
                .minus(n)
                .abs()
                .lte(largest([of(run.backlog, m), new D(n)]).times('1e-30')),
            ).toBe(true);
          }
        }
        const { value } = run;
        const steps = value.waterfall.reduce((sum, step) => sum.plus(step.value), ZERO);
        const scale = largest([value.potential, value.planned, value.realised].map((n) => new D(n)));
        const near = (a: Num, b: string): boolean => a.minus(b).abs().lte(scale.times('1e-25'));
        expect(near(new D(value.potential).minus(steps), value.realised)).toBe(true);
        expect(
          near(
            value.gates.reduce((sum, gate) => sum.plus(gate.sequence), ZERO),
            value.joint,
          ),
        ).toBe(true);
        expect(
          near(
            value.even.reduce((sum, part) => sum.plus(part.value), ZERO),
            value.joint,
          ),
        ).toBe(true);
        const { delayed, low, slow } = value.shortfall;
        expect(near(new D(delayed).plus(low).plus(slow), value.waterfall[0]?.value ?? '')).toBe(true);
      }
    },
    PATIENCE,
  );

  test(
    'endless capacity is the plan',
    () => {
      for (const tables of sample(family)) {
        const ready = readyBook(tables);
        const { account } = deliveredAccount(ready, { closed: () => false });
        const found = differences(plannedAccount(ready), account);
        if (found.length > 0) throw new Error(`${found.join('\n')}\n${shown(tables)}`);
      }
    },
    PATIENCE,
  );

  test(
    'no capacity is `without`, where nobody waits with a named technology',
    () => {
      let tried = 0;
      for (const tables of sample(family)) {
        const book = openBook(tables);
        if (linesOf(book, 'technologies').some((line) => text(line, 'While waiting') !== '')) continue;
        const never = tables
          .filter(({ table }) => !['BIM_Waves', 'BIM_Resources'].includes(table))
          .concat({ table: 'BIM_Waves', headers: ['Wave', 'Share of patients'], rows: [['none', 0]] });
        const ready = readyBook(never);
        const { account } = deliveredAccount(ready);
        for (const [p, { care }] of account.world.places.entries())
          for (const [c, had] of (ready.without[p]?.care ?? []).entries())
            for (const list of ['patients', 'starts', 'stops'] as const) {
              const [here, there] = [care[c]?.[list] ?? [], had[list]];
              const scale = largest([...here, ...there]).times('1e-30');
              if (
                here.some((n, t) =>
                  n
                    .minus(there[t] ?? ZERO)
                    .abs()
                    .gt(scale),
                )
              )
                throw new Error(`${had.technology.name} ${list}: ${here.join()} not ${there.join()}\n${shown(never)}`);
            }
        tried++;
      }
      expect(tried).toBeGreaterThan(0);
    },
    PATIENCE,
  );

  test('the curve a month later leaves the tasks, and starts in the first month only those who would without the plan', () => {
    for (const tables of sample(family).slice(0, 10)) {
      const ready = readyBook(tables);
      const later = aMonthLater(ready.model, ready.with, ready.without);
      for (const { care, starts } of later.treated) {
        const place = ready.without.find(({ subgroup }) => subgroup === care.subgroup);
        const there = place?.care.find((other) => other.technology.name === care.technology.name)?.starts[1] ?? ZERO;
        const expected = care.technology.cohort ? there.div(12) : ZERO;
        expect(starts[0]?.minus(expected).abs().lt('1e-20')).toBe(true);
      }
      const world = deliveredWorld(ready.model, later, ready.without, ready.with);
      expect(accountOf(ready, world).tasks).toEqual(plannedAccount(ready).tasks);
    }
  });
});
