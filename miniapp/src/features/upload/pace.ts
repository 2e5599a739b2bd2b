const WINDOW_MS = 8_000;

/** How fast bytes have been going lately. */
export class Pace {
  private samples: { at: number; bytes: number }[] = [];

  constructor(private readonly windowMs = WINDOW_MS) {}

  /** Notes how many bytes have gone in all. */
  note(at: number, bytes: number): void {
    this.samples = [...this.samples.filter((sample) => at - sample.at <= this.windowMs), { at, bytes }];
  }

  reset(): void {
    this.samples = [];
  }

  /** Bytes a second over the last few seconds; null while too little is known to say a number. */
  get bytesPerSecond(): number | null {
    const first = this.samples[0];
    const last = this.samples[this.samples.length - 1];
    if (!first || !last || last.at - first.at < 1_000) return null;
    return ((last.bytes - first.bytes) / (last.at - first.at)) * 1_000;
  }
}

/** `约 40 秒`, `约 3 分钟`; a time a person can plan with, not a figure that jumps. */
export function sayRemaining(seconds: number): string {
  if (seconds < 5) return '几秒';
  if (seconds < 90) return `约 ${Math.ceil(seconds / 10) * 10} 秒`;
  return `约 ${Math.ceil(seconds / 60)} 分钟`;
}
