import { describe, expect, it } from 'vitest';
import { type Card, cardsOf, siblingsOf } from '../../../src/domain/confirm/cards';
import { guessForm, isProse } from '../../../src/domain/confirm/guess';
import { keptFacts } from '../../../src/domain/confirm/kept';
import { piecesOf } from '../../../src/domain/confirm/marked';
import { placeOfReport, reportProposal } from '../../../src/domain/confirm/reportRows';
import { learned, noRules, parseRules, printRules } from '../../../src/domain/confirm/series';
import { itemBook, phrasesOf, settle } from '../../../src/domain/confirm/settled';
import type { Edit } from '../../../src/domain/confirm/work';
import { compareWithLast, unframed } from '../../../src/domain/read/lastReport';
import { reportLines } from '../../../src/domain/read/lines';
import { proposalAt, readReport, type ReportForm } from '../../../src/domain/read/readReport';
import { parsePeriod } from '../../../src/domain/time/parsePeriod';
import { count, dataset, place, source } from '../factory';

const form = (period: string): ReportForm => ({ place: '云山县', period: parsePeriod(period)!, kind: '进展通报' });
const TEXT = `云山县2023年9月卫生健康重点工作进展通报
一、医疗服务
1-9月，全县医疗机构门诊人次46.2万人次，同比增长3.5%。
二、慢病管理
全年肺癌筛查任务4000例，已完成3012例，完成率75.3%。
召开工作会议12次。`;
const KNOWN = {
  places: [place('云山县', { id: 'yun' })],
  indicators: [count({ id: 'visits', name: '门诊人次', unit: '人次' })],
  programmes: [{ id: 'lung', name: '肺癌筛查', theme: '慢病', unit: '例', schedule: '均衡', indicator: '', note: '' }]
};
const book = itemBook(KNOWN);
const cards = cardsOf(unframed(readReport(TEXT, form('2023-09'))), [], noRules('s'));
const by = (written: string) => cards.find(({ fact }) => fact.written === written) as Card;
const settled = (card: Card, edit?: Edit) => settle(card, edit, 'yun', book);
const REPORT = {
  id: 'rpt-0123456789ab',
  title: '云山县2023年9月卫生健康重点工作进展通报',
  file: { name: '九月.docx', bytes: 9, sha256: 'ab'.repeat(32) },
  text: TEXT,
  textSha256: 'cd'.repeat(32),
  form: form('2023-09')
};

describe('cards', () => {
  it('stand in reading order, meetings folded', () => {
    expect(cards.map(({ fact, group, kind }) => `${fact.written} ${group} ${kind}`)).toEqual([
      '46.2万人次 其他数 value',
      '增长3.5% 其他数 yoy',
      '4000例 其他数 target',
      '3012例 其他数 done',
      '75.3% 其他数 completion_rate',
      '12次 一般不记 value'
    ]);
  });

  it('the same fact told twice is folded the second time', () => {
    const twice = `${TEXT}\n1-9月，全县医疗机构门诊人次46.2万人次。`;
    const again = cardsOf(unframed(readReport(twice, form('2023-09'))), [], noRules('s'));
    expect(again[again.length - 1]).toMatchObject({ id: '7:15', group: '已出现过' });
  });

  it('a sentence has its siblings', () => {
    expect(siblingsOf(cards, by('4000例').id, reportLines(TEXT)[4]!.text).map(({ fact }) => fact.written)).toEqual([
      '3012例',
      '75.3%'
    ]);
  });

  it('a number that nobody proposed becomes a card where it stands', () => {
    const proposal = proposalAt(TEXT, form('2023-09'), 1, TEXT.indexOf('2023年'));
    expect(proposal).toMatchObject({ line: 1, written: '2023', value: 2023 });
    const more = cardsOf(unframed(readReport(TEXT, form('2023-09'))), [proposal!], noRules('s'));
    expect(more[0]).toMatchObject({ group: '其他数', fact: { written: '2023' } });
    expect(proposalAt(TEXT, form('2023-09'), 1, 0)).toBeUndefined();
  });

  it('a line is cut into words and numbers by what became of them', () => {
    const { text, plain } = reportLines(TEXT)[4]!;
    const here = cards.filter(({ fact }) => fact.line === 5);
    const pieces = piecesOf(text, plain, here, { [by('4000例').id]: 'confirmed' });
    expect(pieces.map((piece) => piece.text).join('')).toBe(text);
    expect(pieces.flatMap((piece) => (piece.state ? [`${piece.text} ${piece.state}`] : []))).toEqual([
      '4000例 confirmed',
      '3012例 offered',
      '75.3% offered'
    ]);
  });
});

