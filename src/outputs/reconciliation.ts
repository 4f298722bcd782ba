/** Which checks a run has: totals against their parts, wherever both are printed. */
import { amount, type Amount } from './amounts';
import { agree, atMost, lessSide, none, rowsSide, type Check, type Side, type Wording, OURS } from './check';
import { categoriesOf, counts, isAll, WORLDS, type Figures, type World } from './figures';
import { comingChecks } from './coming-checks';
import { COLUMN, lastYearColumn, type Page, type Placed } from './page';
import { realisationChecks } from './realisation-checks';
import { tolerance } from './tolerance';
import { liveChecks } from './live-checks';
import type { SheetKey } from './sheet';

export type Pages = ReadonlyMap<SheetKey, Page>;

export function checksOf(figures: Figures, pages: Pages): readonly Check[] {
  const annual = pages.get('annual');
  return [
    ...workbookChecks(figures),
    ...(annual ? moneyChecks(figures, pages, annual) : []),
    ...peopleChecks(figures, pages),
    ...realisationChecks(figures, pages.get('realised')),
    ...comingChecks(pages),
    ...(figures.results.live ? liveChecks(figures, annual) : scenarioChecks(figures, pages)),
  ];
}

function workbookChecks({ results: { findings } }: Figures): readonly Check[] {
  const count = (severity: string): number => findings.filter((each) => each.severity === severity).length;
  const words = { group: 'Workbook', format: '0', tolerance: amount(0) } as const;
  return [
    none(
      {
        ...words,
        title: 'Inputs read without a fault',
        compares: 'findings of severity error',
        advice: 'Open the pane: each fault has its cell',
      },
      count('error'),
      true,
    ),
    none(
      {
        ...words,
        title: 'Nothing to be warned of',
        compares: 'findings of severity warning',
        advice: 'Read the warnings on Run',
      },
      count('warning'),
      false,
    ),
  ];
}

/** Wording of a check of money; all periods are compared, the total over the years is shown. */
const inMoney = (figures: Figures, annual: Page, group: Check['group'], title: string, sheet: string): Wording => ({
  group,
  title,
  compares: `${sheet}, ${figures.longSpan}`,
  format: '#,##0;-#,##0;"–"',
  tolerance: tolerance(annual),
  advice: OURS,
});

function moneyChecks(figures: Figures, pages: Pages, annual: Page): readonly Check[] {
  const side = (keys: readonly string[]): Side | null => sideOf('annual', annual, keys);
  const parts = (prefix: string): Side | null => side([...annual.rows.keys()].filter((key) => key.startsWith(prefix)));
  const pair = (title: string, left: Side | null, right: Side | null, sheet = 'Annual'): readonly Check[] =>
    left && right ? [agree(inMoney(figures, annual, 'Budget impact', title, sheet), left, right, COLUMN.total)] : [];
  const [without, withNew, impact] = [side(['total/without']), side(['total/with']), side(['impact'])];
  const ofCategories = (prefix: string): Side | null =>
    side(categoriesOf(figures.results).map((name) => `${prefix}/${name}`));
  return [
    ...pair('Categories add up, without', ofCategories('without'), without),
    ...pair('Categories add up, with', ofCategories('with'), withNew),
    ...pair('Categories add up to the impact', ofCategories('impact'), impact),
    ...pair('Impact is with less without', without && withNew ? lessSide(withNew, without) : null, impact),
    ...pair('Technologies add up to the impact', parts('technology/'), impact),
    ...pair('Subgroups add up to the impact', parts('subgroup/'), impact),
    ...pair('Payers add up to the impact', payerSide(figures, annual), impact),
    ...pair(
      'Summary shows the impact of Annual',
      sideOf('summary', pages.get('summary'), ['impact']),
      impact,
      'Summary',
    ),
  ];
}

/** Payers whose lines make up the headline: all of them, or the model's payer and the lines that name none. */
function payerSide({ results }: Figures, annual: Page): Side | null {
  const all = isAll(results.payer);
  const keys = [...annual.rows.keys()].filter((key) => key.startsWith('payer/'));
  return sideOf(
    'annual',
    annual,
    all ? keys : keys.filter((key) => key === 'payer/' || counts(results, key.slice('payer/'.length))),
  );
}

function sideOf(key: SheetKey, page: Page | undefined, keys: readonly string[]): Side | null {
  const rows =
    page === undefined
      ? []
      : keys.flatMap((each): readonly Placed[] => {
          const row = page.rows.get(each);
          return row ? [row] : [];
        });
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
  const gaps = treated.columns
    .filter((column) => eligible.columns.includes(column))
    .map((column) => treated.value(column).minus(eligible.value(column)));
  const last = lastYearColumn(figures);
  if (gaps.every((gap) => gap.abs().lte(EQUAL)))
    return [agree(inPeople(figures, world, EQUAL), treated, eligible, last)];
  // People may be rounded once per technology.
  const rounding = amount(figures.results.technologies.length + 1);
  return gaps.every((gap) => gap.lte(rounding))
    ? [atMost(inPeople(figures, world, rounding), treated, eligible, last)]
    : [];
}

const EQUAL = amount('0.001');

const inPeople = (figures: Figures, world: World, most: Amount): Wording => ({
  group: 'People',
  title: `${most.eq(EQUAL) ? 'Those on a technology are those eligible' : 'No more on a technology than eligible'}, ${world}`,
  compares: `Patients, ${String(figures.years.at(-1) ?? '')}`,
  format: '#,##0;-#,##0;"–"',
  tolerance: most,
  advice: most.eq(EQUAL) ? OURS : 'Some stop, or are in no technology',
});

function scenarioChecks(figures: Figures, pages: Pages): readonly Check[] {
  const [compare, annual] = [pages.get('compare'), pages.get('annual')];
  const [base, impact] = [sideOf('compare', compare, ['base']), sideOf('annual', annual, ['impact'])];
  if (!base || !impact || !annual) return [];
  const words = inMoney(figures, annual, 'Scenarios', 'Base is the impact of Annual', 'Compare');
  return [agree(words, base, impact, COLUMN.total)];
}
