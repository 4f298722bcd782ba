/** The catalogue: every table file is in the list, every entry says what template, manual and pane need. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Field } from '../../src/inputs/field';
import { squeezed } from '../../src/inputs/labels';
import { meantNumber, strictNumber } from '../../src/inputs/numbers';
import { readAssumptions } from '../../src/inputs/read-assumptions';
import { chosen } from '../../src/inputs/row';
import { excelName } from '../../src/inputs/table';
import { TABLES } from '../../src/inputs/tables';
import { CHECKS } from '../../src/inputs/checks';
import { yearHeader } from '../../src/inputs/years';
import { snapshotOf } from '../build/snapshot';

const folder = join(__dirname, '../../src/inputs');
const files = (name: string, but: readonly string[]): readonly string[] =>
  readdirSync(join(folder, name))
    .map((file) => file.replace('.ts', ''))
    .filter((file) => !['index', ...but].includes(file));
const listed = (name: string, file: string): boolean =>
  readFileSync(join(folder, name, 'index.ts'), 'utf8').includes(`from './${file}'`);
const fields: readonly (readonly [string, Field])[] = TABLES.flatMap((table) =>
  [...table.fields, ...(table.variants?.fields ?? [])].map(
    (field) => [`${excelName(table)} ${field.label}`, field] as const,
  ),
);

test.each(files('tables', []))('tables/%s is in the list', (file) => {
  expect(listed('tables', file)).toBe(true);
});

test.each(files('checks', ['cells', 'horizon', 'tables', 'check']))('checks/%s is in the list', (file) => {
  expect(listed('checks', file)).toBe(true);
});

test('every table of the contract is there once', () => {
  expect(TABLES.map(({ word }) => word)).toEqual([
    'Model',
    'Population',
    'Technologies',
    'Persistence',
    'Uptake',
    'Displacement',
    'Prices',
    'Regimens',
    'Patients',
    'Costs',
    'Tests',
    'Agreements',
    'Tasks',
    'Waves',
    'Resources',
    'Outcomes',
    'Actuals',
    'Horizon',
    'Phases',
    'Scenarios',
    'Parts',
    'Goals',
    'Uncertainty',
  ]);
  expect(new Set(TABLES.map(({ word }) => squeezed(word))).size).toBe(TABLES.length);
  expect(CHECKS.length).toBeGreaterThan(files('checks', ['cells', 'horizon', 'tables', 'check']).length - 1);
});

test.each(TABLES.map((table) => [excelName(table), table] as const))(
  '%s: headers are told apart, keys and years are its own',
  (_, table) => {
    const labels = table.fields.map(({ label }) => squeezed(label));
    expect(new Set(labels).size).toBe(labels.length);
    expect(labels.filter((label) => yearHeader(label))).toEqual([]);
    for (const key of [...table.address, ...table.identity]) expect(table.fields).toContain(key);
    if (table.years?.base === true) expect(table.fields).toContain(table.years.value);
    expect(table.years?.growth ?? false).toBe(table.fields.some(({ label }) => label === 'Growth'));
    expect(table.openKeys ?? 0).toBeLessThan(table.address.length);
    expect(table.doc).toMatch(/\.$/);
  },
);

test.each(fields)('%s says what it is', (_, field) => {
  expect(field.doc).toMatch(/^.{8,}\.$/s);
  expect(field.label).toBe(field.label.trim());
});

test.each(fields.filter(([, { example }]) => example !== ''))(
  '%s: its example and default are values it takes',
  (_, field) => {
    for (const typed of [field.example, ...(field.default === undefined ? [] : [field.default])]) {
      if (field.kind === 'choice') expect(chosen(field, typed)).toBe(typed);
      if (field.kind === 'text' && field.form && field.label !== 'Currency')
        expect(field.form.fits(typed.toLowerCase())).toBe(true);
      if (field.kind === 'number') {
        const value = strictNumber(typed);
        expect(value).not.toBeNull();
        expect(
          field.minimum === null || (field.above === true ? value?.gt(field.minimum) : value?.gte(field.minimum)),
        ).toBe(true);
        expect(field.maximum === null || value?.lte(field.maximum)).toBe(true);
        expect(field.whole !== true || value?.isInteger()).toBe(true);
        expect(meantNumber(typed)).toBe(value?.toString());
      }
    }
  },
);

test('a workbook with every table and column, filled with its examples, has no unknown header', () => {
  const everything = snapshotOf(
    Object.fromEntries(
      TABLES.filter(({ word }) => word !== 'Model').map((table) => {
        const known = table.fields;
        return [
          table.word,
          [
            known.map(({ label }) => label),
            known.map(({ kind, example }) =>
              kind === 'number' || (kind === 'mixed' && strictNumber(example)) ? Number(example || '1') : example,
            ),
          ],
        ] as const;
      }),
    ),
  );
  const { findings } = readAssumptions(everything);
  expect(
    findings
      .filter(({ code }) =>
        [
          'unknown-column',
          'unknown-table',
          'number-as-text',
          'text-in-number',
          'unknown-word',
          'out-of-bounds',
        ].includes(code),
      )
      .map(({ message }) => message),
  ).toEqual([]);
});
