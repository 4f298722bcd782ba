/** BIM_Out_Value: what plan, delivery and gates are worth, and what they cost the budget, one row per figure. */
import type { LiveTotal } from '../../engine/readings/live/document';
import type { Realisation } from '../../engine/realisation-results';
import type { Results } from '../../engine/results';
import type { WrittenValue } from '../../workbook/workbook';
import { amount, inCell, sum } from '../amounts';
import { addedValue, totalValue } from '../live-terms';
import { yearColumn } from '../page';
import { AMOUNT_FORMAT, YEAR_FORMAT, type OutTable } from '../table';

export const valueTable: OutTable = {
  name: 'BIM_Out_Value',
  sheet: 'realised',
  holds: 'value, gates, delays, activities, and budget impact as planned and realised',
  columns: [
    {
      header: 'Figure',
      meaning: 'value, step, shortfall, gate, dimension, delay, activity, budget impact or benefit',
      width: 14,
    },
    {
      header: 'Measure',
      meaning:
        'Of value: potential, planned, delivered, realised, cash released; of a gate: opened, sequence, only, unit, unit cost, months; of an activity: gain, cost, net, payback month; else what it is of',
      width: 16,
    },
    { header: 'Of', meaning: 'Gate, task, scenario or benefit; blank where it is of all', width: 24 },
    {
      header: 'Dimension',
      meaning: 'resources, process, value or attention; of a benefit its class; else blank',
      width: 16,
    },
    {
      header: 'Year',
      meaning: 'Calendar year, undiscounted; blank where the figure is of all years, discounted',
      width: 7,
      format: YEAR_FORMAT,
    },
    {
      header: 'Amount',
      meaning:
        'In the currency of the model; months are numbers of months. Steps add up; gates opened, only and unit do not',
      width: 16,
      format: AMOUNT_FORMAT,
    },
  ],
  rows: ({ figures: { results } }) => {
    const { realisation } = results;
    if (!realisation) return [];
    return [
      ...valueRows(realisation, results),
      ...gateRows(realisation),
      ...delayRows(realisation),
      ...yearRows(realisation, results),
    ];
  },
};

type Rows = readonly (readonly WrittenValue[])[];
const row = (
  figure: string,
  measure: string,
  of: string,
  dimension: string,
  value: string,
): readonly WrittenValue[] => [figure, measure, of, dimension, '', inCell(amount(value))];

const TOTALS: readonly (readonly [of: LiveTotal, measure: string])[] = [
  ['planned', 'planned'],
  ['delivered', 'delivered'],
  ['realised', 'realised'],
  ['cashReleased', 'cash released'],
];

function valueRows({ value }: Realisation, results: Results): Rows {
  const { shortfall } = value;
  return [
    row('value', 'potential', '', '', value.potential),
    ...TOTALS.map(([of, measure]): Rows[number] => ['value', measure, '', '', '', totalValue(results, of, value[of])]),
    ...value.waterfall.map((step) => row('step', step.cause, '', step.dimension, step.value)),
    row('shortfall', 'delayed', '', 'value', shortfall.delayed),
    row('shortfall', 'low', '', 'value', shortfall.low),
    row('shortfall', 'slow', '', 'value', shortfall.slow),
  ];
}

function gateRows({ value }: Realisation): Rows {
  return [
    ...value.gates.flatMap((gate) => [
      row('gate', 'opened', gate.gate, gate.dimension, gate.opened),
      row('gate', 'sequence', gate.gate, gate.dimension, gate.sequence),
      row('gate', 'only', gate.gate, gate.dimension, gate.only),
      row('gate', 'unit', gate.gate, gate.dimension, gate.unit),
      ...(gate.unitCost === null ? [] : [row('gate', 'unit cost', gate.gate, gate.dimension, gate.unitCost)]),
      row('gate', 'months', gate.gate, gate.dimension, gate.months),
    ]),
    row('gate', 'joint', '', '', value.joint),
    ...value.even.map((each) => row('dimension', 'even', '', each.dimension, each.value)),
  ];
}

function delayRows({ value, tasks, scenarios }: Realisation): Rows {
  return [
    row('delay', 'plan', '', '', value.costOfDelay.plan),
    row('delay', 'schedule', '', '', value.costOfDelay.schedule),
    ...value.tasks.map(({ task, delay }) =>
      row('delay', 'task', task, tasks.find((each) => each.task === task)?.dimension ?? '', delay),
    ),
    ...scenarios.flatMap(({ scenario, activity }) => [
      row('activity', 'gain', scenario, '', activity.gain),
      row('activity', 'cost', scenario, '', activity.cost),
      row('activity', 'net', scenario, '', activity.net),
      ...(/^\d+$/.test(activity.payback) ? [row('activity', 'payback month', scenario, '', activity.payback)] : []),
    ]),
  ];
}

function yearRows({ impact, benefits }: Realisation, results: Results): Rows {
  const { years } = results;
  const each = (
    figure: string,
    measure: string,
    of: string,
    dimension: string,
    lists: readonly (readonly string[])[],
  ): Rows =>
    years.map((year, index) => [
      figure,
      measure,
      of,
      dimension,
      { number: String(year) },
      addedValue(results, lists, yearColumn(index), sum(lists.map((values) => amount(values[index] ?? '0')))),
    ]);
  return [
    ...(['planned', 'realised'] as const).flatMap((kind) => [
      ...each('budget impact', kind, '', '', [impact[kind].total]),
      ...each('budget impact', `${kind}, cash released`, '', '', [impact[kind].cashReleased]),
    ]),
    ...benefitSums(benefits).flatMap(({ kind, benefit, of, lists }) => each('benefit', kind, benefit, of, lists)),
  ];
}

interface BenefitSum {
  readonly kind: string;
  readonly benefit: string;
  readonly of: string;
  readonly lists: readonly (readonly string[])[];
}

/** Benefits in money of all technologies and subgroups together: with less without. */
function benefitSums(benefits: Realisation['benefits']): readonly BenefitSum[] {
  const groups = new Map<string, Realisation['benefits'][number][]>();
  for (const each of benefits.filter(({ measure }) => measure === 'money')) {
    const key = JSON.stringify([each.case, each.benefit, each.class]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  return [...groups.values()].flatMap((rows) => {
    const [head] = rows;
    if (!head) return [];
    return [{ kind: head.case, benefit: head.benefit, of: head.class, lists: rows.map(({ values }) => values) }];
  });
}
