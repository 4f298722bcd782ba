/**
 * The live workbook recalculates in LibreOffice to the engine's figures: every written figure of every case, to 1e-9 of
 * the larger of the figure and the largest of its block; with each scenario chosen; and with inputs edited in the file.
 */
import { assessLive } from '../../src/assess';
import { columnName } from '../../src/engine/readings/live/references';
import { TooLarge } from '../../src/engine/readings/live/document';
import { liveReport } from '../../src/outputs/live-report';
import { openXlsx } from '../../src/workbook/xlsx';
import { recalculateAll, type Job, type Sheets } from '../libreoffice/batch';
import { edited, type Typing } from './edited';
import { lint } from './lint';
import {
  atPlacesOf,
  CASE_NAMES,
  compare,
  modelOf,
  otherCells,
  REALISED_NAMES,
  resultsAfter,
  writeLive,
  type Written,
} from './written';

/** Published cases as live workbooks, by year where the months are too many: each is written once for all tests. */
const books = new Map<string, Promise<Written | null>>();
const liveOf = (name: string): Promise<Written | null> => {
  const byYear = (refused: unknown): Promise<Written | null> => {
    if (refused instanceof TooLarge) return writeLive(modelOf(name), { byYear: true });
    throw refused;
  };
  const known = books.get(name) ?? writeLive(modelOf(name)).catch(byYear);
  books.set(name, known);
  return known;
};

const namesOf = ({ report }: Written): readonly string[] => report.sheets.map((sheet) => sheet.name);

test('every published case recalculates to the engine’s figures, and breaks no habit of the trade', async () => {
  const names = [...CASE_NAMES, ...REALISED_NAMES];
  const written = await Promise.all(names.map(liveOf));
  const made = written.flatMap((of) => of ?? []);
  expect(made.length).toBe(names.length);
  expect(
    made.flatMap(({ report }, index) => lint(report).map((broken) => ({ name: names[index], ...broken }))),
  ).toEqual([]);
  const all = await recalculateAll(made.map((of) => ({ bytes: of.bytes, sheets: namesOf(of) })));
  const found = made.map(({ live }, index) => compare(live, all[index] ?? {}));
  expect(found.filter(({ largest }) => largest > 1e-9).map(({ where }) => where)).toEqual([]);
  expect(found.every(({ compared }) => compared > 30)).toBe(true);
  expect(made.flatMap(({ report }, index) => otherCells(report, all[index] ?? {}).slice(0, 3))).toEqual([]);
}, 900_000);

const SCENARIOS = ['htabim_vignette', 'ixa001', 'semaglutide_uk', 'gavi', 'china_nip', 'hcv_australia_subscription'];

test('each scenario that is chosen gives what the engine ran', async () => {
  const made = (await Promise.all(SCENARIOS.map(liveOf))).flatMap((of) => of ?? []);
  const jobs = made.flatMap((of) =>
    of.live.figures.scenarios.slice(1).map((name) => ({
      of,
      name,
      job: { bytes: of.bytes, set: [['Summary', 'J2', name]], sheets: ['Calc', 'Checks'] } satisfies Job,
    })),
  );
  expect(jobs.length).toBeGreaterThan(12);
  const all = await recalculateAll(jobs.map(({ job }) => job));
  const wrong = jobs.filter(({ of }, index) => {
    const row = of.live.figures.gap?.row ?? 0;
    const gaps = Object.entries(all[index]?.['Calc'] ?? {}).filter(([cell]) =>
      new RegExp(`^[F-Z]${String(row)}$`).test(cell),
    );
    const lamp = String(all[index]?.['Checks']?.['C4'] ?? '');
    return (
      gaps.length === 0 ||
      gaps.some(([, gap]) => typeof gap !== 'number' || Math.abs(gap) > 1e-4) ||
      !lamp.startsWith('●')
    );
  });
  expect(wrong.map(({ name }) => name)).toEqual([]);
}, 900_000);

/** An input of a case: the table, its row (by the text of a cell) and column, and what is typed there. */
const EDITS: readonly (readonly [name: string, ...typing: Typing])[] = [
  ['htabim_vignette', 'BIM_Costs', 0, 'Unit cost', 123.45],
  ['ixa001', 'BIM_Population', 0, 'Base', 777777],
  ['semaglutide_uk', 'BIM_Population', 1, 'Base', 0.0123],
  ['ncpe', 'BIM_Prices', 0, 'List price', 999.99],
  ['pmprb', 'BIM_Costs', 0, 'Unit cost', 55.5],
  ['cgm_t2dm', 'BIM_Population', 0, 'Base', 123456],
  // A year that is blank in the file is typed: it must be picked up.
  ['easybim', 'BIM_Population', 0, 'blank year', 1234567],
  ['ixa001', 'BIM_Uptake', 0, 'blank year', 0.2],
  ['cadth', 'BIM_Population', 1, 'blank year', 0.02],
  // So must a growth that was none.
  ['easybim', 'BIM_Population', 1, 'blank Growth', 0.04],
  ['htabim_vignette', 'BIM_Population', 2, 'blank Growth', -0.1],
  // Gates, demand, benefits and the plan: Realised and Gates follow.
  ['realisation/micro_example', 'BIM_Resources', 0, 'Available', 5],
  ['realisation/micro_example', 'BIM_Population', 0, 'Base', 180],
  ['realisation/micro_example', 'BIM_Outcomes', 0, 'Realised', 0.75],
  ['realisation/micro_example', 'BIM_Tasks', 1, 'Duration', 3],
  ...(process.env.LIVE_CASES === 'all'
    ? ([
        ['realisation/inclisiran_england', 'BIM_Population', 0, 'Base', 1234567],
        // What happened: the bridge, the reforecast and the errors of the plan follow.
        ['realisation/inclisiran_england', 'BIM_Actuals', 1, 'Value', 5500],
        ['realisation/inclisiran_england', 'BIM_Actuals', 5, 'Value', 4321000],
        ['realisation/hepatitis_c_england', 'BIM_Population', 0, 'Base', 123456],
      ] as const)
    : []),
];

