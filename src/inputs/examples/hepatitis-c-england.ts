/**
 * Hepatitis C in England: a cure that empties a pool of infected people. Public figures carry their source; what is
 * assumed says so.
 */
import type { Example, ExampleRow } from './example';

const DAA = 'Direct-acting antivirals';
const INTERFERON = 'Peginterferon and ribavirin';
const NONE = 'No antiviral treatment';
const RATE =
  'Shares of those still infected that give the planned numbers: 10,000 in 2016/17, 12,500 in 2017/18 (NHS England), about 12,500 later (assumption)';

const setting = (Setting: string, Value: string, Unit = '', Source = ''): ExampleRow => ({
  Setting,
  Value,
  Unit,
  Source,
});

const model: readonly ExampleRow[] = [
  setting('Title', 'Hepatitis C in England: direct-acting antivirals'),
  setting('Schema', '1'),
  setting('Currency', 'GBP'),
  setting('First year', '2016', 'financial year 2016/17'),
  setting('Years', '5', 'years'),
  setting('Payer', 'NHS England'),
  setting('Discount rate', '0.035', 'a year', 'HM Treasury, Green Book'),
  setting('Discount from', 'second year'),
  setting('Test threshold', '20000000', 'GBP a year', 'NICE and NHS England, budget impact test, 2017'),
  setting('Test years', '3', 'years', 'NICE and NHS England, budget impact test, 2017'),
  setting('Patients', 'fractional'),
  setting('Shares', 'sum to 1'),
];

const population: readonly ExampleRow[] = [
  {
    Subgroup: 'England',
    Step: 'Chronic infection',
    Op: 'count',
    Stream: 'pool',
    Base: '160000',
    Growth: '0',
    Source: 'Public Health England, Hepatitis C in England: about 160,000 people with chronic infection',
  },
];

const technologies: readonly ExampleRow[] = [
  { Technology: DAA, Role: 'new', Accounting: 'stock', Source: 'NICE TA365, TA413 and later guidance' },
  { Technology: INTERFERON, Role: 'current', Accounting: 'stock', Source: 'NICE TA75, TA106, TA200' },
  { Technology: NONE, Role: 'none', Accounting: 'stock', Source: 'everybody else with chronic infection' },
];

const uptake: readonly ExampleRow[] = [
  {
    World: 'without',
    Subgroup: 'All',
    Technology: INTERFERON,
    Unit: 'share',
    '2016': '0.0375',
    '2017': '0.0375',
    '2018': '0.0375',
    '2019': '0.0375',
    '2020': '0.0375',
    Source: 'assumption: about 6,000 treatments a year before the new medicines',
  },
  {
    World: 'with',
    Subgroup: 'All',
    Technology: DAA,
    Unit: 'share',
    '2016': '0.0625',
    '2017': '0.084',
    '2018': '0.092',
    '2019': '0.1',
    '2020': '0.11',
    Source: RATE,
  },
];

const displacement: readonly ExampleRow[] = [
  {
    Technology: DAA,
    Displaced: INTERFERON,
    Share: '0.28',
    Source: 'assumption: more than a quarter would have had the old medicines',
  },
  { Technology: DAA, Displaced: NONE, Share: '0.72', Source: 'assumption: the rest would have waited' },
];

const prices: readonly ExampleRow[] = [
  {
    Item: 'Antiviral course',
    Pack: 'course',
    'List price': '36500',
    Discount: '0.56',
    Source:
      'List: NICE TA413, 12 weeks. Discount: derived, about GBP 200 million a year over 12,500 courses is GBP 16,000 each',
  },
  {
    Item: 'Interferon course',
    Pack: 'course',
    'List price': '7000',
    Discount: '0',
    Source: 'assumption, of the order of NICE TA200',
  },
];

