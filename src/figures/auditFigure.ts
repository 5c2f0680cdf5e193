import type { Views } from '../domain/address/views';
import { auditOf } from '../domain/audit/audit';
import { auditItems, auditVerdict } from '../domain/audit/list';
import { AUDIT_CAUTION, NO_RELATIONS, rightCount } from '../domain/audit/report';
import { auditSources, auditTable } from '../domain/findings/auditTable';
import { sourcesOf } from '../domain/model/facts';
import type { Dataset } from '../domain/model/dataset';
import type { Note } from '../domain/wording/note';
import { markFictional } from './fictional';
import type { Figure } from './figure';
import { withLazy } from './once';
import { withoutFullStop } from '../domain/wording/withoutFullStop';

/** What a slide shows of each row; where it stands and what may explain it are one click away. */
const WALL_COLUMNS = [0, 1, 2, 3];
const LIST_NAMES: Readonly<Record<string, string>> = { right: '核对没有问题的', over: '完成率超过100%的' };

/** 自查 as a figure whose body is its table: the list and the kind that the address names. */
export function auditFigure(dataset: Dataset, view: Pick<Views['data'], 'show' | 'kind'>): Figure {
  const audit = auditOf(dataset);
  const items = auditItems(audit, view.show, view.kind);
  const verdict = auditVerdict(audit, view.show, view.kind);
  const right = audit.counts
    .filter((c) => c.right > 0)
    .map(rightCount)
    .join('，');
  const notes: Note[] = [
    ...(audit.hasRelations ? [] : [{ level: '警示', text: NO_RELATIONS } as const]),
    { level: '说明', text: `核对没有问题的：${right || '无'}。` }
  ];
  return markFictional(
    dataset,
    withLazy<Figure, 'citations'>(
      {
        verdict,
        subtitle: withoutFullStop(AUDIT_CAUTION),
        notes,
        sources: sourcesOf(
          dataset,
          items.flatMap((item) => item.rows)
        ),
        cutoff: '',
        table: auditTable(verdict, items, view.show === '' ? '把握' : '结果', notes),
        reporters: [],
        absent: [],
        problems: [],
        spotlight: '',
        file: ['自查', LIST_NAMES[view.show] ?? '查出的问题', view.kind],
        body: { kind: 'table', columns: WALL_COLUMNS }
      },
      { citations: () => auditSources(items) }
    )
  );
}
