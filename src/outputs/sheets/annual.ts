/** Annual: what each world costs by category, the budget impact and how it splits; every line is a sum of the same cost lines. */
import type { Results } from '../../engine/results';
import { amount } from '../amounts';
import { boughtIn, packPrices } from '../bought';
import { drawn, type Drawn } from '../drawn';
import { drugHeadlines } from '../headlines';
import {
  categoriesOf,
  categoryImpact,
  costRow,
  costsBy,
  impactOf,
  impactRow,
  isAll,
  named,
  rateRow,
  WORLDS,
  zeroBaseline,
  type Figures,
  type World,
} from '../figures';
import { moneyLine, rateLine } from '../lines';
import { termsOf } from '../live-terms';
import { COUNT, fineMoneyFormat, moneyShort, PRICE, unitOf } from '../money';
import { heading, line, newPage, periodHeader, section, type Page } from '../page';
import { proportionsOf, withTotal } from '../rates';
import { constant, lessRow, type Row } from '../row';

const HEADER_ROW = 5;

export function annualSheet(figures: Figures, stamp: string): Drawn {
  const page = newPage(figures, HEADER_ROW + 2);
  heading(
    page,
    'Annual cost, both worlds',
    'By category and by what pays for it; every line is a sum of the same cost lines',
    stamp,
  );
  periodHeader(page, HEADER_ROW, '');
  for (const world of WORLDS) worldSection(page, world);
  impactSection(page);
  technologySection(page);
  memberSection(page);
  payerSection(page);
  headlineSection(page);
  boughtSection(page);
  priceSection(page);
  rateSection(page);
  breakEvenSection(page);
  return drawn(page, {
    key: 'annual',
    tableRow: HEADER_ROW,
    note: 36,
    caption: 'Figures may not add because of rounding.',
  });
}

type More = NonNullable<Parameters<typeof moneyLine>[4]>;

/** Lines in money with two decimals. */
const money = (page: Page, key: string, label: string, row: Row, more: More = {}): number =>
  moneyLine(page, key, label, row, { format: fineMoneyFormat(page.figures.money), ...more });

function worldSection(page: Page, world: World): void {
  const {
    figures: { results, adopted, money: unit },
  } = page;
  section(page, `${world === 'without' ? 'Without' : 'With'} ${adopted}`, unitOf(unit), world === 'without');
  const rows = costsBy(results, world, (cost) => cost.category);
  for (const name of categoriesOf(results)) {
    const row = rows.get(name);
    if (row) money(page, `${world}/${name}`, named(name, 'No category'), row);
  }
  money(page, `total/${world}`, `Total ${world}`, costRow(results, world), { tone: 'total' });
}

function impactSection(page: Page): void {
  const {
    figures: { results, money: unit },
  } = page;
  const { impact, basis } = results;
  section(page, 'Budget impact', `with − without, ${unitOf(unit)}`);
  for (const name of categoriesOf(results))
    money(page, `impact/${name}`, named(name, 'No category'), categoryImpact(results, name));
  money(page, 'impact', 'Budget impact', impactRow(results, impact.total), { tone: 'grand' });
  money(page, 'cumulative', 'Cumulative', rateRow(results, impact.cumulative));
  const rate = basis === undefined ? '' : ` at ${amount(basis.discountRate).times(100).toFixed()} %`;
  const from = basis?.discountFrom === 'first year' ? 'from year 1' : 'from year 2';
  money(page, 'discounted', `Discounted${rate}`, discountedRow(results), basis === undefined ? {} : { member: from });
}

/** The years are discounted one by one where the results give them so. */
function discountedRow(results: Results): Row {
  const byYear = results.impact.discountedByYear;
  return {
    total: amount(results.impact.discounted),
    baseline: byYear ? zeroBaseline(results) : null,
    years: byYear?.map(amount) ?? results.years.map(() => null),
    terms: termsOf(results, byYear),
    adds: byYear !== undefined,
  };
}

