/** The files of the page itself, to be handed on as a folder that opens by double click. */

/** Written when the page is built: every file of it but the data. */
const LIST = 'assets/files.json';

/**
 * @param onProgress how many are there, of how many
 * @returns path → bytes
 * @throws Error with a Chinese message, without a full stop, where they can't be read
 */
export async function pageFiles(
  location: Pick<Location, 'protocol'>,
  signal: AbortSignal,
  onProgress: (done: number, total: number) => void
): Promise<Map<string, Uint8Array>> {
  if (location.protocol === 'file:')
    throw new Error(
      '双击打开的看板读不到自己的文件：请把整个看板文件夹拷给对方，再给对方“一个数据包”，解压到其中的 data 文件夹里'
    );
  const list: unknown = JSON.parse(new TextDecoder().decode(await read(LIST, signal)));
  const names = Array.isArray(list) ? list.filter((name): name is string => typeof name === 'string') : [];
  if (!names.includes('index.html')) throw new Error(`${LIST} 不完整，请重新部署看板`);
  const files = new Map<string, Uint8Array>();
  for (const [at, name] of names.entries()) {
    onProgress(at, names.length);
    files.set(name, await read(name, signal));
  }
  onProgress(names.length, names.length);
  return files;
}

async function read(name: string, signal: AbortSignal): Promise<Uint8Array> {
  const address = name.split('/').map(encodeURIComponent).join('/');
  const response = await fetch(address, { cache: 'no-cache', signal });
  if (!response.ok) throw new Error(`服务器没有给出 ${name}（${response.status}），没有打包`);
  return new Uint8Array(await response.arrayBuffer());
}
