/** Money of the plan and of what is delivered, as figures: costs, impacts with tasks, and benefits. */
import type { Decimal } from 'decimal.js';
import { listed, text, valuesOf, years, type Run } from '../figures';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Amounts } from '../results';
import type { BenefitFigures, ByCase, DeliveredCost, ImpactWithTasks } from '../realisation-results';
import { rowOf, traced, type Traced } from '../traces';
import type { ValueRealisation } from '../value/value-realisation';

const ZERO = new Exact(0);
const texts = (values: readonly Decimal[]): Amounts => values.map(text);
const CASES = [
  ['planned', 1],
  ['realised', 2],
] as const;

/** People by technology and subgroup, as planned and as realised. `of` is [world, arm, year]. */
export function byCase(run: Run, of: Quantity): readonly ByCase[] {
  const { arms, technology, subgroup } = run.of.structure;
  return CASES.flatMap(([name, world]) =>
    arms.map((arm, index) => ({
      case: name,
      technology: technology.members[arm.technology] ?? '',
      subgroup: subgroup.members[arm.subgroup] ?? '',
      values: listed(run, of, [world, index], years(run)),
    })),
  );
}

/** Entries of the ledger of one key, added. */
interface Summed {
  readonly keys: Omit<DeliveredCost, 'values'>;
  readonly values: readonly Decimal[];
  readonly from: readonly Traced[];
}

/** The ledger of the plan and of what is delivered, with the tasks. */
export function deliveredCosts(run: Run, value: ValueRealisation): readonly DeliveredCost[] {
  const { structure, ledger } = run.of;
  const periods = years(run);
  return CASES.flatMap(([name, world]) => {
    const sums = new Map<string, Summed>();
    ledger.entries.forEach((entry, index) => {
      if (entry.world !== world) return;
      const keys = {
        case: name,
        subgroup: structure.subgroup.members[entry.subgroup] ?? '',
        technology: structure.technology.members[entry.technology] ?? '',
        category: entry.category,
        payer: entry.payer,
      };
      const key = JSON.stringify(keys);
      const held = sums.get(key);
      const values = valuesOf(run, ledger.amount, [index], periods).map((amount, n) =>
        amount.plus(held?.values[n] ?? ZERO),
      );
      sums.set(key, { keys, values, from: [...(held?.from ?? []), rowOf(ledger.amount, [index])] });
    });
    const rows = [...sums.values()].map(({ keys, values, from }) => ({
      ...keys,
      values: traced(run.traces, texts(values), ...from),
    }));
    if (value.plan.tasks.length === 0) return rows;
    const tasks = listed(run, value.tasks, [], periods);
    return [
      ...rows,
      { case: name, subgroup: '', technology: '', category: 'Implementation', payer: '', values: tasks },
    ];
  });
}

/** Budget impact with the cost of tasks, and what cash-releasing benefits leave of it. */
export function impactWithTasks(run: Run, total: Quantity, cash: Quantity): ImpactWithTasks {
  const [impact, released] = [total, cash].map((of) => valuesOf(run, of, [], years(run)));
  let sum = ZERO;
  return {
    total: traced(run.traces, texts(impact ?? []), rowOf(total, [])),
    cumulative: (impact ?? []).map((amount) => text((sum = sum.plus(amount)))),
    cashReleased: traced(run.traces, texts(released ?? []), rowOf(cash, [])),
    afterCash: traced(
      run.traces,
      (impact ?? []).map((amount, n) => text(amount.minus(released?.[n] ?? ZERO))),
      rowOf(total, []),
      rowOf(cash, [], -1),
    ),
  };
}

/** Benefits with less without, by technology, subgroup and benefit. `world`: 1 the plan, 2 what is delivered. */
export function benefitFigures(
  run: Run,
  value: ValueRealisation,
  name: BenefitFigures['case'],
  world: 1 | 2,
): readonly BenefitFigures[] {
  const { gained, worth } = value;
  const periods = years(run);
  return gained.benefits.flatMap((benefit, index) => {
    const row = gained.rows[benefit.row];
    if (!row) return [];
    const haircut = name === 'realised' ? run.exact.at(gained.haircut, [benefit.row]) : new Exact(1);
    const rise = (of: Quantity): Amounts => {
      const without = valuesOf(run, of, [0, index], periods);
      return texts(
        valuesOf(run, of, [world, index], periods).map((amount, n) => amount.minus(without[n] ?? ZERO).times(haircut)),
      );
    };
    // The haircut is a quantity of its own: what stands in cells is the money after it.
    const inCells = name === 'realised' ? worth.realisedMoney : worth.money;
    const money = traced(run.traces, rise(worth.money), rowOf(inCells, [world, index]), rowOf(inCells, [0, index], -1));
    const keys = {
      case: name,
      technology: benefit.technology,
      subgroup: benefit.subgroup,
      benefit: row.benefit,
      class: row.class,
      payer: row.payer,
    };
    return [
      { ...keys, measure: 'money' as const, values: money },
      { ...keys, measure: 'quantity' as const, values: rise(gained.quantity) },
    ];
  });
}
