/** The parts of an office file that is to be a template, and their relations inside the file. */
import { Refusal } from '../workbook/refusal';
import { isZip, unzipPart, zipParts } from '../workbook/zipParts';

export type TemplateReading<T> =
  | { readonly kind: 'template'; readonly template: T; readonly remarks: readonly string[] }
  /** One Chinese sentence: which file, why, what to do. */
  | { readonly kind: 'refused'; readonly why: string };

export interface OfficePackage {
  /** Text of a part; undefined where there is none. */
  text(path: string): string | undefined;
  /** Path of the first part inside the file that `from` relates to by the last word of its type. */
  target(from: string, type: string): string | undefined;
}

/** Larger than this no theme, master or list of styles is. */
const LARGEST_PART = 8 * 1024 * 1024;
const OLE = [0xd0, 0xcf, 0x11, 0xe0];

/**
 * Opens the file and hands its parts on.
 * @param wanted the part that every such file has, and what the file is called
 * @param read gives the template, or a Chinese clause why there is none
 */
export function openPackage<T>(
  bytes: Uint8Array,
  file: string,
  wanted: { readonly main: string; readonly kind: string },
  read: (parts: OfficePackage) => { readonly template: T; readonly remarks: readonly string[] } | string
): TemplateReading<T> {
  const refuse = (why: string, todo: string): TemplateReading<T> => ({
    kind: 'refused',
    why: `“${file}”不能当模板：${why}。${todo}`
  });
  const again = `请用 Office 或 WPS 打开它，另存为${wanted.kind}，再选。`;
  if (OLE.every((byte, i) => bytes[i] === byte)) return refuse('是旧版格式，或者加了密码', again);
  if (!isZip(bytes)) return refuse(`不是${wanted.kind}`, again);
  try {
    const parts = zipParts(bytes);
    const find = (path: string) => parts.find(({ name }) => name === path);
    if (!find(wanted.main)) return refuse(`不是${wanted.kind}`, again);
    const text = (path: string): string | undefined => {
      const part = find(path);
      if (!part) return undefined;
      if (part.size > LARGEST_PART) throw new Refusal('zip', `里面的 ${path} 太大`, '');
      const content = new TextDecoder().decode(unzipPart(bytes, part));
      // A document type is where entities are declared that unfold without end; no office program writes one.
      if (/<!(DOCTYPE|ENTITY)/i.test(content)) throw new Refusal('xml', `里面的 ${path} 有文档类型声明`, '');
      return content;
    };
    const result = read({ text, target: (from, type) => targetOf(text(relationsOf(from)) ?? '', from, type) });
    if (typeof result === 'string') return refuse(result, again);
    const remarks = [
      ...(parts.some(({ name }) => /vbaProject\.bin$/i.test(name)) ? ['模板里有宏，没有带入。'] : []),
      ...(parts.some(({ name, size }) => name.endsWith('.rels') && size < LARGEST_PART && isExternal(text(name) ?? ''))
        ? ['模板里有指向外部的链接，没有带入。']
        : []),
      ...result.remarks
    ];
    return { kind: 'template', template: result.template, remarks };
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return refuse(error.why, again);
  }
}

/** Value of an attribute of the first element of that name; undefined where there is none. */
export function attribute(xml: string, element: string, name: string): string | undefined {
  const tag = new RegExp(`<${element}(?=[\\s/>])[^>]{0,4000}>`).exec(xml)?.[0] ?? '';
  return new RegExp(`\\s${name}="([^"]*)"`).exec(tag)?.[1];
}

/** What stands in the first element of that name, without its tags; empty where there is none. In one pass. */
export function inside(xml: string, element: string): string {
  const start = new RegExp(`<${element}(?=[\\s>])[^>]{0,4000}>`).exec(xml);
  if (!start || start[0].endsWith('/>')) return '';
  const from = start.index + start[0].length;
  const to = xml.indexOf(`</${element}>`, from);
  return to < 0 ? '' : xml.slice(from, to);
}

/** Every element of that name from its opening tag on, up to its first closing tag. In one pass. */
export function elements(xml: string, element: string): string[] {
  const parts = xml.split(new RegExp(`(?=<${element}[\\s>])`)).filter((part) => part.startsWith(`<${element}`));
  return parts.map((part) => part.split(`</${element}>`)[0]!);
}

function isExternal(relations: string): boolean {
  return /TargetMode\s*=\s*"External"/i.test(relations);
}

function relationsOf(path: string): string {
  return path.replace(/([^/]+)$/, '_rels/$1.rels');
}

function targetOf(relations: string, from: string, type: string): string | undefined {
  for (const [tag] of relations.matchAll(/<Relationship\s[^>]{0,4000}>/g)) {
    const target = attribute(tag, 'Relationship', 'Target');
    if (!target || isExternal(tag)) continue;
    if ((attribute(tag, 'Relationship', 'Type') ?? '').endsWith(`/${type}`)) return joined(from, target);
  }
  return undefined;
}

/** `../theme/theme1.xml` seen from `ppt/slideMasters/slideMaster1.xml`. */
function joined(from: string, target: string): string {
  if (target.startsWith('/')) return target.slice(1);
  const folders = from.split('/').slice(0, -1);
  for (const step of target.split('/')) {
    if (step === '..') folders.pop();
    else if (step !== '.') folders.push(step);
  }
  return folders.join('/');
}
