/** Holds what data/README.md says of the dataset against its tables: a failure shows the lines that should stand there. */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { fixtureFolder } from '../fixtures/readFolder';

type Row = Readonly<Record<string, string>>;

const folder = fixtureFolder('data');
const readme = readFileSync(join(folder, 'README.md'), 'utf8');
const table = (name: string): Row[] =>
  Papa.parse<Row>(readFileSync(join(folder, `${name}.csv`), 'utf8'), { header: true, skipEmptyLines: true }).data;
const [sources, places, indicators, observations, programmes, progress, relations] = (
  ['sources', 'places', 'indicators', 'observations', 'programmes', 'progress', 'relations'] as const
).map(table) as [Row[], Row[], Row[], Row[], Row[], Row[], Row[]];

const placeOf = new Map(places.map((p) => [p.place, p]));
/** An organisation counts for the county that it belongs to. */
const areaOf = (id: string): string => (placeOf.get(id)!.level === '机构' ? areaOf(placeOf.get(id)!.parent!) : id);
const areasOf = (indicator: Row): number =>
  new Set(observations.filter((o) => o.indicator === indicator.indicator).map((o) => areaOf(o.place!))).size;
const themeOf = new Map(indicators.map((i) => [i.indicator, i.theme]));
const themeOfTask = new Map(programmes.map((p) => [p.programme, p.theme]));
const number = (n: number): string => n.toLocaleString('en-US');
const line = (...cells: readonly (string | number)[]): string => `| ${cells.join(' | ')} |`;
const counts = (rows: readonly Row[], column: string): [string, number][] => {
  const values = [...new Set(rows.map((r) => r[column]!))];
  return values.map((value) => [value, rows.filter((r) => r[column] === value).length]);
};

/** The rows of the Markdown table that stands right after a heading. */
function tableUnder(heading: string): string[] {
  const after = readme.slice(readme.indexOf(`\n${heading}\n`) + 1).split('\n');
  const start = after.findIndex((l) => l.startsWith('|'));
  const end = after.findIndex((l, i) => i > start && !l.startsWith('|'));
  return after.slice(start + 2, end);
}

describe('data/README.md', () => {
  it('says how many rows each table has', () => {
    const rows = { sources, places, indicators, observations, programmes, progress, relations };
    const said = tableUnder('## 七张表')
      .map((l) => l.split(' | '))
      .map(([file, , n]) => [/`(\w+)\.csv`/.exec(file!)?.[1] ?? '', n!.replace(' |', '')]);
    expect(said.filter(([name]) => name !== '').sort()).toEqual(
      Object.entries(rows)
        .map(([name, list]) => [name, number(list.length)])
        .sort()
    );
  });

  it('lists the reports with their grades and what each gives', () => {
    expect(tableUnder('## 来自哪些原文')).toEqual(
      sources.map((s) =>
        line(
          s.source!,
          s.title!,
          s.grade!,
          s.period!,
          observations.filter((o) => o.source === s.source).length,
          progress.filter((p) => p.source === s.source).length
        )
      )
    );
  });

  it('counts by theme', () => {
    const themes = [...new Set(indicators.map((i) => i.theme!))];
    expect(tableUnder('### 按主题')).toEqual(
      themes.map((theme) => {
        const seen = observations.filter((o) => themeOf.get(o.indicator) === theme);
        const tasks = progress.filter((p) => themeOfTask.get(p.programme) === theme);
        return line(
          theme,
          indicators.filter((i) => i.theme === theme).length,
          seen.length,
          tasks.length,
          new Set([...seen, ...tasks].map((r) => r.source)).size
        );
      })
    );
  });

  it('counts how many places report an indicator, and names those of three and more', () => {
    const reach = indicators.map((i) => ({ ...i, areas: areasOf(i) })) as unknown as (Row & {
      readonly areas: number;
    })[];
    const levels = [...new Set(reach.map((r) => r.areas))].sort((a, b) => b - a);
    expect(tableUnder('### 指标有几个地区报告')).toEqual(
      levels.map((n) => line(n, reach.filter((r) => r.areas === n).length))
    );
    expect(tableUnder('三个以上地区都有的：')).toEqual(
      reach
        .filter((r) => r.areas >= 3)
        .sort((a, b) => b.areas - a.areas)
        .map((r) => line(r.name!, r.indicator!, r.areas))
    );
  });

  it('counts the kinds of rows', () => {
    const kinds = [
      ...counts(observations, 'measure').map(([value, n]) => line(`观测值·${value}`, n)),
      ...counts(observations, 'status').map(([value, n]) => line(`观测值·${value}`, n)),
      ...counts(progress, 'status').map(([value, n]) => line(`任务进度·${value}`, n))
    ];
    expect([...tableUnder('### 行的种类')].sort()).toEqual(kinds.sort());
  });

  it('says in its sentences what the tables hold', () => {
    const both = [...observations, ...progress];
    const ofStatus = (status: string): number => both.filter((r) => r.status === status).length;
    expect(readme).toContain(`列入以后计划，${ofStatus('预计')}行`);
    expect(readme).toContain(`以后时期的目标，${ofStatus('计划')}行`);
    expect(readme).toContain(
      `观测值${observations.filter((r) => r.status === '存疑').length}行、任务进度${progress.filter((r) => r.status === '存疑').length}行`
    );
    expect(readme).toContain(`现有${observations.filter((r) => r.note!.includes('推断')).length}行观测值`);
    expect(readme).toContain(`现有${observations.filter((r) => r.note!.includes('两次判读不一')).length}行`);
    expect(readme).toContain(`记0，备注说明，现有${observations.filter((r) => r.note!.includes('记为0')).length}行`);
    expect(readme).toContain(`其中含${sources.length}份报告`);
  });
});
