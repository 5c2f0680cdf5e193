import { describe, expect, it } from 'vitest';
import { makeAnswers } from '../../../src/datasets/pack/makeAnswers';
import { putAnswer } from '../../../src/datasets/pack/putAnswer';
import { sha256 } from '../../../src/datasets/read/sha256';
import { headlinesOf } from '../../../src/domain/findings/findings';
import { findingsByTime } from '../../../src/domain/findings/findingsByTime';
import { overview } from '../../../src/domain/findings/overview';
import { overviewPeriod, overviewPeriods } from '../../../src/domain/findings/overviewPeriod';
import { FINDING_RULES, findingInputs } from '../../../src/domain/findings/storedFindings';
import { Dataset } from '../../../src/domain/model/dataset';
import { tablesOf } from '../../../src/domain/model/datasetTables';
import { inBlocks, inBlocksByPlace } from '../../fixtures/inBlocks';
import { loaded } from '../../fixtures/loaded';
import { count, dataset, indicator, place, type Fact } from '../factory';

/** All that is said in a time, each with the rows that it rests on. */
function said(of: Dataset, time: number, focus?: string): unknown {
  const { period } = overviewPeriods(of)[time]!;
  return headlinesOf(of, focus, period).map(({ from, place: at, sources, ...one }) => ({
    ...one,
    at: at?.id,
    sources: sources.map(({ id }) => id),
    rows: from.map(({ row, value }: { row: number; value?: number | null }) => [row, value])
  }));
}

