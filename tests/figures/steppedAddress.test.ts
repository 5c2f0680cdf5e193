import { describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import { steppedAddress } from '../../src/figures/steppedAddress';
import { choicesOf } from './realData';

let demo: ViewChoices | undefined;
const step = async (address: string, by: 1 | -1) =>
  steppedAddress(address, by, (demo ??= await choicesOf('data/demo')))?.address;

describe('a step through the periods of an address', () => {
  it.each([
    ['/places?i=stay-days&period=2024-06', '/places?i=stay-days&period=2024-05', '/places?i=stay-days&period=2024-07'],
    ['/places?tab=heat&period=2024-01', '/places?tab=heat&period=2023-12', '/places?tab=heat&period=2024-02'],
    ['/?tab=card&period=2024-06', '/?tab=card&period=2024-05', '/?tab=card&period=2024-07'],
    ['/places?tab=improve&period=2024-06', '/places?tab=improve&period=2024-05', '/places?tab=improve&period=2024-07'],
    [
      '/progress?tab=months&place=lichuan&programme=cervical&period=2024&reported=2024-08',
      '/progress?tab=months&place=lichuan&programme=cervical&period=2024&reported=2024-07',
      '/progress?tab=months&place=lichuan&programme=cervical&period=2024&reported=2024-09'
    ]
  ])('%s', async (address, before, after) => {
    expect(await step(address, -1)).toBe(before);
    expect(await step(address, 1)).toBe(after);
  });

  it('ends at the last period, and begins there where the address names none', async () => {
    expect(await step('/places?tab=heat&period=2024-12', 1)).toBeUndefined();
    expect(await step('/places?tab=heat', 1)).toBeUndefined();
    expect(await step('/places?tab=heat', -1)).toBe('/places?tab=heat&period=2024-11');
  });

  it('is none of what isn’t stepped through', async () => {
    for (const address of ['/', '/progress', '/periods', '/places?tab=funnel', '/profile', 'nonsense'])
      expect(await step(address, -1)).toBeUndefined();
  });
});
