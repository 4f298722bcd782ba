/** Who is on what, stacked, in the world with the new technologies. */
import { COLOURS } from '../../workbook/looks';
import { sum, ZERO, type Amount } from '../amounts';
import { MOST, placedAt, stackColour, type Drawing, type OutChart } from '../drawing';
import { groupsOf, patientsByTechnology, type Group } from '../figures';
import { peopleWords } from '../money';
import { overTime, periodsOf, rowSeries } from '../over-time';
import { amountAt, type Page } from '../page';

export const patientsByTechnologyChart: OutChart = {
  name: 'Patients by technology',
  sheet: 'patients',
  width: 'half',
  draw: (page) => {
    const rows = patientsByTechnology(page.figures.results, 'with');
    const sizes = new Map([...rows].map(([name, row]) => [name, total(row.years)]));
    const groups = groupsOf(sizes, MOST, 'Other technologies');
    return groups.length === 0 ? [] : [drawing(page, groups, sum([...sizes.values()]).gt(100_000))];
  },
};

function drawing(page: Page, groups: readonly Group[], thousands: boolean): Drawing {
  const { people, adopted } = page.figures;
  return overTime(page, {
    baseline: true,
    cells: people.format,
    series: groups.map((group, index) =>
      rowSeries(group.label, placed(page, group), {
        colour: untreated(page, group) ? COLOURS.rule : stackColour(index),
      }),
    ),
    chart: {
      kind: 'stacked columns',
      title: `With ${adopted}: ${thousands ? 'thousand people' : 'people'}`,
      format: thousands ? '#,##0,' : '#,##0',
      legend: true,
      gap: 35,
      overlap: 100,
      description: inWords(page, groups),
    },
  });
}

const total = (values: readonly (Amount | null)[]): Amount => sum(values.filter((value) => value !== null));
const placed = (page: Page, group: Group) =>
  placedAt(
    page,
    group.members.map((name) => `patients/with/${name}`),
  );

/** Technologies of the role none are grey: nobody is treated there. */
const untreated = (page: Page, group: Group): boolean =>
  group.members.every((name) =>
    page.figures.results.technologies.some((each) => each.technology === name && each.role === 'none'),
  );

function inWords(page: Page, groups: readonly Group[]): string {
  const last = periodsOf(page, false).at(-1);
  if (last === undefined) return '';
  const parts = groups.map((group) => {
    const count = total(placed(page, group).map((each) => amountAt(each.value, last.column) ?? ZERO));
    return `${group.label} ${peopleWords(page.figures.people, count)}`;
  });
  return `People on each technology with ${page.figures.adopted}. In ${last.label.number}: ${parts.join('; ')}.`;
}
