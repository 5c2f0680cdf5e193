/**
 * Numbers of the data in the text of a slide. A text holds not the number but where it stands, `{{…}}`; it is read anew
 * whenever the slide is shown, with its time, so that it is never an old one. Where there is no such number the text
 * says so.
 */
import { completionsOf } from '../board/completions';
import { type Citation, citationOf, taskCitation } from '../evidence/citation';
import { memoByKey } from '../model/memo';
import type { Dataset } from '../model/dataset';
import { factsOf } from '../model/facts';
import { rowsOfTask } from '../model/tasks';
import { completionTexts } from '../progress/texts';
import { dayLabel } from '../time/dayLabel';
import { parsePeriod } from '../time/parsePeriod';
import { latestFirst } from '../time/period';
import { periodLabel } from '../time/periodLabel';
import { observationText, statusText } from '../wording/observationText';

/** Which number of a task: its rate of completion, what is done, its target. */
export const TASK_FIGURES = ['rate', 'done', 'target'] as const;

export type TaskFigure = (typeof TASK_FIGURES)[number];

export type LiveFigure =
  /** Of an indicator; without a period its latest, of two that end on one day the longer. */
  | { readonly of: 'indicator'; readonly id: string; readonly place: string; readonly period: string }
  /** Of a task, as reported last. */
  | { readonly of: 'task'; readonly id: string; readonly place: string; readonly figure: TaskFigure };

/** `{{htn-rate@xiangshan}}`, `{{htn-rate@xiangshan@2020}}`, `{{task:crc@xiangshan:rate}}`; `readLive` reads it back. */
export function writeLive(live: LiveFigure): string {
  return live.of === 'task'
    ? `{{task:${live.id}@${live.place}:${live.figure}}}`
    : `{{${live.id}@${live.place}${live.period ? `@${live.period}` : ''}}}`;
}

/** What a sign between `{{` and `}}` asks for; undefined for one that can't be read. */
export function readLive(sign: string): LiveFigure | undefined {
  const task = /^task:([^@:{}]+)@([^@:{}]+):(\w+)$/.exec(sign);
  if (task) {
    const figure = TASK_FIGURES.find((known) => known === task[3]);
    return figure && { of: 'task', id: task[1]!, place: task[2]!, figure };
  }
  const [, id, place, period = ''] = /^([^@{}]+)@([^@{}]+)(?:@([^@{}]+))?$/.exec(sign) ?? [];
  if (id === undefined || place === undefined) return undefined;
  const parsed = period === '' ? '' : parsePeriod(period)?.text;
  return parsed === undefined ? undefined : { of: 'indicator', id, place, period: parsed };
}

/** A number as it is written on a slide, and where it stands. */
export interface LiveValue {
  /** `97.06%（2020年）`; `〔…〕` where there is none. */
  readonly text: string;
  readonly sources: readonly Citation[];
  /** Why there is none, one sentence; empty where there is one. */
  readonly problem: string;
}

/** A line with its numbers filled in. */
export interface LiveLine {
  readonly text: string;
  readonly sources: readonly Citation[];
  readonly problems: readonly string[];
}

const SIGN = /\{\{([^{}]*)\}\}/g;

/** The lines of a text, each with its numbers as the dataset has them now. */
export function liveLines(dataset: Dataset, text: string): LiveLine[] {
  return text.split('\n').map((line) => {
    const values: LiveValue[] = [];
    const filled = line.replace(SIGN, (_whole, sign: string) => {
      const value = liveValue(dataset, sign.trim());
      values.push(value);
      return value.text;
    });
    return {
      text: filled,
      sources: values.flatMap(({ sources }) => sources),
      problems: values.map(({ problem }) => problem).filter(Boolean)
    };
  });
}

/** What a sign stands for in the dataset. */
export const liveValue = memoByKey(256, computeLive);

function computeLive(dataset: Dataset, sign: string): LiveValue {
  const live = readLive(sign);
  if (!live) return none('数读不懂', `正文里的“{{${sign}}}”读不懂，请重新选这个数。`);
  const place = dataset.place(live.place);
  if (!place) return none('没有这个地区', `正文里的地区“${live.place}”不在数据中，这个数显示不出来。`);
  return live.of === 'task' ? taskValue(dataset, live) : indicatorValue(dataset, live);
}

function indicatorValue(dataset: Dataset, live: Extract<LiveFigure, { of: 'indicator' }>): LiveValue {
  const indicator = dataset.indicator(live.id);
  if (!indicator) return none('没有这项指标', `正文里的指标“${live.id}”不在数据中，这个数显示不出来。`);
  const facts = factsOf(dataset.observationsIn(live.id, live.place, '数值'));
  const fact = live.period
    ? facts.find(({ period }) => period.text === live.period)
    : [...facts].sort((a, b) => latestFirst(a.period, b.period))[0];
  if (!fact)
    return none(
      `${indicator.name}无数据`,
      `${dataset.place(live.place)!.name}${live.period ? periodLabel(parsePeriod(live.period)!) : ''}没有“${indicator.name}”的数。`
    );
  const { observation } = fact;
  const status = statusText(observation);
  return {
    text: `${observationText(observation)}（${[periodLabel(fact.period), status === '实际' ? '' : status].filter(Boolean).join('，')}）`,
    sources: fact.witnesses.map((o) => citationOf(o)),
    problem: ''
  };
}

function taskValue(dataset: Dataset, live: Extract<LiveFigure, { of: 'task' }>): LiveValue {
  const programme = dataset.programmes.find(({ id }) => id === live.id);
  if (!programme) return none('没有这项任务', `正文里的任务“${live.id}”不在数据中，这个数显示不出来。`);
  const reported = rowsOfTask(dataset, live.id, live.place).filter((row) => row.status !== '计划');
  const dayOf = (row: (typeof reported)[number]) => row.asOf || row.period.end;
  const day = reported.reduce((latest, row) => (dayOf(row) > latest ? dayOf(row) : latest), '');
  const [row] = completionsOf(
    dataset,
    reported.filter((one) => dayOf(one) === day),
    dataset.defaultRule
  );
  const texts = row && completionTexts(row);
  const text = texts && { rate: texts.rate, done: texts.done, target: texts.target }[live.figure];
  if (!row || !text || text === '—')
    return none(`${programme.name}无数据`, `${dataset.place(live.place)!.name}没有报“${programme.name}”的这个数。`);
  const unit = live.figure === 'rate' || text.endsWith('%') || !/\d$/.test(text) ? '' : row.row.unit || programme.unit;
  return {
    text: `${text}${unit}（${row.row.asOf ? `截至${dayLabel(row.row.asOf)}` : periodLabel(row.row.period)}）`,
    sources: [row.row, ...row.witnesses].map((one) => taskCitation(one)),
    problem: ''
  };
}

function none(text: string, problem: string): LiveValue {
  return { text: `〔${text}〕`, sources: [], problem };
}
