/** The funnel of the largest subgroup in one year, without its first step, which would dwarf the rest. */
import { COLOURS } from '../../workbook/workbook';
import { amount, largest, plain, ZERO } from '../amounts';
import { linkTo, type OutChart } from '../drawing';
import { shortened } from '../figures';
import { peopleWords } from '../money';
import { yearColumn, type Page, type Placed } from '../page';

export const funnelChart: OutChart = {
  name: 'Funnel',
  sheet: 'patients',
  width: 'half',
  draw: (page) => {
    const shown = largestFunnel(page);
    const index = page.figures.years.length - 1;
    const year = String(page.figures.years[index] ?? '');
    if (shown === null) return [];
    const values = shown.steps.map((step) => step.placed.value.years[index] ?? ZERO);
    const rows = shown.steps.map((step) => ({ label: step.label, cells: [linkTo([step.placed], yearColumn(index))] }));
    return [{
      data: { headers: ['Step', `People, ${year}`], rows, format: page.figures.people.format },
      chart: (block) => ({
        kind: 'clustered bars', title: `${shown.title}, ${year}: ${page.figures.people.unit}`, format: page.figures.people.format, legend: false, gap: 35, reversed: true,
        minimum: 0, maximum: Number(plain(largest(values).times('1.25'))) || 1,
        description: `${shown.title}, ${year}: ${shown.steps.map((step, at) => `${step.label} ${peopleWords(page.figures.people, values[at] ?? ZERO)}`).join('; ')}.`,
        series: [{ name: block.name(0), categories: block.categories, values: block.values(0), colour: COLOURS.blue, labels: page.figures.people.format.split(';')[0] ?? '#,##0' }],
      }),
    }];
  },
};

interface Step { readonly label: string; readonly placed: Placed }
interface Shown { readonly title: string; readonly steps: readonly Step[] }

/** The funnel that ends with most people in the last year. */
function largestFunnel(page: Page): Shown | null {
  const funnels = new Map<string, Step[]>();
  for (const each of page.figures.results.funnel) {
    const title = [each.subgroup, each.stream].filter((part) => part !== '' && part !== 'prevalent').join(', ');
    const steps = funnels.get(title) ?? [];
    const placed = page.rows.get(`funnel/${each.subgroup}/${each.stream}/${String(steps.length)}`);
    if (placed) steps.push({ label: shortened(each.step, 40), placed });
    funnels.set(title, steps);
  }
  const ends = [...funnels].map(([title, steps]) => ({ title, steps, end: steps.at(-1)?.placed.value.years.at(-1) ?? amount(-1) }));
  const most = ends.sort((a, b) => b.end.comparedTo(a.end))[0];
  if (most === undefined || most.steps.length === 0) return null;
  return { title: shortened(most.title, 40), steps: most.steps.length > 2 ? most.steps.slice(1) : most.steps };
}
