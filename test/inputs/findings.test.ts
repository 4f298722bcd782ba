/** Every kind of finding, each from a small workbook with one fault: what it is called, how grave it is, and where it stands. */
import type { Severity } from '../../src/engine/finding';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import type { Snapshot } from '../../src/workbook/workbook';
import { but, computed, faulty, modelWith, PLAIN, plus, settings, snapshotOf, tableOf, wider, type Block } from '../build/snapshot';

type Case = readonly [name: string, snapshot: Snapshot, severity: Severity, code: string, cell: string | null, says: RegExp, mends: RegExp];

const tests = (...rows: Block[1][]): Block => [['Test', 'Order', 'Prevalence', 'Sensitivity', 'Specificity', 'Positive', 'Gate', 'Source'], ...rows];
const agreements = (...rows: Block[1][]): Block => [['Technology', 'Type', 'From', 'To', 'Threshold', 'Rate', 'P1', 'P2', 'Source'], ...rows];
const uptake = (...rows: Block[1][]): Block => [['World', 'Subgroup', 'Technology', 'Unit', 'Curve', 'P1', 'P2', 'P3', '2026', '2027', '2028'], ...rows];
const withCurve = (...row: Block[1]): Block => uptake(['without', 'All', 'Drug B', null, null, null, null, null, 1], row);
const scenario = (...row: Block[1]): Block => [['Scenario', 'Parameter', 'Op', 'Value'], row];
const persistence = (...rows: Block[1][]): Block => [['Technology', 'Since start', 'Unit', 'On treatment'], ...rows];
const regimen = (doseUnit: string, more: readonly string[] = [], ...values: Block[1]): Block =>
  [['Technology', 'Item', 'Dose', 'Dose unit', 'Every', 'Every unit', ...more], ['Drug A', 'Drug A', 2, doseUnit, 3, 'weeks', ...values]];
const contents = (unit: string): Block => [['Item', 'Content', 'Unit', 'List price'], ['Drug A', 100, unit, 1200]];
const cohort: Block = [['Technology', 'Role', 'Accounting'], ['Drug A', 'new', 'cohort'], ['Drug B', 'current', 'cohort']];
const incident: Block = [['Subgroup', 'Step', 'Op', 'Stream', 'Base'], ['Adults', 'New', 'count', 'incident', 1000]];
const cost = (row: Readonly<Record<string, string | number>>): Block => {
  const full = { Technology: 'Drug B', Category: 'Other', Item: 'other', Per: 'patient-year', 'Unit cost': 5, 'Price item': null, Source: 'x', ...row };
  const [headers, ...held] = PLAIN.Costs;
  const added = Object.keys(full).filter((label) => !headers.some((header) => header === label));
  const all = [...headers, ...added];
  return [all, ...held, all.map((label) => (full as Record<string, string | number | null>)[label] ?? null)];
};

