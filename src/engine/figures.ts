/** Figures: the lists of results that a run gives, as exact decimal text. Every list is a sum over the ledger or a block. */
import type { Decimal } from 'decimal.js';
import type { Quantity } from './graph/quantity';
import { isAcquisition } from './model/acquisition';
import type { BudgetImpact } from './model/budget-impact';
import { shareKind } from './model/shares';
import { WORLDS } from './model/structure';
import type { ExactRun } from './readings/exact';
import { rowOf, traced, type Traced, type Traces } from './traces';
import { Exact } from './readings/decimals';
import type {
  Amounts,
  CostFigures,
  EligibleFigures,
  FunnelFigures,
  ImpactFigures,
  PatientFigures,
  PriceFigures,
  VolumeFigures,
} from './results';

/** A run of a model: what was written down, and its figures. */
export interface Run {
  readonly of: BudgetImpact;
  readonly exact: ExactRun;
  /** What each list of figures was read from, for whoever wants to point at it. */
  readonly traces?: Traces;
}

/** Which periods are listed: years 1…N, or the baseline year alone. */
export type Periods = readonly number[];

export const text = (value: Decimal): string => (value.isZero() ? '0' : value.toFixed());

/** Periods of years 1…N. */
export function years({ of }: Run): Periods {
  const start = of.structure.baseline ? 1 : 0;
  return Array.from({ length: of.structure.year.size - start }, (_, n) => n + start);
}

/** Figures of a quantity whose last axis is the year, at these members of its other axes. */
export function valuesOf(
  { exact }: Run,
  quantity: Quantity,
  members: readonly number[],
  periods: Periods,
): readonly Decimal[] {
  return periods.map((period) => exact.at(quantity, [...members, period]));
}

const texts = (values: readonly Decimal[]): Amounts => values.map(text);

/** Figures of one row of a quantity as text, and where they were read. */
export const listed = (run: Run, quantity: Quantity, members: readonly number[], periods: Periods): Amounts =>
  traced(run.traces, texts(valuesOf(run, quantity, members, periods)), rowOf(quantity, members));

export function funnelFigures(run: Run, periods: Periods): readonly FunnelFigures[] {
  const { structure, population } = run.of;
  return structure.steps.map(({ step, funnel }, index) => ({
    subgroup: structure.subgroup.members[structure.funnels[funnel]?.subgroup ?? -1] ?? '',
    stream: structure.funnels[funnel]?.stream ?? '',
    step: step.step,
    values: listed(run, population.people, [index], periods),
  }));
}

/** Eligible patients by subgroup; by world where pools or gated tests make the worlds differ. */
export function eligibleFigures(run: Run, periods: Periods): readonly EligibleFigures[] {
  const { structure, patients, tests } = run.of;
  const differ =
    structure.funnels.some((funnel) => funnel.stream === 'pool') || (tests?.rows.some((row) => row.gate) ?? false);
  return structure.subgroup.members.flatMap((subgroup, index) =>
    (differ ? WORLDS : WORLDS.slice(0, 1)).map((world, w) => ({
      ...(differ ? { world } : {}),
      subgroup,
      values: listed(run, patients.eligible, [w, index], periods),
    })),
  );
}

/** People by world, subgroup and technology. A technology that nobody could have in a world is left out. */
export function patientFigures(run: Run, quantity: Quantity, periods: Periods): readonly PatientFigures[] {
  const { structure } = run.of;
  const { arms, subgroup, technology } = structure;
  return WORLDS.flatMap((world, w) =>
    arms.flatMap((arm, index) => {
      const absent = shareKind(structure, arm, world) === 'nobody';
      return absent
        ? []
        : [
            {
              world,
              subgroup: subgroup.members[arm.subgroup] ?? '',
              technology: technology.members[arm.technology] ?? '',
              values: listed(run, quantity, [w, index], periods),
            },
          ];
    }),
  );
}

/** Costs by world, subgroup, technology, category and payer: the ledger, entries of one key added. */
export function costFigures(run: Run, periods: Periods): readonly CostFigures[] {
  const { structure, ledger } = run.of;
  const sums = new Map<string, { keys: Omit<CostFigures, 'values'>; values: Decimal[]; from: Traced[] }>();
  ledger.entries.forEach((entry, index) => {
    if (entry.world >= WORLDS.length) return;
    const keys = {
      world: WORLDS[entry.world] ?? '',
      subgroup: structure.subgroup.members[entry.subgroup] ?? '',
      technology: structure.technology.members[entry.technology] ?? '',
      category: entry.category,
      payer: entry.payer,
    };
    const key = JSON.stringify(Object.values(keys));
    const held = sums.get(key) ?? { keys, values: periods.map(() => new Exact(0)), from: [] };
    held.from.push(rowOf(ledger.amount, [index]));
    valuesOf(run, ledger.amount, [index], periods).forEach(
      (value, n) => (held.values[n] = (held.values[n] ?? new Exact(0)).plus(value)),
    );
    sums.set(key, held);
  });
  return [...sums.values()].map(({ keys, values, from }) => ({
    ...keys,
    values: traced(run.traces, texts(values), ...from),
  }));
}

/** A block by the members of its first axis. */
function byMember(run: Run, quantity: Quantity, periods: Periods): Readonly<Record<string, Amounts>> {
  const [along] = quantity.block.axes;
  const named = (along?.members ?? []).map((name, index) => [name, listed(run, quantity, [index], periods)] as const);
  return Object.fromEntries(named.filter(([name]) => name !== ''));
}

