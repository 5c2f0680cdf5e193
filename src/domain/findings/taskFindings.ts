/**
 * Findings about programmes: who is furthest behind and ahead, what went over the target, who reported late or not whole.
 */
import { formatAddress, type Query } from '../address/address';
import { lateRows, progressBoard, type ProgressBoard } from '../board/board';
import type { RollUp } from '../board/rollUp';
import type { Finding, HeadlineKind } from './headline';
import { newsworthyFirst, twoYearsBefore } from './newsworthy';
import { formatLevel } from '../lights/ruleCode';
import type { Dataset } from '../model/dataset';
import { memoByKey } from '../model/memo';
import { isBound, type Place } from '../model/records';
import { roundTo } from '../number/rounding';
import type { Completion } from '../progress/completion';
import { doneSign } from '../model/goal';
import { leadBasis, leadOrder, limitText, limitWords } from '../progress/leadText';
import { latestAsOf, rowsOf } from '../progress/sources';
import { taskName } from '../progress/texts';
import { neededPace } from '../progress/pace';
import { dayLabel } from '../time/dayLabel';
import { parsePeriod } from '../time/parsePeriod';
import type { Period } from '../time/period';
import { formatNumber } from '../wording/format';
import { placeLabel } from '../wording/placeLabel';

/** The board of all places, by what it was reported in: the headlines of every place look at it. */
const boardOfAll = memoByKey(8, (dataset, reported) => progressBoard(dataset, { reported: parsePeriod(reported) }));

/** 偏慢, 偏快, 超额, and 数不符 between a completion as reported and as computed, best candidate of each kind first. */
export function progressHeadlines(dataset: Dataset, focus?: string, reported?: Period): Finding[] {
  const board = focus ? progressBoard(dataset, { place: focus, reported }) : boardOfAll(dataset, reported?.text ?? '');
  const links = addresses(reported);
  const since = twoYearsBefore(board.cutoff);
  const recent = board.rows.filter((c) => c.row.asOf === '' || c.row.asOf >= since);
  // A figure in doubt is shown on the board with its note, but it doesn't open the day.
  const sound = recent.filter((c) => c.row.status === '实际' && !c.differs && !isBound(doneSign(c.row)));
  // A lead or lag too small to print is no news.
  const timed = sound
    .filter((c) => leadBasis(c) === '序时' && c.lead !== null && roundTo(Math.abs(c.lead), 1) > 0)
    .sort((a, b) => a.lead! - b.lead!);
  const ahead = newsworthyFirst(dataset, timed.filter((c) => c.lead! > 0).reverse());
  return [
    ...newsworthyFirst(
      dataset,
      timed.filter((c) => c.lead! < 0)
    ).map((c) => paceHeadline('偏慢', c, links)),
    ...newsworthyFirst(
      dataset,
      sound.filter(isPastLimit).sort((a, b) => leadOrder(a)! - leadOrder(b)!)
    ).map((c) => limitHeadline(c, links)),
    ...ahead.map((c) => paceHeadline('偏快', c, links)),
    ...overHeadline(board, { sound, ahead: ahead[0], focus: focus ? dataset.place(focus) : undefined, links }),
    ...recent.filter((c) => c.differs).map((c) => differHeadline(c, links)),
    ...board.rollUps
      .filter((r) => r.difference !== null && r.difference > 0 && r.asOf >= since)
      .map((r) => sumHeadline(r, links)),
    ...recent
      .filter((c) => c.row.status === '存疑' && c.reported !== null && c.done !== null)
      .map((c) => doubtHeadline(c, links))
  ];
}

/** The organisations together exceed what their county states. */
function sumHeadline(r: RollUp, links: Addresses): Finding {
  return {
    kind: '数不符',
    text: `${r.text}${r.parts.some((c) => c.row.status === '存疑') ? '，合计中有存疑的数' : ''}`,
    numbers: [r.parts.length, r.done!, ...(r.rate === null ? [] : [r.rate]), r.own!.done!, r.difference!],
    from: [...r.parts, r.own!].flatMap(rowsOf),
    place: r.county,
    date: r.asOf,
    address: links.of({ tab: 'sums', place: r.county.id, programme: r.programme.id })
  };
}

