/**
 * Parts of ECharts and zrender that no chart here can reach, left out of the build: its tree can't be shaken of them,
 * since they are registered, or called behind a condition. Each stands in for the exports that others import.
 */
import type { Plugin } from 'vite';

const NOTHING = 'export default function () {}';

const STAND_INS: Readonly<Record<string, readonly [code: string, why: string]>> = {
  'echarts/lib/preprocessor/backwardCompat.js': [NOTHING, 'options as ECharts 2 and 3 had them'],
  'echarts/lib/theme/dark.js': ['export default {};', 'a theme that nobody chooses'],
  'echarts/lib/loading/default.js': [NOTHING, 'showLoading is never called'],
  'echarts/lib/legacy/dataSelectAction.js': [
    'export function createLegacyDataSelectAction() {}\nexport function handleLegacySelectEvents() {}',
    'names that selecting had before ECharts 5'
  ],
  'echarts/lib/util/shape/sausage.js': [NOTHING, 'bars with round ends round a centre'],
  'echarts/lib/label/sectorLabel.js': [
    'export function createSectorCalculateTextPosition() {}\nexport function setSectorTextRotation() {}',
    'bars round a centre'
  ],
  'echarts/lib/data/helper/transform.js': [
    'export function applyDataTransform() {}\nexport function registerExternalTransform() {}',
    'transforms of a dataset component, which no option has'
  ],
  'echarts/lib/component/tooltip/seriesFormatTooltip.js': [
    'export function defaultSeriesFormatTooltip() {}',
    'ECharts shows no tooltip: what a mark says stands in the page'
  ],
  'zrender/lib/svg/cssAnimation.js': [
    'export function createCSSAnimation() {}',
    'animation of pictures made on a server'
  ],
  'zrender/lib/svg/cssEmphasis.js': [
    'export function createCSSEmphasis() {}',
    'the same for what lies under a pointer'
  ],
  'zrender/lib/core/timsort.js': [
    'export default function (list, compare) { list.sort(compare); }',
    'sorting in the engines from Chromium 70 on is stable'
  ]
};

/** Which part a file is, by its path; undefined for any other. */
function partOf(id: string): string | undefined {
  const path = id.replace(/\\/g, '/').replace(/\?.*$/, '');
  return Object.keys(STAND_INS).find((part) => path.endsWith(`/node_modules/${part}`));
}

/** @throws at the end of a build that met not all of them: a new version of a library has moved one */
export function leanEngine(): Plugin {
  const met = new Set<string>();
  return {
    name: 'kanban-lean-engine',
    apply: 'build',
    enforce: 'pre',
    load(id) {
      const part = partOf(id);
      if (part === undefined) return undefined;
      met.add(part);
      return { code: STAND_INS[part]![0], moduleSideEffects: false };
    },
    generateBundle() {
      const missed = Object.keys(STAND_INS).filter((part) => !met.has(part));
      if (met.size > 0 && missed.length > 0) this.error(`没有找到要省去的部分：${missed.join('、')}`);
    }
  };
}
