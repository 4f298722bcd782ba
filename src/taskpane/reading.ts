/**
 * Which figures of a run a screen shows: one scenario, one world or the change between them,
 * years down the page. All amounts stay exact text.
 */
import type { CostFigures, PatientFigures, Results, ScenarioFigures } from '../engine/results';
import { add, compare, ratio, sign, subtract } from './exact';

/** What the switch of the Result place chooses. */
export type WorldView = 'without' | 'with' | 'change';
/** The model as typed, which is no scenario. */
export const BASE = 'Base';

/** Figures of one scenario; Base is the run itself. A scenario that is gone since falls back to Base. */
export function figuresOf(results: Results, scenario: string): ScenarioFigures {
  const base = {
    scenario: BASE,
    eligible: results.eligible,
    patients: results.patients,
    costs: results.costs,
    impact: results.impact,
  };
  return scenario === BASE ? base : (results.scenarios.find((one) => one.scenario === scenario) ?? base);
}

/** Names for the scenario picker, Base first. */
export function scenarioNames(results: Results): readonly string[] {
  return [BASE, ...results.scenarios.map((one) => one.scenario).filter((name) => name !== BASE)];
}

/** Names of the technologies whose coming is the question. */
export function newTechnologies(results: Results): readonly string[] {
  return results.technologies.filter((one) => one.role === 'new').map((one) => one.technology);
}

/** Sums lists of years, one place at a time. */
export function sumByYear(lists: readonly (readonly string[])[], years: number): readonly string[] {
  return Array.from({ length: years }, (_, year) => add(...lists.map((list) => list[year] ?? '0')));
}

/** Cost lines that the model's payer bears: a blank payer counts for everybody. */
export function borne(costs: readonly CostFigures[], payer: string): readonly CostFigures[] {
  return payer === 'All' || payer === '' ? costs : costs.filter((line) => line.payer === payer || line.payer === '');
}

/** Cost of one world by year, for the model's payer. */
export function costOf(results: Results, figures: ScenarioFigures, world: 'without' | 'with'): readonly string[] {
  const lines = borne(figures.costs, results.payer).filter((line) => line.world === world);
  return sumByYear(
    lines.map((line) => line.values),
    results.years.length,
  );
}

/** Eligible patients of all subgroups by year; where worlds differ, those of the given world. */
export function eligibleOf(results: Results, figures: ScenarioFigures, world: 'without' | 'with'): readonly string[] {
  const lines = figures.eligible.filter((line) => line.world === undefined || line.world === world);
  return sumByYear(
    lines.map((line) => line.values),
    results.years.length,
  );
}

const inWorld = (lines: readonly PatientFigures[], world: string, technology: string): readonly (readonly string[])[] =>
  lines.filter((line) => line.world === world && line.technology === technology).map((line) => line.values);

/** One technology's patients by year, subgroups summed; for the change, with less without. */
export function patientsOn(
  results: Results,
  figures: ScenarioFigures,
  technology: string,
  view: WorldView,
): readonly string[] {
  const years = results.years.length;
  const of = (world: string): readonly string[] => sumByYear(inWorld(figures.patients, world, technology), years);
  if (view !== 'change') return of(view);
  const without = of('without');
  return of('with').map((value, year) => subtract(value, without[year] ?? '0'));
}

/** Patients whose number the year table shows: on the new technologies with them, on any treatment in a single world. */
export function patientsShown(results: Results, figures: ScenarioFigures, view: WorldView): readonly string[] {
  const names = view === 'change' ? newTechnologies(results) : treated(results);
  const world = view === 'change' ? 'with' : view;
  return sumByYear(
    names.map((name) => patientsOn(results, figures, name, world)),
    results.years.length,
  );
}

const treated = (results: Results): readonly string[] =>
  results.technologies.filter((one) => one.role !== 'none').map((one) => one.technology);

/** A year of the year table. `room` is what is left under the affordability line; null without a line. */
export interface YearRow {
  readonly year: number;
  readonly eligible: string;
  readonly patients: string;
  readonly without: string;
  readonly with: string;
  readonly impact: string;
  readonly room: string | null;
  readonly perPatient: string | null;
}

/** The year table of a scenario. Per patient: impact over patients on the new technologies, or cost over patients treated. */
export function yearRows(results: Results, figures: ScenarioFigures, view: WorldView): readonly YearRow[] {
  const without = costOf(results, figures, 'without');
  const withNew = costOf(results, figures, 'with');
  const eligible = eligibleOf(results, figures, view === 'without' ? 'without' : 'with');
  const patients = patientsShown(results, figures, view);
  const limit = figures.impact.test?.threshold ?? null;
  return results.years.map((year, index) => {
    const impact = figures.impact.total[index] ?? '0';
    const cost = { without: without[index] ?? '0', with: withNew[index] ?? '0', change: impact }[view];
    return {
      year,
      eligible: eligible[index] ?? '0',
      patients: patients[index] ?? '0',
      impact,
      without: without[index] ?? '0',
      with: withNew[index] ?? '0',
      room: limit === null ? null : subtract(limit, impact),
      perPatient: ratio(cost, patients[index] ?? '0'),
    };
  });
}

/** One cost category over the years, with its sum. */
export interface CategoryRow {
  readonly category: string;
  readonly values: readonly string[];
  readonly total: string;
}

/** Money by category: largest first, offsets (less than nothing over all years) last. */
export function categoryRows(results: Results, figures: ScenarioFigures, view: WorldView): readonly CategoryRow[] {
  const rows = [...categoryValues(results, figures, view)].map(([category, values]) => ({
    category,
    values,
    total: add(...values),
  }));
  const seen = rows.filter((row) => row.values.some((value) => sign(value) !== 0));
  return [...seen].sort((a, b) => compare(b.total, a.total));
}

function categoryValues(
  results: Results,
  figures: ScenarioFigures,
  view: WorldView,
): ReadonlyMap<string, readonly string[]> {
  if (view === 'change') return new Map(Object.entries(figures.impact.byCategory));
  const lines = borne(figures.costs, results.payer).filter((line) => line.world === view);
  const names = [...new Set(lines.map((line) => line.category))];
  return new Map(
    names.map((name) => [
      name,
      sumByYear(
        lines.filter((line) => line.category === name).map((line) => line.values),
        results.years.length,
      ),
    ]),
  );
}

/** Index of the first year over the affordability line, −1 where none is. */
export function firstOver(total: readonly string[], limit: string | null): number {
  return limit === null ? -1 : total.findIndex((value) => compare(value, limit) > 0);
}
