/** docs/METHODS.md says what the sums do: its last part is written from the models, and the page names every switch. */
import { readFileSync } from 'node:fs';
import { METHODS, renewed } from '../../scripts/methods-section';
import { TABLES } from '../../src/inputs/tables';

const page = readFileSync(METHODS, 'utf8');

test('every quantity is written as the models have it (npm run methods)', async () => {
  const wanted = await renewed(page);
  expect(wanted).toContain('| **Budget impact** | money | year | cost (with) − cost (without)<br>*baseline*: 0<br>');
  expect(page).toBe(wanted);
});

test('every quantity has a source', () => {
  const written = page.slice(page.indexOf('<!-- quantities'), page.indexOf('### Inputs'));
  const rows = written.split('\n').filter((line) => line.startsWith('| **'));
  expect(rows.length).toBeGreaterThan(300);
  expect(rows.filter((line) => line.endsWith('| – |'))).toEqual([]);
});

test('every setting that changes a figure has its line among the switches', () => {
  const told = new Set(['Title', 'Schema', 'Currency', 'First year', 'Years']);
  const settings = TABLES.find((table) => table.word === 'Model')?.variants?.fields ?? [];
  const wanted = settings.filter((field) => !told.has(field.label)).map((field) => field.label);
  const switches = page.slice(page.indexOf('## The switches'), page.indexOf('## How the contract'));
  expect(wanted.length).toBeGreaterThan(15);
  expect(wanted.filter((label) => !switches.includes(`\`${label}\``))).toEqual([]);
});

test('cases that are named as pinning something exist', () => {
  const prose = page.slice(0, page.indexOf('<!-- quantities'));
  const named = [...prose.matchAll(/`([a-z0-9]+(?:_[a-z0-9]+)+)`/g)].map((hit) => hit[1] ?? '');
  expect(named.length).toBeGreaterThan(10);
  for (const name of named)
    expect(readFileSync(`${__dirname}/../published/${name}/expected.json`, 'utf8')).toContain(name);
});
