/** What each world costs, stacked by category: two charts side by side on one scale. */
import { partsThatAdd, printed, sum, ZERO, type Amount } from '../amounts';
import { axisEnds, MOST, placedAt, stackColour, type Drawing, type OutChart } from '../drawing';
import { categoryGroups, named, WORLDS, type Group, type World } from '../figures';
import { axisFormat, fineMoneyFormat, unitWords } from '../money';
import { overTime, periodsOf, rowSeries } from '../over-time';
import { amountAt, type Page, type Placed } from '../page';

export const costByCategory: OutChart = {
  name: 'Cost by category',
  sheet: 'annual',
  width: 'half',
  draw: (page) => {
    const groups = categoryGroups(page.figures.results, MOST);
    const ends = commonScale(page, groups);
    return page.rows.has('total/without') ? WORLDS.map((world) => drawing(page, world, groups, ends)) : [];
  },
};

const rowsOf = (page: Page, world: World, group: Group): readonly Placed[] =>
  placedAt(
    page,
    group.members.map((name) => `${world}/${name}`),
  );

function drawing(page: Page, world: World, groups: readonly Group[], ends: Ends): Drawing {
  const { money, adopted } = page.figures;
  const what = `${world === 'without' ? 'Without' : 'With'} ${adopted}: cost by category`;
  return overTime(page, {
    baseline: true,
    cells: fineMoneyFormat(money),
    series: groups.map((group, index) =>
      rowSeries(named(group.label, 'No category'), rowsOf(page, world, group), { colour: stackColour(index) }),
    ),
    chart: {
      kind: 'stacked columns',
      title: `${what}, ${unitWords(money)}`,
      format: axisFormat(money),
      legend: true,
      gap: 55,
      overlap: 100,
      ...ends,
      description: inWords(page, world, groups),
    },
  });
}

type Ends = ReturnType<typeof axisEnds>;

/** One scale for both worlds, so that columns can be compared across the two charts. */
function commonScale(page: Page, groups: readonly Group[]): Ends {
  let [low, high] = [ZERO, ZERO];
  for (const world of WORLDS) {
    for (const { column } of periodsOf(page, true)) {
      const parts = groups.map((group) => groupAmount(page, world, group, column));
      const [up, down] = [sum(parts.filter((part) => part.gt(0))), sum(parts.filter((part) => part.lt(0)))];
      if (up.gt(high)) high = up;
      if (down.lt(low)) low = down;
    }
  }
  return axisEnds(low, high);
}

const groupAmount = (page: Page, world: World, group: Group, column: number): Amount =>
  sum(rowsOf(page, world, group).map((each) => amountAt(each.value, column) ?? ZERO));

/** The last year in words; its parts are rounded so that they add up to the total beside them. */
function inWords(page: Page, world: World, groups: readonly Group[]): string {
  const { money, adopted } = page.figures;
  const last = periodsOf(page, false).at(-1);
  if (last === undefined) return '';
  const amounts = groups.map((group) => groupAmount(page, world, group, last.column));
  const shown = partsThatAdd(amounts, money.places, money.power);
  const parts = groups.map(
    (group, index) =>
      `${named(group.label, 'No category')} ${printed(shown[index] ?? ZERO, money.places, money.power)}`,
  );
  const total = printed(sum(amounts), money.places, money.power);
  return `Cost ${world} ${adopted} by category, ${unitWords(money)}. In ${last.label.number}: ${parts.join('; ')}; in all ${total}.`;
}
