/** What Excel's adapter does beyond the contract: round trips, looks, charts, faults. Office.js is Microsoft's own. */
import { buildReport } from '../../src/outputs/report';
import type { CellSpec, ChartSpec, Report, SheetSpec } from '../../src/workbook/workbook';
import { findSheet, type Sheet } from '../excel-host/book';
import { chartsOf } from '../excel-host/things/charts';
import { looksOf } from '../excel-host/things/format';
import { conditionsOf } from '../excel-host/things/rules';
import { pageOf } from '../excel-host/things/worksheet';
import { settings } from '../excel-host/thing';
import { exampleResults } from '../outputs/fixture';
import { report, sheetSpec, type Seed } from './contract';
import { excelBench, type ExcelBench } from './excelBench';

const SEED: Seed = {
  sheets: [
    {
      name: 'Inputs',
      rows: [
        ['Setting', 'Value'],
        ['Years', 5],
      ],
      tables: { BIM_Model: 'A1:B2' },
    },
  ],
};

const sheetOf = (bench: ExcelBench, name: string): Sheet => {
  const sheet = findSheet(bench.host.book, name);
  if (sheet === undefined) throw new Error(`there is no sheet ${name}`);
  return sheet;
};
const lookAt = (sheet: Sheet, top: number, left: number) =>
  looksOf({ sheet, box: { top, left, bottom: top, right: left } });
const userCells = (bench: ExcelBench): string =>
  JSON.stringify(
    [...sheetOf(bench, 'Inputs').cells].map(([row, line]) => [
      row,
      [...line].map(([column, cell]) => [column, cell.held]),
    ]),
  );

/** One sheet with one of everything. */
function rich(): Report {
  const at = (row: number, from: number, to = from) => ({ from: [row, from], to: [row, to] }) as const;
  const cells: CellSpec[] = [
    { row: 2, column: 2, value: 'Answer', style: 'answer', span: 3 },
    { row: 12, column: 2, value: 'Medicines', style: 'input', indent: 1, note: 'with less without' },
    ...[1, 2, 3].map((n): CellSpec => ({
      row: 11,
      column: 2 + n,
      value: { number: String(2025 + n) },
      style: 'headerRight',
    })),
    ...[1, 2, 3].map((n): CellSpec => ({
      row: 12,
      column: 2 + n,
      value: { number: String(n * 1e6) },
      style: 'totalFigure',
      format: '#,##0.0,,',
    })),
  ];
  const chart: ChartSpec = {
    kind: 'stacked columns',
    name: 'Where the money goes',
    title: 'Where the money goes, £ million',
    at: { from: [14, 2], to: [24, 5] },
    format: '#,##0,,',
    legend: true,
    gap: 55,
    minimum: 0,
    description: 'Rises from 1 to 3 million pounds.',
    series: [
      { name: at(12, 2), categories: at(11, 3, 5), values: at(12, 3, 5), colour: '14375E' },
      {
        name: at(2, 2),
        categories: at(11, 3, 5),
        values: at(12, 3, 5),
        colour: '000000',
        line: { width: 2, marker: 'diamond', dash: true },
        labels: '0.0,,',
      },
    ],
  };
  const spec: SheetSpec = {
    ...sheetSpec('summary', 'Summary', cells),
    purpose: 'input',
    widths: [2, 34, 10.7, 10.7],
    heights: { 1: 27 },
    charts: [chart],
    freeze: [7, 3],
    outline: [[11, 12]],
    validations: [
      {
        from: [5, 3],
        to: [6, 3],
        rule: { kind: 'decimal', minimum: '0', maximum: '1' },
        severity: 'stop',
        title: 'Share',
        message: 'A share from 0 to 1.',
        prompt: 'As a fraction',
      },
      {
        from: [5, 2],
        to: [6, 2],
        rule: { kind: 'list', items: ['yes', 'no'] },
        severity: 'information',
        title: 'Answer',
        message: 'yes or no',
      },
    ],
    conditions: [{ from: [5, 3], to: [6, 3], formula: '=ISTEXT(C5)', style: 'bad' }],
    print: {
      area: { from: [1, 1], to: [30, 5] },
      titleRows: [1, 6],
      titleColumns: [2, 3],
      orientation: 'landscape',
      fit: { scale: 80, breaks: [14] },
      footer: ['R&D · 1', '&A', 'Page &P of &N'],
    },
  };
  return { title: 'Rich', stamp: 'run 1', language: 'en-GB', sheets: [spec], names: [], open: 'summary' };
}

