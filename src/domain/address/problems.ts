/**
 * What is wrong with an address can show only against the answer: a page past the last one, a span or a theme
 * that this answer doesn't have. Every sentence says what is shown instead.
 */
import type { ViewProblem } from './views';

/** A page number past the last page. */
export function pageProblems(page: number, pages: number): ViewProblem[] {
  if (page <= pages) return [];
  return [{ key: 'page', value: String(page), text: `地址里的页码“${page}”超过了总页数，已改为第${pages}页。` }];
}

/** A word that is none of the choices, with the sentence that says so; empty stands for the default and is always right. */
export function choiceProblems(key: string, value: string, choices: readonly string[], text: string): ViewProblem[] {
  return value === '' || choices.includes(value) ? [] : [{ key, value, text }];
}

/** A theme of which no indicator can be compared. @param themes those of the indicators that two or more places report */
export function heatThemeProblems(theme: string, themes: readonly string[]): ViewProblem[] {
  const text = `主题“${theme}”没有两地以上都有数据的指标，已改为全部主题。`;
  return choiceProblems('theme', theme, themes, text);
}
