/** Names of tasks, waves and resources may be anything, and numbers may be spelt in any way. */
import fc from 'fast-check';
import { clean, folded, isAll } from '../../../src/inputs/labels';
import { changedAssumptions, readAssumptions } from '../../../src/inputs/read-assumptions';
import { computed, modelWith, type Block, type Typed } from '../../build/snapshot';
import { linksWritten, namesWritten } from './links';
import { DELIVERY } from './tables';

const label = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 10 }),
    fc.constantFrom(
      '__proto__',
      'constructor',
      '=1+1',
      '+5',
      "it's",
      '*',
      'a/b',
      'A SS',
      'B+2w',
      'x;y',
      '12',
      '2026',
      'FS',
      'Größe',
      '-',
    ),
  )
  .filter((name) => clean(name) !== '' && !isAll(clean(name)))
  .map(clean);

test('tasks, waves and resources may have any name, and their addresses find them', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(label, { minLength: 3, maxLength: 3, selector: folded }),
      label,
      label,
      (ids, wave, pool) => {
        const [a = '', b = '', c = ''] = ids;
        const tables: Readonly<Record<string, Block>> = {
          Tasks: [
            ['ID', 'Duration', 'After', 'Wave', 'Opens', 'Source'],
            [a, 1, null, null, null, 'x'],
            [b, 2, linksWritten([{ task: 0, kind: 'SS', lag: { amount: '2', unit: 'week' } }], ids), null, null, 'x'],
            [
              c,
              3,
              linksWritten(
                [
                  { task: 1, kind: 'FS', lag: null },
                  { task: 0, kind: 'FF', lag: null },
                ],
                ids,
              ),
              wave,
              namesWritten([0], [pool]),
              'x',
            ],
          ],
          Waves: [
            ['Wave', 'Sites', 'Source'],
            [wave, 3, 'x'],
          ],
          Resources: [
            ['Resource', 'Available', 'Per start', 'Source'],
            [pool, 8, 1, 'x'],
          ],
        };
        const reading = readAssumptions(modelWith(tables));
        expect(reading.findings).toEqual([]);
        const { tasks = [], waves = [], resources = [] } = reading.assumptions?.realisation ?? {};
        expect(tasks.map(({ after }) => after.map(({ task, kind }) => [task, kind]))).toEqual([
          [],
          [[0, 'SS']],
          [
            [1, 'FS'],
            [0, 'FF'],
          ],
        ]);
        expect([tasks[2]?.wave, tasks[2]?.opens, waves[0]?.wave, resources[0]?.resource]).toEqual([
          wave,
          [pool],
          wave,
          pool,
        ]);
        const parameters = [tasks[1]?.duration, waves[0]?.sites, resources[0]?.available].map(
          (given) => given?.parameter ?? '',
        );
        const changed = changedAssumptions(
          reading,
          parameters.map((parameter) => ({ parameter, op: '+', value: '1', at: null })),
        );
        expect(changed.findings).toEqual([]);
        const made = changed.assumptions?.realisation;
        expect(made?.tasks.map(({ duration }) => duration.value.toString())).toEqual(['1', '3', '3']);
        expect([made?.waves[0]?.sites?.value.toString(), made?.resources[0]?.available?.value.toString()]).toEqual([
          '4',
          '9',
        ]);
      },
    ),
  );
});

/** A number as typed, or computed with the error of a double. */
const spelt = (typed: Typed, how: number): Typed =>
  typeof typed === 'number' && how % 2 === 1 ? computed('=x', typed * (1 + Number.EPSILON)) : typed;

test('a computed number is the one it stands for', () => {
  const plain = readAssumptions(modelWith(DELIVERY)).assumptions?.realisation;
  const numbers = (held: unknown): string =>
    JSON.stringify(held, (key, value: unknown) => (key === 'at' ? undefined : value));
  expect(plain).not.toBeNull();
  fc.assert(
    fc.property(fc.array(fc.nat(), { minLength: 1, maxLength: 20 }), (how) => {
      let at = 0;
      const tables = Object.fromEntries(
        Object.entries(DELIVERY).map(([word, [headers, ...rows]]): readonly [string, Block] => [
          word,
          [headers, ...rows.map((row) => row.map((typed) => spelt(typed, how[(at += 1) % how.length] ?? 0)))],
        ]),
      );
      expect(numbers(readAssumptions(modelWith(tables)).assumptions?.realisation)).toBe(numbers(plain));
    }),
  );
});
