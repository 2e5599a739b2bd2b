/** How much of a picture's brightness changes how finely from top to bottom: power by frequency, averaged over its columns. */
export function powerSpectrum(columns: Uint8Array, width: number, height: number): Float64Array {
  const size = 2 ** Math.floor(Math.log2(height));
  const top = Math.floor((height - size) / 2);
  const power = new Float64Array(size / 2);
  const real = new Float64Array(size);
  const imaginary = new Float64Array(size);
  for (let x = 0; x < width; x += 1) {
    // A soft window: the jump between the column's ends is no detail.
    for (let y = 0; y < size; y += 1) real[y] = (columns[(top + y) * width + x] ?? 0) * (0.5 - 0.5 * Math.cos((2 * Math.PI * y) / size));
    imaginary.fill(0);
    transform(real, imaginary);
    for (let k = 0; k < size / 2; k += 1) power[k] = (power[k] ?? 0) + ((real[k] ?? 0) ** 2 + (imaginary[k] ?? 0) ** 2) / width;
  }
  return power;
}

/** The fast Fourier transform, in place; the length is a power of two. */
function transform(real: Float64Array, imaginary: Float64Array): void {
  const size = real.length;
  reorder(real, imaginary);
  for (let half = 1; half < size; half *= 2) {
    for (let k = 0; k < half; k += 1) {
      const [cos, sin] = [Math.cos((-Math.PI * k) / half), Math.sin((-Math.PI * k) / half)];
      for (let i = k; i < size; i += 2 * half) {
        const [a, b] = [real[i + half] ?? 0, imaginary[i + half] ?? 0];
        const [re, im] = [a * cos - b * sin, a * sin + b * cos];
        [real[i + half], imaginary[i + half]] = [(real[i] ?? 0) - re, (imaginary[i] ?? 0) - im];
        [real[i], imaginary[i]] = [(real[i] ?? 0) + re, (imaginary[i] ?? 0) + im];
      }
    }
  }
}

function reorder(real: Float64Array, imaginary: Float64Array): void {
  for (let i = 1, j = 0; i < real.length; i += 1) {
    let bit = real.length >> 1;
    for (; j & bit; bit >>= 1) j ^= bit;
    j ^= bit;
    if (i >= j) continue;
    [real[i], real[j]] = [real[j] ?? 0, real[i] ?? 0];
    [imaginary[i], imaginary[j]] = [imaginary[j] ?? 0, imaginary[i] ?? 0];
  }
}
