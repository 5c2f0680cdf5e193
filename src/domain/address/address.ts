/**
 * An address inside the dashboard as text, `/places?i=htn-rate&focus=zhongfang`: what a headline links to, a slide
 * shows and a copied link says. It knows nothing of the page around it, nor of `#`.
 */

export interface Address {
  readonly screen: Screen;
  readonly query: Query;
}

/**
 * Reads an address; `#`, `#/` and a whole link of the page are taken too.
 * @returns undefined where the path is none of a screen
 */
export function parseAddress(text: string): Address | undefined {
  const inside = text.trim().replace(/^[^#]*#/, '');
  const [path = '', search = ''] = splitOnce(inside, '?');
  const name = path.replace(/^\//, '');
  const screen = name === '' ? 'overview' : SCREENS.find((s) => s === name && s !== 'overview');
  // A bare word is no address: `/` has to be there, or the `#` of a link.
  if (!screen || (!inside.startsWith('/') && !text.includes('#'))) return undefined;
  return { screen, query: parseQuery(search) };
}

/** The text of an address; keys in the order given, empty values left out. */
export function formatAddress(screen: Screen, query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== '');
  const search = pairs.map(([key, value]) => `${encodeURIComponent(key)}=${encodeURIComponent(value)}`).join('&');
  return `/${screen === 'overview' ? '' : screen}${search ? `?${search}` : ''}`;
}

function parseQuery(search: string): Query {
  const query: Record<string, string> = {};
  for (const pair of search.split('&')) {
    const [key = '', value = ''] = splitOnce(pair, '=');
    const name = decoded(key);
    // Repeated keys: the first counts, as in the router. `__proto__` would be no key of its own.
    if (name && name !== '__proto__' && !(name in query)) query[name] = decoded(value);
  }
  return query;
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** A lone `%` stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}

export const SCREENS = ['overview', 'places', 'periods', 'progress', 'profile', 'data', 'present'] as const;

export type Screen = (typeof SCREENS)[number];

/** Query of an address, as vue-router gives it once repeated keys are dropped. */
export type Query = Readonly<Record<string, string>>;
