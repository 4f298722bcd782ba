/**
 * The bridge from plan to actual: one measure after another is put in its actual place, in a fixed order, at the planned
 * average price; then price and mix. The steps add up exactly to actual − planned. Workbook contract, BIM_Actuals.
 */
import type { Decimal } from 'decimal.js';
import { text, years, type Run } from '../figures';
import { Exact } from '../readings/decimals';
import type { BridgeStep, Realisation } from '../realisation-results';
import type { ValueRealisation } from '../value/value-realisation';
import { quantitiesOf, type Place, type Quantities } from './bridge-quantities';
import { forecastErrors } from './forecast';
import { plannedPlaces } from './planned-places';
import { recordedOf } from './recorded';

const ZERO = new Exact(0);
type ByMonth = readonly Decimal[];

/** Steps of every new technology that something was recorded for, what was recorded by month, and how far the plan was off. */
export function planAndActual(
  run: Run,
  value: ValueRealisation,
): Pick<Realisation, 'bridge' | 'recorded' | 'forecast'> {
  const { technologies, actuals } = run.of.structure.assumptions;
  if (actuals.length === 0) return {};
  const tracked = technologies.flatMap((row, index) => {
    const places = row.role === 'new' ? plannedPlaces(run, value, index) : [];
    const covered = places[0]?.covered ?? [];
    return covered.some(Boolean)
      ? [{ technology: row.technology, places, covered, all: places.map(quantitiesOf) }]
      : [];
  });
  if (tracked.length === 0) return {};
  const recorded = tracked.flatMap(({ technology, places, all }) => recordedOf(technology, places, all));
  return {
    bridge: tracked.flatMap((each) => stepsOf(run, each)),
    recorded: recorded.map(({ values, ...keys }) => ({ ...keys, values: values.map((each) => each && text(each)) })),
    forecast: forecastErrors(recorded, actuals, run.of.structure.assumptions.model),
  };
}

interface Tracked {
  readonly technology: string;
  readonly places: readonly Place[];
  readonly covered: readonly boolean[];
  readonly all: readonly Quantities[];
}

function stepsOf(run: Run, { technology, places, covered, all }: Tracked): readonly BridgeStep[] {
  const count = years(run).length;
  /** Patient-years of the covered months of a year. */
  const inYear = (months: ByMonth, year: number): Decimal =>
    months
      .reduce(
        (sum, people, month) => (Math.floor(month / 12) === year && covered[month] ? sum.plus(people) : sum),
        ZERO,
      )
      .div(12);
  const over = (pick: (place: number) => ByMonth, year: number): Decimal =>
    places.reduce((sum, _, place) => sum.plus(inYear(pick(place), year)), ZERO);
  const stage =
    (n: number) =>
    (place: number): ByMonth =>
      all[place]?.stages[n] ?? [];
  const [first, last] = [stage(0), stage(5)];
  const price = (place: number, year: number): Decimal => places[place]?.price[year] ?? ZERO;
  const lists: Record<string, Decimal[]> = {};
  const put = (step: string, year: number, amount: Decimal): void => {
    (lists[step] ??= [])[year] = amount;
  };
  for (let year = 0; year < count; year += 1) {
    const planned = places.reduce(
      (sum, _, place) => sum.plus(inYear(first(place), year).times(price(place, year))),
      ZERO,
    );
    const before = over(first, year);
    const average = before.isZero() ? ZERO : planned.div(before);
    put('planned', year, planned);
    STEPS.forEach((step, n) => {
      put(
        step,
        year,
        over(stage(n + 1), year)
          .minus(over(stage(n), year))
          .times(average),
      );
    });
    const after = over(last, year);
    const priced = places.reduce(
      (sum, _, place) => sum.plus(inYear(last(place), year).times(price(place, year))),
      ZERO,
    );
    const spent = places.reduce((sum, place, n) => sum.plus(spentIn(place, last(n), price(n, year), year)), ZERO);
    put('price', year, spent.minus(priced));
    put('mix', year, priced.minus(after.times(average)));
    put('actual', year, spent);
  }
  const lag = all[0]?.lag ?? 0;
  const reforecast = Array.from({ length: count }, (_, year) =>
    all.reduce((sum, { reforecast: starts }) => sum.plus(added(starts.slice(12 * year, 12 * year + 12))), ZERO),
  );
  return [
    ...['planned', ...STEPS, 'price', 'mix', 'actual'].map((step) => ({
      technology,
      step,
      values: (lists[step] ?? []).map(text),
    })),
    { technology, step: 'lag months', values: [String(lag)] },
    { technology, step: 'reforecast starts', values: reforecast.map(text) },
  ];
}

/** The quantity steps, each from one stage to the next. */
const STEPS = ['eligible', 'start date', 'curve', 'ceiling', 'persistence'] as const;

const added = (of: ByMonth): Decimal => of.reduce((sum, amount) => sum.plus(amount), ZERO);

/** What was spent in the covered months of a year; where nothing was recorded, patients at the planned price. */
function spentIn({ spend, covered }: Place, patients: ByMonth, price: Decimal, year: number): Decimal {
  return patients.reduce((sum, people, month) => {
    if (Math.floor(month / 12) !== year || !covered[month]) return sum;
    return sum.plus(spend[month] ?? people.div(12).times(price));
  }, ZERO);
}
