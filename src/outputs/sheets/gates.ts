/**
 * Gates: month by month who starts and who waits, how much of each gate is in use, which one holds most people (in the
 * colour of its dimension), and the plan in cells under the same months. Two charts: people held back, and the plan.
 */
import type { FormulaValue, SheetSpec } from '../../workbook/workbook';
import type { ByPeople, GateNamed, Realisation } from '../../engine/realisation-results';
import { inCell, type Amount } from '../amounts';
import { OUT_CHARTS } from '../charts/index';
import { DIMENSION_LOOKS, paintDimension } from '../dimensions';
import { drawCharts } from '../drawing';
import { quote, writeTables, type Drawn } from '../drawn';
import type { Figures } from '../figures';
import { gateLetters, gateUse } from '../gate-use';
import { inMonth } from '../live-months';
import {
  lastMonthColumn,
  MONTH_WIDTHS,
  monthHeader,
  monthPeople,
  monthRow,
  monthSection,
  peopleCells,
  type MonthCell,
} from '../month-grid';
import { COLUMN, heading, newPage, put, type Page } from '../page';
import { planSection } from '../plan-section';
import { inText } from '../realisation-said';
import { bindingByMonth, gateName, heldAt, listsHeldAt, peopleByMonth } from '../realised';
import { GRID_FREEZE, GRID_TITLES, toSheet, type SheetFrame } from '../sheet';
import { OUT_TABLES } from '../tables/index';
import { staleLine } from '../stale';

const HEADER_ROW = 5;
/** Months on a page beside their labels (548 pixels, and 32 a month), and the scale at which they fit. */
const A_PAGE = { most: 36, least: 30 } as const;
const SCALE = { most: 59, least: 66 } as const;
const GAP = 2;

export function gatesSheet(figures: Figures, realisation: Realisation, stamp: string): Drawn {
  const months = realisation.months.length;
  const last = lastMonthColumn(months);
  const page = newPage(figures, HEADER_ROW + 2, last);
  const what = 'Who starts and who waits; how much of each gate is in use; coloured: the gate that holds most people';
  heading(page, 'Gates by month', what, stamp);
  staleLine(page);
  monthHeader(page, HEADER_ROW, realisation.months);
  peopleRows(page, realisation);
  capacityRows(page, realisation);
  heldRows(page, realisation);
  planSection(page, realisation);
  const data = last + GAP + 1;
  const tables = writeTables(
    page,
    OUT_TABLES.filter((table) => table.sheet === 'gates'),
    HEADER_ROW,
    data,
  );
  const charts = OUT_CHARTS.filter((chart) => chart.sheet === 'gates');
  const across = lastMonthColumn(Math.min(months, A_PAGE.least));
  const chartWidths = drawCharts(page, charts, HEADER_ROW - 1, data + tables.length, across);
  put(
    page,
    page.next + 1,
    COLUMN.label,
    'Nothing is lost: planned starts = starts + change of those who wait + those who leave, every month.',
    'note',
  );
  if (figures.results.live) put(page, page.next + 2, COLUMN.label, OF_THE_RUN, 'note');
  return {
    key: 'gates',
    page,
    finish: (master) => finish(page, [...widthsOf(months), ...tables, ...chartWidths], months, master),
  };
}

/** What stays as it was run where people follow the cells. */
const OF_THE_RUN =
  'Values of the run, which follow no cell: capacity in use, the binding gate and its colours, From and To, the plan.';

const widthsOf = (months: number): readonly number[] => {
  const { margin, label, member, unit, from, to, month } = MONTH_WIDTHS;
  return [margin, label, member, unit, from, to, ...Array.from({ length: months }, () => month), GAP, GAP];
};

function finish(page: Page, widths: readonly number[], months: number, master: FormulaValue): SheetSpec {
  quote(page, master, LAMP);
  const frame: SheetFrame = {
    key: 'gates',
    widths,
    lastColumn: lastMonthColumn(months),
    lastRow: page.next + (page.figures.results.live ? 2 : 1),
    freeze: GRID_FREEZE,
    titleRows: GRID_TITLES,
    ...(months <= A_PAGE.least ? {} : { scale: months <= A_PAGE.most ? SCALE.most : SCALE.least }),
    ...(months <= A_PAGE.most ? {} : { titleColumns: [COLUMN.label, COLUMN.baseline] }),
  };
  return toSheet(page, frame);
}

