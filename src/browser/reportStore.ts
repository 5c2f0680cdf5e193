/**
 * Texts of reports, work under way and rules of series in IndexedDB, beside the batches of the same dataset: a database
 * of its own, so that nothing of it can keep the batches from being read.
 */
import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import type { KeptText, ReportStorage, StoredWork } from '../datasets/intake/reportStorage';
import { parseRules, printRules, type SeriesRules } from '../domain/confirm/series';
import { textFile } from '../domain/confirm/textFile';
import { textLines, type SourceText } from '../domain/evidence/excerpt';
import { storageFault } from './storageFault';
import { withTimeout } from './within';

const NAME = 'kanban-reports';
const VERSION = 1;
const WORK = 'work';
/** No answer for so many seconds: a policy may hold the database up without a word. */
const PATIENCE = 10;

interface Stores extends DBSchema {
  /** By the id of the source. */
  texts: { key: string; value: KeptText };
  /** One record, `work`. */
  work: { key: string; value: StoredWork };
  /** Printed, by the name of the series. */
  rules: { key: string; value: string };
}

type Database = IDBPDatabase<Stores>;
const open = new Map<string, Promise<Database>>();

/** The reports of the dataset of this name. */
export function openReportStore(dataset: string): ReportStorage {
  const name = `${NAME}:${dataset}`;

  async function run<T>(work: (db: Database) => Promise<T>): Promise<T> {
    try {
      return await withTimeout(PATIENCE, '浏览器的存储没有回答', database(name).then(work));
    } catch (error) {
      throw storageFault(error);
    }
  }

  return {
    texts: () => run((db) => db.getAll('texts')),
    putText: (text) => run(async (db) => void (await db.put('texts', text, text.source))),
    work: () => run(async (db) => wholeWork(await db.get('work', WORK))),
    putWork: (work) => run(async (db) => void (await (work ? db.put('work', work, WORK) : db.delete('work', WORK)))),
    rules: () =>
      run(async (db) => {
        const printed = await db.getAll('rules');
        return printed.map(parseRules).filter((rules): rules is SeriesRules => rules !== undefined);
      }),
    putRules: (rules) => run(async (db) => void (await db.put('rules', printRules(rules), rules.series))),
    deleteRules: (series) => run((db) => db.delete('rules', series))
  };
}

/** The lines of a text that is kept here, by the name of its file; undefined for none. Never rejects. */
export async function keptSourceText(dataset: string, file: string): Promise<SourceText | undefined> {
  const texts = await openReportStore(dataset)
    .texts()
    .catch(() => []);
  const kept = texts.find(({ source }) => textFile(source) === file);
  return kept && { kind: 'text', lines: textLines(kept.text) };
}

function database(name: string): Promise<Database> {
  let opening = open.get(name);
  if (!opening) {
    const closed = () => void open.delete(name);
    opening = openDB<Stores>(name, VERSION, {
      upgrade(db) {
        db.createObjectStore('texts');
        db.createObjectStore('work');
        db.createObjectStore('rules');
      },
      // A newer page in another window waits for this one to let go.
      blocking: (_now, _next, event) => {
        (event.target as IDBDatabase).close();
        closed();
      },
      terminated: closed
    }).catch((error: unknown) => {
      closed();
      throw error;
    });
    open.set(name, opening);
  }
  return opening;
}

/** Work of another form is none. */
function wholeWork(work: StoredWork | undefined): StoredWork | undefined {
  return work?.form === 1 && typeof work.text === 'string' ? work : undefined;
}
