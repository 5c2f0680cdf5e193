import { rm } from 'node:fs/promises';
import { createPinia, setActivePinia } from 'pinia';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { KeptText, ReportStorage, StoredWork } from '../../src/datasets/intake/reportStorage';
import type { SeriesRules } from '../../src/domain/confirm/series';
import { useBatchesStore } from '../../src/stores/batches';
import { useDatasetStore } from '../../src/stores/dataset';
import { useReportStore } from '../../src/stores/report';
import { Memory } from './memory';
import { smallFolder, startStores } from './smallFolder';

/** Keeps as text, as a browser does. */
class ReportMemory implements ReportStorage {
  readonly kept = new Map<string, string>();
  refusal = '';
  private attempt(): void {
    if (this.refusal) throw new Error(this.refusal);
  }
  private all<T>(kind: string): T[] {
    this.attempt();
    return [...this.kept].filter(([key]) => key.startsWith(kind)).map(([, text]) => JSON.parse(text) as T);
  }
  private put(key: string, value: unknown): void {
    this.attempt();
    if (value === undefined) this.kept.delete(key);
    else this.kept.set(key, JSON.stringify(value));
  }
  texts = async () => this.all<KeptText>('text');
  work = async () => this.all<StoredWork>('work')[0];
  rules = async () => this.all<SeriesRules>('rules');
  putText = async (text: KeptText) => this.put(`text ${text.source}`, text);
  putWork = async (work: StoredWork | undefined) => this.put('work', work);
  putRules = async (rules: SeriesRules) => this.put(`rules ${rules.series}`, rules);
  deleteRules = async (series: string) => this.put(`rules ${series}`, undefined);
}

const TITLE = '甲县2021年卫生健康工作总结';
const TEXT = `${TITLE}
全年门诊人次12,345人次，同比增长5.2%。
高血压管理率71.5%。召开会议3次。
`;
const bytes = (text: string) => new TextEncoder().encode(text);

let dir = '';
let data = '';
let batches: Memory;
let storage: ReportMemory;

beforeEach(async () => {
  ({ dir, data } = await smallFolder());
  batches = new Memory();
  storage = new ReportMemory();
  await startStores(data, batches);
});
afterEach(() => rm(dir, { recursive: true, force: true }));

async function begun() {
  const report = useReportStore();
  await report.start(() => storage);
  await report.take(`${TITLE}.txt`, bytes(TEXT));
  report.begin();
  return report;
}
const accept = (ids: readonly string[]) => useReportStore().apply({ do: 'accept', ids });

describe('读报告', () => {
  it('reads nothing before its source is named, then every number of it', async () => {
    const report = useReportStore();
    await report.start(() => storage);
    await report.take('总结.txt', bytes('全年门诊人次12,345人次。'));
    expect([report.answers.place, report.answers.period]).toEqual(['', '']);
    report.begin();
    expect([report.begun, report.cards]).toEqual([false, []]);
    report.answer({ ...report.answers, title: '总结', place: '甲县', period: '2021' });
    report.begin();
    expect(report.cards.map(({ fact }) => `${fact.name} ${fact.value}${fact.unit}`)).toEqual(['门诊人次 12345人次']);
  });

  it('guesses its source, and goes to the first card of the first group', async () => {
    const report = await begun();
    expect(report.answers).toEqual({ title: TITLE, place: '甲县', period: '2021', kind: '总结', last: '' });
    expect(report.groups).toEqual(['其他数', '一般不记']);
    expect([report.group, report.order, report.work.at]).toEqual(['其他数', ['2:6', '2:17', '3:6'], '2:6']);
    // 2021, 12,345, 5.2%, 71.5% and 3次; the year of the title is no fact.
    expect(report.counts).toEqual({ numbers: 5, proposed: 4, confirmed: 0, rejected: 0, untouched: 4 });
  });

  it('goes on with every decision, and an undone one stands open again', async () => {
    const report = await begun();
    accept(['2:6']);
    report.apply({ do: 'reject', ids: ['2:17'] });
    expect([report.work.at, report.counts.confirmed, report.counts.rejected]).toEqual(['3:6', 1, 1]);
    report.apply({ do: 'undo' });
    expect([report.work.at, report.counts.confirmed, report.counts.rejected]).toEqual(['2:17', 1, 0]);
  });

  it('does not lead on into what is folded; one that is looked up there shows its group', async () => {
    const report = await begun();
    accept(report.order);
    expect(report.group).toBe('其他数');
    report.apply({ do: 'go', id: '3:16' });
    expect([report.group, report.current?.fact.name]).toEqual(['一般不记', '召开会议']);
  });

  it('makes a fact of a number that nobody proposed, and says where it can’t', async () => {
    const report = await begun();
    expect(report.addNumber(1, TITLE.indexOf('2021'))).toBe(true);
    expect([report.work.at, report.counts.proposed]).toEqual(['1:2', 5]);
    expect(report.addNumber(1, 0)).toBe(false);
    expect(report.counts.proposed).toBe(5);
  });

  it('lets no second report in while one is read', async () => {
    const report = await begun();
    await report.take('另一份.txt', bytes(TEXT));
    expect(report.problem).toBe(`正在读“${TITLE}”。请先保留，或点“不读这份了”，再放进“另一份.txt”。`);
    expect(report.opened?.file.name).toBe(`${TITLE}.txt`);
    report.discard();
    await report.take('另一份.txt', bytes(TEXT));
    expect([report.problem, report.opened?.file.name]).toEqual(['', '另一份.txt']);
  });

  it('refuses a PDF with what to do', async () => {
    const report = useReportStore();
    await report.take('总结.pdf', bytes('%PDF-1.4'));
    expect(report.problem).toContain('总结.pdf：这是 PDF');
    expect(report.opened).toBeUndefined();
  });
});

