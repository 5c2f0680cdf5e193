/** Two ClickHouse servers on this machine with a cluster of both, for tests and the benchmark; Debian's `clickhouse-server`. */
import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const PROGRAM = ['/usr/sbin/clickhouse-server', '/usr/bin/clickhouse-server'].find((path) => existsSync(path));

/** Whether the servers can be started on this machine. */
export const hasClickHouse = PROGRAM !== undefined;

/** The cluster's name, and who may do anything on it, and who may only look. */
export const CLUSTER = 'kanban';
export const OWNER = { user: 'owner', password: 'owner-pass' } as const;
export const READER = { user: 'reader', password: 'reader-pass' } as const;

export interface Shards {
  /** Of the HTTP interface of each. */
  readonly ports: readonly [number, number];
  readonly processes: readonly ChildProcess[];
  /** Tells a shard something, as its owner; `body` follows the words, as rows of an INSERT do. */
  tell(shard: 0 | 1, sql: string, body?: BodyInit): Promise<string>;
  stop(): Promise<void>;
}

export async function startShards(): Promise<Shards> {
  const home = mkdtempSync(join(tmpdir(), 'kanban-clickhouse-'));
  const ports = await freePorts(6);
  const processes = [0, 1].map((shard) => startOne(join(home, `shard${shard}`), shard, ports));
  const stop = async (): Promise<void> => {
    await Promise.all(
      processes.map(
        (one) =>
          new Promise<void>((done) => {
            if (one.exitCode !== null || one.signalCode !== null) return done();
            one.once('exit', () => done());
            one.kill('SIGKILL');
          })
      )
    );
    rmSync(home, { recursive: true, force: true });
  };
  const http = [ports[0]!, ports[3]!] as const;
  const tell: Shards['tell'] = async (shard, sql, body) => {
    const response = await fetch(`http://127.0.0.1:${http[shard]}/?query=${encodeURIComponent(sql)}`, {
      ...{ method: 'POST', body: body ?? null, duplex: 'half' },
      headers: { authorization: `Basic ${btoa(`${OWNER.user}:${OWNER.password}`)}` }
    } as RequestInit);
    const text = await response.text();
    if (!response.ok) throw new Error(text);
    return text;
  };
  try {
    await Promise.all(http.map((port, i) => answering(port, processes[i]!)));
    return { ports: http, processes, tell, stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

function startOne(home: string, shard: number, ports: readonly number[]): ChildProcess {
  mkdirSync(home, { recursive: true });
  for (const name of ['data', 'tmp', 'files', 'schemas']) mkdirSync(join(home, name));
  const [http, native, between] = ports.slice(shard * 3);
  const replicas = [ports[1], ports[4]].map(
    (port) =>
      `<shard><internal_replication>true</internal_replication><replica><host>127.0.0.1</host><port>${port}</port><user>${OWNER.user}</user><password>${OWNER.password}</password></replica></shard>`
  );
  writeFileSync(
    join(home, 'config.xml'),
    `<yandex>
<logger><level>warning</level><log>${home}/server.log</log><errorlog>${home}/error.log</errorlog></logger>
<http_port>${http}</http_port><tcp_port>${native}</tcp_port><interserver_http_port>${between}</interserver_http_port>
<listen_host>127.0.0.1</listen_host>
<path>${home}/data/</path><tmp_path>${home}/tmp/</tmp_path>
<user_files_path>${home}/files/</user_files_path><format_schema_path>${home}/schemas/</format_schema_path>
<users_config>users.xml</users_config><default_profile>default</default_profile><default_database>default</default_database>
<mark_cache_size>50000000</mark_cache_size>
<remote_servers><${CLUSTER}>${replicas.join('')}</${CLUSTER}></remote_servers>
</yandex>`
  );
  const user = (login: { readonly user: string; readonly password: string }, profile: string): string =>
    `<${login.user}><password>${login.password}</password><networks><ip>127.0.0.1</ip></networks><profile>${profile}</profile><quota>default</quota></${login.user}>`;
  writeFileSync(
    join(home, 'users.xml'),
    `<yandex>
<profiles><default><max_memory_usage>2000000000</max_memory_usage></default><look><readonly>1</readonly></look></profiles>
<users>${user(OWNER, 'default')}${user(READER, 'look')}</users>
<quotas><default><interval><duration>3600</duration></interval></default></quotas>
</yandex>`
  );
  return spawn(PROGRAM!, [`--config-file=${join(home, 'config.xml')}`], { cwd: home, stdio: 'ignore' });
}

async function answering(port: number, child: ChildProcess): Promise<void> {
  for (let tries = 0; tries < 600; tries += 1) {
    if (child.exitCode !== null) break;
    const answer = await fetch(`http://127.0.0.1:${port}/ping`).catch(() => undefined);
    if (answer?.ok) return;
    await new Promise((done) => setTimeout(done, 50));
  }
  throw new Error('clickhouse-server did not start');
}

async function freePorts(count: number): Promise<number[]> {
  const servers = await Promise.all(
    Array.from(
      { length: count },
      () =>
        new Promise<ReturnType<typeof createServer>>((done) => {
          const server = createServer().listen(0, '127.0.0.1', () => done(server));
        })
    )
  );
  const ports = servers.map((server) => (server.address() as AddressInfo).port);
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return ports;
}
