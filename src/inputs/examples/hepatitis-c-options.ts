/** Tables that the hepatitis C example can have besides: what is assumed says so. */
import type { Example, ExampleOption, ExampleRow } from './example';
import { delivery } from './hepatitis-c-delivery';
import { actuals, combination, coming } from './hepatitis-c-later';

type Tables = Example['tables'];

const DAA = 'Direct-acting antivirals';
const INTERFERON = 'Peginterferon and ribavirin';
const SYRINGE = 'Peginterferon alfa-2a';
const TABLETS = 'Ribavirin';

const rows = (tables: Tables, word: string): readonly ExampleRow[] => tables[word] ?? [];
const more = (tables: Tables, word: string, ...added: readonly ExampleRow[]): Tables => ({
  ...tables,
  [word]: [...rows(tables, word), ...added],
});

const oldMedicine = (row: ExampleRow): boolean => row['Technology'] === INTERFERON && row['Category'] === 'Acquisition';

const dosed = (Item: string): ExampleRow => ({
  Technology: INTERFERON,
  Subgroup: 'All',
  Category: 'Acquisition',
  Item,
  Per: 'patient-year',
  'Price item': Item,
  Payer: 'NHS England',
  Source: 'see BIM_Regimens and BIM_Prices',
});

/** The old medicines by dose and weight, in place of the price of a course. */
const regimens: ExampleOption = {
  brings: ['Regimens', 'Patients'],
  add: (tables) => {
    const priced = {
      ...tables,
      Costs: [...rows(tables, 'Costs').filter((row) => !oldMedicine(row)), dosed(SYRINGE), dosed(TABLETS)],
      Prices: rows(tables, 'Prices').filter((row) => row['Item'] !== 'Interferon course'),
    };
    const packs = more(
      priced,
      'Prices',
      {
        ...{ Item: SYRINGE, Pack: '180 microgram', Content: '180', Unit: 'microgram' },
        ...{ 'List price': '124.40', Source: 'assumption, of the order of the BNF' },
      },
      {
        ...{ Item: TABLETS, Pack: '112 tablets of 200 mg', Content: '22400', Unit: 'mg' },
        ...{ 'List price': '246.65', Source: 'assumption, of the order of the BNF' },
      },
    );
    const course = { 'Duration months': '11', Source: '48 weeks: summary of product characteristics' };
    const doses = more(
      packs,
      'Regimens',
      {
        ...{ Technology: INTERFERON, Item: SYRINGE, Dose: '180', 'Dose unit': 'microgram' },
        ...{ Every: '1', 'Every unit': 'week', 'Vial sharing': 'no', ...course },
      },
      {
        ...{ Technology: INTERFERON, Item: TABLETS, Dose: '15', 'Dose unit': 'mg/kg' },
        ...{ Every: '1', 'Every unit': 'day', Adherence: '0.9', 'Vial sharing': 'yes', ...course },
      },
    );
    return more(doses, 'Patients', {
      ...{ Subgroup: 'All', Weight: '78', 'Weight SD': '15' },
      Source: 'assumption, of the order of the Health Survey for England',
    });
  },
};

/** Case finding: a quick test, then a diagnostic for those it finds. It costs and is reported; nobody waits for it. */
const tests: ExampleOption = {
  brings: ['Tests'],
  add: (tables) =>
    more(
      tables,
      'Tests',
      {
        ...{ Technology: DAA, Subgroup: 'All', World: 'with', Test: 'Antibody test', Order: '1', Offered: '0.1' },
        ...{ Prevalence: '0.6', Sensitivity: '0.98', Specificity: '0.99', Gate: 'no', 'Unit cost': '12' },
        ...{ Payer: 'NHS England', Minutes: '10', Uptake: '0.6', Source: 'assumption' },
      },
      {
        ...{ Technology: DAA, Subgroup: 'All', World: 'with', Test: 'RNA test', Order: '2', Offered: '0.05' },
        ...{ Sensitivity: '0.99', Specificity: '0.995', Gate: 'no', 'Unit cost': '65', Payer: 'NHS England' },
        ...{ Minutes: '15', Uptake: '0.9', Source: 'assumption' },
      },
    ),
};

/** A lower price beyond a yearly spend, then a refund where the cure fails. */
const agreements: ExampleOption = {
  brings: ['Agreements'],
  add: (tables) =>
    more(
      tables,
      'Agreements',
      {
        ...{ Technology: DAA, Type: 'price-volume', Order: '1', Threshold: '150000000', Rate: '0.2' },
        Source: 'assumption: a lower price beyond GBP 150 million a year',
      },
      {
        ...{ Technology: DAA, Type: 'outcome refund', Order: '2', Rate: '1', P1: '0.95', P2: '0.9' },
        Source: 'assumption: paid back where no cure is confirmed, nine in ten collected',
      },
    ),
};

/** Who stops early: the old treatment followed month by month. */
const persistence: ExampleOption = {
  brings: ['Persistence'],
  add: (tables) => {
    const followed = rows(tables, 'Technologies').map((row) =>
      row['Technology'] === INTERFERON ? { ...row, Accounting: 'cohort', Persistence: 'table' } : row,
    );
    const point = (since: string, share: string): ExampleRow => ({
      ...{ Technology: INTERFERON, 'Since start': since, Unit: 'month', 'On treatment': share },
      Source: 'assumption: side effects end a third of the courses early',
    });
    return more(
      { ...tables, Technologies: followed },
      'Persistence',
      point('0', '1'),
      point('3', '0.85'),
      point('6', '0.7'),
      point('11', '0.65'),
      point('12', '0'),
    );
  },
};

const goals: ExampleOption = {
  brings: ['Goals'],
  add: (tables) =>
    more(tables, 'Goals', {
      ...{ Goal: 'Within the test in its first year', Parameter: "Prices/'Antiviral course'/course/List price" },
      ...{ Target: '20000000', Years: '2016', Source: 'NICE and NHS England, budget impact test, 2017' },
    }),
};

const uncertainty: ExampleOption = {
  brings: ['Uncertainty'],
  add: (tables) =>
    more(
      tables,
      'Uncertainty',
      {
        ...{ Parameter: "Prices/'Antiviral course'/course/Discount", Op: 'set', Low: '0.5', High: '0.65' },
        ...{ Distribution: 'beta', P1: '0.56', Source: 'assumption' },
      },
      {
        ...{ Parameter: `Uptake/with/All/'${DAA}'/2016`, Op: 'set', Low: '0.05', High: '0.075' },
        ...{ Distribution: 'pert', P1: '0.0625', Source: 'assumption' },
      },
    ),
};

export const HEPATITIS_C_OPTIONS: readonly ExampleOption[] = [
  persistence,
  regimens,
  tests,
  agreements,
  goals,
  uncertainty,
  delivery,
  combination,
  actuals,
  coming,
];
