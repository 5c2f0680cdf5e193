/**
 * Stryker's way to our tests: all files of tests are read once into one process, and a mutant is tried by calling the
 * tests that reach it, the quickest first, until one fails. Stryker's own runner for Vitest starts a worker for each
 * mutant, which takes a second or more instead of milliseconds, and calls a mutant a survivor where that worker was
 * lost before it ran a test (stryker-js issues 6073 and 6213).
 *
 * What is remembered between mutants would hide one or blame another: caches of modules go back to what they held when
 * everything was read, and a test that fails must pass again without the mutant, or the process starts anew.
 */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join, relative, resolve } from 'node:path';
import { performance } from 'node:perf_hooks';
import { pathToFileURL } from 'node:url';
import { collectTests, getFn, getHooks } from '@vitest/runner';
import { register } from 'tsx/esm/api';
import { createExpect, vi } from 'vitest';

/** Not tried: how work grows (a time), and every sentence at every address of three datasets (8 s a survivor). */
const LEFT_OUT = ['growth.test.ts', 'headlineNumbers.test.ts'];
/** How long each test took in the first run, for the processes that come after it in the same sandbox. */
const TIMES = 'mutation-times.json';
const stryker = (globalThis.__stryker__ ??= {});
/** Puts a cache of a module back; filled while the modules are read. */
const resets = [];

/** While modules are read, a Map or WeakMap that one of ours makes is remembered with what it then holds. */
async function rememberingCaches(read) {
  const { Map: PlainMap, WeakMap: PlainWeakMap } = globalThis;
  const isOurs = () => /[\\/]src[\\/](?!.*node_modules)/.test(new Error().stack.split('\n')[3] ?? '');
  const made = [];
  globalThis.Map = new Proxy(PlainMap, {
    construct(target, entries) {
      const map = new target(...entries);
      if (isOurs()) made.push(map);
      return map;
    }
  });
  const weak = [];
  // What a WeakMap holds can't be listed: it is replaced by a new one, with what it was given while modules were read.
  globalThis.WeakMap = class WeakMap {
    constructor(entries) {
      const real = new PlainWeakMap(entries);
      if (!isOurs()) return real;
      this.inner = real;
      this.kept = [];
      weak.push(this);
    }
    get(key) {
      return this.inner.get(key);
    }
    has(key) {
      return this.inner.has(key);
    }
    delete(key) {
      return this.inner.delete(key);
    }
    set(key, value) {
      this.kept?.push([key, value]);
      this.inner.set(key, value);
      return this;
    }
  };
  try {
    await read();
  } finally {
    Object.assign(globalThis, { Map: PlainMap, WeakMap: PlainWeakMap });
  }
  for (const map of made) {
    const held = [...map];
    resets.push(() => {
      map.clear();
      held.forEach(([key, value]) => map.set(key, value));
    });
  }
  for (const map of weak) {
    const { kept } = map;
    map.kept = undefined;
    resets.push(() => {
      map.inner = new PlainWeakMap(kept);
    });
  }
}

/** Tests of a file or suite, each with its suites from the file inwards. */
function testsIn(suite, suites = [suite]) {
  return suite.tasks.flatMap((task) => {
    if (task.mode === 'skip' || task.mode === 'todo') return [];
    return task.type === 'suite' ? testsIn(task, [...suites, task]) : [{ task, suites }];
  });
}

export class InProcessRunner {
  static inject = [];
  tests = new Map();
  begun = new Set();

  capabilities() {
    // Nothing needs to be read anew: mutants of what is made once when a module is read are left out (`ignoreStatic`).
    return { reloadEnvironment: true };
  }

