/**
 * One place: its latest figure of every indicator, where that stands among the others, its tasks.
 */
import type { ReferenceChoice } from '../compare/comparison';
import { heldRows } from './held';
import { progressBoard } from '../board/board';
import { hasTasks } from '../board/hasTasks';
import type { LightLevel, LightRule } from '../lights/rule';
import type { Dataset } from '../model/dataset';
import { resultCutoff } from '../model/facts';
import { memoInSteps } from '../model/memo';
import { isBound, type Observation, type Place, type ProgressRow, type Source } from '../model/records';
import { type ProfileRow, profileRow } from './row';
import { isJudged } from './standing';
import { namingNotes, profileNotes, profileVerdict } from './wording';
import type { Completion } from '../progress/completion';
import type { Steps } from '../steps/steps';
import type { Note } from '../wording/note';

export interface ProfileGroup {
  readonly theme: string;
  readonly rows: readonly ProfileRow[];
  /** How many of the rows have a standing. */
  readonly compared: number;
}

export interface ProfileSource {
  readonly source: Source;
  /** How many figures of the profile come from it, tasks included. */
  readonly figures: number;
}

export interface Profile {
  readonly place: Place;
  /** The area an organisation belongs to; null for areas. */
  readonly county: Place | null;
  /** Its organisations. */
  readonly units: readonly Place[];
  /** The areas within it that report something; what they do is not counted as its own. */
  readonly areas: readonly Place[];
  /** How its name is known, where the report doesn't give it. */
  readonly naming: readonly Note[];
  /** A few rows for large figures. */
  readonly keys: readonly ProfileRow[];
  /** Themes with most standings first; within one, rows with a standing, then with a line, then the rest. */
  readonly groups: readonly ProfileGroup[];
  /** Its tasks and those of its organisations, slowest first, then plans. */
  readonly tasks: readonly Completion[];
  readonly lights: Readonly<Record<LightLevel, number>>;
  /** What the tasks come to, as on the board. */
  readonly board: string;
  /** The rule of their lights, as it is printed. */
  readonly ruleText: string;
  readonly sources: readonly Source[];
  /** The same with how much each gives, most first. */
  readonly sourceCounts: readonly ProfileSource[];
  readonly notes: readonly Note[];
  readonly verdict: string;
  /** What its figures are held against, `上级`; empty where against nothing. */
  readonly against: string;
  readonly subtitle: string;
  /** Latest end day among its results and cut-off days, ISO; empty if none. */
  readonly cutoff: string;
}

/**
 * Everything one place reports; undefined for an unknown place.
 * @param rule of the lights; default: the dataset's default
 * @param reference what its figures are held against; default: nothing
 */
export function profile(
  dataset: Dataset,
  placeId: string,
  rule: LightRule = dataset.defaultRule,
  reference: ReferenceChoice = 'none'
): Profile | undefined {
  const place = dataset.place(placeId);
  if (!place) return undefined;
  const plain = profileRows.now(dataset, place.id);
  const held = heldRows(dataset, place, plain, reference);
  const { rows } = held;
  const board = progressBoard(
    dataset,
    place.level === '机构' ? { organisation: place.id, rule } : { place: place.id, alone: true, rule }
  );
  const tasks = [...board.rows, ...board.plans];
  const counts = sourceCounts(dataset, rows, tasks);
  const compared = rows.filter((r) => r.standing).length;
  const tasked = tasks.length > 0 && rows.length > 0;
  return {
    place,
    county: place.level === '机构' ? (dataset.place(place.parent) ?? null) : null,
    units: dataset.places.filter((p) => p.level === '机构' && p.parent === place.id),
    areas: dataset.places.filter(
      (p) => p.level !== '机构' && p.parent === place.id && (dataset.countAt(p.id) > 0 || hasTasks(dataset, p.id))
    ),
    naming: namingNotes(place),
    keys: keyRows(rows),
    groups: byTheme(rows),
    tasks,
    lights: board.counts,
    board: board.verdict,
    ruleText: board.ruleText,
    sources: dataset.sources.filter((s) => counts.some((c) => c.source === s)),
    sourceCounts: counts,
    notes: [...profileNotes(place, rows, board.notes), ...held.notes],
    verdict: profileVerdict(place, rows, tasks, board.verdict, rule, held.verdict),
    against: held.name,
    subtitle: [
      rows.length === 0 ? '' : compared > 0 ? `${compared}项指标与别处有可比的数` : '没有一项指标与别处可比',
      tasked ? board.verdict : ''
    ]
      .filter(Boolean)
      .join(' · '),
    cutoff: [resultCutoff(rows.map((r) => r.observation)), board.cutoff].sort().pop() ?? ''
  };
}

