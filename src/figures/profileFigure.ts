import type { Views } from '../domain/address/views';
import type { Dataset } from '../domain/model/dataset';
import { nearestPlace } from '../domain/model/nearestPlace';
import type { Place } from '../domain/model/records';
import { profile, profileRows, type Profile } from '../domain/profile/profile';
import { hasSources, ownSources, profileSources, profileTable } from '../domain/profile/table';
import type { Steps } from '../domain/steps/steps';
import { periodLabel } from '../domain/time/periodLabel';
import { gradeText, placeLabel } from '../domain/wording/placeLabel';
import { untilText } from './fileName';
import { fromAnswer, type Figure, type KeyFigure, type OwnNotice } from './figure';
import { ruleOf } from '../domain/address/fields';
import { oncePerView, withLazy } from './once';

export interface ProfileFigure extends Figure {
  readonly answer: Profile;
  /** Where the place has nothing. */
  readonly own: OwnNotice | null;
}

/** Everything one place reports: the place asked for, else the reader's own, else the one with most numbers. */
export const profileFigure = oncePerView(computeProfileFigure);

function computeProfileFigure(dataset: Dataset, view: Views['profile']): ProfileFigure | undefined {
  const answer = profile(dataset, placeOf(dataset, view), ruleOf(dataset, view.rule), view.reference || 'none');
  if (!answer) return undefined;
  return withLazy<ProfileFigure, 'table' | 'citations'>(
    {
      answer,
      own: answer.groups.length + answer.tasks.length > 0 ? null : emptyNotice(dataset, answer.place),
      ...fromAnswer(answer),
      isCited: hasSources(answer),
      file: ['地区画像', answer.place.name, untilText(answer.cutoff)],
      body: { kind: 'cards', items: keyFigures(answer) }
    },
    { table: () => profileTable(answer), citations: () => profileSources(answer) }
  );
}

/** What takes long of it, in parts. */
export function* profileSteps(dataset: Dataset, view: Views['profile']): Steps<void> {
  yield* profileRows.steps(dataset, placeOf(dataset, view));
  profileFigure(dataset, view);
}

function placeOf(dataset: Dataset, { place, focus }: Views['profile']): string {
  return place || focus || fullestPlace(dataset);
}

function emptyNotice(dataset: Dataset, place: Place): OwnNotice {
  const withTasks = new Set(dataset.progress.map((row) => row.place));
  const near = nearestPlace(dataset, place, (one) => withTasks.has(one) || dataset.countAt(one.id) > 0);
  const text = `${placeLabel(place)}还没有数据。`;
  return { text, offer: near ? { text: `看最近的${placeLabel(near)}`, place: near.id } : null };
}

/** The large figures of the screen. */
function keyFigures({ keys }: Profile): KeyFigure[] {
  return keys.map((row) => ({
    name: row.indicator.name,
    text: row.shortText,
    period: `${periodLabel(row.observation.period)} · ${gradeText(row.witnesses.map((o) => o.source))}`,
    remark: row.held?.words || row.comparison || row.stated[0] || row.change || row.apart,
    sources: ownSources(row)
  }));
}

function fullestPlace(dataset: Dataset): string {
  const areas = dataset.places.filter((place) => place.level !== '机构');
  return (
    areas.reduce((best, place) => (dataset.countAt(place.id) > dataset.countAt(best.id) ? place : best), areas[0]!)
      ?.id ?? ''
  );
}
