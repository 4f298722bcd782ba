/** The list of what ships: whole, with checksums, and made from the lockfile alone. */
import { spawnSync } from 'node:child_process';
import { copyFileSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

const root = path.resolve(__dirname, '../..');

interface Sbom {
  readonly bomFormat: string;
  readonly components: readonly {
    readonly name: string;
    readonly purl: string;
    readonly 'bom-ref': string;
    readonly licenses?: readonly object[];
    readonly hashes: readonly { readonly alg: string; readonly content: string }[];
  }[];
  readonly dependencies: readonly { readonly ref: string; readonly dependsOn: readonly string[] }[];
}

/** The list of a project with this lockfile, or what is said where there is none. */
function sbom(lock: (text: string) => string = (text) => text): { readonly list: Sbom | null; readonly text: string } {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'realise-sbom-'));
  copyFileSync(path.join(root, 'package.json'), path.join(folder, 'package.json'));
  writeFileSync(
    path.join(folder, 'package-lock.json'),
    lock(readFileSync(path.join(root, 'package-lock.json'), 'utf8')),
  );
  const run = spawnSync(process.execPath, [path.join(root, 'scripts/sbom.mjs'), folder], { encoding: 'utf8' });
  const text = run.status === 0 ? readFileSync(path.join(folder, 'dist/sbom.json'), 'utf8') : run.stderr;
  rmSync(folder, { recursive: true });
  return { list: run.status === 0 ? (JSON.parse(text) as Sbom) : null, text };
}

test('every dependency of the product is in it, with licence and checksum, and no tool is', () => {
  const { list } = sbom();
  const names = new Set(list?.components.map((one) => one.name));
  const { dependencies, devDependencies } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as {
    readonly dependencies: Readonly<Record<string, string>>;
    readonly devDependencies: Readonly<Record<string, string>>;
  };
  for (const name of Object.keys(dependencies)) expect(names).toContain(name);
  for (const name of ['jest', 'webpack', '@microsoft/office-js']) {
    expect(Object.keys(devDependencies)).toContain(name);
    expect(names).not.toContain(name);
  }
  for (const { hashes, licenses } of list?.components ?? []) {
    expect(hashes.map(({ alg, content }) => [alg, content.length])).toEqual([['SHA-512', 128]]);
    expect(licenses?.length ?? 1).toBe(1);
  }
  const refs = new Set(list?.components.map((one) => one['bom-ref']));
  expect(list?.dependencies.flatMap((one) => one.dependsOn).filter((ref) => !refs.has(ref))).toEqual([]);
});

test('it is the same each time, and a package without a checksum is refused', () => {
  expect(sbom().text).toBe(sbom().text);
  expect(sbom((text) => text.replaceAll(/"integrity": "[^"]+"/g, '"integrity": ""')).list).toBeNull();
});
