import fc from 'fast-check';
import { CHANGE_BASES } from '../../../src/domain/trend/changeKind';
import { describe, expect, it } from 'vitest';
import type { ViewChoices } from '../../../src/domain/address/fields';
import { formatView, linkQuery, parseView, type Views } from '../../../src/domain/address/views';
import { dataset, indicator, place } from '../factory';

const data = dataset({
  indicators: [
    indicator({ id: 'htn-rate', name: '高血压规范管理率' }),
    indicator({ id: 'dm-rate', name: '糖尿病规范管理率' })
  ],
  places: [place('zhongfang'), place('xiangshan')]
});
const choices: ViewChoices = { dataset: data, defaultIndicator: { places: 'htn-rate', periods: 'dm-rate' } };

describe('parseView', () => {
  it('gives a whole view for an empty address', () => {
    const { view, problems } = parseView('places', {}, choices);
    expect(view).toEqual({
      focus: '',
      tab: 'rank',
      indicator: 'htn-rate',
      places: [],
      period: '',
      reference: '',
      sort: 'value',
      showIncomparable: false,
      includeOrganisations: false,
      rankParents: false,
      part: '',
      perCapita: false,
      intervals: false,
      theme: '',
      column: '',
      reversed: false,
      row: '',
      rowReversed: false,
      search: '',
      form: '',
      against: 'year',
      baseYear: ''
    });
    expect(problems).toEqual([]);
  });

  it('names an unknown indicator and shows the default', () => {
    const { view, problems } = parseView('places', { i: 'nonsense' }, choices);
    expect(view.indicator).toBe('htn-rate');
    expect(problems).toEqual([
      { key: 'i', value: 'nonsense', text: '地址里的指标“nonsense”不在数据中，已改为“高血压规范管理率”。' }
    ]);
  });

  it('takes the nearest indicator where the id is cut short', () => {
    const { view, problems } = parseView('places', { i: 'dm-r' }, choices);
    expect(view.indicator).toBe('dm-rate');
    expect(problems[0]!.text).toContain('已改为“糖尿病规范管理率”');
  });

  it('keeps the known places of a list and names the others', () => {
    const { view, problems } = parseView('places', { p: 'zhongfang,atlantis,xiangshan' }, choices);
    expect(view.places).toEqual(['zhongfang', 'xiangshan']);
    expect(problems[0]!.text).toBe('地址里的地区“atlantis”不在数据中，已忽略。');
  });

  it.each([
    ['period', '2020-13', '地址里的时期“2020-13”读不懂，已改为各地最近一期。'],
    ['ref', 'place:atlantis', '地址里的参照“place:atlantis”读不懂，已改用平均值。'],
    ['sort', 'random', '地址里的选项“random”读不懂，已改用默认。'],
    ['focus', 'atlantis', '地址里的地区“atlantis”不在数据中，已忽略。']
  ])('says what was wrong with %s=%s', (key, value, text) => {
    expect(parseView('places', { [key]: value }, choices).problems).toEqual([{ key, value, text }]);
  });

  it.each([['0'], ['-1'], ['1.5'], ['x']])('a page of %s is the first page', (page) => {
    const { view, problems } = parseView('progress', { page }, choices);
    expect(view.page).toBe(1);
    expect(problems).toHaveLength(1);
  });

  it.each([
    ['period', 'soon', '地址里的时期“soon”读不懂，已忽略。'],
    ['measure', '环比', '地址里的选项“环比”读不懂，已改用默认。'],
    ['status', 'x', '地址里的选项“x”读不懂，已改用默认。'],
    ['sort', 'beauty', '地址里的选项“beauty”读不懂，已改用默认。']
  ])('on the data screen says what was wrong with %s=%s', (key, value, text) => {
    const { view, problems } = parseView('data', { [key]: value }, choices);
    expect(view[key as 'period']).toBe('');
    expect(problems).toEqual([{ key, value, text }]);
  });

  it('reads a period in any of its forms as the canonical one', () => {
    expect(parseView('places', { period: '2020年上半年' }, choices).view.period).toBe('2020-H1');
  });

  it('ignores keys that it does not know', () => {
    expect(parseView('overview', { utm: 'x' }, choices)).toEqual({
      view: {
        focus: '',
        rule: '',
        period: '',
        tab: 'points',
        card: '',
        items: [],
        by: 'places',
        sort: '',
        reversed: false,
        against: 'previous',
        baseYear: '',
        reference: ''
      },
      problems: []
    });
  });

  it.each([['2'], ['x'], ['4000'], ['5.5']])(
    'turns slides every 20 seconds where %s are asked for, and says so',
    (auto) => {
      const { view, problems } = parseView('present', { deck: 'monthly', auto }, choices);
      expect(view).toEqual({ focus: '', deck: 'monthly', slide: 1, slideId: '', step: 1, role: '', autoSeconds: 20 });
      expect(problems).toEqual([
        { key: 'auto', value: auto, text: `地址里的轮播秒数“${auto}”不在3到3600之间，已改为20秒。` }
      ]);
    }
  );

  it('never throws, whatever stands in the address', () => {
    fc.assert(
      fc.property(
        fc.dictionary(fc.constantFrom('i', 'p', 'period', 'ref', 'sort', 'focus', 'page', 'tab'), fc.string()),
        (query) => {
          parseView('places', query, choices);
          parseView('data', query, choices);
        }
      )
    );
  });
});