  async read() {
    if (this.tests.size > 0) return;
    register();
    const { default: fastCheck } = await import('fast-check');
    // The first failure settles it: no smaller example is looked for.
    fastCheck.configureGlobal({ endOnFailure: true });
    let setups = 0;
    const runner = {
      config: {
        root: process.cwd(),
        name: '',
        setupFiles: [resolve('tests/setup.ts')],
        sequence: { shuffle: false, hooks: 'stack', setupFiles: 'list', concurrent: false },
        testTimeout: 0,
        hookTimeout: 0,
        tags: [],
        strictTags: false,
        allowOnly: true,
        retry: 0,
        maxConcurrency: 1
      },
      trace: (_name, options, run) => (run ?? options)(),
      importFile: (path, source) =>
        import(`${pathToFileURL(path).href}${source === 'setup' ? `?setup=${++setups}` : ''}`)
    };
    const times = existsSync(TIMES) ? JSON.parse(readFileSync(TIMES, 'utf8')) : {};
    const files = (process.env.MUTATION_TESTS ?? 'tests/domain')
      .split(',')
      .flatMap((folder) => readdirSync(folder, { recursive: true }).map((name) => join(folder, name)))
      .filter((name) => name.endsWith('.test.ts') && !LEFT_OUT.some((end) => name.endsWith(end)))
      .sort();
    await rememberingCaches(async () => {
      for (const file of await collectTests(
        files.map((path) => resolve(path)),
        runner
      )) {
        if (file.result?.state === 'fail') throw new Error(`${file.filepath}: ${file.result.errors[0]?.message}`);
        for (const test of testsIn(file)) {
          const names = [...test.suites.slice(1), test.task].map(({ name }) => name).join(' ');
          let id = `${relative(process.cwd(), file.filepath)}#${names}`;
          while (this.tests.has(id)) id += "'";
          this.tests.set(id, { ...test, id, name: names, fileName: file.filepath, took: times[id] ?? 0 });
        }
      }
    });
  }

  /** One test with its hooks. Returns what it threw, undefined if it passed. */
  async run(test) {
    const { task, suites } = test;
    for (const suite of suites) {
      if (this.begun.has(suite)) continue;
      this.begun.add(suite);
      for (const hook of getHooks(suite).beforeAll) await hook(suite);
    }
    const started = performance.now();
    globalThis[Symbol.for('expect-global')] ??= createExpect();
    let thrown;
    try {
      for (const suite of suites) for (const hook of getHooks(suite).beforeEach) await hook(task.context, suite);
      await getFn(task)();
    } catch (error) {
      thrown = error ?? new Error('thrown');
    }
    try {
      for (const suite of [...suites].reverse())
        for (const hook of getHooks(suite).afterEach) await hook(task.context, suite);
    } catch (error) {
      thrown ??= error;
    }
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    test.took = performance.now() - started;
    return thrown;
  }

  async dryRun() {
    await this.read();
    stryker.activeMutant = undefined;
    const tests = [];
    for (const test of this.tests.values()) {
      resets.forEach((reset) => reset());
      stryker.currentTestId = test.id;
      const thrown = await this.run(test);
      stryker.currentTestId = undefined;
      const result = { id: test.id, name: test.name, timeSpentMs: test.took, fileName: test.fileName };
      tests.push(
        thrown === undefined
          ? { ...result, status: 0 }
          : { ...result, status: 1, failureMessage: String(thrown?.stack ?? thrown) }
      );
    }
    writeFileSync(TIMES, JSON.stringify(Object.fromEntries(tests.map(({ id, timeSpentMs }) => [id, timeSpentMs]))));
    return { status: 'complete', tests, mutantCoverage: stryker.mutantCoverage };
  }

  async mutantRun({ testFilter, activeMutant, hitLimit }) {
    await this.read();
    const tests = (testFilter ?? [...this.tests.keys()]).map((id) => {
      const test = this.tests.get(id);
      if (test === undefined) throw new Error(`No such test: ${id}`);
      return test;
    });
    tests.sort((a, b) => a.took - b.took);
    for (const [at, test] of tests.entries()) {
      resets.forEach((reset) => reset());
      Object.assign(stryker, { hitCount: 0, hitLimit, activeMutant: activeMutant.id });
      const thrown = await this.run(test);
      const { hitCount } = stryker;
      Object.assign(stryker, { hitCount: undefined, hitLimit: undefined, activeMutant: undefined });
      if (hitLimit !== undefined && hitCount > hitLimit)
        return { status: 'timeout', reason: `Hit limit reached (${hitCount}/${hitLimit})` };
      if (thrown === undefined) continue;
      resets.forEach((reset) => reset());
      if ((await this.run(test)) !== undefined)
        throw new Error(`${test.id} fails without a mutant too, after ${activeMutant.id}`);
      return {
        status: 'killed',
        killedBy: [test.id],
        failureMessage: String(thrown?.message ?? thrown),
        nrOfTests: at + 1
      };
    }
    return { status: 'survived', nrOfTests: tests.length };
  }
}

export const strykerPlugins = [{ kind: 'TestRunner', name: 'in-process', injectableClass: InProcessRunner }];
