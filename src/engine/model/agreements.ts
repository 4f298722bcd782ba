/**
 * Agreements between payer and manufacturer, on the acquisition cost, in their order: each works on what the one
 * before left. Gross, rebate and net are kept apart. Workbook contract, BIM_Agreements.
 */
import { blanksIn } from '../given';
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, constant, equal, one, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Costs } from './costs';
import type { Patients } from './patients';
import { distinct, type Structure } from './structure';
import { yearsInForce } from './years-in-force';
import { kindOf, rebateOfLine, rebateTogether, termsOf, type Ground } from './rebates';
import { contractsOf, coveredLines, type Contract, type Covered } from './contracts';

export interface Agreements {
  readonly contract: Axis;
  readonly contracts: readonly Contract[];
  readonly covered: readonly Covered[];
  /** Money by agreement and world: what it works on, and what it takes off, in the year it is earned. [agreement, world, year] */
  readonly spend: Quantity;
  readonly rebate: Quantity;
  /** Units and patients it is about. [agreement, world, year] */
  readonly units: Quantity;
  readonly heads: Quantity;
  /** What a line costs after its agreements, rebates in the year in which they are paid. [line, year] */
  readonly net: Quantity;
}

const SOURCE = 'workbook contract, BIM_Agreements';

export function agreements(
  model: Model,
  structure: Structure,
  costs: Costs,
  patients: Patients,
  on: Quantity,
): Agreements | null {
  const { year, assumptions, technology } = structure;
  const contracts = contractsOf(assumptions.agreements, technology.members);
  if (contracts.length === 0) return null;
  const covered = coveredLines(structure, costs, contracts);
  const contract = axis('agreement', distinct(contracts.map((of) => of.name)));
  const { coverage, per } = coverageOf(structure, costs, contract, covered);
  const instalment = axis(
    'instalment',
    year.members.map((_, index) => String(index + 1)),
  );
  const terms = termsOf(model, structure);
  const inForce = yearsInForce(model, structure, contracts);
  const ground: Ground = {
    structure,
    terms,
    inForce,
    coverage,
    covered,
    costs,
    per,
    stops: patients.stops,
    instalment,
  };
  const heads = headcount(model, ground, contract, contracts, on);
  const { spend, units, part } = rebates(model, ground, contract, contracts, { heads, on });
  const money = assumptions.model.currency;
  const rebate = total(model, ground, contract, 'Rebate of the agreement', money, () => part);
  const net = netCost(model, ground, contracts, contract, part);
  return { contract, contracts, covered, spend, units, heads, rebate, net };
}

