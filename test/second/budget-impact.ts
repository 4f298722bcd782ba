/**
 * The second calculation: the budget impact of a workbook, written from the contract alone with plain loops,
 * to be held against the engine. It shares no code with the engine.
 */
import { openBook, ZERO } from './sheet';
import type { Book, Num, PlainTable } from './sheet';
import { readModel, yearOf } from './model';
import type { Model, World, Years } from './model';
import { careFor } from './care';
import type { Place } from './care';
import { ledgerOf } from './costs';
import type { LedgerLine } from './ledger';
import { afterAgreements } from './agreements';
import { figure, figures, impactOf } from './impact';
import type { Figures, Impact } from './impact';
import { scenarioBooks } from './scenarios';
import { goalsOf } from './goals';
import type { GoalFigures } from './goals';

interface Eligible {
  world?: World;
  subgroup: string;
  values: Figures;
}
interface People {
  world: World;
  subgroup: string;
  technology: string;
  values: Figures;
}
interface Cost extends People {
  category: string;
  payer: string;
}
interface Tests {
  world: World;
  subgroup: string;
  test: string;
  measure: string;
  values: Figures;
}
interface TestChains {
  world: World;
  subgroup: string;
  measure: string;
  values: (string | null)[];
}
interface Run {
  eligible: Eligible[];
  patients: People[];
  costs: Cost[];
  impact: Impact;
}

/** The object of `realise run --json`, its budget-impact half without uncertainty. */
export interface SecondResults extends Run {
  schema: 1;
  currency: string;
  years: number[];
  baseline: null | { year: number; eligible: Eligible[]; patients: People[]; costs: Cost[] };
  funnel: { subgroup: string; stream: string; step: string; values: Figures }[];
  tests: Tests[];
  testing: TestChains[];
  starts: People[];
  scenarios: (Run & { scenario: string })[];
  goals: GoalFigures[];
}

/** A model computed once: the people, and the ledger as it is paid. */
interface Computed {
  readonly model: Model;
  readonly places: readonly Place[];
  readonly ledger: readonly LedgerLine[];
}

const compute = (book: Book): Computed & { funnels: ReturnType<typeof careFor>['funnels'] } => {
  const model = readModel(book);
  const { funnels, places } = careFor(model);
  const paid = afterAgreements(model, ledgerOf(model, places));
  const { money } = model;
  const ledger = money === null ? paid : paid.map((line) => ({ ...line, amounts: line.amounts.map(money) }));
  return { model, funnels, places, ledger };
};

type Show = (years: Years) => Figures;

/** Eligible patients, with the world only where the two differ. */
const eligibleOf = (places: readonly Place[], show: Show): Eligible[] =>
  places
    .filter((place) => place.world === 'without')
    .flatMap((place) => {
      const other = places.find((p) => p.world === 'with' && p.subgroup === place.subgroup) ?? place;
      const [without, withIt] = [show(place.eligible), show(other.eligible)];
      if (without.join() === withIt.join()) return [{ subgroup: place.subgroup, values: without }];
      return [
        { world: 'without' as const, subgroup: place.subgroup, values: without },
        { world: 'with' as const, subgroup: place.subgroup, values: withIt },
      ];
    });

const peopleOf = (places: readonly Place[], show: Show, which: 'starts' | 'patients'): People[] =>
  places.flatMap(({ care }) =>
    care.map((c) => ({ world: c.world, subgroup: c.subgroup, technology: c.technology.name, values: show(c[which]) })),
  );

const costsOf = (ledger: readonly LedgerLine[], model: Model, show: Show): Cost[] => {
  const sums = new Map<string, { line: LedgerLine; years: Num[] }>();
  for (const line of ledger) {
    const key = JSON.stringify([line.world, line.subgroup, line.technology, line.category, line.payer]);
    const known = sums.get(key)?.years ?? Array.from({ length: model.count + 1 }, () => ZERO);
    sums.set(key, { line, years: known.map((n, t) => n.plus(line.amounts[t] ?? ZERO)) });
  }
  return [...sums.values()].map(({ line, years }) => ({
    world: line.world,
    subgroup: line.subgroup,
    technology: line.technology,
    category: line.category,
    payer: line.payer,
    values: show(years),
  }));
};

const testsOf = (model: Model, places: readonly Place[]): Tests[] =>
  places.flatMap(({ world, subgroup, tests }) =>
    (tests[1]?.tests ?? []).flatMap(({ test, measures }, i) =>
      [...measures.keys()].map((measure) => ({
        world,
        subgroup,
        test,
        measure,
        values: figures(
          model,
          tests.map((day) => day.tests[i]?.measures.get(measure) ?? ZERO),
        ),
      })),
    ),
  );

/** Tests of a place together; who is treated in vain is a share of those treated there. */
const testingOf = (model: Model, places: readonly Place[]): TestChains[] =>
  places.flatMap((place) =>
    [...(place.tests[1]?.together.keys() ?? [])].map((measure) => ({
      world: place.world,
      subgroup: place.subgroup,
      measure,
      values: Array.from({ length: model.count }, (_, i) => {
        const value = place.tests[i + 1]?.together.get(measure) ?? null;
        const shown = value !== null && measure === 'inVain' ? value.times(place.treated[i + 1] ?? ZERO) : value;
        return shown === null ? null : figure(shown);
      }),
    })),
  );

const runOf = ({ model, places, ledger }: Computed): Run => {
  const show: Show = (years) => figures(model, years);
  return {
    eligible: eligibleOf(places, show),
    patients: peopleOf(places, show, 'patients'),
    costs: costsOf(ledger, model, show),
    impact: impactOf(model, ledger),
  };
};

const baselineOf = ({ model, places, ledger }: Computed): SecondResults['baseline'] => {
  if (!model.baseline) return null;
  const show: Show = (years) => [figure(years[0] ?? ZERO)];
  const before = places.filter(({ world }) => world === 'without');
  return {
    year: yearOf(model, 0),
    eligible: eligibleOf(before, show),
    patients: peopleOf(before, show, 'patients'),
    costs: costsOf(
      ledger.filter(({ world }) => world === 'without'),
      model,
      show,
    ),
  };
};

/** Computes a workbook. Throws {@link Refused} where the contract gives no figures. */
export const budgetImpact = (tables: readonly PlainTable[]): SecondResults => {
  const book = openBook(tables);
  const base = compute(book);
  const { model, funnels, places } = base;
  return {
    schema: 1,
    currency: model.currency,
    years: Array.from({ length: model.count }, (_, i) => yearOf(model, i + 1)),
    baseline: baselineOf(base),
    funnel: funnels.flatMap(({ subgroup, stream, steps }) =>
      steps.map(({ step, people }) => ({ subgroup, stream, step, values: figures(model, people) })),
    ),
    ...runOf(base),
    tests: testsOf(model, places),
    testing: testingOf(model, places),
    starts: peopleOf(places, (years) => figures(model, years), 'starts'),
    scenarios: scenarioBooks(book).map(({ scenario, book: changed }) => ({ scenario, ...runOf(compute(changed)) })),
    goals: goalsOf(book, (changed) => runOf(compute(changed)).impact.total),
  };
};
