import type { Views } from '../domain/address/views';
import { headlineSources } from '../domain/findings/findings';
import { overview, type Overview, overviewSteps } from '../domain/findings/overview';
import type { Dataset } from '../domain/model/dataset';
import type { OwnSummary } from '../domain/findings/own';
import { overviewPeriod } from '../domain/findings/overviewPeriod';
import type { Steps } from '../domain/steps/steps';
import type { Period } from '../domain/time/period';
import { periodLabel } from '../domain/time/periodLabel';
import { placeLabel } from '../domain/wording/placeLabel';
import type { ViewProblem } from '../domain/address/views';
import { untilText } from './fileName';
import type { Figure, ListBody } from './figure';
import { ruleOf } from '../domain/address/fields';
import { oncePerView, withLazy } from './once';

export interface OverviewFigure extends Figure {
  readonly answer: Overview;
}

/** 今日要点 as a list of sentences, the reader's own place first. */
export const overviewFigure = oncePerView(computeOverviewFigure);

/** What takes long of it, in parts. */
export function* prepareOverview(dataset: Dataset, view: Views['overview']): Steps<void> {
  const at = overviewPeriod(dataset, view.period);
  yield 0;
  yield* overviewSteps(dataset, view.focus || undefined, at);
  overviewFigure(dataset, view);
}

function computeOverviewFigure(dataset: Dataset, view: Views['overview']): OverviewFigure {
  const period = overviewPeriod(dataset, view.period);
  const answer = overview(dataset, ruleOf(dataset, view.rule), view.focus || undefined, period);
  const own = answer.own?.place;
  const time = answer.period ? periodLabel(answer.period) : '';
  const { headlines } = answer;
  const items = headlines.map(({ text }) => text);
  // A sentence about all places rests on the numbers of all: they are looked up when somebody asks where it stands.
  const itemSources = (): ListBody['itemSources'] => headlines.map(headlineSources);
  return withLazy<OverviewFigure, 'table' | 'citations'>(
    {
      answer,
      verdict: `今日要点：${[own ? placeLabel(own) : dataset.title, time].filter(Boolean).join('，')}`,
      subtitle: answer.own
        ? ownText(answer.own, time)
        : `${answer.totals.places}个地区和单位，${answer.totals.indicators}项指标，${answer.totals.progress}条任务记录`,
      notes: [],
      sources: dataset.sources,
      cutoff: answer.period && answer.period.end < answer.cutoff ? answer.period.end : answer.cutoff,
      isCited: headlines.length > 0,
      reporters: [],
      absent: [],
      problems: problemsOf(view.period, answer.period),
      spotlight: '',
      file: ['今日要点', own?.name ?? '全部地区', time || untilText(answer.cutoff)],
      body: withLazy<ListBody, 'itemSources'>({ kind: 'list', items }, { itemSources })
    },
    {
      citations: () => itemSources().flat(),
      table: () => ({
        caption: '今日要点',
        columns: [{ key: 'text', title: '要点', align: '左' }],
        rows: itemSources().map((sources, at) => [{ text: items[at]!, value: null, sources }]),
        notes: []
      })
    }
  );
}

/** `本级：滞后2，基本同步1；下属单位：…`, or that there is nothing of the place in the time. */
function ownText({ reports, nearest, lights, standing }: OwnSummary, time: string): string {
  if (!reports) return `${time}没有数${nearest ? `，最近有数的是${periodLabel(nearest)}` : ''}`;
  const groups = lights.map(
    ({ title, counts, legend, change }) =>
      `${title}：${legend.map(({ level, word }) => `${word}${counts[level]}`).join('、')}${change ? `（${change}）` : ''}`
  );
  return [...groups, standing].filter(Boolean).join('；');
}

function problemsOf(asked: string, shown: Period | null): ViewProblem[] {
  if (asked === '' || !shown || shown.text === asked) return [];
  return [{ key: 'period', value: asked, text: `没有“${asked}”这一期的数，已改为最近的${periodLabel(shown)}。` }];
}
