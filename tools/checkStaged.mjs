// The pre-commit hook: is what is about to be committed formatted? Looks at the staged text, not at the files,
// so that half of a file can be committed. `git commit --no-verify` goes past it; `npm test` checks all files.
import { spawnSync } from 'node:child_process';
import { realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { check, getFileInfo, resolveConfig } from 'prettier';

function git(root, args) {
  const { status, stdout, stderr } = spawnSync('git', args, { cwd: root, encoding: 'utf8', maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`git ${args[0]}: ${stderr}`);
  return stdout;
}

/**
 * Staged files that aren't formatted.
 * @param {string} root folder of the checkout
 * @returns {Promise<string[]>} paths relative to `root`; files that Prettier doesn't know or must ignore are never named
 */
export async function unformattedStaged(root) {
  const names = git(root, ['diff', '--cached', '--name-only', '--diff-filter=ACMR', '-z']).split('\0').filter(Boolean);
  const faults = await Promise.all(
    names.map(async (name) => {
      const file = join(root, name);
      const { ignored, inferredParser } = await getFileInfo(file, { ignorePath: join(root, '.prettierignore') });
      if (ignored || inferredParser === null) return [];
      const options = { ...(await resolveConfig(file)), filepath: file };
      // Text that can't be parsed isn't formatted either; the compiler says what is wrong with it.
      const formatted = await check(git(root, ['show', `:${name}`]), options).catch(() => false);
      return formatted ? [] : [name];
    })
  );
  return faults.flat();
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const faults = await unformattedStaged(join(dirname(fileURLToPath(import.meta.url)), '..'));
  if (faults.length > 0) {
    console.error(`以下文件的排版不合规范，请运行 npm run format 后重新 git add：\n${faults.join('\n')}`);
    process.exitCode = 1;
  }
}
