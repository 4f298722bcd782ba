/** Refuses a package whose licence is not on the list: a shorter list for what ships, a longer one for tools. */
import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const FREE = [
  'MIT',
  'MIT-0',
  'ISC',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'Apache-2.0',
  '0BSD',
  'CC0-1.0',
  'Unlicense',
  'BlueOak-1.0.0',
  'Zlib',
];
const TOOLS = [...FREE, 'MPL-2.0', 'CC-BY-4.0', 'CC-BY-3.0', 'Python-2.0', 'WTFPL'];

/** Packages whose licence is not an SPDX word, read and judged by hand. */
const JUDGED = new Map([
  ['@microsoft/office-js', { why: "Microsoft's terms allow developing and testing", ships: false }],
  [
    '@univerjs/telemetry',
    { why: 'Apache-2.0 by its LICENSE file; the name of an interface, which sends nothing', ships: true },
  ],
]);

/** Whether an SPDX expression is allowed: any side of OR, every side of AND. */
function allowed(expression, list) {
  const bare = expression.trim().replace(/^\((.*)\)$/, '$1');
  if (/\bOR\b/.test(bare)) return bare.split(/\bOR\b/).some((part) => allowed(part, list));
  if (/\bAND\b/.test(bare)) return bare.split(/\bAND\b/).every((part) => allowed(part, list));
  return list.includes(bare.trim());
}

const word = (licence) => (typeof licence === 'string' ? licence : (licence?.type ?? licence?.name));
const said = ({ license, licenses }) =>
  word(license) ?? (Array.isArray(licenses) ? licenses.map(word).join(' OR ') : word(licenses)) ?? 'none stated';

/** Every package with a licence outside its list; `manifestOf` reads an installed package's own package.json, or null. */
function licenceFaults(lock, manifestOf) {
  const faults = [];
  for (const [folder, entry] of Object.entries(lock.packages)) {
    if (folder === '') continue;
    const name = folder.slice(folder.lastIndexOf('node_modules/') + 'node_modules/'.length);
    const ships = entry.dev !== true;
    const judged = JUDGED.get(name);
    if (judged !== undefined && (judged.ships || !ships)) continue;
    const licence = said(manifestOf(folder) ?? entry);
    if (!allowed(licence, ships ? FREE : TOOLS))
      faults.push(`${name} ${entry.version}: ${licence}${ships ? ' (ships)' : ''}`);
  }
  return faults;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.argv[2] ?? path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  const lock = read('package-lock.json');
  const manifestOf = (folder) =>
    existsSync(path.join(root, folder, 'package.json')) ? read(path.join(folder, 'package.json')) : null;
  const faults = licenceFaults(lock, manifestOf);
  for (const fault of faults) console.error(fault);
  console.log(`licences: ${Object.keys(lock.packages).length - 1} packages, ${faults.length} not allowed`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
