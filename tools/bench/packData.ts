/** The numbers of a shape made inside DuckDB, and carried from there to ClickHouse: the same rows in both. */
import { createReadStream } from 'node:fs';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { duckDb } from '../sql/duckdb';
import { CLUSTER, type Shards } from './clickHouseShards';
import type { Shape } from './scale/shapes';

const COLUMNS = 'indicator, place, period, measure, source, value, status, line, written, section';

/** One row a place, indicator and month, as `observations` of `scale/shapes` has them; months end with 2024-12. */
function rowsSql({ places, indicators, months }: Shape): string {
  return `
    SELECT 'i' || i AS indicator, 'p' || p AS place, period, '数值' AS measure, 's' || p AS source,
      CASE WHEN i % 3 <> 2 THEN n / 100 ELSE n END AS value, '实际' AS status, CAST(10 + i AS BIGINT) AS line,
      CASE WHEN i % 3 <> 2 THEN printf('%.2f%%', n / 100) ELSE n || '人' END AS written, '月报' AS section
    FROM (
      SELECT i, p, printf('%d-%02d', 1975 + (600 - ${months} + m) // 12, (600 - ${months} + m) % 12 + 1) AS period,
        CASE WHEN i % 3 <> 2 THEN 7000 + (p * 7919 + i * 104729 + p * i * 31) % 2900 + least(90, m)
          ELSE 1000 + (p * 7919 + i * 104729 + p * i * 31) % 90000 + m * 10 END AS n
      FROM range(${months}) AS months(m), range(${places}) AS places(p), range(${indicators}) AS indicators(i)
    )`;
}

interface Session {
  run(sql: string): Promise<unknown>;
  close(): void;
}

async function openFile(file: string): Promise<Session> {
  const module = await duckDb();
  if (!module) throw new Error('没有装 DuckDB（@duckdb/node-api），这一项没有测。');
  const instance = await module.DuckDBInstance.create(file, { memory_limit: '3GB' });
  const connection = await instance.connect();
  return {
    run: (sql) => connection.run(sql),
    close() {
      connection.closeSync();
      instance.closeSync();
    }
  };
}

/** A DuckDB file with the numbers, in the order in which months bring them. */
export async function makeInDuckDb(shape: Shape, file: string): Promise<void> {
  const session = await openFile(file);
  await session.run(`CREATE TABLE observations AS ${rowsSql(shape)}`);
  session.close();
}

/** The same numbers on two shards, each place on one of them, under a Distributed table; `folder` holds them on the way. */
export async function carryToClickHouse(file: string, folder: string, shards: Shards): Promise<void> {
  const session = await openFile(file);
  for (const shard of [0, 1] as const) {
    const csv = join(folder, `shard${shard}.csv`);
    const own = `SELECT ${COLUMNS} FROM observations WHERE CAST(substr(place, 2) AS INT) % 2 = ${shard}`;
    await session.run(`COPY (${own}) TO '${csv}' (HEADER false)`);
    await shards.tell(shard, 'CREATE DATABASE health');
    await shards.tell(
      shard,
      `CREATE TABLE health.local (indicator String, place String, period String, measure String, source String,
        value Float64, status String, line UInt32, written String, section String)
        ENGINE = MergeTree ORDER BY (indicator, place, period)`
    );
    const body = Readable.toWeb(createReadStream(csv)) as unknown as BodyInit;
    await shards.tell(shard, `INSERT INTO health.local FORMAT CSV`, body);
  }
  session.close();
  await shards.tell(
    0,
    `CREATE TABLE health.observations AS health.local ENGINE = Distributed(${CLUSTER}, health, local, rand())`
  );
}
