/** What goes along with every figure that leaves the page, in the words of the screen. */
import { absentGroups, absentText } from '../domain/absentGroups';
import type { Indicator } from '../domain/dataset';
import { sourceLineText } from '../domain/sourceText';
import type { Figure } from '../figures/figure';

/** Every note once, then the rule of the lights where they are used. */
export function noteTexts(figure: Figure): string[] {
  const notes = [...figure.notes, ...figure.table.notes].map((note) => note.text);
  const rule = figure.rule && !notes.some((text) => text.includes(figure.rule!)) ? [`亮灯规则：${figure.rule}。`] : [];
  return [...new Set([...notes, ...rule])];
}

/** `来源：4份报告（…）· 数据截止2020-12-31`. */
export function sourceText(figure: Figure): string {
  return sourceLineText(figure.sources, figure.cutoff);
}

/** Titles of the reports with their grades, each once. */
export function sourceTitles(figure: Figure): string[] {
  return [...new Set(figure.sources.map((s) => `${s.title}（${s.grade}级）`))];
}

/** Places that are not drawn, a line a heading: `无数据2个：象山县、中方县（均报告未写）`. */
export function absentTexts(figure: Figure): string[] {
  return figure.absent
    .filter((group) => group.items.length > 0)
    .map(({ title, items }) => `${title}${items.length}个：${absentGroups(items).map(absentText).join('；')}`);
}

/** The indicators that a figure is about. */
export function indicatorsOf(figure: Figure): Indicator[] {
  if (figure.body.kind === 'heat') return figure.body.answer.rows.map((row) => row.indicator);
  return figure.indicator ? [figure.indicator] : [];
}
