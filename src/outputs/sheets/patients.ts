/** Patients: the funnel of every subgroup step by step, who is eligible, who is on what in each world, and tests. */
import type { FunnelFigures } from '../../engine/results';
import { amount } from '../amounts';
import { drawn, type Drawn } from '../drawn';
import { eligibleBySubgroup, eligibleRow, patientsByTechnology, WORLDS, type Figures, type World } from '../figures';
import { peopleLine } from '../lines';
import { termsOf } from '../live-terms';
import { heading, newPage, periodHeader, section, type Page } from '../page';
import { amountsOf, stock, sumRows, type Row } from '../row';
import { chainRows, testRows } from '../test-rows';

const HEADER_ROW = 5;
const DEEPEST = 8;

export function patientsSheet(figures: Figures, stamp: string): Drawn {
  const page = newPage(figures, HEADER_ROW + 2);
  const what = figures.hasPatients
    ? 'The funnel to those eligible, and who is on what in each world'
    : 'The funnel to those eligible';
  heading(page, 'Patients', what, stamp);
  periodHeader(page, HEADER_ROW, '');
  for (const funnel of funnelsOf(figures)) funnelSection(page, funnel);
  eligibleSection(page);
  technologySection(page);
  if (figures.results.tests.length > 0) {
    open(page, 'Tests', figures.people.unit);
    testRows(page);
    chainRows(page);
  }
  return drawn(page, { key: 'patients', tableRow: HEADER_ROW, note: 36 });
}

/** Opens a section; the first stands close under the header. */
const open = (page: Page, title: string, unit: string): number =>
  section(page, title, unit, page.sections.length === 0);

interface Funnel {
  readonly subgroup: string;
  readonly stream: string;
  readonly steps: readonly FunnelFigures[];
}

function funnelsOf({ results }: Figures): readonly Funnel[] {
  const funnels = new Map<string, { subgroup: string; stream: string; steps: FunnelFigures[] }>();
  for (const step of results.funnel) {
    const key = JSON.stringify([step.subgroup, step.stream]);
    const funnel = funnels.get(key) ?? { subgroup: step.subgroup, stream: step.stream, steps: [] };
    funnel.steps.push(step);
    funnels.set(key, funnel);
  }
  return [...funnels.values()];
}

function funnelSection(page: Page, funnel: Funnel): void {
  const { people, results } = page.figures;
  const before = (results.baseline?.funnel ?? []).filter(
    (each) => each.subgroup === funnel.subgroup && each.stream === funnel.stream,
  );
  const stream = funnel.stream === '' || funnel.stream === 'prevalent' ? '' : `, ${funnel.stream}`;
  open(page, `Funnel: ${funnel.subgroup}${stream}`, people.unit);
  funnel.steps.forEach((step, index) => {
    const earlier = before[index]?.values;
    const [baseline] = earlier ?? [];
    const last = index === funnel.steps.length - 1;
    const row = stock(
      step.values.map(amount),
      baseline === undefined ? null : amount(baseline),
      termsOf(results, step.values),
      termsOf(results, earlier),
    );
    peopleLine(page, `funnel/${funnel.subgroup}/${funnel.stream}/${String(index)}`, step.step, row, {
      indent: 1 + Math.min(index, DEEPEST),
      tone: last ? 'total' : 'plain',
    });
  });
}

/** Eligible people by subgroup; by world where that differs (a pool, or tests that gate). */
function eligibleSection(page: Page): void {
  const { results, people } = page.figures;
  const differ = results.eligible.some((each) => each.world !== undefined);
  if (results.eligible.length === 0) return;
  open(page, 'Eligible', people.unit);
  for (const world of differ ? WORLDS : (['with'] as const)) eligibleRows(page, world, differ ? { member: world } : {});
}

function eligibleRows(page: Page, world: World, member: { readonly member?: string }): void {
  const { results } = page.figures;
  const rows = eligibleBySubgroup(results, world);
  if (rows.size > 1) rows.forEach((row, name) => peopleLine(page, `eligible/${world}/${name}`, name, row, member));
  const total = eligibleRow(results, world);
  if (total) peopleLine(page, `eligible/${world}`, 'People eligible', total, { tone: 'total', ...member });
}

function technologySection(page: Page): void {
  const { figures } = page;
  if (!figures.hasPatients) return;
  const all = new Set(figures.results.patients.map((each) => each.subgroup)).size > 1 ? ', all subgroups' : '';
  open(page, 'On each technology', `${figures.people.unit}${all}`);
  for (const world of WORLDS) technologyRows(page, world, patientsByTechnology(figures.results, world));
}

function technologyRows(page: Page, world: World, rows: ReadonlyMap<string, Row>): void {
  if (rows.size === 0) return;
  // A new technology that nobody has without it needs no line there.
  const absent = (name: string, row: Row): boolean =>
    world === 'without' &&
    page.figures.newTechnologies.includes(name) &&
    amountsOf(row).every((value) => value.isZero());
  rows.forEach((row, name) => {
    if (!absent(name, row)) peopleLine(page, `patients/${world}/${name}`, name, row, { member: world });
  });
  const all = sumRows([...rows.values()]);
  peopleLine(page, `patients/${world}`, 'All of these', all, { member: world, tone: 'total' });
}
