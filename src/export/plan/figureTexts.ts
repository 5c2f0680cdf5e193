/** What goes along with every figure that leaves the page, in the words of the screen. */
import { indicatorLines } from '../../domain/cards/indicatorCard';
import { absentGroups, absentText } from '../../domain/missing/absentGroups';
import { FICTIONAL_NOTE } from '../../domain/model/fictional';
import type { Indicator } from '../../domain/model/records';
import { sourceLineText } from '../../domain/wording/sourceLine';
import type { Figure } from '../../figures/figure';
import { withoutFullStop } from '../../domain/wording/withoutFullStop';
import { gradedTitle } from '../../domain/wording/position';

/** Every note once, then the rule of the lights where they are used. */
export function noteTexts(figure: Figure): string[] {
  const notes = [...figure.notes, ...figure.table.notes].map((note) => note.text);
  const rule = figure.rule && !notes.some((text) => text.includes(figure.rule!)) ? [`亮灯规则：${figure.rule}。`] : [];
  return [...new Set([...notes, ...rule])];
}

/** What even a bare table has to say: that its figures are invented, where they are. */
export function markTexts(figure: Figure): string[] {
  return noteTexts(figure).filter((text) => text === FICTIONAL_NOTE);
}

/** `来源：4份报告（…）· 数据截止2020-12-31`, and the stamp where there is one. */
export function sourceText(figure: Figure, stamp = ''): string {
  return [sourceLineText(figure.sources, figure.cutoff), stamp].filter(Boolean).join(' · ');
}

/** Titles of the reports with their grades, each once. */
export function figureSourceTitles(figure: Figure): string[] {
  return [...new Set(figure.sources.map((s) => gradedTitle(s)))];
}

/** Places that are not drawn, a line a heading: `无数据2个：象山县、中方县（均报告未写）`. */
export function absentTexts(figure: Figure): string[] {
  return figure.absent
    .filter((group) => group.items.length > 0)
    .map(({ title, items }) => `${title}${items.length}个：${absentGroups(items).map(absentText).join('；')}`);
}

/** More cards than this would be longer than the picture. */
const MOST_CARDS = 2;

/** The 口径卡 of each indicator or task that a figure is about, a line each: `口径·就诊率：定义：…；分母：…；填报：甲县`. */
export function cardTexts(figure: Figure): string[] {
  const reporters = figure.reporters.length > 0 ? [{ title: '填报', text: figure.reporters.join('、') }] : [];
  return [
    ...indicatorsOf(figure).map((i) => ({ name: i.name, lines: [...indicatorLines(i), ...reporters] })),
    ...(figure.taskCards ?? []).map(({ programme, lines }) => ({ name: programme.name, lines }))
  ].map(
    ({ name, lines }) =>
      `口径·${name}：${lines.map(({ title, text }) => `${title}：${withoutFullStop(text)}`).join('；')}`
  );
}

/** The same for a picture: where there are many, where to find them. */
export function cardTextsInPicture(figure: Figure): string[] {
  const all = cardTexts(figure);
  return all.length > MOST_CARDS ? [`口径：${all.length}项，逐项见同一张表导出的XLSX或CSV。`] : all;
}

/** The indicators that a figure is about. */
export function indicatorsOf(figure: Figure): Indicator[] {
  if (figure.body.kind === 'heat') return figure.body.answer.rows.map((row) => row.indicator);
  return figure.indicator ? [figure.indicator] : [];
}
