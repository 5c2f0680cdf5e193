/**
 * Small made-up datasets for tests of the domain: one line a fact, names resolved, everything else defaulted.
 */
import type { Annotation } from '../../src/domain/model/annotation';
import type { Boundaries } from '../../src/domain/model/boundaries';
import type { ScorecardDefinition } from '../../src/domain/model/scorecardDefinition';
import { Dataset } from '../../src/domain/model/dataset';
import { distinctNames } from '../../src/domain/model/placeNames';
import { columnsOf, type ObservationInput } from './columnsOf';
import type {
  Indicator,
  Measure,
  Place,
  Programme,
  ProgressRow,
  Qualifier,
  Source,
  Status
} from '../../src/domain/model/records';
import { parsePeriod } from '../../src/domain/time/parsePeriod';
import type { Period } from '../../src/domain/time/period';

export function period(text: string): Period {
  const p = parsePeriod(text);
  if (!p) throw new Error(`test period does not parse: ${text}`);
  return p;
}

export function indicator(fields: Partial<Indicator> = {}): Indicator {
  const name = fields.name ?? '规范管理率';
  return {
    id: name,
    name,
    theme: '慢病与精神卫生',
    unit: '%',
    kind: '比率',
    basis: '期间',
    better: '高',
    decimals: null,
    group: name,
    definition: '在册患者中规范管理者所占比例。',
    numerator: '',
    denominator: '',
    aliases: [],
    ...fields
  };
}

export function count(fields: Partial<Indicator> = {}): Indicator {
  return indicator({
    name: '门诊人次',
    unit: '人次',
    kind: '数量',
    better: '不评价',
    theme: '医疗服务',
    definition: '门诊诊疗人次。',
    ...fields
  });
}

export const POPULATION = indicator({
  id: 'population',
  name: '常住人口',
  unit: '人',
  kind: '数量',
  basis: '时点',
  better: '不评价',
  theme: '人口与家庭'
});

export function place(name: string, fields: Partial<Place> = {}): Place {
  return { id: name, name, level: '县区', parent: '', code: '', naming: '原文', note: '', ...fields };
}

export function unit(name: string, parent: string): Place {
  return place(name, { level: '机构', parent });
}

export function source(id: string, fields: Partial<Source> = {}): Source {
  return {
    id,
    title: `${id}报告`,
    publisher: '',
    published: '',
    period: null,
    grade: 'A',
    file: '000',
    note: '',
    ...fields
  };
}

/** What 张三 wrote of 规范管理率 everywhere, unless said otherwise. */
export function annotation(fields: Partial<Annotation> = {}): Annotation {
  return {
    ...{ id: 'a1', kind: '事件', date: '2020-03-01', text: '新院区启用', author: '张三' },
    ...{ place: '', indicator: '规范管理率', programme: '' },
    ...fields
  };
}

export function programme(name: string, fields: Partial<Programme> = {}): Programme {
  return { id: name, name, theme: '慢病与精神卫生', unit: '例', schedule: '均衡', indicator: '', note: '', ...fields };
}

/** Place, period, value; then what differs from a plain 实际 figure of source 甲. */
export interface Fact {
  readonly of?: string;
  readonly at: string;
  readonly in: string;
  readonly value: number | null;
  readonly measure?: Measure;
  readonly source?: string;
  readonly qualifier?: Qualifier;
  readonly status?: Status;
  readonly written?: string;
  readonly note?: string;
  readonly line?: number;
  readonly cell?: string;
  readonly part?: string;
  readonly flags?: string;
  readonly lower?: number;
  readonly upper?: number;
  readonly numerator?: number;
  readonly denominator?: number;
}

export interface Task {
  readonly of: string;
  readonly at: string;
  readonly in: string;
  readonly asOf?: string;
  readonly target?: number | null;
  readonly done?: number | null;
  readonly rate?: number | null;
  readonly unit?: string;
  readonly source?: string;
  readonly qualifier?: Qualifier;
  readonly status?: Status;
  readonly written?: string;
  readonly note?: string;
}

