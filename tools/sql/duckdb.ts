/** DuckDB in this process: a database file, or a Parquet or CSV file seen as a table. */
import { existsSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { type Answer, type Engine, type Row, SourceError } from './engine';
import { quoted } from './queries';

/** What is used of `@duckdb/node-api`: its own types are there only where it is installed. */
interface Result {
  columnNames(): readonly string[];
  columnTypes(): readonly { toString(): string }[];
  fetchChunk(): Promise<{ readonly rowCount: number; getColumns(): readonly (readonly unknown[])[] } | null>;
}
interface Connection {
  run(sql: string): Promise<unknown>;
  stream(sql: string): Promise<Result>;
  closeSync(): void;
}
interface Instance {
  connect(): Promise<Connection>;
  closeSync(): void;
}
interface DuckDb {
  readonly DuckDBInstance: { create(path: string, options: Record<string, string>): Promise<Instance> };
}

/** An optional package: named so that neither the compiler nor a bundler asks for it where it isn't. */
const PACKAGE: string = '@duckdb/node-api';

/** What DuckDB holds in memory at most; what it sorts beyond that lies in a folder of its own. */
const MEMORY = '400MB';

/** `undefined` where the optional package isn't installed on this machine. */
export async function duckDb(): Promise<DuckDb | undefined> {
  try {
    return (await import(PACKAGE)) as DuckDb;
  } catch {
    return undefined;
  }
}

/**
 * @param file ends with .duckdb, .parquet or .csv
 * @param table of a database file, a plain name; of no meaning for others
 * @param load what gives the package, or undefined where it isn't
 * @throws SourceError
 */
export async function openDuckDb(file: string, table: string, load = duckDb): Promise<Engine> {
  const module = await load();
  if (!module)
    throw new SourceError(
      '这台机器上没有装 DuckDB，请在本文件夹运行 npm ci（不要带 --omit=optional）；这种系统没有它的，请改用 --from 文件夹'
    );
  if (!existsSync(file)) throw new SourceError(`没有“${file}”这个文件，请核对 --source`);
  const room = await mkdtemp(join(tmpdir(), 'kanban-duckdb-'));
  const opened = await open(module, room).catch(async (error: unknown) => {
    await rm(room, { recursive: true, force: true });
    throw error;
  });
  const { connection } = opened;
  const close = async (): Promise<void> => {
    opened.close();
    await rm(room, { recursive: true, force: true });
  };
  try {
    const from = await tableOf(connection, resolve(file), table, room);
    // From here on nothing else is read, whatever a view of the database says.
    await connection.run('SET enable_external_access = false');
    return { from, literal, close, ask: (sql) => ask(connection, sql) };
  } catch (error) {
    await close();
    throw asSourceError(error, file);
  }
}

async function open(
  { DuckDBInstance }: DuckDb,
  room: string
): Promise<{ readonly connection: Connection; close(): void }> {
  const instance = await DuckDBInstance.create(join(room, 'rows.duckdb'), {
    memory_limit: MEMORY,
    temp_directory: join(room, 'sorted'),
    preserve_insertion_order: 'false',
    // Never asks the network for a part of itself.
    autoinstall_known_extensions: 'false',
    autoload_known_extensions: 'false'
  });
  const connection = await instance.connect();
  return {
    connection,
    close() {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

async function tableOf(connection: Connection, file: string, table: string, room: string): Promise<string> {
  if (/\.parquet$/i.test(file)) {
    await connection.run(`SET allowed_paths = [${literal(file)}, ${literal(room)}]`);
    return `read_parquet(${literal(file)})`;
  }
  if (/\.csv$/i.test(file)) {
    // Read once: an indicator is asked for at a time, and a text can't be asked.
    const options = `header = true, all_varchar = true, delim = ',', quote = '"', escape = '"', auto_detect = false`;
    const names = await columnsOf(connection, `read_csv(${literal(file)}, header = true, all_varchar = true)`);
    const columns = names.map((name) => `${literal(name)}: 'VARCHAR'`).join(', ');
    await connection.run(
      `CREATE TABLE csv_rows AS SELECT * FROM read_csv(${literal(file)}, ${options}, columns = {${columns}})`
    );
    return 'csv_rows';
  }
  await connection.run(`ATTACH ${literal(file)} AS source (READ_ONLY)`);
  await connection.run('USE source');
  return table.split('.').map(quoted).join('.');
}

async function columnsOf(connection: Connection, from: string): Promise<readonly string[]> {
  return (await connection.stream(`SELECT * FROM ${from} LIMIT 0`)).columnNames();
}

function literal(text: string): string {
  return `'${text.replace(/'/g, "''")}'`;
}

async function ask(connection: Connection, sql: string): Promise<Answer> {
  try {
    const result = await connection.stream(sql);
    const types = result.columnTypes().map(String);
    const columns = result.columnNames().map((name, i) => ({ name, isText: types[i] === 'VARCHAR' }));
    return { columns, parts: partsOf(result) };
  } catch (error) {
    throw asSourceError(error);
  }
}

async function* partsOf(result: Result): AsyncGenerator<readonly Row[]> {
  try {
    for (;;) {
      const chunk = await result.fetchChunk();
      if (!chunk || chunk.rowCount === 0) return;
      yield rowsOf(chunk.getColumns(), chunk.rowCount);
    }
  } catch (error) {
    throw asSourceError(error);
  }
}

function rowsOf(columns: readonly (readonly unknown[])[], count: number): Row[] {
  const rows: string[][] = Array.from({ length: count }, () => new Array<string>(columns.length));
  columns.forEach((column, c) => {
    for (let r = 0; r < count; r += 1) {
      const value = column[r];
      rows[r]![c] = typeof value === 'string' ? value : value === null ? '' : String(value);
    }
  });
  return rows;
}

function asSourceError(error: unknown, file?: string): SourceError {
  if (error instanceof SourceError) return error;
  const text = error instanceof Error ? error.message : String(error);
  const at = file === undefined ? 'DuckDB' : `“${file}”`;
  if (/Conflicting lock|Could not set lock/i.test(text))
    return new SourceError(`${at}正被别的程序写着，请等它写完再做`);
  if (/Table with name .* does not exist/i.test(text)) return new SourceError(`${at}里没有这张表，请核对 --table`);
  if (/not a valid DuckDB database|Serialization Error|storage version/i.test(text))
    return new SourceError(`${at}不是 DuckDB 的数据库文件，或者是更新的版本写的`);
  if (/No magic bytes|not a Parquet file|too small to be a Parquet/i.test(text))
    return new SourceError(`${at}不是完整的 Parquet 文件`);
  if (/not utf-8|Invalid unicode/i.test(text)) return new SourceError(`${at}不是 UTF-8，请另存为 UTF-8，或改用 --from`);
  if (/Out of Memory/i.test(text)) return new SourceError(`${at}：内存不够（DuckDB 最多用${MEMORY}），磁盘也放不下`);
  const line = /Line: (\d+)/.exec(text)?.[1];
  if (line !== undefined) return new SourceError(`${at}第${line}行读不成，列数或引号不对`);
  return new SourceError(`${at}读不成（${text.replace(/\s+/g, ' ').trim().slice(0, 160)}）`);
}
