/**
 * Patients by technology: who is treated, who stays, who starts, stops and dies, in stock accounting.
 * Sullivan et al., Value in Health 2014;17:5–14; workbook contract, BIM_Technologies and BIM_Costs.
 */
import type { World } from '../assumptions';
import { link } from '../graph/axis';
import { cases, equal, max, one, round, select, sum, zero, type Expression } from '../graph/expression';
import type { Model } from '../graph/model';
import type { Quantity } from '../graph/quantity';
import type { Population } from './population';
import { rounded } from './rounding';
import { seriesByYear } from './series';
import { byWorld, shares, shareKind, type Shares } from './shares';
import { treating, type Structure } from './structure';
import type { Testing } from './testing';
import { uptake } from './uptake';

export interface Patients {
  /** People who could be treated. [world, subgroup, year] */
  readonly eligible: Quantity;
  readonly tests: Testing | null;
  /** Deaths among them. [subgroup, year] */
  readonly died: Quantity;
  readonly shares: Shares;
  /** Share that stops in a year (stock). [technology, year] */
  readonly stops: Quantity;
  /** Eligible × share; for cohorts, those who start. [world, arm, year] */
  readonly treated: Quantity;
  /** Those who stay after discontinuation (stock). [world, arm, year] */
  readonly staying: Quantity;
  /** Those who stop in the year (stock). [world, arm, year] */
  readonly leaving: Quantity;
  /** Those who die in the year. [world, arm, year] */
  readonly dying: Quantity;
  /** Those who begin in the year. [world, arm, year] */
  readonly starting: Quantity;
}

/** Eligible patients and who takes what. `test` lays out the tests of those who come to them. */
export function patients(
  model: Model,
  structure: Structure,
  people: Population,
  growing: Quantity,
  test: (untested: Quantity) => Testing | null,
): Patients {
  const { world, arm, arms, subgroup, year, technology, assumptions, baseline } = structure;
  const policy = assumptions.model.patients;
  const poolOnly = link(
    'pools',
    structure.funnel,
    subgroup,
    structure.funnels.map((of) => (of.stream === 'pool' ? of.subgroup : -1)),
  );
  const pooled = model.quantity(
    'People in pools',
    'person',
    [subgroup, year],
    () => sum(people.reached, structure.funnel, poolOnly),
    { source: 'workbook contract, Stream pool' },
  );
  const waiting: Quantity = model.quantity(
    'People left in pools',
    'person',
    [world, subgroup, year],
    () => max(zero(), pooled.minus(cured)),
    { source: 'workbook contract, Stream pool' },
  );
  const available: Quantity = model.quantity(
    'Candidates left',
    'person',
    [world, subgroup, year],
    () =>
      cases(subgroup, isPool(structure), {
        pool: people.candidates.minus(pooled).plus(waiting),
        flow: people.candidates,
      }),
    { source: 'workbook contract, Stream pool' },
  );
  const untested = model.quantity(
    'Eligible before tests',
    'person',
    [world, subgroup, year],
    () => rounded(policy, available),
    { source: 'workbook contract, Patients' },
  );
  const tests = test(untested);
  const eligible: Quantity = model.quantity(
    'Eligible patients',
    'person',
    [world, subgroup, year],
    () => (tests ? rounded(policy, tests.selected(untested)) : untested),
    { source: 'workbook contract, BIM_Tests Gate' },
  );
  const rows = uptake(model, structure);
  const made = shares(model, structure, rows, eligible);
  const treated: Quantity = model.quantity(
    'Treated patients before discontinuation',
    'person',
    [world, arm, year],
    () => {
      const byShare = eligible.times(made.share);
      const divides = assumptions.uptake.some((row) => row.unit === 'patients');
      const inPeople = (which: World): Expression => {
        const kinds = arms.map((at) => shareKind(structure, at, which));
        return cases(arm, (member) => (kinds[member] === 'patients' ? 'typed' : divides ? 'divided' : 'share'), {
          typed: made.counted,
          // A share of a count is a division: what it loses far behind the point must not lose a whole patient.
          divided: round(byShare, 'half even', 30),
          share: byShare,
        });
      };
      return rounded(policy, byWorld(structure, inPeople('without'), inPeople('with')));
    },
    { source: 'Sullivan 2014; workbook contract, Patients' },
  );
  const treats = treating(structure);
  // Beside a pool other streams are treated too: those who leave it are its part of the candidates.
  const fromPool = (of: Expression): Expression =>
    cases(subgroup, (member) => (isMixedPool(structure)(member) ? 'mixed' : 'alone'), {
      alone: of,
      mixed: select(
        equal(available.previous(year), zero()),
        zero(),
        of.times(waiting.previous(year)).over(available.previous(year)),
      ),
    });
  const cured: Quantity = model.quantity(
    'Treated so far',
    'person',
    [world, subgroup, year],
    () => {
      const before = cured.previous(year).plus(fromPool(sum(treated.previous(year), arm, treats)));
      const apart = baseline && assumptions.model.baselineCohort === 'ends' ? 1 : 0;
      return cases(year, (period) => (period <= apart ? 'first' : 'later'), { first: zero(), later: before });
    },
    { source: 'workbook contract, Stream pool' },
  );
  const stops = seriesByYear(
    model,
    {
      name: 'Discontinuation',
      unit: '1',
      rows: technology,
      series: assumptions.technologies.map((row) => row.discontinuation),
      source: 'workbook contract, Discontinuation',
    },
    year,
    growing,
    baseline,
  );
  const staying = model.quantity(
    'Patients who stay',
    'person',
    [world, arm, year],
    () =>
      assumptions.technologies.some((row) => row.discontinuation)
        ? rounded(policy, treated.times(one.minus(stops)))
        : treated,
    { source: 'method page, Patients' },
  );
  const leaving = model.quantity('Patients who stop', 'person', [world, arm, year], () => treated.minus(staying), {
    source: 'method page, Patients',
  });
  const dying = model.quantity('Patients who die', 'person', [world, arm, year], () => people.died.times(made.share), {
    source: 'method page, Patients',
  });
  const starting = model.quantity(
    'Patients who start',
    'person',
    [world, arm, year],
    () => starters(structure, people, treated),
    { source: 'workbook contract, BIM_Costs' },
  );
  return { stops, eligible, tests, died: people.died, shares: made, treated, staying, leaving, dying, starting };
}

