/**
 * A test runner for Stryker that loads the tests once and switches mutants on and off in the running process.
 * Jest loads every module anew for every test file, which takes seconds for each of thousands of mutants; here a mutant
 * takes as long as the tests that reach it, the quickest first, up to the first that fails.
 * MUTANT_SAMPLE (a share, 1 where not given) draws so many of the mutants by a hash of where they stand, the others are
 * reported as `not drawn` and count nowhere; MUTANT_SECONDS (of the processor) ends the tests of one mutant early, as a survivor.
 */
import { drawn } from './mutation-sample.mjs';
import { load, outcome, remember } from './mutation-tests.mjs';

const PATIENCE = 1e6 * Number(process.env.MUTANT_SECONDS ?? 'Infinity');

const TEXTS = new Set(['StringLiteral', 'ObjectLiteral', 'ArrowFunction']);
const NAMES = /^test\/(docs|engine\/graph\/named)/;
const SECOND = /^test\/second\/.*(random| and with )/;

/** What Stryker's instrumented code reads: the mutant that is on, and what each test reaches. */
const state = () => (globalThis.__stryker__ ??= {});

class InProcess {
  tests = null;
  /** The tests that killed last, by source file and kind of mutant: they are likely to kill the next of them. */
  killers = new Map();

  capabilities() {
    return { reloadEnvironment: false };
  }

  async dryRun() {
    this.tests = await load();
    const tests = [];
    for (const test of this.tests) {
      state().currentTestId = test.id;
      const failureMessage = await outcome(test);
      const status = failureMessage === null ? { status: 0 } : { status: 1, failureMessage };
      tests.push({ id: test.id, name: test.name, timeSpentMs: test.took, ...status });
    }
    state().currentTestId = undefined;
    remember(this.tests);
    return { status: 'complete', tests, mutantCoverage: state().mutantCoverage };
  }

  async mutantRun({ activeMutant, testFilter, hitLimit, mutantActivation }) {
    if (!drawn(activeMutant)) return { status: 'error', errorMessage: 'not drawn' };
    Object.assign(state(), { hitCount: hitLimit === undefined ? undefined : 0, hitLimit });
    if (this.tests === null && mutantActivation === 'static') state().activeMutant = activeMutant.id;
    try {
      this.tests ??= await load();
    } catch (reason) {
      return { status: 'killed', killedBy: [], failureMessage: `nothing loads: ${reason}`, nrOfTests: 0 };
    }
    state().activeMutant = activeMutant.id;
    try {
      return await this.judge(testFilter && new Set(testFilter), activeMutant);
    } finally {
      state().activeMutant = undefined;
    }
  }

  async judge(only, { fileName, mutatorName }) {
    const keys = [`${fileName} ${mutatorName}`, mutatorName, fileName];
    const killers = [...new Set(keys.flatMap((key) => this.killers.get(key) ?? []))];
    const reaching = this.tests.filter(({ id }) => !only || only.has(id));
    // Every name and source stands in docs/METHODS.md, every member of an axis has a name: these tests judge texts first.
    // Then those of the same folder, and random models held against the second calculation, which see most for their time.
    const near = `test/${fileName.replace(/^.*?src\//, '').replace(/[^/]*$/, '')}`;
    const worth = (name) => (name.startsWith(near) ? 40 : SECOND.test(name) ? 10 : 1);
    const slowness = ({ name, took }) => (TEXTS.has(mutatorName) && NAMES.test(name) ? 0 : took / worth(name));
    const others = reaching.filter((test) => !killers.includes(test)).sort((a, b) => slowness(a) - slowness(b));
    const start = process.cpuUsage().user;
    let nrOfTests = 0;
    for (const test of [...killers.filter((test) => reaching.includes(test)), ...others]) {
      if (process.cpuUsage().user - start > PATIENCE) break;
      const failureMessage = await outcome(test);
      nrOfTests += 1;
      if (state().hitCount > state().hitLimit) return { status: 'timeout', reason: 'it never ends' };
      if (failureMessage === null) continue;
      for (const key of keys)
        this.killers.set(key, [test, ...(this.killers.get(key) ?? []).filter((other) => other !== test)].slice(0, 4));
      return { status: 'killed', killedBy: [test.id], failureMessage, nrOfTests };
    }
    return { status: 'survived', nrOfTests };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcess }];
