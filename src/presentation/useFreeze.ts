import { type Deck, editSlide, type Slide } from '../domain/deck/deck';
import { type Frozen, rowsName } from '../domain/deck/frozen';
import { localDay, localTime } from '../domain/time/localTime';
import { frozenRows } from '../figures/freeze';
import { useDatasetStore } from '../stores/dataset';
import { useDecksStore } from '../stores/decks';
import { useFrozenStore } from '../stores/frozen';
import { useViewChoices } from '../stores/view';

export interface Freeze {
  /** Freezes slides as they are now; frozen ones take the data of now. @returns one sentence for the reader */
  freeze(deck: Deck, slides: readonly Slide[]): string;
  /** Lets slides follow the data again. */
  thaw(deck: Deck, slides: readonly Slide[]): void;
}

/** Freezing in the editor. */
export function useFreeze(): Freeze {
  const decks = useDecksStore();
  const frozen = useFrozenStore();
  const datasets = useDatasetStore();
  const choices = useViewChoices();

  function freeze(deck: Deck, slides: readonly Slide[]): string {
    const at = minute(new Date());
    const { version } = datasets.ready();
    const done = new Map<string, Frozen>();
    let isKept = true;
    for (const slide of slides) {
      const text = frozenRows(slide, deck, choices.value);
      if (text === '') continue;
      const rows = rowsName(text);
      isKept = frozen.keep(rows, text) && isKept;
      done.set(slide.id, { at, version, rows });
    }
    decks.change(deck.id, (now) =>
      [...done].reduce((changed, [id, own]) => editSlide(changed, id, { frozen: own }), now)
    );
    const left = slides.length - done.size;
    const parts = [
      done.size > 0 ? `已冻结${done.size}张，数据更新后还是现在的数` : '',
      left > 0 ? `${left}张没有冻结：没有可画的数，或要带的行太多` : '',
      isKept ? '' : '浏览器存不下，关掉页面就没有了，请用“导出”存成文件'
    ];
    return `${parts.filter(Boolean).join('；')}。`;
  }
  function thaw(deck: Deck, slides: readonly Slide[]): void {
    decks.change(deck.id, (now) =>
      slides.reduce((changed, { id }) => editSlide(changed, id, { frozen: undefined }), now)
    );
  }
  return { freeze, thaw };
}

/** `2020-11-03T09:05`, in the reader's own zone. */
function minute(at: Date): string {
  return `${localDay(at)}T${localTime(at)}`;
}
