/** Cells as programs really store them: every kind of value, and the corners of the format. */
import { openXlsx } from '../../../src/workbook/xlsx';
import type { Cell, Snapshot } from '../../../src/workbook/workbook';
import { partsOf } from './bench';
import { rawParts, tablePart, zipped, type RawBook } from './fixture';

const read = async (parts: Record<string, string>): Promise<Snapshot> => (await openXlsx(zipped(parts))).read();
/** Reads one table `BIM_T` over A1:?: a header row `a b c` and the rows given as XML of cells. */
async function cells(
  rows: string,
  ref: string,
  columns: readonly string[],
  book: Partial<RawBook> = {},
  more = '',
): Promise<readonly (readonly Cell[])[]> {
  const body = `<sheetData><row r="1">${columns.map((column, i) => `<c r="${String.fromCharCode(65 + i)}1" t="inlineStr"><is><t>${column}</t></is></c>`).join('')}</row>${rows}</sheetData>`;
  const snapshot = await read(
    rawParts({ sheets: [{ name: 'S', body, tables: [tablePart('BIM_T', ref, columns, more)] }], ...book }),
  );
  return snapshot.tables[0]?.rows ?? [];
}
const values = (rows: readonly (readonly Cell[])[]): unknown[][] => rows.map((row) => row.map((cell) => cell.value));

describe('values', () => {
  test('numbers are the doubles that stand there, whatever their format', async () => {
    const texts = ['0.1', '1e-7', '3.5000000000000003E-2', '-0.30000000000000004', '123456789012345680', '0', '5E-324'];
    const rows = await cells(
      texts.map((text, i) => `<row r="${String(i + 2)}"><c r="A${String(i + 2)}"><v>${text}</v></c></row>`).join(''),
      'A1:A8',
      ['a'],
    );
    expect(values(rows).flat()).toEqual([0.1, 1e-7, 0.035, -0.30000000000000004, 123456789012345680, 0, 5e-324]);
  });

  test('texts: shared, rich, in place, of a formula; with phonetic guides left out and escapes undone', async () => {
    const strings =
      '<si><t xml:space="preserve"> plain </t></si><si><r><rPr><b/></rPr><t>ri</t></r><r><t>ch</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></si><si><t>a_x000A_b_x005F_x0041_</t></si><si><t/></si>';
    const rows = await cells(
      '<row r="2"><c r="A2" t="s"><v>0</v></c><c r="B2" t="s"><v>1</v></c><c r="C2" t="s"><v>2</v></c></row>' +
        '<row r="3"><c r="A3" t="inlineStr"><is><r><t>in</t></r><r><t> place &lt;&#x26;&#62;</t></r></is></c><c r="B3" t="str"><f>"x"&amp;"y"</f><v>xy</v></c><c r="C3" t="s"><v>3</v></c></row>',
      'A1:C3',
      ['a', 'b', 'c'],
      { strings },
    );
    expect(rows).toEqual([
      [{ value: ' plain ' }, { value: 'rich' }, { value: 'a\nb_x0041_' }],
      [{ value: 'in place <&>' }, { value: 'xy', formula: '="x"&"y"' }, { value: '' }],
    ]);
  });

  test('booleans, errors, blanks, and formulas without a value', async () => {
    const rows = await cells(
      '<row r="2"><c r="A2" t="b"><v>1</v></c><c r="B2" t="e"><f>1/0</f><v>#DIV/0!</v></c><c r="C2" s="1"/></row>' +
        '<row r="3"><c r="A3"><f>B1</f></c><c r="B3" t="str"><f>C1</f></c><c r="C3"><v></v></c></row>',
      'A1:C3',
      ['a', 'b', 'c'],
    );
    expect(rows).toEqual([
      [{ value: true }, { value: null, error: '#DIV/0!', formula: '=1/0' }, { value: null }],
      [{ value: null, formula: '=B1' }, { value: null, formula: '=C1' }, { value: null }],
    ]);
  });

  test('dates are numbers with a flag: built-in, by a code of the workbook, by ISO text', async () => {
    const row =
      '<row r="2"><c r="A2" s="1"><v>46023</v></c><c r="B2" s="2"><v>46023.5</v></c><c r="C2" t="d"><v>2026-01-01T12:00:00</v></c><c r="D2"><v>46023</v></c></row>';
    const [found] = await cells(row, 'A1:D2', ['a', 'b', 'c', 'd']);
    expect(found).toEqual([
      { value: 46023, date: true },
      { value: 46023.5, date: true },
      { value: 46023.5, date: true },
      { value: 46023 },
    ]);
    const [in1904] = await cells(row, 'A1:D2', ['a', 'b', 'c', 'd'], { before: '<workbookPr date1904="1"/>' });
    expect(in1904?.map((cell) => cell.value)).toEqual([47485, 47485.5, 46023.5, 46023]);
  });

  test('shared formulas are read as they stand in each cell', async () => {
    const formula = 'SUM(A2:$A$3,A$2,$A2)*LOG10(A2)+Sheet1!A2+\'A2\'!A2&amp;"A2 ""A2"""&amp;T[A2]+AB12';
    const rows = await cells(
      `<row r="2"><c r="A2"><v>1</v></c><c r="B2"><f t="shared" ref="B2:C3" si="0">${formula}</f><v>1</v></c><c r="C2"><f t="shared" si="0"/><v>2</v></c></row><row r="3"><c r="A3"><v>1</v></c><c r="B3"><f t="shared" si="0"/><v>3</v></c></row>`,
      'A1:C3',
      ['a', 'b', 'c'],
    );
    expect(rows[0]?.[2]).toEqual({
      value: 2,
      formula: '=SUM(B2:$A$3,B$2,$A2)*LOG10(B2)+Sheet1!B2+\'A2\'!B2&"A2 ""A2"""&T[A2]+AC12',
    });
    expect(rows[1]?.[1]).toEqual({
      value: 3,
      formula: '=SUM(A3:$A$3,A$2,$A3)*LOG10(A3)+Sheet1!A3+\'A2\'!A3&"A2 ""A2"""&T[A2]+AB13',
    });
  });
});

