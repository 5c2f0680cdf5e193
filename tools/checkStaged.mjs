// The pre-commit hook: is what is about to be committed formatted? Looks at the staged text, not at the files,
// so that half of a file can be committed. `git commit --no-verify` goes past it; `npm test` checks all files.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { stripVTControlCharacters } from 'node:util';

const FORMATTER = join(dirname(fileURLToPath(import.meta.url)), '..', 'node_modules', 'oxfmt', 'bin', 'oxfmt');
const SETTINGS = '.oxfmtrc.json';

function git(root, args, input = '') {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, input, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
  return stdout;
}

/**
 * Staged files that aren't formatted.
 * @param {string} root folder of the checkout
 * @returns {string[]} paths relative to `root`; files that the formatter doesn't know or must ignore are never named,
 *   none where it isn't installed
 */
export function unformattedStaged(root) {
  if (!existsSync(FORMATTER)) return [];
  const names = git(root, ['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z']).split('\0').filter(Boolean);
  if (names.length === 0) return [];
  const staged = mkdtempSync(join(realpathSync(tmpdir()), 'kanban-staged-'));
  try {
    git(
      root,
      ['checkout-index', `--prefix=${staged}/`, '-z', '--stdin'],
      [...new Set([...names, SETTINGS])].join('\0')
    );
    const { stdout, stderr } = spawnSync(process.execPath, [FORMATTER, '--list-different', '.'], {
      cwd: staged,
      encoding: 'utf8',
      maxBuffer: 1 << 28
    });
    const different = new Set(stdout.split('\n'));
    // Text that can't be parsed isn't formatted either; the compiler says what is wrong with it. The formatter colours
    // its complaints where CI or FORCE_COLOR is set, also in a pipe.
    const broken = new Set(
      [...stripVTControlCharacters(stderr).matchAll(/\[(.+):\d+:\d+\]$/gm)].map(([, name]) => name)
    );
    return names.filter((name) => different.has(name) || broken.has(name));
  } finally {
    rmSync(staged, { recursive: true, force: true });
  }
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const faults = unformattedStaged(join(dirname(fileURLToPath(import.meta.url)), '..'));
  if (faults.length > 0) {
    console.error(`以下文件的排版不合规范，请运行 npm run format 后重新 git add：\n${faults.join('\n')}`);
    process.exitCode = 1;
  }
}
