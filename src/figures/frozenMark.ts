import { type Frozen, frozenText } from '../domain/deck/frozen';
import type { Figure } from './figure';
import { withParts } from './withParts';

/** A figure that says when it was frozen, wherever it is shown and whatever is made of it. */
export function withFrozenMark(figure: Figure, frozen: Frozen): Figure {
  const text = frozenText(frozen);
  return withParts(figure, {
    subtitle: [text, figure.subtitle].filter(Boolean).join(' · '),
    notes: [{ level: '说明', text: `${text}，以后的数据没有算进来。` }, ...figure.notes]
  });
}
