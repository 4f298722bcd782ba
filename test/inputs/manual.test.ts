/** docs/workbook.md says what the catalogue says. `UPDATE_DOCS=1` writes it anew. */
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { inputsManual } from './manual';

const path = join(__dirname, '../../docs/workbook.md');
const marked = /(<!-- inputs: written from the catalogue -->\n)[\s\S]*?(\n<!-- inputs: end -->)/;

test('docs/workbook.md holds the catalogue', () => {
  const text = readFileSync(path, 'utf8');
  expect(text).toMatch(marked);
  const wanted = text.replace(marked, (_, before: string, after: string) => `${before}${inputsManual()}${after}`);
  if (process.env['UPDATE_DOCS'] === '1') writeFileSync(path, wanted);
  else expect(text).toBe(wanted);
});
