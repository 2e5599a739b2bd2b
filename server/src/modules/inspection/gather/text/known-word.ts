import { inflateRawSync } from 'node:zlib';
import type { RawPicture } from './raw-picture.js';

/** What is written on the picture below. */
export const KNOWN_WORD = '科普视频';
const WIDTH = 192;
const HEIGHT = 64;

/** One bit a pixel, deflated. */
const BITS =
  '7ZQxaxsxGIbfL0qsxVxsaBoPil2SsYtCF7U13IUWsjqDt0D/wldCcIbCHXjvL+jULJ36B1qKjhSyZuyQ4egN3dxL08GDiRrp7Boylo75Bgm9PLx6pU8IuK9/LkrQwoP5YjFjBSKDgQJl' +
  'ftlZ6K9AFsrrdmM4gKKDgZeFWxEZujBAEbsKRrqZ13u/ZeAZ4NhVDbXQCznO1p1zFdiAo+73jx+83mLaS2SapoyBBsseN+p9CyprPv5ioBtxEdU647UlynP0nGFu+GQ1j51MjMfjLL4x' +
  'hqPOQmeQpTw/Q+uh9rxwlZe3f/nzluMxEBmtG0a4qddTZ8niKj8HlGGWh/v1VcQuC/xbwBjNsbv2Rwc2jhUlONh7CbBmTtPRqg77Vl2Rbe+cvn8ENlo//nQaBZ4qSbbnnJuBDTO0bAZ/' +
  'moqzLA56YTTDiDk/oyvbbrfbLao085p+0Qz+YoIyNApiarSW5qjm5Qh7FsPhEPLS59ej2r9R+vzOuWx9YpgjUzZr/giUUJqm2NrXzGp3XwX/qIT4jAIi6/8wU62eznnF2JiRhUT7K95A' +
  '7Z6r4N8vhLsJPCxmMM/HNX97Je6CLlqbvg2XaD0Rtb8u0us6Dwr6BsSiE3jNx2TpVg98E3JNteb9Fdl8kO8iRHj2t78JJZCgRKomFEa4y3c7EU5wZJfvwecnq5Siiq6qJT+Z/MxgT1RT' +
  'FKI4WfIhT15tHW4mm7a/5EP+suhNY8To3vHP7drAP8/V+y/nf9cf';

/** A picture of the known word: with a dictionary that does not belong to the model, OCR reads fluent nonsense and is sure of it. */
export function knownWordPicture(): RawPicture {
  const bits = inflateRawSync(Buffer.from(BITS, 'base64'));
  const data = new Uint8Array(WIDTH * HEIGHT * 3);
  for (let pixel = 0; pixel < WIDTH * HEIGHT; pixel += 1) {
    const isLit = ((bits[pixel >> 3] ?? 0) >> (7 - (pixel & 7))) & 1;
    data.fill(isLit * 255, pixel * 3, pixel * 3 + 3);
  }
  return { width: WIDTH, height: HEIGHT, data };
}
