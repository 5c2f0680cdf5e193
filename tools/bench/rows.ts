/**
 * How long a keystroke in the search box of the data screen takes, in Node: `npx tsx tools/bench/rows.ts [rows]`.
 * On a busy machine the processor's time says more than the clock's.
 * The dataset is made up, larger than any real one: 200,000 figures of 960 indicators, 2,000 places and 60 months.
 */
import { createRequire } from 'node:module';
import { performance } from 'node:perf_hooks';
import { Dataset } from '../../src/domain/model/dataset';
import { ObservationColumnsBuilder } from '../../src/domain/model/observationColumns';
import type { Indicator, Place, Source } from '../../src/domain/model/records';
import { observationRows, type RowFilter } from '../../src/domain/rows/filterRows';
import type { RowOrder } from '../../src/domain/rows/sorts';
import { parsePeriod } from '../../src/domain/time/parsePeriod';

const pinyin = createRequire(import.meta.url)('pinyin-match') as {
  match(text: string, query: string): [number, number] | false;
};
const match = (name: string, query: string) => pinyin.match(name, query) !== false;

const WORDS = [
  '高血压',
  '糖尿病',
  '结核病',
  '孕产妇',
  '老年人',
  '儿童',
  '严重精神障碍',
  '门诊',
  '住院',
  '疫苗',
  '签约',
  '健康档案'
];
const KINDS = ['规范管理率', '管理率', '人次', '覆盖率', '完成率', '任务数', '经费', '床位'];

/** The same rows each time: no chance, only remainders. */
export function madeUpDataset(size: number): Dataset {
  const indicators = Array.from({ length: 960 }, (_, i): Indicator => ({
    id: `i${i}`,
    name: `${WORDS[i % 12]!}患者${KINDS[((i / 12) % 8) | 0]!}${i}`,
    theme: `主题${i % 14}`,
    unit: '%',
    kind: '比率',
    basis: '期间',
    better: '高',
    decimals: 2,
    group: `g${i}`,
    definition: '',
    numerator: '',
    denominator: '',
    aliases: [`${WORDS[(i + 5) % 12]!}别称`]
  }));
  const places = Array.from({ length: 2000 }, (_, i): Place => ({
    id: `p${i}`,
    name: `${['宝安', '象山', '中方', '永嘉', '舞钢'][i % 5]!}${i}县`,
    level: '县区',
    parent: '',
    code: '',
    naming: '原文',
    note: ''
  }));
  const sources = Array.from({ length: 200 }, (_, i): Source => ({
    id: `s${i}`,
    title: `第${i}号报告：卫生健康局工作总结`,
    publisher: '',
    published: '',
    period: null,
    grade: 'B',
    file: `${i}.txt`,
    note: ''
  }));
  const periods = Array.from({ length: 60 }, (_, i) =>
    parsePeriod(`${2016 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`)!
  );
  const columns = new ObservationColumnsBuilder(size, { indicators, places, sources });
  for (let i = 0; i < size; i++) {
    const value = ((i * 37) % 10007) / 100;
    columns.add(
      { indicator: (i * 7) % 960, place: (i * 13) % 2000, source: i % 200 },
      {
        row: i + 2,
        period: periods[i % 60]!,
        part: '',
        measure: '数值',
        value,
        lower: null,
        upper: null,
        numerator: null,
        denominator: null,
        qualifier: '',
        status: '实际',
        line: (i % 900) + 1,
        cell: '',
        written: `${((i * 37) % 100003) / 100}%`,
        section: `第${i % 40}部分 公共卫生服务`,
        note: i % 9 ? '' : `按${i}户折算，ICU除外`
      }
    );
  }
  return new Dataset({
    title: '',
    version: '1',
    sources,
    places,
    indicators,
    programmes: [],
    observations: columns.build(),
    progress: []
  });
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1]!;
}

function run(): void {
  const size = Number(process.argv[2] ?? 200_000);
  const begin = performance.now();
  const data = madeUpDataset(size);
  console.log(`${size} 行建成列：${(performance.now() - begin).toFixed(0)} 毫秒`);
  const typed = [
    '高',
    '高血',
    '高血压',
    '高血压 宝',
    '高血压 宝安',
    '97.06',
    'g',
    'gx',
    'gxy',
    'gxyhz',
    'gaoxueya',
    'gxy ba',
    'icu',
    '没有这样的字'
  ];
  const ask = (filter: RowFilter, order?: RowOrder) => {
    const times: number[] = [];
    const work: number[] = [];
    let found = 0;
    for (let n = 0; n < 9; n += 1) {
      const start = performance.now();
      const before = process.cpuUsage();
      found = observationRows(data, filter, order, match).length;
      const { user, system } = process.cpuUsage(before);
      work.push((user + system) / 1000);
      times.push(performance.now() - start);
    }
    return `首次 ${times[0]!.toFixed(1)}，中位 ${median(times).toFixed(1)} 毫秒（处理器 ${median(work).toFixed(1)}），${found} 行`;
  };
  for (const text of typed) console.log(`输入“${text}”：${ask({ text })}`);
  console.log(`筛选 主题+地区+时期：${ask({ theme: '主题3', place: 'p39', period: '2018-04' })}`);
  for (const by of ['value', 'indicator', 'period']) console.log(`按 ${by} 排序：${ask({}, { by, descending: true })}`);
}

run();
