/** The first thing that makes an XML text ill-formed; empty where it is well-formed. Enough for what the exports write. */
export function xmlFault(xml: string): string {
  const open: string[] = [];
  const pattern =
    /<\?[^>]*\?>|<!\[CDATA\[[\s\S]*?\]\]>|<\/([\w:.-]+)\s*>|<([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>|[^<]+|</g;
  for (const match of xml.matchAll(pattern)) {
    const [token, closed, opened, attributes = '', empty] = match;
    if (token === '<') return `a stray mark at ${xml.slice(match.index, match.index + 80)}`;
    if (/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udfff]/u.test(token))
      return `a control character in ${JSON.stringify(token.slice(0, 60))}`;
    if (/&(?!(?:amp|lt|gt|quot|apos|#\d+|#x[\da-f]+);)/i.test(opened ? attributes : token))
      return `a bare & in ${token.slice(0, 80)}`;
    if (closed && open.pop() !== closed) return `</${closed}> closes what is not open`;
    if (opened && !empty) open.push(opened);
  }
  return open.length > 0 ? `<${open[open.length - 1]}> is not closed` : '';
}
