/**
 * Random models, written live, recalculate in LibreOffice to the engine's figures. LIVE_MODELS says how many of each
 * family (of value realisation a quarter, which take longer); figures that rounding puts one unit away at a tie are
 * counted and printed.
 */
import fc from 'fast-check';
import { valueWorkbooks } from '../random/value';
import { snapshotOf, workbooks } from '../random/workbooks';
import type { PlainTable } from '../second/sheet';
import { recalculateAll } from '../libreoffice/batch';
import { lint } from './lint';
import { bookOf } from './random';
import { tieOf } from './ties';
import { compare, otherCells } from './written';

const EACH = Number(process.env.LIVE_MODELS ?? '5');
const SEED = Number(process.env.LIVE_SEED ?? '11');

const ALL = { streams: true, cohorts: true, regimens: true, agreements: true, tests: true, splits: true };
/** Months take longer than years. */
const REALISED = Math.max(2, Math.ceil(EACH / 4));
const FAMILIES: readonly (readonly [name: string, workbooks: fc.Arbitrary<PlainTable[]>, models: number])[] = [
  ['the core tables', workbooks({}), EACH],
  ['streams and tests', workbooks({ streams: true, tests: true }), EACH],
  ['cohorts and regimens', workbooks({ cohorts: true, regimens: true }), EACH],
  ['agreements', workbooks({ agreements: true, streams: true }), EACH],
  ['everything', workbooks(ALL), EACH],
  ['value realisation, cohorts', valueWorkbooks({ accounting: 'cohort', wide: true }), REALISED],
  ['value realisation, stock', valueWorkbooks({ accounting: 'stock', wide: true }), REALISED],
];

test.each(FAMILIES.map((family, index) => [...family, index] as const))(
  'random models of %s',
  async (name, family, models, index) => {
    const made = await Promise.all(
      fc
        .sample(family, { numRuns: models, seed: SEED + index })
        .map(async (tables) => ({ tables, book: await bookOf(tables) })),
    );
    const books = made.flatMap(({ tables, book }) => (book ? [{ tables, book }] : []));
    const sheets = await recalculateAll(
      books.map(({ book }) => ({ bytes: book.bytes, sheets: book.report.sheets.map((sheet) => sheet.name) })),
    );
    const faults: string[] = [];
    const ties: string[] = [];
    let largest = 0;
    books.forEach(({ tables, book }, at) => {
      const compared = compare(book.live, sheets[at] ?? {});
      const tie = compared.largest > 1e-9 ? tieOf(snapshotOf(tables), compared) : null;
      if (tie !== null) ties.push(tie);
      else if (compared.largest > 1e-9) faults.push(compared.first[0]?.said ?? compared.where);
      else {
        largest = Math.max(largest, compared.largest);
        faults.push(...otherCells(book.report, sheets[at] ?? {}).slice(0, 2));
      }
      faults.push(
        ...lint(book.report)
          .slice(0, 1)
          .map(({ rule, at: where }) => `${rule} ${where}`),
      );
    });
    console.info(
      `${name}: ${String(books.length)} models, largest difference ${String(largest)}, ${String(ties.length)} at a tie`,
      ties,
    );
    expect(faults).toEqual([]);
    expect(books.length).toBeGreaterThan(models / 2);
  },
  3_000_000,
);
