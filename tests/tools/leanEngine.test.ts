import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { leanEngine } from '../../tools/leanEngine';
import { sourceFiles, SRC } from '../importGraph';

const load = (id: string) =>
  (leanEngine() as unknown as { load: (id: string) => { code: string } | undefined }).load(id);

describe('parts of ECharts left out of the build', () => {
  it('are stood in for by their path in any folder, and nothing else is', () => {
    expect(load('/a/node_modules/zrender/lib/core/timsort.js')?.code).toContain('list.sort(compare)');
    expect(load('C:\\a\\node_modules\\zrender\\lib\\core\\timsort.js?v=1')?.code).toContain('list.sort(compare)');
    expect(load('/a/node_modules/zrender/lib/core/LRU.js')).toBeUndefined();
    expect(load('/a/src/core/timsort.js')).toBeUndefined();
  });

  it('are asked for by no chart', () => {
    const asks =
      /showLoading|roundCap|coordinateSystem: 'polar'|registerTransform|\btooltip:|barBorder|clockWise|hoverAnimation|\bnormal: \{|init\([^)]*'dark'|(ToggleSelect|UnSelect)\b/;
    const found = sourceFiles().filter((file) => asks.test(readFileSync(join(SRC, file), 'utf8')));
    expect(found).toEqual([]);
  });
});
