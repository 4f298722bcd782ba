/**
 * Office.js code that nobody here wrote, run as it is. Microsoft's own examples come with its linter (MIT), which npm
 * installs; its Script Lab samples (github.com/OfficeDev/office-js-snippets, MIT) are no part of this repository: where
 * `REALISE_OFFICE_SAMPLES` names a copy of their folder `samples/excel`, all of them are run.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { transformSync } from '@swc/core';
import { addSheet, excelHost, type ExcelHost } from './host';
import { runSample, scriptOf } from './samples';

/** A new workbook as Script Lab has it: one sheet, Excel on the web with Undo. */
function workbook(): ExcelHost {
  const host = excelHost({ undo: 'web' });
  addSheet(host.book, 'Sheet1');
  return host;
}

const rules = join(
  dirname(createRequire(join(process.cwd(), 'package.json')).resolve('eslint-plugin-office-addins/package.json')),
  'test/rules',
);

/** Whether it runs at all, and to an end: some await in a function that is not async, and one goes round for ever. */
function canRun(code: string): boolean {
  try {
    transformSync(`(async () => {${code}\n})()`, { jsc: { parser: { syntax: 'typescript' } } });
    return !code.includes('while(true)');
  } catch {
    return false;
  }
}

/** The examples of one of the linter's rules that run something in Excel: those it passes, and those it reports. */
function examplesOf(rule: string, kind: 'passed' | 'reported'): readonly string[] {
  const [passed = '', reported = ''] = readFileSync(join(rules, `${rule}.test.ts`), 'utf8').split('invalid: [');
  const codes = (kind === 'passed' ? passed : reported).matchAll(/code: `([^`]*Excel\.run\([^`]*)`/g);
  return [...codes].map(([, code = '']) => code).filter(canRun);
}

test.each(['call-sync-before-read', 'no-context-sync-in-loop'])(
  "the first example that Microsoft's linter passes under %s ends without an error",
  async (rule) => {
    const [code = ''] = examplesOf(rule, 'passed');
    expect(code).toContain('Excel.run');
    expect(await runSample(code, workbook())).toMatchObject({ errors: [] });
  },
);

test('examples that it reports for reading before a sync fail just so', async () => {
  const examples = examplesOf('call-sync-before-read', 'reported');
  expect(examples.length).toBeGreaterThan(2);
  for (const code of examples)
    expect(await runSample(code, workbook())).toMatchObject({ errors: [{ code: 'PropertyNotLoaded' }] });
});

test('a sheet that is looked for and not there is added, as its example does', async () => {
  const [code = ''] = examplesOf('test-for-null-using-isNullObject', 'passed');
  const host = workbook();
  addSheet(host.book, 'Sheet2');
  expect(await runSample(code, host)).toMatchObject({ errors: [] });
  expect(host.book.sheets.map((sheet) => sheet.name)).toEqual(['Sheet1', 'Data', 'Sheet2']);
});

const folder = process.env.REALISE_OFFICE_SAMPLES;
/** A refusal that says what the host, or the office.js of npm, has not. */
const REFUSED =
  /does not emulate|API you are trying to use could not be found|of undefined|is not a function|null to object|argument 'properties'/;
/** Samples that do not end well pressed from the first button to the last, whatever the host: what they want is not there yet, or typed by nobody. */
const NOT_IN_ORDER = [
  '10-chart/chart-formatting.yaml',
  '34-named-item/update-named-item.yaml',
  '38-pivottable/pivottable-create-and-modify.yaml',
  '90-scenarios/currency-converter.yaml',
  '90-scenarios/performance-optimization.yaml',
  '99-just-for-fun/color-wheel.yaml',
  '99-just-for-fun/gradient.yaml',
];

if (folder !== undefined)
  test('Script Lab: every sample runs whole, or names what the host has not', async () => {
    const names = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.yaml'));
    const whole: string[] = [];
    const wrong: string[] = [];
    for (const name of names.sort()) {
      const ran = await runSample(scriptOf(readFileSync(join(folder, name), 'utf8')), workbook());
      const [first] = ran.errors;
      if (first === undefined && ran.pressed.length > 0) whole.push(name);
      if (first !== undefined && !REFUSED.test(first.message)) wrong.push(name);
    }
    expect(wrong.filter((name) => !NOT_IN_ORDER.includes(name))).toEqual([]);
    expect(whole.length).toBeGreaterThanOrEqual(57);
  }, 600_000);
