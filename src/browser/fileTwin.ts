/** On file://: a file of the data that isn't among the twins of the tables but has a script of its own. */
import { loadScript, SCRIPT_MS, type Twin } from './loadScript';

/**
 * It isn't kept: it may be large.
 * @param address of the folder, with `/` at its end
 * @param nth reading of the page: a later one reads the file anew
 * @throws with a Chinese reason
 */
export async function readFileTwin(address: string, path: string, nth: number): Promise<Twin> {
  const script = `${address}${path.split('/').map(encodeURIComponent).join('/')}.js`;
  const unread = new Error(`没有读到 ${decodeURIComponent(script)}`);
  await loadScript(nth === 0 ? script : `${script}?again=${nth}`, SCRIPT_MS / 1000).catch(() => {
    throw unread;
  });
  const files = window.__KANBAN_FILES__ ?? {};
  const twin = Object.prototype.hasOwnProperty.call(files, path) ? files[path] : undefined;
  if (!twin) throw unread;
  Reflect.deleteProperty(files, path);
  return twin;
}
