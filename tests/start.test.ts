import { describe, expect, it } from 'vitest';
import { importsOf, sourceFiles } from './importGraph';

const imports = sourceFiles().flatMap(importsOf);

/** Files and packages that run before the first screen: what main.ts imports, and what that imports, but for `import()`. */
function startOf(entry: string): { files: Set<string>; packages: Set<string> } {
  const files = new Set([entry]);
  const packages = new Set<string>();
  for (const file of files) {
    for (const one of imports) {
      if (one.file !== file || one.typeOnly || one.dynamic) continue;
      if (one.target !== undefined) files.add(one.target);
      else if (one.package !== undefined && !one.package.startsWith('virtual:')) packages.add(one.package);
    }
  }
  return { files, packages };
}

describe('what the page starts with', () => {
  const { files, packages } = startOf('main.ts');

  it('has no library but these', () => {
    const allowed = {
      echarts: 'draws the chart',
      papaparse: 'reads the tables',
      pinia: 'holds the dataset and the settings',
      vue: 'renders the page',
      'vue-router': 'keeps the screen in the address',
      zrender: 'of echarts, whose caches are made safe for names from data'
    };
    expect([...packages].sort()).toEqual(Object.keys(allowed));
  });

  it('has no code of other screens, of decks, of the review of a dataset, nor the other half of ECharts', () => {
    const elsewhere = [
      /^views\/(overview|periods|progress|profile|data)\//,
      /^presentation\/.*\.vue$/,
      /^slides\//,
      /^export\/(office|picture)\//,
      /^domain\/(findings|missing\/[a-z]*Matrix|audit\/(audit|facts|relations))/,
      /^domain\/board\/(plans|board|rollUp|supervision)/,
      /^domain\/deck\/(deckFile|deck)Review/,
      /^datasets\/(check\/review|readyDeckReview)/,
      /^charts\/(wholeEngine|bullet|trend(Line|Slope|Dumbbell)|changeBars)/
    ];
    expect([...files].filter((file) => elsewhere.some((pattern) => pattern.test(file)))).toEqual([]);
  });
});
