/**
 * `npm run data:read -- --place NAME --period P [--kind K] [--last FILE --last-rows CSV] [--data DIR] [--json] FILE`:
 * the facts of a report as CSV (or JSON) on standard output; what a person should know on standard error.
 * Exit code 0 where the report was read, 1 where a file couldn't be, 2 where the command was wrong.
 */
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import Papa from 'papaparse';
import { loadDataset } from '../src/datasets/loadDataset';
import type { Dataset } from '../src/domain/model/dataset';
import {
  compareWithLast,
  unframed,
  type LastComparison,
  type FramedProposal,
  type LastFact
} from '../src/domain/read/lastReport';
import { readReport, REPORT_KINDS, type ReportForm, type ReportKind } from '../src/domain/read/readReport';
import { parsePeriod } from '../src/domain/time/parsePeriod';
import { escapeFormula } from '../src/export/text/formulaInjection';
import { fetchFromFolder, isStarted } from './dataFolder';
import { lastRows } from './lastRows';
import { reportFile } from './reportFile';

export interface ReadOutcome {
  readonly out: string;
  readonly said: readonly string[];
  readonly exitCode: 0 | 1 | 2;
}

const USAGE =
  '用法：npm run data:read -- --place 单位 --period 时期 [--kind 总结|计划|公报|进展通报] [--last 上期原文 --last-rows 上期数据.csv] [--data 数据文件夹] [--json] 报告文件';
const COLUMNS = [
  ...['line', 'offset', 'written', 'value', 'qualifier', 'unit', 'kind', 'name', 'alternatives'],
  ...['period_start', 'period_end', 'indicator', 'frame']
];

interface Order {
  readonly file: string;
  readonly form: ReportForm;
  readonly last: string | undefined;
  readonly lastRows: readonly string[];
  readonly data: string;
  readonly json: boolean;
}

/** Reads what the arguments name; never throws for bad input. */
export async function dataRead(args: readonly string[]): Promise<ReadOutcome> {
  const order = orderOf(args);
  if (typeof order === 'string') return { out: '', said: [order, USAGE], exitCode: 2 };
  const report = await reportFile(order.file);
  if (report.kind === 'refused') return { out: '', said: [report.why], exitCode: 1 };
  const proposals = readReport(report.text, order.form);
  if (order.last === undefined) return outcome({ facts: unframed(proposals), missing: [] }, report.unread, order);
  const last = await reportFile(order.last);
  if (last.kind === 'refused') return { out: '', said: [last.why], exitCode: 1 };
  const known = await knownFacts(order, order.last);
  if (known.facts.length === 0) {
    return {
      out: '',
      said: [...known.problems, `没有找到上期原文“${basename(order.last)}”的数据行，比不了。`],
      exitCode: 1
    };
  }
  const comparison = compareWithLast(
    report.text,
    proposals,
    { text: last.text, facts: known.facts, form: order.form },
    order.form
  );
  return outcome(comparison, [...report.unread, ...known.problems], order);
}

function orderOf(args: readonly string[]): Order | string {
  let parsed;
  try {
    parsed = parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        place: { type: 'string' },
        period: { type: 'string' },
        kind: { type: 'string' },
        last: { type: 'string' },
        'last-rows': { type: 'string', multiple: true },
        data: { type: 'string' },
        json: { type: 'boolean' }
      }
    });
  } catch (error) {
    return `参数不对：${(error as Error).message.split('\n')[0]}`;
  }
  const { values, positionals } = parsed;
  if (positionals.length !== 1)
    return positionals.length === 0 ? '没有写报告文件。' : `只能读一个报告文件，现在写了${positionals.length}个。`;
  if (!values.place) return '没有写单位：请用 --place 写明是哪个地方或单位的报告。';
  if (!values.period) return '没有写时期：请用 --period 写明报告的时期，例如 2023、2023-H1、2023-10。';
  const period = parsePeriod(values.period);
  if (!period) return `认不出时期“${values.period}”：请写成 2023、2023-H1、2023-Q3、2023-10 或 2023-01/2023-10。`;
  const kind = (values.kind ?? '总结') as ReportKind;
  if (!REPORT_KINDS.includes(kind)) return `没有“${kind}”这种报告：--kind 可以是${REPORT_KINDS.join('、')}。`;
  if (values['last-rows'] && values.last === undefined) return '写了上期数据，没有写上期原文：请加上 --last 上期原文。';
  return {
    file: positionals[0]!,
    form: { place: values.place, period, kind },
    last: values.last,
    lastRows: values['last-rows'] ?? [],
    data: values.data ?? 'data',
    json: values.json ?? false
  };
}

interface Known {
  readonly facts: readonly LastFact[];
  readonly problems: readonly string[];
}

/** The rows of the last report: those of the CSV files, else those of the dataset. */
async function knownFacts({ lastRows: files, data }: Order, last: string): Promise<Known> {
  const loaded = await loadDataset({ fetchBytes: fetchFromFolder(data) });
  const dataset: Dataset | undefined = loaded.kind === 'ok' ? loaded.dataset : undefined;
  const problems = dataset ? [] : [`数据文件夹“${data}”读不成，指标只有编号，没有名称。`];
  const tables = files.length > 0 ? files : [`${data}/observations.csv`, `${data}/progress.csv`];
  const read = await Promise.all(tables.map((path) => lastRows(path, last, dataset)));
  return {
    facts: read.flatMap(({ facts }) => facts),
    problems: [...problems, ...read.flatMap((table) => table.problems)]
  };
}

function outcome({ facts, missing }: LastComparison, notes: readonly string[], order: Order): ReadOutcome {
  const count = (frame: string) => facts.filter((fact) => fact.frame === frame).length;
  const said = [`${basename(order.file)}：读出${facts.length}个数字。`, ...notes];
  if (order.last !== undefined) {
    said.push(
      `与上期同句${count('agree')}个，同句而读法不同${count('differ')}个，上期没有${count('none')}个；上期有、本期没找到${missing.length}个。`
    );
    said.push(...missing.map(({ line, written, name }) => `没找到：上期第${line}行“${written}”，${name}`));
  }
  const rows = facts.map(rowOf);
  const out = order.json
    ? JSON.stringify(
        { facts: rows.map((row, i) => ({ ...row, alternatives: facts[i]!.alternatives })), missing },
        null,
        2
      )
    : Papa.unparse(
        { fields: COLUMNS, data: rows.map((row) => COLUMNS.map((column) => row[column])) },
        { newline: '\n' }
      );
  return { out, said, exitCode: 0 };
}

function rowOf(fact: FramedProposal): Record<string, string | number> {
  return {
    line: fact.line,
    offset: fact.offset,
    written: cell(fact.written),
    value: fact.value,
    qualifier: fact.qualifier,
    unit: fact.unit,
    kind: fact.kind,
    name: cell(fact.name),
    alternatives: cell(fact.alternatives.map((name) => name.replace(/\|/g, ' ')).join('|')),
    period_start: fact.period.start,
    period_end: fact.period.end,
    indicator: cell(fact.indicator),
    frame: fact.frame
  };
}

/** A signed figure such as -3.2% stays as it stands; no other text may begin like a formula. */
function cell(text: string): string {
  return /^[+-][\d.,]+[%‰]?$/.test(text) ? text : escapeFormula(text);
}

if (isStarted(import.meta.url)) {
  const { out, said, exitCode } = await dataRead(process.argv.slice(2));
  for (const line of said) console.error(line);
  if (out !== '') console.log(out);
  process.exitCode = exitCode;
}
