import { formatAddress, type Query } from '../domain/address/address';
import type { Anchor } from './position';

/** A deck, and what every address carries along (which dataset is open). */
export interface Shown {
  readonly deck: string;
  readonly carried: Query;
}

/** The address of the presenter's window beside this page, or of the wall beside the presenter's window. */
function showAddress({ deck, carried }: Shown, { id, slide, step }: Anchor, role: 'presenter' | ''): string {
  const query = { ...carried, deck, slide: String(slide + 1), id, step: String(step + 1), role };
  return `#${formatAddress('present', query)}`;
}

/**
 * Opens the presenter's window, or brings it to the front.
 * @returns what to tell the reader where the browser doesn't allow it; else empty
 */
export function openPresenter(shown: Shown, at: Anchor): string {
  return open(showAddress(shown, at, 'presenter'), 'kanban-presenter')
    ? ''
    : '浏览器拦截了新窗口，请在地址栏右侧选择允许弹出窗口，再按一次 S。';
}

/** Opens the wall from the presenter's window; as `openPresenter`. */
export function openWall(shown: Shown, at: Anchor): string {
  return open(showAddress(shown, at, ''), 'kanban-wall')
    ? ''
    : '浏览器拦截了新窗口，请在地址栏右侧选择允许弹出窗口，再点一次。';
}

function open(address: string, name: string): boolean {
  return window.open(location.href.split('#')[0]! + address, name, 'popup,width=1180,height=760') !== null;
}
