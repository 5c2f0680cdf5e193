/** A page of a browser on a DevTools pipe: what a test does in it. */

/** Parameters, results and parts of them, as the protocol has them. */
export type Fields = Record<string, unknown>;

/** What a page needs of its browser. */
export interface CdpConnection {
  send(method: string, params?: Fields, sessionId?: string): Promise<Fields>;
  onEvent(sessionId: string, listener: (method: string, params: Fields) => void): void;
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

/** One page of a CdpBrowser. Expressions are run as they stand: write them in ES2019 for the oldest engine. */
export class CdpPage {
  private constructor(
    private readonly browser: CdpConnection,
    private readonly sessionId: string,
    private readonly contextId: string
  ) {}

  /** For CdpBrowser.newPage. */
  static async open(
    browser: CdpConnection,
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
