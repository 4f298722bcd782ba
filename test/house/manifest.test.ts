/** The manifest by the rules Excel and the Marketplace hold it to; no validator of Microsoft's works offline. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
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
  ['dangling resid', (xml: string) => xml.replace('resid="Pane.Tip"', 'resid="Pane.Tap"'), /Pane\.Tap.*no resource/],
  [
    'wrong sort of resource',
    (xml: string) => xml.replace('<Title resid="Pane.Label"', '<Title resid="Pane.Tip"'),
    /ShortStrings/,
  ],
  ['long resid', (xml: string) => xml.replaceAll('Pane.Tip', 'Pane.Tip.Which.Is.Much.Too.Long.To.Be'), /32 characters/],
  ['unused resource', (xml: string) => xml.replace('<Description resid="Pane.Tip"/>', ''), /Pane\.Tip.*unused/],
  ['short string', (xml: string) => xml.replace('="Realise is ready"', `="${'x'.repeat(126)}"`), /125/],
  ['long string', (xml: string) => xml.replace('="Read the model', `="${'x'.repeat(251)}`), /250/],
  ['icon of another size', (xml: string) => xml.replace('icon-80.png', 'icon-64.png'), /Icon\.80.*64 × 64/],
  ['mandatory icon', (xml: string) => xml.replaceAll(/<bt:Image size="80"[^>]*>/g, ''), /80/],
  ['pane icon', (xml: string) => xml.replace('assets/icon-32.png', 'assets/icon-16.png'), /IconUrl.*16 × 16/],
  ['requirement set', (xml: string) => xml.replace('MinVersion="1.9"/>', 'MinVersion="1.7"/>'), /ExcelApi/],
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
