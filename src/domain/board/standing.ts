/**
 * Who is among the last: the places of one task side by side, for lights that go by rank.
 */
import { latestOnly } from './selectRows';
import { DEFAULT_RULE } from '../lights/rule';
import type { Dataset } from '../model/dataset';
import type { Indicator, ProgressRow } from '../model/records';
import type { PeerRank } from '../progress/completion';
import { completionOf } from '../progress/computeCompletion';
import { latestAsOf } from '../progress/sources';
import { placeLabel } from '../wording/placeLabel';

/**
 * The standing of each row among its peers: places of one programme and period, counties among counties of
 * a level, organisations among those of their county, by lead. The list is computed again from those that
 * reported in the month of the latest cut-off day; the others are named as missing. Equal leads share a rank.
 */
export function standingsFor(dataset: Dataset): (row: ProgressRow) => PeerRank {
  const groups = new Map<string, Group>();
  const indicatorOf = (row: ProgressRow) => dataset.indicator(row.programme.indicator);
  const rows = latestOnly(dataset.progress);
  return (row) => {
    const key = peerKey(row);
    let group = groups.get(key);
    if (!group) {
      group = groupOf(
        rows.filter((r) => peerKey(r) === key),
        indicatorOf
      );
      groups.set(key, group);
    }
    return standingIn(group, row);
  };
}

interface Group {
  /** Lead by place id; one a place. */
  readonly leads: ReadonlyMap<string, number>;
  readonly missing: readonly string[];
}

function peerKey({ programme, period, place }: ProgressRow): string {
  return [programme.id, period.text, place.level, place.level === '机构' ? place.parent : ''].join('|');
}

function groupOf(rows: readonly ProgressRow[], indicatorOf: (row: ProgressRow) => Indicator | undefined): Group {
  const month = latestAsOf(rows).slice(0, 7);
  const leads = new Map<string, number>();
  for (const row of rows) {
    // Any rule gives the same lead.
    const { lead } = completionOf(row, DEFAULT_RULE, { indicator: indicatorOf(row) });
    if (lead !== null && row.asOf.slice(0, 7) === month && row.status !== '存疑') leads.set(row.place.id, lead);
  }
  const names = new Map(rows.map((r) => [r.place.id, placeLabel(r.place)]));
  return { leads, missing: [...names].filter(([id]) => !leads.has(id)).map(([, name]) => name) };
}

function standingIn(group: Group, row: ProgressRow): PeerRank {
  const all = [...group.leads.values()];
  const own = group.leads.get(row.place.id);
  const base = { of: all.length, missing: group.missing };
  if (own === undefined)
    return {
      ...base,
      rank: null,
      behind: 0,
      reason: row.status === '存疑' ? '原文数字存疑，不排位次' : '截止日早于其他各家，不排位次'
    };
  return {
    ...base,
    rank: all.filter((lead) => lead > own).length + 1,
    behind: all.filter((lead) => lead < own).length,
    reason: ''
  };
}
