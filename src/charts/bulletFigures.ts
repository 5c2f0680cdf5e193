/** The figures right of a bullet bar, by column; on a phone all of them one below the other. */
import type { Completion } from '../domain/progress/completion';
import { type PaceTexts, paceTexts } from '../domain/progress/paceTexts';
import { type CompletionTexts, completionTexts } from '../domain/progress/texts';
import type { ColumnKey, Room } from './bulletLayout';
import { FIGURE_SIZES } from './bulletStyles';
import { escapeLabel, textWidth } from './drawing';

/** How figures are written. */
export interface FigureWriting {
  readonly room: Room;
  /** Whether 年末推算 is asked for. */
  readonly forecast: boolean;
  /** Whether target and gap stand one below the other, since beside each other they are too wide. */
  readonly wraps?: boolean;
  /** Lines that a row has room for; what matters least goes first. */
  readonly most?: number;
}

/** What the columns of a row are written of. */
interface RowFigures {
  readonly row: Completion;
  readonly figures: CompletionTexts;
  readonly pace: PaceTexts;
  /** The word of its light. */
  readonly word: string;
  /** 年末推算, where it is asked for and there is one. */
  readonly projected: string;
  /** On the wall each column has a line and no more. */
  readonly oneLine: boolean;
  readonly wraps: boolean;
  readonly most: number;
}

const COLUMNS: Readonly<Record<ColumnKey, (of: RowFigures) => string>> = {
  done: doneLabel,
  gap: ({ pace }) => styled('under', pace.gap),
  rate: rateLabel,
  lead: ({ row, figures, word, oneLine, most }) =>
    oneLine ? leadLine(row, figures.lead, word) : lined([styled(row.light.level, figures.lead), word], most),
  judged: judgedLabel,
  due: ({ row }) => styled('under', row.due),
  needed: neededLabel,
  all: allLabel
};

/** The figures of one column, one below the other. */
export function rightLabel(row: Completion, column: ColumnKey, writing: FigureWriting): string {
  const { room, forecast, wraps = false, most = Infinity } = writing;
  const pace = paceTexts(row);
  return COLUMNS[column]({
    ...{ row, pace, wraps, most },
    figures: completionTexts(row),
    word: styled(`${row.light.level}Word`, row.light.word),
    projected: forecast ? styled('under', pace.forecastText) : '',
    oneLine: room === 'wall'
  });
}

/** What is done, the target and what lies between them. */
function doneLabel({ figures, pace, oneLine, wraps, most }: RowFigures): string {
  const done = styled('figure', figures.done);
  const target = styled(figures.targetIsOdd ? 'odd' : 'under', oneLine ? shortTarget(figures) : figures.target);
  if (oneLine) return `${done}{under| / }${target}`;
  if (wraps) return lined([done, target, styled('under', pace.gap)], most);
  return lined([done, target + styled('under', pace.gap && ` ${pace.gap}`)], most);
}

function shortTarget({ target, targetIsOdd }: CompletionTexts): string {
  return targetIsOdd ? '存疑' : target.replace(/^目标|^控制在/, '');
}

function rateLabel({ row, figures, projected, oneLine, most }: RowFigures): string {
  const rate = styled('rate', figures.rate);
  if (oneLine) return rate;
  const mark = styled('under', rateMark(row, figures.elapsed));
  return lined([rate, computedLabel(row, figures), mark, projected || styled('under', figures.lastYear)], most);
}

/** Completion in large type over what its light says of it. */
function judgedLabel({ row, figures, word, projected, most }: RowFigures): string {
  const points = figures.leadWithUnit;
  return lined(
    [
      styled(most < 3 ? 'rate' : 'large', figures.rate),
      computedLabel(row, figures),
      points ? `${styled(row.light.level, `${points} `)}${word}` : word,
      projected || styled('under', figures.lastYear)
    ],
    most
  );
}

function neededLabel({ pace, most }: RowFigures): string {
  const perDay = pace.perDay ? styled('figure', pace.perDay) : styled('under', pace.instead);
  return lined([perDay, styled('under', pace.perMonth), styled('under', pace.due)], most);
}

/** Five lines, whatever there is: the phone has what it says of the task between them. */
function allLabel({ row, figures, pace, word, projected }: RowFigures): string {
  const computed = computedLabel(row, figures);
  return [
    `${computed}${computed && ' '}${styled('rate', figures.rate)}`,
    figures.lead ? leadLine(row, figures.lead, word) : word,
    '{gap| }',
    styled('under', pace.perDay || pace.instead || ' '),
    projected || styled('under', pace.due)
  ].join('\n');
}

/** Completion as it comes of the figures, where the report says another. */
function computedLabel({ differs }: Completion, { computed }: CompletionTexts): string {
  return differs ? styled('odd', computed) : '';
}

function leadLine({ light }: Completion, lead: string, word: string): string {
  return `${styled(light.level, lead)}{under| }${word}`;
}

/** Width at scale 1 of a line of styled texts. */
export function lineOfFigures(line: string): number {
  return [...line.matchAll(/\{(\w+)\|([^}]*)\}|([^{}]+)/g)].reduce(
    (sum, [, style = '', text, between = '']) => sum + textWidth(text ?? between, FIGURE_SIZES[style] ?? 13),
    0
  );
}

/** What a rate stands beside: the clock, or the limit that it is a share of. */
function rateMark(row: Completion, elapsed: string): string {
  if (row.rate === null) return '';
  if (elapsed) return `序时${elapsed}`;
  return row.goal.direction === '控制' ? '占控制数' : '';
}

/** Rich text of a chart: `{style|text}`; nothing for nothing. */
export function styled(style: string, text: string): string {
  return text === '' ? '' : `{${style}|${escapeLabel(text)}}`;
}

function lined(lines: readonly string[], most: number): string {
  return lines.filter(Boolean).slice(0, most).join('\n');
}