const costs: readonly ExampleRow[] = [
  {
    Technology: DAA,
    Subgroup: 'All',
    Category: 'Acquisition',
    Item: 'course',
    Per: 'start',
    'Price item': 'Antiviral course',
    Payer: 'NHS England',
    Source: 'see BIM_Prices',
  },
  {
    Technology: INTERFERON,
    Subgroup: 'All',
    Category: 'Acquisition',
    Item: 'course',
    Per: 'start',
    'Price item': 'Interferon course',
    Payer: 'NHS England',
    Source: 'see BIM_Prices',
  },
  {
    Technology: DAA,
    Subgroup: 'All',
    Category: 'Administration',
    Item: 'nurse-led clinic',
    Quantity: '3',
    Per: 'start',
    'Unit cost': '120',
    Payer: 'NHS England',
    Source: 'assumption: three visits',
  },
  {
    Technology: INTERFERON,
    Subgroup: 'All',
    Category: 'Administration',
    Item: 'nurse-led clinic',
    Quantity: '14',
    Per: 'start',
    'Unit cost': '120',
    Payer: 'NHS England',
    Source: 'assumption: fourteen visits in 48 weeks',
  },
  {
    Technology: INTERFERON,
    Subgroup: 'All',
    Category: 'Adverse events',
    Item: 'anaemia, depression',
    Quantity: '1',
    Per: 'start',
    'Unit cost': '650',
    Payer: 'NHS England',
    Source: 'assumption',
  },
  {
    Technology: NONE,
    Subgroup: 'All',
    Category: 'Hospital care',
    Item: 'liver care',
    Quantity: '1',
    Per: 'patient-year',
    'Unit cost': '400',
    Payer: 'Integrated care boards',
    Source: 'assumption: mean over all stages of disease',
  },
  {
    Technology: DAA,
    Subgroup: 'All',
    Category: 'Monitoring',
    Item: 'liver care in the year of treatment',
    Quantity: '1',
    Per: 'patient-year',
    'Unit cost': '400',
    Payer: 'Integrated care boards',
    Source: 'assumption: as untreated, until cured',
  },
  {
    Technology: INTERFERON,
    Subgroup: 'All',
    Category: 'Monitoring',
    Item: 'liver care in the year of treatment',
    Quantity: '1',
    Per: 'patient-year',
    'Unit cost': '400',
    Payer: 'Integrated care boards',
    Source: 'assumption: as untreated, until cured',
  },
];

const scenarios: readonly ExampleRow[] = [
  {
    Scenario: 'List price',
    Parameter: "Prices/'Antiviral course'/course/Discount",
    Op: 'set',
    Value: '0',
    Note: 'What it would have cost without the tender',
  },
  {
    Scenario: 'Deeper discount',
    Parameter: "Prices/'Antiviral course'/course/Discount",
    Op: 'set',
    Value: '0.8',
    Note: 'A tender that goes further',
  },
  {
    Scenario: 'Slower start',
    Parameter: `Uptake/with/All/'${DAA}'/2016`,
    Op: 'set',
    Value: '0.03',
    Note: 'Networks not staffed in the first year',
  },
  {
    Scenario: 'Slower start',
    Parameter: `Uptake/with/All/'${DAA}'/2017`,
    Op: 'set',
    Value: '0.05',
    Note: 'Networks not staffed in the first year',
  },
  {
    Scenario: 'Find more people',
    Parameter: `Uptake/with/All/'${DAA}'/*`,
    Op: 'x',
    Value: '1.2',
    Note: 'Case finding in prisons and drug services',
  },
];

export const hepatitisCEngland: Example = {
  title: 'Hepatitis C in England: direct-acting antivirals',
  about:
    'A cure that empties a pool: 160,000 people with chronic infection, 10,000 to 12,500 treated a year from 2016/17. Public figures carry their source, assumptions say so.',
  tables: {
    Model: model,
    Population: population,
    Technologies: technologies,
    Uptake: uptake,
    Displacement: displacement,
    Prices: prices,
    Costs: costs,
    Scenarios: scenarios,
  },
};
