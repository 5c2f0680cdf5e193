import { describe, expect, it } from 'vitest';
import { canMix, markedName, mixFault } from '../../../src/domain/model/fictional';

const real = { fictional: false };
const invented = { fictional: true };

describe('invented data', () => {
  it('mixes with its own kind only, and says why not', () => {
    expect([canMix(real, real), canMix(invented, invented), canMix(real, invented), canMix(invented, real)]).toEqual([
      true,
      true,
      false,
      false
    ]);
    expect(mixFault(real, real)).toBe('');
    expect(mixFault(invented, invented)).toBe('');
    expect(mixFault(real, invented)).toBe('要并入的是示例（虚构）数据，不能并入真实数据；请先切换到示例数据。');
    expect(mixFault(invented, real)).toBe('现在打开的是示例（虚构）数据，真实数据不能并进来；请先切换到自己的数据。');
  });

  it('marks a name once', () => {
    expect(markedName(real, '月度例会')).toBe('月度例会');
    expect(markedName(invented, '月度例会')).toBe('示例（虚构）月度例会');
    expect(markedName(invented, '示例（虚构）月度例会')).toBe('示例（虚构）月度例会');
  });
});
