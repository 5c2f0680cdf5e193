// `prepare`: npm runs this after an install. Sets up what `simple-git-hooks` in package.json names, and never fails:
// an install without .git (an unpacked archive), in CI or without the development packages has no hooks to set up.
import { spawnSync } from 'node:child_process';
import { existsSync, realpathSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

/**
 * Whether the hooks are wanted here.
 * @param {string} root folder of package.json
 * @param {Record<string, string | undefined>} env
 * @returns {boolean} false unless `root` itself is a checkout: a repository further up is somebody else's
 */
export function wantsHooks(root, env) {
  return (
    !env.CI && existsSync(join(root, '.git')) && existsSync(join(root, 'node_modules', 'simple-git-hooks', 'cli.js'))
  );
}

if (process.argv[1] && import.meta.url === pathToFileURL(realpathSync(process.argv[1])).href) {
  const root = join(dirname(fileURLToPath(import.meta.url)), '..');
  if (wantsHooks(root, process.env)) {
    spawnSync(process.execPath, [join(root, 'node_modules', 'simple-git-hooks', 'cli.js')], {
      cwd: root,
      stdio: ['ignore', 'ignore', 'inherit']
    });
  }
}
