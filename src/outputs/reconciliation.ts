/** Which checks a run has: totals against their parts, wherever both are printed. */
import { amount, largest } from './amounts';
import { agree, atMost, lessSide, moneyTolerance, none, rowsSide, type Check, type Side, type Wording } from './check';
import { categoriesOf, counts, isAll, WORLDS, type Figures, type World } from './figures';
import { COLUMN, lastYearColumn, type Page, type Placed } from './page';
import { amountsOf } from './row';
import type { SheetKey } from './sheet';

export type Pages = ReadonlyMap<SheetKey, Page>;

const OURS = 'Report it: this is ours';

export function checksOf(figures: Figures, pages: Pages): readonly Check[] {
  const annual = pages.get('annual');
  return [...workbookChecks(figures), ...(annual ? moneyChecks(figures, pages, annual) : []), ...peopleChecks(figures, pages), ...scenarioChecks(figures, pages)];
}

function workbookChecks({ results: { findings } }: Figures): readonly Check[] {
  const count = (severity: string): number => findings.filter((each) => each.severity === severity).length;
  const words = { group: 'Workbook', format: '0', tolerance: amount(0) } as const;
  return [
    none({ ...words, title: 'Inputs read without a fault', compares: 'findings of severity error', advice: 'Open the pane: each fault has its cell' }, count('error'), true),
    none({ ...words, title: 'Nothing to be warned of', compares: 'findings of severity warning', advice: 'Read the warnings on Run' }, count('warning'), false),
  ];
}

function moneyChecks(figures: Figures, pages: Pages, annual: Page): readonly Check[] {
  const side = (keys: readonly string[]): Side | null => sideOf('annual', annual, keys);
  const impact = side(['impact']);
  const words = (title: string, compares: string): Wording => ({
    group: 'Budget impact', title, compares: `${compares}, ${figures.longSpan}`, format: '#,##0;-#,##0;"–"', tolerance: tolerance(annual), advice: OURS,
  });
  const pair = (title: string, compares: string, left: Side | null, right: Side | null): readonly Check[] =>
    left && right ? [agree(words(title, compares), left, right, COLUMN.total)] : [];
  const parts = (prefix: string): Side | null => side([...annual.rows.keys()].filter((key) => key.startsWith(prefix)));
  const [without, withNew] = [side(['total/without']), side(['total/with'])];
  const categories = categoriesOf(figures.results);
  return [
    ...WORLDS.flatMap((world) => pair(`Categories add up, ${world}`, 'Annual', side(categories.map((name) => `${world}/${name}`)), side([`total/${world}`]))),
    ...pair('Categories add up to the impact', 'Annual', side(categories.map((name) => `impact/${name}`)), impact),
    ...pair('Impact is with less without', 'Annual', without && withNew ? lessSide(withNew, without) : null, impact),
    ...pair('Technologies add up to the impact', 'Annual', parts('technology/'), impact),
    ...pair('Subgroups add up to the impact', 'Annual', parts('subgroup/'), impact),
    ...pair('Payers add up to the impact', 'Annual', payerSide(figures, annual), impact),
    ...pair('Summary shows the impact of Annual', 'Summary', sideOf('summary', pages.get('summary'), ['impact']), impact),
  ];
}

const tolerance = (page: Page) => moneyTolerance(largest([...page.rows.values()].flatMap((each) => [...amountsOf(each.value)])));

/** Payers whose lines make up the headline: all of them, or the model's payer and the lines that name none. */
function payerSide({ results }: Figures, annual: Page): Side | null {
  const all = isAll(results.payer);
  const keys = [...annual.rows.keys()].filter((key) => key.startsWith('payer/'));
  return sideOf('annual', annual, all ? keys : keys.filter((key) => key === 'payer/' || counts(results, key.slice('payer/'.length))));
}

function sideOf(key: SheetKey, page: Page | undefined, keys: readonly string[]): Side | null {
  const rows = page === undefined ? [] : keys.flatMap((each): readonly Placed[] => { const row = page.rows.get(each); return row ? [row] : []; });
  return page === undefined || rows.length === 0 ? null : rowsSide(key, page, rows);
}

function peopleChecks(figures: Figures, pages: Pages): readonly Check[] {
  const page = pages.get('patients');
  return page === undefined ? [] : WORLDS.flatMap((world) => treatedCheck(figures, page, world));
}

/**
 * People on all technologies against those eligible. Where nobody stops and nobody is followed as a cohort they are
 * equal; where some stop they are fewer; cohorts can hold more than are eligible in a year, and are not compared.
 */
function treatedCheck(figures: Figures, page: Page, world: World): readonly Check[] {
  const treated = sideOf('patients', page, [`patients/${world}`]);
  const eligible = sideOf('patients', page, [`eligible/${world}`]) ?? sideOf('patients', page, ['eligible/with']);
  if (!treated || !eligible) return [];
  const columns = treated.columns.filter((column) => eligible.columns.includes(column));
  const most = amount(figures.results.technologies.length + 1);
  const gaps = columns.map((column) => treated.value(column).minus(eligible.value(column)));
  const last = lastYearColumn(figures);
  const words = { group: 'People', compares: `Patients, ${String(figures.years.at(-1) ?? '')}`, format: '#,##0;-#,##0;"–"', advice: OURS } as const;
  if (gaps.every((gap) => gap.abs().lte('0.001'))) {
    return [agree({ ...words, title: `Those on a technology are those eligible, ${world}`, tolerance: amount('0.001') }, treated, eligible, last)];
  }
  const rounded = { ...words, title: `No more on a technology than eligible, ${world}`, tolerance: most, advice: 'Some stop, or are in no technology' };
  return gaps.every((gap) => gap.lte(most)) ? [atMost(rounded, treated, eligible, last)] : [];
}

function scenarioChecks(figures: Figures, pages: Pages): readonly Check[] {
  const [compare, annual] = [pages.get('compare'), pages.get('annual')];
  const [base, impact] = [sideOf('compare', compare, ['base']), sideOf('annual', annual, ['impact'])];
  if (!base || !impact || !annual) return [];
  const words: Wording = {
    group: 'Scenarios', title: 'Base is the impact of Annual', compares: `Compare, ${figures.longSpan}`, format: '#,##0;-#,##0;"–"', tolerance: tolerance(annual), advice: OURS,
  };
  return [agree(words, base, impact, COLUMN.total)];
}