/** The impact by subgroup; what belongs to none (a fixed sum for all) stands under an empty name, so that parts add up. */
function bySubgroup(run: Run, total: readonly Decimal[], periods: Periods): Readonly<Record<string, Amounts>> {
  const { impact, ledger, structure } = run.of;
  const named = byMember(run, impact.bySubgroup, periods);
  if (!ledger.entries.some((entry) => entry.subgroup < 0)) return named;
  const subgroups = structure.subgroup.members.map((_, index) => valuesOf(run, impact.bySubgroup, [index], periods));
  const rest = total.map((value, n) => subgroups.reduce((left, values) => left.minus(values[n] ?? 0), value));
  const less = structure.subgroup.members.map((_, index) => rowOf(impact.bySubgroup, [index], -1));
  return { ...named, '': traced(run.traces, texts(rest), rowOf(impact.total, []), ...less) };
}

const ratio = (part: Decimal, whole: Decimal): string | null => (whole.isZero() ? null : text(part.div(whole)));

/** The impact and what is made of it. */
export function impactFigures(run: Run): ImpactFigures {
  const { impact, ledger, medicines, structure } = run.of;
  const periods = years(run);
  const { model } = structure.assumptions;
  const total = valuesOf(run, impact.total, [], periods);
  const onNew = valuesOf(run, impact.onNew, [], periods);
  const without = valuesOf(run, ledger.cost, [0], periods);
  const monthly = impact.pmpm ? valuesOf(run, impact.pmpm, [], periods) : null;
  return {
    total: traced(run.traces, texts(total), rowOf(impact.total, [])),
    byCategory: byMember(run, impact.byCategory, periods),
    bySubgroup: bySubgroup(run, total, periods),
    byPayer: byMember(run, impact.byPayer, periods),
    cumulative: listed(run, impact.cumulative, [], periods),
    discounted: text(run.exact.at(impact.discounted, [])),
    pmpm: monthly && impact.pmpm && traced(run.traces, texts(monthly), rowOf(impact.pmpm, [])),
    test: affordability(run, total, model.firstYear),
    pmpy: impact.pmpy && listed(run, impact.pmpy, [], periods),
    perTreated: traced(
      run.traces,
      total.map((value, n) => ratio(value, onNew[n] ?? new Exact(0))),
      rowOf(impact.perTreated, []),
    ),
    discountedByYear: listed(run, impact.discountedByYear, [], periods),
    ofBudget: traced(
      run.traces,
      total.map((value, n) => ratio(value, without[n] ?? new Exact(0))),
      rowOf(impact.ofBudget, []),
    ),
    grossDrug: listed(run, medicines.grossDrug, [], periods),
    netDrug: listed(run, medicines.netDrug, [], periods),
  };
}

/** The affordability test: which of the first years are over the threshold. NICE budget impact test. */
function affordability(run: Run, total: readonly Decimal[], firstYear: number): ImpactFigures['test'] {
  const { testThreshold, testYears } = run.of.structure.assumptions.model;
  if (!testThreshold) return null;
  const over = total.flatMap((value, n) => (n < testYears && value.gt(testThreshold.value) ? [firstYear + n] : []));
  const tested = total.flatMap((_, n) => (n < testYears ? [firstYear + n] : []));
  return { threshold: text(testThreshold.value), passed: over.length === 0, years: over, tested };
}

/** What is bought of each medicine: acquisition lines, those of one world, subgroup, technology and item added. */
export function volumeFigures(run: Run): readonly VolumeFigures[] {
  const { structure, costs } = run.of;
  const periods = years(run);
  const sums = new Map<
    string,
    { keys: Omit<VolumeFigures, 'units' | 'scripts'>; units: Decimal[]; scripts: Decimal[]; from: number[] }
  >();
  costs.lines.forEach((line, index) => {
    if (!isAcquisition(line.cost.category) || line.technology < 0 || line.world >= WORLDS.length) return;
    const keys = {
      world: WORLDS[line.world] ?? '',
      subgroup: structure.subgroup.members[line.subgroup] ?? '',
      technology: structure.technology.members[line.technology] ?? '',
      item: line.cost.item || line.cost.priceItem,
    };
    const none = (): Decimal[] => periods.map(() => new Exact(0));
    const held = sums.get(JSON.stringify(keys)) ?? { keys, units: none(), scripts: none(), from: [] };
    const add = (to: Decimal[], quantity: Quantity): Decimal[] =>
      valuesOf(run, quantity, [index], periods).map((value, n) => value.plus(to[n] ?? 0));
    sums.set(JSON.stringify(keys), {
      keys,
      units: add(held.units, costs.volume.units),
      scripts: add(held.scripts, costs.volume.scripts),
      from: [...held.from, index],
    });
  });
  const { units: bought, scripts: dispensed } = costs.volume;
  const rows = (of: Quantity, from: readonly number[]): readonly Traced[] => from.map((index) => rowOf(of, [index]));
  return [...sums.values()].map(({ keys, units, scripts, from }) => ({
    ...keys,
    units: traced(run.traces, texts(units), ...rows(bought, from)),
    scripts: traced(run.traces, texts(scripts), ...rows(dispensed, from)),
  }));
}

/** Every pack through the price build-up. */
export function priceFigures(run: Run): readonly PriceFigures[] {
  const { prices } = run.of.costs;
  return prices.rows.map((row, index) => {
    const of = (quantity: Quantity): Amounts => listed(run, quantity, [index], years(run));
    return {
      item: row.item,
      pack: row.pack,
      confidential: row.confidential,
      list: of(prices.list),
      exFactory: of(prices.exFactory),
      reimbursed: of(prices.reimbursed),
      rebate: of(prices.rebate),
      vat: of(prices.vat),
      net: of(prices.paid),
    };
  });
}
