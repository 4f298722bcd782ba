/** BIM_Costs: cost lines. A row costs people × quantity × unit cost. */
import type { CostRow } from '../../engine/assumptions';
import { choice, growth, number, source, text } from '../field';
import type { RowReader } from '../row';
import type { Table } from '../table';

/** Categories that most models use; any other word is a category too. */
export const USUAL_CATEGORIES = [
  'Acquisition',
  'Administration',
  'Monitoring',
  'Adverse events',
  'Testing',
  'Subsequent therapy',
  'Hospital care',
  'Offsets',
  'Implementation',
] as const;

const technology = text(
  'Technology',
  'A technology of BIM_Technologies. Blank or All: every technology, the untreated included.',
  'Drug A',
  { usual: true, list: 'technology', default: 'All' },
);
const subgroup = text('Subgroup', 'A subgroup of BIM_Population. Blank or All: every subgroup.', 'All', {
  usual: true,
  list: 'subgroup',
  default: 'All',
});
const world = choice('World', ['without', 'with'], 'Blank: both worlds.', 'with');
const category = text(
  'Category',
  `The heading under which the cost is shown. Any word; usual are ${USUAL_CATEGORIES.join(', ')}. Offsets are negative costs.`,
  'Acquisition',
  { usual: true, required: true, list: 'category' },
);
const item = text('Item', 'What is paid for.', 'infusion', { usual: true });
const quantity = number(
  'Quantity',
  'units a person',
  'Units for each person. Blank: the units of BIM_Regimens for this technology and Price item, else 1.',
  '2',
  { usual: true },
);
const per = choice(
  'Per',
  ['patient-year', 'month', 'dose', 'start', 'stop', 'death', 'eligible', 'step', 'year'],
  'Who is counted: patients by patient-year or month, administrations (dose), starters, those who stop, deaths, eligible people, people at a funnel step, or a fixed sum a year.',
  'patient-year',
  {
    usual: true,
    required: true,
    prompt: 'patient-year, month, dose, start, stop, death, eligible, step, or year for a fixed sum',
  },
);
const step = text('Step', 'Per = step: the step of BIM_Population whose people are counted.', 'Diagnosed', {
  list: 'step',
});
const unitCost = number(
  'Unit cost',
  'money a unit',
  'The cost of one unit; negative for an offset. Year columns hold the same, year by year.',
  '306.90',
  { usual: true },
);
const priceItem = text('Price item', 'An Item of BIM_Prices that gives the unit cost instead.', 'Drug A', {
  usual: true,
  list: 'price item',
});
const treatmentYear = text(
  'Treatment year',
  'Blank or All: every year on treatment; 1: the first; 2+: the second and later. Other values need cohorts.',
  '2+',
  {
    form: { fits: (typed) => /^[1-9]\d?\+?$/.test(typed), words: 'a year on treatment: 1, 2, 2+, 3+' },
  },
);
const leavers = number(
  'Leavers',
  'of a year',
  'The part of a year charged for those who stop or die. Blank: the model’s Leavers cost.',
  '0.5',
  { minimum: '-1', maximum: '1', bounds: 'a part of a year, from −1 to 1' },
);
const payer = text('Payer', 'Whose budget pays. Blank counts for every payer.', 'NHS England', { list: 'payer' });

export const costs: Table = {
  word: 'Costs',
  sheet: 'Costs',
  doc: 'Rows add. A row for a technology or subgroup stands in place of an All row only where Category, Item and Treatment year are the same. Year columns and Growth are the unit cost.',
  fields: [
    technology,
    subgroup,
    world,
    category,
    item,
    quantity,
    per,
    step,
    unitCost,
    priceItem,
    treatmentYear,
    leavers,
    payer,
    growth('unit cost'),
    source('National cost collection 2024/25'),
  ],
  address: [technology, subgroup, category, item],
  openKeys: 1,
  identity: [technology, subgroup, world, category, item, per, step, treatmentYear, payer],
  adds: true,
  years: { value: unitCost, base: true, growth: true },
};

export const costRow = (row: RowReader): CostRow => ({
  ...row.frame(),
  technology: row.member(technology, 'technology'),
  subgroup: row.member(subgroup, 'subgroup'),
  world: row.word(world),
  category: row.text(category),
  item: row.text(item),
  quantity: row.given(quantity),
  per: row.word(per) ?? 'patient-year',
  step: row.name(step, 'step'),
  unitCost: row.seriesOrNone(),
  priceItem: row.name(priceItem, 'price item'),
  treatmentYear: row.member(treatmentYear) === 'All' ? '' : row.text(treatmentYear),
  leavers: row.given(leavers),
  payer: row.text(payer),
});
