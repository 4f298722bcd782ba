/**
 * Live models calculated in this process give the engine's figures, every one, to 1e-9: as written, with each scenario
 * chosen, and with an input typed over. LibreOffice says the same of more models, and takes minutes (agreement.slow).
 */
import fc from 'fast-check';
import { assessLive, type LiveAssessment } from '../../src/assess';
import { liveReport } from '../../src/outputs/live-report';
import type { Report, Snapshot } from '../../src/workbook/workbook';
import { openXlsx } from '../../src/workbook/xlsx';
import { valueWorkbooks } from '../random/value';
import { snapshotOf, workbooks } from '../random/workbooks';
import { calculated, type Edit } from './calculated';
import { edited, type Typing } from './edited';
import { lint } from './lint';
import { marksWrong } from './marks';
import { atPlacesOf, compare, modelOf, otherCells, resultsAfter } from './written';

interface Book {
  readonly snapshot: Snapshot;
  readonly live: NonNullable<LiveAssessment['live']>;
  readonly report: Report;
}

function written(snapshot: Snapshot): Book | null {
  const { live, results } = assessLive(snapshot);
  return live && results && { snapshot, live, report: liveReport(results, live, '1 Jan 2026 12:00') };
}

const opened = async (name: string): Promise<Snapshot> => (await openXlsx(modelOf(name))).read();

/** Everything that is wrong with a book as written: figures, result sheets, the rules of written formulas. */
function faults({ snapshot, live, report }: Book): readonly string[] {
  const sheets = calculated(snapshot, report);
  return [
    ...compare(live, sheets).first.map(({ said }) => said),
    ...otherCells(report, sheets).slice(0, 3),
    ...lint(report).map(({ rule, at }) => `${rule} ${at}`),
    ...marksWrong(live).slice(0, 5),
  ];
}

/** Figures that differ from those of a run of another workbook or scenario, after cells are typed over. */
function faultsAfter(book: Book, edits: readonly Edit[], again: LiveAssessment['live']): readonly string[] {
  const moved = again && atPlacesOf(book.live, again);
  const blocks = moved?.sheets.reduce((sum, sheet) => sum + sheet.blocks.length, 0) ?? 0;
  if (!moved || blocks < 10) return [`only ${String(blocks)} blocks to compare`];
  return compare(moved, calculated(book.snapshot, book.report, edits)).first.map(({ said }) => said);
}

/** Every scenario that the selector offers, chosen. */
const faultsByScenario = (book: Book): readonly string[] =>
  book.live.figures.scenarios
    .slice(1)
    .flatMap((scenario) =>
      faultsAfter(book, [['Summary', 'J2', scenario]], assessLive(book.snapshot, { scenario }).live).map(
        (said) => `${scenario}: ${said}`,
      ),
    );

const given = (book: Book | null): Book => {
  if (!book) throw new Error('no figures');
  return book;
};

test.each([
  ['htabim_vignette', ['Base', 'conservative', 'optimistic', 'Discounted 3.5 %']],
  ['hcv_australia_subscription', ['Base', 'As planned', 'As planned, dollars of Australia']],
  ['realisation/micro_example', []],
] as const)('%s, and its scenarios', async (name, scenarios) => {
  const book = given(written(await opened(name)));
  expect(faults(book)).toEqual([]);
  expect(book.live.figures.scenarios).toEqual(scenarios);
  expect(faultsByScenario(book)).toEqual([]);
});

const ALL = { streams: true, cohorts: true, regimens: true, agreements: true, tests: true, splits: true };

/** Drawn models: the family, the seed, and the one of its models that is small and has much in it. */
test.each([
  ['streams and agreements', workbooks({ agreements: true, streams: true }), 1],
  ['cohorts and doses', workbooks({ cohorts: true, regimens: true }), 0],
  ['everything', workbooks(ALL), 1],
  ['value realisation in stock accounting', valueWorkbooks({ accounting: 'stock', wide: true }), 2],
] as const)('a drawn model of %s, and its scenarios', (_, family, which) => {
  const [tables = []] = fc.sample(family, { numRuns: which + 1, seed: 11 }).slice(which);
  const book = given(written(snapshotOf(tables)));
  expect(faults(book)).toEqual([]);
  expect(faultsByScenario(book)).toEqual([]);
});

/** Cells typed over one after another: the workbook they give, and where they stand. */
function typedOver(
  book: Book,
  cells: readonly Typing[],
): { readonly snapshot: Snapshot; readonly edits: readonly Edit[] } {
  let snapshot = book.snapshot;
  const edits = cells.map((typing): Edit => {
    const made = edited(snapshot, typing);
    if (!made) throw new Error(`no cell of ${typing[0]}`);
    snapshot = made.snapshot;
    return [made.sheet, made.cell, made.value];
  });
  return { snapshot, edits };
}

test.each<readonly [name: string, cells: readonly Typing[]]>([
  [
    'htabim_vignette',
    [
      ['BIM_Costs', 0, 'Unit cost', 123.45],
      ['BIM_Population', 2, 'blank Growth', -0.1],
      ['BIM_Population', 0, 'Base', 777777],
    ],
  ],
  [
    'realisation/micro_example',
    [
      ['BIM_Resources', 0, 'Available', 5],
      ['BIM_Outcomes', 0, 'Realised', 0.75],
      ['BIM_Population', 0, 'Base', 180],
    ],
  ],
])('%s with inputs typed over is what the engine makes of them', async (name, cells) => {
  const book = given(written(await opened(name)));
  const { snapshot, edits } = typedOver(book, cells);
  const again = given(written(snapshot));
  expect(faultsAfter(book, edits, again.live)).toEqual([]);
  const { compared, wrong } = resultsAfter(book.report, again.report, calculated(book.snapshot, book.report, edits));
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(30);
});

/** Cells of a register; percentiles are values of the run, so that only the room moves what is printed. */
test.each<readonly [what: string, cells: readonly Typing[], printed: boolean]>([
  ['room', [['BIM_Resources', 0, '2028', 4000000]], true],
  [
    'chances, dates and people',
    [
      ['BIM_Horizon', 0, 'blank Probability', 0.4],
      ['BIM_Horizon', 1, 'Funded', 0.6],
      ['BIM_Horizon', 2, 'Eligible', 500],
      ['BIM_Horizon', 3, 'Launch', 2027.75],
      ['BIM_Horizon', 4, 'Years to peak', 2.5],
      ['BIM_Horizon', 5, 'Net cost per patient', 100],
    ],
    false,
  ],
])('a register with its %s typed over is what the engine makes of it', async (_, cells, printed) => {
  const book = given(written(await opened('realisation/horizon_register')));
  if (printed) expect(faults(book)).toEqual([]);
  const { snapshot, edits } = typedOver(book, cells);
  const again = given(written(snapshot));
  expect(faultsAfter(book, edits, again.live)).toEqual([]);
  if (!printed) return;
  const { compared, wrong } = resultsAfter(book.report, again.report, calculated(book.snapshot, book.report, edits));
  expect(wrong).toEqual([]);
  expect(compared).toBeGreaterThan(300);
});
