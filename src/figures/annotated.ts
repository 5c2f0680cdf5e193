import { annotationsOn } from '../domain/annotation/concerned';
import { annotationNote, withWritten } from '../domain/annotation/wording';
import type { Dataset } from '../domain/model/dataset';
import type { Figure } from './figure';
import { withParts } from './withParts';

/**
 * A figure with what people wrote on its numbers, among its notes and in its table: whatever is made of it (screen, slide,
 * picture, table, print) takes these along. Sentences of 总览 have none: each leads to its figure.
 */
export function withAnnotations<F extends Figure | undefined>({ annotations }: Dataset, figure: F): F {
  if (annotations.length === 0 || figure === undefined || figure.body.kind === 'list') return figure;
  const written = figure.written ?? annotationsOn(annotations, figure.citations).map((one) => annotationNote(one));
  if (written.length === 0) return figure;
  let table: Figure['table'] | undefined;
  const parts = {
    notes: withWritten(figure.notes, written),
    get table() {
      table ??= { ...figure.table, notes: withWritten(figure.table.notes, written) };
      return table;
    }
  };
  return withParts(figure, parts);
}
