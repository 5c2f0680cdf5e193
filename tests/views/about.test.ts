import { describe, expect, it } from 'vitest';
import { abilitiesOf, engineName } from '../../src/browser/abilities';
import { parseAddress } from '../../src/domain/address/address';
import { sampleAddresses } from '../../src/figures/sampleAddresses';
import { reportText, safeReason } from '../../src/views/about/report';
import { choicesOf } from '../figures/realData';

describe('engineName', () => {
  it('is the Chromium inside, whatever the browser calls itself', () => {
    const se360 =
      'Mozilla/5.0 (Windows NT 6.1) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/86.0.4240.198 Safari/537.36 QIHU 360SE';
    expect(engineName(se360)).toBe('Chromium 86');
    expect(engineName('Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0')).toBe('Firefox 140');
    expect(
      engineName('Mozilla/5.0 (Macintosh) AppleWebKit/605.1.15 (KHTML, like Gecko) Version/17.4 Safari/605.1.15')
    ).toBe('Safari 17');
    expect(engineName('')).toBe('不明');
  });
});

describe('abilitiesOf', () => {
  it('names what a bare window lacks, refused storage included, and what follows', () => {
    const bare = {
      isSecureContext: false,
      navigator: {},
      document: { execCommand: () => true, fullscreenEnabled: false },
      get localStorage() {
        throw new Error('refused');
      }
    };
    const lacking = abilitiesOf(bare as never).filter(({ isThere }) => !isThere);
    expect(lacking.map(({ name }) => name)).toEqual([
      '安全上下文', '剪贴板', '全屏', '屏幕常亮', '窗口之间通信', '本地存储', '数据库（IndexedDB）', '后台线程（Worker）'
    ]); // prettier-ignore
    expect(lacking.every(({ otherwise }) => otherwise.endsWith('。'))).toBe(true);
  });
});

describe('the report', () => {
  it('says what is known and what became of each check', () => {
    expect(
      reportText(
        [{ name: '看板版本', value: '0.1.0' }],
        [
          { group: '画图', name: '折线', isGood: true, detail: '9个图形' },
          { group: '写文件', name: 'CSV', isGood: false, detail: '行数对不上' }
        ]
      )
    ).toBe(
      '卫健看板状态报告（不含数据内容）\n看板版本：0.1.0\n自检2项，1项不正常\n正常 画图 折线：9个图形\n不正常 写文件 CSV：行数对不上'
    );
    expect(reportText([], [])).toContain('没有运行自检');
  });

  it('quotes no message that may hold a cell of the data', () => {
    expect(safeReason(new Error('写进去的读不回来'))).toBe('写进去的读不回来');
    expect(safeReason(new Error('第3行的“张三”不是数'))).toBe('Error');
    const odd = new TypeError('张三 is not a function');
    odd.stack = 'TypeError: 张三\n at f (http://host/assets/app.js?v=1a2b3c4d:12:34)';
    expect(safeReason(odd)).toBe('TypeError（app.js 12:34）');
    expect(safeReason('张三')).toBe('原因不明');
  });
});

describe('sampleAddresses', () => {
  it('are addresses of screens, each kind once', async () => {
    const samples = sampleAddresses((await choicesOf('data')).dataset);
    expect(samples.every(({ address }) => parseAddress(address) !== undefined)).toBe(true);
    expect(new Set(samples.map(({ name }) => name)).size).toBe(samples.length);
    expect(samples.map(({ name }) => name)).toEqual(
      expect.arrayContaining(['地区对比', '热力表', '斜线', '任务完成', '自查'])
    );
  });
});
