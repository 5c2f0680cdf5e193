/** Made-up datasets of a size: the same rows each time, by remainders and not by chance. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

export interface Shape {
  readonly name: string;
  /** What it stands for, Chinese. */
  readonly title: string;
  readonly places: number;
  readonly indicators: number;
  readonly months: number;
  /** Rows of progress.csv; at least one for each programme. */
  readonly tasks: number;
  /** Opened from a pack. */
  readonly packed?: true;
}

export const SHAPES: readonly Shape[] = [
  { name: 'rows', title: '一千行', places: 10, indicators: 20, months: 5, tasks: 0 },
  { name: 'city', title: '一个市的两年', places: 30, indicators: 150, months: 24, tasks: 0 },
  { name: 'grid', title: '一个省的一期', places: 134, indicators: 300, months: 1, tasks: 0 },
  {
    name: 'province',
    title: '一个省的三年（数据包）',
    places: 134,
    indicators: 300,
    months: 36,
    tasks: 0,
    packed: true
  },
  { name: 'deep', title: '一个地区五十年', places: 1, indicators: 50, months: 600, tasks: 0 },
  { name: 'tasks', title: '五万行任务', places: 100, indicators: 20, months: 2, tasks: 50_000 }
];

const THEMES = ['公共卫生', '医疗服务', '慢病管理', '妇幼健康', '基层卫生', '疾病预防'];
const WORDS = ['高血压患者', '糖尿病患者', '老年人', '孕产妇', '儿童', '门诊', '住院', '签约居民', '健康档案', '疫苗'];
const RATES = ['规范管理率', '覆盖率', '完成率', '知晓率'];
const COUNTS = ['管理人数', '服务人次', '随访人次'];

/** A number from 0 to `below` − 1 that looks like chance and is none. */
function drawn(below: number, ...of: readonly number[]): number {
  let hash = 2166136261;
  for (const n of of) hash = Math.imul(hash ^ (n + 0x9e37), 16777619) ^ (hash >>> 13);
  return (hash >>> 0) % below;
}

function csv(header: string, rows: Iterable<readonly (string | number)[]>): string {
  const lines = [header];
  for (const row of rows) lines.push(row.join(','));
  return `${lines.join('\n')}\n`;
}

function range(n: number): number[] {
  return Array.from({ length: n }, (_, i) => i);
}

function monthText(i: number): string {
  return `${1975 + Math.floor(i / 12)}-${String((i % 12) + 1).padStart(2, '0')}`;
}

/** The months of a shape end with 2024-12. */
function monthsOf({ months }: Shape): string[] {
  return range(months).map((i) => monthText(600 - months + i));
}

function isRate(indicator: number): boolean {
  return indicator % 3 !== 2;
}

/** observations.csv, one row a place, indicator and month. */
function observations(shape: Shape): string {
  const months = monthsOf(shape);
  function* rows(): Generator<(string | number)[]> {
    for (let m = 0; m < months.length; m += 1)
      for (let p = 0; p < shape.places; p += 1)
        for (let i = 0; i < shape.indicators; i += 1) {
          const value = isRate(i)
            ? (7000 + drawn(2900, p, i) + Math.min(90, m)) / 100
            : 1000 + drawn(90_000, p, i) + m * 10;
          const written = isRate(i) ? `${value}%` : `${value}人`;
          yield [`i${i}`, `p${p}`, months[m]!, '数值', `s${p}`, value, '', '实际', 10 + i, written, '月报', ''];
        }
  }
  return csv('indicator,place,period,measure,source,value,qualifier,status,line,written,section,note', rows());
}

/** progress.csv: each programme at each place over the months of as many years as it takes. */
function progress(shape: Shape, programmes: number): string {
  function* rows(): Generator<(string | number)[]> {
    for (let n = 0; n < Math.max(shape.tasks, programmes); n += 1) {
      const t = n % programmes;
      const p = Math.floor(n / programmes) % shape.places;
      const month = Math.floor(n / (programmes * shape.places)) % 12;
      const year = 2024 - Math.floor(n / (programmes * shape.places * 12));
      const done = Math.round(((month + 1) / 12) * 1000 * (0.7 + drawn(50, t, p) / 100));
      const end = new Date(Date.UTC(year, month + 1, 0)).toISOString().slice(0, 10);
      yield [
        `t${t}`,
        `p${p}`,
        year,
        end,
        `s${p}`,
        1000,
        done,
        '',
        '人',
        '',
        '实际',
        10 + t,
        `1000人 / ${done}人`,
        '任务',
        ''
      ];
    }
  }
  return csv(
    'programme,place,period,as_of,source,target,done,rate,unit,qualifier,status,line,written,section,note',
    rows()
  );
}

/** The tables of a shape by file name. */
function tablesOf(shape: Shape): Record<string, string> {
  const programmes = 40;
  return {
    'sources.csv': csv(
      'source,title,publisher,published,period,grade,file,sha256,note',
      range(shape.places).map((p) => [
        `s${p}`,
        `第${p}县卫生健康月报`,
        `第${p}县卫生健康局`,
        '',
        2024,
        'A',
        `${p}.txt`,
        '',
        ''
      ])
    ),
    'places.csv': csv(
      'place,name,level,parent,code,naming,note',
      range(shape.places).map((p) => [`p${p}`, `第${p}县`, '县区', '', '', '原文', ''])
    ),
    'indicators.csv': csv(
      'indicator,name,theme,unit,kind,basis,better,decimals,group,definition,numerator,denominator,aliases',
      range(shape.indicators).map((i) => {
        const end = isRate(i) ? RATES[i % 4]! : COUNTS[i % 3]!;
        const name = `${WORDS[i % 10]!}${end}${Math.floor(i / 10) + 1}`;
        const [unit, kind] = isRate(i) ? ['%', '比率'] : ['人', '数量'];
        return [
          `i${i}`,
          name,
          THEMES[i % 6]!,
          unit,
          kind,
          '期间',
          '高',
          isRate(i) ? 2 : 0,
          `${name}·全县`,
          `${name}的定义。`,
          '',
          '',
          ''
        ];
      })
    ),
    'observations.csv': observations(shape),
    'programmes.csv': csv(
      'programme,name,theme,unit,schedule,indicator,note',
      range(programmes).map((t) => [`t${t}`, `任务${t}`, THEMES[t % 6]!, '人', '均衡', '', ''])
    ),
    'progress.csv': progress(shape, programmes)
  };
}

interface Resource {
  readonly path: string;
  readonly rows?: number;
  readonly bytes?: number;
  readonly hash?: string;
}

/** Writes a shape as a data folder, with the schema of `packageFile`. */
export function writeShape(shape: Shape, dir: string, packageFile: string): void {
  mkdirSync(dir, { recursive: true });
  const tables = tablesOf(shape);
  for (const [name, text] of Object.entries(tables)) writeFileSync(join(dir, name), text);
  const stated = JSON.parse(readFileSync(packageFile, 'utf8')) as { resources: readonly Resource[] };
  const resources = stated.resources
    .filter(({ path }) => path in tables)
    .map((resource) => ({ ...resource, rows: undefined, bytes: undefined, hash: undefined }));
  writeFileSync(join(dir, 'datapackage.json'), JSON.stringify({ ...stated, resources }, null, 2));
}