/** The master lamp over months, which are narrow. */
const LAMP = { row: 3, label: 12, lamp: 13, span: 6 } as const;

function peopleRows(page: Page, realisation: Realisation): void {
  const { planned, starts, backlog, leavers, onTreatment } = peopleByMonth(realisation);
  monthSection(page, 'People', realisation.months.length, true);
  const row = (label: string, values: readonly Amount[], from: readonly ByPeople[], bold = false): void => {
    const people = monthPeople(values);
    const lists = from.map((each) => each.values);
    const written = values.map((value, month) => inMonth(page.figures.results, lists, month, value));
    monthRow(page, { label, unit: people.unit, cells: peopleCells(written, people, bold) });
  };
  row('Planned starts', planned, realisation.demand);
  row('Realised starts', starts, realisation.starts, true);
  row('Waiting at the end of the month', backlog, realisation.backlog);
  if (leavers.some((people) => !people.isZero())) row('Left the queue', leavers, realisation.leavers);
  row('On treatment, realised', onTreatment, realisation.onTreatment);
}

/** Months from 1 in which a gate holds most: the first and the last. */
function spanOf(
  binding: readonly (GateNamed | null)[],
  gate: GateNamed,
): { readonly from?: { number: string }; readonly to?: { number: string } } {
  const months = binding.flatMap((each, month) => (each === gate ? [month + 1] : []));
  const [first, last] = [months[0], months.at(-1)];
  return first === undefined || last === undefined
    ? {}
    : { from: { number: String(first) }, to: { number: String(last) } };
}

function capacityRows(page: Page, realisation: Realisation): void {
  const { gates, months } = realisation;
  if (gates.length === 0) return;
  const binding = bindingByMonth(realisation);
  monthSection(page, 'Capacity in use: starts as a share of what the gate would allow', months.length);
  for (const gate of gates) {
    const cells = gateUse(realisation, gate).map((use, month) => capacityCell(use, binding[month] === gate, gate));
    const row = monthRow(page, {
      label: gateName(gate),
      member: gate.dimension,
      unit: '%',
      ...spanOf(binding, gate),
      cells,
    });
    paintDimension(page, row, gate.dimension);
  }
  bindingRow(page, gates, binding);
}

function capacityCell(use: Amount | null, binds: boolean, { dimension }: GateNamed): MonthCell {
  const style = binds ? DIMENSION_LOOKS[dimension].binds : tint(use);
  return use === null ? { value: '', style } : { value: inCell(use.times(100)), style, format: '0' };
}

function tint(use: Amount | null): MonthCell['style'] {
  if (use === null || use.lt('0.25')) return 'month';
  if (use.lt('0.5')) return 'useLow';
  return use.lt('0.75') ? 'useSome' : 'useHigh';
}

function bindingRow(page: Page, gates: readonly GateNamed[], binding: readonly (GateNamed | null)[]): void {
  const letters = gateLetters(gates);
  monthRow(page, {
    label: 'Binding gate',
    unit: 'letter',
    cells: binding.map((gate) =>
      gate === null
        ? { value: '–', style: 'monthTotal' }
        : { value: letters.get(gate.gate) ?? '', style: DIMENSION_LOOKS[gate.dimension].binds },
    ),
  });
  const key = gates.map((gate) => `${letters.get(gate.gate) ?? ''} ${inText(gateName(gate))}`);
  put(page, page.next, COLUMN.label, [...key, '– demand (nobody waits)'].join(' · '), 'note', { indent: 1 });
  page.next += 1;
}

function heldRows(page: Page, realisation: Realisation): void {
  const { gates, months } = realisation;
  if (gates.length === 0) return;
  const binding = bindingByMonth(realisation);
  const held = gates.map((gate) => ({ gate, people: heldAt(realisation, gate.gate) }));
  const people = monthPeople(held.flatMap((each) => [...each.people]));
  monthSection(page, 'People held back by each gate', months.length);
  for (const { gate, people: values } of held) {
    const lists = listsHeldAt(realisation, gate.gate);
    const cells = values.map((value, month): MonthCell => ({
      value: inMonth(page.figures.results, lists, month, value),
      style: binding[month] === gate ? DIMENSION_LOOKS[gate.dimension].binds : 'month',
      format: people.format,
    }));
    const row = monthRow(page, { label: gateName(gate), member: gate.dimension, unit: people.unit, cells });
    paintDimension(page, row, gate.dimension);
  }
}
