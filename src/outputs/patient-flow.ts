/** The way of patients: each funnel step by step, what each step leaves of the one before, and what they are on at its end. */
import type { FunnelFigures, PatientFigures } from '../engine/results';
import { amount } from './amounts';
import { eligibleBySubgroup, type Figures, type World } from './figures';
import { combine, stock, type Row } from './row';

/** One step: how many people there are after it. */
export interface FlowStep {
  readonly label: string;
  readonly people: Row;
  /** As a share of the step before; blank at the first, and where nobody was left. */
  readonly ofBefore: Row | null;
}

/** One funnel: a subgroup and a stream. */
export interface PatientFlow {
  readonly subgroup: string;
  /** `prevalent`, `incident`, `bolus` or `pool`. */
  readonly stream: string;
  /** "Adults", "Adults, incident". */
  readonly title: string;
  readonly steps: readonly FlowStep[];
}

/** Where a subgroup's people end in a world: those eligible after tests, and those on each technology. */
export interface PatientEnds {
  readonly subgroup: string;
  readonly world: World;
  readonly eligible: Row | null;
  readonly technologies: readonly {
    readonly technology: string;
    readonly people: Row;
    readonly ofEligible: Row | null;
  }[];
}

const share = (part: Row, whole: Row): Row =>
  combine([part, whole], ([some, all]) => (some && all && !all.isZero() ? some.div(all) : null));

const same = (a: FunnelFigures, b: FunnelFigures): boolean => a.subgroup === b.subgroup && a.stream === b.stream;

/** Every funnel, in the order of BIM_Population. */
export function patientFlows({ results }: Figures): readonly PatientFlow[] {
  const firsts = results.funnel.filter((step, index, all) => all.findIndex((other) => same(other, step)) === index);
  return firsts.map((first): PatientFlow => {
    const before = (results.baseline?.funnel ?? []).filter((each) => same(each, first));
    const rows = results.funnel
      .filter((each) => same(each, first))
      .map((each, index) => ({ label: each.step, people: rowOf(each.values, before[index]?.values) }));
    return {
      subgroup: first.subgroup,
      stream: first.stream,
      title: ['', 'prevalent'].includes(first.stream) ? first.subgroup : `${first.subgroup}, ${first.stream}`,
      steps: rows.map((row, index) => {
        const last = rows[index - 1];
        return { ...row, ofBefore: last ? share(row.people, last.people) : null };
      }),
    };
  });
}

const rowOf = (values: readonly string[], baseline: readonly string[] | undefined): Row =>
  stock(values.map(amount), baseline?.[0] === undefined ? null : amount(baseline[0]));

/** Where the people of every subgroup end, in one world. */
export function patientEnds(figures: Figures, world: World): readonly PatientEnds[] {
  const { results } = figures;
  const eligible = eligibleBySubgroup(results, world);
  return [...new Set(results.patients.map((each) => each.subgroup))].map((subgroup) => {
    const candidates = eligible.get(subgroup) ?? null;
    const here = results.patients.filter((each) => each.world === world && each.subgroup === subgroup);
    return {
      subgroup,
      world,
      eligible: candidates,
      technologies: here.map((each) => {
        const people = rowOf(each.values, baselineOf(figures, each));
        return { technology: each.technology, people, ofEligible: candidates && share(people, candidates) };
      }),
    };
  });
}

/** In the baseline year both worlds are without. */
const baselineOf = ({ results }: Figures, of: PatientFigures): readonly string[] | undefined =>
  results.baseline?.patients.find((each) => each.subgroup === of.subgroup && each.technology === of.technology)?.values;
