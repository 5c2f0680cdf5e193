// What `npm test` runs: every step to its end, whatever the one before said, then one line with the count.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { delimiter, dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const REPORTS = join('node_modules', '.cache', 'test-reports');

/**
 * The steps in order. `report`: Vitest's own count is used; a step without one counts as one test.
 * `needs`: not run when that step failed.
 */
const STEPS = [
  { name: '类型', id: 'types', command: ['npm', 'run', '-s', 'typecheck'] },
  { name: '规范', id: 'lint', command: ['npm', 'run', '-s', 'lint'] },
  { name: '单元测试', id: 'unit', command: ['vitest', 'run', '--project', 'unit'], report: true },
  { name: '构建', id: 'build', command: ['vite', 'build'] },
  { name: '数据检查', id: 'data', command: ['tsx', 'tools/dataCheck.ts'] },
  {
    name: '浏览器测试',
    id: 'browser',
    command: ['vitest', 'run', '--project', 'browser'],
    report: true,
    needs: 'build'
  }
];

/**
 * What a step adds to the count.
 * @param {number} code exit code of the step
 * @param {unknown} [report] Vitest's json report; absent for other steps and when Vitest crashed
 * @returns {{ passed: number, failed: number, skipped: number }} a step that ended badly never counts as no failure
 */
export function countStep(code, report) {
  if (!report) return code === 0 ? { passed: 1, failed: 0, skipped: 0 } : { passed: 0, failed: 1, skipped: 0 };
  const unloaded = (report.testResults ?? []).filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed')
  ).length;
  const failed = report.numFailedTests + unloaded;
  return {
    passed: report.numPassedTests,
    // An error outside any test (an unhandled rejection) shows only in the exit code.
    failed: code !== 0 && failed === 0 ? 1 : failed,
    skipped: report.numPendingTests + report.numTodoTests
  };
}

/**
 * The closing line.
 * @param {{ passed: number, failed: number, skipped: number }[]} counts
 * @returns {string} `N passed, N failed`, with `, N skipped` when there are any
 */
export function closingLine(counts) {
  const sum = (key) => counts.reduce((total, count) => total + count[key], 0);
  const skipped = sum('skipped');
  return `${sum('passed')} passed, ${sum('failed')} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

function run(command, env) {
  return new Promise((resolve) => {
    const [program, ...args] = command;
    const child = spawn(program, args, { cwd: ROOT, env, stdio: 'inherit', shell: process.platform === 'win32' });
    child.on('error', (error) => {
      console.error(error.message);
      resolve(1);
    });
    child.on('close', (code) => resolve(code ?? 1));
  });
}

async function runStep(step, env) {
  const reportFile = join(REPORTS, `${step.id}.json`);
  if (!step.report) return countStep(await run(step.command, env));
  // A report left by an earlier run must not speak for a run that crashed.
  rmSync(join(ROOT, reportFile), { force: true });
  const code = await run(
    [...step.command, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile.split('\\').join('/')}`],
    env
  );
  const report = existsSync(join(ROOT, reportFile))
    ? JSON.parse(readFileSync(join(ROOT, reportFile), 'utf8'))
    : undefined;
  return report ? countStep(code, report) : countStep(1);
}

async function main() {
  mkdirSync(join(ROOT, REPORTS), { recursive: true });
  const pathKey = Object.keys(process.env).find((key) => key.toLowerCase() === 'path') ?? 'PATH';
  const env = {
    ...process.env,
    [pathKey]: [join(ROOT, 'node_modules', '.bin'), process.env[pathKey]].join(delimiter),
    // The dataset's days are calendar days; a test that depends on the machine's zone has to show it.
    TZ: 'Asia/Shanghai'
  };
  const results = new Map();
  for (const step of STEPS) {
    console.log(`\n── ${step.name} ──`);
    const started = Date.now();
    const blocked = step.needs !== undefined && results.get(step.needs).count.failed > 0;
    if (blocked) console.log('构建没有成功，这一步不运行，记为失败。');
    const count = blocked ? countStep(1) : await runStep(step, env);
    results.set(step.id, { count, seconds: (Date.now() - started) / 1000 });
  }
  console.log('\n── 小结 ──');
  for (const { name, id } of STEPS) {
    const { count, seconds } = results.get(id);
    console.log(
      `${count.failed === 0 ? '通过' : '失败'}  ${name}（${closingLine([count])}，${seconds.toFixed(1)} 秒）`
    );
  }
  const counts = [...results.values()].map((result) => result.count);
  console.log(closingLine(counts));
  process.exitCode = counts.some((count) => count.failed > 0) ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) await main();
