/**
 * `npm run fuzz [-- CASES [FIRST]]`: CASES (2,000) changed packages, by fixed seeds from FIRST (1) on, through the
 * loader and everything that is made of what loads; and five times as many single inputs (10,000) through each door
 * by which texts and bytes come in, one after the other. Prints every throw, every NaN, undefined or Infinity in a text
 * and every change of Object.prototype, with the seed that brings it back. Exit code 1 on any.
 */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { AbsentFileError } from '../src/datasets/fileError';
import { loadDataset } from '../src/datasets/loadDataset';
import { isStarted } from './dataFolder';
import { Chance } from './fuzz/chance';
import { type Door, doors, inputFor } from './fuzz/doors';
import { exercise } from './fuzz/exercise';
import { prototypeState, unprintable, type Fault } from './fuzz/inspect';
import { mutate, type Files } from './fuzz/mutate';

const ROOT = join(import.meta.dirname, '..');

export interface CaseReport {
  readonly seed: number;
  readonly loaded: boolean;
  readonly figures: number;
  readonly faults: readonly Fault[];
}

/** The packages that cases are made of: the small dataset, the made-up monthly one and the shipped one. */
export function bases(): readonly Files[] {
  const shipped = read('data');
  const { 'datapackage.json': packageText = '', 'lights.json': lights = '', 'decks.json': decks = '' } = shipped;
  const lent = { 'datapackage.json': packageText, 'lights.json': lights, 'decks.json': decks };
  return [{ ...read('tests/fixtures/small'), ...lent }, { ...read('tests/fixtures/monthly'), ...lent }, shipped].map(
    withoutContent
  );
}

/** Rows and checksums would only say that the files were changed. */
function withoutContent(files: Files): Files {
  const text = files['datapackage.json']!.replace(/^ *"(?:rows|bytes|hash)": .*\n/gm, '');
  return { ...files, 'datapackage.json': text };
}

function read(folder: string): Files {
  const dir = join(ROOT, folder);
  const names = readdirSync(dir).filter((name) => /\.(csv|json)$/.test(name));
  return Object.fromEntries(names.map((name) => [name, readFileSync(join(dir, name), 'utf8')]));
}

/** One case: the same for the same seed. Never throws. */
export async function runCase(seed: number, packages: readonly Files[]): Promise<CaseReport> {
  const chance = new Chance(seed);
  // The small one mostly: most cases a second, and the most of each table is changed.
  const files = mutate(packages[chance.pick([0, 0, 0, 0, 0, 0, 1, 1, 2])]!, chance);
  const before = prototypeState();
  const faults: Fault[] = [];
  let figures = 0;
  let loaded = false;
  try {
    const result = await loadDataset({ fetchBytes: (path) => bytesOf(files, path), review: true });
    loaded = result.kind === 'ok';
    if (result.kind === 'ok') {
      const exercised = exercise(result.dataset, result.issues, chance);
      figures = exercised.figures;
      faults.push(...exercised.faults);
    }
  } catch (error) {
    faults.push({
      where: '读数据',
      what: `抛错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    });
  }
  if (prototypeState() !== before) faults.push({ where: '整个过程', what: 'Object.prototype 被改了' });
  return { seed, loaded, figures, faults };
}

function bytesOf(files: Files, path: string): Promise<Uint8Array> {
  const text = files[path];
  return text === undefined
    ? Promise.reject(new AbsentFileError('文件不存在'))
    : Promise.resolve(new TextEncoder().encode(text));
}

/** An input that takes longer would make a page hang. */
const LONGEST_MS = 2000;

/** The doors, with samples from a good package. */
export function doorsOf([, , shipped]: readonly Files[]): readonly Door[] {
  return doors(
    shipped!['datapackage.json']!,
    shipped!['lights.json']!,
    shipped!['decks.json']!,
    shipped!['scorecards.json']!
  );
}

/** One input through the door whose turn it is: the same for the same seed. Never throws. */
export function runInput(seed: number, all: readonly Door[]): CaseReport {
  const door = all[seed % all.length]!;
  const input = inputFor(door, new Chance(seed));
  const before = prototypeState();
  const started = performance.now();
  const faults: Fault[] = [];
  try {
    faults.push(...unprintable(door.enter(input), door.name).filter(({ what }) => !isOfInput(what, input)));
  } catch (error) {
    faults.push({
      where: door.name,
      what: `抛错：${error instanceof Error ? (error.stack ?? error.message) : String(error)}`
    });
  }
  const took = performance.now() - started;
  if (took > LONGEST_MS) faults.push({ where: door.name, what: `用了${Math.round(took)}毫秒` });
  if (prototypeState() !== before) faults.push({ where: door.name, what: 'Object.prototype 被改了' });
  return { seed, loaded: false, figures: 0, faults };
}

/** Input may hold such a word itself, and a message quotes it. */
function isOfInput(what: string, input: string): boolean {
  const word = /^“([^”]+)”/.exec(what)?.[1];
  return word !== undefined && input.includes(word);
}

/** One line a kind of fault, with the seeds that show it. */
export function faultLines(reports: readonly CaseReport[]): string[] {
  const kinds = new Map<string, number[]>();
  for (const { seed, faults } of reports) {
    for (const { where, what } of faults) {
      const kind = `${where.replace(/[?.].*?(?= |$)/, '')}：${what.split('\n').slice(0, 4).join(' ')}`;
      kinds.set(kind, (kinds.get(kind) ?? []).concat(seed));
    }
  }
  return [...kinds].map(
    ([kind, seeds]) => `${kind}（种子${[...new Set(seeds)].slice(0, 5).join('、')}，共${seeds.length}次）`
  );
}

if (isStarted(import.meta.url)) {
  const cases = Number(process.argv[2] ?? 2000);
  const first = Number(process.argv[3] ?? 1);
  const packages = bases();
  const reports: CaseReport[] = [];
  const said = new Set<string>();
  for (let seed = first; seed < first + cases; seed++) {
    const report = await runCase(seed, packages);
    reports.push(report);
    // Said at once: a long run may be broken off.
    for (const line of faultLines([report])) {
      const kind = line.replace(/（种子[^（]*）$/, '');
      if (!said.has(kind)) console.log(line);
      said.add(kind);
    }
  }
  const all = doorsOf(packages);
  const inputs = cases * 5;
  for (let seed = first; seed < first + inputs; seed++) reports.push(runInput(seed, all));
  const lines = faultLines(reports);
  const loaded = reports.filter((report) => report.loaded).length;
  const figures = reports.reduce((sum, report) => sum + report.figures, 0);
  if (lines.length > 0) console.log(['', ...lines].join('\n'));
  console.log(
    `${cases}份改过的数据，读入${loaded}份，做了${figures}张图；${inputs}次输入，${all.length}个入口；${lines.length === 0 ? '没有出错。' : `出错${lines.length}类。`}`
  );
  process.exitCode = lines.length === 0 ? 0 : 1;
}
