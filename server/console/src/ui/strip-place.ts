/** Where a moment stands on a line that is the whole film. */
export function percentOf(ms: number, durationMs: number): string {
  return `${Math.min(100, Math.max(0, (ms / durationMs) * 100))}%`;
}