describe('what a card comes to', () => {
  it('a record of exactly this name that can hold the figure, else a new one', () => {
    const card = by('46.2万人次');
    expect(settled(card, { name: '门诊人次' })).toMatchObject({ item: 'visits', place: 'yun', kind: 'value' });
    expect(settled(card, { name: '住院人次' })).toMatchObject({ item: '', name: '住院人次' });
    // A task is no indicator: what was said for the one doesn't hold for the other.
    expect(settled(card, { name: '门诊人次', kind: 'done' })).toMatchObject({ item: '', table: 'programmes' });
  });

  it('a figure of a task’s very name is what was done of it, unless somebody says otherwise', () => {
    const card = by('46.2万人次');
    const task = { ...card, fact: { ...card.fact, unit: '例' } };
    expect(settled(task, { name: '肺癌筛查' })).toMatchObject({ kind: 'done', item: 'lung' });
    expect(settled(task, { name: '肺癌筛查', kind: 'value' })).toMatchObject({ kind: 'value', item: '' });
  });

  it('names are offered by digit, five at most', () => {
    const names = phrasesOf(settled(by('46.2万人次'), { name: '自己写的' }));
    expect(names.length).toBeLessThanOrEqual(5);
    expect(new Set(names).size).toBe(names.length);
  });
});

describe('rows', () => {
  it('carry source, line, section and the figure as written, in the record’s unit', () => {
    const proposal = reportProposal(
      REPORT,
      [
        settled(by('46.2万人次'), { name: '门诊人次' }),
        settled(by('增长3.5%'), { name: '门诊人次' }),
        settled(by('4000例'), { name: '肺癌筛查' }),
        settled(by('3012例'), { name: '肺癌筛查', kind: 'done' }),
        settled(by('75.3%'), { name: '肺癌筛查' })
      ],
      KNOWN
    );
    expect(proposal.remarks).toEqual([]);
    expect(proposal.rows[0]).toMatchObject({
      table: 'sources',
      row: {
        source: 'rpt-0123456789ab',
        title: '云山县2023年9月卫生健康重点工作进展通报',
        publisher: '云山县',
        period: '2023-09',
        file: 'rpt-0123456789ab.txt',
        sha256: 'cd'.repeat(32),
        note: '进展通报；读自“九月.docx”'
      }
    });
    expect(proposal.rows.slice(1).map(({ table, row }) => [table, row])).toMatchObject([
      [
        'observations',
        {
          ...{ indicator: 'visits', place: 'yun', measure: '数值', value: '462000', period: '2023-01/2023-09' },
          ...{ line: '3', written: '46.2万人次', section: '医疗服务', status: '实际' }
        }
      ],
      ['observations', { indicator: 'visits', measure: '同比(%)', value: '3.5', written: '增长3.5%', line: '3' }],
      [
        'progress',
        {
          ...{ programme: 'lung', place: 'yun', period: '2023', as_of: '2023-09-30' },
          ...{ target: '4000', done: '3012', rate: '75.3', unit: '例', line: '5', section: '慢病管理' },
          written: '4000例 / 3012例 / 75.3%'
        }
      ]
    ]);
    expect(proposal.rows.every(({ row }) => !('cell' in row))).toBe(true);
  });

  it('a new name makes a record in its own unit; a change alone has none and is left out', () => {
    const made = reportProposal(REPORT, [settled(by('46.2万人次'), { name: '诊疗量' })], KNOWN);
    expect(made.rows.map(({ table }) => table)).toEqual(['sources', 'indicators', 'observations']);
    expect(made.rows[1]!.row).toMatchObject({ name: '诊疗量', unit: '万人次' });
    const bare = reportProposal(REPORT, [settled(by('增长3.5%'), { name: '诊疗量' })], KNOWN);
    expect(bare.rows).toEqual([]);
    expect(bare.remarks[0]).toMatchObject({ rule: '单位', origin: { cell: '第3行' } });
    const said = reportProposal(REPORT, [settled(by('增长3.5%'), { name: '诊疗量', unit: '人次' })], KNOWN);
    expect(said.rows.map(({ table }) => table)).toEqual(['sources', 'indicators', 'observations']);
  });

  it('a place that nobody knows comes along', () => {
    const strange = { ...REPORT, form: { ...REPORT.form, place: '雾溪县' } };
    const { id } = placeOfReport('雾溪县', KNOWN.places);
    const card = settle(by('46.2万人次'), { name: '门诊人次' }, id, book);
    const { rows } = reportProposal(strange, [card], KNOWN);
    expect(rows[1]).toMatchObject({ table: 'places', row: { place: id, name: '雾溪县', level: '县区' } });
    expect(rows[2]!.row.place).toBe(id);
  });
});

