import type { Comparison, ComparisonRow } from '../domain/compare/comparison';
import { comparedSources, referenceSources } from '../domain/compare/sources';
import { periodLabel } from '../domain/time/periodLabel';
import { toAxis } from '../domain/wording/format';
import { gradeText, placeLabel, placeMark } from '../domain/wording/placeLabel';
import { baseOption, fitText, plain, REFERENCE, rowHeightFor, textWidth, type Drawing } from './drawing';
import { palette, type ChartLook } from './theme';

type Option = Drawing['option'];

/** Room that the chart needs, in px at scale 1. */
export const PLACES_BAR = { leastRow: 26, leastRowWithPeriod: 43, frame: 68 } as const;

/** A mark that promises less than a plain bar: a bound (≥95%) is hollow, an unfit period hatched. */
function markStyle(row: ComparisonRow, hasFocus: boolean): Record<string, unknown> {
  const colour = row.isFocus ? palette.accent : hasFocus ? palette.contextSoft : palette.accentSoft;
  if (!row.fits) {
    return {
      color: palette.ground,
      borderColor: palette.context,
      borderWidth: 1,
      decal: { symbol: 'rect', rotation: -Math.PI / 4, dashArrayX: [1, 0], dashArrayY: [2, 5], color: palette.context }
    };
  }
  const qualifier = row.observation.qualifier;
  if (qualifier === '≥' || qualifier === '≤' || qualifier === '>' || qualifier === '<') {
    return {
      color: palette.ground,
      borderColor: row.isFocus ? palette.accent : palette.context,
      borderWidth: 2,
      borderType: [6, 4]
    };
  }
  if (row.observation.status === '预计') {
    return { color: palette.accentWash, borderColor: colour, borderWidth: 2 };
  }
  return { color: colour };
}

/**
 * Ranked bars over places: values at the bars, the focus place in colour, a reference line.
 * A part of the rows (0-based, `to` not included) is drawn on the axis of all.
 */
