/** The budget impact in proportion: to the budget, to those treated, to the members. */
import { amount, printed } from './amounts';
import { changeOverall } from './cards';
import { rateRow, type Figures } from './figures';
import { PER_MEMBER, PERCENT_DIFFERENCE, PRICE } from './money';
import { address, COLUMN, line, type Line, type Page } from './page';

/** The proportions that the results give, as lines; rates belong to no total, but the change has one. */
export function proportionsOf(figures: Figures): readonly Line[] {
  const { results, money } = figures;
  const { ofBudget, perTreated, pmpm, pmpy } = results.impact;
  const unit = money.symbol.trim();
  const members = results.basis?.members;
  const note = members ? { note: `${printed(amount(members), 0)} members` } : {};
  const change = { ...rateRow(results, ofBudget), total: changeOverall(figures) };
  const treated = { ...rateRow(results, perTreated), baseline: null };
  const lines: readonly Line[] = [
    { key: 'change', label: 'Change on the cost without', unit: '%', row: change, format: PERCENT_DIFFERENCE },
    { key: 'per treated', label: 'Per treated patient', unit, row: treated, format: PRICE },
    {
      key: 'pmpm',
      label: 'Per member per month',
      unit,
      row: rateRow(results, pmpm ?? []),
      format: PER_MEMBER,
      ...note,
    },
    { key: 'pmpy', label: 'Per member per year', unit, row: rateRow(results, pmpy ?? []), format: PER_MEMBER, ...note },
  ];
  return lines.filter(({ row }) => row.years.some((value) => value !== null));
}

/** Writes those of some keys. */
export function proportionLines(page: Page, keys: readonly string[]): void {
  for (const each of proportionsOf(page.figures)) if (keys.includes(each.key)) line(page, withTotal(page, each));
}

/** The change over all years follows the printed totals, where there is a live model. */
export function withTotal(page: Page, each: Line): Line {
  const [impact, without] = [page.rows.get('impact'), page.rows.get('without') ?? page.rows.get('total/without')];
  if (each.key !== 'change' || !impact || !without) return each;
  const [over, under] = [address(impact.row, COLUMN.total), address(without.row, COLUMN.total)];
  const written = (column: number): string | null =>
    column === COLUMN.total ? `=IF(${under}=0,0,${over}/${under})` : null;
  return { ...each, row: { ...each.row, written } };
}