/** Past a limit, or more of it used than time has passed. What stays within its limit is no news. */
function isPastLimit(c: Completion): boolean {
  if (c.goal.direction !== '控制') return false;
  return c.exceeded === true || (c.goal.accumulates && c.lead !== null && roundTo(c.lead, 1) < 0);
}

function limitHeadline(c: Completion, links: Addresses): Finding {
  const { row, goal, done } = c;
  const limit = limitWords(row.target!, goal.strict, row.unit);
  const amount = formatNumber(done!, { decimals: null, qualifier: doneSign(row), unit: row.unit });
  const state = c.exceeded ? limitText(c) : `用去控制数的${c.rateText}，比序时${c.leadText}`;
  return {
    kind: '超限',
    text: `${taskName(c)}${upTo(c)}为${amount}，${state}（${limit}）`,
    numbers: [done!, ...(c.exceeded ? (c.gap === 0 ? [] : [c.gap!]) : [c.rate!, c.lead!]), row.target!],
    from: rowsOf(c),
    place: c.place,
    date: row.asOf,
    address: links.task(c)
  };
}

function paceHeadline(kind: HeadlineKind, c: Completion, links: Addresses): Finding {
  const pace = kind === '偏慢' ? neededPace(c) : undefined;
  const isLate = pace !== undefined && pace.reason.startsWith('已到期');
  const needed =
    pace?.perDay != null
      ? `，日均还需${formatNumber(pace.perDay, { decimals: pace.perDay < 1 ? 2 : 1, unit: c.row.unit })}`
      : isLate
        ? `，${pace.reason}`
        : '';
  const clock = c.clock?.by === '进度安排' ? '（按进度安排）' : '';
  return {
    kind,
    text: `${taskName(c)}${upTo(c)}完成${c.rateText}，比序时${clock}${c.leadText}${needed}`,
    numbers: [c.rate!, Math.abs(c.lead!), ...(isLate ? [pace.remaining!] : needed ? [pace!.perDay!] : [])],
    from: rowsOf(c),
    place: c.place,
    date: c.row.asOf,
    address: links.task(c)
  };
}

/** How many went over their targets and the one that leads them: the list behind the address begins with it. */
function overHeadline(
  board: ProgressBoard,
  {
    sound,
    ahead,
    focus,
    links
  }: {
    readonly sound: readonly Completion[];
    readonly ahead: Completion | undefined;
    readonly focus: Place | undefined;
    readonly links: Addresses;
  }
): Finding[] {
  const over = sound.filter((c) => c.over).sort((a, b) => b.rate! - a.rate!);
  const [named] = over;
  // The count is the board's own; it must be about the same rows.
  if (!named || over.length !== board.tally.over) return [];
  const alone = over.length === 1;
  // Told already as the one furthest ahead.
  if (alone && named === ahead) return [];
  const doubtful = board.tally.doubtfulOver;
  return [
    {
      kind: '超额',
      text: alone
        ? `${taskName(named)}${upTo(named)}完成${named.rateText}，超过目标`
        : `${focus?.name ?? ''}${over.length}项任务超额完成，${taskName(named)}最高，完成${named.rateText}${doubtful > 0 ? `；存疑的${doubtful}项不计` : ''}`,
      numbers: alone ? [named.rate!] : [over.length, named.rate!, ...(doubtful > 0 ? [doubtful] : [])],
      from: [named, ...over.filter((c) => c !== named)].flatMap(rowsOf),
      place: alone ? named.place : (focus ?? null),
      date: latestAsOf(over.map((c) => c.row)),
      address: links.of({ place: focus?.id ?? 'all', sort: 'rate' })
    }
  ];
}