const isMixedPool =
  (structure: Structure) =>
  (subgroup: number): boolean =>
    structure.funnels.some((funnel) => funnel.subgroup === subgroup && funnel.stream !== 'pool');
const isPool =
  (structure: Structure) =>
  (subgroup: number): string =>
    structure.funnels.some((funnel) => funnel.subgroup === subgroup && funnel.stream === 'pool') ? 'pool' : 'flow';

/**
 * Starters in stock accounting: the rise of eligible × share over the year before, not below 0, for the prevalent
 * stream (all of them in year 1); everybody treated in the year for the other streams. In cohorts, all entrants.
 */
function starters(structure: Structure, people: Population, treated: Quantity): Expression {
  const { arm, arms, year, funnels, baseline, assumptions } = structure;
  const continues = baseline && assumptions.model.baselineCohort === 'continues';
  const fresh = (period: number): boolean => period === 0 || (period === 1 && baseline && !continues);
  const rise = (now: Expression, before: Expression): Expression =>
    cases(year, (period) => (fresh(period) ? 'first' : 'later'), {
      first: now,
      later: max(zero(), now.minus(before)),
    });
  const kindOf = (member: number): string => {
    const at = arms[member];
    const streams = new Set(
      funnels.filter((funnel) => funnel.subgroup === at?.subgroup).map((funnel) => funnel.stream === 'prevalent'),
    );
    return at?.accounting === 'cohort' || !streams.has(true) ? 'entrants' : streams.has(false) ? 'both' : 'prevalent';
  };
  const part = (of: Quantity, all: Quantity): Expression => select(equal(all, zero()), zero(), of.over(all));
  const stock = treated.times(part(people.prevalent, people.candidates));
  const stockBefore = treated
    .previous(year)
    .times(part(people.prevalent.previous(year), people.candidates.previous(year)));
  return cases(arm, kindOf, {
    entrants: treated,
    prevalent: rise(treated, treated.previous(year)),
    both: rise(stock, stockBefore).plus(treated.minus(stock)),
  });
}
