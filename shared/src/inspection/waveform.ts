const HAIRLINE = 0.5;

/**
 * The outline of a waveform as an SVG path in a box of `width` × `height`, mirrored on the middle; a silent stretch is
 * a hairline. `bars`: how many steps are drawn of however many peaks there are.
 */
export function waveformPath(peaks: readonly number[], { width, height, bars }: { width: number; height: number; bars: number }): string {
  const step = width / bars;
  const half = Array.from({ length: bars }, (_, i) => {
    const part = peaks.slice(Math.floor((i * peaks.length) / bars), Math.max(Math.floor(((i + 1) * peaks.length) / bars), Math.floor((i * peaks.length) / bars) + 1));
    return Math.max(HAIRLINE, (Math.max(0, ...part) / 255) * (height / 2));
  });
  const side = (sign: 1 | -1) => (rise: number, i: number) => {
    const y = (height / 2 - sign * rise).toFixed(1);
    return sign === 1 ? `L${(i * step).toFixed(1)} ${y}H${((i + 1) * step).toFixed(1)}` : `L${((i + 1) * step).toFixed(1)} ${y}H${(i * step).toFixed(1)}`;
  };
  return `M0 ${height / 2}${half.map(side(1)).join('')}${half.map((rise, i) => side(-1)(rise, i)).reverse().join('')}Z`;
}
