/** What each table holds and can hardly be meant, or is not used: one small workbook a rule. */
import { but, modelWith, plus, settings, wider, type Block } from '../../build/snapshot';
import {
  agreements,
  cohort,
  contents,
  cost,
  faults,
  incident,
  persistence,
  regimen,
  withCurve,
  type Case,
} from './cases';

const chain = (...rows: Block[1][]): Block => [
  ['Test', 'Order', 'Step', 'Prevalence', 'Sensitivity', 'Specificity', 'Positive', 'Gate', 'Combination'],
  ...rows,
];
const prices = (headers: readonly string[], ...rows: Block[1][]): Block => [['Item', ...headers], ...rows];
const body = (...row: Block[1]): Block => [['Subgroup', 'Weight', 'Weight SD'], row];

const PEOPLE: readonly Case[] = [
  [
    'a bolus that comes again',
    modelWith({
      Population: [
        ['Subgroup', 'Step', 'Op', 'Stream', '2026', '2027', '2028'],
        ['Adults', 'Backlog', 'count', 'bolus', 100, 50, 0],
      ],
    }),
    ...(['notice', 'unused-year', 'G4', /enters once/, /incident/] as const),
  ],
  [
    'a step that makes people more',
    modelWith({ Population: but('Population', 1, 'Base', 3) }),
    ...(['notice', 'funnel-widens', 'E5', /by 3/, /fraction/] as const),
  ],
  [
    'nothing new',
    modelWith({ Technologies: but('Technologies', 0, 'Role', 'current') }),
    ...(['notice', 'no-new-technology', 'B4', /Role new/, /decided upon/] as const),
  ],
  [
    'two kinds of untreated people, both left out',
    modelWith({ Technologies: plus('Technologies', ['Nothing', 'none', 'x'], ['Waiting', 'none', 'x']) }),
    ...(['notice', 'second-none', 'B7', /Nothing and Waiting/, /left to 1/] as const),
  ],
  [
    'a hazard of a month typed as one of a year, in per cents',
    modelWith({ Technologies: wider('Technologies', { Persistence: ['exponential'], P1: [30] }) }),
    ...(['warning', 'unusual', 'F4', /30 a year/, /5 % a month is 0\.6/] as const),
  ],
  [
    'a parameter that the persistence does not ask for',
    modelWith({ Technologies: wider('Technologies', { Persistence: ['course'], 'Course months': [6], P1: [0.3] }) }),
    ...(['notice', 'unused-parameter', 'G4', /P1 of Drug A is not used: Persistence course/, /Clear it/] as const),
  ],
  [
    'a curve of persistence that begins late',
    modelWith({
      Technologies: wider('Technologies', { Persistence: ['table'] }),
      Persistence: persistence(['Drug A', 6, 'months', 0.8]),
    }),
    ...(['notice', 'persistence-start', 'C4', /at 6 months/, /straight line/] as const),
  ],
  [
    'and one that ends early',
    modelWith({
      Technologies: wider('Technologies', { Persistence: ['table'] }),
      Persistence: persistence(['Drug A', 0, 'months', 1], ['Drug A', 1, 'year', 0.5]),
    }),
    ...(['notice', 'persistence-end', 'C5', /at 12 months, and 36 are followed/, /stays at 0\.5/] as const),
  ],
  [
    'a curve with a parameter too many',
    modelWith({ Uptake: [...withCurve('with', 'All', 'Drug A', null, 'step', 0.2, 2, 5)] }),
    ...(['notice', 'unused-parameter', 'I5', /P3 of with, Drug A is not used: Curve step/, /Clear it/] as const),
  ],
  [
    'more innovators than people',
    modelWith({ Uptake: withCurve('with', 'All', 'Drug A', null, 'bass discrete', 0.5, 2, 3) }),
    ...(['error', 'out-of-bounds', 'H5', /P2 of with, Drug A is 2/, /from 0 to 1/] as const),
  ],
  [
    'displacement from a technology that is typed',
    modelWith({
      Displacement: [
        ['Technology', 'Displaced', 'Share'],
        ['Drug A', 'Drug B', 1],
      ],
    }),
    ...(['notice', 'unused-displacement', 'C4', /has a row in the world with/, /give way/] as const),
  ],
];