describe('tables', () => {
  test("the row of totals is left out; a table without headers takes its columns' names", async () => {
    const rows = '<row r="2"><c r="A2"><v>1</v></c></row><row r="3"><c r="A3"><v>2</v></c></row>';
    expect(values(await cells(rows, 'A1:A3', ['a'], {}, ' totalsRowCount="1"'))).toEqual([[1]]);
    const body =
      '<sheetData><row r="1"><c r="A1"><v>7</v></c></row><row r="2"><c r="A2"><v>8</v></c></row></sheetData>';
    const snapshot = await read(
      rawParts({
        sheets: [
          { name: 'S', body, tables: [tablePart('bim_prices', 'A1:A2', ['Line_x000a_break'], ' headerRowCount="0"')] },
        ],
      }),
    );
    expect(snapshot.tables[0]).toMatchObject({ name: 'bim_prices', row: 0, column: 1, headers: ['Line\nbreak'] });
    expect(values(snapshot.tables[0]?.rows ?? [])).toEqual([[7], [8]]);
  });

  test('merged cells and hidden rows are told; cells without an address follow one another', async () => {
    const body =
      '<sheetData><row><c><v>1</v></c><c><v>2</v></c></row><row hidden="1"><c><v>3</v></c><c><v>4</v></c></row></sheetData><mergeCells count="1"><mergeCell ref="A2:B2"/></mergeCells>';
    const snapshot = await read(
      rawParts({ sheets: [{ name: 'S', body, tables: [tablePart('BIM_T', 'A1:B2', ['1', '2'])] }] }),
    );
    expect(snapshot.tables[0]?.rows).toEqual([
      [
        { value: 3, merged: true },
        { value: 4, merged: true },
      ],
    ]);
    expect(snapshot.tables[0]?.hiddenRows).toEqual([2]);
  });

  test('names that JavaScript holds dear are names like any other', async () => {
    const rows = await cells(
      '<row r="2"><c r="A2" t="inlineStr"><is><t>__proto__</t></is></c><c r="B2"><v>1</v></c></row>',
      'A1:B2',
      ['__proto__', 'constructor'],
    );
    expect(rows).toEqual([[{ value: '__proto__' }, { value: 1 }]]);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test('a table over whole columns is refused, not filled with a million blanks', async () => {
    await expect(cells('', 'A1:J1048576', ['a', 'b', 'c'])).rejects.toThrow(/BIM_T on sheet S spans 1048575 rows/);
  });
});

describe('dialects', () => {
  const book = rawParts({
    sheets: [
      {
        name: 'S',
        body: '<sheetData><row r="1"><c r="A1" t="inlineStr"><is><t>a</t></is></c></row><row r="2"><c r="A2"><v>5</v></c></row></sheetData>',
        tables: [tablePart('BIM_T', 'A1:A2', ['a'])],
      },
    ],
    after:
      '<definedNames><definedName name="Here" localSheetId="0">S!$A$1</definedName><definedName name="_xlnm.Print_Area" localSheetId="0">S!$A$1</definedName></definedNames><calcPr calcMode="manual"/>',
  });

  test('elements with a prefix, as the Open XML SDK writes them', async () => {
    const prefixed = Object.fromEntries(
      Object.entries(book).map(([path, text]) => [
        path,
        /xl\/(work|sheet|tables|styles)/.test(path) && !path.endsWith('.rels')
          ? text.replaceAll(/<(\/?)(?=[a-z])(?!xml)/g, '<$1x:').replaceAll('xmlns="', 'xmlns:x="')
          : text,
      ]),
    );
    expect(prefixed['xl/workbook.xml']).toContain('<x:sheet ');
    const [before, after] = [await read(book), await read(prefixed)];
    expect(after).toEqual(before);
    expect(before.tables[0]?.rows).toEqual([[{ value: 5 }]]);
    const workbook = await openXlsx(zipped(prefixed));
    await workbook.write({
      title: '',
      stamp: 's',
      language: 'en',
      open: 'k',
      names: [],
      sheets: [
        {
          key: 'k',
          name: 'New',
          purpose: 'result',
          widths: [],
          cells: [{ row: 1, column: 1, value: 'x', style: 'body' }],
          tables: [],
          charts: [],
          validations: [],
          conditions: [],
          print: {
            area: { from: [1, 1], to: [1, 1] },
            orientation: 'landscape',
            fit: 'one page',
            footer: ['', '', ''],
          },
        },
      ],
    });
    const again = await (await openXlsx(await workbook.bytes())).read();
    expect(again.sheets).toEqual(['S', 'New']);
    expect(partsOf(await workbook.bytes())['xl/workbook.xml']).toContain('<x:sheet name="New"');
  });

  test('Strict Open XML is read, and not written into', async () => {
    const strict = Object.fromEntries(
      Object.entries(book).map(([path, text]) => [
        path,
        text
          .replaceAll(
            'http://schemas.openxmlformats.org/spreadsheetml/2006/main',
            'http://purl.oclc.org/ooxml/spreadsheetml/main',
          )
          .replaceAll(
            'http://schemas.openxmlformats.org/officeDocument/2006/relationships',
            'http://purl.oclc.org/ooxml/officeDocument/relationships',
          ),
      ]),
    );
    const workbook = await openXlsx(zipped(strict));
    expect((await workbook.read()).tables[0]?.rows).toEqual([[{ value: 5 }]]);
    await expect(
      workbook.write({ title: '', stamp: '', language: 'en', sheets: [], names: [], open: '' }),
    ).rejects.toThrow(/Strict Open XML/);
  });

  test("names of one sheet carry it, the application's own are left out, manual calculation is told", async () => {
    const snapshot = await read(book);
    expect(snapshot.names).toEqual([{ name: "'S'!Here", refersTo: '=S!$A$1' }]);
    expect(snapshot.calculated).toBe(false);
  });
});
