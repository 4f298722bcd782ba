/** What never matters: the case and blanks of headers, the order of columns and (mostly) rows, names, languages, sheets. */
import fc from 'fast-check';
import type { Assumptions } from '../../src/engine/assumptions';
import { canonicalInputs } from '../../src/inputs/canonical';
import { clean, folded, isAll } from '../../src/inputs/labels';
import { readAssumptions, changedAssumptions } from '../../src/inputs/read-assumptions';
import type { Snapshot, TableSnapshot } from '../../src/workbook/workbook';
import { modelWith, PLAIN, plus, type Block, type Typed } from '../build/snapshot';
import { DELIVERY } from './realisation/tables';

const base = modelWith({
  Model: plus('Model', ['Payer', 'All']),
  Scenarios: [
    ['Scenario', 'Parameter', 'Op', 'Value'],
    ['Dear', 'Prices/Drug A/List price', 'x', 2],
  ],
  ...DELIVERY,
});
const text = (snapshot: Snapshot): string => canonicalInputs(readAssumptions(snapshot).entries);
const isYear = (header: string): boolean => /^\d{4}$/.test(header);

/** The columns of a table in another order; year columns keep theirs. */
function reordered(table: TableSnapshot, order: readonly number[]): TableSnapshot {
  const rank = (index: number): number =>
    isYear(table.headers[index] ?? '') ? 1000 + index : (order[index % order.length] ?? 0);
  const by = table.headers.map((_, index) => index).sort((a, b) => rank(a) - rank(b) || a - b);
  return {
    ...table,
    headers: by.map((index) => table.headers[index] ?? ''),
    rows: table.rows.map((row) => by.map((index) => row[index] ?? { value: null })),
  };
}

const noise = fc.array(fc.constantFrom('up', 'down', ' ', '_', '\u00a0', '\t', ''), { minLength: 1, maxLength: 12 });
const noisy = (header: string, marks: readonly string[]): string =>
  Array.from(header)
    .map((letter, index) => {
      const mark = marks[index % marks.length] ?? '';
      return mark === 'up' ? letter.toUpperCase() : mark === 'down' ? letter.toLowerCase() : letter + mark;
    })
    .join('');

test('headers are found whatever their case and blanks, in any order, on any sheet, in any language', () => {
  fc.assert(
    fc.property(
      noise,
      fc.array(fc.integer(), { minLength: 1, maxLength: 9 }),
      fc.constantFrom('de-DE', 'fr-FR', 'ar-EG', 'hi-IN'),
      fc.nat(50),
      (marks, order, language, shift) => {
        const tables = base.tables
          .map((table) => ({
            ...reordered(table, order),
            row: table.row + shift,
            column: table.column + shift,
            sheet: 'elsewhere',
          }))
          .map((table) => ({
            ...table,
            headers: table.headers.map((header) => noisy(header, marks)),
            name: table.name.toUpperCase(),
          }));
        const read = readAssumptions({ ...base, tables: [...tables].reverse(), language });
        expect(read.findings).toEqual([]);
        expect(canonicalInputs(read.entries)).toBe(text(base));
      },
    ),
  );
});

/** Who waits for whom, by name: tasks may stand in any order. */
function linked(assumptions: Assumptions | null): readonly string[] {
  const { tasks = [], waves = [] } = assumptions?.realisation ?? {};
  const named = (task: number): string => tasks[task]?.id ?? '';
  return [
    ...tasks.flatMap(({ id, after }) => after.map((link) => `${id} ${link.kind} ${named(link.task)}`)),
    ...waves.flatMap(({ wave, liveAfter }) =>
      liveAfter.map(
        (moment) => `${wave} ${moment.kind === 'task' ? named(moment.task) : moment.typed.value.toString()}`,
      ),
    ),
  ].sort();
}

test('rows may stand in any order, but for the steps of a funnel', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { minLength: 1, maxLength: 9 }), (order) => {
      const tables = base.tables.map((table) =>
        table.name === 'BIM_Population'
          ? table
          : {
              ...table,
              rows: table.rows
                .map((row, index) => ({ row, rank: order[index % order.length] ?? 0 }))
                .sort((a, b) => a.rank - b.rank)
                .map(({ row }) => row),
            },
      );
      const [typed, shuffled] = [readAssumptions(base), readAssumptions({ ...base, tables })];
      expect(shuffled.findings).toEqual([]);
      const sorted = (rows: readonly { readonly address: string }[] | undefined): readonly string[] =>
        (rows ?? []).map(({ address }) => address).sort();
      for (const rows of ['technologies', 'uptake', 'prices', 'costs'] as const)
        expect(sorted(shuffled.assumptions?.[rows])).toEqual(sorted(typed.assumptions?.[rows]));
      for (const rows of ['tasks', 'waves', 'resources', 'outcomes', 'adoption'] as const)
        expect(sorted(shuffled.assumptions?.realisation?.[rows])).toEqual(
          sorted(typed.assumptions?.realisation?.[rows]),
        );
      expect(linked(shuffled.assumptions)).toEqual(linked(typed.assumptions));
      expect(shuffled.assumptions?.model.years).toBe(3);
    }),
  );
});