const MONEY: readonly Case[] = [
  [
    'a fee that leaves less than nothing',
    modelWith({ Prices: prices(['List price', 'Discount', 'Fee'], ['Drug A', 100, 0.5, -51]) }),
    ...(['error', 'negative-price', 'E4', /-51, more than the price/, /below 0/] as const),
  ],
  [
    'or will, once the price has fallen',
    modelWith({ Prices: prices(['List price', 'Growth', 'Fee'], ['Drug A', 100, -0.5, -20]) }),
    ...(['error', 'negative-price', 'E4', /-20, more than the price/, /below 0/] as const),
  ],
  [
    'a fee that is not typed',
    modelWith({ Prices: prices(['List price', 'Fee per'], ['Drug A', 100, 'dispensing']) }),
    ...(['notice', 'unused-parameter', 'D4', /no Fee is typed/, /not used/] as const),
  ],
  [
    'packs measured in two units',
    modelWith({
      Prices: prices(
        ['Pack', 'Content', 'Unit', 'List price'],
        ['Drug A', 'S', 100, 'mg', 5],
        ['Drug A', 'L', 1, 'g', 9],
      ),
    }),
    ...(['error', 'unit-mismatch', 'E5', /measured in g/, /one unit/] as const),
  ],
  [
    'a regimen that nobody buys',
    modelWith({ Prices: contents('mg'), Regimens: [...regimen('mg'), ['Drug B', 'Drug A', 1, 'mg', 1, 'day']] }),
    ...(['notice', 'unused-row', 'B5', /regimen Drug B, Drug A/, /Price item/] as const),
  ],
  [
    'a quantity in place of the regimen',
    modelWith({ Prices: contents('mg'), Regimens: regimen('mg'), Costs: wider('Costs', { Quantity: [3] }) }),
    ...(['notice', 'unused-regimen', 'I4', /stands in place of the units/, /blank/] as const),
  ],
  [
    'a cap below every dose',
    modelWith({ Prices: contents('mg'), Regimens: regimen('mg', ['Max dose'], 1) }),
    ...(['notice', 'dose-capped', 'H4', /below its Dose/, /weight or surface/] as const),
  ],
  [
    'a spread as wide as the mean',
    modelWith({ Prices: contents('mg'), Regimens: regimen('mg/kg'), Patients: body('All', 80, 256) }),
    ...(['warning', 'unusual', 'D4', /as large as the mean/, /variance/] as const),
  ],
  [
    'a spread without a mean',
    modelWith({
      Patients: [
        ['Subgroup', 'BSA', 'BSA SD'],
        ['All', null, 0.2],
      ],
    }),
    ...(['error', 'blank', 'C4', /its SD is typed/, /needs its mean/] as const),
  ],
  [
    'weights that no dose goes by',
    modelWith({ Patients: body('All', 80, 16) }),
    ...(['notice', 'unused-row', 'B4', /by weight or surface/, /not used/] as const),
  ],
  [
    'a category that is nearly the one agreements act on',
    modelWith({ Costs: cost({ Category: 'Aquisition' }) }),
    ...(['warning', 'category-meant', 'C6', /“Aquisition”/, /“Acquisition” is probably meant/] as const),
  ],
  [
    'an offset that costs',
    modelWith({ Costs: cost({ Category: 'Offsets' }) }),
    ...(['warning', 'offset-costs', 'F6', /above 0/, /negative/] as const),
  ],
  [
    'a medicine that pays',
    modelWith({ Costs: cost({ Category: 'Acquisition', 'Unit cost': -5 }) }),
    ...(['notice', 'negative-acquisition', 'F6', /below 0/, /BIM_Agreements/] as const),
  ],
  [
    'a fixed sum in both worlds',
    modelWith({ Costs: cost({ Technology: 'All', Category: 'Implementation', Per: 'year', World: '' }) }),
    ...(['notice', 'both-worlds', 'I6', /in both worlds/, /with under World/] as const),
  ],
];

