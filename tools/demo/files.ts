/** Every file of the invented dataset, by its path in data/demo. */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { describePackage, type Description } from '../../src/datasets/batch/describePackage';
import { CITY, COUNTIES, GAPS, HOSPITALS, MONTHS } from './city';
import { DEMO_SCORECARDS } from './scorecards';
import { DEMO_DECKS } from './decks';
import { OBSERVATION_FAULTS, PROGRESS_FAULTS, withFaults } from './faults';
import { planRows, PROGRESS_COLUMNS, taskRows } from './progressRows';
import { PROGRAMMES } from './programmes';
import { briefReport } from './report';
import { type DemoSource, lateSource, OBSERVATION_COLUMNS, tableRows, tableSource } from './rows';
import { allFigures, INDICATORS } from './series';

type Cells = Readonly<Record<string, string | number | undefined>>;

const SOURCE_COLUMNS = [
  'source',
  'title',
  'publisher',
  'published',
  'period',
  'grade',
  'file',
  'sha256',
  'note'
] as const;
const PLACE_COLUMNS = ['place', 'name', 'level', 'parent', 'code', 'naming', 'note', 'column', 'row'] as const;
const INDICATOR_COLUMNS = [
  'indicator',
  'name',
  'theme',
  'unit',
  'kind',
  'basis',
  'better',
  'decimals',
  'group',
  'definition',
  'numerator',
  'denominator',
  'aliases',
  'note'
] as const;
const PROGRAMME_COLUMNS = ['programme', 'name', 'theme', 'unit', 'schedule', 'indicator', 'note'] as const;
const RELATION_COLUMNS = [
  'relation',
  'kind',
  'role',
  'set',
  'indicator',
  'programme',
  'place',
  'period',
  'source',
  'factor',
  'confidence',
  'note'
] as const;

const TITLE = '示例数据（虚构）：拟州市24个月';
const DESCRIPTION =
  '看板自带的示例，用来学习和演示：一个虚构的市，12个县区、6家医院，2023年1月至2024年12月。地名、机构、报告和每一个数字都是编出来的，由 npm run data:demo 写成。';

interface Table {
  readonly text: string;
  readonly rows: number;
}

/** Text of each file by its path; the same on every run. */
export function demoFiles(): ReadonlyMap<string, string> {
  const figures = allFigures();
  const reports = MONTHS.map((_, at) => briefReport(figures, at));
  const observations = MONTHS.flatMap((_, at) => [...tableRows(figures, at), ...reports[at]!.observations]);
  const progress = MONTHS.flatMap((month, at) => [...taskRows(month), ...planRows(month), ...reports[at]!.progress]);
  const texts = new Map(reports.map(({ source, text }) => [source.file, text]));
  const sources = [...reports.flatMap(({ source }, at) => [source, tableSource(MONTHS[at]!)]), ...lateSources()];
  const tables = new Map<string, Table>([
    [
      'sources.csv',
      table(
        SOURCE_COLUMNS,
        sources.map((source) => sourceCells(source, texts.get(source.file)))
      )
    ],
    ['places.csv', table(PLACE_COLUMNS, placeRows())],
    [
      'indicators.csv',
      table(
        INDICATOR_COLUMNS,
        INDICATORS.map(({ id, name, ...rest }) => ({ ...cells(rest), indicator: id, name, note: INVENTED }))
      )
    ],
    ['observations.csv', table(OBSERVATION_COLUMNS, withFaults(observations, OBSERVATION_FAULTS))],
    [
      'programmes.csv',
      table(
        PROGRAMME_COLUMNS,
        PROGRAMMES.map(({ id, ...rest }) => ({ ...cells(rest), programme: id, note: INVENTED }))
      )
    ],
    ['progress.csv', table(PROGRESS_COLUMNS, withFaults(progress, PROGRESS_FAULTS))],
    ['relations.csv', table(RELATION_COLUMNS, relationRows())]
  ]);
  const files = new Map([...tables].map(([name, { text }]) => [name, text]));
  files.set('lights.json', repositoryFile('lights.json'));
  files.set('decks.json', `${JSON.stringify(DEMO_DECKS, null, 2)}\n`);
  files.set('scorecards.json', `${JSON.stringify(DEMO_SCORECARDS, null, 2)}\n`);
  const described = [...files].map(([name, text]) => [name, description(text, tables.get(name)?.rows)] as const);
  files.set('datapackage.json', describePackage(packageText(), new Map(described)));
  for (const [name, text] of texts) files.set(`sources/${name}`, text);
  return files;
}

