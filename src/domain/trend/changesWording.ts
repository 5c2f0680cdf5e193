/** The words of the changes of one place: each change, the finding, the notes. */
import { type Indicator, isBound, type Place, type Qualifier } from '../model/records';
import { CHANGE_BASE_RULES } from './changeBase';
import type { ChangeAgainst } from './changeKind';
import { type ChangeKind, unitOf } from './changeKind';
import type { ChangeBoard, IndicatorChange, Unchanged } from './changesAnswer';
import { formatNumber } from '../wording/format';
import type { Note } from '../wording/note';
import { placeLabel } from '../wording/placeLabel';

export function wordsOf(
  text: string,
  kind: ChangeKind,
  judgement: IndicatorChange['judgement']
): Pick<IndicatorChange, 'label' | 'signed' | 'judgement'> {
  const label = judgement === '好转' || judgement === '变差' ? `${text}（${judgement}）` : text;
  return { label, signed: signedText(text, kind), judgement };
}

/** The words of a change as a sign, the digits as they stand in them. */
function signedText(text: string, kind: ChangeKind): string {
  const figure = /[约≥≤><]?[\d,.]+/.exec(text)?.[0];
  if (!figure) return '0';
  return `${text.startsWith('下降') ? '−' : '+'}${figure}${kind === '百分比' ? '%' : ''}`;
}

/** Better or worse by the indicator's polarity. A bound that reaches over zero (`增长≤5%`) can't be judged. */
export function judged(indicator: Indicator, value: number, qualifier: Qualifier): IndicatorChange['judgement'] {
  const opensDown = qualifier === '≤' || qualifier === '<';
  const opensUp = qualifier === '≥' || qualifier === '>';
  if ((value >= 0 && opensDown) || (value <= 0 && opensUp)) return '不评价';
  if (value === 0) return '持平';
  if (indicator.better === '不评价') return '不评价';
  return value > 0 === (indicator.better === '高') ? '好转' : '变差';
}

export function verdictOf(place: Place, rows: readonly IndicatorChange[], word: string): string {
  if (rows.length === 0) return `${placeLabel(place)}没有${word === '同比' ? '与上年同期比较' : `可以${word}`}的数`;
  const plain = rows.filter((r) => !isBound(r.qualifier));
  const largest = (plain.length > 0 ? plain : rows).reduce((best, r) =>
    Math.abs(r.value) > Math.abs(best.value) ? r : best
  );
  if (rows.length === 1) return `${placeLabel(place)}${largest.indicator.name}${word}${largest.text}`;
  const [up, down] = rows[0]!.kind === '百分比' ? ['增长', '下降'] : ['上升', '下降'];
  const counts = [
    [rows.filter((r) => r.value > 0).length, up],
    [rows.filter((r) => r.value < 0).length, down],
    [rows.filter((r) => r.value === 0).length, '持平']
  ] as const;
  const only = counts.find(([n]) => n === rows.length);
  const parts = only
    ? `都${only[1]}`
    : counts
        .filter(([n]) => n > 0)
        .map(([n, word]) => `${n}项${word}`)
        .join('、');
  const tail = largest.value === 0 ? '' : `；${largest.indicator.name}${largest.text}，变化最大`;
  return `${placeLabel(place)}${rows.length}项指标${word}${parts}${tail}`;
}

export function notesOf(
  rows: readonly IndicatorChange[],
  others: ChangeBoard['kinds'],
  { base }: ChangeAgainst
): Note[] {
  const notes: Note[] = rows.flatMap((r) => r.notes);
  const count = (judgement: IndicatorChange['judgement']) => rows.filter((r) => r.judgement === judgement).length;
  const [better, worse] = [count('好转'), count('变差')];
  if (better + worse > 0) {
    const parts = [better > 0 && `${better}项好转`, worse > 0 && `${worse}项变差`].filter(Boolean).join('、');
    const rest = better + worse < rows.length ? '，其余不评价好坏' : '';
    notes.push({ level: '说明', text: `按指标是越高越好还是越低越好，${parts}${rest}。` });
  }
  const computed = rows.filter((r) => !r.stated).length;
  if (base !== 'year') notes.push({ level: '说明', text: `变化都按两期的数计算。${CHANGE_BASE_RULES[base]}` });
  else if (rows.length > 0) {
    notes.push({
      level: '说明',
      text: computed === 0 ? '变化都是原文写的同比。' : `${computed}项按两期的数计算，其余是原文写的同比。`
    });
  }
  if (rows.some((r) => r.uncertain)) notes.push({ level: '说明', text: '空心条是界限、预计或存疑的数。' });
  for (const { kind, count: n } of others)
    notes.push({
      level: '说明',
      text: `另有${formatNumber(n)}项的变化以${unitOf(kind).replace(/^个/, '')}计，不画在同一个轴上。`
    });
  return notes;
}

/** Which indicators have no change, and why: a few by name. */
export function withoutNotes(without: readonly Unchanged[], word: string): Note[] {
  if (without.length === 0) return [];
  const named = without.slice(0, 3).map(({ indicator, reason }) => `${indicator.name}（${reason}）`);
  const rest = without.length > named.length ? `等${without.length}项` : '';
  return [{ level: '说明', text: `不能${word}的不列：${named.join('、')}${rest}。` }];
}
