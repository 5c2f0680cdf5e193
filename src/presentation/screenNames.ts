import type { Screen } from '../domain/address/address';

/** What the screens are called where a slide is listed. */
export const SCREEN_NAMES: Readonly<Record<Screen, string>> = {
  overview: '总览',
  places: '地区对比',
  periods: '时期对比',
  progress: '任务完成',
  profile: '地区画像',
  data: '数据',
  present: '演示',
  about: '关于'
};
