// `npm run mutate -- [room…]`: mutation testing of src/domain, all rooms or the named ones, with the score of each.
// Not part of `npm test`: a room takes minutes (with MUTATION_TESTS=tests/domain/lights, its own tests alone, seconds). `npm run mutate -- lights progress/pace.ts` names rooms and files;
// `npm run mutate -- datasets/read` a folder of src beside domain.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const ROOT = join(dirname(fileURLToPath(import.meta.url)), '..');
const DOMAIN = 'src/domain/';
const REPORT = 'node_modules/.cache/mutation/report.json';
const DETECTED = new Set(['Killed', 'Timeout']);
/** Neither noticed nor missed: the code doesn't compile, or was left out on purpose. */
const UNCOUNTED = new Set(['CompileError', 'RuntimeError', 'Ignored', 'Pending']);

/**
 * Score of each room.
 * @param {Record<string, { mutants: { status: string }[] }>} files Stryker's report by file
 * @returns {{ room: string, detected: number, missed: number, score: number | undefined }[]}
 *   by name of room; `score` in percent of detected and missed, undefined without any
 */
export function scoreByRoom(files) {
  const rooms = new Map();
  for (const [file, { mutants }] of Object.entries(files)) {
    const [room] = file.startsWith(DOMAIN)
      ? file.slice(DOMAIN.length).split('/')
      : [file.slice('src/'.length, file.lastIndexOf('/'))];
    const sum = rooms.get(room) ?? { room, detected: 0, missed: 0 };
    rooms.set(room, sum);
    for (const { status } of mutants) {
      if (DETECTED.has(status)) sum.detected += 1;
      else if (!UNCOUNTED.has(status)) sum.missed += 1;
    }
  }
  return [...rooms.values()]
    .map((sum) => {
      const measured = sum.detected + sum.missed;
      return { ...sum, score: measured === 0 ? undefined : (100 * sum.detected) / measured };
    })
    .sort((a, b) => (a.room < b.room ? -1 : 1));
}

/**
 * Mutants nobody noticed, as an editor finds them.
 * @param {Parameters<typeof scoreByRoom>[0]} files
 * @returns {string[]} a line each: file:line:column, mutator and replacement
 */
export function survivors(files) {
  return Object.entries(files).flatMap(([file, { mutants }]) =>
    mutants
      .filter(({ status }) => status === 'NoCoverage' || status === 'Survived')
      .map(
        ({ location, mutatorName, replacement }) =>
          `${file}:${location.start.line}:${location.start.column}  ${mutatorName}  ${(replacement ?? '').replace(/\s+/g, ' ')}`
      )
  );
}

/** `lights` → every file of the room; `progress/pace.ts` → that file; `datasets/read` → a folder beside domain. */
function patternOf(name) {
  const path = [`${DOMAIN}${name}`, `src/${name}`]
    .map((one) => one.replace(/\/$/, ''))
    .find((one) => existsSync(join(ROOT, one)));
  if (path === undefined) throw new Error(`没有这个文件夹或文件：${DOMAIN}${name}`);
  return path.endsWith('.ts') ? path : `${path}/**/*.ts`;
}

/** The folders of tests that mirror what is changed: a rule is held by the tests beside it. Rooms of domain share theirs. */
function testsOf(patterns) {
  const folders = patterns.map((pattern) => {
    const [, folder, room] = pattern.split('/');
    const beside = `tests/${folder}/${room}`;
    return folder !== 'domain' && !beside.includes('*') && existsSync(join(ROOT, beside)) ? beside : `tests/${folder}`;
  });
  return [...new Set(folders)].join(',');
}

function main(names) {
  const patterns = names.length > 0 ? names.map(patternOf) : [`${DOMAIN}**/*.ts`];
  rmSync(join(ROOT, REPORT), { force: true });
  const stryker = join(ROOT, 'node_modules', '@stryker-mutator', 'core', 'bin', 'stryker.js');
  const { status } = spawnSync(
    process.execPath,
    [stryker, 'run', 'tools/mutation/stryker.config.mjs', '--mutate', patterns.join(',')],
    {
      cwd: ROOT,
      stdio: 'inherit',
      env: { ...process.env, TZ: 'Asia/Shanghai', MUTATION_TESTS: process.env.MUTATION_TESTS ?? testsOf(patterns) }
    }
  );
  if (!existsSync(join(ROOT, REPORT))) return status || 1;
  const { files } = JSON.parse(readFileSync(join(ROOT, REPORT), 'utf8'));
  console.log(`\n没有被测试发现的改动：\n${survivors(files).join('\n')}`);
  console.log('\n房间  发现  漏掉  得分');
  for (const { room, detected, missed, score } of scoreByRoom(files)) {
    console.log(`${room}  ${detected}  ${missed}  ${score === undefined ? '无' : `${score.toFixed(0)}%`}`);
  }
  return status ?? 1;
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  process.exitCode = main(process.argv.slice(2));
}
