// What `npm test` runs: every step to its end, whatever the one before said, then one line with the count.
// `--quick` leaves out what needs a build or a browser.
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { availableParallelism, constants, setPriority } from 'node:os';
import { delimiter, dirname, join, relative } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const REPORTS = join('node_modules', '.cache', 'test-reports');
const SLOWEST = 10;

/**
 * The steps in order. `report`: Vitest's own count is used; a step without one counts as one test.
 * `needs`: not run when that step failed. `quick`: part of `npm run test:quick`.
 * `first`: before the tests, all processors for itself. The others without a report stand aside: they take what the
 * tests leave of the processors (a browser test often waits for a frame), and say what they found at the end.
 */
const STEPS = [
  { name: '类型（工具与测试）', id: 'types-tools', command: ['npm', 'run', '-s', 'typecheck:tools'] },
  { name: '类型（页面）', id: 'types', command: ['npm', 'run', '-s', 'typecheck:src'], quick: true },
  { name: '规范', id: 'lint', command: ['npm', 'run', '-s', 'lint'], quick: true },
  { name: '排版', id: 'format', command: ['npm', 'run', '-s', 'format:check'], quick: true },
  { name: '无用代码', id: 'unused', command: ['npm', 'run', '-s', 'unused'], quick: true },
  { name: '构建', id: 'build', command: ['vite', 'build'], first: true },
  { name: '数据检查', id: 'data', command: ['tsx', 'tools/dataCheck.ts'] },
  {
    name: '单元与组件测试',
    id: 'unit',
    command: ['vitest', 'run', '--project', 'unit', '--project', 'components'],
    report: true,
    quick: true
  },
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

/**
 * The tests that took longest, over all reports.
 * @param {unknown[]} reports Vitest's json reports
 * @param {number} [count] how many
 * @returns {string[]} a line each, longest first: seconds, name, file relative to the repository
 */
export function slowestTests(reports, count = SLOWEST) {
  return reports
    .flatMap((report) => report.testResults ?? [])
    .flatMap((file) => file.assertionResults.map((test) => ({ ...test, file: file.name })))
    .filter((test) => typeof test.duration === 'number')
    .sort((a, b) => b.duration - a.duration)
    .slice(0, count)
    .map(
      ({ duration, fullName, file }) =>
        `${(duration / 1000).toFixed(1)} 秒  ${fullName}（${relative(ROOT, file).split('\\').join('/')}）`
    );
}

/** Lines of a failure that are printed again at the end. */
const MESSAGE_LINES = 12;

/**
 * What failed, said once more at the end: a log of which only the end was kept still names it.
 * @param {unknown[]} reports Vitest's json reports
 * @returns {string[]} an entry each: name, file relative to the repository, the first lines of the message
 */
export function failedTests(reports) {
  const entry = (title, file, message) =>
    [
      `✗ ${title}（${relative(ROOT, file).split('\\').join('/')}）`,
      ...message.split('\n').slice(0, MESSAGE_LINES)
    ].join('\n    ');
  return reports
    .flatMap((report) => report.testResults ?? [])
    .flatMap((file) => {
      const failed = file.assertionResults.filter((test) => test.status === 'failed');
      if (failed.length === 0 && file.status === 'failed') {
        const title = file.assertionResults.length === 0 ? '没有读成' : '出错在各项测试之外';
        return [entry(title, file.name, file.message || '见上面这一步的输出')];
      }
      return failed.map((test) => entry(test.fullName, file.name, (test.failureMessages ?? []).join('\n')));
    });
}

/**
 * The failed steps of which no test can be named: those without a report, a run that crashed, an error outside any test.
 * @param {{ name: string, count: { failed: number }, report?: unknown, output: string }[]} steps in the order printed
 * @returns {string[]} an entry each: name, where its output stands, the last lines of what was held back of it
 */
export function failedSteps(steps) {
  return steps
    .filter(({ count, report }) => count.failed > 0 && failedTests(report ? [report] : []).length === 0)
    .map(({ name, output }) => {
      const last = output.trimEnd().split('\n').slice(-MESSAGE_LINES);
      return [`✗ ${name}（全部输出见上面“── ${name} ──”）`, ...last.filter((line) => line !== '')].join('\n    ');
    });
}

/**
 * Which steps are in the way of nothing.
 * @template {{ id: string, report?: boolean, first?: boolean }} Step
 * @param {Step[]} steps
 * @returns {{ tests: Step[], aside: Step[] }} tests: one after another; aside: meanwhile, at low priority; orders kept
 */
export function splitSteps(steps) {
  const isAside = (step) => !step.report && !step.first;
  return { tests: steps.filter((step) => !isAside(step)), aside: steps.filter(isAside) };
}

/** Runs a command. `held`: what it says comes back in one piece; `aside`: at low priority, its children too. */
function run(command, env, { held = false, aside = false }) {
  return new Promise((resolve) => {
    const [program, ...args] = command;
    const stdio = held ? ['ignore', 'pipe', 'pipe'] : 'inherit';
    const child = spawn(program, args, { cwd: ROOT, env, stdio, shell: process.platform === 'win32' });
    const output = [];
    if (aside && child.pid !== undefined) lowerPriority(child.pid);
    child.stdout?.on('data', (piece) => output.push(piece));
    child.stderr?.on('data', (piece) => output.push(piece));
    const end = (code) => resolve({ code, output: Buffer.concat(output).toString('utf8') });
    child.on('error', (error) => {
      output.push(Buffer.from(`${error.message}\n`));
      if (!held) console.error(error.message);
      end(1);
    });
    child.on('close', (code) => end(code ?? 1));
  });
}

function lowerPriority(pid) {
  try {
    setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // It has ended already, or the system doesn't let it: then it runs as everything does.
  }
}

/** @returns {Promise<{ count: object, report?: object, output: string }>} */
async function runStep(step, env) {
  if (!step.report) {
    const { code, output } = await run(step.command, env, { held: true, aside: !step.first });
    return { count: countStep(code), output };
  }
  const reportFile = join(REPORTS, `${step.id}.json`);
  // A report left by an earlier run must not speak for a run that crashed.
  rmSync(join(ROOT, reportFile), { force: true });
  const { code, output } = await run(
    [...step.command, '--reporter=default', '--reporter=json', `--outputFile.json=${reportFile.split('\\').join('/')}`],
    env,
    {}
  );
  const report = existsSync(join(ROOT, reportFile))
    ? JSON.parse(readFileSync(join(ROOT, reportFile), 'utf8'))
    : undefined;
  return { count: report ? countStep(code, report) : countStep(1), report, output };
}

/** Runs steps, `width` at a time; what each one said, how it ended and how long it took go into `results`. */
async function runSteps(steps, width, env, results) {
  const waiting = [...steps];
  const work = async () => {
    for (let step = waiting.shift(); step; step = waiting.shift()) {
      const started = Date.now();
      if (step.report) console.log(`\n── ${step.name} ──`);
      const blocked = step.needs !== undefined && results.get(step.needs).count.failed > 0;
      const result = blocked
        ? { count: countStep(1), output: '构建没有成功，这一步不运行，记为失败。\n' }
        : await runStep(step, env);
      results.set(step.id, { ...result, seconds: (Date.now() - started) / 1000 });
    }
  };
  await Promise.all(Array.from({ length: width }, work));
}

async function main(quick) {
  mkdirSync(join(ROOT, REPORTS), { recursive: true });
  const pathKey = Object.keys(process.env).find((key) => key.toLowerCase() === 'path') ?? 'PATH';
  const env = {
    ...process.env,
    [pathKey]: [join(ROOT, 'node_modules', '.bin'), process.env[pathKey]].join(delimiter),
    // The dataset's days are calendar days; a test that depends on the machine's zone has to show it.
    TZ: 'Asia/Shanghai'
  };
  const steps = STEPS.filter((step) => !quick || step.quick);
  const results = new Map();
  const { tests, aside } = splitSteps(steps);
  await Promise.all([runSteps(tests, 1, env, results), runSteps(aside, availableParallelism(), env, results)]);
  for (const { name, id, report } of steps) {
    const { output } = results.get(id);
    if (!report || output !== '') process.stdout.write(`\n── ${name} ──\n${output}`);
  }
  const reports = [...results.values()].flatMap(({ report }) => (report ? [report] : []));
  const slowest = slowestTests(reports);
  console.log(`\n── 最慢的 ${slowest.length} 项测试 ──\n${slowest.join('\n')}`);
  const ended = steps.map(({ name, id }) => ({ name, ...results.get(id) }));
  const failed = [...failedTests(reports), ...failedSteps(ended)];
  if (failed.length > 0) console.log(`\n── 没通过的测试 ──\n${failed.join('\n')}`);
  console.log('\n── 小结 ──');
  for (const { name, id } of steps) {
    const { count, seconds } = results.get(id);
    console.log(
      `${count.failed === 0 ? '通过' : '失败'}  ${name}（${closingLine([count])}，${seconds.toFixed(1)} 秒）`
    );
  }
  const counts = [...results.values()].map((result) => result.count);
  console.log(closingLine(counts));
  process.exitCode = counts.some((count) => count.failed > 0) ? 1 : 0;
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  await main(process.argv.includes('--quick'));
}
