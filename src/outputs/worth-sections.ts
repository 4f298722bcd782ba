/** Sections of Realised on worth: the steps from potential to realised, gates, dimensions, activities and delays. */
import type { ActivityFigures, Realisation } from '../engine/realisation-results';
import { amount, settled, ZERO, type Amount } from './amounts';
import { dimensionOf, paintDimension } from './dimensions';
import { moneyLine } from './lines';
import { markValues, rowOfTotals, totalsFormula } from './live-rows';
import { moneyFormat, unitOf } from './money';
import { line, put, section, yearColumn, type Page } from './page';
import { moneySaid } from './realisation-said';
import { nameOfGate } from './realised';
import { constant, type Row } from './row';

/** Writes them, where there is money or a benefit to value. */
export function worthSections(page: Page, realisation: Realisation): void {
  if (!page.figures.hasCosts && realisation.benefits.length === 0) return;
  stepsSection(page, realisation);
  gatesSection(page, realisation);
  dimensionsSection(page, realisation);
  activitiesSection(page, realisation);
  delaySection(page, realisation);
}

const whole = (page: Page, value: Amount): Row => constant(settled(value), page.figures.years);
/** Figures of different kinds beside each other, from the first year's column on. */
const beside = (values: readonly (Amount | null)[]): Row => ({
  total: null,
  baseline: null,
  years: values.map((value) => value && settled(value)),
});

const STEPS: ReadonlyMap<string, string> = new Map([
  ['uptake', 'less uptake short of the potential'],
  ['benefits', 'less benefits not realised'],
]);

/** Potential less each step is realised, exactly. */
function stepsSection(page: Page, { value }: Realisation): void {
  const band = section(page, 'From potential to realised value', `${unitOf(page.figures.money)}, discounted`);
  markValues(page, band, 'values of the run; bold lines follow');
  moneyLine(page, 'value/potential', 'Potential', whole(page, amount(value.potential)), {
    note: 'Everybody of the potential from the first month',
  });
  value.waterfall.forEach(({ dimension, cause, value: step }, index) => {
    const label = cause === 'gates' ? `less gates of ${dimension}` : (STEPS.get(cause) ?? cause);
    const less = amount(step).negated();
    const lost = cause === 'benefits' ? rowOfTotals(page, settled(less), 'realised', 'delivered') : whole(page, less);
    const row = moneyLine(page, `step/${String(index)}`, label, lost, {
      member: dimension,
      note: cause === 'gates' ? 'Closed in this order' : cause === 'uptake' ? 'Delayed, low and slow, below' : '',
    });
    paintDimension(page, row, dimensionOf(dimension));
    if (cause === 'uptake') shortfallLines(page, value);
    if (cause === 'uptake') plannedLine(page, value.planned);
  });
  const total = (of: 'realised' | 'cashReleased'): Row => rowOfTotals(page, settled(amount(value[of])), of);
  moneyLine(page, 'value/realised', 'Realised', total('realised'), { tone: 'total' });
  moneyLine(page, 'value/cash', 'of which cash released', total('cashReleased'), { indent: 2 });
}

const plannedLine = (page: Page, value: string): number =>
  moneyLine(page, 'value/planned', 'Planned', rowOfTotals(page, settled(amount(value)), 'planned'), { tone: 'total' });

function shortfallLines(page: Page, { shortfall }: Realisation['value']): void {
  const said = [
    ['delayed', 'years before the first planned start'],
    ['low', 'the highest planned share falls short'],
    ['slow', 'the rest: the curve'],
  ] as const;
  for (const [key, note] of said)
    moneyLine(page, `shortfall/${key}`, `of which ${key}`, whole(page, amount(shortfall[key]).negated()), {
      indent: 3,
      note,
    });
}

/** Small captions over the columns of a section. */
function captions(page: Page, texts: readonly string[]): void {
  page.heights[page.next] = 12;
  texts.forEach((text, index) => {
    put(page, page.next, yearColumn(index), text, 'caption');
  });
  page.next += 1;
}

/** The four figures of a gate. Never one without saying which; only those in turn add up. */
const GATE_FIGURES: readonly string[] = ['opened alone', 'in turn', 'only this', 'one more'];

