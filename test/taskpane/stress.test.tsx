/** Stress on a worked model: dials that figures follow, what drives them, and chances, each said as the engine found it. */
import { act, cleanup, configure, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { assess } from '../../src/assess';
import type { BreakEven } from '../../src/engine/stress/answers';
import { hepatitisCEngland } from '../../src/inputs/examples/hepatitis-c-england';
import { HEPATITIS_C_OPTIONS } from '../../src/inputs/examples/hepatitis-c-options';
import { templateReport } from '../../src/inputs/template';
import { benchOf, type Bench } from '../../src/stress/bench';
import { breakEven } from '../../src/stress/break-even';
import { oneWay } from '../../src/stress/one-way';
import { whatIf } from '../../src/stress/what-if';
import type { Calculator } from '../../src/taskpane/calculator';
import { numeralsOf, scaled, tableScale } from '../../src/taskpane/figures';
import { Pane } from '../../src/taskpane/Pane';
import { newXlsx } from '../../src/workbook/xlsx';
import type { Snapshot } from '../../src/workbook/workbook';
import { answering, type Answering } from '../../src/worker/tasks';
import { answered, FakeWorkbook } from './fakes';
import { accessible } from './opened';

configure({ defaultHidden: true, asyncUtilTimeout: 30_000 });
afterEach(cleanup);

const DISCOUNT = "Prices/'Antiviral course'/course/Discount";
const GBP = numeralsOf('en-GB', 'GBP');
let snapshot: Snapshot;
let assessment: ReturnType<typeof assess>;
let bench: Bench;
beforeAll(async () => {
  // Desks are fetched when first asked; here they are loaded before any clock runs.
  await Promise.all([import('../../src/worker/stress'), import('../../src/worker/dial-desk')]);
  const uncertain = HEPATITIS_C_OPTIONS.find(({ brings }) => brings.includes('Uncertainty'));
  const tables = uncertain?.add(hepatitisCEngland.tables) ?? {};
  const draws = { Setting: 'Draws', Value: '4096', Source: '' };
  const workbook = newXlsx();
  await workbook.write(
    templateReport({ ...hepatitisCEngland, tables: { ...tables, Model: [...(tables.Model ?? []), draws] } }),
  );
  snapshot = await workbook.read();
  assessment = assess(snapshot);
  const made = benchOf(snapshot).bench;
  if (made === null) throw new Error('no bench');
  bench = made;
});

/** Works here, a part a turn, as long as it is not called off. */
function working(): Calculator {
  let off = false;
  return {
    ask: (task, tell) =>
      new Promise((resolve) => {
        const go = (steps: Answering): void => {
          if (off) return;
          const step = steps.next();
          if (step.done === true) resolve(step.value);
          else {
            act(() => tell?.(step.value));
            setTimeout(go, 0, steps);
          }
        };
        void answering(task).then((steps) => setTimeout(go, 0, steps));
      }),
    cancel: () => {
      off = true;
    },
  };
}

async function opened(part: string): Promise<FakeWorkbook> {
  const workbook = new FakeWorkbook(snapshot);
  const calculator: Calculator = {
    ask: (task) => (task.kind === 'assess' ? Promise.resolve({ kind: 'assessed', assessment }) : answered(task)),
    cancel: () => undefined,
  };
  render(<Pane workbook={workbook} calculator={calculator} another={working} sample={() => Promise.resolve()} />);
  await screen.findByTestId('lead');
  fireEvent.click(screen.getByRole('tab', { name: 'Stress' }));
  fireEvent.click(screen.getByRole('tab', { name: part }));
  return workbook;
}

const row = (table: string, name: string): readonly string[] => {
  const header = within(screen.getByRole('table', { name: table })).getByRole('rowheader', { name });
  return [...(header.closest('tr')?.querySelectorAll('td') ?? [])].map((cell) => cell.textContent);
};
const typeInto = (field: HTMLElement, value: string): void => {
  fireEvent.change(field, { target: { value } });
  fireEvent.keyDown(field, { key: 'Enter' });
};

describe('Dials', () => {
  const WHAT_IF = 'Budget impact by year, what if and base';
  const dial = () => screen.findByRole('slider', { name: 'Discount of Antiviral course' });

  it('figures follow a dial, settle in exact decimals, and go back to base', async () => {
    const workbook = await opened('Dials');
    const slider = await dial();
    expect(slider.getAttribute('aria-valuetext')).toBe('56%');
    fireEvent.change(slider, { target: { value: '0.6' } });
    expect(screen.getByText('Following in floats; exact once the dial rests.')).toBeTruthy();
    await waitFor(() => {
      expect(screen.queryByText('Exact decimals.')).toBeTruthy();
    });
    const exact = whatIf(bench, [{ parameter: DISCOUNT, op: 'set', value: '0.6', at: null }]).impact?.total ?? [];
    const base = assessment.results?.impact.total ?? [];
    const scale = tableScale([...base, ...exact]);
    expect(row(WHAT_IF, 'What if')).toEqual(exact.map((value) => scaled(value, scale, GBP)));
    expect(row(WHAT_IF, 'Base')).toEqual(base.map((value) => scaled(value, scale, GBP)));
    expect(screen.getByText('What if · sheet untouched')).toBeTruthy();
    expect(workbook.writes).toEqual([]);
    await waitFor(() => {
      expect(screen.getByRole('status', { name: '' }).textContent).toMatch(/^£.*m over five years, over from 2016\.$/);
    });
    await accessible();
    fireEvent.keyDown(slider, { key: 'Delete' });
    expect(row(WHAT_IF, 'What if')).toEqual(row(WHAT_IF, 'Base'));
    expect(screen.queryByText('What if · sheet untouched')).toBeNull();
  });

  it('any number of the workbook is found, and a field takes what is typed', async () => {
    await opened('Dials');
    await dial();
    fireEvent.change(screen.getByRole('combobox', { name: 'Another dial' }), { target: { value: 'costs fees unit' } });
    expect(screen.queryAllByRole('option', { name: /Costs\// })).toEqual([]);
    const search = screen.getByRole('combobox', { name: 'Another dial' });
    fireEvent.change(search, { target: { value: 'discount rate' } });
    fireEvent.keyDown(search, { key: 'Enter' });
    const field = await screen.findByRole('textbox', { name: 'Discount rate, value' });
    typeInto(field, '5');
    expect(screen.getByRole('slider', { name: 'Discount rate' }).getAttribute('aria-valuetext')).toBe('5%, was 3.5%');
    typeInto(field, 'five');
    expect(screen.getByRole('slider', { name: 'Discount rate' }).getAttribute('aria-valuetext')).toBe('5%, was 3.5%');
  });

  it('says what would keep every year under the line, rounded to the safe side', async () => {
    await opened('Dials');
    await dial();
    await waitFor(() => {
      expect(row('To stay under £20.0m in every tested year', 'Discount of Antiviral course')[0]).toMatch(/^at least/);
    });
    const { roots }: BreakEven = breakEven(bench, { parameter: DISCOUNT, figure: 'Highest tested year' });
    const said = Number(
      /[\d.]+/.exec(row('To stay under £20.0m in every tested year', 'Discount of Antiviral course')[0] ?? '')?.[0],
    );
    const found = Number(roots[0]?.value) * 100;
    expect(said).toBeGreaterThanOrEqual(found);
    expect(said - found).toBeLessThan(0.1);
  });

  it('saves what is turned as rows for a table of the user’s, or on a sheet of its own', async () => {
    const workbook = await opened('Dials');
    fireEvent.change(await dial(), { target: { value: '0.6' } });
    fireEvent.click(screen.getByRole('button', { name: 'Save scenario…' }));
    const panel = within(await screen.findByRole('region', { name: 'Save scenario' }));
    expect(panel.getByRole('button', { name: 'Copy the rows' }).hasAttribute('disabled')).toBe(true);
    const taken = assessment.results?.scenarios[0]?.scenario ?? '';
    fireEvent.change(panel.getByRole('textbox', { name: /Name/ }), { target: { value: taken } });
    expect(panel.getByText('This name is taken.')).toBeTruthy();
    const copied: string[] = [];
    Object.assign(navigator, { clipboard: { writeText: (text: string) => Promise.resolve(copied.push(text)) } });
    fireEvent.change(panel.getByRole('textbox', { name: /Name/ }), { target: { value: 'Two thirds off' } });
    fireEvent.click(panel.getByRole('button', { name: 'Copy the rows' }));
    await panel.findByText('Copied.');
    expect(copied[0]?.split('\t').slice(0, 4)).toEqual(['Two thirds off', DISCOUNT, 'set', '0.6']);
    expect(workbook.writes).toEqual([]);
  });
});

describe('Drivers', () => {
  it('ranks what moves the figure, with both ends typed beside the bars', async () => {
    await opened('Drivers');
    const bars = oneWay(bench).bars;
    const rows = within(await screen.findByRole('region', { name: 'One at a time' })).getAllByRole('listitem');
    expect(rows).toHaveLength(bars.length);
    expect(rows[0]?.textContent).toContain('Discount of Antiviral course at 50%: +£');
    expect(rows[0]?.textContent).toContain('50% to 65%');
    expect(screen.getByTestId('lead').textContent).toMatch(
      /^Discount of Antiviral course moves the five-year figure most: from £.* to £.*m\.$/,
    );
    await screen.findByText(/Exact: the figure is a straight line in it/);
    await accessible();
  });

  it('shows two at once as a table with its words, and takes scenarios apart so that all adds up', async () => {
    await opened('Drivers');
    fireEvent.click(await screen.findByRole('button', { name: 'Show the grid' }));
    const grid = await screen.findByRole('table', { name: /across, .* down/ });
    expect(within(grid).getAllByRole('rowheader')).toHaveLength(6);
    expect(screen.getByText(/36 of 36 pairs lie over £20.0m/)).toBeTruthy();
    const steps = await screen.findByRole('table', { name: /^From Base to/ });
    const amounts = [...steps.querySelectorAll('tr')].map(
      (line) =>
        [
          line.querySelector('th')?.textContent ?? '',
          Number((line.querySelector('td:last-child')?.textContent ?? '').replace('\u2212', '-').replaceAll(',', '')),
        ] as const,
    );
    const inner = amounts.slice(0, -1).reduce((sum, [, amount]) => sum + amount, 0);
    expect(inner).toBeCloseTo(amounts.at(-1)?.[1] ?? NaN, 0);
    await accessible();
  });
});

describe('Chance', () => {
  it('says how likely, by year and by line, where the doubt comes from, and how sure that is', async () => {
    await opened('Chance');
    await screen.findByRole('region', { name: 'How sure this is' });
    expect(screen.getByTestId('lead').textContent).toMatch(
      /^The budget holds in every tested year in .* of 100 futures\./,
    );
    expect(
      screen.getByRole('img', {
        name: /^Fan chart\. The middle estimate (rises|falls) from £.* nine in ten draws lie/,
      }),
    );
    expect(row('Range of the yearly impact', 'Over')).toHaveLength(5);
    expect(
      screen.getByText(
        /4,096 draws, scrambled Sobol points, seed \d+, .* s\. \d+ draws were repeated in decimals; the largest difference was/,
      ),
    ).toBeTruthy();
    expect(screen.getByText(/standard error of £/)).toBeTruthy();
    await accessible();
  });

  it('shows how far it is, and keeps what was drawn when it is called off', async () => {
    await opened('Chance');
    await screen.findByText(/^Cancel keeps the [\d,]+ draws already made\.$/);
    expect(screen.getByTestId('lead').textContent).toMatch(
      /^So far the budget holds in .* futures, give or take \d+\.$/,
    );
    fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
    expect(screen.getByText(/Called off; what had been drawn by then is shown/)).toBeTruthy();
    expect(screen.queryByRole('button', { name: 'Cancel' })).toBeNull();
    const drawn = Number(
      /^([\d,]+) of 4,096 draws/.exec(screen.getByText(/of 4,096 draws,/).textContent)?.[1]?.replace(',', ''),
    );
    expect(drawn).toBeGreaterThan(0);
    expect(drawn).toBeLessThan(4096);
    fireEvent.change(screen.getByRole('textbox', { name: 'Draws' }), { target: { value: '1024' } });
    fireEvent.click(screen.getByRole('button', { name: 'Draw again' }));
    await screen.findByText(/^1,024 draws, /);
  });
});
