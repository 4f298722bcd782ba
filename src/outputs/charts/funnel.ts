/** The funnel of the largest subgroup in the last year, without its first step, which would dwarf the rest. */
import { COLOURS } from '../../workbook/looks';
import { type WrittenValue } from '../../workbook/workbook';
import { amount, inCell, largest, plain, sum, ZERO, type Amount } from '../amounts';
import { linkTo, type Drawing, type OutChart } from '../drawing';
import { shortened, type Figures } from '../figures';
import { peopleWords } from '../money';
import { yearColumn, type Page } from '../page';

export const funnelChart: OutChart = {
  name: 'Funnel',
  sheet: 'patients',
  width: 'half',
  draw: (page) => {
    const funnel = largestFunnel(page);
    return funnel === null ? [] : [drawing(page.figures, funnel)];
  },
};

function drawing({ people, years }: Figures, { title: subgroup, bars }: Funnel): Drawing {
  const year = String(years.at(-1) ?? '');
  const title = `${subgroup}, ${year}: ${people.unit}`;
  const end = Number(plain(largest(bars.map((bar) => bar.value)).times('1.25'))) || 1;
  const series = { colour: COLOURS.blue, labels: people.format.split(';')[0] ?? '#,##0' };
  return {
    data: {
      headers: ['Step', `People, ${year}`],
      rows: bars.map(({ label, cell }) => ({ label, cells: [cell] })),
      format: people.format,
    },
    // Bars carry their figures: the value axis is left out.
    chart: (block) => ({
      kind: 'clustered bars',
      title,
      ...{ format: '', legend: false, gap: 35, reversed: true, minimum: 0, maximum: end },
      description: `${title}. ${bars.map((bar) => `${bar.label} ${peopleWords(people, bar.value)}`).join('; ')}.`,
      series: [{ name: block.name(0), categories: block.categories, values: block.values(0), ...series }],
    }),
  };
}

interface Bar {
  readonly label: string;
  readonly cell: WrittenValue;
  readonly value: Amount;
}
interface Funnel {
  readonly subgroup: string;
  readonly title: string;
  readonly bars: readonly Bar[];
}

/** The funnel that ends with most people in the last year. */
function largestFunnel(page: Page): Funnel | null {
  const most = funnelsOf(page).sort((a, b) => last(b).comparedTo(last(a)))[0];
  if (most === undefined || most.bars.length === 0) return null;
  const steps = most.bars.length > 2 ? most.bars.slice(1) : most.bars;
  return { ...most, bars: [...steps, ...treatedBar(page.figures, most.subgroup)] };
}

const last = (funnel: Funnel): Amount => funnel.bars.at(-1)?.value ?? amount(-1);

function funnelsOf(page: Page): Funnel[] {
  const index = page.figures.years.length - 1;
  const funnels = new Map<string, { subgroup: string; title: string; bars: Bar[] }>();
  for (const each of page.figures.results.funnel) {
    const title = [each.subgroup, each.stream].filter((part) => part !== '' && part !== 'prevalent').join(', ');
    const funnel = funnels.get(title) ?? { subgroup: each.subgroup, title: shortened(title, 40), bars: [] };
    const placed = page.rows.get(`funnel/${each.subgroup}/${each.stream}/${String(funnel.bars.length)}`);
    const value = placed?.value.years[index] ?? ZERO;
    if (placed) funnel.bars.push({ label: shortened(each.step, 40), cell: linkTo([placed], yearColumn(index)), value });
    funnels.set(title, funnel);
  }
  return [...funnels.values()];
}

/** Last, those of this subgroup who are on the new technologies. */
function treatedBar({ results, newTechnologies, adopted }: Figures, subgroup: string): readonly Bar[] {
  const found = results.patients.filter(
    (each) => each.world === 'with' && each.subgroup === subgroup && newTechnologies.includes(each.technology),
  );
  if (found.length === 0) return [];
  const value = sum(found.map((each) => amount(each.values.at(-1) ?? '0')));
  return [{ label: `on ${shortened(adopted, 37)}`, cell: inCell(value), value }];
}
