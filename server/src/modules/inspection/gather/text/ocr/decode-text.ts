/** What the recogniser sees in each slice of a line, as text: repeats are one character, number 0 is none. */
export function decodeText({ data, steps }: { data: Float32Array; steps: number }, characters: readonly string[]): { text: string; sure: number } {
  const classes = steps > 0 ? data.length / steps : 0;
  let [text, sum, count, last] = ['', 0, 0, 0];
  for (let step = 0; step < steps; step += 1) {
    const start = step * classes;
    let best = 0;
    let likely = data[start] ?? 0;
    for (let i = 1; i < classes; i += 1) {
      const value = data[start + i] ?? 0;
      if (value > likely) [best, likely] = [i, value];
    }
    if (best !== 0 && best !== last) {
      text += characters[best - 1] ?? '';
      sum += likely;
      count += 1;
    }
    last = best;
  }
  return { text, sure: count > 0 ? sum / count : 0 };
}