const CELLS: readonly Case[] = [
  ['a number stored as text', modelWith({ Prices: but('Prices', 0, 'List price', '1 209,50') }), 'error', 'number-as-text', 'C4', /List price of Drug A is text: “1 209,50”\./, /Retype it as a number: 1209.5\./],
  ['a per cent as text', modelWith({ Prices: but('Prices', 0, 'Discount', '5 %') }), 'error', 'number-as-text', 'D4', /Discount of Drug A is text/, /0\.05/],
  ['full-width digits', modelWith({ Prices: but('Prices', 0, 'List price', '１２００') }), 'error', 'number-as-text', 'C4', /１２００/, /1200/],
  ['a word for a number', modelWith({ Prices: but('Prices', 0, 'List price', 'about 5') }), 'error', 'text-in-number', 'C4', /about 5/, /Type a number from 0 up\./],
  ['text in a year column', modelWith({ Uptake: but('Uptake', 1, '2027', 'n/a') }), 'error', 'text-in-number', 'F5', /2027 of with, Drug A is text/, /share/],
  ['an error value', modelWith({ Prices: but('Prices', 0, 'List price', faulty('#N/A', '=VLOOKUP(1,A:B,2)')) }), 'error', 'error-value', 'C4', /List price of Drug A is #N\/A\./, /VLOOKUP/],
  ['an error value in a key', modelWith({ Technologies: but('Technologies', 0, 'Technology', faulty('#REF!')) }), 'error', 'error-value', 'B4', /#REF!/, /./],
  ['TRUE for a number', modelWith({ Prices: but('Prices', 0, 'Discount', true) }), 'error', 'true-or-false', 'D4', /is TRUE/, /share/],
  ['TRUE for yes', modelWith({ Model: settings(['Baseline year', true]) }), 'error', 'true-or-false', 'C9', /Baseline year is TRUE/, /no, yes/],
  ['a date for a number', modelWith({ Prices: but('Prices', 0, 'List price', { value: 45000, date: true }) }), 'error', 'date', 'C4', /is a date/, /number/],
  ['a date for a year', modelWith({ Model: but('Model', 3, 'Value', { value: 46023, date: true }) }), 'error', 'date', 'C7', /First year is a date/, /2026/],
  ['minus zero', modelWith({ Prices: but('Prices', 0, 'Discount', -0) }), 'error', 'negative-zero', 'D4', /is −0/, /Type 0/],
  ['a number without end', modelWith({ Prices: but('Prices', 0, 'List price', Infinity) }), 'error', 'not-a-number', 'C4', /not a finite number/, /./],
  ['a merged cell', modelWith({ Prices: but('Prices', 0, 'List price', { value: 5, merged: true }) }), 'error', 'merged-cell', 'C4', /merged/, /Unmerge/],
  ['a blank that is required', modelWith({ Technologies: but('Technologies', 0, 'Role', null) }), 'error', 'blank', 'C4', /Role of Drug A is blank/, /for example new/],
  ['a key that is required', modelWith({ Technologies: plus('Technologies', [null, 'current', 'x']) }), 'error', 'blank', 'B6', /Technology of row 6 of BIM_Technologies is blank/, /./],
  ['a share above 1', modelWith({ Prices: but('Prices', 0, 'Discount', 5) }), 'error', 'out-of-bounds', 'D4', /Discount of Drug A is 5\./, /3\.5 % is 0\.035/],
  ['an uptake above 1', modelWith({ Uptake: but('Uptake', 1, '2027', 20) }), 'error', 'out-of-bounds', 'F5', /2027 of with, Drug A is 20/, /0\.2/],
  ['a price below 0', modelWith({ Prices: but('Prices', 0, 'List price', -1) }), 'error', 'out-of-bounds', 'C4', /is -1/, /0 up/],
  ['fewer people than none', modelWith({ Population: but('Population', 0, 'Base', -1000) }), 'error', 'out-of-bounds', 'E4', /Base of Adults, Population is -1000/, /from 0 up/],
  ['more deaths than people', modelWith({ Population: plus('Population', ['Adults', 'Died', 'leave', 1.5, null, 'x']) }), 'error', 'out-of-bounds', 'E6', /1\.5/, /share from 0 to 1/],
  ['a growth like 5 for 5 %', modelWith({ Population: but('Population', 0, 'Growth', 5) }), 'warning', 'unusual', 'F4', /500 %/, /0\.05/],
  ['a word that is not on the list', modelWith({ Technologies: but('Technologies', 0, 'Role', 'nwe') }), 'error', 'unknown-word', 'C4', /“nwe”/, /new is probably meant/],
  ['a number where a word belongs', modelWith({ Technologies: but('Technologies', 0, 'Role', 1) }), 'error', 'unknown-word', 'C4', /“1”/, /new, current or none/],
  ['a setting’s word', modelWith({ Model: settings(['Shares', 'whatever']) }), 'error', 'unknown-word', 'C9', /Shares is “whatever”/, /sum to 1 or normalise/],
  ['a currency', modelWith({ Model: but('Model', 2, 'Value', 'pounds') }), 'error', 'unknown-word', 'C6', /Currency is “pounds”/, /three letters/],
  ['a rounding', modelWith({ Model: settings(['Patients', 'round up']) }), 'error', 'unknown-word', 'C9', /round up/, /truncate/],
  ['eleven years', modelWith({ Model: but('Model', 4, 'Value', 11) }), 'error', 'out-of-bounds', 'C8', /Years is 11/, /1 to 10/],
  ['half a year', modelWith({ Model: but('Model', 4, 'Value', 2.5) }), 'error', 'out-of-bounds', 'C8', /2\.5/, /whole number/],
  ['a later schema', modelWith({ Model: but('Model', 1, 'Value', 2) }), 'error', 'out-of-bounds', 'C5', /Schema is 2/, /1/],
];

const TABLES: readonly Case[] = [
  ['no settings', modelWith({ Model: null }), 'error', 'missing-table', null, /no table BIM_Model/, /template/],
  ['no years', modelWith({ Model: [['Setting', 'Value'], ['First year', 2026]] }), 'error', 'missing-setting', 'B3', /no row “Years”/, /Add it/],
  ['no people', modelWith({ Population: null }), 'error', 'missing-table', null, /BIM_Population is missing/, /funnel/],
  ['no technologies', modelWith({ Technologies: null, Uptake: null, Prices: null, Costs: null }), 'notice', 'missing-table', null, /BIM_Technologies is missing/, /population/],
  ['no uptake', modelWith({ Uptake: null }), 'notice', 'missing-table', null, /BIM_Uptake is missing/, /./],
  ['no costs', modelWith({ Costs: null }), 'notice', 'missing-table', null, /BIM_Costs is missing/, /patients/],
  ['no currency', modelWith({ Model: [['Setting', 'Value'], ['First year', 2026], ['Years', 3]] }), 'notice', 'no-currency', 'B3', /currency/, /GBP/],
  ['a table twice', { ...modelWith(), tables: [...modelWith().tables, tableOf('prices', PLAIN.Prices)] }, 'error', 'duplicate-table', 'B3', /stands twice/, /Keep one/],
  ['a misspelt table', modelWith({ Pricess: PLAIN.Prices }), 'warning', 'unknown-table', 'B3', /BIM_Pricess/, /BIM_Prices/],
  ['a table of one’s own', modelWith({ Remarks: [['a'], [1]] }), 'notice', 'unknown-table', 'B3', /BIM_Remarks/, /Nothing is lost/],
  ['a table of value realisation', modelWith({ Outcomes: [['Technology', 'Benefit'], [null, null], ['Drug A', 'Beds']] }), 'error', 'not-yet-supported', 'B5', /BIM_Outcomes is not yet supported/, /Clear it/],
  ['a column of value realisation', modelWith({ Technologies: wider('Technologies', { Potential: [0.8] }) }), 'error', 'not-yet-supported', 'E4', /Potential of Drug A is not yet supported/, /Clear/],
  ['a setting of value realisation', modelWith({ Model: settings(['Target wait', 8]) }), 'error', 'not-yet-supported', 'C9', /Target wait is not yet supported/, /Clear/],
  ['a column left out', modelWith({ Technologies: [['Technology'], ['Drug A']] }), 'error', 'missing-column', 'B3', /no column “Role”/, /Add it/],
  ['a column twice', modelWith({ Technologies: wider('Technologies', { ROLE: ['new'] }) }), 'error', 'duplicate-column', 'E3', /two columns “Role”/, /Keep one/],
  ['a misspelt column', modelWith({ Prices: wider('Prices', { Discuont: [0.5] }) }), 'warning', 'unknown-column', 'F3', /“Discuont” of BIM_Prices is not read/, /“Discount”/],
  ['a hyphen left out', modelWith({ Prices: wider('Prices', { Markup: [0.5] }) }), 'warning', 'unknown-column', 'F3', /“Markup”/, /“Mark-up”/],
  ['a year that is not read', modelWith({ Prices: wider('Prices', { '2026/27': [5] }) }), 'warning', 'unknown-column', 'F3', /2026\/27/, /2026, or Year 1/],
  ['a column of one’s own', modelWith({ Prices: wider('Prices', { 'Aproved by': ['me'] }) }), 'notice', 'unknown-column', 'F3', /“Aproved by” of BIM_Prices is not read/, /Nothing is lost/],
  ['a row of one’s own', modelWith({ Prices: [['Item', 'List price', 'Discount', 'Mine'], ['Drug A', 1, 0, null], [null, null, null, 'a remark']] }), 'notice', 'unused-row', 'B5', /Row 5 of BIM_Prices/, /Nothing is lost/],
  ['hidden rows', { ...modelWith(), tables: modelWith().tables.map((table) => (table.name === 'BIM_Costs' ? { ...table, hiddenRows: [5] } : table)) }, 'notice', 'hidden-rows', 'B5', /1 hidden row of BIM_Costs is read/, /^$/],
  ['an unknown setting', modelWith({ Model: settings(['Favourite colour', 'blue']) }), 'notice', 'unknown-setting', 'B9', /“Favourite colour”/, /Nothing is lost/],
  ['a misspelt setting', modelWith({ Model: settings(['Discuont rate', 0.035]) }), 'warning', 'unknown-setting', 'B9', /“Discuont rate”/, /“Discount rate”/],
  ['manual calculation', { ...modelWith(), calculated: false }, 'warning', 'manual-calculation', null, /stale/, /F9/],
  ['a setting without use', modelWith({ Model: settings(['Baseline cohort', 'continues']) }), 'notice', 'unused-setting', 'C9', /no baseline year/, /./],
];

const ROWS: readonly Case[] = [
  ['the same row twice', modelWith({ Prices: plus('Prices', ['drug a', 5]) }), 'error', 'duplicate-row', 'B5', /same Item and Pack as row 4/, /Keep one/],
  ['the same setting twice', modelWith({ Model: settings(['years', 4]) }), 'error', 'duplicate-row', 'B9', /row 8/, /Keep one/],
  ['the same cost twice', modelWith({ Costs: plus('Costs', PLAIN.Costs[2]) }), 'warning', 'duplicate-row', 'B6', /as row 5/, /Both are counted/],
  ['two costs of one name', modelWith({ Costs: plus('Costs', ['Drug B', 'Acquisition', 'drug', 'patient-year', 5]) }), 'notice', 'duplicate-row', 'B6', /as row 5/, /Both are counted/],
  ['an unknown technology', modelWith({ Uptake: plus('Uptake', ['with', 'All', 'Drug AA', 0, 0, 0]) }), 'error', 'unknown-name', 'D7', /“Drug AA”, which BIM_Technologies does not name/, /“Drug A” is probably meant/],
  ['an unknown subgroup', modelWith({ Uptake: plus('Uptake', ['with', 'Children', 'Drug A', 0, 0, 0]) }), 'error', 'unknown-name', 'C7', /“Children”/, /BIM_Population has: Adults/],
  ['an unknown price', modelWith({ Costs: cost({ 'Price item': 'Drug C', 'Unit cost': '' }) }), 'error', 'unknown-name', 'G6', /“Drug C”, which BIM_Prices/, /“Drug A”/],
  ['no prices at all', modelWith({ Prices: null }), 'error', 'unknown-name', 'G4', /BIM_Prices does not name/, /names none/],
  ['an unknown step', modelWith({ Costs: cost({ Per: 'step', Step: 'Diagnosd' }) }), 'error', 'unknown-name', 'I6', /“Diagnosd”/, /“Diagnosed”/],
  ['a row without a value', modelWith({ Population: but('Population', 1, 'Base', null) }), 'error', 'no-value', 'E5', /Adults, Diagnosed has no value/, /never 0/],
  ['a cost without a value', modelWith({ Costs: but('Costs', 1, 'Unit cost', null) }), 'error', 'no-value', 'F5', /Drug B, Acquisition, drug has no value/, /./],
  ['an uptake without a value', modelWith({ Uptake: plus('Uptake', ['with', 'Adults', 'Drug A']) }), 'error', 'no-value', 'B7', /with, Adults, Drug A has no value/, /./],
  ['a first year left blank', modelWith({ Uptake: but('Uptake', 1, '2026', null) }), 'error', 'no-first-value', 'E5', /2026 of with, Drug A is blank/, /first year/],
  ['growth of nothing', modelWith({ Costs: [['Technology', 'Category', 'Per', '2026', 'Growth'], ['Drug A', 'Other', 'year', 5, 0.1], ['Drug B', 'Other', 'year', 5]] }), 'notice', 'unused-growth', 'F4', /Growth of Drug A, Other is not used/, /repeated/],
  ['years out of order', modelWith({ Uptake: [['World', 'Technology', '2027', '2026', '2028'], ['without', 'Drug B', 1, 1, 1]] }), 'error', 'years-out-of-order', 'E3', /“2026” of BIM_Uptake stands after a later year/, /in order/],
  ['the same year twice', modelWith({ Uptake: [['World', 'Technology', '2026', 'Year 1'], ['without', 'Drug B', 1, 1]] }), 'error', 'duplicate-year', 'E3', /“2026” and “Year 1” of BIM_Uptake are the same year/, /Keep one/],
  ['a year outside', modelWith({ Uptake: wider('Uptake', { 2031: [1] }) }), 'notice', 'year-outside', 'I3', /“2031”/, /not used/],
  ['a baseline without a baseline year', modelWith({ Population: wider('Population', { Baseline: [5] }) }), 'notice', 'year-outside', 'H3', /“Baseline”/, /not used/],
];

const MODEL: readonly Case[] = [
  ['a funnel without a count', modelWith({ Population: [['Subgroup', 'Step', 'Op', 'Base'], ['Adults', 'Diagnosed', 'x', 0.1]] }), 'error', 'no-count', 'D4', /prevalent funnel of Adults starts with “x”/, /count of people/],
  ['a second count', modelWith({ Population: plus('Population', ['Adults', 'More', 'count', 5]) }), 'error', 'second-count', 'D6', /counts a second time/, /\+/],
  ['prevalent people in cohorts', modelWith({ Technologies: cohort }), 'error', 'prevalent-cohort', 'D4', /Drug A is followed by cohorts, and Adults has a prevalent funnel/, /incident/],
  ['a subgroup without uptake', modelWith({ Population: plus('Population', ['Children', 'Children', 'count', 5, null, 'x']), Uptake: [['World', 'Subgroup', 'Technology', '2026'], ['without', 'Adults', 'Drug B', 1], ['with', 'Adults', 'Drug A', 1]] }), 'notice', 'subgroup-without-uptake', 'B6', /Children has no row/, /takes no part/],
  ['a technology without uptake', modelWith({ Technologies: plus('Technologies', ['Drug C', 'current', 'x']) }), 'notice', 'technology-without-uptake', 'B6', /Drug C has no row in BIM_Uptake/, /Nobody/],
  ['a curve without its parameters', modelWith({ Uptake: withCurve('with', 'All', 'Drug A', null, 'linear', 0, null, 3) }), 'error', 'blank', 'H5', /P2 of with, Drug A is blank/, /linear needs it/],
  ['parameters without a curve', modelWith({ Uptake: withCurve('with', 'All', 'Drug A', null, null, 0.5, null, null, 1) }), 'notice', 'unused-parameter', 'G5', /no Curve/, /not used/],
  ['a curve that ends in no time', modelWith({ Uptake: withCurve('with', 'All', 'Drug A', null, 'linear', 0, 0.5, 0) }), 'error', 'out-of-bounds', 'I5', /P3 of with, Drug A is 0/, /above 0/],
  ['a ceiling above 1', modelWith({ Uptake: withCurve('with', 'All', 'Drug A', null, 'logistic', 20, 2, 1) }), 'error', 'out-of-bounds', 'G5', /P1 of with, Drug A is 20/, /0\.2/],
  ['a technology where a number belongs', modelWith({ Uptake: withCurve('with', 'All', 'Drug A', null, 'linear', 'Drug B', 0.5, 3) }), 'error', 'text-in-number', 'G5', /“Drug B”/, /analogue/],
  ['an analogue of nothing', modelWith({ Uptake: withCurve('with', 'All', 'Drug A', null, 'analogue', null, 1) }), 'error', 'blank', 'G5', /P1 of with, Drug A is blank/, /Technology/],
  ['an analogue that nobody has', modelWith({ Uptake: withCurve('with', 'All', 'Drug A', null, 'analogue', 'Drug C', 1) }), 'error', 'unknown-name', 'G5', /no row in BIM_Uptake in the world with/, /./],
  ['analogues in a circle', modelWith({ Uptake: uptake(['without', 'All', 'Drug B', null, null, null, null, null, 1], ['with', 'All', 'Drug A', null, 'analogue', 'Drug B', 1], ['with', 'All', 'Drug B', null, 'analogue', 'Drug A', 1]) }), 'error', 'analogue-circle', 'G5', /circle: Drug A → Drug B → Drug A/, /curve of its own/],
  ['a current technology that displaces', modelWith({ Displacement: [['Technology', 'Displaced', 'Share'], ['Drug B', 'Drug B', 1]] }), 'error', 'displacement-role', 'B4', /not a new technology/, /Role/],
  ['a new technology that gives way', modelWith({ Displacement: [['Technology', 'Displaced', 'Share'], ['Drug A', 'Drug A', 1]] }), 'error', 'displacement-role', 'C4', /not displaced/, /./],
  ['displacement of more than all', modelWith({ Displacement: [['Technology', 'Displaced', 'Share'], ['Drug A', 'Drug B', 0.9]] }), 'warning', 'displacement-sum', 'D4', /add up to 0\.9/, /add up to 1/],
  ['persistence without its parameter', modelWith({ Population: incident, Technologies: [['Technology', 'Role', 'Accounting', 'Persistence', 'P1'], ['Drug A', 'new', 'cohort', 'exponential'], ['Drug B', 'current']] }), 'error', 'blank', 'F4', /P1 of Drug A is blank/, /exponential needs it/],
  ['persistence without its table', modelWith({ Technologies: wider('Technologies', { Persistence: ['table'] }) }), 'error', 'no-persistence', 'E4', /no row in BIM_Persistence/, /points/],
  ['persistence that rises', modelWith({ Technologies: wider('Technologies', { Persistence: ['table'] }), Persistence: persistence(['Drug A', 0, 'months', 1], ['Drug A', 1, 'year', 0.5], ['Drug A', 18, 'month', 0.6]) }), 'error', 'persistence-rises', 'E6', /rises from 0\.5 to 0\.6/, /do not come back/],
  ['one time twice', modelWith({ Technologies: wider('Technologies', { Persistence: ['table'] }), Persistence: persistence(['Drug A', 12, 'month', 1], ['Drug A', 1, 'year', 0.5]) }), 'error', 'duplicate-row', 'C5', /two points at 12 months/, /Keep one/],
  ['persistence that nothing asks for', modelWith({ Persistence: persistence(['Drug A', 0, 'month', 1]) }), 'notice', 'unused-row', 'B4', /Persistence is all/, /not used/],
  ['persistence of a stock', modelWith({ Technologies: wider('Technologies', { Persistence: ['exponential'], P1: [0.1] }) }), 'notice', 'unused-persistence', 'E4', /stock/, /./],
  ['discontinuation of a cohort', modelWith({ Population: incident, Technologies: [['Technology', 'Role', 'Accounting', 'Discontinuation'], ['Drug A', 'new', 'cohort', 0.1], ['Drug B', 'current', 'cohort']] }), 'notice', 'unused-discontinuation', 'E4', /cohorts/, /./],
  ['packs without content', modelWith({ Prices: [['Item', 'Pack', 'Content', 'List price'], ['Drug A', 'S', 1, 1], ['Drug A', 'L', null, 2]] }), 'error', 'blank', 'D5', /Content of Drug A, L is blank/, /sizes/],
  ['a dose in another unit', modelWith({ Prices: contents('ml'), Regimens: regimen('mg') }), 'error', 'unit-mismatch', 'E4', /dosed in mg, and priced by the ml/, /one unit/],
  ['a dose by weight without a weight', modelWith({ Prices: contents('mg'), Regimens: regimen('mg/kg') }), 'error', 'no-weight', 'E4', /weight, which BIM_Patients does not give for Adults/, /All/],
  ['a dose by surface without a surface', modelWith({ Prices: contents('mg'), Regimens: regimen('mg/m²'), Patients: [['Subgroup', 'Weight'], ['All', 80]] }), 'error', 'no-weight', 'E4', /body surface/, /BSA/],
  ['nothing but waste', modelWith({ Prices: contents('mg'), Regimens: regimen('mg', ['Wastage'], 1) }), 'error', 'out-of-bounds', 'H4', /all of it is wasted/, /below 1/],
  ['a price that nothing asks for', modelWith({ Prices: plus('Prices', ['Drug C', 5, 0, 'x']) }), 'notice', 'unused-row', 'B5', /“Drug C”/, /not used/],
  ['two prices', modelWith({ Costs: cost({ 'Price item': 'Drug A' }) }), 'error', 'two-prices', 'G6', /a Unit cost and a Price item/, /Clear one/],
  ['a step that is not said', modelWith({ Costs: cost({ Per: 'step' }) }), 'error', 'blank', 'B6', /Step of Drug B, Other, other is blank/, /Per step/],
  ['a step without use', modelWith({ Costs: cost({ Step: 'Diagnosed' }) }), 'notice', 'unused-step', 'I6', /per patient-year/, /./],
  ['leavers without use', modelWith({ Costs: cost({ Per: 'start', Leavers: 0.5 }) }), 'notice', 'unused-leavers', 'I6', /per start/, /^$/],
  ['a dose without a regimen', modelWith({ Costs: cost({ Per: 'dose' }) }), 'error', 'no-regimen', 'D6', /no such Item for Drug B/, /Item/],
  ['a treatment year without cohorts', modelWith({ Costs: cost({ 'Treatment year': '3+' }) }), 'error', 'needs-cohorts', 'I6', /3\+, and Drug B is counted as stock/, /1 and 2\+/],
  ['a treatment year that is none', modelWith({ Costs: cost({ 'Treatment year': 'second' }) }), 'error', 'unknown-word', 'I6', /“second”/, /2\+/],
  ['a technology that costs nothing', modelWith({ Costs: [['Technology', 'Category', 'Per', 'Price item'], ['Drug A', 'Acquisition', 'patient-year', 'Drug A']] }), 'notice', 'no-cost', 'B5', /Drug B has no price and no cost/, /./],
  ['a payer who pays nothing', modelWith({ Model: settings(['Payer', 'NHS']), Costs: cost({ Payer: 'Patients' }) }), 'notice', 'payer-unknown', 'C9', /“NHS” is in no Payer column/, /Patients/],
  ['rows without a source', modelWith({ Prices: but('Prices', 0, 'Source', null) }), 'notice', 'no-source', 'E4', /The row of BIM_Prices has no source/, /reviewer/],
  ['tables without sources', modelWith({ Prices: [['Item', 'List price'], ['Drug A', 5]] }), 'notice', 'no-source', 'B3', /BIM_Prices has no Source column/, /reviewer/],
];

const MORE: readonly Case[] = [
  ['an agreement without its rate', modelWith({ Agreements: agreements(['Drug A', 'discount']) }), 'error', 'blank', 'G4', /Rate of Drug A, discount is blank/, /discount needs it/],
  ['a rate above 1', modelWith({ Agreements: agreements(['Drug A', 'discount', null, null, null, 25]) }), 'error', 'out-of-bounds', 'G4', /Rate of Drug A, discount is 25/, /0\.25/],
  ['no instalments', modelWith({ Agreements: agreements(['Drug A', 'annuity', null, null, null, 0.05, 0]) }), 'error', 'out-of-bounds', 'H4', /P1 of Drug A, annuity is 0/, /above 0/],
  ['a word that the type does not know', modelWith({ Agreements: agreements(['Drug A', 'dose cap', null, null, null, null, 5, 'day']) }), 'error', 'unknown-word', 'I4', /“day”/, /year or course/],
  ['a number for a word', modelWith({ Agreements: agreements(['Drug A', 'annuity', null, null, null, null, 5, 1]) }), 'error', 'unknown-word', 'I4', /P2 of Drug A, annuity is 1/, /yes or no/],
  ['a word for a number', modelWith({ Agreements: agreements(['Drug A', 'outcome refund', null, null, null, 0.5, 0.5, 'most']) }), 'error', 'unknown-word', 'I4', /“most”/, /number/],
  ['an agreement that ends before it begins', modelWith({ Agreements: agreements(['Drug A', 'discount', 2028, 2, null, 0.1]) }), 'error', 'years-out-of-order', 'E4', /ends in 2027, before it begins in 2028/, /From/],
  ['an agreement of other years', modelWith({ Agreements: agreements(['Drug A', 'discount', 2040, null, null, 0.1]) }), 'notice', 'year-outside', 'D4', /in no year of the model/, /./],
  ['two discounts at once', modelWith({ Agreements: agreements(['Drug A', 'discount', 2026, 2027, null, 0.1], ['Drug A', 'discount', 2027, 2028, null, 0.2]) }), 'error', 'bands-overlap', 'D5', /rows 4 and 5/, /From and To/],
  ['two bands from one threshold', modelWith({ Agreements: agreements(['Drug A', 'tiers', 2026, 2027, 100, 0.1], ['Drug A', 'tiers', 2027, 2028, 100, 0.2]) }), 'error', 'bands-overlap', 'F5', /rows 4 and 5/, /Threshold of its own/],
  ['a gap below the lowest band', modelWith({ Agreements: agreements(['Drug A', 'tiers', null, null, 100, 0.1], ['Drug A', 'tiers', null, null, 200, 0.2]) }), 'notice', 'bands-gap', 'F4', /begins at 100/, /nothing is taken off/],
  ['sensitivity above 1', modelWith({ Tests: tests(['CT', 1, 0.1, 1.2, 0.9]) }), 'error', 'out-of-bounds', 'E4', /Sensitivity of CT is 1\.2/, /share/],
  ['two ways to say who is positive', modelWith({ Tests: tests(['CT', 1, 0.1, 0.8, 0.9, 0.2]) }), 'error', 'two-accuracies', 'G4', /Positive, and Prevalence/, /alone/],
  ['half an accuracy', modelWith({ Tests: tests(['CT', 1, 0.1, 0.8]) }), 'error', 'blank', 'F4', /Specificity of CT is blank/, /go together/],
  ['no prevalence', modelWith({ Tests: tests(['CT', 1, null, 0.8, 0.9]) }), 'error', 'blank', 'D4', /Prevalence of CT is blank/, /first test/],
  ['a prevalence too many', modelWith({ Tests: tests(['AI', 1, 0.1, 0.9, 0.5, null, 'yes'], ['CT', 2, 0.1, 0.8, 0.9]) }), 'notice', 'unused-prevalence', 'D5', /earlier gated test/, /first test/],
  ['a gate that lets nobody through', modelWith({ Tests: tests(['CT', 1, null, null, null, null, 'yes']) }), 'error', 'gate-without-result', 'H4', /does not say how many are positive/, /Positive/],
  ['a scenario called Base', modelWith({ Scenarios: scenario('base', 'Prices/Drug A/List price', 'x', 2) }), 'error', 'reserved-name', 'B4', /called Base/, /another name/],
  ['an address of no row', modelWith({ Scenarios: scenario('Dear', 'Prices/Drug AA/List price', 'x', 2) }), 'error', 'unknown-parameter', 'C4', /No row of BIM_Prices matches “Drug AA”/, /“Drug A” is probably meant/],
  ['an address of no column', modelWith({ Scenarios: scenario('Dear', 'Prices/Drug A/List prise', 'x', 2) }), 'error', 'unknown-parameter', 'C4', /no column “List prise”/, /“List price”/],
  ['an address of no table', modelWith({ Scenarios: scenario('Dear', 'Price/Drug A/List price', 'x', 2) }), 'error', 'unknown-parameter', 'C4', /“Price” is no input table/, /Prices/],
  ['an address of a table that is not there', modelWith({ Scenarios: scenario('Dear', 'Tests/CT/Positive', 'x', 2) }), 'error', 'unknown-parameter', 'C4', /no table BIM_Tests/, /./],
  ['an address too short', modelWith({ Scenarios: scenario('Dear', 'Costs/Drug A/Unit cost', 'x', 2) }), 'error', 'unknown-parameter', 'C4', /parts of an address/, /Costs\/Technology\/Subgroup\/Category\/\[Item\]\/Column/],
  ['an open quote', modelWith({ Scenarios: scenario('Dear', "Prices/'Drug A/List price", 'x', 2) }), 'error', 'unknown-parameter', 'C4', /quotes/, /single quotes/],
  ['an address of a year outside', modelWith({ Scenarios: scenario('Dear', 'Prices/Drug A/2031', 'x', 2) }), 'error', 'unknown-parameter', 'C4', /outside the years/, /Year 1/],
  ['an address of a key', modelWith({ Scenarios: scenario('Dear', 'Prices/Drug A/Item', 'set', 'B') }), 'error', 'unknown-parameter', 'C4', /names the row/, /value/],
  ['an address of a later part', modelWith({ Scenarios: scenario('Dear', 'Tasks/B/Cost', 'set', 5) }), 'error', 'not-yet-supported', 'C4', /not yet supported/, /value realisation/],
  ['an address of a setting that is none', modelWith({ Scenarios: scenario('Dear', 'Model/Colour/Value', 'set', 5) }), 'error', 'unknown-parameter', 'C4', /no setting “Colour”/, /Title/],
  ['a word times two', modelWith({ Scenarios: scenario('Dear', 'Technologies/Drug A/Role', 'x', 2) }), 'error', 'not-a-number', 'C4', /holds text/, /numbers/],
  ['a factor in words', modelWith({ Scenarios: scenario('Dear', 'Prices/Drug A/List price', 'x', 'double') }), 'error', 'text-in-number', 'E4', /“double”/, /Op x needs a number/],
  ['a number as text in a scenario', modelWith({ Scenarios: scenario('Dear', 'Prices/Drug A/List price', 'x', '0.5') }), 'error', 'number-as-text', 'E4', /“0\.5”/, /Retype it as a number: 0\.5/],
  ['a scenario without a value', modelWith({ Scenarios: scenario('Dear', 'Prices/Drug A/List price', 'x', null) }), 'error', 'blank', 'E4', /is blank/, /./],
  ['a goal of words', modelWith({ Goals: [['Goal', 'Parameter', 'Target'], ['Neutral', 'Technologies/Drug A/Role', 0]] }), 'error', 'not-a-number', 'C4', /holds text/, /./],
  ['a goal in other years', modelWith({ Goals: [['Goal', 'Parameter', 'Target', 'Years'], ['Neutral', 'Prices/Drug A/List price', 0, '2027-2030']] }), 'error', 'year-outside', 'E4', /2029, 2030/, /2026 to 2028/],
  ['uncertainty', modelWith({ Uncertainty: [['Parameter', 'Distribution', 'P1', 'P2'], ['Prices/Drug A/List price', 'gamma', 1200, 100]] }), 'notice', 'not-yet-supported', 'B4', /draws are not made yet/, /as typed/],
  ['a distribution without its error', modelWith({ Uncertainty: [['Parameter', 'Distribution', 'P1', 'P2'], ['Prices/Drug A/List price', 'gamma', 1200]] }), 'error', 'blank', 'E4', /P2 of Prices\/Drug A\/List price is blank/, /gamma needs it/],
  ['a range upside down', modelWith({ Uncertainty: [['Parameter', 'Low', 'High'], ['Prices/Drug A/List price', 5, 1]] }), 'error', 'low-above-high', 'C4', /above High/, /smaller/],
  ['an uncertain nothing', modelWith({ Uncertainty: [['Parameter', 'Distribution', 'P1', 'P2'], ['Prices/Drug Z/List price', 'gamma', 1200, 1]] }), 'error', 'unknown-parameter', 'B4', /Drug Z/, /Drug A/],
];

test('the plain model has no fault', () => {
  const { findings, assumptions } = readAssumptions(modelWith());
  expect(findings).toEqual([]);
  expect(assumptions).not.toBeNull();
});

describe.each([['cells', CELLS], ['tables', TABLES], ['rows', ROWS], ['the model', MODEL], ['deals, tests and stress', MORE]] as const)('%s', (_, cases) => {
  test.each(cases)('%s', (__, snapshot, severity, code, cell, says, mends) => {
    const { findings, assumptions } = readAssumptions(snapshot);
    const found = findings.find((finding) => finding.code === code && finding.severity === severity && (finding.at?.cell ?? null) === cell && says.test(finding.message));
    expect(found ?? findings.map(({ severity: s, code: c, at, message }) => `${s} ${c} ${at?.cell ?? ''} ${message}`)).toMatchObject({ severity, code });
    expect(found?.remedy).toMatch(mends);
    if (cell !== null) {
      expect(found?.at?.table).toMatch(/^BIM_/);
      expect(`${found?.at?.sheet ?? ''}`).not.toBe('');
      expect(found?.at?.cell.endsWith(String(found.at.row))).toBe(true);
    }
    expect(assumptions === null).toBe(findings.some((finding) => finding.severity === 'error'));
  });
});

test('all errors are listed at once', () => {
  const { findings, assumptions } = readAssumptions(modelWith({
    Prices: [['Item', 'List price', 'Discount'], ['Drug A', '12', '5 %']],
    Costs: but('Costs', 1, 'Unit cost', faulty('#DIV/0!')),
    Uptake: plus('Uptake', ['sideways', 'All', 'Drug C', 'x', true, -0]),
  }));
  expect(findings.filter(({ severity }) => severity === 'error').map(({ code }) => code).sort()).toEqual(
    ['error-value', 'negative-zero', 'number-as-text', 'number-as-text', 'text-in-number', 'true-or-false', 'unknown-name', 'unknown-word'].sort());
  expect(assumptions).toBeNull();
});

test('a formula that shows nothing is blank', () => {
  const { findings } = readAssumptions(modelWith({ Costs: but('Costs', 1, 'Unit cost', computed('=IF(1,"","")', '')) }));
  expect(findings.map(({ code }) => code)).toContain('no-value');
  expect(snapshotOf({}).tables).toEqual([]);
});
