import type { Dataset } from '../domain/model/dataset';
import { FICTIONAL_MARK, FICTIONAL_NOTE, markedName } from '../domain/model/fictional';
import type { Note } from '../domain/wording/note';
import type { Figure } from './figure';
import { withParts } from './withParts';

const NOTE: Note = { level: '说明', text: FICTIONAL_NOTE };

/**
 * A figure of invented data says so in its subtitle, its notes and the name of its files: whatever is made of it (screen,
 * slide, picture, table, print) takes these along. Of real data it is the figure itself. What the figure works out only
 * when it is asked for stays so.
 */
export function markFictional<F extends Figure | undefined>(dataset: Dataset, figure: F): F {
  if (!dataset.fictional || figure === undefined) return figure;
  const [subject, places, time] = figure.file;
  const marks: Pick<Figure, 'subtitle' | 'notes' | 'file'> = {
    subtitle: [FICTIONAL_MARK, figure.subtitle].filter(Boolean).join(' · '),
    notes: [NOTE, ...figure.notes],
    file: [markedName(dataset, subject), places, time]
  };
  return withParts(figure, marks);
}
