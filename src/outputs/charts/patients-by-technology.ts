/** Who is on what, stacked, in the world with the new technologies. */
import { COLOURS } from '../../workbook/workbook';
import { sum, ZERO, type Amount } from '../amounts';
import { linkTo, MOST, periodsOf, placedAt, stackColour, type OutChart } from '../drawing';
import { groupsOf, patientsByTechnology, type Group } from '../figures';
import { peopleWords } from '../money';
import { amountAt, type Page } from '../page';

export const patientsByTechnologyChart: OutChart = {
  name: 'Patients by technology',
  sheet: 'patients',
  width: 'half',
  draw: (page) => {
    const { people, adopted, results } = page.figures;
    const rows = patientsByTechnology(results, 'with');
    const groups = groupsOf(new Map([...rows].map(([name, row]) => [name, total(row.years)])), MOST, 'Other technologies');
    if (groups.length === 0) return [];
    const thousands = people.format.includes(',,') || total([...rows.values()].flatMap((row) => [...row.years])).gt(100_000);
    return [{
      data: {
        headers: ['Year', ...groups.map((group) => group.label)], format: people.format,
        rows: periodsOf(page, true).map(({ column, label }) => ({ label, cells: groups.map((group) => linkTo(placed(page, group), column)) })),
      },
      chart: (block) => ({
        kind: 'stacked columns', legend: true, gap: 35, overlap: 100, format: thousands ? '#,##0,' : '#,##0',
        title: `With ${adopted}: ${thousands ? 'thousand people' : 'people'}`, description: inWords(page, groups),
        series: groups.map((group, index) => ({
          name: block.name(index), categories: block.categories, values: block.values(index),
          colour: untreated(page, group) ? COLOURS.rule : stackColour(index),
        })),
      }),
    }];
  },
};

const total = (values: readonly (Amount | null)[]): Amount => sum(values.filter((value) => value !== null));
const placed = (page: Page, group: Group) => placedAt(page, group.members.map((name) => `patients/with/${name}`));

/** Technologies of the role none are grey: nobody is treated there. */
const untreated = (page: Page, group: Group): boolean =>
  group.members.every((name) => page.figures.results.technologies.some((each) => each.technology === name && each.role === 'none'));

function inWords(page: Page, groups: readonly Group[]): string {
  const last = periodsOf(page, false).at(-1);
  if (last === undefined) return '';
  const parts = groups.map((group) => {
    const count = total(placed(page, group).map((each) => amountAt(each.value, last.column) ?? ZERO));
    return `${group.label} ${peopleWords(page.figures.people, count)}`;
  });
  return `People on each technology with ${page.figures.adopted}. In ${last.label.number}: ${parts.join('; ')}.`;
}