function differHeadline(c: Completion, links: Addresses): Finding {
  const computed = formatNumber(c.computed!, { decimals: 2, unit: '%' });
  return {
    kind: '数不符',
    text: `${taskName(c)}${upTo(c)}报完成${c.rateText}，按完成数÷目标算是${computed}`,
    numbers: [c.reported!, c.computed!],
    from: rowsOf(c),
    place: c.place,
    date: c.row.asOf,
    address: links.task(c)
  };
}

function doubtHeadline(c: Completion, links: Addresses): Finding {
  const done = formatNumber(c.done!, { decimals: null, qualifier: doneSign(c.row), unit: c.row.unit });
  return {
    kind: '数不符',
    text: `${taskName(c)}${upTo(c)}报完成${done}、完成率${c.rateText}，原文数字存疑`,
    numbers: [c.done!, c.reported!],
    from: rowsOf(c),
    place: c.place,
    date: c.row.asOf,
    address: links.task(c)
  };
}

/** 缺报: places a month or more behind the others of their programme, and tasks without a target. */
export function lateHeadlines(dataset: Dataset, focus?: string, reported?: Period): Finding[] {
  const board = progressBoard(dataset, { place: focus, reported });
  const links = addresses(reported);
  return [...lateOnes(dataset, focus, reported), ...untargeted(board, focus ? dataset.place(focus) : undefined, links)];
}

function lateOnes(dataset: Dataset, focus: string | undefined, reported: Period | undefined): Finding[] {
  const links = addresses(reported);
  const late = lateRows(boardOfAll(dataset, reported?.text ?? '').rows).filter((c) => !focus || c.county?.id === focus);
  const programmes = [...new Set(late.map((c) => c.programme.id))];
  return programmes.flatMap((id): Finding[] => {
    const board = progressBoard(dataset, { programme: id, reported });
    // The count must be of one period and one kind of place, or it says nothing.
    const alike = new Set(board.rows.map((c) => `${c.row.period.text} ${c.place.level}`)).size === 1;
    if (!alike || board.rows.length < 3) return [];
    const behind = lateRows(board.rows);
    const names = behind.length <= 3 ? behind.map((c) => placeLabel(c.place)).join('、') : '';
    return [
      {
        kind: '缺报',
        text: `${board.rows[0]!.programme.name}${board.rows.length}家中有${behind.length}家没有报到${dayLabel(board.cutoff)}${names ? `：${names}` : ''}`,
        numbers: [board.rows.length, behind.length],
        from: [...behind, ...board.rows.filter((c) => !behind.includes(c))].flatMap(rowsOf),
        place: focus ? (dataset.place(focus) ?? null) : null,
        date: board.cutoff,
        address: links.of({ place: 'all', programme: id })
      }
    ];
  });
}

function untargeted(board: ProgressBoard, focus: Place | undefined, links: Addresses): Finding[] {
  const { noTarget } = board.tally;
  if (noTarget === 0) return [];
  return [
    {
      kind: '缺报',
      text: `${focus?.name ?? ''}${noTarget}项任务只报了完成数，没有写目标，算不出完成率`,
      numbers: [noTarget],
      from: board.rows.filter((c) => c.rate === null && c.target === null && c.done !== null).flatMap(rowsOf),
      place: focus ?? null,
      date: board.cutoff,
      address: links.of({ place: focus?.id ?? 'all', light: formatLevel('none') })
    }
  ];
}

function upTo(c: Completion): string {
  return c.row.asOf === '' ? '' : `到${dayLabel(c.row.asOf)}`;
}

/** Addresses of 任务完成, of the time that the findings are about. */
interface Addresses {
  of(query: Query): string;
  /** The board that holds the row, whatever the reader's own place is. */
  task(c: Completion): string;
}

function addresses(reported: Period | undefined): Addresses {
  const of = (query: Query) => formatAddress('progress', { ...query, reported: reported?.text ?? '' });
  return {
    of,
    task: (c) => of({ place: c.county?.id ?? 'all', unit: c.organisation?.id ?? '', programme: c.programme.id })
  };
}
