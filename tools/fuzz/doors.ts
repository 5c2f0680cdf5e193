/** Texts and bytes that come in from outside, one door after the other: what each makes of changed and hostile input. */
import { docxText } from '../../src/datasets/read/docxText';
import { decode } from '../../src/datasets/read/decode';
import { readBatch, readBatchBody } from '../../src/datasets/batch/batchFile';
import { readPattern } from '../../src/datasets/check/pattern';
import { parsePackage } from '../../src/datasets/check/schema';
import { PackFault } from '../../src/datasets/pack/fault';
import { parseIndex } from '../../src/datasets/pack/parseIndex';
import { parseBoundaries } from '../../src/datasets/boundaries';
import { parseLightRules } from '../../src/datasets/lightRules';
import { parseScorecards } from '../../src/datasets/scorecards';
import { parseReadyDecks } from '../../src/datasets/readyDecks';
import { formatAddress, parseAddress } from '../../src/domain/address/address';
import { parseDeck } from '../../src/domain/deck/deckFile';
import { readDecks } from '../../src/domain/deck/deckLibrary';
import { excerpt, textLines } from '../../src/domain/evidence/excerpt';
import { parseRule } from '../../src/domain/lights/ruleCode';
import { parseFlags } from '../../src/domain/model/flags';
import { readReport } from '../../src/domain/read/readReport';
import { parsePeriod } from '../../src/domain/time/parsePeriod';
import { escapeFormula } from '../../src/export/text/formulaInjection';
import { csvLine } from '../../src/export/text/tableCsv';
import { tableHtml, tableText } from '../../src/export/text/clipboardTable';
import { fileName } from '../../src/figures/fileName';
import type { Chance } from './chance';
import { TEXTS } from './hostile';

export interface Door {
  readonly name: string;
  /** Throws only where the program is at fault. @returns what must be printable */
  readonly enter: (input: string) => unknown;
  /** What good input looks like: changed to make the cases. */
  readonly samples: readonly string[];
}

const REPORT =
  '一、基本情况\n全县共有医疗机构123家，床位4567张，较上年增长5.6%。\n二、主要工作\n（一）规范管理率达97.06%，完成目标的103%；门诊12.3万人次，下降2.1个百分点。\n指标\t2020年\t2021年\n分娩\t1234\t1200';
const PERIOD = parsePeriod('2021')!;

/** Two areas: one of a ring, one of two polygons. */
const MAP =
  '{"type":"FeatureCollection","审图号":"虚构S(2020)001号","features":[{"type":"Feature","id":"a","properties":{"place":"a","name":"甲县"},"geometry":{"type":"Polygon","coordinates":[[[110.5,27.1],[111,27.1],[111,27.6],[110.5,27.1]]]}},{"type":"Feature","properties":{"code":"431221"},"geometry":{"type":"MultiPolygon","coordinates":[[[[111,27.1],[111.5,27.1],[111.5,27.6],[111,27.1]]],[[[112,28],[112.1,28],[112.1,28.1],[112,28]]]]}}]}';

const HASH = '0123456789abcdef'.repeat(4);
const PACK = `{"format":"weijian-kanban-pack","formatVersion":3,"dataset":"a","version":"1","source":{"file":"observations.csv","bytes":9,"sha256":"${HASH}"},"rows":2,"found":3,"encoding":"UTF-8","issues":[{"level":"错误","file":"observations.csv","row":4,"rule":"类型","why":"不是数","todo":"请改"}],"summary":{"periods":["2024"],"hasParts":false,"hasIntervals":false,"hasFractions":false,"hasCells":false,"sources":["s"],"places":[{"id":"a","rows":2,"changed":0,"sources":[0]}],"indicators":[{"id":"beds","rows":2,"lasting":0,"reports":"AQ=="}]},"chunks":[{"file":"a.bin","bytes":9,"sha256":"${HASH}","rows":2,"indicators":["beds"]}],"places":[{"file":"b.bin","bytes":9,"sha256":"${HASH}","rows":2,"places":["a"]}]}`;

const PARAGRAPH = (text: string): string =>
  `<w:document><w:body><w:p><w:r><w:t>${text}</w:t></w:r></w:p><w:tbl><w:tr><w:tc><w:p><w:r><w:t>12</w:t></w:r></w:p></w:tc></w:tr></w:tbl></w:body></w:document>`;