describe('formatView', () => {
  it('leaves defaults out', () => {
    expect(
      formatView('places', { indicator: 'htn-rate', reference: '', sort: 'official', places: ['zhongfang'] }, choices)
    ).toEqual({
      sort: 'official',
      p: 'zhongfang'
    });
  });

  it('keeps every filter of the data screen', () => {
    const view: Views['data'] = {
      focus: '',
      tab: 'progress',
      search: 'gxy 宝安',
      theme: '慢病',
      indicator: 'htn-rate',
      programme: '',
      place: 'xiangshan',
      period: '2020-H1',
      measure: '同比(%)',
      status: '存疑',
      source: '甲',
      value: '≥90',
      target: '10-20',
      done: '',
      rate: '<100',
      asOf: '2020-10',
      written: '余',
      section: '一',
      line: '29',
      note: '推断',
      sort: 'rate',
      descending: true,
      all: true,
      show: 'right',
      month: '',
      kind: '率与数'
    };
    expect(parseView('data', formatView('data', view, choices), choices)).toEqual({ view, problems: [] });
  });

  it.each([
    ['红', 'bad'],
    ['黄', 'middling'],
    ['绿', 'good'],
    ['无', 'none']
  ] as const)('reads and writes the lights to show as links always had them: %s', (code, level) => {
    const { view, problems } = parseView('progress', { light: code }, choices);
    expect([view.light, problems]).toEqual([level, []]);
    expect(formatView('progress', { light: level }, choices)).toEqual({ light: code });
  });

  it.each(['紫', 'bad', '红灯'])('says so where the lights to show can’t be read: %s', (raw) => {
    const { view, problems } = parseView('progress', { light: raw }, choices);
    expect(view.light).toBe('');
    expect(problems).toEqual([{ key: 'light', value: raw, text: `地址里的选项“${raw}”读不懂，已改用默认。` }]);
  });

  it('keeps a light rule by what it says, and writes none for the default', () => {
    const view = parseView(
      'progress',
      { rule: 'threshold-90-70-byr', tab: 'matrix', order: 'lag', forecast: '1', flip: '1', outcome: '待报' },
      choices
    ).view;
    expect(formatView('progress', view, choices)).toEqual({
      rule: 'threshold-90-70-byr',
      tab: 'matrix',
      order: 'lag',
      forecast: '1',
      flip: '1',
      outcome: '待报'
    });
    expect(parseView('progress', { rule: 'pace-5-ryg' }, choices)).toMatchObject({ view: { rule: '' }, problems: [] });
  });

  it('says so where a light rule can’t be read', () => {
    const { view, problems } = parseView('overview', { rule: 'pace-500-ryg' }, choices);
    expect(view.rule).toBe('');
    expect(problems).toEqual([
      {
        key: 'rule',
        value: 'pace-500-ryg',
        text: '地址里的亮灯规则“pace-500-ryg”读不懂，已改用“按序时，慢5个百分点以内为黄”。'
      }
    ]);
  });

  it('is undone by parseView for every view', () => {
    const placesView = fc.record<Views['places']>({
      focus: fc.constantFrom('', 'zhongfang'),
      tab: fc.constantFrom('rank', 'table', 'heat'),
      indicator: fc.constantFrom('htn-rate', 'dm-rate'),
      places: fc.uniqueArray(fc.constantFrom('zhongfang', 'xiangshan')),
      period: fc.constantFrom('', '2020', '2020-H1', '2020-01-01/2020-10-26'),
      reference: fc.constantFrom('mean', 'target', 'none', 'place:xiangshan'),
      sort: fc.constantFrom('value', 'official', 'change'),
      showIncomparable: fc.boolean(),
      includeOrganisations: fc.boolean(),
      rankParents: fc.boolean(),
      part: fc.constantFrom('', 'top', 'bottom', 'own'),
      perCapita: fc.boolean(),
      intervals: fc.boolean(),
      theme: fc.constantFrom('', '妇幼健康'),
      column: fc.constantFrom('', 'zhongfang'),
      reversed: fc.boolean(),
      row: fc.constantFrom('', 'htn-rate'),
      rowReversed: fc.boolean(),
      search: fc.constantFrom('', '乙县', 'bax'),
      form: fc.constantFrom('', 'tiles', 'map'),
      against: fc.constantFrom(...CHANGE_BASES),
      baseYear: fc.constantFrom('', '2019')
    });
    fc.assert(
      fc.property(placesView, (view) => {
        expect(parseView('places', formatView('places', view, choices), choices)).toEqual({ view, problems: [] });
      })
    );
  });
});

describe('linkQuery', () => {
  it('carries what an address says, lays the patch over it and leaves out defaults', () => {
    expect(linkQuery('places', { focus: 'xiangshan', rule: 'x' }, { sort: 'official', tab: 'rank' }, choices)).toEqual({
      focus: 'xiangshan',
      sort: 'official'
    });
    expect(linkQuery('places', { focus: 'xiangshan' }, { focus: '' }, choices)).toEqual({});
    expect(linkQuery('places', { focus: 'atlantis' }, {}, choices)).toEqual({});
  });

  it('works out no default of a field that nothing names', () => {
    const costly: ViewChoices = {
      dataset: data,
      defaultIndicator: {
        get places(): string {
          throw new Error('asked for');
        },
        get periods(): string {
          throw new Error('asked for');
        }
      }
    };
    expect(linkQuery('periods', { focus: 'xiangshan' }, { tab: 'changes' }, costly)).toEqual({
      focus: 'xiangshan',
      tab: 'changes'
    });
  });
});
