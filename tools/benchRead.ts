/**
 * `npm run bench:read -- [DIR] [--data DIR] [--errors]`: how well reports are read. DIR holds the five texts
 * (`../shared/sources` where none is given); their facts are the rows of the dataset. Invented reports that were
 * kept apart from tuning are in tests/fixtures/reports/unseen. `--errors` lists every fact read wrong.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { loadDataset } from '../src/datasets/loadDataset';
import type { Dataset } from '../src/domain/model/dataset';
import { readReport } from '../src/domain/read/readReport';
import { frameScore, madeUpNext } from './bench/frameScore';
import { knownFromDataset, knownFromMarks, type KnownReport } from './bench/readGold';
import { judge, kindScores, scoreOf, type Judged, type Score } from './bench/readScore';
import { fetchFromFolder, isStarted } from './dataFolder';

const UNSEEN = join(dirname(fileURLToPath(import.meta.url)), '../tests/fixtures/reports/unseen');

/** The invented reports of a folder with the facts marked in them. */
export function markedReports(dir: string): KnownReport[] {
  return readdirSync(dir)
    .filter((name) => name.endsWith('.txt'))
    .sort()
    .map((name) => knownFromMarks(name.replace(/\.txt$/, ''), readFileSync(join(dir, name), 'utf8')));
}

/** Reads each report and holds it against what is known. */
export function judged(reports: readonly KnownReport[]): Judged[] {
  return reports.flatMap((report) => judge(report, readReport(report.text, report.form)));
}

/** How many figures are read in the lines that facts are known for, and how many of them are none of these facts. */
function unknownOf(reports: readonly KnownReport[]): { read: number; unknown: number } {
  let read = 0;
  let unknown = 0;
  for (const { text, form, facts, from, to } of reports) {
    for (const p of readReport(text, form)) {
      if (p.line < from || p.line > to) continue;
      read++;
      const known = facts.some(
        ({ line, offsets, written }) =>
          line === p.line && offsets.some((at) => at < p.offset + p.written.length && p.offset < at + written.length)
      );
      if (!known) unknown++;
    }
  }
  return { read, unknown };
}

function textsOf(dir: string, dataset: Dataset): Map<string, string> {
  const texts = new Map<string, string>();
  for (const file of new Set(dataset.sources.map((source) => source.file))) {
    try {
      texts.set(file, readFileSync(join(dir, file), 'utf8'));
    } catch {
      console.log(`没有找到原文 ${join(dir, file)}，这份不计。`);
    }
  }
  return texts;
}

const COLUMNS: readonly (readonly [keyof Score, string])[] = [
  ['facts', '事实'],
  ['recall', '找到'],
  ['value', '数值'],
  ['unit', '单位'],
  ['kind', '种类'],
  ['nameFirst', '名称首选'],
  ['nameOffered', '名称在列'],
  ['end', '期末']
];

function printScores(sets: readonly (readonly [string, readonly Judged[]])[]): void {
  console.log(`| 文本 | ${COLUMNS.map(([, title]) => title).join(' | ')} |`);
  console.log(`|---|${COLUMNS.map(() => '---').join('|')}|`);
  for (const [name, facts] of sets) {
    const score = scoreOf(facts);
    console.log(`| ${name} | ${COLUMNS.map(([key]) => score[key]).join(' | ')} |`);
  }
}

function printErrors(facts: readonly Judged[]): void {
  for (const { report, fact, found, value, unit, kind, nameFirst, nameOffered, end } of facts) {
    const wrong = [
      found === undefined ? '未找到' : '',
      found && !value ? '数值' : '',
      found && value && !unit ? '单位' : '',
      found && !kind ? '种类' : '',
      found && !nameOffered ? '名称' : found && !nameFirst ? '首选' : '',
      found && !end ? '期末' : ''
    ].filter(Boolean);
    if (wrong.length === 0) continue;
    const known = `${fact.written}=${fact.value}${fact.unit} ${fact.kinds.join('/')} <${fact.names[0]}> ${fact.ends.join('/')}`;
    const read = found
      ? `${found.written}=${found.value}${found.unit} ${found.kind} <${[found.name, ...found.alternatives].join('|')}> ${found.period.end}`
      : '';
    console.log(`${wrong.join('、')}\t${report}:${fact.line}\t${known}\t→ ${read}`);
  }
}

if (isStarted(import.meta.url)) {
  const args = process.argv.slice(2);
  const dataAt = args.indexOf('--data');
  const data = dataAt >= 0 ? args[dataAt + 1]! : 'data';
  const dir = args.find((arg, i) => !arg.startsWith('--') && (dataAt < 0 || i !== dataAt + 1)) ?? '../shared/sources';
  const loaded = await loadDataset({ fetchBytes: fetchFromFolder(data) });
  if (loaded.kind === 'failed') {
    console.log('数据读不成，请先运行 npm run data:check。');
    process.exitCode = 1;
  } else {
    const real = knownFromDataset(loaded.dataset, textsOf(dir, loaded.dataset));
    const unseen = markedReports(UNSEEN);
    const [inReal, inUnseen] = [judged(real), judged(unseen)];
    printScores([
      ...real.map((report) => [report.name, inReal.filter((j) => j.report === report.name)] as const),
      ['五个原文合计', inReal],
      ...unseen.map((report) => [report.name, inUnseen.filter((j) => j.report === report.name)] as const),
      ['自拟文本合计', inUnseen]
    ]);
    console.log('');
    for (const [title, facts] of [
      ['五个原文', inReal],
      ['自拟文本', inUnseen]
    ] as const) {
      const kinds = [...kindScores(facts)].map(([kind, { right, all }]) => `${kind} ${right}/${all}`);
      console.log(`${title}各种类判对：${kinds.join('，')}`);
      const { read, unknown } = unknownOf(title === '五个原文' ? real : unseen);
      console.log(`${title}共读出${read}个，其中不在已知事实里的${unknown}个`);
    }
    const pairs = [
      ...unseen.flatMap((next) =>
        unseen
          .filter(({ name }) => name === next.last)
          .map((last) => [`${last.name} → ${next.name}`, last, next] as const)
      ),
      ...real.map((report) => [`${report.name} → 编造的下期`, report, madeUpNext(report)] as const)
    ];
    for (const [title, last, next] of pairs) {
      const { shared, carried, right, wrong } = frameScore(last, next);
      console.log(`上期同句 ${title}：上期也有${shared}个，带来名称${carried}个，对${right}个，错${wrong}个`);
    }
    const long = real
      .map(({ text }) => text)
      .join('\n')
      .slice(0, 100_000);
    if (real.length > 0) {
      const form = real[0]!.form;
      const times = Array.from({ length: 7 }, () => {
        const started = process.cpuUsage();
        readReport(long, form);
        return Math.round(process.cpuUsage(started).user / 1000);
      });
      console.log(`${long.length}字用处理器时间：第一次${times[0]}毫秒，七次中最短${Math.min(...times)}毫秒`);
    }
    if (args.includes('--errors')) printErrors([...inReal, ...inUnseen]);
  }
}