describe('the next report of the series', () => {
  const visits = count({ id: 'visits', name: '门诊人次', unit: '人次' });
  const data = dataset({
    indicators: [visits],
    sources: [source('rpt-0123456789ab')],
    facts: [
      {
        ...{ of: 'visits', at: '云山县', in: '2023-01/2023-09', value: 462000 },
        ...{ source: 'rpt-0123456789ab', line: 3, written: '46.2万人次' }
      }
    ]
  });

  it('has what was kept by name, record and place, and jumps stand apart', () => {
    const kept = keptFacts(data, 'rpt-0123456789ab');
    expect(kept).toMatchObject([{ line: 3, written: '46.2万人次', indicator: 'visits', kind: 'value' }]);
    const next = TEXT.replace('9月卫生', '10月卫生').replace('1-9月', '1-10月').replace('46.2', '51.3');
    const compared = (text: string) =>
      cardsOf(
        compareWithLast(
          text,
          readReport(text, form('2023-10')),
          { text: TEXT, facts: kept, form: form('2023-09') },
          form('2023-10')
        ).facts,
        [],
        noRules('s')
      );
    const card = compared(next)[0]!;
    expect(card).toMatchObject({ group: '与上期同句', last: { value: 462000 } });
    expect(settled(card)).toMatchObject({ item: 'visits', name: '门诊人次', place: kept[0]!.place });
    expect(compared(next.replace('51.3', '5130'))[0]).toMatchObject({ group: '与上期不同' });
  });
});

describe('rules of a series', () => {
  it('what was confirmed is known the next time, what was rejected is folded, and both go through a file', () => {
    const phrase = { phrase: by('46.2万人次').fact.name, kind: 'value', unit: '万人次' } as const;
    const low = by('4000例').fact;
    const rules = learned(
      noRules('云山县 进展通报'),
      [{ ...phrase, name: '门诊人次', table: 'indicators', item: 'visits' }],
      [{ phrase: low.name, unit: low.unit }]
    );
    const again = parseRules(printRules(rules))!;
    expect(again).toEqual(rules);
    const next = cardsOf(unframed(readReport(TEXT, form('2023-09'))), [], again);
    expect(settled(next[0]!)).toMatchObject({ item: 'visits', name: '门诊人次' });
    expect(next.find(({ fact }) => fact.written === '4000例')!.group).toBe('一般不记');
    expect(learned(again, [], []).rejected).toHaveLength(1);
    expect(parseRules('{"form":1}')).toBeUndefined();
    expect(parseRules('no')).toBeUndefined();
  });
});

describe('guesses', () => {
  it('unit, period and kind are told from the title', () => {
    expect(guessForm(TEXT, '九月.docx', KNOWN.places)).toEqual({
      title: '云山县2023年9月卫生健康重点工作进展通报',
      place: '云山县',
      period: '2023-09',
      kind: '进展通报'
    });
    expect(guessForm('门诊增加。', '云山县2024年上半年工作总结.txt', KNOWN.places)).toMatchObject({
      place: '云山县',
      period: '2024-H1',
      kind: '总结'
    });
  });

  it('a month told apart from its year counts, the day of a web page doesn’t, nor does its navigation', () => {
    const apart = '当前位置:\n2023年云山县卫生系统10月份工作完成情况及11月份安排\n正文。';
    expect(guessForm(apart, 'a.txt', [])).toMatchObject({
      title: '2023年云山县卫生系统10月份工作完成情况及11月份安排',
      period: '2023-10'
    });
    expect(guessForm('发布时间：2023-12-28\n某局工作总结\n正文。', 'a.txt', [])).toMatchObject({ period: '' });
  });

  it('a text of sentences is a report, rows of cells are a table', () => {
    expect(isProse(TEXT)).toBe(true);
    expect(isProse('地区\t门诊\n甲\t1\n乙\t2')).toBe(false);
    expect(isProse('地区,门诊,住院\n甲,1,2。')).toBe(false);
  });
});