describe('round trips', () => {
  test('reads in two, and writes in two', async () => {
    const bench = excelBench(SEED);
    const workbook = await bench.open();
    await workbook.read();
    expect(bench.host.exchanges).toHaveLength(2);
    await workbook.write(report('run 1'));
    expect(bench.host.exchanges).toHaveLength(4);
    await workbook.write(report('run 2', '6'));
    expect(bench.host.exchanges).toHaveLength(6);
    await workbook.read();
    expect(bench.host.exchanges).toHaveLength(8);
  });

  test('a real report is one load, and far below what Excel on the web takes', async () => {
    const bench = excelBench(SEED);
    const workbook = await bench.open();
    await workbook.read();
    const before = bench.host.exchanges.length;
    const written = await workbook.write(buildReport(exampleResults(), '2026-03-01 10:12'));
    // Two, and the question how the charts can be described.
    expect(bench.host.exchanges.length - before).toBe(3);
    const last = bench.host.exchanges.at(-2);
    expect(last?.requestBytes).toBeLessThan(2_000_000);
    expect(last?.responseBytes).toBeLessThan(2_000_000);
    expect(written.sheets.length).toBeGreaterThan(3);
    const again = await workbook.read();
    expect(again.owned.map((sheet) => sheet.changed)).toEqual(written.sheets.map(() => false));
    const faults = again.tables.flatMap((table) => table.rows.flat().filter((cell) => cell.error !== undefined));
    expect(faults).toEqual([]);
  });

  test('a report beyond two megabytes goes in loads, none larger, with the same cells', async () => {
    const bench = excelBench(SEED);
    const many = Array.from({ length: 1200 }, (_, n): CellSpec => ({
      row: 10 + Math.floor(n / 4),
      column: 2 + (n % 4),
      value: `${String(n)} ${'long '.repeat(600)}`,
      style: 'note',
    }));
    await (await bench.open()).write({ ...report('run 1'), sheets: [sheetSpec('summary', 'Summary', many)] });
    const sizes = bench.host.exchanges.map((exchange) => exchange.requestBytes);
    expect(sizes.length).toBeGreaterThan(2);
    expect(Math.max(...sizes)).toBeLessThan(2_200_000);
    expect(await bench.look('Summary', 'E309')).toBe(`1199 ${'long '.repeat(600)}`);
    expect((await (await bench.open()).read()).owned[0]?.changed).toBe(false);
  });
});