export interface Small {
  readonly indicators?: readonly Indicator[];
  readonly places?: readonly Place[];
  readonly sources?: readonly Source[];
  readonly programmes?: readonly Programme[];
  readonly facts?: readonly Fact[];
  readonly tasks?: readonly Task[];
  readonly title?: string;
  readonly version?: string;
  readonly internalThemes?: readonly string[];
  readonly scorecards?: readonly ScorecardDefinition[];
  readonly annotations?: readonly Annotation[];
  readonly boundaries?: Boundaries;
}

/** Places named by facts or tasks but not listed are added as 县区; facts without `of` belong to the first indicator. */
export function dataset(small: Small): Dataset {
  const indicators = small.indicators ?? [indicator()];
  const sources = small.sources ?? [source('甲')];
  const programmes = small.programmes ?? [];
  const facts = small.facts ?? [];
  const tasks = small.tasks ?? [];
  const listed = small.places ?? [];
  const known = new Set(listed.map((p) => p.id));
  const extra = [...new Set([...facts, ...tasks].map((f) => f.at))].filter((id) => !known.has(id));
  const places = distinctNames([...listed, ...extra.map((name) => place(name))]);
  return new Dataset({
    title: small.title ?? '测试',
    internalThemes: small.internalThemes,
    scorecards: small.scorecards,
    annotations: small.annotations,
    boundaries: small.boundaries ?? null,
    version: small.version ?? '1',
    sources,
    places,
    indicators,
    programmes,
    observations: columnsOf(
      facts.map((fact, i) => observation(fact, i, indicators, places, sources)),
      { indicators, places, sources }
    ),
    progress: tasks.map((task, i) => progressRow(task, i, programmes, places, sources))
  });
}

function observation(
  fact: Fact,
  i: number,
  indicators: readonly Indicator[],
  places: readonly Place[],
  sources: readonly Source[]
): ObservationInput {
  return {
    row: i + 2,
    indicator: find(indicators, fact.of ?? indicators[0]!.id),
    place: find(places, fact.at),
    period: period(fact.in),
    part: fact.part ?? '',
    flags: fact.flags ?? '',
    measure: fact.measure ?? '数值',
    source: find(sources, fact.source ?? sources[0]!.id),
    value: fact.value,
    lower: fact.lower ?? null,
    upper: fact.upper ?? null,
    numerator: fact.numerator ?? null,
    denominator: fact.denominator ?? null,
    qualifier: fact.qualifier ?? '',
    status: fact.status ?? (fact.value === null ? '未报' : '实际'),
    line: fact.cell === undefined ? (fact.line ?? i + 1) : null,
    cell: fact.cell ?? '',
    written: fact.written ?? String(fact.value ?? ''),
    section: '一、基本情况',
    note: fact.note ?? ''
  };
}

function progressRow(
  task: Task,
  i: number,
  programmes: readonly Programme[],
  places: readonly Place[],
  sources: readonly Source[]
): ProgressRow {
  const { target = null, done = null, rate = null } = task;
  const p = find(programmes, task.of);
  return {
    row: i + 2,
    programme: p,
    place: find(places, task.at),
    period: period(task.in),
    asOf: task.asOf ?? '',
    source: find(sources, task.source ?? sources[0]!.id),
    target,
    done,
    rate,
    unit: task.unit ?? p.unit,
    qualifier: task.qualifier ?? '',
    status: task.status ?? (done === null && rate === null ? '计划' : '实际'),
    line: i + 1,
    cell: '',
    written: task.written ?? [target, done, rate].filter((n) => n !== null).join(' / '),
    section: '一、基本情况',
    note: task.note ?? ''
  };
}

function find<T extends { readonly id: string }>(list: readonly T[], id: string): T {
  const item = list.find((x) => x.id === id);
  if (!item) throw new Error(`unknown id in test: ${id}`);
  return item;
}
