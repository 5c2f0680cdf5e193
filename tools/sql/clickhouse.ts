/** ClickHouse over its plain HTTP interface. User and password come from outside and go into a header, nowhere else. */
import { type Answer, type Engine, SourceError } from './engine';
import { isPlainName, quoted } from './queries';
import { CUT, ForeignText, readTabSeparated } from './tabSeparated';

export interface ClickHousePlace {
  readonly host: string;
  readonly port: number;
  readonly database: string;
  /** All shards of a cluster that the server knows; null asks the table itself, which may be a Distributed one. */
  readonly cluster: string | null;
}

export interface Login {
  readonly user: string;
  readonly password: string;
}

const DEFAULT_PORT = 8123;

/** @returns the place, or a Chinese sentence saying what is wrong with the address */
export function clickHousePlace(address: string): ClickHousePlace | string {
  let url: URL;
  try {
    // A scheme that URL knows, so that host and port are split as everywhere.
    url = new URL(address.replace(/^clickhouse:/, 'http:'));
  } catch {
    return `地址读不懂。${FORM}`;
  }
  if (url.username !== '' || url.password !== '')
    return '用户和密码不要写在地址里，请放在环境变量 CLICKHOUSE_USER、CLICKHOUSE_PASSWORD 里。';
  const database = decodeURIComponent(url.pathname.slice(1)) || 'default';
  const cluster = url.searchParams.get('cluster');
  const strange = [...url.searchParams.keys()].filter((key) => key !== 'cluster');
  if (strange.length > 0) return `地址里有不认识的“${strange[0]}”。${FORM}`;
  if (![database, ...(cluster === null ? [] : [cluster])].every(isPlainName))
    return `库名、集群名只能用字母、数字和下划线。${FORM}`;
  // `http:` hides its own port.
  const port = url.port === '' ? (/:80(\/|\?|$)/.test(address) ? 80 : DEFAULT_PORT) : Number(url.port);
  return { host: url.hostname, port, database, cluster };
}

const FORM = '请写成 clickhouse://主机:端口/库，或 clickhouse://主机:端口/库?cluster=集群。';

/** @param table plain name */
export function openClickHouse(place: ClickHousePlace, table: string, login: Login): Engine {
  const { host, port, database, cluster } = place;
  const where = `${host}:${port}`;
  const url = `http://${where}/?database=${encodeURIComponent(database)}`;
  const authorization = `Basic ${Buffer.from(`${login.user}:${login.password}`).toString('base64')}`;
  const aborts = new AbortController();
  return {
    from: cluster === null ? quoted(table) : `cluster(${[cluster, database, table].map(quoted).join(', ')})`,
    literal: (text) => `'${text.replace(/[\\']/g, '\\$&')}'`,
    async ask(sql) {
      const response = await fetch(url, {
        ...{ method: 'POST', body: `${sql} FORMAT TabSeparatedWithNamesAndTypes` },
        // Each question on a connection of its own: between two a chunk is made, and the server hangs up on those who wait.
        ...{ headers: { authorization, connection: 'close' }, redirect: 'error', signal: aborts.signal }
      }).catch((error: unknown) => {
        throw new SourceError(`连不上 ClickHouse（${where}）：${whyOf(error)}`);
      });
      const withWords = translated(where, login);
      if (!response.ok) throw withWords(new ForeignText(await response.text().catch(() => '')), response.status);
      try {
        const { columns, parts } = await readTabSeparated(response.body ?? emptyBody());
        return { columns, parts: withErrors(parts, withWords) };
      } catch (error) {
        throw withWords(error);
      }
    },
    close() {
      aborts.abort();
      return Promise.resolve();
    }
  };
}

async function* emptyBody(): AsyncGenerator<Uint8Array> {
  // Nothing came.
}

async function* withErrors(
  parts: Answer['parts'],
  withWords: (error: unknown) => Error
): Answer['parts'] & AsyncGenerator {
  try {
    yield* parts;
  } catch (error) {
    throw withWords(error);
  }
}

function whyOf(error: unknown): string {
  const cause = (error as { cause?: { code?: string } }).cause;
  const why: Readonly<Record<string, string>> = {
    ECONNREFUSED: '没有服务在应答，请核对地址和端口，或服务是不是开着',
    ENOTFOUND: '没有这个主机，请核对地址',
    EAI_AGAIN: '没有这个主机，请核对地址',
    ECONNRESET: '连接断了，请稍后再做一次',
    UND_ERR_SOCKET: '连接断了，请稍后再做一次',
    UND_ERR_CONNECT_TIMEOUT: '没有应答，请核对地址，或问网络是不是通',
    UND_ERR_HEADERS_TIMEOUT: '五分钟没有应答，请稍后再做一次'
  };
  return why[cause?.code ?? ''] ?? '没有应答，或应答的不是 ClickHouse';
}

/** What the commonest codes of the server mean to whoever makes the pack. */
const CODES: Readonly<Record<string, string>> = {
  47: '表里没有要用的列',
  60: '没有这张表，请核对 --table',
  81: '没有这个库，请核对地址',
  159: '查询超时，请管理员放宽 max_execution_time',
  164: '这个用户只能读（readonly），不能用地址里的 cluster，请改读 Distributed 表，或者换一个用户',
  170: '没有这个集群，请核对地址里的 cluster',
  192: '用户名或密码不对，请核对环境变量 CLICKHOUSE_USER、CLICKHOUSE_PASSWORD',
  193: '用户名或密码不对，请核对环境变量 CLICKHOUSE_USER、CLICKHOUSE_PASSWORD',
  194: '要密码，请写在环境变量 CLICKHOUSE_PASSWORD 里',
  195: '这个用户不许从这台机器连',
  209: '有分片没有应答，请核对各分片是不是都开着',
  210: '有分片连不上，请核对各分片是不是都开着',
  241: '服务器内存不够，请管理员放宽 max_memory_usage',
  279: '有分片连不上，请核对各分片是不是都开着',
  291: '这个用户没有查这个库的权限',
  394: '查询被管理员中止了',
  497: '这个用户没有查询的权限',
  516: '用户名或密码不对，请核对环境变量 CLICKHOUSE_USER、CLICKHOUSE_PASSWORD'
};

/** Longest piece of an answer worth showing. */
const SHOWN = 160;

function translated(where: string, { password }: Login): (error: unknown, status?: number) => Error {
  return (error, status) => {
    if (error instanceof SourceError) return new SourceError(`ClickHouse（${where}）：${error.message}`);
    if (!(error instanceof ForeignText)) return new SourceError(`ClickHouse（${where}）：${CUT}`);
    const code = /Code: (\d+)/.exec(error.text)?.[1];
    const known = code === undefined ? undefined : CODES[code];
    if (known !== undefined) return new SourceError(`ClickHouse（${where}）：${known}`);
    // A server repeats what it was asked, never the login; a proxy may repeat anything.
    const text = password === '' ? error.text : error.text.split(password).join('…');
    const shown = text.replace(/\s+/g, ' ').trim().slice(0, SHOWN);
    if (code !== undefined) return new SourceError(`ClickHouse（${where}）：查询没有成功（${shown}）`);
    const state = status === undefined ? '' : `，状态${status}`;
    return new SourceError(`${where} 的应答不是 ClickHouse 的${state}（${shown || '空的'}），请核对地址和端口`);
  };
}
