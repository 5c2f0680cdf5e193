import { describe, expect, it } from 'vitest';
import { makeAnswers } from '../../../src/datasets/pack/makeAnswers';
import { putAnswer } from '../../../src/datasets/pack/putAnswer';
import { sha256 } from '../../../src/datasets/read/sha256';
import { auditOf } from '../../../src/domain/audit/audit';
import { AUDIT_RULES, auditInputs } from '../../../src/domain/audit/inputs';
import { auditPlaces } from '../../../src/domain/audit/report';
import { Dataset } from '../../../src/domain/model/dataset';
import { tablesOf } from '../../../src/domain/model/datasetTables';
import { count, dataset, programme } from '../factory';
import { inBlocks } from '../../fixtures/inBlocks';
import { loaded } from '../../fixtures/loaded';

/** A share of 120%, two numbers for one fact, and two that agree. */
const whole = dataset({
  indicators: [count({ name: '分娩', unit: '人' }), count({ name: '门诊', unit: '人次' })],
  facts: [
    { of: '门诊', at: '甲县', in: '2020', value: 30, written: '30人次' },
    { of: '门诊', at: '甲县', in: '2020', value: 31, written: '31人次' },
    { of: '分娩', at: '乙县', in: '2020', value: 7, written: '7人' },
    { of: '分娩', at: '乙县', in: '2020', value: 7, written: '7人' },
    { of: '分娩', at: '甲县', in: '2020', value: -1, written: '-1人' }
  ],
  programmes: [programme('筛查')],
  tasks: [{ of: '筛查', at: '甲县', in: '2020', target: 100, done: 120, written: '120人' }]
});
const said = (of: Dataset) => {
  const { findings, right, over, counts } = auditOf(of);
  const told = ({ rows, ...check }: (typeof findings)[number]) => ({ ...check, places: auditPlaces(rows) });
  const texts = { findings: findings.map(told), right: right.map(told), counts };
  const all = { ...texts, over: over.map(({ text, rows }) => [text, auditPlaces(rows)]) };
  // Where a number stands in the page is no part of it.
  return JSON.parse(JSON.stringify(all, (key, value: unknown) => (key === 'index' ? undefined : value)));
};

describe('an audit that is stored with a pack', () => {
  it('says the same without a block, down to what is written in the reports', () => {
    const { value, loaded } = inBlocks(whole, 1, true).answer(said);
    expect(loaded).toEqual(['audit']);
    expect(value.findings.map(({ title }: { title: string }) => title)).toEqual(['甲县2020年门诊', '甲县2020年分娩']);
    expect(value.findings[0].places.map(({ written }: { written: string }) => written)).toEqual([
      '“30人次”',
      '“31人次”'
    ]);
    expect(value).toEqual(said(whole));
  });

  it('has its rules numbered: who changes what a check says raises AUDIT_RULES and writes the new print here', async () => {
    const { findings, right, over, counts } = auditOf(await loaded('data/demo'));
    const words = [findings, right, over].map((list) => list.map(({ rows, ...one }) => [one, rows.length]));
    const print = sha256(new TextEncoder().encode(JSON.stringify([words, counts]))).slice(0, 16);
    // Other rows of the demo give another print too: then the number stays.
    expect([AUDIT_RULES, print]).toEqual([1, '6f61d7332ede902a']);
  });

  it('names its rows as the dataset does', () => {
    const packed = inBlocks(whole, 1, true);
    const { value } = packed.answer((of) => auditOf(of).findings[0]!.rows.map((row) => 'index' in row && row.index));
    packed.load(packed.dataset.missing());
    expect(value.map((index) => packed.dataset.observation(index as number).value)).toEqual([30, 31]);
  });

  it('holds for the tables that it was made with alone: beside others the blocks are looked over', () => {
    const made = [...makeAnswers(whole)].find(({ name }) => name === 'audit')!;
    const { places, indicators, progress } = whole;
    const renamed = [{ ...places[0]!, name: '丙县' }, ...places.slice(1)];
    for (const other of [
      { places: renamed },
      { indicators: [...indicators].reverse() },
      { progress: progress.slice(1) }
    ]) {
      const packed = inBlocks(new Dataset({ ...tablesOf(whole), ...other }), 1).dataset;
      expect(auditInputs(packed)).not.toBe(auditInputs(whole));
      putAnswer(packed, 'audit', made.bytes);
      expect(() => auditOf(packed)).toThrow('这项数据还没有读入');
    }
  });

  it('is left out where it would be too long', () => {
    class Short extends Dataset {
      override readonly mostChecks = 1;
    }
    const names = [...makeAnswers(new Short(tablesOf(whole)))].map(({ name }) => name);
    expect(names).toEqual(['cover', 'filings', 'headlines', 'latestRows']);
  });

  it.each([
    ['a row that is not there', '"rows":[0', '"rows":[70'],
    ['a kind that there is not', '"kind":"一事多处"', '"kind":"别的"'],
    ['rows that are cut', '"evidence":"', '"evidence":"AAAA'],
    ['more rows than it names', '"index":[', '"index":[9,']
  ])('is refused with %s', (_, from, to) => {
    const { bytes } = [...makeAnswers(whole)].find(({ name }) => name === 'audit')!;
    const text = new TextDecoder().decode(bytes);
    expect(text).toContain(from);
    const altered = new TextEncoder().encode(text.replace(from, to));
    expect(() => putAnswer(whole, 'audit', altered)).toThrow('内容损坏');
  });
});
