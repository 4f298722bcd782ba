/** Agreements side by side: the same model with none of them, with each by itself, and with all in their order. */
import type { Decimal } from 'decimal.js';
import type { AgreementFigures, BandTerms, BreakEvenVolume } from '../engine/agreement-figures';
import { AGREEMENTS } from '../engine/agreements';
import type { AgreementRow, Assumptions, Given } from '../engine/assumptions';
import { impactFigures, text, valuesOf, years, type Run } from '../engine/figures';
import type { Quantity } from '../engine/graph/quantity';
import type { Agreements } from '../engine/model/agreements';
import type { Contract } from '../engine/model/contracts';
import { Exact } from '../engine/readings/decimals';
import { runModel } from '../run/run-model';

const WITH = 1;

/** One contract of a model, and its place among its contracts. */
interface Chosen {
  readonly contract: Contract;
  readonly index: number;
}

/** None, each by itself in table order, all together. Empty where the model has no agreement. */
export function compareAgreements(run: Run): readonly AgreementFigures[] {
  const { agreements, structure } = run.of;
  if (!agreements) return [];
  const rows = structure.assumptions.agreements;
  const chosen = agreements.contracts
    .map((contract, index): Chosen => ({ contract, index }))
    .sort((a, b) => firstRow(rows, a.contract) - firstRow(rows, b.contract));
  const all = chosen.map((of) => of.index);
  const everybody = technologiesOf(run, agreements, null);
  const none = runModel(without(structure.assumptions, all)).run;
  const alone = chosen.flatMap((of) => {
    const made =
      chosen.length === 1
        ? run
        : runModel(
            without(
              structure.assumptions,
              all.filter((index) => index !== of.index),
            ),
          ).run;
    return made ? [figuresOf(made, technologiesOf(run, agreements, of.index), of)] : [];
  });
  return [
    ...(none ? [figuresOf(none, everybody, null)] : []),
    ...alone,
    { ...figuresOf(run, everybody, null), agreement: 'All agreements', kind: 'all' },
  ];
}

const firstRow = (rows: readonly AgreementRow[], { rows: mine }: Contract): number =>
  Math.min(...mine.map((row) => rows.indexOf(row)));

/** The same model in which these agreements take nothing off. */
const without = (assumptions: Assumptions, idle: readonly number[]): Assumptions => ({
  ...assumptions,
  idleAgreements: new Set(idle),
});

/** Technologies with lines under a contract (null: under any), in table order. */
function technologiesOf({ of }: Run, { covered }: Agreements, contract: number | null): readonly number[] {
  const met = covered
    .filter((each) => contract === null || each.contract === contract)
    .map((each) => of.costs.lines[each.line]?.technology ?? -1);
  return of.structure.technology.members.flatMap((_, index) => (met.includes(index) ? [index] : []));
}

function figuresOf(run: Run, technologies: readonly number[], of: Chosen | null): AgreementFigures {
  const { medicines, structure, ledger } = run.of;
  const periods = years(run);
  const added = (quantity: Quantity): readonly Decimal[] =>
    technologies.reduce<readonly Decimal[]>(
      (total, technology) => {
        const values = valuesOf(run, quantity, [WITH, technology], periods);
        return total.map((value, n) => value.plus(values[n] ?? 0));
      },
      periods.map(() => new Exact(0)),
    );
  const [units, gross, net] = [added(medicines.units), added(medicines.gross), added(medicines.net)];
  const { total, cumulative, discounted, test } = impactFigures(run);
  return {
    agreement: of?.contract.name ?? 'No agreement',
    kind: of ? 'one' : 'none',
    type: of?.contract.rows[0]?.type ?? null,
    technologies: technologies.map((index) => structure.technology.members[index] ?? ''),
    bands: of ? bandsOf(of.contract) : [],
    confidential: of?.contract.rows.some((row) => row.confidential) ?? false,
    at: of?.contract.rows[0]?.at ?? null,
    units: units.map(text),
    gross: gross.map(text),
    rebate: gross.map((value, n) => text(value.minus(net[n] ?? 0))),
    net: net.map(text),
    grossPrice: each(gross, units),
    netPrice: each(net, units),
    netPriceOverall: each([sumOf(net)], [sumOf(units)])[0] ?? null,
    cost: valuesOf(run, ledger.cost, [WITH], periods).map(text),
    impact: { total, cumulative, discounted, test },
    breakEven: of && breakEvenOf(run, of),
    risks: of && (kindOf(of.contract)?.risks(of.contract.rows) ?? null),
  };
}

const sumOf = (values: readonly Decimal[]): Decimal => values.reduce((total, value) => total.plus(value), new Exact(0));

/** Money a unit; null where there is none. */
const each = (money: readonly Decimal[], units: readonly Decimal[]): readonly (string | null)[] =>
  money.map((value, n) => {
    const count = units[n];
    return count === undefined || count.isZero() ? null : text(value.div(count));
  });

const kindOf = ({ rows: [first] }: Contract) => AGREEMENTS.find((kind) => kind.name === first?.type);

const typed = (given: Given | null): string | null => given && text(given.value);

/** The bands of a contract by their thresholds. */
const bandsOf = ({ rows }: Contract): readonly BandTerms[] =>
  [...rows]
    .sort((a, b) => (a.threshold?.value ?? new Exact(0)).cmp(b.threshold?.value ?? new Exact(0)))
    .map((row) => ({
      threshold: typed(row.threshold),
      rate: typed(row.rate),
      p1: typed(row.p1),
      p2: typed(row.p2) ?? (row.p2Text === '' ? null : row.p2Text),
      from: row.from,
      to: row.to,
      lag: typed(row.lag),
      subgroup: ['', 'all'].includes(row.subgroup.toLowerCase()) ? '' : row.subgroup,
    }));

/** The break-even volume of each year, at what a unit or patient costs in it. */
function breakEvenOf(run: Run, { contract, index }: Chosen): BreakEvenVolume | null {
  const kind = kindOf(contract);
  const { agreements } = run.of;
  if (!kind?.breakEven || !agreements) return null;
  const { breakEven } = kind;
  const of = (quantity: Quantity): readonly Decimal[] => valuesOf(run, quantity, [index, WITH], years(run));
  const [spend, volume] = [of(agreements.spend), of(kind.counts === 'patients' ? agreements.heads : agreements.units)];
  const values = spend.map((money, n) => {
    const count = volume[n];
    if (count === undefined || count.isZero()) return null;
    const found = breakEven(contract.rows, money.div(count));
    return found && text(found);
  });
  return { unit: kind.counts ?? 'units', values };
}
