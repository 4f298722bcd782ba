/**
 * `npm test`: everything. Installs what is missing, then types, lint, format, walls, lockfile, licences, the tests of the
 * sums and of the pane, the build, and the tests that drive Chromium and LibreOffice. Goes on after a fault, so that one
 * run shows them all. A check this machine cannot do is named; with CI=true that is a fault. Ends with `N passed, N failed`.
 */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { ensureInstalled, npm, root } from './install.mjs';
import { prepareTools } from './tools.mjs';

const CI = /^(1|true)$/i.test(process.env.CI ?? '');
/** A run of tests that hangs is ended and fails. */
const LONGEST = 25 * 60 * 1000;
const faults = [];
const unchecked = [];
const tests = { passed: 0, failed: 0, skipped: 0 };

function timed(name, run) {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const fine = run();
  console.log(`── ${name}: ${fine ? 'passed' : 'FAILED'} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  if (!fine) faults.push(name);
  return fine;
}

/** One of the commands of package.json. */
const command = (name, script) => timed(name, () => npm(['run', '--silent', script]).status === 0);

/** One run of jest; its numbers are added up, and a suite that could not even be loaded counts as a failure. */
function jest(name, ...args) {
  timed(name, () => {
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
  });
}

ensureInstalled();
const missing = prepareTools();

command('types', 'types');
command('lint', 'lint');
command('format', 'format:check');
command('walls', 'walls');
command('lockfile', 'lockfile');
command('licences', 'licences');
jest('tests of the sums and of the pane', '--selectProjects', 'sums', 'pane');
const built = command('build, and size of the pane', 'size');
if (built) command('list of what ships', 'sbom');

/** What needs a tool that is not here is left out by folder, and said. */
const without = (tool) => missing.includes(tool);
const leftOut = [];
if (!built || without('Chromium')) leftOut.push({ folder: 'test/page', why: built ? 'no Chromium' : 'no build' });
if (['LibreOffice', 'Python with UNO', 'pdftoppm'].some(without))
  leftOut.push({ folder: 'test/libreoffice', why: 'no LibreOffice' });
if (leftOut.length > 0) leftOut.push({ folder: String.raw`\.slow\.test\.tsx?$`, why: 'a tool is missing' });
for (const { folder, why } of leftOut) unchecked.push(`${folder}: ${why}`);
const ignored = leftOut.flatMap(({ folder }) => ['--testPathIgnorePatterns', folder]);
if (leftOut.length < 3)
  jest('tests in Chromium and LibreOffice', '--selectProjects', 'slow', '--runInBand', ...ignored);

if (tests.skipped > 0) unchecked.push(`${tests.skipped} skipped tests`);
for (const what of unchecked) console.log(`NOT CHECKED: ${what}`);
if (CI && unchecked.length > 0) faults.push('with CI=true nothing may be left unchecked');
for (const fault of faults) console.log(`FAULT: ${fault}`);

/** Steps that are no tests of jest's count as one failure each, so that the last line never reads better than the run was. */
const steps = faults.filter((name) => !name.startsWith('tests ')).length;
const failed = Math.max(tests.failed + steps, faults.length > 0 ? 1 : 0);
console.log(`${tests.passed} passed, ${failed} failed`);
process.exitCode = failed === 0 ? 0 : 1;
