import { cpSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Plugin } from 'vite';

const VIRTUAL = 'virtual:chart-modules';
const PACKAGES = ['echarts/charts', 'echarts/components', 'echarts/features', 'echarts/renderers'];

/**
 * The ECharts modules that a source text imports, by package: the bare page registers the same ones, so
 * that the comparison stays fair when the page takes another.
 */
export function chartModules(source: string): Record<string, string[]> {
  const found: Record<string, string[]> = {};
  for (const [, names, from] of source.matchAll(/import\s*\{([^}]*)\}\s*from\s*['"](echarts\/[a-z]+)['"]/g)) {
    if (PACKAGES.includes(from!)) {
      const values = names!
        .split(',')
        .map((name) => name.trim())
        .filter((name) => name !== '' && !name.startsWith('type '));
      found[from!] = [...(found[from!] ?? []), ...values];
    }
  }
  return found;
}

/**
 * Builds the bare page, with the parts of ECharts that the page starts with, into `outDir` with the same settings as the page, and puts the data of `dataDir` beside it.
 * @throws when no source under src/components registers ECharts modules any more
 */
export async function buildBareSite(root: string, outDir: string, dataDir: string): Promise<void> {
  const modules = chartModules(readFileSync(join(root, 'src/charts/engine.ts'), 'utf8'));
  if (Object.keys(modules).length === 0) throw new Error('no ECharts modules are registered in src/charts/engine.ts');
  await build({
    configFile: false,
    root: join(root, 'tools', 'bench', 'bare'),
    base: './',
    logLevel: 'warn',
    plugins: [registerModules(modules), classicScript()],
    build: {
      outDir,
      emptyOutDir: true,
      target: 'chrome79',
      chunkSizeWarningLimit: 1500,
      modulePreload: false,
      rollupOptions: { output: { format: 'iife', entryFileNames: 'assets/bare.js' } }
    }
  });
  cpSync(dataDir, join(outDir, 'data'), { recursive: true });
}

function registerModules(modules: Record<string, string[]>): Plugin {
  return {
    name: 'bench-chart-modules',
    resolveId: (id) => (id === VIRTUAL ? `\0${VIRTUAL}` : undefined),
    load: (id) =>
      id === `\0${VIRTUAL}`
        ? [
            ...Object.entries(modules).map(([from, names]) => `import { ${names.join(', ')} } from '${from}';`),
            `export const modules = [${Object.values(modules).flat().join(', ')}];`
          ].join('\n')
        : undefined
  };
}

/** As the page does: a classic deferred script. */
function classicScript(): Plugin {
  return {
    name: 'bench-classic-script',
    transformIndexHtml: {
      order: 'post',
      handler: (html) => html.replace(/<script type="module" crossorigin src=/, '<script defer src=')
    }
  };
}
