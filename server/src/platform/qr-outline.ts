import { create } from 'qrcode';

/**
 * A QR code as one SVG path, modules of 1 unit with the origin at the upper left, so that it stays sharp at any
 * size. Level M: readable from a phone's photograph with a seventh of it soiled.
 */
export function qrOutline(text: string): { path: string; modules: number } {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  let path = '';
  for (let y = 0; y < modules.size; y += 1) {
    for (let x = 0; x < modules.size; x += 1) {
      if (!modules.get(y, x)) continue;
      const from = x;
      while (x + 1 < modules.size && modules.get(y, x + 1)) x += 1;
      path += `M${from} ${y}h${x - from + 1}v1h-${x - from + 1}z`;
    }
  }
  return { path, modules: modules.size };
}