/** @param packageText of a good package, @param lights and @param decks its other files */
export function doors(packageText: string, lights: string, decks: string, scorecards: string): readonly Door[] {
  return [
    {
      name: '地址',
      samples: ['#/places?i=htn-rate&focus=a', '/present?deck=x&slide=3&auto=20', 'http://h/x/#/data?q=%E4%B8%AD'],
      enter: (text) => {
        const address = parseAddress(text);
        return address && formatAddress(address.screen, address.query);
      }
    },
    {
      name: '时期',
      samples: ['2020-01/2020-09', '2020年1—10月', '截至2020年10月26日', '2020-Q3'],
      enter: (text) => parsePeriod(text)?.text
    },
    { name: '亮灯规则', samples: ['序时,5,10,红黄绿', '位次,1,2,蓝黄红'], enter: (text) => parseRule(text, [])?.name },
    { name: '标记', samples: ['口径调整;初步', '修订'], enter: parseFlags },
    { name: '数据包', samples: [packageText], enter: (text) => parsePackage(text, 'datapackage.json').issues },
    { name: 'lights.json', samples: [lights], enter: (text) => parseLightRules(text, 'lights.json').issues },
    { name: 'decks.json', samples: [decks], enter: (text) => parseReadyDecks(text, 'decks.json').issues },
    {
      name: 'scorecards.json',
      samples: [scorecards],
      enter: (text) => parseScorecards(text, 'scorecards.json').issues
    },
    {
      name: 'map.json',
      samples: [MAP],
      enter: (text) => {
        const { boundaries, issues } = parseBoundaries(text, 'map.json');
        // A map or a reason, never both and never neither; what is drawn has finite numbers only.
        if ((boundaries === null) !== issues.length > 0) throw new Error('地图和原因应当只有一样');
        return [issues, boundaries?.shapes.map(({ rings }) => rings)];
      }
    },
    {
      name: '数据包目录',
      samples: [PACK],
      enter: (text) => {
        try {
          const { rows, chunks } = parseIndex(text);
          // No file outside of the folder, and no number that isn't one.
          if (chunks.some(({ file }) => /[\\/]|^\.\.?$/.test(file))) throw new Error('文件在文件夹外面');
          return [rows, chunks];
        } catch (error) {
          if (error instanceof PackFault) return error.message;
          throw error;
        }
      }
    },
    {
      name: '演示稿',
      samples: ['{"title":"a","slides":[{"id":"1","address":"/places","title":"","notes":""}]}'],
      enter: (text) => [
        parseDeck(text, 'd1'),
        readDecks(
          [
            ['kanban-deck:d1', text],
            ['kanban-slide:d1:s1', text]
          ],
          []
        )
      ]
    },
    {
      name: '批次',
      samples: ['{"format":"kanban-batch","version":1,"id":"a","changes":[]}'],
      enter: (text) => [readBatch(text, 'weijian-kanban-data').kind, readBatchBody(text).kind]
    },
    {
      name: '报告',
      samples: [REPORT],
      enter: (text) => readReport(text, { place: '甲县', period: PERIOD, kind: '总结' })
    },
    {
      name: 'Word',
      samples: [PARAGRAPH('床位4567张'), PARAGRAPH('&amp;&#x4e2d;')],
      enter: (text) => docxText({ document: text, numbering: text, notes: undefined })
    },
    {
      name: '字节',
      samples: ['a,b\n中,1\n'],
      enter: (text) =>
        decode(
          Uint8Array.from(text, (c) => c.charCodeAt(0) & 255),
          'a.csv'
        ).kind
    },
    { name: '原文', samples: [REPORT], enter: (text) => excerpt(textLines(text), 3, '床位', 2) },
    {
      name: '正则',
      samples: ['^[^\\s,;]+$', '(初步|修订)(;(初步|修订))*'],
      enter: (text) => {
        const reading = readPattern(text);
        // What is let through has to end, whatever it is held against.
        return reading.kind === 'pattern' ? reading.pattern.test(`${'a'.repeat(28)}1${'a'.repeat(28)}!`) : reading.kind;
      }
    },
    {
      name: '文件名',
      samples: ['规范管理率', 'a/b\\c:d'],
      enter: (text) => {
        const name = fileName([text, '2020年']);
        if (/[\\/:*?"<>|\u0000-\u001f]|^\.|\.\.[\\/]/.test(name)) throw new Error(`不能作文件名：${name}`);
        return '';
      }
    },
    {
      name: '剪贴板和CSV',
      samples: ['=1+1', '甲县', '"a",b'],
      enter: (text) => {
        const table = {
          caption: text,
          columns: [{ key: 'a', title: text, align: '左' }],
          rows: [[{ text, value: text }]]
        } as never;
        const cells = tableText(table).split(/[\t\r\n]+/);
        if (cells.some((cell) => /^[=+\-@＝＋－＠]/.test(cell))) throw new Error(`公式：${text}`);
        if (/<(?!\/?(?:meta|table|thead|tbody|tr|th|td|p)[ >])/.test(tableHtml(table)))
          throw new Error(`HTML：${text}`);
        return [csvLine([escapeFormula(text)]).length];
      }
    }
  ];
}

/** Good input changed in a few places, or what nobody would send. */
export function inputFor({ samples }: Door, chance: Chance): string {
  if (chance.happens(0.15)) return chance.pick(TEXTS).repeat(chance.pick([1, 1, 3, 200]));
  let text = chance.pick(samples);
  for (let changes = 1 + chance.below(6); changes > 0; changes--) {
    const at = chance.below(text.length + 1);
    const cut = chance.pick([0, 0, 1, 5, 40]);
    text = text.slice(0, at) + chance.pick(PIECES)(chance) + text.slice(at + cut);
  }
  return text.slice(0, 200_000);
}

const PIECES: readonly ((chance: Chance) => string)[] = [
  (chance) => chance.pick(TEXTS),
  (chance) => String.fromCharCode(chance.below(0x3000)),
  (chance) =>
    chance.pick([
      '"',
      '{',
      '}',
      '[',
      ']',
      ',',
      ':',
      '(',
      ')*',
      '+',
      '|',
      '\\',
      '%',
      '&',
      '#',
      '<',
      '>',
      '\n',
      '\t',
      '\0'
    ]),
  (chance) => chance.pick(['999999999999999999', '1e309', '-0', '0.1', '10^10', '亿亿', '两千零二十年']),
  (chance) =>
    chance.pick([
      '"__proto__":{"x":1},',
      '"constructor":0,',
      '&#x110000;',
      '&#0;',
      '<w:p>',
      '</w:p>',
      '年1—10月',
      '一、'
    ])
];