describe('a report under way', () => {
  /** As after a reload: new stores on the same storage. */
  async function reloaded() {
    await expect.poll(() => useReportStore().saving).toBe(false);
    setActivePinia(createPinia());
    await startStores(data, batches);
    const report = useReportStore();
    await report.start(() => storage);
    return report;
  }

  it('is there again after a reload, at the same card, with what was decided', async () => {
    await begun();
    accept(['2:6']);
    const report = await reloaded();
    expect([report.begun, report.answers.title, report.work.at, report.group]).toEqual([true, TITLE, '2:17', '其他数']);
    expect(report.counts.confirmed).toBe(1);
  });

  it('is gone once it is discarded', async () => {
    (await begun()).discard();
    const report = await reloaded();
    expect([report.opened, report.begun]).toEqual([undefined, false]);
  });

  it('says why it could not be kept', async () => {
    const report = await begun();
    storage.refusal = '浏览器没有地方了。';
    accept(['2:6']);
    await expect.poll(() => report.problem).toBe('浏览器没有地方了。');
  });
});

describe('a report that is kept', () => {
  const visits = () =>
    [...useDatasetStore().ready().observationsOf('visits')]
      .filter(({ place, period }) => place.id === 'jia' && period.text === '2021')
      .map(({ value, source, line }) => [value, source.title, line]);

  it('is a batch of what was confirmed, each with its line; its text and what it taught stay', async () => {
    const report = await begun();
    accept(['2:6']);
    await report.reviewing.check();
    await report.keep();
    expect([report.problem, report.done]).toEqual(['', '已保留，1个数有变动。']);
    expect(useBatchesStore().batches.map(({ batch }) => [batch.kind, batch.title])).toEqual([['读报告', TITLE]]);
    expect(visits()).toEqual([[12345, TITLE, 2]]);
    expect(report.texts.map(({ title, place, period, kind }) => [title, place, period, kind])).toEqual([
      [TITLE, '甲县', '2021', '总结']
    ]);
    expect(report.rules.map(({ series, accepted }) => [series, accepted.map(({ phrase }) => phrase)])).toEqual([
      ['甲县 总结', ['门诊人次']]
    ]);
    expect([report.opened, await storage.work()]).toEqual([undefined, undefined]);
  });

  it('keeps no batch where its text could not be kept', async () => {
    const report = await begun();
    accept(['2:6']);
    await report.reviewing.check();
    storage.refusal = '浏览器没有地方了。';
    await report.keep();
    expect(report.problem).toBe('浏览器没有地方了。');
    expect([useBatchesStore().batches, visits()]).toEqual([[], []]);
  });

  it('is the last of its series to the next one, in whose words that is read', async () => {
    const report = await begun();
    accept(['2:6']);
    await report.reviewing.check();
    await report.keep();
    const next = TEXT.replace(/2021/g, '2022').replace('12,345', '13,000');
    await report.take('甲县2022年卫生健康工作总结.txt', bytes(next));
    expect(report.answers).toMatchObject({ place: '甲县', period: '2022', last: report.texts[0]!.source });
    report.begin();
    expect(report.group).toBe('与上期同句');
    expect(
      report.cards.filter(({ group }) => group === '与上期同句').map(({ fact, last }) => [fact.value, last?.value])
    ).toEqual([[13000, 12345]]);
    // Of another kind it is another series.
    report.answer({ ...report.answers, kind: '进展通报' });
    expect(report.answers.last).toBe('');
  });

  it('has rules that can be changed and taken away', async () => {
    const report = useReportStore();
    await report.start(() => storage);
    const rules: SeriesRules = {
      form: 1,
      series: '甲县 总结',
      accepted: [],
      rejected: [{ phrase: '会议', unit: '次' }]
    };
    await report.changeRules(rules, rules.series);
    expect(report.rules).toEqual([rules]);
    await report.changeRules(undefined, rules.series);
    expect([report.rules, [...storage.kept]]).toEqual([[], []]);
  });
});
