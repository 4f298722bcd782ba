/** The gates on packages let ours through and stop what they are for. */
import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const scripts = path.resolve(__dirname, '../../scripts');
const integrity = `sha512-${'A'.repeat(86)}==`;

interface Entry {
  readonly version?: string;
  readonly integrity?: string;
  readonly resolved?: string;
  readonly license?: string;
  readonly dev?: boolean;
  readonly link?: boolean;
  readonly dependencies?: Readonly<Record<string, string>>;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
}

const sound: Entry = { version: '1.0.0', integrity, license: 'MIT' };

/** Runs a gate on a project that asks for package `a`, with these packages locked. */
function gate(
  script: string,
  packages: Readonly<Record<string, Entry>>,
  asked = '1.0.0',
): { said: string; fine: boolean } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'realise-gate-'));
  const dependencies = { a: asked };
  const locked = { '': { dependencies }, ...packages };
  writeFileSync(path.join(folder, 'package.json'), JSON.stringify({ dependencies }));
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify({ lockfileVersion: 3, packages: locked }));
  const run = spawnSync(process.execPath, [path.join(scripts, script), folder], { encoding: 'utf8' });
  rmSync(folder, { recursive: true });
  return { said: run.stdout + run.stderr, fine: run.status === 0 };
}

test('a sound lockfile passes', () => {
  expect(gate('lockfile.mjs', { 'node_modules/a': sound })).toMatchObject({ fine: true });
});

test('a dependency is found in a folder above, as npm finds it', () => {
  const nested = { 'node_modules/a': sound, 'node_modules/b': sound };
  const deep: Entry = { ...sound, dependencies: { b: '^1.0.0' } };
  expect(gate('lockfile.mjs', { ...nested, 'node_modules/a/node_modules/@x/c': deep })).toMatchObject({ fine: true });
});

test.each<[string, Readonly<Record<string, Entry>>, RegExp]>([
  [
    'a private host',
    { 'node_modules/a': { ...sound, resolved: 'https://packages.example/a.tgz' } },
    /a host of its own/,
  ],
  ['a repository', { 'node_modules/a': { ...sound, resolved: 'git+ssh://git@example/a.git' } }, /a host of its own/],
  ['no checksum', { 'node_modules/a': { version: '1.0.0' } }, /no strong checksum/],
  ['a weak checksum', { 'node_modules/a': { ...sound, integrity: 'sha1-AAAA' } }, /no strong checksum/],
  ['another version', { 'node_modules/a': { ...sound, version: '1.0.1' } }, /1\.0\.0 is not locked/],
  ['a link', { 'node_modules/a': { ...sound, link: true } }, /a link/],
  ['a folder', { 'node_modules/a': sound, 'other/b': sound }, /not a registry package/],
  ['a gap', { 'node_modules/a': { ...sound, optionalDependencies: { 'a-win': '1.0.0' } } }, /needs a-win/],
])('a lockfile with %s is refused', (_what, packages, said) => {
  const answer = gate('lockfile.mjs', packages);
  expect(answer.said).toMatch(said);
  expect(answer.fine).toBe(false);
});

test('a version that is not pinned is refused', () => {
  expect(gate('lockfile.mjs', { 'node_modules/a': sound }, '^1.0.0')).toMatchObject({ fine: false });
});

test.each<[string, boolean, boolean]>([
  ['MIT', false, true],
  ['(MIT OR GPL-3.0-only)', false, true],
  ['MIT AND Apache-2.0', false, true],
  ['MIT AND GPL-3.0-only', false, false],
  ['GPL-3.0-only', false, false],
  ['GPL-3.0-only', true, false],
  ['AGPL-3.0-or-later', true, false],
  ['MPL-2.0', true, true],
  ['MPL-2.0', false, false],
  ['UNLICENSED', true, false],
])('the licence %s (for development alone: %s) is allowed: %s', (license, dev, fine) => {
  expect(gate('licences.mjs', { 'node_modules/a': { ...sound, license, dev } }).fine).toBe(fine);
});

test('a package that ships may not lean on the judgement made for development', () => {
  const office = { 'node_modules/@microsoft/office-js': { ...sound, license: 'SEE LICENSE' } };
  expect(gate('licences.mjs', office).fine).toBe(false);
});

test('the licence an installed package states counts before the lockfile', () => {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'realise-gate-'));
  mkdirSync(path.join(folder, 'node_modules/a'), { recursive: true });
  const lock = { lockfileVersion: 3, packages: { '': {}, 'node_modules/a': sound } };
  writeFileSync(path.join(folder, 'package-lock.json'), JSON.stringify(lock));
  writeFileSync(path.join(folder, 'node_modules/a/package.json'), JSON.stringify({ license: 'GPL-3.0-only' }));
  const run = spawnSync(process.execPath, [path.join(scripts, 'licences.mjs'), folder]);
  rmSync(folder, { recursive: true });
  expect(run.status).toBe(1);
});

test('every library has its line in DECISIONS', () => {
  const root = path.resolve(__dirname, '../..');
  const asked = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as Record<
    string,
    Record<string, string>
  >;
  const decisions = readFileSync(path.join(root, 'docs/DECISIONS.md'), 'utf8');
  const names = Object.keys({ ...asked.dependencies, ...asked.devDependencies });
  expect(names.length).toBeGreaterThan(20);
  expect(names.filter((name) => !decisions.includes(`\`${name}\``))).toEqual([]);
});
