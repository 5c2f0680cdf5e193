import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join, relative, resolve, sep } from 'node:path';
import type { Plugin, Rolldown } from 'vite';
import { GUIDE_STYLE, guideHtml } from './guide.ts';
import { licencesOf, licenceText } from './licences.ts';
import { headerPolicy, policyOf } from './policy.ts';
import { tomcatWebXml, webConfig } from './servers.ts';

/** Modules that went into the scripts of a bundle; what was shaken out whole doesn't count. */
export function shippedModules(bundle: Iterable<Rolldown.OutputChunk | Rolldown.OutputAsset>): string[] {
  return [...bundle].flatMap((file) =>
    file.type === 'chunk'
      ? Object.entries(file.modules).flatMap(([id, module]) => (module.renderedLength > 0 ? [id] : []))
      : []
  );
}

/**
 * Writes beside the page what whoever puts it on a server needs: 部署说明.html, 许可.txt, web.config of IIS and
 * WEB-INF/web.xml of Tomcat.
 * @param others modules that ship outside the page's own bundle, known once it is written
 */
export function deployFiles(others: () => Iterable<string>): Plugin {
  let root = '';
  let outDir = '';
  const modules = new Set<string>();
  return {
    name: 'kanban-deploy',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = resolve(config.root, config.build.outDir);
    },
    generateBundle(_options, bundle) {
      for (const id of shippedModules(Object.values(bundle))) modules.add(id);
    },
    closeBundle: {
      order: 'post',
      sequential: true,
      handler() {
        const policy = headerPolicy(policyOf(readFileSync(join(root, 'index.html'), 'utf8')), GUIDE_STYLE);
        const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
        const licences = licencesOf([...modules, ...others()]);
        const write = (name: string, text: string): void => writeFileSync(join(outDir, name), text);
        write('许可.txt', licenceText(readFileSync(join(root, 'LICENSE'), 'utf8'), licences));
        write('web.config', webConfig(policy));
        mkdirSync(join(outDir, 'WEB-INF'), { recursive: true });
        write('WEB-INF/web.xml', tomcatWebXml());
        write('部署说明.html', guideHtml({ version, policy, bytes: bytesOf(outDir) }));
        write('assets/files.json', `${JSON.stringify(pageFiles(outDir))}\n`);
      }
    }
  };
}

/** What a deck is handed on with: the page itself, without its data and what only a server reads. */
function pageFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).split(sep).join('/'))
    .filter((name) => !/^(data|WEB-INF)\/|^web\.config$|^assets\/files\.json$|(^|\/)\./.test(name))
    .sort();
}

function bytesOf(folder: string): number {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name !== '部署说明.html')
    .reduce((sum, entry) => sum + statSync(join(entry.parentPath, entry.name)).size, 0);
}
