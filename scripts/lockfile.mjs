/** Holds package-lock.json (here, or in the folder named) to its rules: pinned, with checksums, from registries alone, and no host but npm's own. */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const PUBLIC = 'https://registry.npmjs.org/';
const EXACT = /^\d+\.\d+\.\d+(-[\w.]+)?$/;
const GROUPS = ['dependencies', 'devDependencies'];

/** Whether a package asked for from a folder is locked in it or in a folder above: npm's own way of looking. */
function found(packages, folder, name) {
  for (let above = folder; ; above = above.slice(0, Math.max(0, above.lastIndexOf('node_modules/') - 1))) {
    if (packages[`${above === '' ? '' : `${above}/`}node_modules/${name}`] !== undefined) return true;
    if (above === '') return false;
  }
}

/** Every broken rule, in words; an empty list is a sound lockfile. */
function lockfileFaults(manifest, lock) {
  const faults = [];
  if (lock.lockfileVersion !== 3) faults.push(`lockfileVersion is ${lock.lockfileVersion}, expected 3`);
  for (const group of GROUPS) {
    const named = Object.entries(manifest[group] ?? {});
    const held = lock.packages['']?.[group] ?? {};
    for (const [name, version] of named) {
      if (!EXACT.test(version)) faults.push(`${name}: "${version}" in package.json is not one exact version`);
      if (held[name] !== version)
        faults.push(`${name}: package.json says ${version}, the lockfile ${held[name] ?? 'nothing'}`);
      if (lock.packages[`node_modules/${name}`]?.version !== version) faults.push(`${name}: ${version} is not locked`);
    }
    for (const name of Object.keys(held))
      if (manifest[group]?.[name] === undefined) faults.push(`${name}: locked, not asked for`);
  }
  for (const [folder, entry] of Object.entries(lock.packages)) {
    if (folder === '') continue;
    if (!folder.startsWith('node_modules/') && !folder.includes('/node_modules/'))
      faults.push(`${folder}: not a registry package`);
    for (const name of Object.keys({ ...entry.dependencies, ...entry.optionalDependencies }))
      if (!found(lock.packages, folder, name)) faults.push(`${folder}: needs ${name}, which is not locked`);
    if (entry.link === true) faults.push(`${folder}: a link`);
    if (entry.inBundle !== true && !/^sha(512|384|256)-/.test(entry.integrity ?? ''))
      faults.push(`${folder}: no strong checksum`);
    if (entry.resolved !== undefined && !entry.resolved.startsWith(PUBLIC))
      faults.push(`${folder}: names a host of its own`);
  }
  return faults;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const root = process.argv[2] ?? path.dirname(path.dirname(fileURLToPath(import.meta.url)));
  const read = (file) => JSON.parse(readFileSync(path.join(root, file), 'utf8'));
  const lock = read('package-lock.json');
  const faults = lockfileFaults(read('package.json'), lock);
  for (const fault of faults) console.error(fault);
  console.log(`lockfile: ${Object.keys(lock.packages).length - 1} packages, ${faults.length} faults`);
  process.exitCode = faults.length === 0 ? 0 : 1;
}
