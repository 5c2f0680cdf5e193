// Runs before start, build, test and the data commands, so that a fresh clone needs one command.
// Plain Node without dependencies: it has to work while node_modules is still missing.
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, realpathSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/** The first Node that every dependency of the lock file runs on. */
const OLDEST_NODE = [20, 19];

/**
 * Whether `node_modules` holds what the lock file asks for.
 * @param {string} root folder with package-lock.json
 * @returns {{ state: 'current' | 'adoptable' | 'stale', hash: string }} `adoptable`: installed by hand
 *   (`npm install`) to the very versions of the lock file, only the stamp is missing
 */
export function installState(root) {
  const lockText = readFileSync(join(root, 'package-lock.json'));
  // Native packages differ by system: a folder carried to another system is stale.
  const hash = createHash('sha256').update(lockText).update(`${process.platform}-${process.arch}`).digest('hex');
  const stamp = stampFile(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8').trim() === hash) return { state: 'current', hash };
  return { state: matchesHiddenLock(root, JSON.parse(lockText.toString('utf8'))) ? 'adoptable' : 'stale', hash };
}

/**
 * Installs when needed, says nothing when not.
 * @param {string} root folder with package-lock.json
 * @param {() => number} install runs `npm ci`, returns its exit code
 * @returns {number} exit code: 0 when node_modules is as the lock file says
 */
export function ensureInstalled(root, install = () => npmCi(root)) {
  const { state, hash } = installState(root);
  if (state === 'current') return 0;
  if (state === 'stale') {
    console.log('正在按锁文件安装依赖（npm ci）……');
    const code = install();
    if (code !== 0) {
      console.error('依赖没有装成：请检查网络或 npm 镜像设置，然后重试。');
      return code;
    }
  }
  writeFileSync(stampFile(root), `${hash}\n`);
  return 0;
}

function stampFile(root) {
  return join(root, 'node_modules', '.installed-lock-hash');
}

/** npm keeps in node_modules a copy of what it installed; optional packages of other systems are absent from it. */
function matchesHiddenLock(root, lock) {
  const hiddenFile = join(root, 'node_modules', '.package-lock.json');
  if (!existsSync(hiddenFile)) return false;
  const installed = JSON.parse(readFileSync(hiddenFile, 'utf8')).packages ?? {};
  return Object.entries(lock.packages ?? {}).every(
    ([path, wanted]) =>
      path === '' ||
      (installed[path] === undefined ? wanted.optional === true : installed[path].integrity === wanted.integrity)
  );
}

function npmCi(root) {
  // Under `npm run` the very npm that was called is known; Windows can't spawn npm.cmd without a shell.
  const cli = process.env.npm_execpath;
  const options = { cwd: root, stdio: 'inherit' };
  const result = cli?.endsWith('.js')
    ? spawnSync(process.execPath, [cli, 'ci'], options)
    : spawnSync('npm', ['ci'], { ...options, shell: process.platform === 'win32' });
  return result.status ?? 1;
}

function nodeIsTooOld(version) {
  const [major, minor] = version.split('.').map(Number);
  return major < OLDEST_NODE[0] || (major === OLDEST_NODE[0] && minor < OLDEST_NODE[1]);
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  if (nodeIsTooOld(process.versions.node)) {
    console.error(`需要 Node ${OLDEST_NODE.join('.')} 或更新的版本，现在是 ${process.versions.node}。`);
    process.exit(1);
  }
  process.exit(ensureInstalled(join(dirname(fileURLToPath(import.meta.url)), '..')));
}
