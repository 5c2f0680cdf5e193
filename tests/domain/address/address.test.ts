import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatAddress, parseAddress, SCREENS } from '../../../src/domain/address/address';

describe('parseAddress(text)', () => {
  it.each([
    ['/places?i=htn-rate&focus=zhongfang', 'places', { i: 'htn-rate', focus: 'zhongfang' }],
    ['#/progress', 'progress', {}],
    ['http://10.1.2.3/看板/index.html#/places?tab=heat', 'places', { tab: 'heat' }],
    ['file:///C:/看板/index.html#/periods?i=a%20b', 'periods', { i: 'a b' }],
    ['/', 'overview', {}],
    ['#/?focus=x', 'overview', { focus: 'x' }],
    ['  /data  ', 'data', {}]
  ])('reads %s', (text, screen, query) => {
    expect(parseAddress(text)).toEqual({ screen, query });
  });

  it.each(['', 'places', '/overview', '/nothing', 'http://example.com/', '//evil', 'javascript:alert(1)'])(
    'refuses %s',
    (text) => {
      expect(parseAddress(text)).toBeUndefined();
    }
  );

  it('takes the first of repeated keys, a lone percent sign as it is, and no key of every object', () => {
    expect(parseAddress('/data?q=1&q=2&x=5%&__proto__=1')).toEqual({ screen: 'data', query: { q: '1', x: '5%' } });
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => void parseAddress(`#/data?${text}`)));
  });
});

describe('links as chat programs change them', () => {
  it.each([
    ['#/places&i=htn-rate&focus=x', 'places', { i: 'htn-rate', focus: 'x' }],
    ['#/places?i=htn-rate&amp;focus=x', 'places', { i: 'htn-rate', focus: 'x' }],
    ['#!/places?i=a', 'places', { i: 'a' }],
    ['#/!/places?i=a', 'places', { i: 'a' }],
    ['http://10.1.2.3/kanban/%23/places?i=a', 'places', { i: 'a' }],
    ['http://10.1.2.3/kanban/index.html?%23%2Fplaces%3Fi%3Da%26focus%3Dx', 'places', { i: 'a', focus: 'x' }],
    ['#/places%3Fi=a', 'places', { i: 'a' }],
    ['#%2Fprogress%3Ftab=matrix', 'progress', { tab: 'matrix' }],
    ['#/data/', 'data', {}]
  ])('opens the screen that %s means', (text, screen, query) => {
    expect(parseAddress(text)).toEqual({ screen, query });
  });

  it('leaves what is coded inside a value as it is', () => {
    expect(parseAddress('/data?q=50%25%3F&value=%3E%3D90')).toEqual({
      screen: 'data',
      query: { q: '50%?', value: '>=90' }
    });
  });
});

describe('formatAddress(screen, query)', () => {
  it('is undone by parseAddress', () => {
    const key = fc.string({ minLength: 1, maxLength: 6 }).filter((k) => !(k in {}));
    const value = fc.string({ minLength: 1 });
    fc.assert(
      fc.property(fc.constantFrom(...SCREENS), fc.dictionary(key, value), (screen, query) => {
        expect(parseAddress(formatAddress(screen, query))).toEqual({ screen, query: { ...query } });
      })
    );
  });

  it('writes a lone surrogate as U+FFFD, which an address can carry', () => {
    expect(formatAddress('data', { q: 'a\ud83d' })).toBe('/data?q=a%EF%BF%BD');
    expect(formatAddress('data', { q: '😀' })).toBe('/data?q=%F0%9F%98%80');
  });

  it('leaves empty values out', () => {
    expect(formatAddress('places', { i: '', theme: '妇幼健康' })).toBe(
      `/places?theme=${encodeURIComponent('妇幼健康')}`
    );
  });
});
