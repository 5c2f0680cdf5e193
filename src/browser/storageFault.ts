/** Why the browser keeps nothing, in Chinese, and what to do; a whole sentence. */
export function storageFault(error: unknown): Error {
  const name = error instanceof Error || error instanceof DOMException ? error.name : '';
  const message = error instanceof Error ? error.message : '';
  if (/[\u4e00-\u9fff]/.test(message)) return new Error(`${message.replace(/。$/, '')}。`);
  if (typeof indexedDB === 'undefined' || name === 'SecurityError' || name === 'InvalidStateError')
    return new Error('浏览器不让这个网页保存数据，可能是无痕窗口，也可能是单位的安全设置。');
  if (name === 'QuotaExceededError') return new Error('浏览器的存储空间满了，请清理磁盘或浏览器数据后再试。');
  if (name === 'VersionError') return new Error('浏览器里的上新由更新版的看板保存，这个旧版读不了，请用新版打开。');
  return new Error(`浏览器的存储打不开（${name || '原因不明'}），请重启浏览器再试。`);
}
