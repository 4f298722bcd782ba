/**
 * An invented model for the tests of the report (Examplisiran, England): funnels of two subgroups, three technologies
 * and nobody treated, five categories with offsets, two payers, scenarios. Its figures are computed, so that every
 * one agrees with every other, whatever the horizon.
 */
import type { Decimal } from 'decimal.js';
import type { CostFigures, ImpactFigures, PatientFigures, Results, ScenarioFigures } from '../../src/engine/results';
import { d, eligibleAt, peopleOf, SUBGROUPS, text, total } from './population';

export interface Choice {
  readonly years?: number;
  readonly baseline?: boolean;
  readonly threshold?: string | null;
  readonly tested?: number;
  readonly payer?: string;
  readonly currency?: string;
  readonly scenarios?: boolean;
  readonly subgroups?: readonly string[];
  /** Multiplies every price: small and very large models. */
  readonly scale?: string;
  /** Technology names in place of the usual ones. */
  readonly names?: readonly [string, string, string, string];
  /** Sign of the savings: 1 costs more, a large number saves. */
  readonly offsets?: string;
  readonly title?: string;
}

const FIRST = 2026;
const NAMES = ['Examplisiran', 'PCSK9 antibody', 'Oral add-on', 'No add-on'] as const;
const UPTAKE = ['0.025', '0.07', '0.13', '0.18', '0.222', '0.25', '0.27', '0.28', '0.285', '0.29'] as const;
const WITHOUT = [
  ['0.09', '0.008'],
  ['0.375', '0.01'],
] as const;
const PRICES = ['2780.5', '3450.25', '310.75', '0'] as const;

interface Lines {
  readonly patients: readonly PatientFigures[];
  readonly costs: readonly CostFigures[];
}

function sharesAt(world: string, t: number): readonly Decimal[] {
  const before = WITHOUT.map(([base, rise]) => d(base).plus(d(rise).times(t)));
  if (world === 'without' || t === 0) return [d(0), ...before, d(1).minus(total(before))];
  const fresh = d(UPTAKE[t - 1] ?? '0.29');
  const kept = d(1).minus(fresh);
  return [fresh, ...before.map((share) => share.times(kept)), d(1).minus(total(before)).times(kept)];
}

/** Categories of one technology's patients, per patient: acquisition, administration, monitoring, offsets. */
const PER_PATIENT = [
  { category: 'Acquisition', payer: '', rates: PRICES },
  { category: 'Administration', payer: '', rates: ['38', '6', '0', '0'] },
  { category: 'Monitoring', payer: 'Primary care', rates: ['12', '14', '8', '0'] },
  { category: 'Offsets', payer: 'NHS England', rates: ['-124', '-96', '-31', '0'] },
] as const;

function linesAt(
  choice: Required<Choice>,
  worlds: readonly string[],
  periods: readonly number[],
  change: Decimal,
): Lines {
  const patients: PatientFigures[] = [];
  const costs: CostFigures[] = [];
  for (const world of worlds) {
    choice.subgroups.forEach((subgroup, group) => {
      choice.names.forEach((technology, index) => {
        const people = periods.map((t) =>
          eligibleAt(group, t)
            .times(sharesAt(world, t)[index] ?? 0)
            .times(world === 'with' && index === 0 ? change : 1),
        );
        patients.push({ world, subgroup, technology, values: people.map(text) });
        if (index === 3) return;
        for (const { category, payer, rates } of PER_PATIENT) {
          const rate = d(rates[index] ?? 0)
            .times(choice.scale)
            .times(category === 'Offsets' ? choice.offsets : 1);
          costs.push({
            world,
            subgroup,
            technology,
            category,
            payer,
            values: people.map((each) => text(each.times(rate))),
          });
        }
      });
    });
    const once = periods.map((t) =>
      d(world === 'with' && t > 0 ? 1_900_000 : 0)
        .times(choice.scale)
        .div(d(2).pow(Math.max(0, t - 1))),
    );
    costs.push({
      world,
      subgroup: '',
      technology: '',
      category: 'Implementation',
      payer: 'NHS England',
      values: once.map(text),
    });
  }
  return { patients, costs };
}

const counted = (payer: string, line: CostFigures): boolean =>
  payer === 'All' || line.payer === '' || line.payer === payer;

function sumOf(lines: readonly CostFigures[], years: number, sign: (line: CostFigures) => number): readonly Decimal[] {
  return Array.from({ length: years }, (_, t) => total(lines.map((line) => d(line.values[t] ?? 0).times(sign(line)))));
}
const impactSign = (line: CostFigures): number => (line.world === 'with' ? 1 : -1);

function byMember(
  lines: readonly CostFigures[],
  years: number,
  key: (line: CostFigures) => string,
): Record<string, string[]> {
  const names = [...new Set(lines.map(key))];
  return Object.fromEntries(
    names.map((name) => [
      name,
      sumOf(
        lines.filter((line) => key(line) === name),
        years,
        impactSign,
      ).map(text),
    ]),
  );
}

