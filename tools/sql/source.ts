/** What `--source` and `--table` name. */
import { clickHousePlace, type ClickHousePlace, type Login, openClickHouse } from './clickhouse';
import { openDuckDb } from './duckdb';
import type { Engine } from './engine';
import { isPlainName } from './queries';

export type Source =
  | { readonly kind: 'file'; readonly file: string; readonly table: string }
  | { readonly kind: 'clickhouse'; readonly place: ClickHousePlace; readonly table: string; readonly login: Login };

const DEFAULT_TABLE = 'observations';

/**
 * @param environment holds user and password
 * @returns the source, or a Chinese sentence saying what is wrong with it
 */
export function sourceOf(
  source: string,
  table: string = DEFAULT_TABLE,
  environment: Readonly<Record<string, string | undefined>>
): Source | string {
  if (/^clickhouse:\/\//.test(source)) {
    const place = clickHousePlace(source);
    if (typeof place === 'string') return place;
    const { CLICKHOUSE_USER: user = 'default', CLICKHOUSE_PASSWORD: password = '' } = environment;
    return isPlainName(table) ? { kind: 'clickhouse', place, table, login: { user, password } } : STRANGE_TABLE;
  }
  if (!/\.(duckdb|parquet|csv)$/i.test(source))
    return '--source 请写 .duckdb、.parquet 或 .csv 文件，或者 clickhouse://主机:端口/库。';
  return table.split('.').every(isPlainName) ? { kind: 'file', file: source, table } : STRANGE_TABLE;
}

const STRANGE_TABLE = '表名只能用字母、汉字、数字和下划线。';

/** @throws SourceError */
export async function openSource(source: Source): Promise<Engine> {
  return source.kind === 'file'
    ? openDuckDb(source.file, source.table)
    : openClickHouse(source.place, source.table, source.login);
}
