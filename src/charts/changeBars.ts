import { periodLabel } from '../domain/time/periodLabel';
import type { ChangeBoard, IndicatorChange } from '../domain/trend/changes';
import { gradeText, placeLabel } from '../domain/wording/placeLabel';
import { baseOption, fitText, plain, rowHeightFor, textWidth, type Drawing } from './drawing';
import { palette, type ChartLook } from './theme';

type Option = Drawing['option'];

/** Room that the chart needs, in px at scale 1. */
export const CHANGE_BARS = { leastRow: 43, frame: 46 } as const;

/** Better in the accent, worse in the colour of warnings, what has no polarity in grey; the word stands at the bar. */
function markStyle({ judgement, soft }: IndicatorChange): Record<string, unknown> {
  const colour = judgement === '好转' ? palette.accent : judgement === '变差' ? palette.clock : palette.context;
  return soft ? { color: palette.ground, borderColor: colour, borderWidth: 2, borderType: [6, 4] } : { color: colour };
}

/**
 * Changes of one place either side of zero, rises to the right, with the words at the bars.
 * A part of the rows (0-based, `to` not included) is drawn on the axis of all.
 */
export function changeBars(board: ChangeBoard, look: ChartLook, part = { from: 0, to: board.rows.length }): Drawing {
  const narrow = look.width / look.scale < 560;
  const font = Math.round((narrow ? 14 : 16) * look.scale);
  const small = Math.round((narrow ? 12 : 13) * look.scale);
  const rows = board.rows.slice(part.from, part.to);
  const top = 12;
  const bottom = Math.round(34 * look.scale);
  const rowHeight = rowHeightFor(
    Math.round((rows.length > 12 ? 46 : 54) * look.scale),
    rows.length,
    look,
    top + bottom
  );
  const gradeAt = (row: IndicatorChange) => ` · ${gradeText(row.observations.map((o) => o.source))}`;
  const nameRoom = Math.min(
    look.width * (narrow ? 0.42 : 0.34),
    Math.max(
      ...rows.map((row) =>
        Math.max(textWidth(row.indicator.name, font), textWidth(periodLabel(row.period) + gradeAt(row), small))
      ),
      48
    ) + 20
  );
  const ends = board.rows.map((row) => row.value);
  const [low, high] = [Math.min(0, ...ends), Math.max(0, ...ends)];
  // A word at the end of a bar may reach past the longest of them on its side.
  const wordRoom = (side: (row: IndicatorChange) => boolean) =>
    Math.max(
      ...rows.filter(side).map((row) => Math.max(...wordsOf(row, narrow).map((word) => textWidth(word, font)))),
      0
    ) + 18;

  const leftWords = rows.some((row) => row.value < 0) ? wordRoom((row) => row.value < 0) : 0;

  const option: Option = {
    ...baseOption(look),
    grid: { left: nameRoom + leftWords, right: wordRoom((row) => row.value >= 0), top, bottom },
    xAxis: {
      type: 'value',
      min: low,
      max: high === low ? low + 1 : high,
      splitNumber: narrow ? 3 : 5,
      axisLabel: {
        color: palette.inkFaint,
        fontSize: small,
        hideOverlap: true,
        showMinLabel: low === 0,
        showMaxLabel: high === 0
      },
      splitLine: { lineStyle: { color: palette.lineSoft } },
      axisLine: { show: false },
      axisTick: { show: false }
    },
    yAxis: {
      type: 'category',
      inverse: true,
      triggerEvent: true,
      data: rows.map((_, index) => String(index)),
      axisLine: { show: true, onZero: true, lineStyle: { color: palette.context } },
      axisTick: { show: false },
      axisLabel: {
        interval: 0,
        // Left of the words at bars that run to the left.
        margin: 14 + leftWords,
        formatter: (key: string) => {
          const row = rows[Number(key)]!;
          return `{name|${plain(fitText(row.indicator.name, font, nameRoom - 16))}}\n{period|${plain(fitText(periodLabel(row.period), small, nameRoom - 16 - textWidth(gradeAt(row), small)))}${gradeAt(row)}}`;
        },
        rich: {
          name: { fontSize: font, color: palette.ink, align: 'right', lineHeight: font * 1.4 },
          period: { fontSize: small, color: palette.inkFaint, align: 'right', lineHeight: small * 1.4 }
        }
      }
    },
    series: [
      {
        id: 'changes',
        type: 'bar',
        barWidth: Math.round(rowHeight * 0.5),
        data: rows.map((row) => ({
          value: row.value,
          itemStyle: markStyle(row),
          label: {
            position: row.value < 0 ? ('left' as const) : ('right' as const),
            formatter: wordsOf(row, narrow).map(plain).join('\n'),
            lineHeight: Math.round(font * 1.25),
            fontWeight: row.judgement === '变差' ? ('bold' as const) : ('normal' as const)
          }
        })),
        label: { show: true, distance: 8, fontSize: font, color: palette.ink }
      }
    ]
  };
  return {
    option,
    height: top + rows.length * rowHeight + bottom,
    tip: ({ dataIndex }) => tip(board, rows[dataIndex]!),
    sources: ({ dataIndex }) => rows[dataIndex]!.sources,
    marks: rows.map((row, index) => ({ seriesId: 'changes', dataIndex: index, at: [row.value, index] as const }))
  };
}

/** `增长67.5%（好转）`, or `+67.5%` and `好转` in two lines where there is little room. */
function wordsOf(row: IndicatorChange, narrow: boolean): string[] {
  if (!narrow) return [row.label];
  return row.label === row.text ? [row.signed] : [row.signed, row.judgement];
}

function tip(board: ChangeBoard, row: IndicatorChange): string[] {
  return [
    `${placeLabel(board.place)}${row.indicator.name}`,
    `${periodLabel(row.period)}：${row.now || '本期数未写'}`,
    `${row.stated ? '原文同比' : '按数计算'}：${row.text}`,
    ...row.sources.map((line) => `来源：${line.source.title}（${line.source.grade}级）第${line.line}行`)
  ];
}
