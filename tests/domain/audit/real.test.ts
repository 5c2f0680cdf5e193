/**
 * The audit of the repository's own data. Every finding named here was held against the report's text by one
 * reader; a finding more or less is looked at before this list is changed.
 */
import { describe, expect, it } from 'vitest';
import { auditOf } from '../../../src/domain/audit/audit';
import { findingsSummary } from '../../../src/domain/audit/report';
import { loaded } from '../../fixtures/loaded';

const whole = await loaded('data');
const audit = auditOf(whole);

/** Source and line of every row, each once. */
function lines(rows: (typeof audit.findings)[number]['rows']): string[] {
  return [...new Set(rows.map((row) => `${row.source.id}:${row.line}`))];
}

describe('the audit of the real reports', () => {
  it.each([
    ['确定', '合计', '270.5＋216.5＋19＋19＝525，原文合计523', ['xiangshan-2020-10:357']],
    ['确定', '合计', '17＋4＋2＋2＝25，原文合计27', ['xiangshan-2020-10:511']],
    [
      '确定',
      '率与数',
      '1,096÷100.02%≈1,095.8，1,096÷1,095＝100.09%，1,096÷1,096＝100.00%，都不是100.02%',
      ['xiangshan-2020-10:93']
    ],
    ['确定', '率与数', '71÷83.1%≈85.44，71÷85＝83.53%，71÷86＝82.56%，都不是83.1%', ['sichuan-county-b-2021:697']],
    ['确定', '分母', '2,439÷22.58%≈10,802；2,033÷48.94%≈4,154', ['sichuan-county-b-2021:697']],
    ['确定', '分母', '6,717÷365÷42%≈43.8；547÷9≈60.8', ['wugang-tcm-2013:17']],
    ['确定', '一事多处', '96.73%≠95.75%', ['zhongfang-2020:1113']],
    ['确定', '数值范围', '103.8%', ['sichuan-county-a-2016-h1:6']],
    ['确定', '写法', '原文写作“847.34.65/10万”', ['zhoushan-2019-h1:55']],
    ['确定', '写法', '原文写作“近510余万元”', ['wenzhou-2021:665']],
    ['很可能', '部分与总数', '398＞98', ['xiangshan-2020-10:29']],
    ['很可能', '率与数', '46÷90.21%≈50.99，46÷50＝92.00%，46÷51＝90.20%，都不是90.21%', ['sichuan-county-b-2021:697']],
    ['很可能', '率与数', '272÷33,305＝8.17‰，原文10‰', ['sichuan-county-b-2021:703', 'sichuan-county-b-2021:701']],
    [
      '很可能',
      '率与数',
      '7,354×1,000÷3,420,000＝2.15，原文2.20',
      ['baoan-2020:1041', 'baoan-2020:1043', 'baoan-2020-reprint:75', 'baoan-2020-reprint:77']
    ],
    [
      '很可能',
      '率与数',
      '7,689×1,000÷3,420,000＝2.25，原文2.30',
      ['baoan-2020:1041', 'baoan-2020:1043', 'baoan-2020-reprint:75', 'baoan-2020-reprint:77']
    ],
    [
      '很可能',
      '分母',
      '2,362÷86.33%≈2,736；2,362÷100%≈2,362',
      ['sichuan-county-b-2021:697', 'sichuan-county-b-2021:699']
    ],
    ['可疑', '合计', '1,358＋18,384＋2,498＝22,240，原文合计22,444', ['xiangshan-2020-10:873']],
    [
      '可疑',
      '合计',
      '43＋51＋13＋41＋35＋3＋159＋3＋81＋64＋5＋43＋10＋12＋138＋151＝852，原文合计1,038',
      ['zhongfang-2020:1109']
    ],
    ['可疑', '合计', '38.7＋5.1＋14.455＋2.335＝60.59，原文合计78', ['zhongfang-2020:1107', 'zhongfang-2020:1133']],
    [
      '可疑',
      '部分与总数',
      '1,134＋1,096＋752＝2,982＞2,707',
      ['xiangshan-2020-10:615', 'xiangshan-2020-10:49', 'xiangshan-2020-10:93', 'xiangshan-2020-10:177']
    ],
    [
      '可疑',
      '部分与总数',
      '3,906,000＞3,420,000',
      ['baoan-2020:1043', 'baoan-2020:1049', 'baoan-2020-reprint:77', 'baoan-2020-reprint:83']
    ],
    ['可疑', '率与数', '33,480÷33,305＝100.53%，原文93%', ['sichuan-county-b-2021:697', 'sichuan-county-b-2021:703']],
    [
      '可疑',
      '率与数',
      '267÷33,305＝801.68/10万，原文740.99/10万',
      ['sichuan-county-b-2021:699', 'sichuan-county-b-2021:703']
    ],
    [
      '可疑',
      '分母',
      '1,176÷82.3%≈1,429；1,014÷93.11%≈1,089',
      ['sichuan-county-b-2021:697', 'sichuan-county-b-2021:701']
    ],
    ['可疑', '一事多处', '“80余家”≠78家', ['xiangshan-2020-10:255', 'xiangshan-2020-10:817']],
    [
      '可疑',
      '雷同增量',
      '执业医师数同比增加数765人，注册护士数同比增加数765人',
      ['baoan-2020:1041', 'baoan-2020-reprint:75']
    ]
  ])('%s %s %s', (confidence, kind, arithmetic, where) => {
    const found = audit.findings.filter((f) => f.arithmetic === arithmetic);
    expect(found.map((f) => [f.confidence, f.kind, lines(f.rows)])).toEqual([[confidence, kind, where]]);
  });

  it('lists what the readers doubted besides', () => {
    expect(audit.findings.filter((f) => f.kind === '判读存疑').flatMap((f) => lines(f.rows))).toEqual([
      'sichuan-county-a-2016-h1:39',
      'zhongfang-2020:1113',
      'zhongfang-2020:1127',
      'yanbian-city-2020:141'
    ]);
  });

  it('finds nothing else, and says which are no arithmetic of its own', () => {
    expect(audit.findings).toHaveLength(30);
    expect(findingsSummary(audit)).toBe(
      '查出30处：确定10处，很可能6处，可疑14处；其中4处是摘录时人工标的存疑，不是算出来的。'
    );
  });

  it.each([
    ['相符', '26＋1＝27，原文合计27'],
    ['相符', '4＋4＝8，原文合计8'],
    ['相符', '76＋109＋17＋3＋4＋1＋3＝213，原文合计213'],
    ['相符', '10＋16＋146＋7＋1＋1＋937＋141＋33＋1＝1,293，原文合计1,293'],
    ['相符', '7,354＋7,689＝15,043，原文合计15,043'],
    ['相符', '3.7‰＋6.3‰＝10，原文合计10'],
    ['相符', '9,493×1,000÷3,420,000＝2.776，原文2.77'],
    ['相符', '64×96.9%≈62.02，分子是62'],
    ['末位截取', '268÷272＝98.529%，原文98.52%'],
    ['末位截取', '257÷272＝94.485%，原文94.48%'],
    ['末位截取', '6,891÷547＝12.60，原文12.5'],
    ['相容', '98.68分，“90分以上”']
  ])('lists as %s: %s', (outcome, arithmetic) => {
    expect(audit.right.filter((c) => c.arithmetic === arithmetic).map((c) => c.outcome)).toEqual([outcome]);
  });

  it('finds that the two copies of one report agree in everything they share', () => {
    const twice = audit.right.filter(
      (c) =>
        c.kind === '一事多处' &&
        c.rows.some((r) => r.source.id === 'baoan-2020') &&
        c.rows.some((r) => r.source.id === 'baoan-2020-reprint')
    );
    expect(twice.length).toBeGreaterThan(130);
    expect(new Set(twice.map((c) => c.outcome))).toEqual(new Set(['相符']));
  });

  it('names the completions over 100%', () => {
    expect(audit.over.map((o) => o.text)).toEqual([
      '100.02%',
      '105.69%',
      '100.8%',
      '174%',
      '108%',
      '112.92%',
      '100.55%'
    ]);
  });

  it('uses every relation of the table', () => {
    expect(audit.unused).toEqual([]);
  });
});
