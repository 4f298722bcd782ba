/**
 * The project's own test files in one process that stays: loaded once, then run again and again, by name, fastest first.
 * It knows what the files named below use of jest (describe, test, each, expect; no clock) and nothing more.
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { format } from 'node:util';
import { expect } from 'expect';

/** The tests that judge a mutant: those of the sums, and those that hold the sums against something from outside. */
const JUDGES = [
  'test/engine',
  'test/properties',
  'test/published',
  'test/second/agreement.test.ts',
  'test/second/bridge.test.ts',
  'test/second/realisation.test.ts',
  'test/second/register.test.ts',
  'test/second/value-agreement.test.ts',
  'test/live/as-run.test.ts',
  'test/live/calculated.test.ts',
  'test/live/every-quantity.test.ts',
  'test/live/parts.test.ts',
  'test/live/plan-and-actual.test.ts',
  'test/live/text.test.ts',
  'test/live/years-in-force.test.ts',
  'test/compare',
  'test/parts.test.ts',
  'test/stress',
  'test/docs/methods.test.ts',
  'test/inputs/findings',
  'test/inputs/changes.test.ts',
  'test/outputs/answer.test.ts',
  'test/outputs/published.test.ts',
  'test/outputs/report.test.ts',
];

/** Random models for each family; a failing one is not made small. */
const DRAWN = {
  PROPERTY_RUNS: '4',
  RANDOM_MODELS: '3',
  RANDOM_CHOSEN: '1',
  RANDOM_TRIES: '0',
  RANDOM_REDUCE: '0',
  RANDOM_FAMILIES:
    'streams cohorts regimens agreements tests splits agreements+regimens streams+tests+splits cohorts+tests+agreements',
};

/**
 * Tests that take long and kill nothing that a quicker one does not (large worked models, whose small one is there), and
 * one that asks for more random models than are drawn here.
 */
const LEFT_OUT =
  /every step moved something|hepatitis_c_england|inclisiran_england|insulin_pumps_leicester|models › value, by|every-quantity\S* (?!by year|a model too|what the)/;

/** @typedef {{ id: string, name: string, run: () => unknown, took: number }} Test */

const named = (title, row) =>
  title.includes('%') ? format(title.replace(/%[psij]/g, '%s'), ...row).slice(0, 200) : title;
const rowsOf = (table) => table.map((row) => (Array.isArray(row) ? row : [row]));

function frame(tests) {
  const around = [];
  let file = '';
  const test = (title, run) => {
    const name = [...around, title].join(' › ');
    if (LEFT_OUT.test(`${file} ${name}`)) return;
    tests.push({ id: `${file}#${tests.length}`, name: `${file}: ${name}`, run, took: 0 });
  };
  const describe = (title, body) => {
    around.push(title);
    body();
    around.pop();
  };
  const each = (make) => (table) => (title, body) =>
    rowsOf(table).forEach((row) => make(named(title, row), () => body(...row)));
  test.each = each(test);
  describe.each = each(describe);
  Object.assign(globalThis, { test, it: test, describe, expect, jest: { setTimeout: () => undefined } });
  return (name) => {
    file = name;
  };
}

const filesOf = (at) =>
  at.endsWith('.ts')
    ? [at]
    : readdirSync(at, { recursive: true, encoding: 'utf8' })
        .filter((name) => name.endsWith('.test.ts') && !name.endsWith('.slow.test.ts'))
        .map((name) => path.join(at, name));

/** How long each test took, for processes that come later. */
const TIMES = 'reports/test-times.json';
export function remember(tests) {
  mkdirSync(path.dirname(TIMES), { recursive: true });
  writeFileSync(TIMES, JSON.stringify(Object.fromEntries(tests.map(({ id, took }) => [id, took]))));
}

/** Loads the judges, and whatever of the product they import. @returns {Promise<Test[]>} */
export async function load() {
  Object.assign(process.env, DRAWN);
  const tests = [];
  const name = frame(tests);
  for (const file of JUDGES.flatMap(filesOf).sort()) {
    name(file);
    await import(pathToFileURL(path.resolve(file)).href);
  }
  const times = existsSync(TIMES) ? JSON.parse(readFileSync(TIMES, 'utf8')) : {};
  for (const test of tests) test.took = times[test.id] ?? 0;
  return tests;
}

/** Runs one test; null where it passes, else the reason why not. @param {Test} test */
export async function outcome(test) {
  const start = performance.now();
  try {
    await test.run();
    return null;
  } catch (reason) {
    return reason instanceof Error ? reason.message : String(reason);
  } finally {
    test.took ||= performance.now() - start;
  }
}
