import type { Views } from '../domain/address/views';
import { headlineSources } from '../domain/findings/findings';
import { overview, type Overview } from '../domain/findings/overview';
import type { Dataset } from '../domain/model/dataset';
import { untilText } from './fileName';
import type { Figure } from './figure';
import { ruleOf } from '../domain/address/fields';
import { oncePerView } from './once';

export interface OverviewFigure extends Figure {
  readonly answer: Overview;
}

/** 今日要点 as a list of sentences, the reader's own place first. */
export const overviewFigure = oncePerView(computeOverviewFigure);

function computeOverviewFigure(dataset: Dataset, view: Views['overview']): OverviewFigure {
  const answer = overview(dataset, ruleOf(dataset, view.rule), view.focus || undefined);
  const items = answer.headlines.map((headline) => headline.text);
  const itemSources = answer.headlines.map(headlineSources);
  return {
    answer,
    verdict: `今日要点：${dataset.title}`,
    subtitle: `${answer.totals.places}个地区和单位，${answer.totals.indicators}项指标，${answer.totals.progress}条任务记录`,
    notes: [],
    sources: dataset.sources,
    cutoff: answer.cutoff,
    table: {
      caption: '今日要点',
      columns: [{ key: 'text', title: '要点', align: '左' }],
      rows: items.map((text, at) => [{ text, value: null, sources: itemSources[at]! }]),
      notes: []
    },
    sourceLines: itemSources.flat(),
    reporters: [],
    absent: [],
    problems: [],
    spotlight: '',
    file: ['今日要点', '全部地区', untilText(answer.cutoff)],
    body: { kind: 'list', items, itemSources }
  };
}