describe('what is written', () => {
  test('looks, formats, widths, panes, groups and merged cells', async () => {
    const bench = excelBench(SEED);
    await (await bench.open()).write(rich());
    const sheet = sheetOf(bench, 'Summary');
    expect(lookAt(sheet, 12, 2)).toMatchObject({
      'Font.Color': '#1F3FBF',
      'Fill.Color': '#FFF8DC',
      'Border.Bottom.Style': 'Continuous',
      'Border.Left.Color': '#C9B458',
      IndentLevel: 1,
    });
    expect(lookAt(sheet, 12, 4)).toMatchObject({
      NumberFormat: '#,##0.0,,',
      'Font.Bold': true,
      HorizontalAlignment: 'Right',
      'Border.Top.Color': '#14375E',
    });
    expect(sheet.base.get('Font.Name')).toBe('Arial');
    expect(sheet.columns.get(2)?.get('ColumnWidth')).toBe((34 * 7 + 5) * 0.75);
    expect(sheet.rows.get(1)?.get('RowHeight')).toBe(27);
    expect(sheet.frozen).toEqual({ top: 1, left: 1, bottom: 6, right: 2 });
    expect([...sheet.outline]).toEqual([
      [11, 1],
      [12, 1],
    ]);
    expect(sheet.merges).toEqual([{ top: 2, left: 2, bottom: 2, right: 4 }]);
  });

  test('writing again neither nests the groups nor leaves old rules, charts or breaks', async () => {
    const bench = excelBench(SEED);
    const workbook = await bench.open();
    await workbook.write(rich());
    await workbook.write(rich());
    const sheet = sheetOf(bench, 'Summary');
    expect([...sheet.outline]).toEqual([
      [11, 1],
      [12, 1],
    ]);
    expect(chartsOf(sheet)).toHaveLength(1);
    expect(sheet.validations).toHaveLength(3);
    expect(conditionsOf(sheet)).toHaveLength(1);
    expect([...sheet.pageBreaks]).toEqual([14]);
  });

  test('Excel without groups gets the sheet without them', async () => {
    const bench = excelBench(SEED, { excelApi: '1.9' });
    await (await bench.open()).write(rich());
    expect(sheetOf(bench, 'Summary').outline.size).toBe(0);
    expect(await bench.look('Summary', 'C12')).toBe(1e6);
  });

  test('validations, conditions, notes and the printed page', async () => {
    const bench = excelBench(SEED);
    await (await bench.open()).write(rich());
    const sheet = sheetOf(bench, 'Summary');
    expect(sheet.validations.map((rule) => rule.members.get('Rule') ?? rule.members.get('Prompt'))).toEqual([
      { decimal: { formula1: 0, formula2: 1, operator: 'Between' } },
      { list: { inCellDropDown: true, source: 'yes,no' } },
      { title: '', message: 'with less without', showPrompt: true },
    ]);
    expect(sheet.validations[0]?.members.get('ErrorAlert')).toMatchObject({
      style: 'Stop',
      message: 'A share from 0 to 1.',
    });
    expect(conditionsOf(sheet)[0]?.settings).toMatchObject({
      'Custom.Rule.Formula': '=ISTEXT(C5)',
      'Custom.Format.Fill.Color': '#FBE1DE',
    });
    expect(Object.fromEntries(pageOf(sheet))).toMatchObject({
      area: 'A1:E30',
      titleRows: '$1:$6',
      titleColumns: '$B:$C',
    });
    expect([...sheet.pageBreaks]).toEqual([14]);
  });

  test('charts name cells, carry their axis, and draw lines over columns', async () => {
    const bench = excelBench(SEED);
    await (await bench.open()).write(rich());
    const [chart] = chartsOf(sheetOf(bench, 'Summary'));
    expect(chart).toMatchObject({
      type: 'ColumnStacked',
      name: 'Where the money goes',
      at: { top: 14, left: 2, bottom: 24, right: 5 },
    });
    expect(chart?.series.map(({ values, categories }) => [values, categories])).toEqual([
      ['Summary!C12:E12', 'Summary!C11:E11'],
      ['Summary!C12:E12', 'Summary!C11:E11'],
    ]);
    expect(chart && settings(chart.item)).toMatchObject({
      'Title.Text': 'Where the money goes, £ million',
      'Legend.Position': 'Bottom',
      'Axes.ValueAxis.NumberFormat': '#,##0,,',
      'Axes.ValueAxis.Minimum': 0,
      'Axes.CategoryAxis.TickLabelPosition': 'Low',
      PlotVisibleOnly: false,
    });
    const [columns, line] = chart?.series ?? [];
    expect(columns && settings(columns.item)).toMatchObject({
      Name: 'Medicines',
      'Format.Fill.Solid': '#14375E',
      GapWidth: 55,
      Overlap: 100,
    });
    expect(line && settings(line.item)).toMatchObject({
      Name: 'Answer',
      ChartType: 'Line',
      'Format.Line.LineStyle': 'Dash',
      MarkerStyle: 'Diamond',
      HasDataLabels: true,
    });
  });

  test('charts are described where Excel counts them among the shapes, and elsewhere the write is whole without', async () => {
    const described = async (arrange: (bench: ExcelBench) => void): Promise<unknown> => {
      const bench = excelBench(SEED);
      arrange(bench);
      expect((await (await bench.open()).write(rich())).sheets).toHaveLength(1);
      const [chart] = chartsOf(sheetOf(bench, 'Summary'));
      return chart && settings(chart.shape).AltTextDescription;
    };
    const [chart] = rich().sheets[0]?.charts ?? [];
    expect(
      await described(({ host }) => {
        host.book.chartsAreShapes = true;
      }),
    ).toBe(chart?.description);
    expect(await described(() => undefined)).toBeUndefined();
    expect(
      await described(({ host }) => {
        host.book.chartsAreShapes = true;
        host.inject(4, { kind: 'refused', code: 'InvalidArgument' });
      }),
    ).toBeUndefined();
  });

  test('nothing is selected or activated but by show', async () => {
    const bench = excelBench(SEED);
    const workbook = await bench.open();
    await workbook.write(rich());
    expect([bench.host.book.active, bench.host.book.selection]).toEqual([sheetOf(bench, 'Inputs').id, '']);
    await workbook.show({ sheet: 'Summary', cell: 'C12' });
    expect([bench.host.book.active, bench.host.book.selection]).toEqual([sheetOf(bench, 'Summary').id, 'Summary!C12']);
    await expect(workbook.show({ sheet: 'Gone', cell: 'A1' })).rejects.toThrow(
      /could not go to Gone!A1.*no longer there/,
    );
  });
});

