import { defineStore } from 'pinia';
import { shallowRef } from 'vue';
import { onStoredElsewhere, readStored, writeStored } from './browserStorage';
import { fieldsOf, parseJson } from '../domain/model/fields';

const KEY = 'kanban-wall';

export const RATIOS = ['16:9', '4:3'] as const;
export const GROUNDS = ['light', 'contrast', 'dark'] as const;
const SIZES = [1, 1.15, 1.3, 0.9] as const;

/** How the wall looks: the same in every window of the browser, so that all of them count the same steps. */
export interface WallSettings {
  readonly ratio: (typeof RATIOS)[number];
  readonly ground: (typeof GROUNDS)[number];
  /** Factor on the type. */
  readonly size: number;
  /** Whether the ratio follows the window of the wall; not once the user has chosen one. */
  readonly fits: boolean;
}

const DEFAULT: WallSettings = { ratio: '16:9', ground: 'light', size: 1, fits: true };
/** Width by height below which 4:3 fills more of a window than 16:9: the geometric mean of the two. */
const NARROW = Math.sqrt((4 / 3) * (16 / 9));

export const useWallStore = defineStore('wall', () => {
  const settings = shallowRef(parse(readStored(KEY)));
  onStoredElsewhere(KEY, () => {
    settings.value = parse(readStored(KEY));
  });

  function set(patch: Partial<WallSettings>): void {
    settings.value = { ...settings.value, ...patch };
    writeStored(KEY, JSON.stringify(settings.value));
  }
  /** Next larger (1) or smaller (-1) type; at the end it stays. */
  function resize(by: 1 | -1): void {
    const sizes = [...SIZES].sort();
    const at = sizes.findIndex((size) => size === settings.value.size) + by;
    set({ size: sizes[Math.max(0, Math.min(sizes.length - 1, at))]! });
  }
  function nextGround(): void {
    set({ ground: GROUNDS[(GROUNDS.indexOf(settings.value.ground) + 1) % GROUNDS.length]! });
  }
  function nextRatio(): void {
    set({ ratio: settings.value.ratio === '16:9' ? '4:3' : '16:9', fits: false });
  }
  /** The wall's window has this size, in px. */
  function fitTo(width: number, height: number): void {
    if (!settings.value.fits || width <= 0 || height <= 0) return;
    const ratio = width / height < NARROW ? '4:3' : '16:9';
    if (ratio !== settings.value.ratio) set({ ratio });
  }
  return { fitTo, settings, set, resize, nextGround, nextRatio };
});

function parse(text: string): WallSettings {
  const value = fieldsOf(parseJson(text || '{}'));
  return {
    ratio: RATIOS.find((r) => r === value.ratio) ?? DEFAULT.ratio,
    ground: GROUNDS.find((g) => g === value.ground) ?? DEFAULT.ground,
    size: SIZES.find((s) => s === value.size) ?? DEFAULT.size,
    // Before there was this choice, a kept ratio was one that the user chose.
    fits: typeof value.fits === 'boolean' ? value.fits : value.ratio === undefined
  };
}
