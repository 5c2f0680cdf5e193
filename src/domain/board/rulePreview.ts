/**
 * What a change of the light rule would do, before it is kept.
 */
import { type BoardQuery, hasLimits, progressBoard } from './board';
import { type Light, LIGHT_LEVELS, LIGHT_NAMES, type LightLevel, type LightRule } from '../lights/rule';
import type { Dataset } from '../model/dataset';
import type { Completion } from '../progress/completion';

export interface RulePreview {
  /** By the rule in force (`query.rule`, else the dataset's default), and by the rule on trial. */
  readonly before: Readonly<Record<LightLevel, number>>;
  readonly after: Readonly<Record<LightLevel, number>>;
  /** Rows whose level changes, as they are by the rule on trial, with their light until now. */
  readonly changed: readonly { readonly completion: Completion; readonly from: Light }[];
  /** Whether some of the rows are limits, for which the rule explains itself too. */
  readonly hasLimits: boolean;
  /** `改用后红灯由2个变为5个，黄灯由1个变为0个；4项的灯会变`. */
  readonly text: string;
}

/** Counts by level before and after a change of rule, over the rows of a board; its light filter and sort don't matter. */
export function previewRule(dataset: Dataset, query: BoardQuery, rule: LightRule): RulePreview {
  const now = progressBoard(dataset, { ...query, light: undefined, sort: 'official' });
  const then = progressBoard(dataset, { ...query, light: undefined, sort: 'official', rule });
  const lights = new Map(now.rows.map((c) => [c.row.row, c.light]));
  const changed = then.rows.flatMap((completion) => {
    const from = lights.get(completion.row.row)!;
    return from.level === completion.light.level ? [] : [{ completion, from }];
  });
  return {
    before: now.counts,
    after: then.counts,
    changed,
    hasLimits: hasLimits(then.rows),
    text: sentence(now.counts, then.counts, changed.length, rule)
  };
}

function sentence(
  before: RulePreview['before'],
  after: RulePreview['after'],
  changed: number,
  rule: LightRule
): string {
  if (changed === 0) return '改用后各项的灯不变';
  const moves = LIGHT_LEVELS.filter((c) => before[c] !== after[c]).map((c) => {
    const name = c === 'none' ? '不亮灯' : `${LIGHT_NAMES[rule.palette][c]}灯`;
    return `${name}由${before[c]}个变为${after[c]}个`;
  });
  return `改用后${[moves.join('，'), `${changed}项的灯会变`].filter(Boolean).join('；')}`;
}
