/**
 * The live workbook recalculates in LibreOffice to the engine's figures: every written figure of every case, to 1e-9 of
 * the larger of the figure and the totals of its block.
 */
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { assessLive } from '../../src/assess';
import type { LiveModel } from '../../src/engine/readings/live/live';
import { columnName } from '../../src/engine/readings/live/layout';
import { LIVE_FUNCTIONS } from '../../src/engine/readings/live/write-formula';
import { CALC, calcNames, calcSheet } from '../../src/outputs/sheets/calc';
import { openXlsx } from '../../src/workbook/xlsx';
import { recalculate } from '../libreoffice/office';

const CASES = path.join(__dirname, '../published');
const cases = readdirSync(CASES, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map((entry) => entry.name);

interface Written {
  readonly live: LiveModel;
  readonly bytes: Uint8Array;
}

async function writeLive(name: string): Promise<Written> {
  const workbook = await openXlsx(readFileSync(path.join(CASES, name, 'model.xlsx')));
  const { live } = assessLive(await workbook.read());
  if (!live) throw new Error(`${name} has no live model`);
  await workbook.write({
    title: name,
    stamp: 'test',
    language: 'en-GB',
    sheets: [calcSheet(live, name, 'test')],
    names: calcNames(live),
    open: CALC.name,
  });
  return { live, bytes: await workbook.bytes() };
}

/** Differences of a block from the recalculated sheet, relative to the larger of the figure and the block's largest. */
function differences(
  live: LiveModel,
  sheet: Readonly<Record<string, number | string>>,
): { largest: number; where: string; compared: number } {
  let [largest, where, compared] = [0, '', 0];
  for (const block of live.blocks) {
    const scale = Math.max(
      ...block.rows.flatMap((row) => row.cells.map((cell) => Math.abs(cell.value.toNumber()))),
      1e-300,
    );
    for (const row of block.rows) {
      for (const cell of row.cells) {
        const found = sheet[`${columnName(cell.column)}${String(row.row)}`] ?? 0;
        const difference = typeof found === 'number' ? Math.abs(found - cell.value.toNumber()) / scale : Infinity;
        compared += 1;
        if (difference > largest)
          [largest, where] = [
            difference,
            `${block.name} ${row.labels.join(' · ')} ${columnName(cell.column)}${String(row.row)}: ${String(found)} for ${cell.value.toString()} by ${cell.formula ?? 'link'}`,
          ];
      }
    }
  }
  return { largest, where, compared };
}

describe('the live model', () => {
  test.each(cases)(
    '%s recalculates to the engine’s figures',
    async (name) => {
      const { live, bytes } = await writeLive(name);
      const { sheets } = await recalculate(bytes);
      const { largest, where, compared } = differences(live, sheets[CALC.name] ?? {});
      expect(compared).toBeGreaterThan(30);
      expect(`${where} ${largest > 1e-9 ? String(largest) : ''}`).toBe(`${where} `);
    },
    120_000,
  );

  test.each(cases)(
    '%s uses listed functions alone',
    async (name) => {
      const { live } = await writeLive(name);
      const used = live.blocks.flatMap((block) =>
        block.rows.flatMap((row) =>
          row.cells.flatMap((cell) => [...(cell.formula ?? '').matchAll(/([A-Z.]+)\(/g)].map((hit) => hit[1] ?? '')),
        ),
      );
      expect([...new Set(used)].filter((name_) => !LIVE_FUNCTIONS.includes(name_))).toEqual([]);
    },
    60_000,
  );
});
