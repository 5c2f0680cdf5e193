import { ruleOf } from '../domain/address/fields';
import type { Views } from '../domain/address/views';
import type { BoardQuery } from '../domain/board/board';
import { hasTasks } from '../domain/board/hasTasks';
import type { BoardMatrixQuery } from '../domain/board/matrix';
import type { LightRule } from '../domain/lights/rule';
import type { Dataset } from '../domain/model/dataset';
import { parsePeriod } from '../domain/time/parsePeriod';

export interface ProgressQuery {
  /** The county shown; empty for all. */
  readonly place: string;
  readonly query: BoardQuery & BoardMatrixQuery & { readonly rule: LightRule };
}

/** What all parts of 任务完成 ask of the domain for an address. */
export function progressQuery(dataset: Dataset, view: Views['progress']): ProgressQuery {
  const place = placeShown(dataset, view);
  return {
    place,
    query: {
      place: place || undefined,
      organisation: view.organisation || undefined,
      programme: view.programme || undefined,
      period: view.period || undefined,
      reported: parsePeriod(view.reported),
      light: view.light || undefined,
      sort: view.sort,
      order: view.order,
      rule: ruleOf(dataset, view.rule)
    }
  };
}

/** Without a choice the screen opens on the reader's own place, if that has tasks at all. */
function placeShown(dataset: Dataset, view: Views['progress']): string {
  if (view.place === 'all') return '';
  if (view.place) return view.place;
  return hasTasks(dataset, view.focus) ? view.focus : '';
}
