/**
 * The Content-Security-Policy: stated once, in index.html; servers may send the same as a header.
 *
 * `worker-src 'self' blob:` lets the page make a worker from text, as it must on file:// to read large files beside the
 * page. It opens nothing else: only scripts of the page's own folder can make one (`script-src` stays 'self', no eval,
 * no inline script), and a worker made so inherits the whole policy: no eval, no script and no request from elsewhere.
 */
import { createHash } from 'node:crypto';

/** The policy that a page states of itself. @throws where it states none */
export function policyOf(html: string): string {
  const policy = /http-equiv="Content-Security-Policy"\s+content="([^"]+)"/.exec(html)?.[1];
  if (!policy) throw new Error('index.html has no Content-Security-Policy');
  return policy;
}

/** How a policy names one inline text that it allows. */
export function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text).digest('base64')}'`;
}

/**
 * The policy as a header for every file of the folder: the page's own; what a `<meta>` can't say (no frames of other
 * sites); and the one style element of the guide, by its hash.
 */
export function headerPolicy(policy: string, guideStyle: string): string {
  const [first, ...rest] = policy.split(/;\s*/);
  return [first, `style-src 'self' ${hashSource(guideStyle)}`, ...rest, "frame-ancestors 'self'"].join('; ');
}
