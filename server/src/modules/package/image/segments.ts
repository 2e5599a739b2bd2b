/** A stored file inside an archive: the key it is stored under and its length. */
export interface StoredPart {
  key: string;
  bytes: number;
}

/** One stretch of an archive: bytes that are made for it, or a stored file. */
export type Segment = Buffer | StoredPart;

export const lengthOf = (segment: Segment): number => (Buffer.isBuffer(segment) ? segment.length : segment.bytes);

/** An archive as its stretches in order: its length and every byte's place are known before a byte is read. */
export class SegmentPlan {
  readonly size: number;
  private readonly starts: number[] = [];

  constructor(private readonly segments: readonly Segment[]) {
    let position = 0;
    for (const segment of segments) {
      this.starts.push(position);
      position += lengthOf(segment);
    }
    this.size = position;
  }

  get files(): StoredPart[] {
    return this.segments.filter((segment): segment is StoredPart => !Buffer.isBuffer(segment));
  }

  /** The bytes `from` to `to`, both included; `open` streams a part of a stored file. */
  async *read(from: number, to: number, open: (key: string, range: { from: number; to: number }) => AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
    for (let index = this.indexAt(from); index < this.segments.length; index += 1) {
      const [segment, start] = [this.segments[index], this.starts[index] ?? 0];
      if (segment === undefined || start > to) return;
      const [first, last] = [Math.max(from - start, 0), Math.min(to - start, lengthOf(segment) - 1)];
      if (last < first) continue;
      if (Buffer.isBuffer(segment)) yield segment.subarray(first, last + 1);
      else yield* open(segment.key, { from: first, to: last });
    }
  }

  /** The stretch a position lies in, found by halving. */
  private indexAt(position: number): number {
    let [low, high] = [0, this.starts.length - 1];
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((this.starts[middle] ?? 0) <= position) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}
