/** Real web servers for the tests, each with the settings that 部署说明.html prints; only where they are installed. */
import { spawn, type ChildProcess } from 'node:child_process';
import {
  chmodSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  realpathSync,
  rmSync,
  writeFileSync
} from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { GUIDE_STYLE } from '../../tools/deploy/guide';
import { headerPolicy, policyOf } from '../../tools/deploy/policy';
import { apacheConfig, nginxConfig, TOMCAT_CONNECTOR } from '../../tools/deploy/servers';

export interface WebServer {
  /** Address of the folder, ending with a slash. */
  readonly url: string;
  /** The copy of dist/ that is served. */
  readonly folder: string;
  readonly stop: () => Promise<void>;
}

export const SERVERS = ['nginx', 'Apache', 'Tomcat'] as const;
export type ServerName = (typeof SERVERS)[number];

const PROGRAMS: Readonly<Record<ServerName, readonly string[]>> = {
  nginx: ['/usr/sbin/nginx'],
  Apache: ['/usr/sbin/apache2'],
  Tomcat: ['/usr/share/tomcat10/bin/catalina.sh']
};

/** The server's program; undefined where it isn't installed. */
export function programOf(server: ServerName): string | undefined {
  return PROGRAMS[server].find((path) => existsSync(path));
}

/** A folder of the address with all that a path may hold. */
const NAME = '子 目录 #1 100%/卫健看板';

/**
 * Starts a server on a copy of dist/.
 * @param extra further directives inside nginx' `location`, to make it fail in parts
 */
export async function startWebServer(server: ServerName, extra = ''): Promise<WebServer> {
  const home = mkdtempSync(join(realpathSync(tmpdir()), 'kanban-server-'));
  // The servers' own users read it.
  chmodSync(home, 0o755);
  const root = join(home, 'www');
  const folder = join(root, NAME);
  mkdirSync(folder, { recursive: true });
  cpSync(resolve(process.env.KANBAN_DIST ?? 'dist'), folder, { recursive: true });
  const port = await freePort();
  const policy = headerPolicy(policyOf(readFileSync(join(folder, 'index.html'), 'utf8')), GUIDE_STYLE);
  const start = { nginx: startNginx, Apache: startApache, Tomcat: startTomcat }[server];
  const child = start({ program: programOf(server)!, home, root, folder, port, policy, extra });
  const output: Buffer[] = [];
  child.stdout?.on('data', (piece: Buffer) => output.push(piece));
  child.stderr?.on('data', (piece: Buffer) => output.push(piece));
  const url = `http://localhost:${port}/${NAME.split('/').map(encodeURIComponent).join('/')}/`;
  const stop = async (): Promise<void> => {
    const ended = new Promise((done) => child.once('exit', done));
    if (child.exitCode === null) {
      child.kill('SIGTERM');
      await ended;
    }
    rmSync(home, { recursive: true, force: true });
  };
  for (let tries = 0; tries < 600; tries++) {
    if (child.exitCode !== null) break;
    const answer = await fetch(url).catch(() => undefined);
    if (answer?.ok) return { url, folder, stop };
    await new Promise((done) => setTimeout(done, 50));
  }
  await stop();
  throw new Error(`${server} did not start:\n${Buffer.concat(output).toString('utf8')}`);
}

interface Start {
  readonly program: string;
  readonly home: string;
  readonly root: string;
  readonly folder: string;
  readonly port: number;
  readonly policy: string;
  readonly extra: string;
}

function startNginx({ program, home, root, port, policy, extra }: Start): ChildProcess {
  const { http, server } = nginxConfig({ name: NAME, root, policy });
  const config = `daemon off; worker_processes 1; pid ${home}/pid; error_log stderr;
events { worker_connections 64; }
http {
  access_log off;
  client_body_temp_path ${home}/t1; proxy_temp_path ${home}/t2; fastcgi_temp_path ${home}/t3; uwsgi_temp_path ${home}/t4; scgi_temp_path ${home}/t5;
  ${http}
  server { listen 127.0.0.1:${port}; listen [::1]:${port}; ${server.replace(/\}\s*$/, `${extra}\n}\n`)} }
}
`;
  writeFileSync(join(home, 'nginx.conf'), config);
  return spawn(program, ['-p', home, '-e', 'stderr', '-c', join(home, 'nginx.conf')]);
}

function startApache({ program, home, root, folder, port, policy }: Start): ChildProcess {
  const modules = ['mpm_event', 'authz_core', 'alias', 'dir', 'mime', 'headers', 'deflate', 'filter'];
  const config = `${modules.map((name) => `LoadModule ${name}_module /usr/lib/apache2/modules/mod_${name}.so`).join('\n')}
ServerRoot "${home}"
ServerName localhost
Listen ${port}
PidFile "${home}/pid"
ErrorLog "${home}/error.log"
${process.getuid?.() === 0 ? 'User www-data\nGroup www-data' : ''}
DocumentRoot "${root}"
TypesConfig /etc/mime.types
${apacheConfig({ name: NAME, folder, policy })}`;
  writeFileSync(join(home, 'apache.conf'), config);
  return spawn(program, ['-D', 'FOREGROUND', '-f', join(home, 'apache.conf')]);
}

function startTomcat({ program, home, folder, port }: Start): ChildProcess {
  const conf = join(home, 'conf');
  for (const name of ['conf', 'logs', 'temp', 'webapps', 'work']) mkdirSync(join(home, name));
  cpSync('/etc/tomcat10/web.xml', join(conf, 'web.xml'));
  writeFileSync(
    join(conf, 'server.xml'),
    `<?xml version="1.0" encoding="UTF-8"?>
<Server port="-1">
  <Service name="Catalina">
    ${TOMCAT_CONNECTOR.replace('port="8080"', `port="${port}"`)}
    <Engine name="Catalina" defaultHost="localhost">
      <Host name="localhost" appBase="webapps" autoDeploy="false" deployOnStartup="false">
        <Context path="/${NAME}" docBase="${folder}">
          <!-- It looks at a file anew after five seconds; a test needn't wait so long. -->
          <Resources cacheTtl="300" />
        </Context>
      </Host>
    </Engine>
  </Service>
</Server>
`
  );
  return spawn(program, ['run'], {
    // The shell of the script is replaced by the server, so that the signal reaches it.
    env: {
      ...process.env,
      CATALINA_HOME: '/usr/share/tomcat10',
      CATALINA_BASE: home,
      JAVA_OPTS: '-XX:TieredStopAtLevel=1 -Xshare:auto'
    }
  });
}

function freePort(): Promise<number> {
  return new Promise((done, fail) => {
    const probe = createServer();
    probe.once('error', fail);
    probe.listen(0, () => {
      const { port } = probe.address() as AddressInfo;
      probe.close(() => done(port));
    });
  });
}