function impactOf(choice: Required<Choice>, lines: Lines, withTest: boolean): ImpactFigures {
  const { years, payer, threshold } = choice;
  const mine = lines.costs.filter((line) => counted(payer, line));
  const impact = sumOf(mine, years, impactSign);
  const without = sumOf(
    mine.filter((line) => line.world === 'without'),
    years,
    () => 1,
  );
  const treated = Array.from({ length: years }, (_, t) =>
    total(
      lines.patients
        .filter((line) => line.world === 'with' && line.technology === choice.names[0])
        .map((line) => d(line.values[t] ?? 0)),
    ),
  );
  const discounted = impact.map((value, t) => value.div(d('1.035').pow(t)));
  const calendar = impact.map((_, t) => FIRST + t);
  const tested = calendar.slice(0, choice.tested);
  const over = tested.filter((_, t) => threshold !== null && (impact[t] ?? d(0)).gt(threshold));
  const members = d('57700000');
  return {
    total: impact.map(text),
    cumulative: impact.map((_, t) => text(total(impact.slice(0, t + 1)))),
    byCategory: byMember(mine, years, (line) => line.category),
    bySubgroup: byMember(mine, years, (line) => line.subgroup),
    byPayer: byMember(
      lines.costs.filter((line) => line.payer !== ''),
      years,
      (line) => line.payer,
    ),
    discounted: text(total(discounted)),
    discountedByYear: discounted.map(text),
    pmpm: impact.map((value) => text(value.div(members).div(12))),
    pmpy: impact.map((value) => text(value.div(members))),
    perTreated: impact.map((value, t) => ((treated[t] ?? d(0)).isZero() ? null : text(value.div(treated[t] ?? 1)))),
    ofBudget: impact.map((value, t) => ((without[t] ?? d(0)).isZero() ? null : text(value.div(without[t] ?? 1)))),
    test: withTest && threshold !== null ? { threshold, passed: over.length === 0, years: over, tested } : null,
  };
}

function scenarioOf(
  choice: Required<Choice>,
  scenario: string,
  change: string,
  note: string,
  periods: readonly number[],
): ScenarioFigures {
  const lines = linesAt(choice, ['without', 'with'], periods, d(change));
  return {
    scenario,
    note,
    eligible: peopleOf(choice.subgroups, periods).eligible,
    patients: lines.patients,
    costs: lines.costs,
    impact: impactOf(choice, lines, true),
  };
}

const SCENARIOS = [
  ['Slow uptake', '0.6', 'Uptake of Examplisiran × 0.6'],
  ['Fast uptake', '1.25', 'Uptake of Examplisiran × 1.25'],
  ['=Half', '0.5', '+50 %'],
  ['Nearly none', '0.02', ''],
  ['A third more', '1.3333', ''],
  ['Doubled', '2', ''],
] as const;

/** Results of the invented model. */
export function exampleResults(given: Choice = {}): Results {
  const choice: Required<Choice> = {
    years: 5,
    baseline: true,
    threshold: '40000000',
    tested: 3,
    payer: 'NHS England',
    currency: 'GBP',
    scenarios: true,
    subgroups: SUBGROUPS,
    scale: '0.75',
    names: NAMES,
    offsets: '1',
    title: 'Examplisiran for raised LDL-cholesterol',
    ...given,
  };
  const periods = Array.from({ length: choice.years }, (_, index) => index + 1);
  const lines = linesAt(choice, ['without', 'with'], periods, d(1));
  const before = linesAt(choice, ['without'], [0], d(1));
  return {
    schema: 1,
    engine: '0.1.0',
    inputs: 'sha256:4f2a91c75d0e8b36a1f47c290b9d6e1377c2f058e94ab1d62c3085fa9e61d74b',
    title: choice.title,
    currency: choice.currency,
    payer: choice.payer,
    years: periods.map((t) => FIRST - 1 + t),
    baseline: choice.baseline ? { year: FIRST - 1, ...peopleOf(choice.subgroups, [0]), ...before } : null,
    ...peopleOf(choice.subgroups, periods),
    tests: [],
    starts: lines.patients,
    ...lines,
    impact: impactOf(choice, lines, true),
    scenarios: choice.scenarios
      ? SCENARIOS.map(([name, change, note]) => scenarioOf(choice, name, change, note, periods))
      : [],
    goals: [],
    breakEven: [{ parameter: 'Prices/Examplisiran/List price', value: '1034.4321', now: '2780.5' }],
    technologies: choice.names.map((technology, index) => ({
      technology,
      role: index === 0 ? 'new' : index === 3 ? 'none' : 'current',
    })),
    findings: [
      {
        severity: 'notice',
        code: 'unknown-column',
        at: { sheet: "Cost's", cell: 'Q6', table: 'BIM_Costs' },
        message: 'Column "Comment" of BIM_Costs is not a field of Realise.',
        remedy: 'It is kept and not used.',
      },
    ],
    basis: {
      discountRate: '0.035',
      discountFrom: 'second year',
      members: '57700000',
      scenario: 'Base',
      confidential: [choice.names[0]],
    },
  };
}
