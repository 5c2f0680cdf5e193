import { formatAddress } from '../domain/address/address';
import type { Position } from './position';

/** The address of the presenter's window beside this page. */
function presenterAddress(deck: string, { slide, step }: Position): string {
  return `#${formatAddress('present', { deck, slide: String(slide + 1), step: String(step + 1), role: 'presenter' })}`;
}

/**
 * Opens the presenter's window, or brings it to the front.
 * @returns what to tell the reader where the browser doesn't allow it; else empty
 */
export function openPresenter(deck: string, position: Position): string {
  const page = location.href.split('#')[0];
  const opened = window.open(
    page + presenterAddress(deck, position),
    'kanban-presenter',
    'popup,width=1180,height=760'
  );
  return opened ? '' : '浏览器拦截了新窗口，请在地址栏右侧选择允许弹出窗口，再按一次 S。';
}
