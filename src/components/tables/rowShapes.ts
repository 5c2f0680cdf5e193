/** What the two tables of records show of a row: figures and tasks. */
import { citationOf, type Citation, taskCitation } from '../../domain/evidence/citation';
import type { Dataset } from '../../domain/model/dataset';
import type { Observation, ProgressRow } from '../../domain/model/records';
import type { RowSort } from '../../domain/rows/sorts';
import { intervalField, observationFields, type RowField, taskFields, taskFigure } from '../../domain/rows/rowFields';
import { periodLabel } from '../../domain/time/periodLabel';
import { formatNumber } from '../../domain/wording/format';
import { observationText, statusText } from '../../domain/wording/observationText';
import { placeMark } from '../../domain/wording/placeLabel';

export interface RowColumn {
  readonly key: string;
  readonly title: string;
  readonly number?: boolean;
  /** The order that the head gives the rows; absent where it gives none. */
  readonly sort?: RowSort;
}

/** What stands in a cell; a mark is never cut off, however long the text before it. */
export interface RowText {
  readonly text: string;
  readonly mark: string;
}

/** `row` is its number in the dataset. */
export interface RowShape {
  readonly label: string;
  /** Class of the table: widths of its columns. */
  readonly kind: string;
  readonly columns: readonly RowColumn[];
  /** One a column. */
  readonly texts: (row: number) => readonly (string | RowText)[];
  readonly line: (row: number) => Citation;
  /** All that the row says. */
  readonly fields: (row: number) => readonly RowField[];
}

const PLACE: RowColumn = { key: 'place', title: '地区', sort: 'place' };
const PERIOD: RowColumn = { key: 'period', title: '时期', sort: 'period' };
const EVIDENCE: readonly RowColumn[] = [
  { key: 'written', title: '原文写作' },
  { key: 'source', title: '来源', sort: 'source' },
  { key: 'section', title: '章节' },
  { key: 'line', title: '行', sort: 'line', number: true },
  { key: 'note', title: '说明' }
];

/** 指标数. Some columns stand only where the dataset has them: few do, and they need a wider table. */
export function observationShape(dataset: Dataset): RowShape {
  const { hasParts, hasIntervals, hasFractions, hasCells } = dataset.summary;
  const hasMore = hasParts || hasIntervals || hasFractions || hasCells;
  const columns: RowColumn[] = [
    { key: 'indicator', title: '指标', sort: 'indicator' },
    PLACE,
    ...(hasParts ? [{ key: 'part', title: '分组' }] : []),
    PERIOD,
    { key: 'measure', title: '类别', sort: 'measure' },
    { key: 'value', title: '数值', sort: 'value', number: true },
    ...(hasIntervals ? [{ key: 'interval', title: '置信区间' }] : []),
    ...(hasFractions ? [{ key: 'fraction', title: '分子／分母' }] : []),
    ...EVIDENCE
  ];
  const texts = (row: number) => {
    const o = dataset.observation(row);
    return [
      o.indicator.name,
      placeText(o),
      ...(hasParts ? [o.part] : []),
      periodLabel(o.period),
      o.measure + (statusText(o) === '实际' ? '' : `（${statusText(o)}）`),
      observationText(o),
      ...(hasIntervals ? [intervalField(o)] : []),
      ...(hasFractions ? [fractionText(o)] : []),
      ...evidenceTexts(o)
    ];
  };
  return {
    label: '指标数',
    kind: hasMore ? 'row-table--observations row-table--more' : 'row-table--observations',
    columns,
    texts,
    line: (row) => citationOf(dataset.observation(row)),
    fields: (row) => observationFields(dataset.observation(row))
  };
}

/** 任务记录. */
export function taskShape(dataset: Dataset): RowShape {
  const taskAt = (row: number) => dataset.progress[row]!;
  const columns: RowColumn[] = [
    { key: 'programme', title: '任务', sort: 'programme' },
    PLACE,
    PERIOD,
    { key: 'asOf', title: '截至', sort: 'asOf' },
    { key: 'target', title: '目标', sort: 'target', number: true },
    { key: 'done', title: '完成', sort: 'done', number: true },
    { key: 'rate', title: '完成率', sort: 'rate', number: true },
    { key: 'status', title: '状态', sort: 'status' },
    ...EVIDENCE
  ];
  const texts = (row: number) => {
    const task = taskAt(row);
    return [
      task.programme.name,
      placeText(task),
      periodLabel(task.period),
      task.asOf,
      taskFigure(task.target, task.unit),
      taskFigure(task.done, task.unit),
      taskFigure(task.rate, '%'),
      task.status,
      ...evidenceTexts(task)
    ];
  };
  return {
    label: '任务记录',
    kind: 'row-table--progress',
    columns,
    texts,
    line: (row) => taskCitation(taskAt(row)),
    fields: (row) => taskFields(taskAt(row))
  };
}

function placeText({ place }: Observation | ProgressRow): RowText {
  return { text: place.name, mark: placeMark(place) };
}

function evidenceTexts(row: Observation | ProgressRow): string[] {
  const { written, source, section, line, cell, note } = row;
  return [written, `${source.grade}级 · ${source.title}`, section, String(line ?? cell), note];
}

function fractionText({ numerator, denominator }: Observation): string {
  if (numerator === null && denominator === null) return '';
  return [numerator, denominator].map((n) => (n === null ? '' : formatNumber(n))).join('／');
}
