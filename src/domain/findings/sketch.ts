/** What stands beside a headline, so that it is seen before it is read: the light of its task, the last periods of its figure. */
import { completionsOf } from '../board/completions';
import type { Light, LightRule } from '../lights/rule';
import type { Dataset } from '../model/dataset';
import { memoByDataset } from '../model/memo';
import type { Observation, ProgressRow } from '../model/records';
import type { Completion } from '../progress/completion';
import { parsePeriod } from '../time/parsePeriod';
import type { Period } from '../time/period';
import { periodLabel, spanLabel } from '../time/periodLabel';
import { formatNumber } from '../wording/format';
import { pointsOf } from '../trend/points';
import type { Finding } from './headline';

export interface SketchPoint {
  readonly period: Period;
  readonly value: number;
  /** 推算. */
  readonly derived: boolean;
  readonly text: string;
}

export interface HeadlineSketch {
  /** Null for what is no task, and for a task without a light. */
  readonly light: Light | null;
  /** Earliest first, of one indicator or task in one place, all of one length; empty for fewer than three. */
  readonly points: readonly SketchPoint[];
  /** `完成率：2024年8月31日 60%、…`: what the line shows, for whoever can't see it; empty without one. */
  readonly words: string;
}

const MOST_POINTS = 12;
/** Two periods are a change, and the sentence tells that. */
const LEAST_POINTS = 3;

/** @param rule of the lights */
export function headlineSketch(
  dataset: Dataset,
  headline: Pick<Finding, 'compares' | 'from'>,
  rule: LightRule
): HeadlineSketch {
  if (headline.compares) return { light: null, ...lineOf('', []) };
  const { from } = headline;
  const tasks = from.filter(isTask);
  if (tasks.length > 0) return taskSketch(dataset, tasks, rule);
  return { light: null, ...lineOf('', figurePoints(dataset, from as readonly Observation[])) };
}

function isTask(row: Observation | ProgressRow): row is ProgressRow {
  return 'programme' in row;
}

/** Several tasks have no light of their own: 3 units that exceed their county. */
function taskSketch(dataset: Dataset, rows: readonly ProgressRow[], rule: LightRule): HeadlineSketch {
  const [row] = rows as [ProgressRow];
  if (rows.some((other) => keyOf(other) !== keyOf(row))) return { light: null, ...lineOf('', []) };
  const dated = completionsOf(dataset, rowsByTask(dataset).get(keyOf(row)) ?? [], rule)
    .filter((c) => c.row.asOf !== '' && c.row.asOf <= row.asOf)
    .sort((a, b) => (a.row.asOf < b.row.asOf ? -1 : 1));
  const latest = dated[dated.length - 1];
  const light = latest && latest.light.level !== 'none' ? latest.light : null;
  return { light, ...lineOf('完成率', dated.flatMap(completionPoint)) };
}

/** A task of one place and period, whatever day it was counted on. */
function keyOf({ programme, place, period }: ProgressRow): string {
  return [programme.id, place.id, period.text].join('\n');
}

const rowsByTask = memoByDataset((dataset) => {
  const tasks = new Map<string, ProgressRow[]>();
  for (const row of dataset.progress) {
    const known = tasks.get(keyOf(row));
    if (known) known.push(row);
    else tasks.set(keyOf(row), [row]);
  }
  return tasks;
});

function completionPoint({ row, rate, rateText }: Completion): SketchPoint[] {
  const period = parsePeriod(row.asOf);
  return period && rate !== null ? [{ period, value: rate, derived: false, text: rateText }] : [];
}

function figurePoints(dataset: Dataset, rows: readonly Observation[]): SketchPoint[] {
  const [first] = rows;
  const isOne = first && rows.every((o) => o.indicator === first.indicator && o.place === first.place);
  if (!isOne) return [];
  const latest = rows.reduce((a, b) => (b.period.end > a.period.end ? b : a));
  return pointsOf(first.indicator, dataset.observationsIn(first.indicator.id, first.place.id)).filter(
    ({ period }) => period.end <= latest.period.end && spanLabel(period) === spanLabel(latest.period)
  );
}

function lineOf(name: string, all: readonly SketchPoint[]): Pick<HeadlineSketch, 'points' | 'words'> {
  const points = all.slice(-MOST_POINTS);
  if (points.length < LEAST_POINTS) return { points: [], words: '' };
  const said = points.map((p) => `${periodLabel(p.period)} ${p.text || formatNumber(p.value)}`);
  return { points, words: `${name && `${name}：`}${said.join('、')}` };
}
