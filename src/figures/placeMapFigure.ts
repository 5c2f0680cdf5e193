import { areaMap } from '../charts/areaMap';
import { areaShapes } from '../charts/office/areaShapes';
import { outlineLayout } from '../charts/outlineLayout';
import { tileLayout } from '../charts/tileLayout';
import type { Views } from '../domain/address/views';
import type { PlaceMap } from '../domain/atlas/answer';
import { placeMap } from '../domain/atlas/placeMap';
import { mapTable } from '../domain/atlas/table';
import { comparisonSources } from '../domain/compare/sources';
import { ruleText } from '../domain/lights/rule';
import type { Dataset } from '../domain/model/dataset';
import { placeLabel } from '../domain/wording/placeLabel';
import { comparisonName } from './fileName';
import { fromAnswer, type Figure } from './figure';
import { oncePerView, withLazy } from './once';

export interface PlaceMapFigure extends Figure {
  readonly answer: PlaceMap;
}

/** One indicator over places where they lie, as the address says; undefined where the dataset has no such indicator. */
export const placeMapFigure = oncePerView(computePlaceMapFigure);

type View = Pick<
  Views['places'],
  'indicator' | 'places' | 'includeOrganisations' | 'period' | 'focus' | 'perCapita' | 'form'
>;

function computePlaceMapFigure(dataset: Dataset, view: View): PlaceMapFigure | undefined {
  const answer = placeMap(dataset, {
    indicator: view.indicator,
    places: view.places,
    includeOrganisations: view.includeOrganisations,
    ...(view.period ? { period: view.period } : {}),
    ...(view.focus ? { focus: view.focus } : {}),
    ...(view.form ? { form: view.form } : {}),
    perHead: view.perCapita,
    rule: dataset.defaultRule
  });
  if (!answer) return undefined;
  const { comparison, ground, items, rule } = answer;
  const [subject, places, time] = comparisonName(comparison);
  const layout = (scale: number) =>
    ground.form === 'map' ? outlineLayout(ground, items, scale) : tileLayout(ground, items, scale);
  return withLazy<PlaceMapFigure, 'table' | 'citations'>(
    {
      answer,
      ...fromAnswer(answer),
      indicator: comparison.indicator,
      reporters: comparison.rows.map(({ place }) => placeLabel(place)),
      absent: [
        { title: ground.form === 'map' ? '没有边界' : '没有位置', items: answer.unplaced },
        { title: '未列入', items: comparison.excluded.map((left) => ({ ...left, evidence: left.observation })) },
        { title: '无数据', items: comparison.missing }
      ],
      ...(rule ? { rule: ruleText(rule, true), lights: rule.palette } : {}),
      spotlight: items.length > 1 && items.some(({ row }) => row?.isFocus) ? view.focus : '',
      file: [`${subject}${ground.form === 'map' ? '地图' : '格子图'}`, places, time],
      body: {
        kind: 'chart',
        rows: 0,
        leastRow: 0,
        frame: 0,
        part: () => (context) => areaMap(answer, context, layout(context.scale)),
        nativeAreas: (context) => areaShapes(answer, context, layout),
        owners: null
      }
    },
    { table: () => mapTable(answer), citations: () => comparisonSources(comparison) }
  );
}
