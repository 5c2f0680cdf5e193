import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { EventEmitter } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable, Writable } from 'node:stream';
import type { Engine } from './engine';
import { launchArguments } from './engine';

// Playwright drives Chromium from 83 on; the oldest engine we support is 79. This is the little of the
// DevTools protocol that a test needs, over the pipe (file descriptors 3 and 4, JSON ended by a zero
// byte), which asks for no WebSocket. It drives the newer engines just as well.

type Fields = Record<string, unknown>;
interface Message {
  id?: number;
  sessionId?: string;
  method?: string;
  params?: Fields;
  result?: Fields;
  error?: { message: string };
}

/** Something the page complained of: the console, an exception, a refused request. */
export interface PageComplaint {
  kind: 'console' | 'exception' | 'request';
  text: string;
}

export interface CdpPageOptions {
  /** Width and height in CSS pixels. */
  viewport?: { width: number; height: number };
  /** Classic script run in every document before its own. */
  initScript?: string;
  /** Requests for which this is false are refused and complained of. */
  allowRequest?: (url: string) => boolean;
  onComplaint?: (complaint: PageComplaint) => void;
}

const POLL_MS = 25;

/** A browser process on a DevTools pipe. */
export class CdpBrowser {
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

/** One page of a CdpBrowser. Expressions are run as they stand: write them in ES2019 for the oldest engine. */
export class CdpPage {
  private constructor(
    private readonly browser: CdpBrowser,
    private readonly sessionId: string,
    private readonly contextId: string
  ) {}

  /** For CdpBrowser.newPage. */
  static async open(
    browser: CdpBrowser,
    sessionId: string,
    contextId: string,
    options: CdpPageOptions
  ): Promise<CdpPage> {
    const page = new CdpPage(browser, sessionId, contextId);
    const complain = options.onComplaint ?? (() => undefined);
    browser.onEvent(sessionId, (method, params) => page.hear(method, params, complain, options.allowRequest));
    for (const domain of ['Page', 'Runtime', 'Log', 'Network']) await page.send(`${domain}.enable`);
    if (options.allowRequest) await page.send('Fetch.enable', { patterns: [{ urlPattern: '*' }] });
    if (options.initScript !== undefined) {
      await page.send('Page.addScriptToEvaluateOnNewDocument', { source: options.initScript });
    }
    const { width, height } = options.viewport ?? { width: 1280, height: 720 };
    await page.send('Emulation.setDeviceMetricsOverride', { width, height, deviceScaleFactor: 1, mobile: false });
    return page;
  }

  send(method: string, params: Fields = {}): Promise<Fields> {
    return this.browser.send(method, params, this.sessionId);
  }

  /** Goes to an address and waits until the document is complete. A change of `#` alone is enough too. */
  async goto(url: string): Promise<void> {
    const { errorText } = await this.send('Page.navigate', { url });
    if (errorText) throw new Error(`${String(errorText)}: ${url}`);
    await this.waitFor(`location.href !== 'about:blank' && document.readyState === 'complete'`);
  }

  /** Reloads without the cache. */
  async reload(): Promise<void> {
    await this.evaluate(`window.__beforeReload = true`);
    await this.send('Page.reload', { ignoreCache: true });
    await this.waitFor(`!window.__beforeReload && document.readyState === 'complete'`);
  }

  /** Value of an expression (a promise is awaited), by JSON. */
  async evaluate<T>(expression: string): Promise<T> {
    const answer = await this.send('Runtime.evaluate', { expression, returnByValue: true, awaitPromise: true });
    if (answer.exceptionDetails)
      throw new Error(`${exceptionText(answer.exceptionDetails as Fields)} in ${expression}`);
    return (answer.result as Fields).value as T;
  }

  /** Waits until the expression is truthy; after `timeout` milliseconds throws with the expression. */
  async waitFor(expression: string, timeout = 15_000): Promise<void> {
    const deadline = Date.now() + timeout;
    for (;;) {
      // The document may be replaced during the call: that is not the end of waiting.
      if (await this.evaluate<boolean>(`!!(${expression})`).catch(() => false)) return;
      if (Date.now() > deadline) throw new Error(`waited ${timeout} ms in vain for ${expression}`);
      await new Promise((resolve) => setTimeout(resolve, POLL_MS));
    }
  }

  /** Clicks the middle of the first element that matches, as a mouse does. */
  async click(selector: string): Promise<void> {
    const quoted = JSON.stringify(selector);
    await this.waitFor(`document.querySelector(${quoted})`);
    const { x, y } = await this.evaluate<{ x: number; y: number }>(
      `(function () {
        var element = document.querySelector(${quoted});
        element.scrollIntoView({ block: 'center' });
        var box = element.getBoundingClientRect();
        return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
      })()`
    );
    const at = { x, y, button: 'left', clickCount: 1 };
    await this.send('Input.dispatchMouseEvent', { type: 'mouseMoved', x, y });
    await this.send('Input.dispatchMouseEvent', { type: 'mousePressed', ...at });
    await this.send('Input.dispatchMouseEvent', { type: 'mouseReleased', ...at });
  }

  /** Text into the field that matches. */
  async type(selector: string, text: string): Promise<void> {
    await this.click(selector);
    await this.send('Input.insertText', { text });
  }

  /** What is on the screen, as PNG bytes. */
  async screenshot(): Promise<Buffer> {
    const { data } = await this.send('Page.captureScreenshot', { format: 'png' });
    return Buffer.from(String(data), 'base64');
  }

  async close(): Promise<void> {
    await this.browser.send('Target.disposeBrowserContext', { browserContextId: this.contextId });
  }

  private hear(
    method: string,
    params: Fields,
    complain: (complaint: PageComplaint) => void,
    allow?: (url: string) => boolean
  ): void {
    if (method === 'Runtime.consoleAPICalled' && /^(error|warning|assert)$/.test(String(params.type))) {
      const args = params.args as Fields[];
      complain({
        kind: 'console',
        text: `${String(params.type)}: ${args.map((arg) => String(arg.value ?? arg.description)).join(' ')}`
      });
    } else if (method === 'Runtime.exceptionThrown') {
      complain({ kind: 'exception', text: exceptionText(params.exceptionDetails as Fields) });
    } else if (method === 'Log.entryAdded') {
      const entry = params.entry as Fields;
      if (/^(error|warning)$/.test(String(entry.level))) {
        complain({
          kind: 'console',
          text: `${String(entry.level)}: ${String(entry.text)} ${String(entry.url ?? '')}`.trim()
        });
      }
    } else if (method === 'Fetch.requestPaused' && allow) {
      const { url } = params.request as { url: string };
      const allowed = allow(url);
      if (!allowed) complain({ kind: 'request', text: url });
      const { requestId } = params;
      // The page may be closed before the answer arrives.
      this.send(...answerTo(requestId, allowed)).catch(() => undefined);
    }
  }
}

function answerTo(requestId: unknown, allowed: boolean): [string, Fields] {
  return allowed
    ? ['Fetch.continueRequest', { requestId }]
    : ['Fetch.failRequest', { requestId, errorReason: 'AccessDenied' }];
}

function exceptionText(details: Fields): string {
  const exception = details.exception as Fields | undefined;
  return String(exception?.description ?? exception?.value ?? details.text);
}
