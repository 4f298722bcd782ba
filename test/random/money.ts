/** Random BIM_Prices, BIM_Costs and BIM_Scenarios of the core tables. */
import { byYear } from './frame';
import type { Frame } from './frame';
import { addressOf } from './draw';
import type { Row } from './draw';
import { FIRST_STEP } from './people';

export const ITEMS = ['Vial', 'Tablet', 'Test/kit'];
const CATEGORIES = ['Acquisition', 'Administration', 'Hospital care', 'Offsets', 'toString'];
const FOR_PEOPLE = ['patient-year', 'patient-year', 'month', 'start', 'stop', 'death'];

/** One pack an item; rates are short decimals. */
export const priceRows = (frame: Frame): Row[] => {
  const { draw } = frame;
  const maybe = (header: string, most: number): Row => (draw.chance(30) ? { [header]: draw.decimal(0, most, 2) } : {});
  return ITEMS.slice(0, draw.whole(0, 3)).map((Item) => ({
    Item,
    ...byYear(frame, 'List price', () => draw.decimal(0, 999, 2)),
    ...(draw.chance(30) && !frame.rounds && !frame.exact
      ? { 'Price basis': draw.of(['ex-factory', 'reimbursed']) }
      : {}),
    ...maybe('Discount', 0.5),
    ...maybe('Mark-up', 0.2),
    ...maybe('Rebate', 0.2),
    ...maybe('VAT', 0.25),
    ...maybe('Fee', 20),
    ...(draw.chance(20) ? { 'Fee per': 'unit' } : {}),
  }));
};

const moneyOf = (frame: Frame, items: readonly string[], category: string): Row => {
  const { draw } = frame;
  if (items.length > 0 && draw.chance(30)) return { 'Price item': draw.of(items) };
  const [least, most] = category === 'Offsets' ? [-500, 0] : [0, 2000];
  return byYear(frame, 'Unit cost', () => draw.decimal(least, most, 2));
};

const costRow = (frame: Frame, items: readonly string[], index: number): Row => {
  const { draw, technologies, subgroups, payers } = frame;
  // Under agreements a technology has one acquisition row, of its own making.
  const Category = draw.of(frame.families.agreements === true ? CATEGORIES.slice(1) : CATEGORIES);
  const Per = draw.chance(75) ? draw.of(FOR_PEOPLE) : draw.of(['eligible', 'step', 'year']);
  const charged = Per === 'patient-year' || Per === 'month';
  const technology = draw.chance(70) ? draw.of(technologies) : null;
  // Single later treatment years need a cohort.
  const years = technology?.cohort === true ? ['1', '2', '3+', 2, '2+'] : ['1', '2+', 1];
  const often = frame.families.cohorts === true ? 45 : 20;
  const treatmentYear = charged && draw.chance(often) ? draw.of(years) : null;
  const leavers = charged && frame.families.cohorts !== true && draw.chance(15) ? draw.of([0, 0.5, 1, -0.5]) : null;
  const plainYear = treatmentYear === null || frame.families.splits === true;
  return {
    Technology: technology === null ? draw.of(['All', '']) : technology.name,
    Subgroup: draw.chance(25) ? draw.of(subgroups) : draw.of(['All', '']),
    World: draw.chance(15) ? draw.of(['without', 'with']) : null,
    Category,
    Item: `Item ${String(index)}`,
    Per,
    Step: Per === 'step' ? FIRST_STEP : null,
    Quantity: draw.chance(30) ? draw.decimal(-2, 12, 1) : null,
    'Treatment year': treatmentYear,
    Leavers: plainYear ? leavers : 0,
    Payer: payers.length > 0 && draw.chance(60) ? draw.of(payers) : null,
    ...moneyOf(frame, items, Category),
  };
};

const namesAll = (row: Row, header: string): boolean =>
  [null, '', 'All', undefined].includes(row[header] as string | null | undefined);

/** A row that names more than another and stands in its place there. */
const closer = (frame: Frame, items: readonly string[], row: Row): Row[] => {
  const { draw, technologies, subgroups } = frame;
  if (!FOR_PEOPLE.includes(String(row['Per'])) || !draw.chance(40)) return [];
  const { 'Unit cost': _cost, 'Price item': _item, Growth: _growth, ...rest } = row;
  const keys = Object.fromEntries(
    Object.entries(rest).filter(([header]) => !/^(\d{4}|Year \d+|Baseline)$/.test(header)),
  );
  const named = {
    ...keys,
    ...(namesAll(row, 'Technology') ? { Technology: draw.of(technologies).name } : {}),
    ...(namesAll(row, 'Subgroup') && (!namesAll(row, 'Technology') || draw.chance(50))
      ? { Subgroup: draw.of(subgroups) }
      : {}),
  };
  const more = namesAll(row, 'Technology') || namesAll(row, 'Subgroup');
  return more ? [{ ...named, ...moneyOf(frame, items, String(row['Category'])) }] : [];
};

export const costRows = (frame: Frame, items: readonly string[]): Row[] => {
  const rows = Array.from({ length: frame.draw.whole(1, 8) }, (_, i) => costRow(frame, items, i));
  return frame.draw.shuffled(rows.flatMap((row) => [row, ...closer(frame, items, row)]));
};

/** Scenarios that change what is typed, never so that shares no longer sum. */
export const scenarioRows = (
  frame: Frame,
  population: readonly Row[],
  prices: readonly Row[],
  costs: readonly Row[],
): Row[] => {
  const { draw, firstYear, years } = frame;
  const year = (): string => String(firstYear + draw.whole(0, years - 1));
  const factor = (): Row =>
    draw.chance(50) ? { Op: 'x', Value: draw.decimal(0.5, 2, 1) } : { Op: '+', Value: draw.whole(0, 50) };
  const changes: (() => Row)[] = [
    () => ({
      Parameter: addressOf('Population', draw.of(frame.subgroups), FIRST_STEP, draw.of([year(), '*'])),
      ...factor(),
    }),
    () => ({ Parameter: addressOf('Population', '*', FIRST_STEP, year()), Op: 'set', Value: draw.whole(10000, 50000) }),
  ];
  if (frame.settings.some((row) => row['Setting'] === 'Discount rate'))
    changes.push(() => ({
      Parameter: addressOf('Model', 'Discount rate', 'Value'),
      Op: 'set',
      Value: draw.decimal(0, 0.1, 2),
    }));
  for (const row of population.filter(
    (r) => frame.families.streams !== true && r['Base'] !== undefined && r['Op'] === 'count',
  ))
    changes.push(() => ({
      Parameter: addressOf('Population', String(row['Subgroup']), FIRST_STEP, 'Base'),
      ...factor(),
    }));
  for (const row of prices)
    changes.push(() => ({ Parameter: addressOf('Prices', String(row['Item']), draw.of([year(), '*'])), ...factor() }));
  for (const row of costs.filter((r) => r['Price item'] === undefined))
    changes.push(() => ({
      Parameter: addressOf(
        'Costs',
        ...['Technology', 'Subgroup', 'Category', 'Item']
          .map((key) => String(row[key] ?? ''))
          .map((key) => (key === '' ? 'All' : key)),
        draw.of([year(), '*']),
      ),
      ...factor(),
    }));
  const names = ['Dearer', 'North/South'].slice(0, draw.whole(0, 2));
  return names.flatMap((Scenario) =>
    Array.from({ length: draw.whole(1, 3) }, () => ({ Scenario, ...draw.of(changes)() })),
  );
};