test('inputs edited in the file agree with a rerun of the engine', async () => {
  const tried = await Promise.all(
    EDITS.map(async (edit) => {
      const [name, ...typing] = edit;
      const written = await liveOf(name);
      const made = edited(await (await openXlsx(modelOf(name))).read(), typing);
      const { live: again, results } = made ? assessLive(made.snapshot) : { live: null, results: null };
      const rerun = again && results && liveReport(results, again, '1 Jan 2026 12:00');
      return written && made && again && rerun ? { name, written, made, again, rerun } : null;
    }),
  );
  const edits = tried.flatMap((each) => each ?? []);
  console.info(edits.map(({ name, made }) => `${name} ${made.sheet}!${made.cell} = ${String(made.value)}`).join('; '));
  expect(edits.length).toBe(EDITS.length);
  const all = await recalculateAll(
    edits.map(({ written, made }) => ({
      bytes: written.bytes,
      set: [[made.sheet, made.cell, made.value]],
      sheets: namesOf(written),
    })),
  );
  const wrong = edits.flatMap(({ name, again, written }, index) => {
    const { largest, first } = compare(atPlacesOf(written.live, again), all[index] ?? {});
    return largest > 1e-9 ? [`${name}: ${first[0]?.said ?? ''}`] : [];
  });
  expect(wrong).toEqual([]);
  // Result sheets, their tables and what charts draw are those of the rerun, and the sheets say that an input changed.
  const shown = edits.map(({ written, rerun }, index) => resultsAfter(written.report, rerun, all[index] ?? {}));
  console.info(edits.map(({ name }, index) => `${name}: ${String(shown[index]?.compared ?? 0)} cells`).join('; '));
  expect(shown.flatMap(({ wrong: cells }) => cells.slice(0, 3))).toEqual([]);
  expect(Math.min(...shown.map(({ compared }) => compared))).toBeGreaterThan(30);
  expect(all.map((sheets) => sheets['As run']?.['D6'])).toEqual(edits.map(() => 1));
  expect(all.flatMap((sheets) => (sheets['Realised'] ? [String(sheets['Realised']['B4']).charAt(0)] : []))).toEqual(
    edits.flatMap(({ name }) => (name.startsWith('realisation/') ? ['▲'] : [])),
  );
}, 900_000);

/** What the sheets say of changed inputs: how many, how many not followed, the line on Realised, the master lamp. */
const saidIn = (sheets: Sheets | undefined): readonly unknown[] => [
  sheets?.['As run']?.['D6'],
  sheets?.['As run']?.['D7'],
  String(sheets?.['Realised']?.['B4'] ?? '').charAt(0),
  String(sheets?.['Checks']?.['C4'] ?? '').charAt(0),
];

test('by year, and in an agreement, a change that no formula follows is told', async () => {
  const [byYear, agreed] = await Promise.all([
    writeLive(modelOf('realisation/micro_example'), { byYear: true }),
    liveOf('hcv_australia_subscription'),
  ]);
  const { tables } = await (await openXlsx(modelOf('hcv_australia_subscription'))).read();
  const terms = tables.find(({ name }) => name === 'BIM_Agreements');
  if (!byYear || !agreed || !terms) throw new Error('no figures');
  const type = `${columnName(terms.column + terms.headers.indexOf('Type'))}${String(terms.row + 1)}`;
  const job = ({ bytes }: Written, set: Job['set'] = []): Job => ({
    bytes,
    set,
    sheets: ['Checks', 'As run', 'Realised'].filter((name) => name !== 'Realised' || bytes === byYear.bytes),
  });
  const [before, capacity, asAgreed, changed] = await recalculateAll([
    job(byYear),
    job(byYear, [['Capacity', 'C4', 5]]),
    job(agreed),
    job(agreed, [[terms.sheet, type, 'discount']]),
  ]);
  expect(saidIn(before)).toEqual([0, 0, '', '●']);
  expect(saidIn(capacity)).toEqual([1, 1, '■', '■']);
  expect(saidIn(asAgreed)).toEqual([0, 0, '', '●']);
  expect(saidIn(changed)).toEqual([1, 1, '', '■']);
}, 300_000);
