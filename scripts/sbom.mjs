/** `npm run sbom`: what ships, as a CycloneDX list (dist/sbom.json), from the lockfile alone: no network, no clock, same list for same lockfile. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = process.argv[2] ?? path.join(path.dirname(fileURLToPath(import.meta.url)), '..');
const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
const { name, version, license } = read('package.json');
const { packages } = read('package-lock.json');

const nameOf = (place) => place.slice(place.lastIndexOf('node_modules/') + 'node_modules/'.length);
const purl = (called, at) => `pkg:npm/${called.replace('@', '%40')}@${at}`;

/** "sha512-<base64>" of the lockfile, as the hexadecimal that CycloneDX asks for. */
function hashes(integrity) {
  const [, kind, base64] = /^(sha\d+)-(.+)$/.exec(integrity ?? '') ?? [];
  if (kind === undefined) throw new Error('a package without a checksum');
  return [{ alg: kind.replace('sha', 'SHA-'), content: Buffer.from(base64, 'base64').toString('hex') }];
}

/** Where a package finds what it asks for: in its own folder, or in one above. */
function resolved(from, wanted) {
  for (let at = from; ; at = at.slice(0, Math.max(0, at.lastIndexOf('/node_modules/')))) {
    const place = `${at === '' ? '' : `${at}/`}node_modules/${wanted}`;
    if (packages[place] !== undefined) return place;
    if (at === '') return null;
  }
}

const shipped = Object.entries(packages).filter(([place, entry]) => place !== '' && !entry.dev && !entry.devOptional);
const refOf = (place) => purl(nameOf(place), packages[place].version);
const requires = ([place, { dependencies = {}, peerDependencies = {} }]) =>
  [...new Set(Object.keys({ ...dependencies, ...peerDependencies }).flatMap((one) => resolved(place, one) ?? []))]
    .filter((one) => shipped.some(([other]) => other === one))
    .map(refOf)
    .sort();

const components = shipped.map(([place, entry]) => ({
  type: 'library',
  'bom-ref': refOf(place),
  name: nameOf(place),
  version: entry.version,
  purl: refOf(place),
  hashes: hashes(entry.integrity),
  ...(entry.license === undefined ? {} : { licenses: [{ expression: entry.license }] }),
}));
const unique = [...new Map(components.map((one) => [one['bom-ref'], one])).values()].sort((a, b) =>
  a['bom-ref'] < b['bom-ref'] ? -1 : 1,
);
const own = purl(name, version);
const list = {
  bomFormat: 'CycloneDX',
  specVersion: '1.6',
  version: 1,
  metadata: {
    component: { type: 'application', 'bom-ref': own, name, version, purl: own, licenses: [{ expression: license }] },
  },
  components: unique,
  dependencies: [
    { ref: own, dependsOn: requires(['', packages['']]) },
    ...shipped.map((one) => ({ ref: refOf(one[0]), dependsOn: requires(one) })),
  ].filter((one, n, all) => all.findIndex((other) => other.ref === one.ref) === n),
};
const target = path.join(root, 'dist');
mkdirSync(target, { recursive: true });
writeFileSync(path.join(target, 'sbom.json'), `${JSON.stringify(list, null, 2)}\n`);
console.log(`sbom: ${unique.length} packages that ship, dist/sbom.json`);