const DEALS: readonly Case[] = [
  [
    'an agreement with nothing to act on',
    modelWith({
      Costs: but('Costs', 0, 'Category', 'Medicines'),
      Agreements: agreements(['Drug A', 'discount', null, null, null, 0.1]),
    }),
    ...([
      'warning',
      'nothing-to-act-on',
      'B4',
      /Drug A has no cost row of category Acquisition/,
      /that category/,
    ] as const),
  ],
  [
    'a term that the type does not ask for',
    modelWith({ Agreements: agreements(['Drug A', 'discount', null, null, 500, 0.1]) }),
    ...(['notice', 'unused-parameter', 'F4', /Type discount does not ask for it/, /Clear it/] as const),
  ],
  [
    'half an instalment',
    modelWith({ Agreements: agreements(['Drug A', 'annuity', null, null, null, null, 2.5]) }),
    ...(['error', 'out-of-bounds', 'H4', /2\.5/, /whole number/] as const),
  ],
  [
    'an assessment after more than a year',
    modelWith({ Agreements: agreements(['Drug A', 'pay on response', null, null, null, null, 0.6, 15]) }),
    ...(['notice', 'assessment-late', 'I4', /15 months/, /first year/] as const),
  ],
  [
    'two terms of one group',
    modelWith({
      Agreements: [
        ['Technology', 'Group', 'Type', 'P1'],
        ['Drug A', 'Both', 'subscription', 100],
        ['Drug B', 'Both', 'subscription', 200],
      ],
    }),
    ...(['warning', 'group-terms', 'E5', /not that of Drug A/, /same terms/] as const),
  ],
];

const TESTS: readonly Case[] = [
  [
    'a test worse than chance',
    modelWith({ Tests: chain(['CT', 1, null, 0.1, 0.8, 0.1]) }),
    ...(['warning', 'worse-than-chance', 'F4', /add up to 0\.9/, /false positives/] as const),
  ],
  [
    'a test beside none',
    modelWith({ Tests: chain(['CT', 1, null, 0.1, 0.8, 0.9, null, null, 'parallel']) }),
    ...(['error', 'nothing-beside', 'J4', /no test of its chain comes before/, /serial/] as const),
  ],
  [
    'a step of its own beside another test',
    modelWith({
      Tests: chain(['CT', 1, null, 0.1, 0.8, 0.9], ['MR', 2, 'Diagnosed', null, 0.8, 0.9, null, null, 'parallel']),
    }),
    ...(['notice', 'unused-parallel', 'D5', /Step of MR is not used/, /first of the tests/] as const),
  ],
  [
    'a test beside a gate that does not tell',
    modelWith({
      Tests: chain(
        ['CT', 1, null, 0.1, 0.8, 0.9, null, 'yes'],
        ['MR', 2, null, null, null, null, null, null, 'parallel'],
      ),
    }),
    ...(['error', 'gate-without-result', 'I5', /does not say how many/, /Type Positive/] as const),
  ],
  [
    'a gate before the end of the funnel',
    modelWith({ Tests: chain(['CT', 1, 'Population', null, null, null, 0.5, 'yes']) }),
    ...(['notice', 'steps-skipped', 'D4', /positives are the eligible/, /not applied/] as const),
  ],
];

const SETTINGS: readonly Case[] = [
  [
    'mid-year entry of a stock',
    modelWith({ Model: settings(['Entry', 'mid-year']) }),
    ...(['notice', 'unused-setting', 'C9', /no technology is counted by cohorts/, /yearly cohorts/] as const),
  ],
  [
    'mid-year entry of cohorts by month',
    modelWith({
      Model: settings(['Step', 'month'], ['Entry', 'mid-year']),
      Technologies: cohort,
      Population: incident,
    }),
    ...(['notice', 'unused-setting', 'C10', /followed by month/, /yearly cohorts/] as const),
  ],
  [
    'a step of a stock',
    modelWith({ Model: settings(['Step', 'month']) }),
    ...(['notice', 'unused-setting', 'C9', /Step is set/, /stock accounting/] as const),
  ],
  [
    'where nothing is discounted',
    modelWith({ Model: settings(['Discount from', 'first year']) }),
    ...(['notice', 'unused-setting', 'C9', /rate is 0/, /first/] as const),
  ],
  [
    'where nothing is tested',
    modelWith({ Model: settings(['Test years', 2]) }),
    ...(['notice', 'unused-setting', 'C9', /no Test threshold/, /threshold/] as const),
  ],
];

describe('people', () => {
  faults(PEOPLE);
});
describe('prices, doses and costs', () => {
  faults(MONEY);
});
describe('agreements', () => {
  faults(DEALS);
});
describe('tests', () => {
  faults(TESTS);
});
describe('settings', () => {
  faults(SETTINGS);
});
