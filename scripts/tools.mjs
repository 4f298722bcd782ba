/** Finds the programs the tests drive (Chromium; LibreOffice with Python's UNO; pdftoppm), or installs them with apt. */
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';

const works = (program, ...args) => spawnSync(program, args, { stdio: 'ignore', timeout: 60_000 }).status === 0;

/** The first that can be run: full paths by looking, bare names by the search path. */
function first(candidates) {
  const folders = (process.env.PATH ?? '').split(path.delimiter);
  const suffixes = process.platform === 'win32' ? ['.exe', ''] : [''];
  for (const candidate of candidates.filter(Boolean)) {
    if (path.isAbsolute(candidate)) {
      if (existsSync(candidate)) return candidate;
      continue;
    }
    const found = folders
      .flatMap((folder) => suffixes.map((suffix) => path.join(folder, candidate + suffix)))
      .find((file) => existsSync(file));
    if (found !== undefined) return found;
  }
  return null;
}

const chromium = () =>
  first([
    process.env.REALISE_CHROMIUM,
    ...['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable', 'chrome', 'msedge'],
    '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
    '/Applications/Chromium.app/Contents/MacOS/Chromium',
    'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
    'C:\\Program Files (x86)\\Microsoft\\Edge\\Application\\msedge.exe',
  ]);

const soffice = () =>
  first([
    process.env.REALISE_SOFFICE,
    ...['soffice', 'libreoffice'],
    '/Applications/LibreOffice.app/Contents/MacOS/soffice',
    'C:\\Program Files\\LibreOffice\\program\\soffice.exe',
  ]);

/** A Python that can talk to LibreOffice. */
const python = () =>
  [
    process.env.REALISE_PYTHON,
    ...['/usr/bin/python3', 'python3'],
    '/Applications/LibreOffice.app/Contents/Resources/python',
    'C:\\Program Files\\LibreOffice\\program\\python.exe',
  ].find((candidate) => candidate !== undefined && works(candidate, '-c', 'import uno')) ?? null;

const pdftoppm = () => first([process.env.REALISE_PDFTOPPM, 'pdftoppm']);

/** Each tool: where it was found (or null), what Debian and Ubuntu call it, and what cannot be checked without it. */
const tools = [
  { name: 'Chromium', variable: 'REALISE_CHROMIUM', find: chromium, packages: ['chromium', 'fonts-liberation'] },
  { name: 'LibreOffice', variable: 'REALISE_SOFFICE', find: soffice, packages: ['libreoffice-calc-nogui'] },
  { name: 'Python with UNO', variable: 'REALISE_PYTHON', find: python, packages: ['python3-uno'] },
  { name: 'pdftoppm', variable: 'REALISE_PDFTOPPM', find: pdftoppm, packages: ['poppler-utils'] },
];

const look = () => tools.map((tool) => ({ ...tool, where: tool.find() }));

/** How apt can be run here: as root, by sudo without a password, or not at all. */
function apt() {
  if (process.platform !== 'linux' || first(['apt-get']) === null) return null;
  if (process.getuid?.() === 0) return ['apt-get'];
  return works('sudo', '-n', 'true') ? ['sudo', '-n', 'apt-get'] : null;
}

function installed(packages) {
  const how = apt();
  if (how === null) return;
  console.log(`Installing ${packages.join(', ')} …`);
  const [program, ...before] = how;
  const quiet = { stdio: ['ignore', 'ignore', 'inherit'], env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } };
  spawnSync(program, [...before, 'update', '-qq'], quiet);
  spawnSync(program, [...before, 'install', '-y', '-qq', '--no-install-recommends', ...packages], quiet);
}

/** Finds every tool, installing what apt can; sets the variables the tests read; answers the names still missing. */
export function prepareTools() {
  let found = look();
  const missing = found.filter(({ where }) => where === null);
  if (missing.length > 0) {
    installed(missing.flatMap(({ packages }) => packages));
    found = look();
  }
  for (const { name, variable, where } of found) {
    if (where !== null) process.env[variable] = where;
    console.log(`${name}: ${where ?? 'not found'}`);
  }
  return found.filter(({ where }) => where === null).map(({ name }) => name);
}
