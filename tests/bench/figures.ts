/** Median of some measurements. */
export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

export function percentile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? NaN;
}

const shown = (value: number) => (value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2));
const results: string[] = [];

/** One figure of the report's end: `FIGURE what value unit`. */
export function figure(what: string, value: number, unit: string): void {
  results.push(`FIGURE ${what} ${shown(value)} ${unit}`);
}

/** A comparison within the same run: `RATIO what value`. */
export function ratio(what: string, value: number): void {
  results.push(`RATIO ${what} ${shown(value)}`);
}

export function note(line: string): void {
  process.stdout.write(`${line}\n`);
}

/** Prints the figures, one a line, as the end of the report. */
export function report(): void {
  process.stdout.write(`\n${results.join('\n')}\n`);
}

/** Milliseconds a piece of work takes. */
export async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
