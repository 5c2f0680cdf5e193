import { readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import vue from '@vitejs/plugin-vue';
import { defineConfig } from 'vitest/config';
import { modulesBesidePage, onePlaceBuild } from './tools/buildPlugin.ts';
import { classicChunks } from './tools/classicChunks.ts';
import { KEPT_MODULES, keptModules } from './tools/keptModules.ts';
import { leanEngine } from './tools/leanEngine.ts';
import { manualPlugin } from './tools/manualPlugin.ts';
import { deployFiles } from './tools/deploy/deployPlugin.ts';

const { version } = JSON.parse(readFileSync(new URL('package.json', import.meta.url), 'utf8')) as { version: string };

// Classic scripts and one stylesheet, so that the same folder works over http from any path
// and by double click: module scripts and `crossorigin` are refused on file://.
export default defineConfig({
  base: './',
  plugins: [
    vue(),
    leanEngine(),
    manualPlugin(),
    onePlaceBuild(),
    classicChunks(),
    deployFiles(modulesBesidePage),
    keptModules(import.meta.dirname)
  ],
  build: {
    target: 'chrome79',
    modulePreload: false,
    assetsInlineLimit: 0,
    cssCodeSplit: false,
    chunkSizeWarningLimit: 1500,
    rollupOptions: {
      output: {
        format: 'es',
        chunkFileNames: 'assets/[name].js',
        // Fixed names with ?v=hash in index.html: an old cached page and a new folder still fit together.
        entryFileNames: 'assets/app.js',
        assetFileNames: 'assets/[name][extname]'
      }
    }
  },
  // Other pages lie in this folder (tools/bench/bare): the dev server must not look into them for dependencies.
  optimizeDeps: { entries: ['index.html'] },
  define: { __KANBAN_VERSION__: JSON.stringify(version), __VUE_OPTIONS_API__: 'false', __VUE_PROD_DEVTOOLS__: 'false' },
  test: {
    // Vitest leaves one processor free by default: of two that would be half.
    maxWorkers: availableParallelism(),
    // Of a run after the first: a fifth of its work was to make the same modules again.
    experimental: { fsModuleCache: true, fsModuleCachePath: KEPT_MODULES },
    projects: [
      {
        extends: true,
        test: {
          name: 'unit',
          environment: 'node',
          include: ['tests/**/*.test.ts'],
          exclude: ['tests/e2e/**', 'tests/components/**'],
          setupFiles: ['tests/setup.ts'],
          // One room for all files of a worker: reading the modules anew for each file took longer than the tests.
          // What a test stubs is put back after it.
          pool: 'threads',
          isolate: false,
          unstubGlobals: true,
          unstubEnvs: true,
          restoreMocks: true,
          // Large inputs are tested too; on a busy machine they take their time. Speed itself is measured by benchmarks.
          testTimeout: 120_000
        }
      },
      {
        extends: true,
        test: {
          name: 'components',
          environment: 'happy-dom',
          include: ['tests/components/**/*.test.ts'],
          setupFiles: ['tests/setup.ts'],
          pool: 'threads',
          isolate: false,
          unstubGlobals: true,
          restoreMocks: true,
          testTimeout: 60_000
        }
      },
      {
        extends: true,
        test: {
          name: 'browser',
          environment: 'node',
          include: ['tests/e2e/**/*.test.ts'],
          setupFiles: ['tests/e2e/setup.ts'],
          // One browser a worker, for all its files.
          pool: 'forks',
          isolate: false,
          testTimeout: 90_000,
          hookTimeout: 180_000
        }
      }
    ]
  }
});
