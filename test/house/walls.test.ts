/** The walls stop what they are for: each forbidden import, planted, is named by its rule. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const cruiser = path.join(root, 'node_modules/dependency-cruiser/bin/dependency-cruise.mjs');
const importing = (from: string): string => `import { it } from '${from}';\nexport const that = it;\n`;
const it = 'export const it = 1;\n';

/** What is planted: file, what it imports, and the rule it breaks. */
const planted: readonly (readonly [file: string, from: string, rule: string])[] = [
  ['src/engine/reads.ts', 'node:fs', 'engine'],
  ['src/engine/shows.ts', 'react', 'engine'],
  ['src/engine/asks.ts', '../inputs/it', 'engine'],
  ['src/workbook/port.ts', '../engine/it', 'port'],
  ['src/inputs/peeks.ts', '../outputs/it', 'inputs'],
  ['src/inputs/draws.ts', 'react', 'inputs'],
  ['src/outputs/opens.ts', '../workbook/xlsx/it', 'outputs'],
  ['src/workbook/excel/sums.ts', '../../engine/it', 'excel'],
  ['src/workbook/xlsx/office.ts', '../excel/it', 'xlsx'],
  ['src/workbook/grid/zips.ts', 'fflate', 'grid'],
  ['src/worker/paints.ts', 'react', 'worker'],
  ['src/taskpane/zips.ts', '../workbook/xlsx/it', 'pane'],
  ['src/commands/types.ts', '../cli/main', 'pane'],
  ['src/workbench/office.ts', '../workbook/excel/it', 'workbench'],
  ['src/cli/paints.ts', '../taskpane/main', 'command-line'],
  ['src/outputs/calls.ts', '../cli/main', 'doors-are-outermost'],
  ['src/cli/cheats.ts', '../../test/it', 'product-from-product'],
  ['src/cli/guesses.ts', 'jest', 'no-development-package'],
  ['src/cli/lost.ts', './nowhere', 'resolves'],
  ['src/inputs/round.ts', './about', 'no-circles'],
  ['src/inputs/about.ts', './round', 'no-circles'],
  ['src/inputs/alone.ts', './it', 'no-orphans'],
];
/** What the table lets through. */
const allowed: readonly (readonly [file: string, from: string])[] = [
  ['src/engine/fine.ts', 'decimal.js'],
  ['src/inputs/fine.ts', '../engine/it'],
  ['src/outputs/fine.ts', '../engine/it'],
  ['src/workbook/xlsx/fine.ts', 'fflate'],
  ['src/workbook/grid/fine.ts', '@univerjs/preset-sheets-core'],
  ['src/worker/fine.ts', '../engine/it'],
  ['src/taskpane/fine.ts', '../workbook/excel/it'],
  ['src/workbench/fine.ts', '../taskpane/main'],
  ['src/cli/fine.ts', '../workbook/xlsx/it'],
];
const sound = ['engine', 'inputs', 'outputs', 'workbook/xlsx', 'workbook/excel', 'workbook/grid'].map(
  (room) => `src/${room}/it.ts`,
);

interface Violation {
  readonly from: string;
  readonly to: string;
  readonly rule: { readonly name: string };
}

function violations(): ReadonlySet<string> {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'realise-walls-'));
  const put = (file: string, text: string): void => {
    mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
    writeFileSync(path.join(folder, file), text);
  };
  for (const file of [...sound, 'test/it.ts']) put(file, it);
  for (const [file, from] of [...planted, ...allowed]) put(file, importing(from));
  put('src/cli/main.ts', "import { it } from '../engine/it';\nexport { it };\n");
  put('src/taskpane/main.ts', it);
  for (const file of ['tsconfig.json', 'package.json', 'node_modules', '.dependency-cruiser.cjs'])
    symlinkSync(path.join(root, file), path.join(folder, file));
  const options = ['--config', '.dependency-cruiser.cjs', '--output-type', 'json', 'src'];
  const run = spawnSync(process.execPath, [cruiser, ...options], { cwd: folder, encoding: 'utf8', maxBuffer: 1e8 });
  rmSync(folder, { recursive: true });
  const { summary } = JSON.parse(run.stdout) as { summary: { violations: readonly Violation[] } };
  return new Set(summary.violations.flatMap(({ rule, from, to }) => [`${rule.name}: ${from}`, `${rule.name}: ${to}`]));
}

const found = violations();

test.each(planted)('%s may not import %s', (file, _from, rule) => {
  expect(found).toContain(`${rule}: ${file}`);
});

test.each(allowed)('%s may import %s', (file) => {
  expect([...found].filter((one) => one.endsWith(`: ${file}`) && !one.startsWith('no-orphans'))).toEqual([]);
});
