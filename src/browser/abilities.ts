/** What the browser can do of what the page would like, and what follows where it can't. */

export interface Ability {
  readonly name: string;
  readonly isThere: boolean;
  /** What the reader notices without it, one Chinese sentence. */
  readonly otherwise: string;
}

/** The engine: `Chromium 109`; where it isn't one, what the browser says of itself. */
export function engineName(userAgent: string): string {
  const chromium = /Chrom(?:e|ium)\/(\d+)/.exec(userAgent);
  if (chromium) return `Chromium ${chromium[1]}`;
  const other = /\b(Firefox|Version)\/(\d+)/.exec(userAgent);
  if (other) return `${other[1] === 'Version' ? 'Safari' : 'Firefox'} ${other[2]}`;
  return userAgent || '不明';
}

/** Asks the window, changes nothing. */
export function abilitiesOf(view: Window & typeof globalThis): Ability[] {
  const { navigator, document } = view;
  return [
    {
      name: '安全上下文',
      isThere: view.isSecureContext,
      otherwise: '内网网址（http）打开时没有，属正常；剪贴板、保持屏幕常亮等由别的办法代替，或不可用。'
    },
    {
      name: '剪贴板',
      isThere: 'clipboard' in navigator,
      otherwise: '复制改用旧的办法，照常可用。'
    },
    {
      name: '复制（旧办法）',
      isThere: typeof document.execCommand === 'function',
      otherwise: '不能复制表格，请改用导出。'
    },
    {
      name: '全屏',
      isThere: document.fullscreenEnabled === true,
      otherwise: '演示不能自动全屏，请按 F11。'
    },
    {
      name: '屏幕常亮',
      isThere: 'wakeLock' in navigator,
      otherwise: '长时间投屏请在电源设置里关掉自动关闭显示器。'
    },
    {
      name: '窗口之间通信',
      isThere: typeof view.BroadcastChannel === 'function',
      otherwise: '演讲者窗口与投屏窗口改用别的办法同步，略慢。'
    },
    { name: '本地存储', isThere: hasStorage(view), otherwise: '关注地区、演示稿只在关闭页面前有效。' },
    { name: '数据库（IndexedDB）', isThere: hasIndexedDb(view), otherwise: '在页面上改的数据不能留到下次。' },
    { name: '后台线程（Worker）', isThere: typeof view.Worker === 'function', otherwise: '读大文件时页面会停顿。' },
    { name: 'GB18030 编码', isThere: knowsEncoding('gb18030'), otherwise: '读不了 GBK、GB18030 编码的表。' }
  ];
}

/** Refused access throws, in private windows and under some policies. */
function hasStorage(view: Window): boolean {
  try {
    return Boolean(view.localStorage);
  } catch {
    return false;
  }
}

function hasIndexedDb(view: Window): boolean {
  try {
    return Boolean(view.indexedDB);
  } catch {
    return false;
  }
}

function knowsEncoding(label: string): boolean {
  try {
    return new TextDecoder(label).encoding === label;
  } catch {
    return false;
  }
}
