/** The inputs part of docs/workbook.md, written from the catalogue: nothing about a column is said twice. */
import type { Field } from '../../src/inputs/field';
import { excelName, type Table } from '../../src/inputs/table';
import { TABLES } from '../../src/inputs/tables';

const cell = (text: string): string => text.replaceAll('|', '\\|');
const code = (text: string): string => (text === '' ? '' : `\`${cell(text)}\``);

/** What a column takes. */
function takes(field: Field): string {
  switch (field.kind) {
    case 'number':
    case 'mixed':
      return field.bounds;
    case 'choice':
      return field.words.map(code).join(', ');
    case 'text':
      return field.form?.words ?? (field.list ? `a ${field.list}` : 'text');
  }
}

const unit = (field: Field): string =>
  field.kind === 'number' || field.kind === 'mixed' ? (field.unit === '1' ? 'share' : field.unit) : '';

const row = (table: Table, field: Field): string => {
  const marks = [table.address.includes(field) ? 'key' : '', field.required === true ? 'required' : ''].filter(
    (mark) => mark !== '',
  );
  return `| **${cell(field.label)}**${marks.length > 0 ? ` (${marks.join(', ')})` : ''} | ${cell(field.doc)} | ${cell(takes(field))} | ${cell(unit(field))} | ${code(field.default ?? '')} | ${code(field.example)} |`;
};

const HEAD = ['| column | meaning | takes | unit | default | example |', '|---|---|---|---|---|---|'];

/** How the values of a table are addressed. */
function address(table: Table): string {
  const keys = table.address.map((field, place) =>
    place >= table.address.length - (table.openKeys ?? 0) ? `[${field.label}]` : field.label,
  );
  return `Address: \`${[table.word, ...keys, 'Column'].join('/')}\`.`;
}

function section(table: Table): string {
  const settings = table.variants
    ? [
        '',
        'Settings:',
        '',
        ...HEAD.map((line) => line.replace('column', 'setting')),
        ...table.variants.fields.map((field) => row(table, field)),
      ]
    : [];
  const years = table.years
    ? [
        `Year columns (\`2026\`, \`Year 1\`${table.word === 'Model' ? '' : ', `Baseline`'}) hold the ${table.years.value.label === 'Base' ? 'value' : table.years.value.label.toLowerCase()} of a year: ${table.years.value.bounds}.`,
      ]
    : [];
  return [
    `### ${excelName(table)}`,
    '',
    table.doc,
    ...(table.rules ?? []),
    ...years,
    '',
    ...HEAD,
    ...table.fields.map((field) => row(table, field)),
    ...settings,
    '',
    address(table),
  ].join('\n');
}

export const inputsManual = (): string => TABLES.map(section).join('\n\n');
