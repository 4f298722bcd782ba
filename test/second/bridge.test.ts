/**
 * Plan and actual: the engine and the second calculation agree step by step on random workbooks and random actuals, and
 * the steps close to zero in every year and for every technology. RANDOM_MODELS says how many of each family (6).
 */
import fc from 'fast-check';
import { assess } from '../../src/assess';
import { actualsOf } from '../random/actuals';
import { shown } from '../random/reduce';
import { valueWorkbooks, type ValueFamily } from '../random/value';
import { snapshotOf } from '../random/workbooks';
import { compare } from '../published/compare';
import { realisationCases } from '../published/realisation/cases';
import { bridgeOf } from './value/bridge';
import { D, Refused } from './sheet';
import type { Num, PlainTable } from './sheet';
import { readTables } from './xlsx-tables';

const COUNT = Number(process.env['RANDOM_MODELS'] ?? '6');
const SEED = Number(process.env['RANDOM_SEED'] ?? '20263');
const PATIENCE = 60_000 + COUNT * 6000;
const FAMILIES: readonly ValueFamily[] = [{ accounting: 'cohort' }, { accounting: 'stock' }];
const STEPS = ['eligible', 'start date', 'curve', 'ceiling', 'persistence', 'price', 'mix'];

/** What holds a plan back, and scenarios: a bridge compares the plan. */
const GATES = ['BIM_Waves', 'BIM_Resources', 'BIM_Tasks', 'BIM_Scenarios'];

/** Random workbooks of value realisation with random actuals. */
const sample = (family: ValueFamily): PlainTable[][] =>
  fc.sample(
    valueWorkbooks(family).chain((tables) => actualsOf(tables.filter(({ table }) => !GATES.includes(table)))),
    { numRuns: COUNT, seed: SEED },
  );

type Filed = readonly { readonly case: string; readonly technology: string; readonly values: readonly string[] }[];

/** Of a technology in a year, as planned. */
const plannedIn = (list: Filed, technology: string, year: number): Num =>
  list
    .filter((line) => line.case === 'planned' && line.technology === technology)
    .reduce((sum, line) => sum.plus(line.values[year] ?? 0), new D(0));

interface Line {
  readonly technology: string;
  readonly step: string;
  readonly values: readonly string[];
}
const bridgeIn = (tables: readonly PlainTable[]): readonly Line[] | null =>
  assess(snapshotOf(tables)).results?.realisation?.bridge ?? null;
const second = (tables: readonly PlainTable[]): readonly Line[] | null => {
  try {
    return bridgeOf(tables);
  } catch (mistake) {
    if (mistake instanceof Refused) return null;
    throw mistake;
  }
};
const isMoney = (step: string): boolean => !['lag months', 'reforecast starts'].includes(step);
const largest = (lines: readonly Line[], money: boolean): Num =>
  lines
    .filter(({ step }) => isMoney(step) === money)
    .flatMap(({ values }) => values)
    .reduce((most, value) => D.max(most, new D(value).abs()), new D(1));

/** Figures that differ, as sentences. */
function differences(mine: readonly Line[], engine: readonly Line[]): readonly string[] {
  const keyOf = ({ technology, step }: Line): string => `${technology}: ${step}`;
  const there = new Map(engine.map((line) => [keyOf(line), line]));
  if (engine.length !== mine.length) return [`${String(mine.length)} lines here, ${String(engine.length)} there`];
  return mine.flatMap((line) => {
    const near = largest(mine, isMoney(line.step)).times('1e-25');
    return line.values.flatMap((value, year) => {
      const other = there.get(keyOf(line))?.values[year] ?? 'none';
      return other !== 'none' && new D(value).minus(other).abs().lte(near)
        ? []
        : [`${keyOf(line)}, year ${String(year + 1)}: ${value} here, ${other} there`];
    });
  });
}

/** Steps that moved something in some workbook. */
const moved = new Set<string>();

describe.each(FAMILIES)('the bridge, $accounting accounting', (family) => {
  test(
    'agrees with the second calculation, and closes in every year and technology',
    () => {
      for (const tables of sample(family)) {
        const [mine, engine] = [second(tables), bridgeIn(tables)];
        if (mine === null || engine === null)
          throw new Error(
            `refused: ${assess(snapshotOf(tables))
              .findings.map(({ message }) => message)
              .join(' ')}\n${shown(tables)}`,
          );
        const found = differences(mine, engine);
        if (found.length > 0) throw new Error(`${found.slice(0, 12).join('\n')}\nin\n${shown(tables)}`);
        for (const technology of new Set(engine.map((line) => line.technology))) {
          const of = (step: string): readonly Num[] =>
            (engine.find((line) => line.technology === technology && line.step === step)?.values ?? []).map(
              (value) => new D(value),
            );
          of('planned').forEach((planned, year) => {
            const steps = STEPS.map((step) => of(step)[year] ?? new D(Number.NaN));
            const end = steps.reduce((sum, step) => sum.plus(step), planned);
            const near = largest(engine, true).times('1e-25');
            expect(
              end
                .minus(of('actual')[year] ?? Number.NaN)
                .abs()
                .lte(near),
            ).toBe(true);
            STEPS.forEach((step, n) => {
              if (steps[n]?.abs().gt(near) === true) moved.add(step);
            });
          });
        }
      }
    },
    PATIENCE,
  );

  test('where every year was recorded, what was planned is what the plan spends on those it treats', () => {
    let compared = 0;
    for (const tables of sample(family).slice(0, 2)) {
      const plain = tables.filter(({ table }) => table !== 'BIM_Actuals');
      const [whole = []] = fc.sample(actualsOf(plain, true), { numRuns: 1, seed: SEED });
      const results = assess(snapshotOf(whole)).results?.realisation;
      for (const { technology, values } of results?.bridge?.filter(({ step }) => step === 'planned') ?? [])
        values.forEach((value, year) => {
          // Spending for nobody has no price a patient-year.
          if (plannedIn(results?.patients ?? [], technology, year).isZero()) return;
          const spent = plannedIn(results?.costs ?? [], technology, year);
          if (spent.minus(value).abs().gt(D.max(1, spent.abs()).times('1e-25')))
            throw new Error(
              `${technology}, year ${String(year + 1)}: ${value}, not ${spent.toString()}\n${shown(whole)}`,
            );
          compared += 1;
        });
    }
    expect(compared).toBeGreaterThan(0);
  });
});

test('every step moved something somewhere, where models are not fewer than six', () => {
  expect(STEPS.filter((step) => COUNT >= 6 && !moved.has(step))).toEqual([]);
});

test.each(
  realisationCases
    .filter(({ expected }) => expected.compare.some(({ path }) => path.startsWith('realisation.bridge')))
    .map((each) => [each.name, each] as const),
)('the second calculation gives the bridge of %s', (_, { workbook, expected }) => {
  const run = { realisation: { bridge: bridgeOf(readTables(workbook)) } };
  const others = expected.compare.map(({ path }) => path).filter((path) => !path.startsWith('realisation.bridge'));
  const { compared, mismatches } = compare(run, expected, others);
  expect(mismatches).toEqual([]);
  expect(compared).toBeGreaterThan(0);
});