describe('when Excel fails', () => {
  const failing = async (arrange: (bench: ExcelBench) => void, seconds?: number) => {
    const bench = excelBench(SEED, {}, seconds);
    const before = userCells(bench);
    const workbook = await bench.open();
    arrange(bench);
    const message = await workbook.write(report('run 1')).then(
      () => 'written',
      (error: unknown) => String(error),
    );
    expect(userCells(bench)).toBe(before);
    return { bench, workbook, message };
  };

  test('a cell that is being edited: tried again, then said', async () => {
    const code = 'InvalidOperationInCellEditMode';
    expect(
      (
        await failing((bench) => {
          bench.host.inject(1, { kind: 'refused', code });
        })
      ).message,
    ).toBe('written');
    const { bench, message } = await failing((one) => {
      for (const n of [1, 2, 3]) one.host.inject(n, { kind: 'refused', code });
    });
    expect(message).toMatch(/a cell is being edited\. Nothing was written\. Press Enter or Esc/);
    expect(bench.host.book.sheets).toHaveLength(1);
  });

  test('a cell that is being edited for long: Excel waits, says so, and writes once it ends', async () => {
    const bench = excelBench(SEED, {}, 0.5);
    const workbook = await bench.open();
    bench.host.edit(true);
    const writing = workbook.write(report('run 1'));
    expect(await workbook.isEditing()).toBe(true);
    await new Promise((resolve) => setTimeout(resolve, 1700)); // several times the watchdog's patience
    expect(bench.host.book.sheets).toHaveLength(1);
    bench.host.edit(false);
    expect((await writing).sheets).toHaveLength(2);
    expect(await workbook.isEditing()).toBe(false);
  });

  test('called off while a cell is being edited: nothing is written when that ends', async () => {
    const bench = excelBench(SEED);
    const workbook = await bench.open();
    const calledOff = new AbortController();
    bench.host.edit(true);
    const writing = workbook.write(report('run 1'), { signal: calledOff.signal });
    calledOff.abort(new Error('Cancelled. Nothing was written.'));
    bench.host.edit(false);
    await expect(writing).rejects.toThrow('Cancelled. Nothing was written.');
    expect(bench.host.book.sheets).toHaveLength(1);
  });

  test('the write breaks off: the sheets are known to be unfinished, and the next write mends them', async () => {
    const { bench, workbook, message } = await failing((one) => {
      one.host.inject(2, { kind: 'breaks off', code: 'AccessDenied', action: 25 });
    });
    expect(message).toMatch(
      /protected or read-only\. Perhaps incomplete: Summary, Annual; the next write does them again\..*results are still in the pane/,
    );
    const written = await workbook.write(report('run 2'));
    expect(written).toMatchObject({ kept: [], sheets: [{ name: 'Summary' }, { name: 'Annual' }] });
    expect(bench.host.book.sheets.map((sheet) => sheet.name)).toEqual(['Inputs', 'Summary', 'Annual']);
    expect((await workbook.read()).owned.map((sheet) => sheet.changed)).toEqual([false, false]);
  });

  test('Excel never answers: the watchdog ends the wait', async () => {
    const { message } = await failing((bench) => {
      bench.host.inject(1, { kind: 'silent' });
    }, 0.2);
    expect(message).toMatch(
      /did not answer for 0\.2 seconds\. Nothing was written\. Press Enter if a cell is being edited, then try again; if it stays so, reload the pane/,
    );
  });

  test('silence while writing: what was sent may still be done, and is said', async () => {
    const { message } = await failing((bench) => {
      bench.host.inject(2, { kind: 'silent' });
    }, 0.5);
    expect(message).toMatch(/Perhaps incomplete: Summary, Annual.*Excel may still write what it was sent/);
  });

  test('a protected structure: refused before anything is sent', async () => {
    const { bench, message } = await failing((one) => {
      one.host.book.isProtected = true;
    });
    expect(message).toMatch(/structure of this workbook is protected.*Nothing was written/);
    expect(bench.host.exchanges).toHaveLength(1);
  });

  test('a sheet of ours that was protected is kept as it is', async () => {
    const bench = excelBench(SEED);
    const workbook = await bench.open();
    await workbook.write(report('run 1'));
    sheetOf(bench, 'Summary').isProtected = true;
    expect(await workbook.write(report('run 2', '8'))).toMatchObject({
      kept: ['Summary'],
      sheets: [{ name: 'Summary (Realise)' }, { name: 'Annual' }],
    });
    expect(sheetOf(bench, 'Summary').isProtected).toBe(true);
    expect(await bench.look('Summary', 'C8')).toBe(5);
  });

  test('a sheet of ours that was deleted meanwhile is written anew', async () => {
    const bench = excelBench(SEED);
    const workbook = await bench.open();
    await workbook.write(report('run 1'));
    await bench.host.Excel.run(async (context) => {
      context.workbook.worksheets.getItem('Summary').delete();
      await context.sync();
    });
    expect(await workbook.write(report('run 2'))).toMatchObject({
      kept: [],
      sheets: [{ name: 'Summary' }, { name: 'Annual' }],
    });
    expect(bench.host.book.sheets.map((sheet) => sheet.name)).toEqual(['Inputs', 'Annual', 'Summary']);
  });

  test("a user's copy of our sheet stays his", async () => {
    const bench = excelBench({ sheets: [...SEED.sheets, { name: 'Summary (2)', rows: [[null, 'Budget impact']] }] });
    const workbook = await bench.open();
    await workbook.write(report('run 1'));
    await workbook.write(report('run 2'));
    expect(await bench.look('Summary (2)', 'B1')).toBe('Budget impact');
  });

  test('one conversation at a time', async () => {
    const workbook = await excelBench(SEED).open();
    const first = workbook.write(report('run 1'));
    await expect(workbook.write(report('run 1'))).rejects.toThrow(/still busy/);
    await first;
    await expect(workbook.write(report('run 2'))).resolves.toMatchObject({ kept: [] });
  });

  test('an Excel that turns text into a formula is found out', async () => {
    const bench = excelBench(SEED);
    const workbook = await bench.open();
    const spec = sheetSpec('summary', 'Summary', [{ row: 10, column: 2, value: '=1+1', style: 'body' }]);
    bench.host.book.dropsApostrophes = true;
    await expect(workbook.write({ ...report('run 1'), sheets: [spec] })).rejects.toThrow(
      /did not keep 1 cells as they were given, first Summary!B10/,
    );
  });
});

describe('reading', () => {
  test('manual calculation, and the language of the workbook', async () => {
    const bench = excelBench(SEED);
    Object.assign(bench.host.book, { calculation: 'Manual', calculationState: 'Pending', culture: 'de-DE' });
    expect(await (await bench.open()).read()).toMatchObject({ calculated: false, language: 'de-DE' });
    bench.host.book.calculationState = 'Done';
    expect(await (await bench.open()).read()).toMatchObject({ calculated: true });
  });

  test('a passing fault is tried again, a lasting one is said', async () => {
    const bench = excelBench(SEED);
    bench.host.inject(2, { kind: 'refused', code: 'GeneralException' });
    expect((await (await bench.open()).read()).tables).toHaveLength(1);
    for (const n of [1, 2, 3])
      bench.host.inject(n, { kind: 'refused', code: 'GeneralException', message: 'An internal error has occurred.' });
    await expect((await bench.open()).read()).rejects.toThrow(
      /could not read the workbook: An internal error has occurred \(GeneralException\)\. Nothing was changed/,
    );
  });
});
