/**
 * The manifests: both are made from one definition; the XML by the rules that Excel and the Marketplace hold it to, since
 * no validator of Microsoft's for it works offline, and the JSON by Microsoft's own schema.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { files } from '../../scripts/manifest/files';
import { FUNCTIONS } from '../../src/functions/catalogue';
import { read, faultsOf } from './manifest';

const root = path.resolve(__dirname, '../..');
const text = readFileSync(path.join(root, 'manifest.xml'), 'utf8');
const icon = (file: string): Buffer => readFileSync(path.join(root, file));
const faults = (xml: string): readonly string[] => faultsOf(read(xml), icon);

test('our manifest breaks no rule', () => {
  expect(faults(text)).toEqual([]);
});

/** Each rule is shown to bite: one change that breaks it, and what must be said. */
test.each([
  ['Id is not a GUID', (xml: string) => xml.replace('4de64161-', 'realise-'), /Id .* is not a GUID/],
  ['Version', (xml: string) => xml.replace('0.1.0.0', '0.1.0.beta'), /Version/],
  ['element missing', (xml: string) => xml.replace(/<SupportUrl[^>]*>/, ''), /SupportUrl is missing/],
  ['order', (xml: string) => xml.replace(/(<IconUrl[^>]*>)\s*(<HighResolutionIconUrl[^>]*>)/, '$2$1'), /out of order/],
  [
    'plain http',
    (xml: string) => xml.replace('https://localhost:4301/taskpane', 'http://localhost:4301/taskpane'),
    /https/,
  ],
  [
    'dangling resid',
    (xml: string) => xml.replace('resid="Realise.Pane.Tip"', 'resid="Pane.Tap"'),
    /Pane\.Tap.*no resource/,
  ],
  [
    'wrong sort of resource',
    (xml: string) => xml.replace('<Title resid="Realise.Pane.Label"', '<Title resid="Realise.Pane.Tip"'),
    /ShortStrings/,
  ],
  [
    'long resid',
    (xml: string) => xml.replaceAll('Realise.Pane.Tip', 'Pane.Tip.Which.Is.Much.Too.Long.To.Be'),
    /32 characters/,
  ],
  ['unused resource', (xml: string) => xml.replace('<Description resid="Realise.Pane.Tip"/>', ''), /Pane\.Tip.*unused/],
  ['short string', (xml: string) => xml.replace('="Realise is ready"', `="${'x'.repeat(126)}"`), /125/],
  ['long string', (xml: string) => xml.replace('="Opens the pane', `="${'x'.repeat(251)}`), /250/],
  ['icon of another size', (xml: string) => xml.replace('run-80.png', 'run-64.png'), /run\.80.*64 × 64/],
  ['mandatory icon', (xml: string) => xml.replaceAll(/<bt:Image size="80"[^>]*>/g, ''), /80/],
  ['pane icon', (xml: string) => xml.replace('assets/icon-32.png', 'assets/icon-16.png'), /IconUrl.*16 × 16/],
  ['requirement set', (xml: string) => xml.replace('MinVersion="1.9"/>', 'MinVersion="1.7"/>'), /ExcelApi/],
  [
    'one page for all',
    (xml: string) => xml.replace('<FunctionFile resid="Pane.Url"/>', '<FunctionFile resid="Support.Url"/>'),
    /one runtime is shared/,
  ],
  ['ids', (xml: string) => xml.replaceAll('id="Realise.Check"', 'id="Realise.Run"'), /Realise\.Run stands twice/],
  [
    'a tab before its label',
    (xml: string) => xml.replace(/(<Label resid="Realise\.Tab\.Label"\/>)/, '$1<Group id="x"/>'),
    /CustomTab are out of order/,
  ],
  [
    'shortcuts over http',
    (xml: string) => xml.replace('Url="https://localhost:4301/shortcuts', 'Url="http://localhost:4301/shortcuts'),
    /ExtendedOverrides/,
  ],
  ['permissions', (xml: string) => xml.replace('ReadWriteDocument', 'ReadAllDocument'), /Permissions/],
  ['host', (xml: string) => xml.replace('<Host Name="Workbook"/>', '<Host Name="Document"/>'), /Workbook/],
])('a broken rule is found: %s', (_rule, breakIt, said) => {
  const broken = breakIt(text);
  expect(broken).not.toBe(text);
  expect(faults(broken).join('\n')).toMatch(said);
});

test('the version follows package.json', () => {
  const { version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  expect(text).toContain(`<Version>${version}.0</Version>`);
});

/** JSON is compared by what it says: its lines are prettier's. */
const said = (name: string, file: string): unknown => (name.endsWith('.json') ? JSON.parse(file) : file);

test.each([...files()])('%s is what the definition makes (npm run manifest)', (name, made) => {
  expect(said(name, readFileSync(path.join(root, name), 'utf8'))).toEqual(said(name, made));
});

/** Microsoft's validator, which has the schema of this manifest with it and asks nobody. */
function validated(manifest: string): { readonly fine: boolean; readonly said: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'realise-manifest-'));
  const file = path.join(folder, 'manifest.json');
  writeFileSync(file, manifest);
  const program = path.join(root, 'node_modules/office-addin-manifest/cli.js');
  const run = spawnSync(process.execPath, [program, 'validate', file], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { fine: run.status === 0, said: run.stdout + run.stderr };
}

test("manifest.json is valid by Microsoft's schema, and a wrong one is not", () => {
  const manifest = readFileSync(path.join(root, 'manifest.json'), 'utf8');
  expect(validated(manifest)).toMatchObject({ fine: true });
  const wrong = manifest.replace('"executeFunction"', '"runFunction"');
  expect(wrong).not.toBe(manifest);
  expect(validated(wrong)).toMatchObject({
    fine: false,
    said: expect.stringMatching(/runFunction/) as string,
  });
});

test('both manifests, the functions and the keys name the same buttons and functions, which the code answers', () => {
  const json = readFileSync(path.join(root, 'manifest.json'), 'utf8');
  const ribbon = readFileSync(path.join(root, 'src/commands/ribbon.ts'), 'utf8');
  const shortcuts = readFileSync(path.join(root, 'assets/shortcuts.json'), 'utf8');
  for (const [, name = ''] of text.matchAll(/<FunctionName>(\w+)</g)) {
    expect(json).toContain(`"id": "${name}"`);
    expect(ribbon).toContain(`'${name}'`);
  }
  for (const [, name = ''] of shortcuts.matchAll(/"action": "(\w+)"/g))
    expect(text).toContain(`<FunctionName>${name}<`);
  const functions = JSON.parse(readFileSync(path.join(root, 'assets/functions.json'), 'utf8')) as {
    readonly functions: readonly { readonly id: string; readonly options: object }[];
  };
  expect(functions.functions.map((one) => one.id)).toEqual(FUNCTIONS.map((one) => one.id));
  expect(functions.functions.every((one) => JSON.stringify(one.options) === '{"stream":true,"cancelable":true}')).toBe(
    true,
  );
});

test('what the manifests require is what the pane asks for before it starts', () => {
  const main = readFileSync(path.join(root, 'src/taskpane/main.tsx'), 'utf8');
  expect(main).toContain("isSetSupported('ExcelApi', '1.9')");
  expect(text).toContain('<Set Name="ExcelApi" MinVersion="1.9"/>');
  expect(JSON.parse(readFileSync(path.join(root, 'manifest.json'), 'utf8'))).toMatchObject({
    extensions: [{ requirements: { capabilities: [{ name: 'ExcelApi', minVersion: '1.9' }] } }],
  });
});
