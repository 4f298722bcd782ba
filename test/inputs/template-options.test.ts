/** The template with more tables: every one, and all together, gives a model without an error. */
import { assess } from '../../src/assess';
import { HEPATITIS_C_OPTIONS } from '../../src/inputs/examples/hepatitis-c-options';
import { withTables } from '../../src/inputs/examples/options';
import { TABLES } from '../../src/inputs/tables';
import { snapshotOf, type Block } from '../build/snapshot';
import type { Example } from '../../src/inputs/examples/example';

const number = (text: string): string | number => (/^-?\d+(\.\d+)?$/.test(text) ? Number(text) : text);
const blocks = ({ tables }: Example): Record<string, Block> =>
  Object.fromEntries(
    Object.entries(tables).map(([word, rows]) => {
      const headers = [...new Set(rows.flatMap((row) => Object.keys(row)))];
      const years = headers.filter((header) => /^\d{4}$/.test(header)).sort();
      const order = [...headers.filter((header) => !years.includes(header)), ...years];
      return [
        word,
        [
          order,
          ...rows.map((row) => order.map((header) => number(row[header] ?? '') || (row[header] === '0' ? 0 : null))),
        ],
      ] as const;
    }),
  );
const errors = (asked: readonly string[]): readonly string[] => {
  const { findings, results } = assess(snapshotOf(blocks(withTables(asked))));
  const wrong = findings.filter(({ severity }) => severity === 'error').map(({ message }) => message);
  return results === null && wrong.length === 0 ? ['no results'] : wrong;
};

test.each([[[]], ...HEPATITIS_C_OPTIONS.map(({ brings }) => [brings]), [['all']]])(
  'with %s',
  (asked: readonly string[]) => {
    const { tables } = withTables(asked);
    for (const name of asked) if (name !== 'all') expect(tables[name]?.length).toBeGreaterThan(0);
    expect(errors(asked)).toEqual([]);
  },
);
test('every table of the contract is in the template or can be asked for', () => {
  const offered = Object.keys(withTables(['all']).tables);
  expect(TABLES.map((table) => table.word).filter((table) => !offered.includes(table))).toEqual([]);
});
test('names are found whatever their case, with BIM_ or without; what is none is refused by name', () => {
  expect(Object.keys(withTables(['bim_regimens']).tables)).toEqual(expect.arrayContaining(['Regimens', 'Patients']));
  expect(() => withTables(['regimes'])).toThrow('regimes');
});
