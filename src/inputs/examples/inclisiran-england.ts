/**
 * Inclisiran in England: a national deal, and practices that had to find the nurses and the hours. Public figures carry
 * their source, what is derived from them says how, and the rest is an assumption that says so.
 */
import type { Example, ExampleRow } from './example';
import { outcomes, resources, tasks, waves } from './inclisiran-england/delivery';
import { DRUG, CARE, NURSES, HOURS, SOURCES, PRICE, DOSES, COMING, MADE } from './inclisiran-england/sources';

const setting = (Setting: string, Value: string, Unit = '', Source = ''): ExampleRow => ({
  Setting,
  Value,
  Unit,
  Source,
});

const model: readonly ExampleRow[] = [
  setting('Title', 'Inclisiran in England: a deal and a workforce'),
  setting('Schema', '1'),
  setting('Currency', 'GBP'),
  setting('First year', '2022'),
  setting('Years', '5', 'years'),
  setting('Step', 'month', '', 'starts are followed by month'),
  setting('Payer', 'All'),
  setting('Discount rate', '0.035', 'a year', 'HM Treasury, Green Book'),
  setting('Value of a QALY', '20000', 'GBP', 'NICE, lower end of the usual range'),
  setting('Target wait', '3', 'months', MADE),
  setting('Relief months', '12', 'months', MADE),
];

const population: readonly ExampleRow[] = [
  {
    Subgroup: 'England',
    Step: 'Reviewed in a year and eligible',
    Op: 'count',
    Stream: 'incident',
    Base: '500000',
    Growth: '0',
    Source: COMING,
  },
];

const technologies: readonly ExampleRow[] = [
  {
    Technology: DRUG,
    Role: 'new',
    Accounting: 'cohort',
    Persistence: 'exponential',
    P1: '0.1',
    Potential: '0.4',
    'Leave queue': '0.02',
    'While waiting': CARE,
    Source: `NICE TA733; persistence, potential and queue ${MADE}`,
  },
  { Technology: CARE, Role: 'current', Accounting: 'cohort', Persistence: 'all', Source: 'NICE CG181' },
];

const uptake: readonly ExampleRow[] = [
  {
    World: 'without',
    Subgroup: 'All',
    Technology: CARE,
    Unit: 'share',
    '2022': '1',
    '2023': '1',
    '2024': '1',
    '2025': '1',
    '2026': '1',
    Source: 'nobody has it without the agreement',
  },
  {
    World: 'with',
    Subgroup: 'All',
    Technology: DRUG,
    Unit: 'share',
    '2022': '0.1',
    '2023': '0.2',
    '2024': '0.3',
    '2025': '0.3',
    '2026': '0.3',
    Source: COMING,
  },
];

const prices: readonly ExampleRow[] = [
  { Item: 'Inclisiran dose', Pack: '284 mg syringe', 'List price': '45', Discount: '0', Source: PRICE },
];

const drugRow = (row: ExampleRow): ExampleRow => ({ Technology: DRUG, Subgroup: 'All', Payer: 'NHS England', ...row });
const costs: readonly ExampleRow[] = [
  drugRow({
    Category: 'Acquisition',
    Item: 'doses, first year',
    Quantity: '3',
    Per: 'patient-year',
    'Price item': 'Inclisiran dose',
    'Treatment year': '1',
    Source: DOSES,
  }),
  drugRow({
    Category: 'Acquisition',
    Item: 'doses, later years',
    Quantity: '2',
    Per: 'patient-year',
    'Price item': 'Inclisiran dose',
    'Treatment year': '2+',
    Source: DOSES,
  }),
  drugRow({
    Category: 'Administration',
    Item: 'what the practice keeps, first year',
    Quantity: '3',
    Per: 'patient-year',
    'Unit cost': '15',
    'Treatment year': '1',
    Source: `${PRICE}: 60 − 45`,
  }),
  drugRow({
    Category: 'Administration',
    Item: 'what the practice keeps, later years',
    Quantity: '2',
    Per: 'patient-year',
    'Unit cost': '15',
    'Treatment year': '2+',
    Source: `${PRICE}: 60 − 45`,
  }),
  {
    Technology: 'All',
    Subgroup: 'All',
    Category: 'Monitoring',
    Item: 'yearly review',
    Quantity: '1',
    Per: 'patient-year',
    'Unit cost': '25',
    Payer: 'NHS England',
    Source: MADE,
  },
];

const change = (Scenario: string, Parameter: string, Op: string, Value: string, Note: string): ExampleRow => ({
  Scenario,
  Parameter,
  Op,
  Value,
  Note,
});

const scenarios: readonly ExampleRow[] = [
  change('Train more', `Resources/${NURSES}/${DRUG}/Trainers`, 'set', '6', 'More trainers'),
  change('Train more', 'Tasks/hubs/Cost', '+', '600000', 'and what they cost'),
  change('Free the hours', `Resources/${HOURS}/*/Available`, 'x', '2', 'Half of the reviews done by pharmacists'),
  change('Free the hours', 'Tasks/pay/Cost', '+', '2000000', 'and what they cost'),
  change('Hours and trainers', `Resources/${HOURS}/*/Available`, 'x', '4', 'Both together'),
  change('Hours and trainers', `Resources/${NURSES}/${DRUG}/Trainers`, 'set', '6', 'Both together'),
  change('Hours and trainers', 'Tasks/pay/Cost', '+', '6000000', 'and what they cost'),
  change('Hours and trainers', 'Tasks/hubs/Cost', '+', '600000', 'and what they cost'),
  change('Three months late', 'Tasks/pay/Duration', '+', '3', 'Payment is settled later'),
  change('Nobody waits', `Technologies/${DRUG}/Leave queue`, 'set', '1', 'Whoever cannot start at once is lost'),
];

export const inclisiranEngland: Example = {
  title: 'Inclisiran in England: a deal and a workforce',
  about:
    'A national deal for 300,000 people in three years; 64,163 doses were given by February 2025. What held starts back, what that costs, and what to do first. Every figure is published, derived or assumed: see Sources.',
  tables: {
    Model: model,
    Population: population,
    Technologies: technologies,
    Uptake: uptake,
    Prices: prices,
    Costs: costs,
    Tasks: tasks,
    Waves: waves,
    Resources: resources,
    Outcomes: outcomes,
    Scenarios: scenarios,
  },
  sources: SOURCES,
};
