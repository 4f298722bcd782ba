/**
 * `npm test`: everything. Installs what is missing, then types, lint, format, walls, lockfile, licences, the tests of the
 * sums and of the pane, the build, and the tests that drive Chromium and LibreOffice. Goes on after a fault, so that one
 * run shows them all. A check this machine cannot do is named; with CI=true that is a fault. Ends with `N passed, N failed`.
 */
import { spawn, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled, npmProgram, root } from './install.mjs';
import { prepareTools } from './tools.mjs';

const CI = /^(1|true)$/i.test(process.env.CI ?? '');
/** A run of tests that hangs is ended and fails. */
const LONGEST = 35 * 60 * 1000;
const faults = [];
const unchecked = [];
const tests = { passed: 0, failed: 0, skipped: 0 };

function ended(name, start, fine) {
  console.log(`── ${name}: ${fine ? 'passed' : 'FAILED'} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (!fine) faults.push(name);
  return fine;
}

/** One of the commands of package.json; what it says is shown in one piece when it ends. */
function command(name, script) {
  const start = performance.now();
  const said = [];
  const { program, options } = npmProgram;
  const run = spawn(program, ['run', '--silent', script], { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  for (const stream of [run.stdout, run.stderr]) stream.on('data', (part) => said.push(part));
  return new Promise((resolve) => {
    const end = (status) => {
      process.stdout.write(`\n${Buffer.concat(said).toString('utf8')}`);
      resolve(ended(name, start, status === 0));
    };
    run.on('error', () => end(1));
    run.on('close', end);
  });
}

/** A run of jest, named. */
function jest(name, ...args) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  ended(name, start, passed(args));
}

/** Runs jest; its numbers are added up, and a suite that could not even be loaded counts as a failure. */
function passed(args) {
  const folder = mkdtempSync(path.join(os.tmpdir(), 'realise-tests-'));
  const file = path.join(folder, 'jest.json');
  const program = path.join(root, 'node_modules/jest/bin/jest.js');
  const run = spawnSync(process.execPath, [program, ...args, '--json', `--outputFile=${file}`], {
    cwd: root,
    stdio: ['ignore', 'ignore', 'inherit'],
    timeout: LONGEST,
    killSignal: 'SIGKILL',
  });
  try {
    const result = JSON.parse(readFileSync(file, 'utf8'));
    tests.passed += result.numPassedTests;
    tests.failed += result.numFailedTests + result.numRuntimeErrorTestSuites;
    tests.skipped += result.numPendingTests + result.numTodoTests;
    return run.status === 0 && result.numTotalTests > 0;
  } catch {
    tests.failed += 1;
    return false;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

ensureInstalled();
const missing = prepareTools();

/** Reads the sources and builds the site; false when it cannot be built. */
async function checkedAndBuilt() {
  await command('types', 'types');
  await command('format', 'format:check');
  await command('walls', 'walls');
  await command('lockfile', 'lockfile');
  await command('licences', 'licences');
  const built = await command('build, and size of the pane', 'size');
  if (built) await command('list of what ships', 'sbom');
  return built;
}
// Each of the two needs one processor, and about as long as the other.
const [built] = await Promise.all([checkedAndBuilt(), command('lint', 'lint')]);
jest('tests of the sums and of the pane', '--selectProjects', 'sums', 'pane');

/** What needs a tool that is not here is left out by folder, and said. */
const without = (tool) => missing.includes(tool);
const leftOut = [];
if (!built || without('Chromium')) leftOut.push({ folder: 'test/page', why: built ? 'no Chromium' : 'no build' });
if (['LibreOffice', 'Python with UNO', 'pdftoppm'].some(without))
  leftOut.push({ folder: 'test/libreoffice', why: 'no LibreOffice' });
if (leftOut.length > 0) leftOut.push({ folder: String.raw`\.slow\.test\.tsx?$`, why: 'a tool is missing' });
for (const { folder, why } of leftOut) unchecked.push(`${folder}: ${why}`);
const ignored = leftOut.flatMap(({ folder }) => ['--testPathIgnorePatterns', folder]);
if (leftOut.length < 3) jest('tests in Chromium and LibreOffice', '--selectProjects', 'slow', ...ignored);

if (tests.skipped > 0) unchecked.push(`${tests.skipped} skipped tests`);
for (const what of unchecked) console.log(`NOT CHECKED: ${what}`);
if (CI && unchecked.length > 0) faults.push('with CI=true nothing may be left unchecked');
for (const fault of faults) console.log(`FAULT: ${fault}`);

/** Steps that are no tests of jest's count as one failure each, so that the last line never reads better than the run was. */
const steps = faults.filter((name) => !name.startsWith('tests ')).length;
const failed = Math.max(tests.failed + steps, faults.length > 0 ? 1 : 0);
console.log(`${tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
