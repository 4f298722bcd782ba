/** Results: every public figure of a run, its scenarios, goals and break-even prices, as plain data. */
import { compareAgreements } from '../compare/agreements';
import type { Change, GoalRow } from '../engine/assumptions';
import {
  costFigures,
  eligibleFigures,
  funnelFigures,
  impactFigures,
  patientFigures,
  text,
  valuesOf,
  volumeFigures,
  priceFigures,
  years,
  type Run,
} from '../engine/figures';
import type { Finding } from '../engine/finding';
import { moreThanEligible } from '../engine/more-than-eligible';
import { testChainFigures, testFigures } from '../engine/test-figures';
import { Exact } from '../engine/readings/decimals';
import type { BreakEvenFigures, GoalFigures, Results, ScenarioFigures } from '../engine/results';
import { solveFor, solveLine } from '../engine/solve';
import { ENGINE_VERSION } from '../engine/version';
import { valueTyped } from '../inputs/value-typed';
import type { Reading } from '../inputs/read-assumptions';
import { realisationOf } from './realisation-of';
import { runChanged } from './run-model';
import { inputHash } from './seal';
import type { Bench } from '../stress/bench';
import { uncertaintyOf } from './uncertainty-of';

interface Made {
  readonly results: Results;
  readonly findings: readonly Finding[];
}

interface Scenarios {
  readonly figures: readonly ScenarioFigures[];
  readonly findings: readonly Finding[];
  readonly runs: readonly { readonly name: string; readonly run: Run }[];
}

function scenarioFigures(reading: Reading, base: Run): Scenarios {
  const findings: Finding[] = [];
  const runs: { name: string; run: Run }[] = [];
  const figures = reading.scenarios.flatMap(({ name, changes }): readonly ScenarioFigures[] => {
    const ran = runChanged(reading, base, changes);
    findings.push(...ran.findings.map((finding) => ({ ...finding, message: `Scenario ${name}: ${finding.message}` })));
    if (!ran.run) return [];
    runs.push({ name, run: ran.run });
    const periods = years(ran.run);
    return [
      {
        scenario: name,
        eligible: eligibleFigures(ran.run, periods),
        patients: patientFigures(ran.run, ran.run.of.onTechnology, periods),
        costs: costFigures(ran.run, periods),
        impact: impactFigures(ran.run),
      },
    ];
  });
  return { figures, findings, runs };
}

/** Budget impact summed over years, at a value of a parameter, less a target. */
function gapOf(
  reading: Reading,
  base: Run,
  parameter: string,
  target: GoalRow['target']['value'],
  wanted: readonly number[],
) {
  return (value: GoalRow['target']['value']) => {
    const change: Change = { parameter, op: 'set', value: value.toFixed(), at: null };
    const { run } = runChanged(reading, base, [change]);
    if (!run) return null;
    const total = valuesOf(run, run.of.impact.total, [], years(run));
    return wanted.reduce((sum, year) => sum.plus(total[year] ?? 0), new Exact(0)).minus(target);
  };
}

function goalFigures(reading: Reading, base: Run): readonly GoalFigures[] {
  return reading.goals.map((goal) => {
    const now = valueTyped(reading.entries, goal.parameter) ?? new Exact(1);
    const value = solveFor(gapOf(reading, base, goal.parameter, goal.target.value, goal.years), now);
    return {
      goal: goal.goal,
      parameter: goal.parameter,
      value: value && text(value),
      change: value && !now.isZero() ? text(value.div(now).minus(1)) : null,
    };
  });
}

/** Break-even of each list price of a new technology: the price at which the impact of all years adds up to nothing. A price below 0 is none. */
function breakEven(reading: Reading, base: Run): readonly BreakEvenFigures[] {
  const { assumptions, year, baseline } = base.of.structure;
  const fresh = new Set(
    assumptions.technologies.filter((row) => row.role === 'new').map((row) => row.technology.toLowerCase()),
  );
  const bought = assumptions.costs.filter((row) => fresh.has(row.technology.toLowerCase()));
  const items = new Set(bought.map((row) => row.priceItem.toLowerCase()));
  const listed = assumptions.prices
    .filter((row) => items.has(row.item.toLowerCase()) && row.listPrice.base)
    .map((row) => row.listPrice.base);
  const typed = bought
    .filter((row) => row.priceItem === '' && row.category.toLowerCase() === 'acquisition')
    .map((row) => row.unitCost?.base ?? null);
  const all = Array.from({ length: year.size - (baseline ? 1 : 0) }, (_, n) => n);
  return [...listed, ...typed].flatMap((given) => {
    if (!given) return [];
    const value = solveLine(gapOf(reading, base, given.parameter, new Exact(0), all), given.value);
    return value === 'bent'
      ? []
      : [
          {
            parameter: given.parameter,
            now: text(given.value),
            value: value && !value.isNegative() ? text(value) : null,
          },
        ];
  });
}

/** Figures of the baseline year; null without one. */
function baselineFigures(run: Run): Results['baseline'] {
  const { structure, onTechnology } = run.of;
  if (!structure.baseline) return null;
  const without = <T extends { readonly world?: string }>(rows: readonly T[]): readonly T[] =>
    rows.filter((row) => (row.world ?? 'without') === 'without');
  return {
    year: structure.assumptions.model.firstYear - 1,
    funnel: funnelFigures(run, [0]),
    eligible: without(eligibleFigures(run, [0])),
    patients: without(patientFigures(run, onTechnology, [0])),
    costs: without(costFigures(run, [0])),
  };
}

/** All results of a run, which is the base of a bench. */
export function resultsOf(bench: Bench, found: readonly Finding[], scenario: string): Made {
  const { reading, base: run } = bench;
  const { structure, onTechnology, patients } = run.of;
  const { model, technologies, prices } = structure.assumptions;
  const periods = years(run);
  const scenarios = scenarioFigures(reading, run);
  const agreements = compareAgreements(run);
  const realised = realisationOf(reading, run, scenarios.runs);
  const drawn = uncertaintyOf(bench);
  const findings = [...found, ...moreThanEligible(run), ...scenarios.findings, ...realised.findings, ...drawn.findings];
  const hasCosts = run.of.ledger.entries.length > 0 && technologies.some((row) => row.role === 'new');
  const results: Results = {
    schema: 1,
    engine: ENGINE_VERSION,
    inputs: inputHash(reading),
    title: model.title,
    currency: model.currency,
    payer: model.payer,
    years: periods.map((_, n) => model.firstYear + n),
    baseline: baselineFigures(run),
    funnel: funnelFigures(run, periods),
    eligible: eligibleFigures(run, periods),
    tests: testFigures(run, periods),
    ...(run.of.testChains ? { testing: testChainFigures(run, periods) } : {}),
    starts: patientFigures(run, patients.starting, periods),
    patients: patientFigures(run, onTechnology, periods),
    costs: costFigures(run, periods),
    impact: impactFigures(run),
    scenarios: scenarios.figures,
    ...realised.figures,
    ...(drawn.figures ? { uncertainty: drawn.figures } : {}),
    goals: goalFigures(reading, run),
    breakEven: hasCosts ? breakEven(reading, run) : [],
    ...(agreements.length > 0 ? { agreements } : {}),
    volumes: volumeFigures(run),
    prices: priceFigures(run),
    technologies: technologies.map(({ technology, role }) => ({ technology, role })),
    findings,
    basis: {
      discountRate: text(model.discountRate.value),
      discountFrom: model.discountFrom,
      members: model.members && text(model.members.value),
      scenario,
      confidential: prices.filter((row) => row.confidential).map((row) => row.item),
    },
  };
  return { results, findings };
}
