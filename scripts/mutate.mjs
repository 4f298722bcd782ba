/**
 * Mutation testing of the engine: draws mutants, has Stryker judge them (scripts/mutation-runner.mjs), and says the score.
 * Only what is drawn is put into the code: the tests then run nearly as fast as ever, and a few hundred mutants take
 * minutes. Folders or files of the engine may be named (`npm run mutate -- model value`); options of Stryker follow `--`.
 */
import { spawnSync } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';
import { Instrumenter } from '@stryker-mutator/instrumenter';
import { drawn, SHARE } from './mutation-sample.mjs';

const given = process.argv.slice(2);
const cut = given.includes('--') ? given.indexOf('--') : given.length;
const [named, options] = [given.slice(0, cut), given.slice(cut + 1)];
const { mutator } = JSON.parse(readFileSync('stryker.config.json', 'utf8'));
const within = (file) => named.length === 0 || named.some((name) => file.startsWith(`src/engine/${name}`));
const files = readdirSync('src/engine', { recursive: true })
  .map((name) => `src/engine/${name}`)
  .filter((file) => file.endsWith('.ts') && within(file))
  .sort();

/** Stryker's own list of mutants. */
async function listed() {
  const silent = { debug() {}, info() {}, warn() {}, isDebugEnabled: () => false };
  const sources = files.map((name) => ({ name, mutate: true, content: readFileSync(name, 'utf8') }));
  const how = { ...mutator, plugins: null, ignorers: [] };
  const { mutants } = await new Instrumenter(silent).instrument(sources, how);
  return mutants.filter(({ status }) => status !== 'Ignored');
}

const all = await listed();
const mine = all.filter(drawn);
const range = ({ fileName, location: { start, end } }) =>
  `${fileName}:${start.line + 1}:${start.column}-${end.line + 1}:${end.column}`;
console.log(`${mine.length} of ${all.length} mutants in ${files.length} files`);
const what = SHARE >= 1 ? files : [...new Set(mine.map(range))];
const stryker = ['node_modules/@stryker-mutator/core/bin/stryker.js', 'run', '--mutate', what.join(','), ...options];
const { status } = spawnSync(process.execPath, stryker, { stdio: 'inherit' });
if (status !== 0) process.exit(status ?? 1);
spawnSync(process.execPath, ['scripts/mutation-score.mjs', '--survivors'], { stdio: 'inherit' });