function technologySection(page: Page): void {
  const { results, money: unit } = page.figures;
  const [without, withNew] = WORLDS.map((world) => costsBy(results, world, (cost) => cost.technology));
  const order = results.technologies.map((each) => each.technology);
  const names = [...(without?.keys() ?? [])];
  const place = (name: string): number => (order.includes(name) ? order.indexOf(name) : order.length);
  if (names.length < 2) return;
  section(page, 'Budget impact by technology', unitOf(unit));
  for (const name of names.sort((a, b) => place(a) - place(b))) {
    const [before, after] = [without?.get(name), withNew?.get(name)];
    if (before && after)
      money(
        page,
        `technology/${name}`,
        named(name, 'No technology'),
        lessRow(after, before),
        name === '' ? { member: 'belongs to none' } : {},
      );
  }
}

function memberSection(page: Page): void {
  const { results, money: unit } = page.figures;
  const names = Object.keys(results.impact.bySubgroup);
  if (names.length < 2) return;
  section(page, 'Budget impact by subgroup', unitOf(unit));
  for (const name of names)
    money(page, `subgroup/${name}`, named(name, 'No subgroup'), impactOf(results, results.impact.bySubgroup, name));
}

/** By payer, over the lines of all payers; those without one count for every payer. */
function payerSection(page: Page): void {
  const { results, money: unit } = page.figures;
  const [without, withNew] = WORLDS.map((world) =>
    costsBy(
      results,
      world,
      (cost) => (isAll(cost.payer) ? '' : cost.payer),
      () => true,
    ),
  );
  const names = [...(without?.keys() ?? [])];
  if (names.every((name) => name === '')) return;
  section(page, 'Budget impact by payer', unitOf(unit));
  for (const name of names) {
    const [before, after] = [without?.get(name), withNew?.get(name)];
    const more =
      name === '' ? { member: 'counts for each' } : name === results.payer ? { note: 'The payer of this model' } : {};
    if (before && after) money(page, `payer/${name}`, named(name, 'No payer named'), lessRow(after, before), more);
  }
}

/** Gross drug, net drug, net of offsets: the three headline lines of the Irish template. */
function headlineSection(page: Page): void {
  const { figures } = page;
  const drugs = drugHeadlines(figures);
  if (drugs.length === 0) return;
  section(page, 'Three headline lines', unitOf(figures.money));
  for (const { key, label, counts, row } of drugs) money(page, `headline/${key}`, label, row, { member: counts });
  const net = impactRow(figures.results, figures.results.impact.total);
  money(page, 'headline/net', 'Net of everything else', net, { tone: 'total' });
}

/** Units and scripts of each medicine in each world. */
function boughtSection(page: Page): void {
  const bought = boughtIn(page.figures);
  if (bought.length === 0) return;
  section(page, 'Bought: units and scripts', 'packs, or what Quantity counts');
  for (const { technology, item, world, units, scripts } of bought) {
    const name = [technology, item === technology ? '' : item].filter((part) => part !== '').join(': ');
    const key = `bought/${world}/${technology}/${item}`;
    for (const [what, row] of [
      ['units', units],
      ['scripts', scripts],
    ] as const)
      line(page, { key: `${key}/${what}`, label: `${name}, ${what}`, member: world, unit: what, row, format: COUNT });
  }
}

/** List, reimbursed and net price of each pack, kept apart. */
function priceSection(page: Page): void {
  const prices = packPrices(page.figures);
  if (prices.length === 0) return;
  section(page, 'Price of a pack: list, reimbursed, net', 'net of rebates, with VAT');
  for (const { name, confidential, lines } of prices)
    for (const { label, row } of lines)
      rateLine(page, `price/${name}/${label}`, name, row, {
        member: label,
        format: PRICE,
        ...(confidential ? { note: 'net price confidential' } : {}),
      });
}

function rateSection(page: Page): void {
  const lines = proportionsOf(page.figures);
  if (lines.length === 0) return;
  section(page, 'In proportion', '');
  for (const each of lines) line(page, withTotal(page, each));
}

/** The price at which the summed impact is nothing. */
function breakEvenSection(page: Page): void {
  const { results, money: unit, years } = page.figures;
  if (results.breakEven.length === 0) return;
  section(page, 'Break-even price', `${unit.symbol.trim()}, impact of all years is nothing`);
  for (const { parameter, value, now } of results.breakEven) {
    const typed = `now ${moneyShort({ ...unit, power: 0, places: 2 }, amount(now))}`;
    rateLine(page, `break-even/${parameter}`, parameter, constant(value === null ? null : amount(value), years), {
      format: PRICE,
      note: value === null ? `none; ${typed}` : typed,
    });
  }
}