const label = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 12 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '=1+1',
      '+5',
      "it's",
      '*',
      "'",
      'a/b',
      '"quoted"',
      '💊 A',
      'Größe ½',
      'toString',
      '2026',
      '@x',
      '-',
    ),
  )
  .filter((name) => clean(name) !== '' && !isAll(clean(name)));

test('any name will do, and its address finds it', () => {
  fc.assert(
    fc.property(label, label, (drug, group) => {
      fc.pre(folded(drug) !== 'drug b');
      const rename = (typed: Typed): Typed => (typed === 'Drug A' ? drug : typed === 'Adults' ? group : typed);
      const tables = Object.fromEntries(
        Object.entries(PLAIN).map(([word, [headers, ...rows]]) => [
          word,
          [headers, ...rows.map((row: readonly Typed[]) => row.map(rename))] as Block,
        ]),
      );
      const reading = readAssumptions(modelWith(tables));
      expect(reading.findings).toEqual([]);
      expect(reading.assumptions?.uptake[1]?.technology).toBe(clean(drug));
      const parameter = reading.assumptions?.prices[0]?.listPrice.base?.parameter ?? '';
      const step = reading.assumptions?.population[1]?.value.base?.parameter ?? '';
      const changed = changedAssumptions(reading, [
        { parameter, op: 'x', value: '2', at: null },
        { parameter: step, op: 'set', value: '0.5', at: null },
      ]);
      expect(changed.findings).toEqual([]);
      expect([
        changed.assumptions?.prices[0]?.listPrice.base?.value.toString(),
        changed.assumptions?.population[1]?.value.base?.value.toString(),
      ]).toEqual(['2400', '0.5']);
    }),
  );
});

test('whatever stands in the cells, reading never throws, and never gives assumptions with an error', () => {
  const cell = fc.oneof(
    fc.constant({ value: null }),
    fc.record({
      value: fc.oneof(
        fc.double(),
        fc.string({ unit: 'grapheme' }),
        fc.boolean(),
        fc.constantFrom(
          'count',
          'x',
          'with',
          'All',
          'new',
          'Drug A',
          'linear',
          'set',
          '*',
          'discount',
          'analogue',
          'A',
          'A; B SS+2w',
          'staff',
          'horizon',
          'health',
          "'A",
          ';',
        ),
      ),
    }),
    fc.record({ value: fc.constant(null), error: fc.constant('#N/A') }),
    fc.record({ value: fc.double(), date: fc.boolean(), merged: fc.boolean() }),
  );
  const words = [
    'Model',
    'Population',
    'Technologies',
    'Persistence',
    'Uptake',
    'Displacement',
    'Prices',
    'Costs',
    'Regimens',
    'Patients',
    'Agreements',
    'Tests',
    'Tasks',
    'Waves',
    'Resources',
    'Outcomes',
    'Scenarios',
    'Goals',
    'Uncertainty',
  ] as const;
  const headers = [
    'Setting',
    'Value',
    'Subgroup',
    'Step',
    'Op',
    'Base',
    'Technology',
    'Role',
    'Type',
    'Rate',
    'P1',
    'P2',
    'World',
    'Curve',
    'Item',
    'List price',
    'Parameter',
    'Scenario',
    'Goal',
    'Target',
    'Test',
    'Positive',
    '2026',
    '2027',
    'Unit cost',
    'Per',
    'Category',
    'Dose',
    'Every',
    'ID',
    'Duration',
    'After',
    'Opens',
    'Low',
    'High',
    'Wave',
    'Sites',
    'Share of patients',
    'Live after',
    'Resource',
    'Kind',
    'Available',
    'From',
    'Per start',
    'Trainers',
    'Benefit',
    'Class',
    'Quantity',
    'While waiting',
  ];
  fc.assert(
    fc.property(
      fc.constantFrom(...words),
      fc.array(fc.array(cell, { minLength: headers.length, maxLength: headers.length }), { maxLength: 4 }),
      (word, rows) => {
        const { assumptions, findings } = readAssumptions(modelWith({ [word]: [headers, ...rows] }));
        expect(assumptions === null).toBe(findings.some(({ severity }) => severity === 'error'));
        for (const { message, remedy } of findings)
          expect(`${message} ${remedy}`).not.toMatch(/undefined|NaN|\[object/);
      },
    ),
    { numRuns: 200 },
  );
});
