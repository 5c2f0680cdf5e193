/** Paints a picture larger on a canvas and takes it as PNG. */
import { withTimeout } from '../../browser/within';
import type { Picture } from './picture';

/** Seconds for drawing a picture, and for packing it. */
const PATIENCE = 20;

/** What Chromium paints on one canvas: beyond it a canvas stays empty without a word. */
const LONGEST_SIDE = 16_000;
const LARGEST_AREA = 200_000_000;

export interface Png {
  readonly blob: Blob;
  /** The factor painted with: less than asked for where the picture would be too large. */
  readonly factor: number;
}

/** The PNG at `factor` times its size, on white. Rejects with a Chinese reason where the browser can't. */
export async function rasterise(picture: Picture, factor: number): Promise<Png> {
  const { width, height } = picture;
  const scale = Math.min(factor, LONGEST_SIDE / Math.max(width, height), Math.sqrt(LARGEST_AREA / (width * height)));
  const image = await loaded(`data:image/svg+xml;charset=utf-8,${encodeURIComponent(picture.svg)}`);
  const canvas = document.createElement('canvas');
  canvas.width = Math.round(width * scale);
  canvas.height = Math.round(height * scale);
  const paper = canvas.getContext('2d');
  if (!paper) throw new Error('浏览器没有给出画布');
  paper.fillStyle = '#ffffff';
  paper.fillRect(0, 0, canvas.width, canvas.height);
  paper.drawImage(image, 0, 0, canvas.width, canvas.height);
  const blob = await withTimeout(
    PATIENCE,
    '浏览器没有存成 PNG',
    new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'))
  );
  if (!blob) throw new Error('图太大，浏览器存不成 PNG');
  return { blob, factor: scale };
}

function loaded(address: string): Promise<HTMLImageElement> {
  const drawn = new Promise<HTMLImageElement>((resolve, reject) => {
    const image = new Image();
    image.onload = () => resolve(image);
    image.onerror = () => reject(new Error('浏览器没有画出这张图'));
    image.src = address;
  });
  return withTimeout(PATIENCE, '浏览器没有画出这张图', drawn);
}
