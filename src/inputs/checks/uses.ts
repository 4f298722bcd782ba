/** What starts need: of a technology that has a queue, once, with follow-up and tests that are there. */
import type { Finding } from '../../engine/finding';
import type { ResourceRow } from '../../engine/realisation-assumptions';
import { folded } from '../labels';
import { cellName, error, notice } from '../said';
import { HORIZON_ROOM } from '../tables/resources';
import { at, called, where, type Check, type Seen } from './check';
import { isUse, poolsOf } from './pools';

/** Only new technologies are waited for. */
function queue(seen: Seen, row: ResourceRow): readonly Finding[] {
  const technology = seen.assumptions.technologies.find((held) => folded(held.technology) === folded(row.technology));
  return technology && technology.role !== 'new'
    ? [
        error(
          'no-queue',
          at(seen, row, 'Technology'),
          `${called(seen, row)} names ${technology.technology}, whose Role is ${technology.role}: nobody waits for it.`,
          'Take what it needs off Available, and leave the row out.',
        ),
      ]
    : [];
}

/** The test that a start takes is carried out in the world with. */
function test(seen: Seen, row: ResourceRow): readonly Finding[] {
  const tests = seen.assumptions.tests.filter(({ test: name }) => folded(name) === folded(row.test));
  if (row.test === '') return [];
  return [
    ...where(tests.length > 0 && tests.every(({ world }) => world === 'without'), () =>
      error(
        'no-test',
        at(seen, row, 'Test'),
        `${row.test} is carried out only in the world without.`,
        'A start needs the tests of the world with.',
      ),
    ),
    ...where(row.perStart === null, () =>
      notice(
        'unused-test',
        at(seen, row, 'Test'),
        `${cellName('Test', called(seen, row))} is not used: the row has no Per start.`,
        'Per start is multiplied by the tests per patient found.',
      ),
    ),
  ];
}

function followUp(seen: Seen, row: ResourceRow): readonly Finding[] {
  const broken = seen.entryOf(row)?.cells.get('Per follow-up')?.kind === 'broken';
  return row.followUpMonths !== null && row.perFollowUp === null && !broken
    ? [
        error(
          'blank',
          at(seen, row, 'Per follow-up'),
          `${cellName('Per follow-up', called(seen, row))} is blank.`,
          'Follow-up months needs it.',
        ),
      ]
    : [];
}

const keyOf = (row: ResourceRow): string => JSON.stringify([row.technology, row.subgroup, row.test].map(folded));

/** Each technology and subgroup uses a pool by one row. (The very same keys have their own finding.) */
function twice(seen: Seen, rows: readonly ResourceRow[]): readonly Finding[] {
  const uses = rows.filter(isUse);
  const first = new Map<string, ResourceRow>();
  return uses.flatMap((row) => {
    const before = first.get(keyOf(row));
    first.set(keyOf(row), before ?? row);
    return where(before !== undefined && (before.from !== null || row.from !== null), () =>
      error(
        'duplicate-use',
        at(seen, row, 'Per start'),
        `${called(seen, row)} says twice what a start needs, in rows ${String(before?.at.row ?? 0)} and ${String(row.at.row ?? 0)}.`,
        'Keep one; From is of the supply, not of the need.',
      ),
    );
  });
}

export const uses: Check = (seen) => {
  const rows = (seen.assumptions.realisation?.resources ?? []).filter(({ technology }) => technology !== HORIZON_ROOM);
  return [
    ...rows.flatMap((row) => [...queue(seen, row), ...test(seen, row), ...followUp(seen, row)]),
    ...poolsOf(rows).flatMap((pool) => twice(seen, pool)),
  ];
};
