/** Where the parts of a slide stand, in the units of a wall 1,080 high and worked out without drawing. */
import { textWidth } from '../charts/drawing';
import type { Figure } from '../figures/figure';
import {
  innerWidth,
  lineCount,
  moreText,
  SLIDE,
  slideRemarks,
  slideSource,
  slideTitle,
  warningLines,
  type SlideFormat,
  type SlideTitle
} from './slideText';

/** Line height of small type. */
const LEADING = 1.4;
const TITLE_LEADING = 1.3;
/** Between the words at the top and the body. */
const BODY_GAP = 24;
/** The foot keeps this much between its parts. */
const FOOT_GAPS = 70;
/** Units that a logo takes at the foot, with the room behind it. */
const FOOT_LOGO = 144;

/** What stands where on a slide, in units of a wall 1,080 high, estimated without drawing. */
export interface SlideBoxes {
  readonly title: SlideTitle;
  readonly subtitle: { readonly top: number; readonly height: number };
  /** With the key of the chart. */
  readonly body: { readonly top: number; readonly height: number };
  /** Of the key, within the body; 0 without one. */
  readonly key: number;
  /** The rule of the lights and the warnings. */
  readonly remarks: { readonly top: number; readonly height: number };
  readonly foot: { readonly top: number; readonly height: number };
}

/** The height left for the chart. */
export function bodyRoom(figure: Figure, title: string, format: SlideFormat, problems: readonly string[] = []): number {
  const { body, key } = slideBoxes(figure, title, format, problems);
  return body.height - key;
}

/** Of a sample in the key with the room round it, and between two entries; as in the stylesheet. */
const KEY = { sample: 42, between: 24 } as const;

/** What the key of a bullet chart takes, in as many lines as its entries need; 0 without one. */
export function keyHeight({ body }: Figure, format: SlideFormat): number {
  if (body.kind !== 'chart' || !body.legend) return 0;
  const { lastYear, forecast, cut, limits } = body.marks ?? {};
  const entries = [
    // Two samples before these words: as two signs more.
    '██已完成（醒目的要留意）',
    '未完成',
    `目标 100%${limits ? '（控制类为控制数）' : ''}`,
    '序时进度',
    ...(lastYear ? ['上年同期'] : []),
    ...(forecast ? ['年末推算（直线）'] : []),
    ...(cut ? ['太长截断，以数为准'] : [])
  ];
  const room = innerWidth(format) / format.size;
  let [lines, used] = [1, 0];
  for (const entry of entries) {
    const own = textWidth(entry, SLIDE.small) + KEY.sample + KEY.between;
    if (used > 0 && used + own > room) [lines, used] = [lines + 1, 0];
    used += own;
  }
  return 6 + lines * SLIDE.small * format.size * LEADING;
}

/** Where the parts of a slide stand. */
export function slideBoxes(
  figure: Figure,
  title: string,
  format: SlideFormat,
  problems: readonly string[] = []
): SlideBoxes {
  const room = innerWidth(format);
  const small = SLIDE.small * format.size;
  const broken = slideTitle(title, format);
  const subtitlePx = SLIDE.subtitle * format.size;
  const subtitle = figure.subtitle ? 6 + lineCount(figure.subtitle, subtitlePx, room) * subtitlePx * LEADING : 0;
  const key = keyHeight(figure, format);
  const rule = figure.rule ? lineCount(`亮灯规则：${figure.rule}`, small, room) * small * LEADING : 0;
  const remarks = slideRemarks(figure, problems, format);
  const { shown, written } = remarks;
  const warnings =
    shown.length > 0 ? 12 + shown.reduce((sum, text) => sum + 14 + warningLines(text, format) * small * LEADING, 0) : 0;
  const words = written.reduce((sum, text) => sum + warningLines(text, format) * small * LEADING, 0);
  const { text = '', hasLogo = false } = format.foot ?? {};
  const beside =
    textWidth(`${text && `${text}　`}数据截止${figure.cutoff}${moreText(remarks)}（9/9）40 / 40`, small) +
    FOOT_GAPS +
    (hasLogo ? FOOT_LOGO : 0);
  const foot = 26 + lineCount(slideSource(figure), small, room - beside) * small * LEADING;
  // Two figures each have their own heading: then there may be none above both.
  const subtitleTop = SLIDE.top + (title === '' ? 0 : broken.lines.length * broken.size * TITLE_LEADING);
  const bodyTop = subtitleTop + subtitle + BODY_GAP;
  const footTop = SLIDE.height - SLIDE.bottom - foot;
  const remarksHeight = rule + words + warnings;
  const remarksTop = footTop - remarksHeight;
  return {
    title: broken,
    subtitle: { top: subtitleTop, height: subtitle },
    body: { top: bodyTop, height: remarksTop - bodyTop },
    key,
    remarks: { top: remarksTop, height: remarksHeight },
    foot: { top: footTop, height: foot }
  };
}
