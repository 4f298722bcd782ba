/** Sees to it that the locked packages are there: `npm ci` when one is missing or of another version. */
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));
const OLDEST_NODE = [20, 19];

/** The packages a lockfile lists, by folder; null when there is none to read. */
function locked(file) {
  try {
    return JSON.parse(readFileSync(path.join(root, file), 'utf8')).packages;
  } catch {
    return null;
  }
}

/** The first locked package that is absent or differs; null when all is in place. Optional ones depend on the machine. */
export function outOfPlace() {
  const wanted = locked('package-lock.json');
  const present = locked('node_modules/.package-lock.json');
  if (wanted === null) throw new Error('package-lock.json cannot be read');
  if (present === null) return 'node_modules';
  for (const [folder, { version, optional, devOptional, peer }] of Object.entries(wanted)) {
    if (folder === '' || optional || devOptional) continue;
    if (present[folder] === undefined && peer) continue;
    if (present[folder]?.version !== version) return `${folder} ${version}`;
  }
  return null;
}

/** npm as it is started on this machine, on Windows too. */
const windows = process.platform === 'win32';
export const npmProgram = { program: windows ? 'npm.cmd' : 'npm', options: { cwd: root, shell: windows } };

/** Runs npm, and waits for it. */
const npm = (args, options = {}) =>
  spawnSync(npmProgram.program, args, { ...npmProgram.options, stdio: 'inherit', ...options });

/** Installs if needed; ends the process with a plain word when Node is too old or npm fails. */
export function ensureInstalled() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1])) {
    console.error(`Realise needs Node ${OLDEST_NODE.join('.')} or later; this is ${process.versions.node}.`);
    process.exit(1);
  }
  const missing = outOfPlace();
  if (missing === null) return;
  console.log(`Installing the locked packages (${missing} is not in place) …`);
  if (
    npm(['ci', '--no-audit', '--no-fund', '--loglevel=error'], { stdio: ['ignore', 'ignore', 'inherit'] }).status !== 0
  ) {
    console.error('npm ci failed: see above.');
    process.exit(1);
  }
}
