/**
 * An address inside the dashboard as text, `/places?i=htn-rate&focus=zhongfang`: what a headline links to, a slide
 * shows and a copied link says. It knows nothing of the page around it, nor of `#`.
 */

export const SCREENS = ['overview', 'places', 'periods', 'progress', 'profile', 'data', 'present', 'about'] as const;

export type Screen = (typeof SCREENS)[number];

/** Query of an address, as vue-router gives it once repeated keys are dropped. */
export type Query = Readonly<Record<string, string>>;

export interface Address {
  readonly screen: Screen;
  readonly query: Query;
}

/**
 * Parses an address; `#`, `#/` and a whole link of the page are taken too, and links as chat programs change them:
 * `#` or what follows it percent-coded, `#!/places`, `&` in place of `?`, `&amp;` in place of `&`.
 * @returns undefined where the path is none of a screen
 */
export function parseAddress(text: string): Address | undefined {
  const whole = text.trim();
  // An address of our own begins with `/`, and what is coded in it belongs to its values.
  const link = whole.startsWith('/') ? whole : whole.replace(/^([^#]*?)%23(?=\/|%2F|!)/i, '$1#');
  const inside = withPlainMarks(link.replace(/^[^#]*#/, '')).replace(/^\/?!\/?/, '/');
  const [path = '', search = ''] = splitOnce(inside, '?');
  const name = path.replace(/^\//, '').replace(/\/$/, '');
  const screen = name === '' ? 'overview' : SCREENS.find((s) => s === name && s !== 'overview');
  // A bare word is no address: `/` has to be there, or the `#` of a link.
  if (!screen || (!inside.startsWith('/') && !link.includes('#'))) return undefined;
  return { screen, query: parseQuery(search) };
}

/** The path of a screen in an address. */
export function pathOf(screen: Screen): string {
  return screen === 'overview' ? '/' : `/${screen}`;
}

/** The screen whose path this is; undefined for any other path. */
export function screenAt(path: string): Screen | undefined {
  return SCREENS.find((screen) => pathOf(screen) === path);
}

/** Marks of the address that were changed on the way, put back; an address without such marks is left as it is. */
function withPlainMarks(address: string): string {
  const plain = address.replace(/&amp;/g, '&').replace(/^(%2F|%21)+/i, decoded);
  if (plain.includes('?')) return plain;
  // `%3F` before any `?` and `&` right after the path are both the mark before the query.
  return plain.replace(/%3F[\s\S]*$/i, (rest) => decoded(rest)).replace(/^(\/?!?\/?\w*)&/, '$1?');
}

/** The text of an address; keys in the order given, empty values left out. */
export function formatAddress(screen: Screen, query: Query): string {
  const search = formatQuery(query);
  return `${pathOf(screen)}${search ? `?${search}` : ''}`;
}

/** The part of an address behind `?`; empty values are left out. */
export function formatQuery(query: Query): string {
  const pairs = Object.entries(query).filter(([, value]) => value !== '');
  return pairs.map(([key, value]) => `${coded(key)}=${coded(value)}`).join('&');
}

/** Parses the part of an address behind `?`. Of repeated keys the first counts. Never throws. */
export function parseQuery(search: string): Query {
  const query: Record<string, string> = {};
  for (const pair of search.split('&')) {
    const [key = '', value = ''] = splitOnce(pair, '=');
    const name = decoded(key);
    // `in` covers what every object has (`__proto__`, `constructor`): no key of an address.
    if (name && !(name in query)) query[name] = decoded(value);
  }
  return query;
}

function splitOnce(text: string, mark: string): string[] {
  const at = text.indexOf(mark);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + 1)];
}

/** A lone surrogate, which no address can carry, becomes U+FFFD. */
function coded(text: string): string {
  return encodeURIComponent(
    text.replace(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g, '\ufffd')
  );
}

/** A lone `%` stands for itself. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text.replace(/\+/g, ' '));
  } catch {
    return text;
  }
}