export function placesBar(
  comparison: Comparison,
  look: ChartLook,
  part = { from: 0, to: comparison.rows.length }
): Drawing {
  const narrow = look.width / look.scale < 560;
  const font = Math.round((narrow ? 14 : 16) * look.scale);
  const small = Math.round((narrow ? 12 : 13) * look.scale);
  const rows = comparison.rows.slice(part.from, part.to);
  const whole = rows.length === comparison.rows.length;
  const hasFocus = comparison.rows.some((row) => row.isFocus);
  const faint = (row: ComparisonRow) => look.spotlight !== undefined && row.place.id !== look.spotlight;
  const showPeriods = !comparison.samePeriod;
  const labels = rows.map((row) => rowLabel(row, showPeriods));
  const firstLine = (label: RowLabel) => textWidth(label.name, font) + textWidth(label.aside, small);
  const secondLine = (label: RowLabel) => textWidth(label.under + label.underAside, small);
  const nameRoom = Math.min(
    look.width * (narrow ? 0.42 : 0.38),
    Math.max(...labels.map((label) => Math.max(firstLine(label), secondLine(label))), 48) + 20
  );
  const valueRoom = Math.max(...rows.map((row) => textWidth(row.bare, font)), 40) + 24;
  const top = comparison.reference ? Math.round(34 * look.scale) : 12;
  const bottom = Math.round(34 * look.scale);
  const rowHeight = rowHeightFor(
    Math.round((rows.length > 24 ? 34 : rows.length > 12 ? 44 : 58) * look.scale),
    rows.length,
    look,
    top + bottom
  );
  const rate = comparison.unit === '%';
  const values = rows.map((row) => toAxis(row.value, comparison.scale));
  const all = comparison.rows.map((row) => toAxis(row.value, comparison.scale));
  const largest = Math.max(...all, 0);

  const option: Option = {
    ...baseOption(look),
    grid: { left: nameRoom, right: valueRoom, top, bottom, containLabel: false },
    xAxis: {
      type: 'value',
      min: Math.min(0, ...all),
      // A rate is read against 100%, unless all are tiny.
      max: rate && largest > 50 && largest <= 100 ? 100 : whole ? undefined : largest,
      splitNumber: narrow ? 3 : 5,
      axisLabel: { color: palette.inkFaint, fontSize: small, hideOverlap: true, showMaxLabel: whole || rate },
      splitLine: { lineStyle: { color: palette.lineSoft } },
      axisLine: { show: false },
      axisTick: { show: false }
    },
    yAxis: {
      type: 'category',
      inverse: true,
      triggerEvent: true,
      data: rows.map((_, index) => String(index)),
      axisLine: { show: false },
      axisTick: { show: false },
      axisLabel: {
        interval: 0,
        margin: 14,
        formatter: (key: string) => {
          const row = rows[Number(key)]!;
          const { name, aside, under, underAside } = labels[Number(key)]!;
          const cut = (text: string, size: number, beside: string) =>
            plain(fitText(text, size, nameRoom - 16 - textWidth(beside, small)));
          const line = `{${faint(row) ? 'faint' : row.isFocus ? 'focus' : 'name'}|${cut(name, font, aside)}}${aside && `{period|${aside}}`}`;
          return under ? `${line}\n{period|${cut(under, small, underAside)}}{period|${underAside}}` : line;
        },
        rich: {
          name: { fontSize: font, color: palette.ink, align: 'right', lineHeight: font * 1.4 },
          focus: { fontSize: font, color: palette.ink, fontWeight: 'bold', align: 'right', lineHeight: font * 1.4 },
          faint: { fontSize: font, color: palette.inkFaint, align: 'right', lineHeight: font * 1.4 },
          period: { fontSize: small, color: palette.inkFaint, align: 'right', lineHeight: small * 1.4 }
        }
      }
    },
    series: [
      {
        id: 'places',
        type: 'bar',
        barWidth: Math.round(rowHeight * 0.54),
        data: rows.map((row, index) => ({
          value: values[index]!,
          itemStyle: faint(row) ? { color: palette.track } : markStyle(row, hasFocus),
          label: {
            show: !faint(row),
            formatter: plain(row.bare),
            fontWeight: row.isFocus ? 'bold' : 'normal'
          }
        })),
        label: { show: true, position: 'right', distance: 8, fontSize: font, color: palette.ink },
        markLine: comparison.reference
          ? {
              symbol: 'none',
              animation: false,
              lineStyle: { color: palette.clock, width: 1.5, type: [5, 4] },
              label: {
                position: 'start',
                distance: 6,
                // The label stays on the side that has room.
                align: toAxis(comparison.reference.value, comparison.scale) > largest * 0.4 ? 'right' : 'left',
                formatter: plain(comparison.reference.text),
                color: palette.clock,
                fontSize: small
              },
              data: [{ xAxis: toAxis(comparison.reference.value, comparison.scale) }]
            }
          : undefined
      }
    ]
  };
  const marks = rows.map((_, index) => ({
    seriesId: 'places',
    dataIndex: index,
    at: [values[index]!, index] as const
  }));
  return {
    option,
    height: top + rows.length * rowHeight + bottom,
    marks,
    tip: ({ seriesId, dataIndex }) =>
      seriesId === REFERENCE ? [comparison.reference?.text ?? ''] : tip(rows[dataIndex]!),
    sources: ({ seriesId, dataIndex }) =>
      seriesId === REFERENCE ? referenceSources(comparison) : comparedSources(comparison, rows[dataIndex]!)
  };
}

/** What stands at a bar: the name and what is said beside it in small type, and a second line alike. */
interface RowLabel {
  readonly name: string;
  readonly aside: string;
  readonly under: string;
  readonly underAside: string;
}

/** Grade and mark stand apart from the name: a long name may be cut, they never are. */
function rowLabel({ place, observation, witnesses }: ComparisonRow, showPeriod: boolean): RowLabel {
  const grade = gradeText(witnesses.map((o) => o.source));
  if (!showPeriod) return { name: place.name, aside: `${placeMark(place)} ${grade}`, under: '', underAside: '' };
  return {
    name: place.name,
    aside: placeMark(place),
    under: periodLabel(observation.period),
    underAside: ` · ${grade}`
  };
}

function tip(row: ComparisonRow): string[] {
  return [
    `${placeLabel(row.place)}  ${row.text}`,
    periodLabel(row.observation.period),
    row.rank === null ? '' : `${row.tied ? '并列' : ''}第${row.rank}${row.gapToNext ? `，${row.gapToNext}` : ''}`,
    row.reason,
    row.observation.note,
    ...row.witnesses.map((w) => `来源：${w.source.title}（${w.source.grade}级）第${w.line}行`)
  ].filter(Boolean);
}
