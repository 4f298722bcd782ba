/**
 * Agreements between payer and manufacturer, on the acquisition cost, in their order: each works on what the one
 * before left. Gross, rebate and net are kept apart. Workbook contract, BIM_Agreements.
 */
import { axis, link, type Axis } from '../graph/axis';
import { cases, constant, equal, min, one, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Costs } from './costs';
import type { Patients } from './patients';
import { distinct, type Structure } from './structure';
import { dealRebate, isPerPatient, runsIn, termsOf, type Ground } from './rebates';
import { contractsOf, coveredLines, type Contract, type Covered } from './contracts';
import { headcounts } from './headcounts';

export interface Agreements {
  readonly contract: Axis;
  readonly contracts: readonly Contract[];
  /** Money by agreement and world: what it works on, and what it takes off, in the year it is earned. [agreement, world, year] */
  readonly spend: Quantity;
  readonly rebate: Quantity;
  /** What a line costs after its agreements, rebates in the year in which they are paid. [line, year] */
  readonly net: Quantity;
}

export function agreements(
  model: Model,
  structure: Structure,
  costs: Costs,
  patients: Patients,
  on: Quantity,
): Agreements | null {
  const { world, year, assumptions, baseline } = structure;
  const contracts = contractsOf(assumptions.agreements);
  if (contracts.length === 0) return null;
  const money = assumptions.model.currency;
  const source = 'workbook contract, BIM_Agreements';
  const covered = coveredLines(structure, costs, contracts);
  const contract = axis('agreement', distinct(contracts.map((of) => of.name)));
  const coverage = axis(
    'line under an agreement',
    distinct(covered.map((of) => `${contract.members[of.contract] ?? ''}: ${costs.line.members[of.line] ?? ''}`)),
  );
  coverage.belongsTo(
    contract,
    covered.map((of) => of.contract),
  );
  coverage.belongsTo(
    costs.line,
    covered.map((of) => of.line),
  );
  const inWorld = link(
    'world of the line',
    coverage,
    world,
    covered.map((of) => costs.lines[of.line]?.world ?? -1),
  );
  const byContract = coverage.linkTo(contract);
  const per = [byContract, inWorld] as const;
  const earlier = link(
    'agreement before',
    coverage,
    coverage,
    covered.map((of) => of.before),
  );
  const after: Quantity = model.quantity(
    'Left after the agreement',
    money,
    [coverage, year],
    () => before.minus(part),
    { source },
  );
  const before: Quantity = model.quantity(
    'Before the agreement',
    money,
    [coverage, year],
    () =>
      cases(coverage, (member) => ((covered[member]?.before ?? -1) < 0 ? 'first' : 'later'), {
        first: costs.gross,
        later: after.via(earlier),
      }),
    { source },
  );
  const total = (name: string, unit: string, of: () => Expression): Quantity =>
    model.quantity(name, unit, [contract, world, year], () => sum(of(), coverage, ...per), { source });
  const spend = total('Spend under the agreement', money, () => before);
  const units = total('Units under the agreement', '1', () => costs.units);
  const charged = model.quantity(
    'People charged under the agreement',
    'person',
    [contract, world, year],
    () => sum(costs.people, coverage, ...per),
    { source },
  );
  const running = model.quantity(
    'Spend while the agreement runs',
    money,
    [coverage, year],
    () => {
      const branches = contracts.map((of, index): [string, Expression] => [
        String(index),
        cases(year, (period) => (runsIn(structure, of)(period) ? 'runs' : 'idle'), { runs: before, idle: zero(money) }),
      ]);
      return cases(coverage, (member) => String(covered[member]?.contract ?? -1), Object.fromEntries(branches));
    },
    { source },
  );
  const apart = baseline && assumptions.model.baselineCohort === 'ends';
  const carried = apart
    ? model.quantity(
        'Spend with later instalments',
        money,
        [coverage, year],
        () => cases(year, (period) => (period === 0 ? 'baseline' : 'later'), { baseline: zero(money), later: running }),
        { source: 'workbook contract, Baseline cohort' },
      )
    : running;
  const heads = headcounts(model, structure, contract, contracts, covered, costs, patients, on);
  const terms = termsOf(model, structure);
  const instalment = axis(
    'instalment',
    year.members.map((_, index) => String(index + 1)),
  );
  const ground: Ground = {
    spend,
    units,
    ...heads,
    charged,
    running,
    carried,
    coverage,
    covered,
    costs,
    per,
    money,
    terms,
    stops: patients.stops,
    instalment,
  };
  const beginning = model.quantity(
    'Starters charged',
    'person',
    [coverage, year],
    () => min(patients.starting, costs.people),
    { source },
  );
  const ofLine: Ground = {
    ...ground,
    spend: before,
    units: costs.units,
    charged: costs.people,
    heads: costs.people,
    starters: patients.starting,
    settled: beginning,
  };
  const branchesOf = (on: Ground): Record<string, Expression> =>
    Object.fromEntries(
      contracts.flatMap((of, index) =>
        isPerPatient(of) === (on === ofLine) ? [[String(index), dealRebate(structure, of, on)] as const] : [],
      ),
    );
  const followed = contracts.some(isPerPatient);
  const own = followed
    ? model.quantity(
        'Rebate by patient',
        money,
        [coverage, year],
        () =>
          cases(coverage, (member) => perPatient(covered[member]?.contract ?? -1), {
            ...branchesOf(ofLine),
            together: zero(money),
          }),
        { source },
      )
    : zero(money);
  const perPatient = (index: number): string => {
    const of = contracts[index];
    return of && isPerPatient(of) ? String(index) : 'together';
  };
  const rebate: Quantity = model.quantity(
    'Rebate of the agreement',
    money,
    [contract, world, year],
    () =>
      cases(contract, (index) => (perPatient(index) === 'together' ? String(index) : 'by patient'), {
        ...branchesOf(ground),
        'by patient': sum(own, coverage, ...per),
      }),
    { source },
  );
  const part: Quantity = model.quantity(
    'Rebate of the line',
    money,
    [coverage, year],
    () => {
      // With nothing spent a fee or an instalment is shared by people, and equally where there is nobody.
      const equally = one.over(sum(one, coverage, ...per));
      const byHeads = select(equal(charged, zero('person')), equally, costs.people.over(charged));
      // The share taken off comes first: all of a price off leaves exactly nothing.
      const proportional = select(equal(spend, zero(money)), rebate.times(byHeads), rebate.over(spend).times(before));
      const mean = select(equal(units, zero()), zero(money), spend.minus(rebate).over(units));
      const shared = (member: number): string => {
        const index = covered[member]?.contract ?? -1;
        if (perPatient(index) !== 'together') return 'by patient';
        return contracts[index]?.rows[0]?.type === 'blend' ? 'blend' : 'proportional';
      };
      return cases(coverage, shared, {
        proportional,
        blend: before.minus(costs.units.times(mean)),
        'by patient': own,
      });
    },
    { source },
  );
  const lag = model.input(
    'Lag of the rebate, months',
    '1',
    [contract],
    contracts.map(({ rows }) => rows[0]?.lag ?? null),
    new Exact(0),
  );
  const late = lag.over(constant(12));
  const fresh = apart ? 1 : 0;
  const cash = model.quantity(
    'Rebate received',
    money,
    [coverage, year],
    () =>
      cases(year, (period) => (period <= fresh ? 'first' : 'later'), {
        first: part.times(one.minus(late)),
        later: part.times(one.minus(late)).plus(part.previous(year).times(late)),
      }),
    { source },
  );
  const net = model.quantity(
    'Net cost',
    money,
    [costs.line, year],
    () => costs.gross.minus(sum(cash, coverage, costs.line)),
    { source },
  );
  return { contract, contracts, spend, rebate, net };
}
