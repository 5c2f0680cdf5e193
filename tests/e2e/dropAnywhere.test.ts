/** Files are dropped on any screen, and go to 上新. */
import { describe, expect, it } from 'vitest';
import { PATIENCE } from './reading';
import { openApp } from './support';

/** Drags a file over the page, or lets it go there: what a hand does with a mouse. */
const drag = (kind: 'dragover' | 'dragleave' | 'drop') => `(() => {
  const brought = new DataTransfer();
  brought.items.add(new File(['指标,地区\\n'], '说明.docm'));
  const event = new DragEvent('${kind}', { dataTransfer: brought, bubbles: true, cancelable: true });
  document.querySelector('h1').dispatchEvent(event);
  return event.defaultPrevented;
})()`;

describe.each(['http', 'file'] as const)('a file dropped on a screen over %s', (via) => {
  it('is taken to 上新, which says what it is', async () => {
    const { page } = await openApp({ route: '#/periods', via });
    // The page listens once it has time: a hand that holds a file over it sees when.
    await expect.poll(() => page.evaluate(drag('dragover')), PATIENCE).toBe(true);
    const hint = page.getByText('松开，放进“上新”');
    await hint.waitFor();
    await page.evaluate(drag('dragleave'));
    await hint.waitFor({ state: 'detached' });
    expect(await page.evaluate(drag('drop'))).toBe(true);
    await page.getByText('说明.docm').first().waitFor();
    expect(page.url()).toContain('tab=intake');
  });
});
