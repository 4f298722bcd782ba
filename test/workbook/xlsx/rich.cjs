/**
 * A workbook rich in everything a user may have, made by another program (Go's excelize), and looked at by it again.
 *   node rich.cjs make OUT.xlsx        node rich.cjs look IN.xlsx  (prints what it finds as JSON)
 */
const { readFileSync, writeFileSync } = require('node:fs');
const { init } = require('excelize-wasm');

const wasm = require.resolve('excelize-wasm/excelize.wasm.gz');
const ok = (answer) => {
  if (answer && answer.error) throw new Error(answer.error);
  return answer;
};

function make(excelize) {
  const file = excelize.NewFile();
  ok(file.SetSheetName('Sheet1', 'Model'));
  const rows = [
    ['Setting', 'Value', 'Unit'],
    ['First year', 2026, 'year'],
    ['Years', 5, ''],
    ['Rate', 0.035, ''],
    ['Title', '=not a formula', ''],
  ];
  rows.forEach((row, r) => {
    row.forEach((value, c) => {
      ok(file.SetCellValue('Model', `${'ABC'[c]}${r + 1}`, value));
    });
  });
  ok(file.SetCellFormula('Model', 'E2', 'SUM(B2:B3)'));
  ok(file.AddTable('Model', { Range: 'A1:C5', Name: 'BIM_Model', StyleName: 'TableStyleMedium2' }));
  ok(file.NewSheet('Data'));
  [
    ['Region', 'Month', 'Sales'],
    ['North', 'Jan', 10],
    ['South', 'Jan', 20],
    ['North', 'Feb', 30],
    ['South', 'Feb', 40],
  ].forEach((row, r) => {
    row.forEach((value, c) => {
      ok(file.SetCellValue('Data', `${'ABC'[c]}${r + 1}`, value));
    });
  });
  const { style } = ok(
    file.NewStyle({
      Font: { Bold: true, Color: 'FF00FF', Family: 'Georgia', Size: 13 },
      Fill: { Type: 'pattern', Pattern: 1, Color: ['FFFF00'] },
      NumFmt: 10,
    }),
  );
  ok(file.SetCellStyle('Data', 'C2', 'C5', style));
  ok(
    file.AddChart('Data', 'E2', {
      Type: excelize.Col3DClustered,
      Series: [{ Name: 'Data!$C$1', Categories: 'Data!$A$2:$A$5', Values: 'Data!$C$2:$C$5' }],
      Title: [{ Text: 'Mine' }],
    }),
  );
  ok(
    file.AddPivotTable({
      DataRange: 'Data!A1:C5',
      PivotTableRange: 'Data!H20:K30',
      Rows: [{ Data: 'Region' }],
      Columns: [{ Data: 'Month' }],
      Data: [{ Data: 'Sales', Subtotal: 'Sum' }],
    }),
  );
  ok(file.AddSparkline('Data', { Location: ['D2'], Range: ['Data!C2:C5'], Type: 'line' }));
  ok(file.AddComment('Data', { Cell: 'A2', Author: 'A user', Paragraph: [{ Text: 'a note of mine' }] }));
  const { style: condition } = ok(
    file.NewConditionalStyle({ Font: { Color: '9A0511' }, Fill: { Type: 'pattern', Color: ['FEC7CE'], Pattern: 1 } }),
  );
  ok(
    file.SetConditionalFormat('Data', 'C2:C5', [
      { Type: 'cell', Criteria: '>', Format: condition, Value: '15' },
      {
        Type: '2_color_scale',
        Criteria: '=',
        MinType: 'min',
        MaxType: 'max',
        MinColor: '#F8696B',
        MaxColor: '#63BE7B',
      },
    ]),
  );
  ok(
    file.AddDataValidation('Data', {
      Sqref: 'A2:A5',
      Type: 'list',
      Formula1: '"North,South"',
      ShowErrorMessage: true,
      AllowBlank: true,
    }),
  );
  ok(file.SetDefinedName({ Name: 'Sales', RefersTo: 'Data!$C$2:$C$5', Scope: 'Workbook' }));
  ok(file.SetDefinedName({ Name: 'Local', RefersTo: 'Data!$A$1', Scope: 'Data' }));
  ok(file.SetCellHyperLink('Data', 'A1', 'https://example.org/', 'External'));
  ok(file.SetPanes('Data', { Freeze: true, YSplit: 1, TopLeftCell: 'A2', ActivePane: 'bottomLeft' }));
  ok(file.ProtectSheet('Data', { Password: 'x', SelectLockedCells: true }));
  ok(file.MergeCell('Data', 'E30', 'G31'));
  return file;
}

/** What stands in it, sheet by sheet, as the other program sees it. */
function look(file) {
  const { list } = ok(file.GetSheetList());
  return {
    sheets: list,
    tables: list.flatMap((sheet) =>
      (ok(file.GetTables(sheet)).tables ?? []).map((table) => `${sheet}!${table.Range} ${table.Name}`),
    ),
    names: (ok(file.GetDefinedName()).definedNames ?? []).map(
      (name) => `${name.Name} ${name.RefersTo} ${name.Scope ?? ''}`,
    ),
    validations: list.flatMap((sheet) =>
      (ok(file.GetDataValidations(sheet)).dataValidations ?? []).map((rule) => `${sheet}!${rule.Sqref} ${rule.Type}`),
    ),
    comments: list.flatMap((sheet) =>
      (ok(file.GetComments(sheet)).comments ?? []).map((comment) => `${sheet}!${comment.Cell}`),
    ),
    values: Object.fromEntries(list.map((sheet) => [sheet, ok(file.GetRows(sheet, { RawCellValue: true })).result])),
  };
}

void init(wasm)
  .then((excelize) => {
    const [command, path] = process.argv.slice(2);
    if (command === 'make') writeFileSync(path, ok(make(excelize).WriteToBuffer()).buffer);
    else process.stdout.write(JSON.stringify(look(ok(excelize.OpenReader(new Uint8Array(readFileSync(path)))))));
    process.exit(0);
  })
  .catch((error) => {
    process.stderr.write(String(error));
    process.exit(1);
  });
