/** The grammar of After, Live after, From and Opens: what is written is read back, and nothing else is read. */
import fc from 'fast-check';
import { clean, folded } from '../../../src/inputs/labels';
import { readLinks, readMoments, readNames, type LagTyped, type LinkTyped } from '../../../src/inputs/links';
import { linksWritten, momentsWritten, namesWritten } from './links';

const IDS = ['A', 'B', 'A SS', 'Set-up', "Mayor's visit", 'x;y', '3', 'Größe'];
const task = (id: string, kind: LinkTyped['kind'] = 'FS', lag: LagTyped | null = null): LinkTyped => ({
  task: IDS.indexOf(id),
  kind,
  lag,
});
const later = (amount: string, unit: LagTyped['unit']): LagTyped => ({ amount, unit });

test.each<readonly [string, readonly LinkTyped[]]>([
  ['', []],
  ['A', [task('A')]],
  ['b', [task('B')]],
  [' B ; a', [task('B'), task('A')]],
  ['B;A', [task('B'), task('A')]],
  ['B FS', [task('B')]],
  ['B ss + 2 w', [task('B', 'SS', later('2', 'week'))]],
  ['B SF-.5m', [task('B', 'SF', later('-.5', 'month'))]],
  ['B−3d', [task('B', 'FS', later('-3', 'day'))]],
  ['B FF+1.25Y', [task('B', 'FF', later('1.25', 'year'))]],
  ['set-up-2w', [task('Set-up', 'FS', later('-2', 'week'))]],
  // The longest known ID that fits; a shorter one where the longer leaves something unread.
  ['A SS', [task('A SS')]],
  ['A SS SS', [task('A SS', 'SS')]],
  ['A SS+1m', [task('A SS', 'FS', later('1', 'month'))]],
  ["'A' SS+1m", [task('A', 'SS', later('1', 'month'))]],
  ['A FF', [task('A', 'FF')]],
  ["mayor's visit; 'Mayor''s visit' FF", [task("Mayor's visit"), task("Mayor's visit", 'FF')]],
  ['x;y', [task('x;y')]],
  ["'x;y'; B", [task('x;y'), task('B')]],
  ['3 FS+3d', [task('3', 'FS', later('3', 'day'))]],
  ['GRÖßE; größe', [task('Größe'), task('Größe')]],
])('After %p', (typed, links) => {
  expect(readLinks(typed, IDS).found).toEqual(links);
});

test.each([
  ['C', ['C']],
  ['A; Nobody SS; B', ['Nobody SS']],
  ['A SX', ['A SX']],
  ['A+2', ['A+2']],
  ['A+w', ['A+w']],
  ['A+2q', ['A+2q']],
  ['A 2w', ['A 2w']],
  ['A+2w+1d', ['A+2w+1d']],
  ['A,B', ['A,B']],
  ['A;', ['']],
  [';A', ['']],
  ['A;;B', ['']],
  ["'A", ["'A"]],
  ["'C'; B", ["'C'"]],
  ['A+1e2d', ['A+1e2d']],
  ['A+0x1d', ['A+0x1d']],
  ['AB', ['AB']],
])('After %p is not read', (typed, faults) => {
  expect(readLinks(typed, IDS).faults).toEqual(faults);
});

test('a plain number is a time, and a quoted one a task', () => {
  expect(readMoments("3; '3'; 2027; B+2w", IDS)).toEqual({
    found: [
      { kind: 'time', number: '3' },
      { kind: 'task', task: 6, lag: null },
      { kind: 'time', number: '2027' },
      { kind: 'task', task: 1, lag: later('2', 'week') },
    ],
    faults: [],
  });
  expect(readMoments('B SS+2w; -3; 1e3', IDS).faults).toEqual(['B SS+2w', '-3', '1e3']);
});

test('names are joined by semicolons, and take no lag', () => {
  expect(readNames('Chairs; nurse hours', ['Chairs', 'Nurse hours'])).toEqual({ found: [0, 1], faults: [] });
  expect(readNames('Chairs+1w; Beds', ['Chairs']).faults).toEqual(['Chairs+1w', 'Beds']);
});

const id = fc
  .oneof(
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 8 }),
    fc.stringMatching(/^[A-C]( (SS|FS|x))?$/),
    fc.constantFrom("it's", "'", "''", 'a;b', '+2w', 'FS', '12', '2026', 'İ', 'A+1w', '__proto__', '-', ' A'),
  )
  .map(clean)
  .filter((typed) => typed !== '');
const ids = fc.uniqueArray(id, { minLength: 1, maxLength: 8, selector: folded });
const lag = fc.option(
  fc.record({
    amount: fc
      .tuple(fc.constantFrom('', '-'), fc.nat(99), fc.constantFrom('', '.5', '.125'))
      .map((parts) => parts.join('')),
    unit: fc.constantFrom('day', 'week', 'month', 'year'),
  }),
);

test('what is written is read back: links', () => {
  fc.assert(
    fc.property(
      ids,
      fc.array(fc.record({ task: fc.nat(7), kind: fc.constantFrom('FS', 'SS', 'FF', 'SF'), lag }), { maxLength: 5 }),
      (known, drawn) => {
        const links = drawn.map((link) => ({ ...link, task: link.task % known.length }));
        const written = linksWritten(links, known);
        const read = readLinks(written, known);
        expect(read).toEqual({ found: links, faults: [] });
        expect(linksWritten(read.found, known)).toBe(written);
        expect(
          readLinks(
            written.toUpperCase().toLowerCase(),
            known.map((each) => each.toUpperCase().toLowerCase()),
          ).found,
        ).toEqual(links);
      },
    ),
    { numRuns: 500 },
  );
});

test('what is written is read back: moments and names', () => {
  const moment = fc.oneof(
    fc.record({ kind: fc.constant('task' as const), task: fc.nat(7), lag }),
    fc.record({ kind: fc.constant('time' as const), number: fc.nat(3000).map(String) }),
  );
  fc.assert(
    fc.property(
      ids,
      fc.array(moment, { maxLength: 4 }),
      fc.array(fc.nat(7), { maxLength: 4 }),
      (known, drawn, picked) => {
        const moments = drawn.map((each) =>
          each.kind === 'task' ? { ...each, task: each.task % known.length } : each,
        );
        const names = picked.map((index) => index % known.length);
        expect(readMoments(momentsWritten(moments as never, known), known)).toEqual({ found: moments, faults: [] });
        expect(readNames(namesWritten(names, known), known)).toEqual({ found: names, faults: [] });
      },
    ),
    { numRuns: 500 },
  );
});

test('whatever is typed, every part is read or told, and nothing is invented', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 24 }), ids, (typed, known) => {
      for (const read of [readLinks(typed, known), readMoments(typed, known), readNames(typed, known)]) {
        expect(read.found.length + read.faults.length > 0).toBe(clean(typed) !== '');
        for (const part of read.faults) expect(`${clean(typed)} ${folded(typed)}`).toContain(part);
      }
    }),
    { numRuns: 500 },
  );
});

test('nothing is read where nothing is known', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 24 }), (typed) => {
      expect(readLinks(typed, []).found).toEqual([]);
      expect(readNames(typed, []).found).toEqual([]);
    }),
  );
});
