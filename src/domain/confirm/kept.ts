/** What was kept of a report: the facts by which the next one of its series is read. */
import type { Dataset } from '../model/dataset';
import type { Measure, ProgressRow } from '../model/records';
import type { LastFact } from '../read/lastReport';
import type { CardKind } from './kinds';

export interface KeptFact extends LastFact {
  readonly kind: CardKind;
  /** Id of the place. */
  readonly place: string;
}

const KIND_OF: Readonly<Record<Measure, CardKind>> = {
  数值: 'value',
  '同比(%)': 'yoy',
  '同比(百分点)': 'yoy_pp',
  位次: 'rank',
  占比: 'share'
};

/** The kept facts of a source that say on which line they stand, in reading order. */
export function keptFacts(dataset: Dataset, source: string): KeptFact[] {
  const observed = dataset.allObservations().flatMap((row): KeptFact[] => {
    if (row.source.id !== source || row.line === null || row.value === null || row.written === '') return [];
    const { indicator, line, written, value, measure, place } = row;
    const about = { name: indicator.name, indicator: indicator.id, kind: KIND_OF[measure], place: place.id };
    return [{ line, written, value, ...about }];
  });
  const tasks = dataset.progress.filter((row) => row.source.id === source).flatMap(taskFacts);
  return [...observed, ...tasks].sort((a, b) => a.line - b.line);
}

/** `2212人 / 100.55%` holds a fact for each of target, done and rate. */
function taskFacts(row: ProgressRow): KeptFact[] {
  const { line, programme, place, written } = row;
  if (line === null || written === '') return [];
  const pieces = written.split(' / ');
  const parts = [
    [row.target, row.status === '计划' ? 'plan' : 'target'],
    [row.done, 'done'],
    [row.rate, 'completion_rate']
  ] as const;
  return parts.flatMap(([value, kind]): KeptFact[] => {
    if (value === null) return [];
    const piece = pieces.find((each) => numbersIn(each).includes(value)) ?? pieces[0]!;
    return [{ line, written: piece, value, name: programme.name, indicator: programme.id, kind, place: place.id }];
  });
}

/** `约2,212人` holds 2212: a part of a number is none. */
function numbersIn(written: string): number[] {
  return (written.replace(/[,，]/g, '').match(/\d+(?:\.\d+)?/g) ?? []).map(Number);
}
