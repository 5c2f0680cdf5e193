/** The report of the health page as text: for whoever is asked for help. It holds counts and versions, no data. */

export interface HealthFact {
  readonly name: string;
  readonly value: string;
}

export interface CheckResult {
  readonly group: string;
  readonly name: string;
  readonly isGood: boolean;
  /** Counts, durations or the reason, without anything of the data. */
  readonly detail: string;
}

/** One line a fact and a check, `\n` between them. */
export function reportText(facts: readonly HealthFact[], results: readonly CheckResult[]): string {
  const bad = results.filter((result) => !result.isGood).length;
  const head =
    results.length === 0 ? '没有运行自检' : `自检${results.length}项，${bad === 0 ? '全部正常' : `${bad}项不正常`}`;
  return [
    '卫健看板状态报告（不含数据内容）',
    ...facts.map(({ name, value }) => `${name}：${value}`),
    head,
    ...results.map(({ group, name, isGood, detail }) => `${isGood ? '正常' : '不正常'} ${group} ${name}：${detail}`)
  ].join('\n');
}

/**
 * What may be said of an error: our own Chinese reasons are fixed words; of any other the kind and the script's line,
 * since its message may quote a cell.
 */
export function safeReason(error: unknown): string {
  if (!(error instanceof Error)) return '原因不明';
  if (error.constructor === Error && /^[\u4e00-\u9fff]/.test(error.message) && !/[“‘"]/.test(error.message))
    return error.message;
  const place = /assets\/([\w-]+\.js)[^:]*:(\d+):(\d+)/.exec(error.stack ?? '');
  return place ? `${error.name}（${place[1]} ${place[2]}:${place[3]}）` : error.name;
}
