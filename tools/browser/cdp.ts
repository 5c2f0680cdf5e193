import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import { CdpPage, type CdpConnection, type CdpPageOptions, type Fields } from './cdpPage';
import type { Engine } from './engine';
import { launchArguments } from './engine';

// Playwright drives Chromium from 83 on; the oldest engine we support is 79. This is the little of the
// DevTools protocol that a test needs, over the pipe (file descriptors 3 and 4, JSON ended by a zero
// byte), which asks for no WebSocket. It drives the newer engines just as well.

interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: Fields;
  result?: Fields;
  error?: { message: string };
}

/** A browser process on a DevTools pipe. */
export class CdpBrowser implements CdpConnection {
  private readonly events = new EventEmitter();
  private readonly waiting = new Map<
    number,
    { resolve: (result: Fields) => void; reject: (error: Error) => void; method: string }
  >();
  private nextId = 1;

  private constructor(
    private readonly child: ChildProcess,
    private readonly profile: string
  ) {
    this.events.setMaxListeners(0);
    this.readMessages(child.stdio[4] as Readable);
    const gone = () => {
      for (const { reject, method } of this.waiting.values()) reject(new Error(`browser ended during ${method}`));
      this.waiting.clear();
    };
    child.on('exit', gone);
    child.on('error', gone);
    // A browser that dies breaks the pipe; the waiting calls are rejected above.
    (child.stdio[3] as Writable).on('error', gone);
  }

  /** Starts the engine without a window, with a profile of its own. */
  static async launch(engine: Engine): Promise<CdpBrowser> {
    const profile = mkdtempSync(join(tmpdir(), 'browser-profile-'));
    const child = spawn(
      engine.executable,
      [
        ...launchArguments(),
        '--headless',
        '--hide-scrollbars',
        '--mute-audio',
        '--remote-debugging-pipe',
        `--user-data-dir=${profile}`,
        'about:blank'
      ],
      { env: { ...process.env, ...engine.env }, stdio: ['ignore', 'ignore', 'ignore', 'pipe', 'pipe'] }
    );
    const browser = new CdpBrowser(child, profile);
    try {
      await browser.send('Browser.getVersion');
    } catch (error) {
      await browser.close();
      throw error;
    }
    return browser;
  }

  /** Product and version, e.g. `HeadlessChrome/79.0.3945.0`. */
  async version(): Promise<string> {
    return String((await this.send('Browser.getVersion')).product);
  }

  /** One protocol call; rejects with the method's name and the browser's words. */
  send(method: string, params: Fields = {}, sessionId?: string): Promise<Fields> {
    const id = this.nextId;
    this.nextId += 1;
    return new Promise((resolve, reject) => {
      if (this.child.exitCode !== null) return reject(new Error(`browser ended before ${method}`));
      this.waiting.set(id, { resolve, reject, method });
      (this.child.stdio[3] as Writable).write(`${JSON.stringify({ id, method, params, sessionId })}\0`);
    });
  }

  /** Events of one page. */
  onEvent(sessionId: string, listener: (method: string, params: Fields) => void): void {
    this.events.on(sessionId, listener);
  }

  /** A page in a context of its own: no cookies, storage or cache shared with another. */
  async newPage(options: CdpPageOptions = {}): Promise<CdpPage> {
    const { browserContextId } = await this.send('Target.createBrowserContext');
    const { targetId } = await this.send('Target.createTarget', { url: 'about:blank', browserContextId });
    const { sessionId } = await this.send('Target.attachToTarget', { targetId, flatten: true });
    return CdpPage.open(this, String(sessionId), String(browserContextId), options);
  }

  async close(): Promise<void> {
    const { child } = this;
    if (child.exitCode === null && child.signalCode === null) {
      const ended = new Promise((resolve) => child.once('exit', resolve));
      const timer = setTimeout(() => child.kill('SIGKILL'), 3000);
      await Promise.race([
        this.send('Browser.close').then(
          () => ended,
          () => child.kill('SIGKILL')
        ),
        ended
      ]);
      await ended;
      clearTimeout(timer);
    }
    rmSync(this.profile, { recursive: true, force: true, maxRetries: 5 });
  }

  private readMessages(pipe: Readable): void {
    let rest: Buffer = Buffer.alloc(0);
    pipe.on('data', (chunk: Buffer) => {
      // Cut at the zero byte before decoding: a chunk may end inside a Chinese character.
      rest = Buffer.concat([rest, chunk]);
      for (let end = rest.indexOf(0); end !== -1; end = rest.indexOf(0)) {
        this.receive(JSON.parse(rest.toString('utf8', 0, end)) as Message);
        rest = rest.subarray(end + 1);
      }
    });
  }

  private receive(message: Message): void {
    const call = message.id === undefined ? undefined : this.waiting.get(message.id);
    if (call) {
      this.waiting.delete(message.id!);
      if (message.error) call.reject(new Error(`${call.method}: ${message.error.message}`));
      else call.resolve(message.result ?? {});
    } else if (message.method !== undefined && message.sessionId !== undefined) {
      this.events.emit(message.sessionId, message.method, message.params ?? {});
    }
  }
}