function gatesSection(page: Page, realisation: Realisation): void {
  const { value } = realisation;
  if (value.gates.length === 0) return;
  markValues(page, section(page, 'What each gate withholds', unitOf(page.figures.money)));
  captions(
    page,
    GATE_FIGURES.map((each) => (each === 'one more' ? `one more, ${page.figures.money.symbol.trim()}` : each)),
  );
  for (const gate of value.gates) {
    const figures = [gate.opened, gate.sequence, gate.only, gate.unit].map(amount);
    const row = moneyLine(page, `gate/${gate.gate}`, nameOfGate(realisation, gate.gate), beside(figures), {
      member: gate.dimension,
      note: gateNote(page, gate),
    });
    inWholeUnits(page, row);
    paintDimension(page, row, dimensionOf(gate.dimension));
  }
  const written = totalsFormula(page, 'planned', 'delivered');
  const joint = { ...beside([null, amount(value.joint)]), written: () => written };
  moneyLine(page, 'gates/joint', 'Planned less delivered', joint, {
    tone: 'total',
    note: 'Only those in turn add up',
  });
}

/** One more unit is worth little beside a model: its figure stands in whole units of the currency. */
function inWholeUnits(page: Page, row: number): void {
  const column = yearColumn(GATE_FIGURES.indexOf('one more'));
  const at = page.cells.findIndex((cell) => cell.row === row && cell.column === column);
  const cell = page.cells[at];
  if (cell) page.cells[at] = { ...cell, format: '#,##0;-#,##0;"–"' };
}

/** Months in which it holds most, and what one more unit costs in each period. */
function gateNote(page: Page, gate: Realisation['value']['gates'][number]): string {
  const months = `binds ${gate.months} month${gate.months === '1' ? '' : 's'}`;
  return gate.unitCost === null
    ? months
    : `${months}; a unit costs ${moneySaid(page.figures, amount(gate.unitCost))} a period`;
}

/** The order of closing decides how dimensions share what they hold together; the mean over all orders does not. */
function dimensionsSection(page: Page, { value }: Realisation): void {
  const inTurn = (dimension: string): Amount =>
    value.waterfall
      .filter((step) => step.cause === 'gates' && step.dimension === dimension)
      .reduce((sum, step) => sum.plus(step.value), ZERO);
  const shown = value.even.filter((each) => !amount(each.value).isZero() || !inTurn(each.dimension).isZero());
  if (shown.length < 2) return;
  markValues(page, section(page, 'Gates by dimension', unitOf(page.figures.money)));
  captions(page, ['in turn', 'even']);
  for (const { dimension, value: even } of shown) {
    const row = moneyLine(
      page,
      `dimension/${dimension}`,
      `Gates: ${dimension}`,
      beside([inTurn(dimension), amount(even)]),
      {
        member: dimension,
        note: 'Even: the mean over all orders of closing',
      },
    );
    paintDimension(page, row, dimensionOf(dimension));
  }
}

function activitiesSection(page: Page, { scenarios }: Realisation): void {
  if (scenarios.length === 0) return;
  const format = moneyFormat(page.figures.money);
  markValues(page, section(page, 'Activities: the most one is worth is its gain', unitOf(page.figures.money)));
  captions(page, ['gain', 'cost', 'net']);
  for (const { scenario, activity } of scenarios) {
    line(page, {
      key: `activity/${scenario}`,
      label: scenario,
      unit: unitOf(page.figures.money),
      row: beside([activity.gain, activity.cost, activity.net].map(amount)),
      format,
      note: paybackSaid(activity),
    });
  }
}

const paybackSaid = ({ payback }: ActivityFigures): string =>
  payback === 'none' ? 'Not paid back' : payback === 'at once' ? 'Paid back at once' : `Paid back in month ${payback}`;

function delaySection(page: Page, { value, tasks }: Realisation): void {
  const { costOfDelay } = value;
  const all = [costOfDelay.plan, costOfDelay.schedule, ...value.tasks.map(({ delay }) => delay)];
  if (all.every((cost) => amount(cost).abs().lt('0.005'))) return;
  markValues(page, section(page, 'What a month of delay costs', unitOf(page.figures.money)));
  const delay = (key: string, label: string, cost: string): number =>
    moneyLine(page, `delay/${key}`, label, whole(page, amount(cost)));
  delay('plan', 'The uptake of the plan', costOfDelay.plan);
  if (value.tasks.length > 0) delay('schedule', 'Every task', costOfDelay.schedule);
  for (const { task, delay: cost } of value.tasks) {
    const named = tasks.find((each) => each.task === task);
    const row = moneyLine(page, `delay/task/${task}`, taskLabel(task, named?.name ?? ''), whole(page, amount(cost)), {
      indent: 2,
      member: named?.dimension ?? '',
    });
    if (named) paintDimension(page, row, named.dimension);
  }
}

/** "A  Contract": short IDs stand before the name. */
export const taskLabel = (id: string, name: string): string =>
  name === '' ? id : id.length > 2 ? name : `${id}  ${name}`;
