/** A deck with its data for a colleague: the whole page as a folder, or the data package alone. Read when asked for. */
import { deckPackage } from '../../browser/deckPackage';
import { pageFiles } from '../../browser/pageFiles';
import { saveBlob, saveText } from '../../browser/saveFile';
import { defaultIndicators } from '../../domain/address/defaultIndicator';
import type { Deck } from '../../domain/deck/deck';
import { formatDeck } from '../../domain/deck/deckFile';
import { deckHtml } from '../../export/exportDeck';
import { zipPackage } from '../../export/zipPackage';
import { fileName } from '../../figures/fileName';
import { deckViews } from '../../presentation/deckViews';
import { publicDataset } from '../../stores/publicDataset';

export type HandOnForm = 'folder' | 'package' | 'html';

/** What the store of batches makes of the data shown. */
type MakePackage = () => Promise<{ readonly files: ReadonlyMap<string, Uint8Array> }>;

/** Decks that come with data have an id of their own. */
const ID = 'handed-on';
/** The folder inside the zip: plain letters, which the oldest unpackers on Windows read too. */
const FOLDER = 'weijian-kanban';

export interface HandOnJob {
  readonly form: HandOnForm;
  readonly deck: Deck;
  /** Of the file. */
  readonly name: string;
  readonly isPublic: boolean;
  readonly makePackage: MakePackage;
  /** Version of the data and time. */
  readonly stamp: string;
  readonly signal: AbortSignal;
  readonly onProgress: (done: number, total: number) => void;
}

/** @returns one sentence for the reader; rejects with a Chinese reason */
export async function handOn(job: HandOnJob): Promise<string> {
  const { form, name, isPublic, signal } = job;
  if (form === 'html') return publicPage(job);
  // First the page: where it can't be read nothing else is worked out.
  const page = form === 'folder' ? await pageFiles(window.location, signal, job.onProgress) : undefined;
  const { files } = await job.makePackage();
  const data = deckPackage(files, statedDeck(job.deck));
  const thawed = job.deck.slides.some((slide) => 'frozen' in slide && slide.frozen)
    ? '冻结的幻灯片在对方那里按数据包里的数显示。'
    : '';
  const hidden = isPublic ? '，人数太少的数已隐藏' : '';
  if (!page) {
    const file = `${fileName([`${name}-数据包`])}.zip`;
    saveBlob(file, zipPackage(data));
    return `已导出 ${file}${hidden}。解压到对方看板的 data 文件夹里，替换原来的文件，演示稿就在“演示”里。${thawed}`;
  }
  const all = new Map([...page].map(([path, bytes]) => [`${FOLDER}/${path}`, bytes] as const));
  for (const [path, bytes] of data) all.set(`${FOLDER}/data/${path}`, bytes);
  // No other dataset goes along; on file:// the list is asked for by this name.
  all.set(`${FOLDER}/data/datasets.js`, new TextEncoder().encode('window.__KANBAN_DATASETS__=null;\n'));
  all.set(`${FOLDER}/打开演示稿.html`, new TextEncoder().encode(opener()));
  const file = `${fileName([`${name}-可双击打开`])}.zip`;
  saveBlob(file, zipPackage(all));
  return `已导出 ${file}${hidden}。对方解压后，双击里面的“打开演示稿.html”就能放映，不用装任何东西。${thawed}`;
}

/** One page that any browser opens, of the data without small counts. */
async function publicPage({ deck, name, stamp, signal, onProgress, makePackage }: HandOnJob): Promise<string> {
  const { files } = await makePackage();
  const dataset = await publicDataset(files);
  const views = deckViews(deck, { dataset, defaultIndicator: defaultIndicators(dataset) });
  const file = `${fileName([`${name}-小数隐藏`])}.html`;
  saveText(file, await deckHtml(views, { name, stamp, signal, onProgress }), 'text/html;charset=utf-8');
  return `已导出 ${file}，人数太少的数已隐藏；任何浏览器双击就能看。`;
}

/** As decks.json states it. Rows that a slide was frozen with stay here: they could tell what is withheld. */
function statedDeck(deck: Deck): Parameters<typeof deckPackage>[1] {
  const { name, look, slides } = JSON.parse(formatDeck(deck)) as {
    readonly name: string;
    readonly look?: unknown;
    readonly slides: readonly Readonly<Record<string, unknown>>[];
  };
  const open = slides.map((slide) => Object.fromEntries(Object.entries(slide).filter(([key]) => key !== 'frozen')));
  return { id: ID, name, ...(look === undefined ? {} : { look }), slides: open };
}

/** Leads to the deck without a script. */
function opener(): string {
  const address = `index.html#/present?deck=${ID}&role=edit`;
  return `<!doctype html><html lang="zh-CN"><head><meta charset="utf-8"><meta http-equiv="refresh" content="0; url=${address.replace('&', '&amp;')}"><title>打开演示稿</title></head><body><p><a href="${address.replace('&', '&amp;')}">打开演示稿</a></p></body></html>\n`;
}
