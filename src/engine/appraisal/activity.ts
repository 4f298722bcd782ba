/**
 * Activities: what a scenario gains and costs against the model as typed. The most an activity is worth paying for is its
 * gain; it is paid back in the first month when the discounted net, each year spread evenly, is back at 0.
 * Hoomans et al. 2009; Faria et al. 2017; workbook contract, Value.
 */
import type { Decimal } from 'decimal.js';
import { text, valuesOf, years, type Run } from '../figures';
import { sameName } from '../model/structure';
import { Exact } from '../readings/decimals';
import type { ActivityFigures } from '../realisation-results';
import type { ValueRealisation } from '../value/value-realisation';

const ZERO = new Exact(0);
/** Below this much money is below 0. */
const CENT = new Exact('1e-9');

/** Discounted, by year: realised value without implementation, and what implementation costs. */
function parts(
  run: Run,
  value: ValueRealisation,
): { readonly gain: readonly Decimal[]; readonly cost: readonly Decimal[] } {
  const periods = years(run);
  const { worth, tasks } = value;
  const category = run.of.ledger.category.members.findIndex((name) => sameName(name, 'Implementation'));
  const spent = valuesOf(run, tasks, [], periods).map((amount, n) => {
    const period = periods[n] ?? 0;
    if (category < 0) return amount;
    const of = (world: number): Decimal => run.exact.at(run.of.ledger.byCategory, [world, category, period]);
    return amount.plus(of(2)).minus(of(0));
  });
  const factors = valuesOf(run, worth.discountFactor, [], periods);
  const realised = valuesOf(run, worth.byYear.realised, [], periods);
  const discounted = (amount: Decimal, n: number): Decimal => amount.times(factors[n] ?? 1);
  return {
    gain: realised.map((amount, n) => discounted(amount.plus(spent[n] ?? ZERO), n)),
    cost: spent.map(discounted),
  };
}

export function activityFigures(
  base: { readonly run: Run; readonly value: ValueRealisation },
  changed: { readonly run: Run; readonly value: ValueRealisation },
): ActivityFigures {
  const [before, after] = [parts(base.run, base.value), parts(changed.run, changed.value)];
  const rise = (a: readonly Decimal[], b: readonly Decimal[]): readonly Decimal[] =>
    a.map((amount, n) => amount.minus(b[n] ?? ZERO));
  const [gain, cost] = [rise(after.gain, before.gain), rise(after.cost, before.cost)];
  const net = rise(gain, cost);
  const sum = (of: readonly Decimal[]): string => text(of.reduce((total, amount) => total.plus(amount), ZERO));
  return { gain: sum(gain), cost: sum(cost), net: sum(net), payback: payback(net) };
}

/** The first month when the cumulative net is back at 0 after having been below. */
function payback(net: readonly Decimal[]): string {
  let [total, below] = [ZERO, false];
  for (let month = 1; month <= 12 * net.length; month += 1) {
    const year = Math.floor((month - 1) / 12);
    const past = net.slice(0, year).reduce((sum, amount) => sum.plus(amount), ZERO);
    total = past.plus((net[year] ?? ZERO).times(((month - 1) % 12) + 1).div(12));
    if (total.lt(CENT.negated())) below = true;
    else if (below) return String(month);
  }
  return below ? 'none' : 'at once';
}
