import { describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../src/domain/address/fields';
import { parsePeriod } from '../../src/domain/time/parsePeriod';
import { periodLabel } from '../../src/domain/time/periodLabel';
import { figureAt } from '../../src/figures/figureAt';
import { sampleAddresses } from '../../src/figures/sampleAddresses';
import { addressAtPeriod, periodsAround } from '../../src/figures/steppedAddress';
import { choicesOf } from './realData';

let demo: ViewChoices | undefined;
const choices = async () => (demo ??= await choicesOf('data/demo'));
async function step(address: string, by: 1 | -1): Promise<string | undefined> {
  const around = periodsAround(address, await choices());
  const to = by > 0 ? around?.later : around?.earlier;
  return to && addressAtPeriod(address, to.text);
}

describe('a step through the periods of an address', () => {
  it.each([
    ['/places?i=stay-days&period=2024-06', '/places?i=stay-days&period=2024-05', '/places?i=stay-days&period=2024-07'],
    [
      '/places?tab=table&i=stay-days&period=2024-06',
      '/places?tab=table&i=stay-days&period=2024-05',
      '/places?tab=table&i=stay-days&period=2024-07'
    ],
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

  it('names its period in the figure, of every kind that has steps', async () => {
    const known = await choices();
    const stepped: string[] = [];
    for (const { name, address } of sampleAddresses(known.dataset)) {
      const around = periodsAround(address, known);
      if (!around) continue;
      stepped.push(name);
      const { earlier } = around;
      const at = addressAtPeriod(address, earlier!.text);
      expect(periodsAround(at, known)?.shown.text, at).toBe(earlier!.text);
      const { verdict, subtitle } = figureAt(at, known).figure!;
      // A month of the year, the whole of a cumulated task, or its cut-off day.
      const label = periodLabel(parsePeriod(earlier!.text)!);
      expect((verdict + subtitle).replace(/\s/g, ''), at).toContain(label);
    }
    expect(stepped).toEqual(['记分表', '地区对比', '名次表', '进步榜', '热力表', '任务逐月']);
  });

  it('is none of what isn’t stepped through', async () => {
    for (const address of ['/', '/progress', '/periods', '/places?tab=funnel', '/profile', 'nonsense'])
      expect(await step(address, -1)).toBeUndefined();
  });
});
