/**
 * 督办清单: what a meeting has to take up: red, or amber and falling.
 */
import { type BoardQuery, hasLimits, progressBoard } from './board';
import { courseOf, fallsOf, litSince } from './course';
import { emptyVerdict } from './wording';
import type { Citation } from '../evidence/citation';
import { LIGHT_NAMES, type LightLevel, type LightRule, ruleText } from '../lights/rule';
import type { Dataset } from '../model/dataset';
import { roundTo } from '../number/rounding';
import type { Completion } from '../progress/completion';
import { leadBasis, type LeadBasis } from '../progress/leadText';
import { type NeededPace, neededPace } from '../progress/pace';
import { completionSources, latestAsOf } from '../progress/sources';
import { dayLabel } from '../time/dayLabel';
import { formatNumber } from '../wording/format';
import type { Note } from '../wording/note';

export interface SupervisionItem {
  readonly completion: Completion;
  /** The same task up to its cut-off day before; null where there is none with a lead. */
  readonly previous: Completion | null;
  /** How many 个百分点 the lead changed since then, negative where it fell; null without `previous`. */
  readonly change: number | null;
  /** ISO cut-off day since which its light is unbroken. */
  readonly litSince: string;
  /** How many times in a row its lead fell, and the cut-off day of the first; 0 and empty where it didn't fall last. */
  readonly falls: { readonly count: number; readonly since: string };
  readonly needed: NeededPace;
  /** `红灯`, `黄灯且比上期慢2.1个百分点`: in the palette's words. */
  readonly why: string;
}

export interface Supervision {
  /** Red before amber, within each the slowest first. */
  readonly items: readonly SupervisionItem[];
  readonly rule: LightRule;
  readonly ruleText: string;
  readonly notes: readonly Note[];
  /** One sentence without a full stop. */
  readonly verdict: string;
  /** Latest cut-off day of the items, ISO; empty if none. */
  readonly cutoff: string;
}

export interface SupervisionQuery extends BoardQuery {
  /** 红且变慢: only what is red and fell since the cut-off day before. */
  readonly slower?: boolean;
}

/**
 * The tasks of a query that are red by `rule`, or amber with a lead that fell since the cut-off day before.
 * @param rule default: `query.rule`, else the dataset's default
 */
export function supervisionList(
  dataset: Dataset,
  query: SupervisionQuery = {},
  rule: LightRule = query.rule ?? dataset.defaultRule
): Supervision {
  const board = progressBoard(dataset, { ...query, light: undefined, sort: 'lag', rule });
  const itemsAt = (level: LightLevel) =>
    board.rows.filter((c) => c.light.level === level).map((c) => itemOf(dataset, c, rule));
  const red = itemsAt('bad').filter(({ falls }) => !query.slower || falls.count > 0);
  const middling = query.slower ? [] : itemsAt('middling');
  const amber = middling.filter(({ change }) => change !== null && change < 0);
  const unknown = middling.filter(({ change }) => change === null).length;
  const ordered = [...red, ...amber];
  return {
    items: ordered,
    rule,
    ruleText: ruleText(rule, hasLimits(board.rows)),
    notes: notesOf(ordered, unknown, rule),
    verdict:
      board.rows.length === 0
        ? emptyVerdict(board.plans.length)
        : query.slower
          ? slowerVerdict(red, board.rows.length, LIGHT_NAMES[rule.palette].bad)
          : verdictOf({ red, amber, rows: board.rows.length, unknown, rule }),
    cutoff: latestAsOf(ordered.map(({ completion }) => completion.row))
  };
}

/** Where the figures of an item stand: its own, then those of the day before that its change is taken from. */
export function supervisionSources({ completion, previous }: SupervisionItem): Citation[] {
  return [...completionSources(completion), ...(previous ? completionSources(previous) : [])];
}

function itemOf(dataset: Dataset, c: Completion, rule: LightRule): SupervisionItem {
  const basis = leadBasis(c) ?? '序时';
  const { level, name } = c.light;
  const course = courseOf(dataset, c, rule);
  const previous = course[course.length - 2] ?? null;
  const change = previous && previous.lead !== null && c.lead !== null ? roundTo(c.lead - previous.lead, 2) : null;
  const falls = fallsOf(course);
  const since = litSince(course, level);
  const lit = level === 'bad' && since < c.row.asOf && since !== '' ? `（${dayLabel(since)}起）` : '';
  const again = falls.count > 1 ? `，${dayLabel(falls.since)}起连续${falls.count}期` : '';
  const fall = change !== null && change < 0 ? `比上期${CHANGES[basis][1]}${pointsText(change)}${again}` : '';
  return {
    completion: c,
    previous,
    change,
    litSince: since,
    falls,
    needed: neededPace(c),
    why: [`${name}灯${lit}`, fall].filter(Boolean).join('，')
  };
}

/** What a lead that rose or fell since last time is called: of a limit alone it is how much of it is used. */
export const CHANGES: Readonly<Record<LeadBasis, readonly [better: string, worse: string]>> = {
  序时: ['快了', '慢了'],
  用量: ['少用了', '多用了'],
  控制数: ['低了', '高了']
};

function pointsText(change: number): string {
  return formatNumber(Math.abs(change), { decimals: Math.abs(change) < 0.05 ? 2 : 1, unit: '个百分点' });
}

/** @param unknown how many amber tasks have no day before to be held against */
function notesOf(items: readonly SupervisionItem[], unknown: number, rule: LightRule): Note[] {
  const notes: Note[] = [];
  if (items.some((i) => i.needed.implied && i.needed.perDay !== null)) {
    notes.push({ level: '说明', text: '标“推算目标”的日均由完成数÷完成率推算的目标算得，原文没有写目标。' });
  }
  const amber = `${LIGHT_NAMES[rule.palette].middling}灯`;
  if (items.length > 0 && items.every((i) => i.previous === null))
    notes.push({ level: '说明', text: `数据只有一个截止日，看不出比上期快慢，${amber}未列入。` });
  else if (unknown > 0)
    notes.push({ level: '说明', text: `${unknown}项${amber}没有更早的截止日可比，看不出比上期快慢，未列入。` });
  return notes;
}

function slowerVerdict(red: readonly SupervisionItem[], rows: number, name: string): string {
  if (red.length === 0) return `${rows}项任务中没有${name}灯且变慢的`;
  const longest = Math.max(...red.map(({ falls }) => falls.count));
  return `${rows}项任务中${red.length}项亮${name}灯且比上期慢${longest > 1 ? `，最久的连续${longest}期变慢` : ''}`;
}

interface Found {
  readonly red: readonly SupervisionItem[];
  readonly amber: readonly SupervisionItem[];
  readonly rows: number;
  readonly unknown: number;
  readonly rule: LightRule;
}

function verdictOf({ red, amber, rows, unknown, rule }: Found): string {
  const { bad, middling } = LIGHT_NAMES[rule.palette];
  const parts = [
    red.length > 0 ? `${red.length}项亮${red[0]!.completion.light.name}灯` : '',
    amber.length > 0
      ? `${amber.length}项亮${amber[0]!.completion.light.name}灯且比上期${amber.every((i) => leadBasis(i.completion) === '序时') ? '慢' : '差'}`
      : ''
  ].filter(Boolean);
  if (parts.length > 0) return `${rows}项任务中${parts.join('，')}`;
  if (unknown === 0) return `${rows}项任务都不需督办`;
  return `${rows}项任务没有亮${bad}灯的，${unknown}项亮${middling}灯的看不出比上期快慢`;
}