/** As many places as a reader goes back and forth between. */
const MOST_PLACES = 4;

/** A row an indicator that a place, which there is, reports, in the order of the table: what a profile costs. */
export const profileRows = memoInSteps(MOST_PLACES, function* (dataset, placeId): Steps<readonly ProfileRow[]> {
  const byIndicator = new Map<string, Observation[]>();
  for (const o of dataset.observationsAt(placeId)) {
    const list = byIndicator.get(o.indicator.id);
    if (list) list.push(o);
    else byIndicator.set(o.indicator.id, [o]);
  }
  const rows: ProfileRow[] = [];
  for (const indicator of dataset.indicators) {
    const observations = byIndicator.get(indicator.id);
    if (!observations) continue;
    rows.push(profileRow(dataset, indicator, observations));
    yield rows.length;
  }
  return rows;
});

/** At most so many large figures, and of one theme. */
const KEYS = 6;

const KEYS_OF_THEME = 2;

/** Fewer than this are filled up with figures that compare with nothing. */
const LEAST_KEYS = 4;

/** The rule of `keyRows` as it is printed under them. */
export const KEYS_RULE =
  '先列可比地区多的，同样多的先列能分好坏的；再列有位次或同比的；都没有，列别处也报的。一个主题至多两项，存疑的和界限（如≥90%）不列。';

/**
 * The figures to show large: those compared with most places, of equal ones those with a better and a worse
 * first, then the first and the last before the middle; then those with a stated rank or change; then what
 * has a better and what most others report too, rates before counts. Doubtful figures and bounds never.
 */
function keyRows(rows: readonly ProfileRow[]): ProfileRow[] {
  const sound = rows.filter((r) => r.hasValue && r.flags.length === 0 && !isBound(r.observation.qualifier));
  const weights = (r: ProfileRow) => [
    r.standing?.of ?? 0,
    Number(r.standing !== null && isJudged(r.indicator)),
    newsOf(r),
    Number(r.indicator.better !== '不评价'),
    r.elsewhere,
    Number(r.indicator.kind === '比率')
  ];
  const ordered = sound
    .map((row) => ({ row, by: weights(row) }))
    .sort((a, b) => b.by.reduce((found, weight, at) => found || weight - a.by[at]!, 0))
    .map(({ row }) => row);
  const keys: ProfileRow[] = [];
  for (const row of ordered) {
    const wanted = row.standing !== null || newsOf(row) > 0 || keys.length < LEAST_KEYS;
    const ofTheme = keys.filter((k) => k.indicator.theme === row.indicator.theme).length;
    if (wanted && ofTheme < KEYS_OF_THEME && keys.length < KEYS) keys.push(row);
  }
  return keys;
}

function newsOf({ standing, stated, change }: ProfileRow): number {
  const isEnd = standing !== null && (standing.rank === 1 || standing.rank === standing.of);
  return (isEnd ? 4 : 0) + (stated.length > 0 ? 2 : 0) + (change ? 1 : 0);
}

function byTheme(rows: readonly ProfileRow[]): ProfileGroup[] {
  const groups = new Map<string, ProfileRow[]>();
  for (const row of rows) {
    const group = groups.get(row.indicator.theme);
    if (group) group.push(row);
    else groups.set(row.indicator.theme, [row]);
  }
  return [...groups]
    .map(([theme, list]) => ({
      theme,
      rows: [...list].sort((a, b) => weight(b) - weight(a)),
      compared: list.filter((r) => r.standing).length
    }))
    .sort((a, b) => b.compared - a.compared);
}

function weight(row: ProfileRow): number {
  return (row.standing ? 2 : 0) + (row.segments.length > 0 ? 1 : 0);
}

function sourceCounts(dataset: Dataset, rows: readonly ProfileRow[], tasks: readonly Completion[]): ProfileSource[] {
  const used: readonly (Observation | ProgressRow)[] = [
    ...rows.flatMap((r) => [...r.witnesses, ...r.conflicts, ...r.statements]),
    ...tasks.flatMap((t) => [t.row, ...t.witnesses])
  ];
  return dataset.sources
    .map((source) => ({ source, figures: used.filter((u) => u.source.id === source.id).length }))
    .filter((c) => c.figures > 0)
    .sort((a, b) => b.figures - a.figures);
}
