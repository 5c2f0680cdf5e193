/** Rows of the small tables to records. The casts are safe because the schema allows no other values (`tables.ts`). */
import type { Annotation, AnnotationKind } from '../../domain/model/annotation';
import type {
  Basis,
  Better,
  Grade,
  Indicator,
  Kind,
  Level,
  Naming,
  Place,
  Programme,
  Source
} from '../../domain/model/records';
import type { Row } from './row';

export const sourceOf = (row: Row): Source => ({
  id: row.text('source'),
  title: row.text('title'),
  publisher: row.text('publisher'),
  published: row.text('published'),
  period: row.period(),
  grade: row.text('grade') as Grade,
  file: row.text('file'),
  note: row.text('note')
});

export const placeOf = (row: Row): Place => ({
  id: row.text('place'),
  name: row.text('name'),
  level: row.text('level') as Level,
  parent: row.text('parent'),
  code: row.text('code'),
  naming: row.text('naming') as Naming,
  note: row.text('note'),
  validFrom: row.text('valid_from'),
  validTo: row.text('valid_to'),
  successor: row.text('successor'),
  group: row.text('group'),
  gridColumn: row.number('column'),
  gridRow: row.number('row')
});

export const indicatorOf = (row: Row): Indicator => ({
  id: row.text('indicator'),
  name: row.text('name'),
  theme: row.text('theme'),
  unit: row.text('unit'),
  kind: row.text('kind') as Kind,
  basis: row.text('basis') as Basis,
  better: row.text('better') as Better,
  decimals: row.number('decimals'),
  group: row.text('group'),
  definition: row.text('definition'),
  numerator: row.text('numerator'),
  denominator: row.text('denominator'),
  aliases: row
    .text('aliases')
    .split(/[、;；|]/)
    .map((alias) => alias.trim())
    .filter((alias) => alias !== '')
});

export const programmeOf = (row: Row): Programme => ({
  id: row.text('programme'),
  name: row.text('name'),
  theme: row.text('theme'),
  unit: row.text('unit'),
  schedule: row.text('schedule'),
  indicator: row.text('indicator'),
  note: row.text('note')
});

export const annotationOf = (row: Row): Annotation => ({
  id: row.text('annotation'),
  kind: row.text('kind') as AnnotationKind,
  date: row.text('date'),
  text: row.text('text'),
  author: row.text('author'),
  place: row.text('place'),
  indicator: row.text('indicator'),
  programme: row.text('programme')
});
