import type { Views } from '../domain/address/views';
import type { Dataset } from '../domain/model/dataset';
import type { RankList } from '../domain/ranks/answer';
import { rankList } from '../domain/ranks/rankList';
import { rankSources, rankTable } from '../domain/ranks/table';
import { againstOf } from './againstOf';
import type { Figure } from './figure';
import { oncePerView, withLazy } from './once';
import { placesFigure } from './placesFigure';

export interface RankFigure extends Figure {
  readonly answer: RankList;
}

/** 名次表: every place with rank, change and course; undefined where the dataset has no such indicator. */
export const rankFigure = oncePerView(computeRankFigure);

/** Columns for a wall. */
const WALL = ['rank', 'place', 'value', 'before', 'change', 'judgement'];

function computeRankFigure(dataset: Dataset, view: Views['places']): RankFigure | undefined {
  // The same answer as the chart's, whatever its order and its part.
  const compared = placesFigure(dataset, {
    ...view,
    tab: 'rank',
    sort: 'value',
    part: '',
    search: '',
    reversed: false
  });
  if (!compared) return undefined;
  const { comparison, indicator, cutoff, reporters, absent, file } = compared;
  const answer = rankList(dataset, comparison, {
    against: againstOf(view),
    order: view.sort,
    reversed: view.reversed
  });
  const columns = comparison.samePeriod ? WALL : [...WALL, 'period'];
  return withLazy<RankFigure, 'table' | 'citations' | 'body'>(
    {
      answer,
      verdict: answer.verdict,
      subtitle: answer.subtitle,
      notes: answer.notes,
      sources: answer.sources,
      cutoff,
      ...(indicator ? { indicator } : {}),
      reporters,
      absent,
      problems: [],
      spotlight: '',
      file: [`${comparison.indicator.name}-名次表`, file[1], file[2]]
    },
    {
      table: () => rankTable(answer),
      citations: () => rankSources(answer),
      body: () => ({
        kind: 'table',
        columns: rankTable(answer).columns.flatMap(({ key }, at) => (columns.includes(key) ? [at] : []))
      })
    }
  );
}