describe('今日要点 stored with a pack', () => {
  it.each(['data', 'data/demo'])('say in each time what is worked out of all numbers: %s', async (folder) => {
    const whole = await loaded(folder);
    const packed = inBlocks(whole, 1, true);
    const times = overviewPeriods(whole);
    expect(packed.answer((of) => overviewPeriods(of).length).value).toBe(times.length);
    expect(times.length).toBeGreaterThan(5);
    times.forEach(({ period }, at) => {
      const { value } = packed.answer((of) => said(of, at));
      expect([period.text, value]).toEqual([period.text, said(whole, at)]);
    });
  });

  it('take no block but those of whose rows somebody asks', async () => {
    const packed = inBlocks(await loaded('data/demo'), 1, true);
    const { period } = packed.answer((of) => overviewPeriods(of)[0]!).value;
    const told = packed.answer((of) => headlinesOf(of, undefined, period));
    expect(told.loaded).toEqual(['headlines']);
    const comparison = told.value.find(({ kind }) => kind === '好坏')!;
    expect(comparison.address).toContain('i=primary-share');
    // The population for figures per head, which any comparison may be asked for.
    expect(packed.answer(() => comparison.from.length).loaded).toEqual(['latestRows', 'population']);
  });

  it('are asked for where all blocks are there too: to look over these takes longer', async () => {
    const packed = inBlocks(await loaded('data/demo'), 1, true);
    packed.load(packed.dataset.missing());
    const asked = packed.answer((of) => headlinesOf(of, undefined, overviewPeriods(of)[0]!.period));
    expect(asked.loaded).toEqual(['headlines']);
  });

  const VISITS = count({ id: 'visits', name: '门诊' });
  const counties = ['甲县', '乙县', '丙县', '丁县'].map((name) => place(name));
  const year = (at: string, period: string, value: number, of = 'visits'): Fact => ({ of, at, in: period, value });
  const changes = (facts: Fact[], of: string[]) => {
    const indicators = [VISITS, ...of.map((id) => count({ id, name: id }))];
    const found = findingsByTime(dataset({ indicators, places: counties, facts }));
    return found.get('2024')?.flatMap(({ kind, text }) => (kind === '变化' ? text : []));
  };

  it('have of each place its largest change first, then the next of any', () => {
    const facts = [
      ...[year('甲县', '2023', 100), year('甲县', '2024', 190)],
      ...[year('甲县', '2023', 100, 'beds'), year('甲县', '2024', 180, 'beds')],
      ...[year('乙县', '2023', 100), year('乙县', '2024', 120)]
    ];
    // 甲县 +90% and +80%, 乙县 +20%: both of 甲县 are told, as there are but two places.
    expect(changes(facts, ['beds'])).toEqual([
      '甲县门诊2024年为190人次，比上年增长90.0%',
      '甲县beds2024年为180人次，比上年增长80.0%',
      '乙县门诊2024年为120人次，比上年增长20.0%'
    ]);
  });

  it('are not stored of a time in which more of few places would have to be kept', () => {
    const own = ['a', 'b', 'c', 'd', 'e'].flatMap((of, i) => [
      year('甲县', '2023', 100, of),
      year('甲县', '2024', 190 - i, of)
    ]);
    expect(changes(own, ['a', 'b', 'c', 'd', 'e'])).toBeUndefined();
    // Three places have three to tell, however many are lost.
    const others = ['乙县', '丙县'].flatMap((at) => [year(at, '2023', 100), year(at, '2024', 150)]);
    expect(changes([...own, ...others], ['a', 'b', 'c', 'd', 'e'])).toHaveLength(3);
  });

  it('keep the order of the indicators for equal changes, and then that of the file', () => {
    const facts = ['丁县', '丙县', '乙县', '甲县'].flatMap((at) => [year(at, '2023', 100), year(at, '2024', 150)]);
    expect(changes(facts, [])).toEqual(
      ['丁县', '丙县', '乙县'].map((at) => `${at}门诊2024年为150人次，比上年增长50.0%`)
    );
  });

  it('hold for the tables that they were made with alone', async () => {
    const whole = await loaded('data/demo');
    const made = [...makeAnswers(whole)].find(({ name }) => name === 'headlines')!;
    const { places, progress } = whole;
    for (const other of [
      { places: [{ ...places[0]!, name: '别的县' }, ...places.slice(1)] },
      { progress: progress.slice(1) },
      { smallBase: 1 },
      { internalThemes: ['别的'] }
    ]) {
      const { dataset: packed } = inBlocks(new Dataset({ ...tablesOf(whole), ...other }), whole.size);
      expect(findingInputs(packed)).not.toBe(findingInputs(whole));
      putAnswer(packed, 'headlines', made.bytes);
      expect(() => said(packed, 0)).toThrow('这项数据还没有读入');
    }
  });

  it('have their rules numbered: who changes what one says raises FINDING_RULES and writes the new print here', async () => {
    const found = findingsByTime(await loaded('data/demo'));
    const words = [...found].map(([time, list]) => [
      time,
      list.map(({ kind, text, numbers, date, period }) => [kind, text, numbers, date, period])
    ]);
    const print = sha256(new TextEncoder().encode(JSON.stringify(words))).slice(0, 16);
    // Other rows of the demo give another print too: then the number stays.
    expect([FINDING_RULES, print]).toEqual([2, '67da9ea0d6820139']);
  });

  const small = dataset({
    indicators: [indicator({ id: 'reach', name: '管理率' })],
    places: counties,
    facts: counties.flatMap(({ name }, i) => [
      { of: 'reach', at: name, in: '2023', value: 80 + i },
      { of: 'reach', at: name, in: '2024', value: 90 - i }
    ])
  });
  it('are asked for with all that 总览 of a place needs, and no block of an indicator', () => {
    const packed = inBlocksByPlace(small, 1, true);
    const ask = (of: Dataset) =>
      overview(of, of.defaultRule, '甲县', overviewPeriod(of)).headlines.map((one) => one.text);
    const { value, loaded: asked } = packed.answer(ask);
    expect(value).toEqual(ask(small));
    expect(value.some((one) => one.includes('4个地区中'))).toBe(true);
    expect(asked).toEqual(['cover', 'headlines', 'latestRows', '甲县']);
  });

  const text = () => new TextDecoder().decode([...makeAnswers(small)].find(({ name }) => name === 'headlines')!.bytes);

  it.each([
    ['another indicator', '"indicator":"reach"', '"indicator":"other"'],
    ['another place', '"place":"甲县"', '"place":"戊县"'],
    ['another kind', '"kind":"变化"', '"kind":"偏慢"'],
    ['a row that isn’t among its own', '"rows":[', '"rows":[99,'],
    ['a number that is none', '"numbers":[', '"numbers":["9",'],
    ['another source', '"sources":["', '"sources":["x']
  ])('are refused with %s', (_, from, to) => {
    const altered = text().replace(from, to);
    expect(altered).not.toBe(text());
    expect(() => putAnswer(small, 'headlines', new TextEncoder().encode(altered))).toThrow('内容损坏');
  });
});
