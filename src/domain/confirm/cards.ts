/** The facts of a report as cards: what is proposed of each, and in which group it is looked at. */
import type { FramedProposal } from '../read/lastReport';
import type { ReadFact } from '../read/proposal';
import type { KeptFact } from './kept';
import type { CardKind } from './kinds';
import type { AcceptedPhrase, SeriesRules } from './series';

/** In the order of work; the last two are folded. */
export const GROUPS = ['与上期同句', '与上期不同', '其他数', '已出现过', '一般不记'] as const;
export type Group = (typeof GROUPS)[number];

export interface Card {
  /** `line:offset` */
  readonly id: string;
  readonly fact: FramedProposal;
  readonly group: Group;
  readonly kind: CardKind;
  /** What the last report says in the same words. */
  readonly last: KeptFact | undefined;
  /** What the series calls the phrase. */
  readonly known: AcceptedPhrase | undefined;
}

/** Names the number of a report by where it stands: line and offset. */
export function cardId({ line, offset }: Pick<ReadFact, 'line' | 'offset'>): string {
  return `${line}:${offset}`;
}

/** Meetings, exams, party work, signatures: true, and of no interest as a figure. */
const LOW =
  /会议|座谈|党|支部|学习|宣讲|演讲|竞赛|比武|考试|简报|信息稿|报道|推文|公众号|转发|横幅|展板|观摩|谈话|廉政|文件|提案|建议案/;
/** Beyond this the old and the new value are looked at one by one. */
const JUMP = 10;

/** The cards of a report in reading order. @param added numbers that the clerk made facts of */
export function cardsOf(facts: readonly FramedProposal[], added: readonly ReadFact[], rules: SeriesRules): Card[] {
  const accepted = new Map(rules.accepted.map((each) => [[each.phrase, each.kind, each.unit].join('\n'), each]));
  const rejected = new Set(rules.rejected.map(({ phrase, unit }) => `${phrase}\n${unit}`));
  const mine = new Set(added.map(cardId));
  const all: FramedProposal[] = [
    ...facts.filter((fact) => !mine.has(cardId(fact))),
    ...added.map((proposal): FramedProposal => ({ ...proposal, frame: 'none', indicator: '', last: undefined }))
  ].sort((a, b) => a.line - b.line || a.offset - b.offset);
  const seen = new Set<string>();
  const aimed = new Set(all.filter(({ kind }) => AIMED.has(kind)).map(({ line, name }) => `${line} ${name}`));
  return all.map((fact) => {
    const last = fact.last as KeptFact | undefined;
    const read = kindRead(fact, last, aimed);
    const known =
      accepted.get([fact.name, read, fact.unit].join('\n')) ??
      accepted.get([fact.name, fact.kind, fact.unit].join('\n'));
    const same = [fact.kind, fact.name, fact.value, fact.unit, fact.period.end].join('\n');
    const repeated = seen.has(same);
    seen.add(same);
    const id = cardId(fact);
    const folded = mine.has(id) ? undefined : repeated ? '已出现过' : undefined;
    const low = !mine.has(id) && (rejected.has(`${fact.name}\n${fact.unit}`) || (!known && LOW.test(fact.name)));
    return {
      id,
      fact,
      kind: known?.kind ?? read,
      last,
      known,
      group: folded ?? framedGroup(fact) ?? (low ? '一般不记' : '其他数')
    };
  });
}

/** What a target or a rate of its own line is said of is a task. */
const AIMED: ReadonlySet<CardKind> = new Set(['target', 'completion_rate'] as const);

/** 已完成520人 beside the task's target is what was done of it; a task's figure stays one in the next report. */
function kindRead(fact: FramedProposal, last: KeptFact | undefined, aimed: ReadonlySet<string>): CardKind {
  if (fact.kind !== 'value') return fact.kind;
  if (fact.frame === 'agree' && last) return last.kind === 'done' ? 'done' : 'value';
  return aimed.has(`${fact.line} ${fact.name}`) ? 'done' : 'value';
}

function framedGroup({ frame, value, unit, last }: FramedProposal): Group | undefined {
  if (frame === 'none' || !last) return undefined;
  return frame === 'differ' || jumps(value, unit, last.value) ? '与上期不同' : '与上期同句';
}

/** Ten times as much or as little; a value kept in another scale (万人 as 人) is told in the same first. */
function jumps(value: number, unit: string, old: number): boolean {
  const now = Math.abs(value);
  const before = Math.abs(old);
  if (now === 0 || before === 0) return false;
  const far = (a: number) => a / before > JUMP || before / a > JUMP;
  const scale = unit.startsWith('亿') ? 1e8 : unit.startsWith('万') ? 1e4 : 1;
  return far(now) && far(now * scale) && far((now * scale) / 1e4);
}

/** The other cards of a card's sentence; of a table, of its row. */
export function siblingsOf(cards: readonly Card[], id: string, lineText: string): Card[] {
  const own = cards.find((card) => card.id === id);
  if (!own) return [];
  const sentence = (at: number) => (lineText.slice(0, at).match(/[。；;！？!?]/g) ?? []).length;
  return cards.filter(
    ({ id: other, fact }) =>
      other !== id && fact.line === own.fact.line && sentence(fact.offset) === sentence(own.fact.offset)
  );
}