/** The lines under each agreement, and the way from there to the agreement and world. */
function coverageOf(
  { world }: Structure,
  costs: Costs,
  contract: Axis,
  covered: readonly Covered[],
): Pick<Ground, 'coverage' | 'per'> {
  const coverage = axis(
    'line under an agreement',
    distinct(covered.map((of) => `${contract.members[of.contract] ?? ''}: ${costs.line.members[of.line] ?? ''}`)),
  );
  const byContract = coverage.belongsTo(
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
  return { coverage, per: [byContract, inWorld] };
}

/** A sum over the lines of each agreement. */
const total = (
  model: Model,
  { structure: { world, year }, coverage, per }: Ground,
  contract: Axis,
  name: string,
  unit: string,
  of: () => Expression,
): Quantity =>
  model.quantity(name, unit, [contract, world, year], () => sum(of(), coverage, ...per), { source: SOURCE });

/** One formula for each agreement. */
const ofEach = (
  along: Axis,
  contracts: readonly Contract[],
  contractAt: (member: number) => number,
  formula: (of: Contract) => Expression,
): Expression =>
  cases(
    along,
    (member) => String(contractAt(member)),
    Object.fromEntries(contracts.map((of, index) => [String(index), formula(of)])),
  );

/** The arm of each covered line: its technology in its subgroup. */
const armOf = ({ structure, coverage, covered, costs }: Ground): Link =>
  link(
    'arm of the covered line',
    coverage,
    structure.arm,
    covered.map((of) => costs.lines[of.line]?.arm ?? -1),
  );

/** What each agreement works on, and what it takes off each line. */
function rebates(
  model: Model,
  ground: Ground,
  contract: Axis,
  contracts: readonly Contract[],
  { heads, on }: Readonly<Record<'heads' | 'on', Quantity>>,
): { readonly spend: Quantity; readonly units: Quantity; readonly part: Quantity } {
  const { structure, coverage, covered, costs, per } = ground;
  const { year, world, assumptions, baseline } = structure;
  const money = assumptions.model.currency;
  const byLine = (name: string, formula: () => Expression, unit = money): Quantity =>
    model.quantity(name, unit, [coverage, year], formula, { source: SOURCE });
  const contractAt = (member: number): number => covered[member]?.contract ?? -1;
  const earlier = link(
    'agreement before',
    coverage,
    coverage,
    covered.map((of) => of.before),
  );
  const after: Quantity = byLine('Left after the agreement', () => before.minus(part));
  const before: Quantity = byLine('Before the agreement', () =>
    cases(coverage, (member) => ((covered[member]?.before ?? -1) < 0 ? 'first' : 'later'), {
      first: costs.gross,
      later: after.via(earlier),
    }),
  );
  const spend = total(model, ground, contract, 'Spend under the agreement', money, () => before);
  const units = total(model, ground, contract, 'Units under the agreement', '1', () => costs.volume.units);
  const patients = byLine('Patients of the line', () => on.via(armOf(ground)).via(per[1]), 'person');
  const charged = total(model, ground, contract, 'Patients counted on each line', 'person', () => patients);
  const running = byLine('Spend while the agreement runs', () =>
    ofEach(coverage, contracts, contractAt, (of) => ground.inForce.first(of, before)),
  );
  const ends = baseline && assumptions.model.baselineCohort === 'ends';
  const carried = ends
    ? byLine('Spend carried on', () =>
        cases(year, (period) => (period === 0 ? 'baseline' : 'year'), { baseline: zero(), year: running }),
      )
    : running;
  const together: Quantity = model.quantity(
    'Rebate on all lines together',
    money,
    [contract, world, year],
    () =>
      ofEach(
        contract,
        contracts,
        (member) => member,
        (of) => rebateTogether(of, ground, { spend, units, heads }),
      ),
    { source: SOURCE },
  );
  const part: Quantity = byLine('Rebate of the line', () => {
    const shared = sharedOut(ground, { spend, units, charged, patients, before, together });
    return ofEach(coverage, contracts, contractAt, (of) => {
      const kind = kindOf(of);
      if ('byLine' in kind) return rebateOfLine(of, ground, { spend: before, running, carried });
      return kind.name === 'blend' ? shared.blend : shared.proportional;
    });
  });
  return { spend, units, part };
}

/** What is taken off all lines together, by line: in proportion to what is left of each; in a blend, to one price for all. */
function sharedOut(
  { coverage, per, costs }: Ground,
  of: Readonly<Record<'spend' | 'units' | 'charged' | 'patients' | 'before' | 'together', Quantity>>,
): { readonly proportional: Expression; readonly blend: Expression } {
  const { spend, units, charged, patients, before, together } = of;
  // With nothing spent a fee is shared by patients, and equally where there is nobody.
  const equally = one.over(sum(one, coverage, ...per));
  const byHeads = select(equal(charged, zero()), equally, patients.over(charged));
  const mean = select(equal(units, zero()), zero(), spend.minus(together).over(units));
  return {
    // The share taken off comes first: all of a price off leaves exactly nothing.
    proportional: select(equal(spend, zero()), together.times(byHeads), together.over(spend).times(before)),
    blend: before.minus(costs.volume.units.times(mean)),
  };
}

/** Gross less rebates, Lag/12 of a year's rebate in the next year. */
function netCost(
  model: Model,
  ground: Ground,
  contracts: readonly Contract[],
  contract: Axis,
  part: Quantity,
): Quantity {
  const { structure, coverage, costs } = ground;
  const { year, assumptions, baseline } = structure;
  const money = assumptions.model.currency;
  const lag = model.input(
    'Lag of the rebate, months',
    '1',
    [contract],
    contracts.map(({ rows }) => rows[0]?.lag ?? null),
    new Exact(0),
    {},
    blanksIn(
      contracts.map(({ rows }) => rows[0]),
      'Lag',
    ),
  );
  const late = lag.over(constant(12));
  const fresh = baseline && assumptions.model.baselineCohort === 'ends' ? 1 : 0;
  const cash = model.quantity(
    'Rebate received',
    money,
    [coverage, year],
    () =>
      cases(year, (period) => (period <= fresh ? 'first' : 'later'), {
        first: part.times(one.minus(late)),
        later: part.times(one.minus(late)).plus(part.previous(year).times(late)),
      }),
    { source: SOURCE },
  );
  return model.quantity(
    'Net cost',
    money,
    [costs.line, year],
    () => costs.gross.minus(sum(cash, coverage, costs.line)),
    { source: SOURCE },
  );
}

/** Patients under each agreement: once, whatever lines charge them. */
function headcount(
  model: Model,
  { structure, covered, costs }: Ground,
  contract: Axis,
  contracts: readonly Contract[],
  on: Quantity,
): Quantity {
  const { arm, world, year } = structure;
  const seen = contracts.flatMap((_, index) =>
    [...new Set(covered.filter((of) => of.contract === index).map((of) => costs.lines[of.line]?.arm ?? -1))].map(
      (member) => ({ contract: index, arm: member }),
    ),
  );
  const pair = axis(
    'arm under an agreement',
    seen.map((of) => `${contract.members[of.contract] ?? ''}: ${arm.members[of.arm] ?? ''}`),
  );
  pair.belongsTo(
    contract,
    seen.map((of) => of.contract),
  );
  pair.belongsTo(
    arm,
    seen.map((of) => of.arm),
  );
  return model.quantity(
    'Patients under the agreement',
    'person',
    [contract, world, year],
    () => sum(on, pair, contract),
    { source: SOURCE },
  );
}
