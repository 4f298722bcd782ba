/**
 * Agreements between payer and manufacturer, on the acquisition cost, in their order: each works on what the one
 * before left. Gross, rebate and net are kept apart. Workbook contract, BIM_Agreements.
 */
import type { AgreementRow, Given } from '../assumptions';
import { AGREEMENTS } from '../agreements';
import type { Band, Deal } from '../agreements/kind';
import { axis, link, type Axis, type Link } from '../graph/axis';
import { cases, constant, equal, one, position, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import { Exact } from '../readings/decimals';
import type { Costs } from './costs';
import type { Patients } from './patients';
import { ALL, distinct, isAll, sameName, type Structure } from './structure';

/** One agreement: the rows (bands) of one Type and Order on the same technology or group and subgroup. */
export interface Contract {
  readonly rows: readonly AgreementRow[];
  readonly name: string;
}

/** One cost line under one agreement; `before` is the same line under the agreement before it (-1: none). */
interface Covered {
  readonly contract: number;
  readonly line: number;
  readonly before: number;
}

export interface Agreements {
  readonly contract: Axis;
  readonly contracts: readonly Contract[];
  /** Money by agreement and world: what it works on, and what it takes off, in the year it is earned. [agreement, world, year] */
  readonly spend: Quantity;
  readonly rebate: Quantity;
  /** What a line costs after its agreements, rebates in the year in which they are paid. [line, year] */
  readonly net: Quantity;
}

const ACQUISITION = 'Acquisition';
const ZERO = new Exact(0);

export function contractsOf(rows: readonly AgreementRow[]): readonly Contract[] {
  const keyOf = (row: AgreementRow): string =>
    JSON.stringify([row.group || row.technology, row.type === 'blend' ? '' : row.subgroup, row.type, row.order].map((part) => String(part).trim().toLowerCase()));
  const keys = [...new Set(rows.map(keyOf))];
  return keys.map((key) => rows.filter((row) => keyOf(row) === key))
    .sort((a, b) => (a[0]?.order ?? 0) - (b[0]?.order ?? 0))
    .map((of) => ({ rows: of, name: [of[0]?.group || of[0]?.technology || ALL, of[0]?.type].join(' · ') }));
}

function coveredLines(structure: Structure, costs: Costs, contracts: readonly Contract[]): readonly Covered[] {
  const covered: Covered[] = [];
  const latest = new Map<number, number>();
  contracts.forEach(({ rows }, contract) => {
    costs.lines.forEach((line, index) => {
      const technology = structure.technology.members[line.technology] ?? '';
      const subgroup = structure.subgroup.members[line.subgroup] ?? '';
      const named = rows.some((row) => (isAll(row.technology) || sameName(row.technology, technology)) && (isAll(row.subgroup) || sameName(row.subgroup, subgroup)));
      if (!named || line.technology < 0 || !sameName(line.cost.category, ACQUISITION)) return;
      covered.push({ contract, line: index, before: latest.get(index) ?? -1 });
      latest.set(index, covered.length - 1);
    });
  });
  return covered;
}

export function agreements(model: Model, structure: Structure, costs: Costs, patients: Patients, on: Quantity): Agreements | null {
  const { world, year, assumptions, baseline } = structure;
  const contracts = contractsOf(assumptions.agreements);
  if (contracts.length === 0) return null;
  const money = assumptions.model.currency;
  const source = 'workbook contract, BIM_Agreements';
  const covered = coveredLines(structure, costs, contracts);
  const contract = axis('agreement', distinct(contracts.map((of) => of.name)));
  const coverage = axis('line under an agreement', distinct(covered.map((of) => `${contract.members[of.contract] ?? ''}: ${costs.line.members[of.line] ?? ''}`)));
  coverage.belongsTo(contract, covered.map((of) => of.contract));
  coverage.belongsTo(costs.line, covered.map((of) => of.line));
  const inWorld = link('world of the line', coverage, world, covered.map((of) => costs.lines[of.line]?.world ?? -1));
  const byContract = coverage.linkTo(contract);
  const per = [byContract, inWorld] as const;
  const earlier = link('agreement before', coverage, coverage, covered.map((of) => of.before));
  const after: Quantity = model.quantity('Left after the agreement', money, [coverage, year], () => before.minus(part), { source });
  const before: Quantity = model.quantity('Before the agreement', money, [coverage, year], () =>
    cases(coverage, (member) => ((covered[member]?.before ?? -1) < 0 ? 'first' : 'later'), { first: costs.gross, later: after.via(earlier) }), { source });
  const total = (name: string, unit: string, of: () => Expression): Quantity =>
    model.quantity(name, unit, [contract, world, year], () => sum(of(), coverage, ...per), { source });
  const spend = total('Spend under the agreement', money, () => before);
  const units = total('Units under the agreement', '1', () => costs.units);
  const heads = headcounts(model, structure, contract, contracts, covered, costs, patients, on);
  const terms = termsOf(model, structure);
  const instalment = axis('instalment', year.members.map((_, index) => String(index + 1)));
  const rebate: Quantity = model.quantity('Rebate of the agreement', money, [contract, world, year], () => {
    const ground: Ground = { spend, units, ...heads, coverage, covered, costs, per, money, terms, stops: patients.stops, instalment };
    const branches = contracts.map((of, index): [string, Expression] => [String(index), dealRebate(structure, of, ground)]);
    return cases(contract, String, Object.fromEntries(branches));
  }, { source });
  const part: Quantity = model.quantity('Rebate of the line', money, [coverage, year], () => {
    const byHeads = select(equal(heads.heads, zero('person')), zero(), costs.people.over(heads.heads));
    // The share taken off comes first: all of a price off leaves exactly nothing.
    const proportional = select(equal(spend, zero(money)), rebate.times(byHeads), rebate.over(spend).times(before));
    const mean = select(equal(units, zero()), zero(money), spend.minus(rebate).over(units));
    return cases(coverage, (member) => (contracts[covered[member]?.contract ?? -1]?.rows[0]?.type === 'blend' ? 'blend' : 'proportional'), {
      proportional, blend: before.minus(costs.units.times(mean)),
    });
  }, { source });
  const lag = model.input('Lag of the rebate, months', '1', [contract], contracts.map(({ rows }) => rows[0]?.lag ?? null), new Exact(0));
  const late = lag.over(constant(12));
  const fresh = baseline && assumptions.model.baselineCohort === 'ends' ? 1 : 0;
  const cash = model.quantity('Rebate received', money, [coverage, year], () => cases(year, (period) => (period <= fresh ? 'first' : 'later'), {
    first: part.times(one.minus(late)),
    later: part.times(one.minus(late)).plus(part.previous(year).times(late)),
  }), { source });
  const net = model.quantity('Net cost', money, [costs.line, year], () => costs.gross.minus(sum(cash, coverage, costs.line)), { source });
  return { contract, contracts, spend, rebate, net };
}

/** People under each agreement: on the technology, starting, by line. */
function headcounts(model: Model, structure: Structure, contract: Axis, contracts: readonly Contract[], covered: readonly Covered[], costs: Costs, patients: Patients, on: Quantity): Pick<Deal, 'heads' | 'starters'> {
  const { arm, world, year } = structure;
  const seen = contracts.flatMap((_, index) => [...new Set(covered.filter((of) => of.contract === index).map((of) => costs.lines[of.line]?.arm ?? -1))]
    .filter((member) => member >= 0).map((member) => ({ contract: index, arm: member })));
  const pair = axis('arm under an agreement', distinct(seen.map((of) => `${contract.members[of.contract] ?? ''}: ${arm.members[of.arm] ?? ''}`)));
  pair.belongsTo(contract, seen.map((of) => of.contract));
  pair.belongsTo(arm, seen.map((of) => of.arm));
  const source = 'workbook contract, BIM_Agreements';
  const heads = model.quantity('Patients under the agreement', 'person', [contract, world, year], () => sum(on, pair, contract), { source });
  const starters = model.quantity('Starters under the agreement', 'person', [contract, world, year], () => sum(patients.starting, pair, contract), { source });
  return { heads, starters };
}

/** What the rebate of one agreement is made from, beside its own terms. */
interface Ground extends Pick<Deal, 'spend' | 'units' | 'heads' | 'starters' | 'money'> {
  readonly coverage: Axis;
  readonly covered: readonly Covered[];
  readonly costs: Costs;
  readonly per: readonly [Link, Link];
  readonly terms: Terms;
  readonly stops: Quantity;
  readonly instalment: Axis;
}

/** The typed terms of all rows. [agreement row] */
interface Terms {
  readonly row: Axis;
  readonly threshold: Quantity;
  readonly rate: Quantity;
  readonly p1: Quantity;
  readonly p2: Quantity;
}

/** Where a share is left blank, the whole is meant. */
const WHOLE: ReadonlySet<AgreementRow['type']> = new Set(['spend cap', 'outcome refund']);

function termsOf(model: Model, structure: Structure): Terms {
  const rows = structure.assumptions.agreements;
  const row = axis('agreement row', distinct(rows.map((at) => `${at.group || at.technology} · ${at.type}`)));
  const term = (name: string, of: (at: AgreementRow) => Given | null, blank: (at: AgreementRow) => number): Quantity => {
    const filled = rows.map(of);
    const blanks = model.data(`${name}, where blank`, '1', [row], rows.map((at) => new Exact(blank(at))));
    const typed = model.input(`${name}, typed`, '1', [row], filled, new Exact(0));
    return model.quantity(name, '1', [row], () => cases(row, (at) => (filled[at] ? 'typed' : 'blank'), { typed, blank: blanks }));
  };
  const wholeIfBlank = (at: AgreementRow): number => (WHOLE.has(at.type) ? 1 : 0);
  return {
    row,
    threshold: term('Threshold', (at) => at.threshold, () => 0),
    rate: term('Rate', (at) => at.rate, wholeIfBlank),
    p1: term('Agreement P1', (at) => at.p1, () => 0),
    p2: term('Agreement P2', (at) => at.p2, wholeIfBlank),
  };
}

/** The rebate of one agreement, 0 in the years in which it does not run. */
function dealRebate(structure: Structure, of: Contract, ground: Ground): Expression {
  const { year, assumptions, technology } = structure;
  const { terms, money, covered, costs, instalment } = ground;
  const kind = AGREEMENTS.find((known) => known.name === of.rows[0]?.type);
  const bands = [...of.rows].sort((a, b) => (a.threshold?.value ?? ZERO).cmp(b.threshold?.value ?? ZERO)).map((row): Band => {
    const name = terms.row.members[assumptions.agreements.indexOf(row)] ?? '';
    const unit = row.type === 'price-volume' || row.type === 'spend cap' ? money : '1';
    return { row, threshold: terms.threshold.at(terms.row, name).times(constant(1, unit)), rate: terms.rate.at(terms.row, name), p1: terms.p1.at(terms.row, name), p2: terms.p2.at(terms.row, name) };
  });
  const [head] = bands;
  if (!kind || !head) throw new Error(`no agreement of type ${of.rows[0]?.type ?? ''}`);
  const stays = technology.members.find((name) => sameName(name, head.row.technology));
  const kept = sameName(head.row.p2Text, 'yes') && stays !== undefined
    ? one.minus(ground.stops.at(technology, stays)).power(position(instalment).minus(one)) : one;
  const priceRow = covered.map((at) => {
    const subgroup = structure.subgroup.members[costs.lines[at.line]?.subgroup ?? -1] ?? '';
    const row = of.rows.find((own) => sameName(own.subgroup, subgroup)) ?? of.rows.find((own) => isAll(own.subgroup));
    return row ? assumptions.agreements.indexOf(row) : -1;
  });
  const own = terms.p1.via(link('row of the subgroup', ground.coverage, terms.row, priceRow)).times(constant(1, money));
  const rebate = kind.rebate({
    ...ground, bands, first: head, year, kept, blended: sum(costs.units.times(own), ground.coverage, ...ground.per),
  });
  const runs = (period: number): boolean => {
    const calendar = Number(year.members[period]);
    return calendar >= (head.row.from ?? calendar) && calendar <= (head.row.to ?? calendar);
  };
  return cases(year, (period) => (runs(period) ? 'runs' : 'idle'), { runs: rebate, idle: zero(money) });
}
