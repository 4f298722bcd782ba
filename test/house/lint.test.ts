/** Lint keeps clock, chance and surroundings out of the engine, and loose types and markup out of everything. */
import { spawnSync } from 'node:child_process';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');
const eslint = path.join(root, 'node_modules/eslint/bin/eslint.js');

/** The rules a text breaks where it stands for one of our files. */
function broken(file: string, text: string): readonly string[] {
  const options = ['--stdin', '--stdin-filename', file, '--format', 'json'];
  const run = spawnSync(process.execPath, [eslint, ...options], { cwd: root, input: text, encoding: 'utf8' });
  const [result] = JSON.parse(run.stdout) as readonly { messages: readonly { ruleId: string; line: number }[] }[];
  return result?.messages.map(({ ruleId, line }) => `${String(line)} ${ruleId}`) ?? [];
}

/** Each line with the rule it breaks, or none. */
const lines: readonly (readonly [text: string, rule: string | null])[] = [
  ['export const now = (): number => Date.now();', 'no-restricted-globals'],
  ['export const chance = (): number => Math.random();', 'no-restricted-properties'],
  ['export const since = (): number => performance.now();', 'no-restricted-globals'],
  ['export const page = (): unknown => document;', 'no-restricted-globals'],
  ['export const zone = (): unknown => Intl;', 'no-restricted-globals'],
  ['export const shown = (n: number): string => n.toLocaleString();', 'no-restricted-properties'],
  ['export const grown = (n: number): number => Math.exp(n);', 'no-restricted-syntax'],
  ['export const squared = (n: number): number => n ** 2;', 'no-restricted-syntax'],
  ['export const put = (to: { innerHTML: string }): void => { to.innerHTML = ""; };', 'no-restricted-syntax'],
  ['export const wait = (): void => { Promise.resolve(1); };', '@typescript-eslint/no-floating-promises'],
  ['export const say = (n: number): string => `${n}`;', '@typescript-eslint/restrict-template-expressions'],
  ['export const any = (n: string): number => JSON.parse(n);', '@typescript-eslint/no-unsafe-return'],
  ['export const half = (n: number): number => Math.floor(n / 2);', null],
  ['export default half;', 'no-restricted-syntax'],
];

const found = broken('src/engine/results.ts', lines.map(([text]) => text).join('\n'));

test.each(lines)('%s', (text, rule) => {
  const line = String(lines.findIndex(([one]) => one === text) + 1);
  const here = found.filter((one) => one.startsWith(`${line} `));
  if (rule === null) expect(here).toEqual([]);
  else expect(here).toContain(`${line} ${rule}`);
});
