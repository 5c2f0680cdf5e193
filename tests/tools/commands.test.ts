import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { unformattedStaged } from '../../tools/checkStaged.mjs';
import { ensureInstalled } from '../../tools/ensureInstalled.mjs';
import { wantsHooks } from '../../tools/installHooks.mjs';
import { closingLine, countStep, failedSteps, failedTests, slowestTests, splitSteps } from '../../tools/test.mjs';

const LOCK = {
  packages: {
    '': { name: 'site' },
    'node_modules/vue': { integrity: 'sha512-a' },
    'node_modules/only-on-mac': { integrity: 'sha512-b', optional: true }
  }
};

describe('installing before a command', () => {
  let root: string;
  let install: ReturnType<typeof vi.fn<() => number>>;
  let spoken: string[];

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'install-'));
    writeFileSync(join(root, 'package-lock.json'), JSON.stringify(LOCK));
    install = vi.fn(() => {
      mkdirSync(join(root, 'node_modules'), { recursive: true });
      return 0;
    });
    spoken = [];
    vi.spyOn(console, 'log').mockImplementation((text: string) => void spoken.push(text));
  });

  afterEach(() => {
    vi.restoreAllMocks();
    rmSync(root, { recursive: true });
  });

  it('installs in a fresh clone, and not again', () => {
    expect(ensureInstalled(root, install)).toBe(0);
    expect(ensureInstalled(root, install)).toBe(0);
    expect(install).toHaveBeenCalledTimes(1);
    expect(spoken).toEqual(['正在按锁文件安装依赖（npm ci）……']);
  });

  it('installs again when the lock file changes', () => {
    ensureInstalled(root, install);
    writeFileSync(
      join(root, 'package-lock.json'),
      JSON.stringify({ packages: { 'node_modules/vue': { integrity: 'sha512-c' } } })
    );
    ensureInstalled(root, install);
    expect(install).toHaveBeenCalledTimes(2);
  });

  it('tries again after an installation that failed', () => {
    const said = vi.spyOn(console, 'error').mockImplementation(() => undefined);
    expect(ensureInstalled(root, () => 7)).toBe(7);
    expect(said).toHaveBeenCalledWith('依赖没有装成：请检查网络或 npm 镜像设置，然后重试。');
    ensureInstalled(root, install);
    expect(install).toHaveBeenCalledTimes(1);
  });

  it('accepts what was installed by hand to the same versions, packages of other systems aside', () => {
    mkdirSync(join(root, 'node_modules'));
    const hidden = (integrity: string) =>
      writeFileSync(
        join(root, 'node_modules', '.package-lock.json'),
        JSON.stringify({ packages: { 'node_modules/vue': { integrity } } })
      );
    hidden('sha512-old');
    ensureInstalled(root, install);
    expect(install).toHaveBeenCalledTimes(1);
    rmSync(join(root, 'node_modules', '.installed-lock-hash'));
    hidden('sha512-a');
    expect(ensureInstalled(root, install)).toBe(0);
    expect(install).toHaveBeenCalledTimes(1);
  });
});