/** What the notes of each table say; a table that is taken apart from the others says it too. */
const INVENTED = '虚构';

function lateSources(): DemoSource[] {
  return GAPS.filter(({ late }) => late).map(lateSource);
}

function sourceCells({ id, ...source }: DemoSource, text: string | undefined): Cells {
  return { source: id, ...source, grade: 'A', sha256: text === undefined ? '' : sha256(text) };
}

function placeRows(): Cells[] {
  const note = INVENTED;
  return [
    { place: CITY.id, name: CITY.name, level: '地市', parent: '', naming: '原文', note },
    ...COUNTIES.map(({ id, name, spot: [column, row] }) => ({
      ...{ place: id, name, level: '县区', parent: CITY.id, naming: '原文', note },
      ...{ column, row }
    })),
    ...HOSPITALS.map(({ id, name, county }) => ({
      place: id,
      name,
      level: '机构',
      parent: county,
      naming: '原文',
      note
    }))
  ];
}

/** What the audit holds against each other in every month and place. */
function relationRows(): Cells[] {
  const group = (
    relation: string,
    kind: string,
    note: string,
    members: readonly (readonly [string, string])[]
  ): Cells[] =>
    members.map(([role, indicator], i) => ({
      relation,
      kind,
      role,
      indicator,
      confidence: i === 0 ? '确定' : '',
      note: i === 0 ? note : INVENTED
    }));
  return [
    ...group('outpatient-parts', '合计', '门急诊总人次＝医院＋基层', [
      ['总', 'outpatient'],
      ['分', 'hospital-visits'],
      ['分', 'primary-visits']
    ]),
    ...group('notifiable-parts', '合计', '法定传染病按病种分', [
      ['总', 'notifiable'],
      ['分', 'flu'],
      ['分', 'hfmd'],
      ['分', 'tb'],
      ['分', 'other-notifiable']
    ]),
    ...group('elder-exams-within', '其中', '体检的老年人不会多于老年人口', [
      ['分', 'elder-exams'],
      ['总', 'population-65']
    ])
  ];
}

function cells(values: object): Cells {
  return values as Cells;
}

function table(columns: readonly string[], rows: readonly Cells[]): Table {
  const text = Papa.unparse([[...columns], ...rows.map((row) => columns.map((column) => row[column] ?? ''))], {
    newline: '\n'
  });
  return { text: `${text}\n`, rows: rows.length };
}

function repositoryFile(name: string): string {
  return readFileSync(new URL(`../../data/${name}`, import.meta.url), 'utf8');
}

function description(text: string, rows: number | undefined): Description {
  return { ...(rows === undefined ? {} : { rows }), bytes: Buffer.byteLength(text), hash: `sha256:${sha256(text)}` };
}

function sha256(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/** The rules of the tables are those of the real data. */
function packageText(): string {
  const real = JSON.parse(repositoryFile('datapackage.json')) as Record<string, unknown>;
  const about = {
    name: 'weijian-kanban-demo',
    title: TITLE,
    description: DESCRIPTION,
    version: '1.0.0',
    fictional: true,
    // Months with one case or two are no secret of anybody.
    smallNumbers: { threshold: 5, indicators: { hfmd: 0 } }
  };
  return `${JSON.stringify({ ...real, ...about, resources: (real.resources as Resource[]).map(withNote) }, null, 2)}\n`;
}

interface Resource {
  readonly name: string;
  readonly schema?: { readonly fields: readonly unknown[] };
}

/** The table of indicators has no column for remarks: here it has, so that each table says by itself that it is invented. */
function withNote(resource: Resource): Resource {
  if (resource.name !== 'indicators' || !resource.schema) return resource;
  const note = { name: 'note', title: '备注', type: 'string' };
  return { ...resource, schema: { ...resource.schema, fields: [...resource.schema.fields, note] } };
}
