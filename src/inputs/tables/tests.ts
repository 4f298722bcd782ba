/** BIM_Tests: tests before a technology, one after the other. */
import type { TestRow } from '../../engine/assumptions';
import { choice, number, positive, share, source, text, whole, yesNo } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

const technology = text('Technology', 'The technology to which the cost of the test belongs. Blank: none.', 'Drug A', {
  usual: true,
  list: 'technology',
});
const subgroup = text('Subgroup', 'A subgroup of BIM_Population. Blank or All: every subgroup.', 'All', {
  usual: true,
  list: 'subgroup',
  default: 'All',
});
const world = choice('World', ['without', 'with'], 'Blank: both worlds.', 'with', { usual: true });
const test = text('Test', 'The name of the test.', 'Companion diagnostic', { usual: true, required: true });
const order = whole('Order', 'place', 'The place of the test in the chain of its subgroup and world.', '1', '1', null, {
  usual: true,
  default: '1',
});
const step = text(
  'Step',
  'The step of BIM_Population at which it is offered. Blank: the eligible patients.',
  'Diagnosed',
  { usual: true, list: 'step' },
);
const offered = share('Offered', 'The share to whom it is offered.', '0.4', { usual: true, default: '1' });
const prevalence = share(
  'Prevalence',
  'The share of those tested who have what is looked for. Typed on the first test of a chain.',
  '0.001',
  { usual: true },
);
const sensitivity = share('Sensitivity', 'The share of those who have it that the test finds.', '0.8', { usual: true });
const specificity = share('Specificity', 'The share of those who do not have it that the test clears.', '0.95', {
  usual: true,
});
const positiveShare = share(
  'Positive',
  'The share of tests that is positive, where Prevalence, Sensitivity and Specificity are not known.',
  '0.25',
  { usual: true },
);
const gate = yesNo(
  'Gate',
  'yes: only the positive go on to treatment in that World. no: it costs and is reported.',
  'no',
  { usual: true },
);
const combination = choice(
  'Combination',
  ['serial', 'parallel'],
  'serial: after a gate only its positives come. parallel: given to the same people as the test before it, and positive is who is positive in one of them; Step, Offered, Uptake, Prevalence and Gate are those of the first.',
  'serial',
  { default: 'serial' },
);
const unitCost = number('Unit cost', 'money a test', 'The cost of one test.', '650', { usual: true });
const payer = text('Payer', 'Whose budget pays. Blank counts for every payer.', 'NHS England', { list: 'payer' });
const minutes = positive('Minutes', 'minutes a test', 'Time of a reader for one test.', '4', {});
const testing = share(
  'Uptake',
  'The share of those offered the test who have it. Year columns hold the same, year by year.',
  '0.7',
  { usual: true, default: '1' },
);

export const tests: Table = {
  word: 'Tests',
  sheet: 'Tests',
  doc: 'Tested = people × Offered × Uptake; cost = tested × Unit cost, category Testing. Either Positive, or Prevalence, Sensitivity and Specificity.',
  fields: [
    technology,
    subgroup,
    world,
    test,
    order,
    step,
    offered,
    prevalence,
    sensitivity,
    specificity,
    positiveShare,
    gate,
    combination,
    unitCost,
    payer,
    minutes,
    testing,
    source('Screening committee 2024'),
  ],
  address: [test, world],
  openKeys: 1,
  identity: [technology, subgroup, world, test, order, step],
  adds: true,
  years: { value: testing, base: true, growth: false },
};

export const testRow = (row: RowReader): TestRow => ({
  ...row.frame(),
  technology: row.member(technology) === 'All' ? '' : row.name(technology, 'technology'),
  subgroup: row.member(subgroup, 'subgroup'),
  world: row.word(world),
  test: row.text(test),
  order: row.given(order)?.value.toNumber() ?? 1,
  step: row.name(step, 'step'),
  offered: row.given(offered),
  prevalence: row.given(prevalence),
  sensitivity: row.given(sensitivity),
  specificity: row.given(specificity),
  positive: row.given(positiveShare),
  gate: row.word(gate) === 'yes',
  parallel: row.word(combination) === 'parallel',
  unitCost: row.given(unitCost),
  payer: row.text(payer),
  minutes: row.given(minutes),
  uptake: row.seriesOrNone(),
});