describe('the count at the end of npm test', () => {
  const report = (over: object) => ({
    numPassedTests: 5,
    numFailedTests: 0,
    numPendingTests: 0,
    numTodoTests: 0,
    testResults: [],
    ...over
  });

  it('takes a step without a report as one test', () => {
    expect(countStep(0)).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(countStep(2)).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it('takes Vitest at its own count', () => {
    expect(countStep(0, report({ numPendingTests: 2, numTodoTests: 1 }))).toEqual({ passed: 5, failed: 0, skipped: 3 });
    const failing = { status: 'failed', assertionResults: [{ status: 'passed' }, { status: 'failed' }] };
    expect(countStep(1, report({ numFailedTests: 1, testResults: [failing] }))).toEqual({
      passed: 5,
      failed: 1,
      skipped: 0
    });
  });

  it('counts a test file that could not be loaded as a failure', () => {
    const unloaded = { status: 'failed', assertionResults: [] };
    expect(countStep(1, report({ testResults: [unloaded] }))).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('counts an error outside any test as a failure', () => {
    expect(countStep(1, report({}))).toEqual({ passed: 5, failed: 1, skipped: 0 });
  });

  it('ends in one line, with the skipped ones only when there are any', () => {
    const one = { passed: 1, failed: 0, skipped: 0 };
    expect(closingLine([one, { passed: 40, failed: 2, skipped: 0 }])).toBe('41 passed, 2 failed');
    expect(closingLine([one, { passed: 0, failed: 0, skipped: 3 }])).toBe('1 passed, 0 failed, 3 skipped');
  });
});

describe('the order of the steps of npm test', () => {
  it('lets the tests go one after another, what they need first, and the rest stand aside', () => {
    const types = { id: 'types' };
    const build = { id: 'build', first: true };
    const lint = { id: 'lint' };
    const unit = { id: 'unit', report: true };
    const browser = { id: 'browser', report: true };
    expect(splitSteps([types, build, lint, unit, browser])).toEqual({
      tests: [build, unit, browser],
      aside: [types, lint]
    });
    expect(splitSteps([])).toEqual({ tests: [], aside: [] });
  });
});

describe('the slowest tests', () => {
  const file = (name: string, tests: [string, number?][]) => ({
    name: join(process.cwd(), name),
    assertionResults: tests.map(([fullName, duration]) => ({ fullName, duration }))
  });
  const reports = [
    {
      testResults: [
        file('tests/a.test.ts', [
          ['a quick', 3],
          ['a slow', 2500]
        ])
      ]
    },
    { testResults: [file('tests/e2e/b.test.ts', [['b slower', 12_345], ['b skipped']])] }
  ];

  it('of all reports come first, in seconds, with their file', () => {
    expect(slowestTests(reports, 2)).toEqual([
      '12.3 秒  b slower（tests/e2e/b.test.ts）',
      '2.5 秒  a slow（tests/a.test.ts）'
    ]);
  });

  it('are all tests where there are fewer, without the ones that did not run', () => {
    expect(slowestTests(reports)).toHaveLength(3);
    expect(slowestTests([])).toEqual([]);
  });
});

describe('what failed', () => {
  it('is named at the end, with its file and the beginning of its message', () => {
    const message = Array.from({ length: 40 }, (_, i) => `line ${i + 1}`).join('\n');
    const named = failedTests([
      {
        testResults: [
          {
            name: join(process.cwd(), 'tests/a.test.ts'),
            status: 'failed',
            assertionResults: [
              { fullName: 'a holds', status: 'passed' },
              { fullName: 'a breaks', status: 'failed', failureMessages: [message] }
            ]
          }
        ]
      },
      {
        testResults: [
          {
            name: join(process.cwd(), 'tests/b.test.ts'),
            status: 'failed',
            message: 'no such module',
            assertionResults: []
          }
        ]
      }
    ]);
    expect(named).toHaveLength(2);
    expect(named[0]!.split('\n')).toHaveLength(13);
    expect(named[0]).toMatch(/^✗ a breaks（tests\/a\.test\.ts）\n {4}line 1\n/);
    expect(named[1]).toBe('✗ 没有读成（tests/b.test.ts）\n    no such module');
  });

  it('outside any test is told from a file that could not be read', () => {
    const file = (message: string) => ({
      name: join(process.cwd(), 'tests/c.test.ts'),
      status: 'failed',
      message,
      assertionResults: [{ fullName: 'c holds', status: 'passed' }]
    });
    expect(failedTests([{ testResults: [file('end broke'), file('')] }])).toEqual([
      '✗ 出错在各项测试之外（tests/c.test.ts）\n    end broke',
      '✗ 出错在各项测试之外（tests/c.test.ts）\n    见上面这一步的输出'
    ]);
  });

  it('is a step where no test can be named, with the last lines it said and where the rest stands', () => {
    const good = { passed: 1, failed: 0, skipped: 0 };
    const bad = { passed: 0, failed: 1, skipped: 0 };
    const broken = { name: 'd', status: 'failed', assertionResults: [{ fullName: 'd', status: 'failed' }] };
    const lines = Array.from({ length: 14 }, (_, i) => `line ${i + 1}`).join('\n');
    const named = failedSteps([
      { name: '类型（页面）', count: good, output: 'a remark\n' },
      { name: '规范', count: bad, output: `${lines}\n` },
      { name: '单元与组件测试', count: bad, report: { testResults: [broken] }, output: '' },
      { name: '浏览器测试', count: bad, report: { testResults: [] }, output: '' }
    ]);
    expect(named).toHaveLength(2);
    expect(named[0]!.split('\n')).toHaveLength(13);
    expect(named[0]).toMatch(/^✗ 规范（全部输出见上面“── 规范 ──”）\n {4}line 3\n/);
    expect(named[0]).toMatch(/\n {4}line 14$/);
    expect(named[1]).toBe('✗ 浏览器测试（全部输出见上面“── 浏览器测试 ──”）');
  });

  it('is nothing where all went well', () => {
    expect(failedSteps([])).toEqual([]);
    expect(failedTests([{ testResults: [{ name: 'c', status: 'passed', assertionResults: [] }] }, {}])).toEqual([]);
  });
});

describe('the commit hook', () => {
  let root: string;

  beforeEach(() => {
    root = mkdtempSync(join(tmpdir(), 'hooks-'));
  });
  afterEach(() => {
    vi.unstubAllEnvs();
    rmSync(root, { recursive: true });
  });

  it('is set up in a checkout with the development packages, not in CI nor where one of them is missing', () => {
    expect(wantsHooks(root, {})).toBe(false);
    mkdirSync(join(root, '.git'));
    expect(wantsHooks(root, {})).toBe(false);
    mkdirSync(join(root, 'node_modules', 'simple-git-hooks'), { recursive: true });
    writeFileSync(join(root, 'node_modules', 'simple-git-hooks', 'cli.js'), '');
    expect(wantsHooks(root, {})).toBe(true);
    expect(wantsHooks(root, { CI: 'true' })).toBe(false);
  });

  it('is set up in a linked worktree too, where .git is a file', () => {
    writeFileSync(join(root, '.git'), 'gitdir: elsewhere');
    mkdirSync(join(root, 'node_modules', 'simple-git-hooks'), { recursive: true });
    writeFileSync(join(root, 'node_modules', 'simple-git-hooks', 'cli.js'), '');
    expect(wantsHooks(root, {})).toBe(true);
  });

  it.each([
    ['', ''],
    ['true', ''],
    ['', '1']
  ])(
    'names staged files that are not formatted, by their staged text, and no others (CI=%s, FORCE_COLOR=%s)',
    (ci, colour) => {
      vi.stubEnv('CI', ci || undefined);
      vi.stubEnv('FORCE_COLOR', colour || undefined);
      const git = (...args: string[]) => execFileSync('git', args, { cwd: root });
      git('init', '-q');
      writeFileSync(join(root, '.oxfmtrc.json'), '{ "singleQuote": true, "ignorePatterns": ["docs/"] }\n');
      mkdirSync(join(root, 'docs'));
      writeFileSync(join(root, 'good.ts'), "const a = '1';\n");
      writeFileSync(join(root, '坏 名.ts'), 'const a = "1"\n');
      writeFileSync(join(root, 'broken.ts'), 'const = ;\n');
      writeFileSync(join(root, 'half.ts'), "const a = '1';\n");
      writeFileSync(join(root, 'mended.ts'), 'const a = "1"\n');
      writeFileSync(join(root, 'docs', 'free.ts'), 'const a = "1"\n');
      writeFileSync(join(root, 'notes.bin'), 'a   b');
      git('add', '.');
      writeFileSync(join(root, 'half.ts'), 'const a = "1"\n');
      writeFileSync(join(root, 'mended.ts'), "const a = '1';\n");
      expect(unformattedStaged(root).sort()).toEqual(['broken.ts', 'mended.ts', '坏 名.ts']);
    }
  );
});
